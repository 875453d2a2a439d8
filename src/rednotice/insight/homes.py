"""
Where a happening is written: the one record that is its home, and the members that say so.

The table is ``homes.csv``, one happening in each row. It uses the words of the model and of the
codelists, and a test holds it to them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from rednotice.model import Case
from rednotice.records import fields_of
from rednotice.records.shapes import Many, Nested
from rednotice.records.walk import Field


@attrs.frozen
class Home:
    """
    The home of one kind of happening.

    Attributes:
        happening: What happens, in one sentence without a full stop.
        members: The members to write and their values; each name begins at the case, such as
            ``outcomes.kind``, and all begin with the same list.
        remark: What stands in another place, in one sentence; empty if nothing does.
        words: Everyday words for the happening, for a search.
    """

    happening: str
    members: tuple[tuple[str, str], ...]
    remark: str
    words: tuple[str, ...]

    @property
    def record(self) -> str:
        """The list of the case that holds the record."""
        return self.members[0][0].partition(".")[0]

    def example(self) -> dict[str, Any]:
        """
        The part of a case that the home shows, as plain values; ids in it are only examples.
        """
        part: dict[str, Any] = {}
        for name, value in self.members:
            _put(part, Case, name.split("."), value)
        return part


@cache
def homes() -> tuple[Home, ...]:
    """
    All homes, in the order of the table.
    """
    import csv  # imported here because importing the model does not need it
    import io
    from importlib.resources import files

    text = files("rednotice.insight").joinpath("homes.csv").read_text(encoding="utf-8")
    return tuple(_home(row) for row in csv.DictReader(io.StringIO(text)))


def _home(row: dict[str, str]) -> Home:
    pairs = (pair.partition("=") for pair in row["write"].split())
    members = tuple((name, value) for name, _, value in pairs)
    return Home(row["happening"], members, row["remark"], tuple(row["words"].split()))


def _put(part: dict[str, Any], cls: Any, names: list[str], value: str) -> None:
    name, *rest = names
    field = _field(cls, name)
    shape = field.one
    if rest:
        inner = part.setdefault(name, [{}] if isinstance(field.shape, Many) else {})
        within = inner[0] if isinstance(inner, list) else inner
        _put(within, shape.record if isinstance(shape, Nested) else None, rest, value)
        return
    written = True if value == "true" else value
    part[name] = [written] if isinstance(field.shape, Many) else written


def _field(cls: Any, name: str) -> Field:
    return next(field for field in fields_of(cls) if field.name == name)
