"""
The reach of each field: who may ever see it, along every way that leads to it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from rednotice.records.fields import Audience
from rednotice.records.shapes import Nested
from rednotice.records.walk import fields_of

Reach = dict[tuple[Any, str], frozenset[Audience]]


@cache
def reach(root: Any) -> Reach:
    """
    Who may see the fields of *root* and of every record class below it, by class and name.

    An audience sees a value that its field admits and every field on the way to it. A class that
    stands in several places counts for the widest of them.
    """
    found: Reach = {}
    _spread(root, frozenset(Audience), found)
    return found


def _spread(cls: Any, admitted: frozenset[Audience], found: Reach) -> None:
    for field in fields_of(cls):
        seen = admitted & field.meaning.release
        before = found.get((cls, field.name), frozenset())
        found[cls, field.name] = before | seen
        # Only what is new need go further, so that classes that hold each other come to an end.
        if isinstance(field.one, Nested) and not seen <= before:
            _spread(field.one.record, seen, found)
