"""
Essentials: the members without which a record says nothing, named once on its class.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

ESSENTIALS = "__essentials__"
NEEDED = "__needed__"


@attrs.frozen
class Having:
    """
    A member that holds a code with one of *traits*: a stance that speaks without a value.
    """

    member: str
    traits: tuple[str, ...]

    @staticmethod
    def one_of(member: str, *traits: str) -> Having:
        """*member*, with a code that has one of *traits*."""
        return Having(member, traits)


# One member, or several that only together make a record.
Alternative = str | tuple[str | Having, ...]
# Each alternative by itself makes a record.
Essentials = tuple[Alternative, ...]


@cache
def essentials_of(cls: Any) -> tuple[tuple[str | Having, ...], ...]:
    """
    The alternatives that make a *cls* a record at all. Each is a group of members that must all be
    there. Empty if the class names none, as base classes do.
    """
    declared: Essentials = vars(cls).get(ESSENTIALS, ())
    return tuple((one,) if isinstance(one, str) else one for one in declared)


@cache
def needed_essentials(cls: Any) -> tuple[str, ...]:
    """
    The essentials of *cls* of which every record must have one; empty if it may have none.
    """
    return vars(cls)[ESSENTIALS] if vars(cls).get(NEEDED) else ()
