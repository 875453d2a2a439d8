"""
Whether a record says anything at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from rednotice.codelists.groups import having
from rednotice.records import Having, essentials_of, fields_of
from rednotice.types.codes import Codes


def has_essence(record: Any) -> bool:
    """
    Whether *record* has the members, or one of several groups of members, that make it a record at
    all. A record of a class that names none always has.
    """
    return make_a_record(type(record), record.__dict__)


def make_a_record(cls: Any, members: Mapping[str, Any]) -> bool:
    """
    Whether *members* are enough to make a record of class *cls*.
    """
    groups = _groups(cls)
    if not groups:
        return True
    for names, coded in groups:  # a loop, since most records have the first
        if names <= members.keys() and all(members.get(name) in codes for name, codes in coded):
            return True
    return False


# Members that must be there, and members of which the value must be one of some codes.
_Group = tuple[frozenset[str], tuple[tuple[str, frozenset[str]], ...]]


@cache
def _groups(cls: Any) -> tuple[_Group, ...]:
    """The groups of members that make a *cls* a record."""
    return tuple(
        (
            frozenset(one for one in group if isinstance(one, str)),
            tuple(
                (one.member, _codes(cls, one.member, one.traits))
                for one in group
                if isinstance(one, Having)
            ),
        )
        for group in essentials_of(cls)
    )


def _codes(cls: Any, member: str, traits: tuple[str, ...]) -> frozenset[str]:
    """The codes with one of *traits* in the list of *member*, a field of *cls*."""
    field = next(field for field in fields_of(cls) if field.name == member)
    limits = getattr(field.one, "limits", ())
    name = next(limit.name for limit in limits if isinstance(limit, Codes))
    return having(name, *traits)
