"""
The effective release of each member: its own, narrowed by every field on the way from the root.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from rednotice.records.fields import Audience
from rednotice.records.shapes import Nested
from rednotice.records.walk import Field, fields_of


@attrs.frozen(eq=False)
class Way:
    """
    The way from the root of a document to one member, and who may see what stands at its end.

    An audience may see a value if the field and every field on the way to it admit the audience.

    Attributes:
        path: The names of the members on the way, such as ``("notices", "history", "status")``.
            Places in lists are left out.
        cls: The record class of the member.
        field: The field of the member.
        release: The audiences that may see the value untreated.
        part: Further audiences, which may see only a part of it or a substitute, as
            ``field.meaning.part_kind`` says.
    """

    path: tuple[str, ...]
    cls: Any
    field: Field
    release: frozenset[Audience]
    part: frozenset[Audience]

    @property
    def seen(self) -> frozenset[Audience]:
        """The audiences that may see the value, a part of it or a substitute."""
        return self.release | self.part


@cache
def ways(root: Any) -> tuple[Way, ...]:
    """
    The way to each member of *root* and of the records inside it, in the model's order.
    """
    return tuple(_ways(root, (), frozenset(Audience)))


def _ways(cls: Any, path: tuple[str, ...], admitted: frozenset[Audience]) -> Iterator[Way]:
    # No record class of the model holds itself, so the recursion ends.
    for field in fields_of(cls):
        meaning = field.meaning
        way = Way(
            (*path, field.name), cls, field, admitted & meaning.release, admitted & meaning.part
        )
        yield way
        if isinstance(field.one, Nested):
            yield from _ways(field.one.record, way.path, way.release)


@cache
def ways_to(root: Any) -> Mapping[tuple[Any, str], tuple[Way, ...]]:
    """
    The ways below *root* to each field, by record class and field name.
    """
    found: dict[tuple[Any, str], list[Way]] = defaultdict(list)
    for way in ways(root):
        found[way.cls, way.field.name].append(way)
    return MappingProxyType({key: tuple(same) for key, same in found.items()})
