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
    groups = essentials_of(cls)
    return not groups or any(all(_has(cls, members, one) for one in group) for group in groups)


def _has(cls: Any, members: Mapping[str, Any], essential: str | Having) -> bool:
    if isinstance(essential, str):
        return essential in members
    return members.get(essential.member) in _codes(cls, essential.member, essential.traits)


@cache
def _codes(cls: Any, member: str, traits: tuple[str, ...]) -> frozenset[str]:
    """The codes with one of *traits* in the list of *member*, a field of *cls*."""
    field = next(field for field in fields_of(cls) if field.name == member)
    limits = getattr(field.one, "limits", ())
    name = next(limit.name for limit in limits if isinstance(limit, Codes))
    return having(name, *traits)
