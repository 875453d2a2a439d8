"""
Whether a record says anything at all.
"""

from __future__ import annotations

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
    kind: Any = type(record)
    groups = essentials_of(kind)
    return not groups or any(all(_has(record, one) for one in group) for group in groups)


def _has(record: Any, essential: str | Having) -> bool:
    if isinstance(essential, str):
        return essential in record.__dict__
    kind: Any = type(record)
    value = record.__dict__.get(essential.member)
    return value in _codes(kind, essential.member, essential.traits)


@cache
def _codes(cls: Any, member: str, traits: tuple[str, ...]) -> frozenset[str]:
    """The codes with one of *traits* in the list of *member*, a field of *cls*."""
    field = next(field for field in fields_of(cls) if field.name == member)
    limits = getattr(field.one, "limits", ())
    name = next(limit.name for limit in limits if isinstance(limit, Codes))
    return having(name, *traits)
