"""
The reach of each field: the audiences that may ever see it by some path from the root.
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
    The audiences that may see each field of *root* and of the record classes below it, by class and
    field name.

    An audience may see a value if the field and every field on the path to it admit the audience.
    If a class stands in several places, the widest reach counts.
    """
    found: Reach = {}
    _spread(root, frozenset(Audience), found)
    return found


def _spread(cls: Any, admitted: frozenset[Audience], found: Reach) -> None:
    for field in fields_of(cls):
        seen = admitted & field.meaning.release
        before = found.get((cls, field.name), frozenset())
        found[cls, field.name] = before | seen
        # Only new audiences are passed on, so the recursion ends even if classes hold each other.
        if isinstance(field.one, Nested) and not seen <= before:
            _spread(field.one.record, seen, found)
