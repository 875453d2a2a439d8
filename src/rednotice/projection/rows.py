"""
Rows: what thresholds look at in a projected case, as small values that can be counted.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.model import Case
from rednotice.policies.thresholds import Thresholds
from rednotice.projection.coarsening import lost_in
from rednotice.projection.levels import DATES, Levels, kind_of
from rednotice.records import fields_of
from rednotice.records.shapes import Nested
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rednotice.records.walk import Field

# The values of one member in one case, without order; empty if the case has none.
Cell = frozenset[Any]
Cells = tuple[Cell, ...]
# The cells of a case, for each set of codelists that may be left out together, in the order of
# `Layout.left_out`; the first alone if all that differs between them is what is left out.
Row = tuple[Cells, ...]


@attrs.frozen(eq=False)
class Column:
    """
    A member that thresholds name: the fields on the way to it, whether it is sensitive, and what
    makes its values coarser.
    """

    fields: tuple[Field, ...]
    sensitive: bool
    kind: str | None


@attrs.frozen(eq=False)
class Layout:
    """
    What thresholds ask of rows: the columns, quasi-identifiers first, and what may be left out.
    """

    columns: tuple[Column, ...]
    left_out: tuple[frozenset[str], ...]
    finest: str


@cache
def layout_of(thresholds: Thresholds) -> Layout:
    """
    The layout of the rows for *thresholds*.
    """
    columns = tuple(
        Column(fields := _fields(way.split(".")), sensitive, kind_of(fields[-1].one))
        for sensitive, ways in ((False, thresholds.quasi), (True, thresholds.sensitive))
        for way in ways
    )
    kinds = {column.kind for column in columns if not column.sensitive}
    may_go = sorted(thresholds.drop & kinds)
    if DATES in kinds and "none" in thresholds.dates[1:]:
        may_go.append(DATES)
    sets = chain.from_iterable(combinations(may_go, size) for size in range(len(may_go) + 1))
    finest = thresholds.dates[0] if thresholds.dates else ""
    return Layout(columns, tuple(map(frozenset, sets)), finest)


def _fields(names: Iterable[str]) -> tuple[Field, ...]:
    cls: Any = Case
    found = []
    for name in names:
        field = next(field for field in fields_of(cls) if field.name == name)
        found.append(field)
        cls = field.one.record if isinstance(field.one, Nested) else None
    return tuple(found)


def row_of(case: Case, thresholds: Thresholds) -> Row:
    """
    What *thresholds* look at in *case*, with the finest dates that they allow.

    Args:
        case: A projected case.
        thresholds: The thresholds.
    """
    layout = layout_of(thresholds)
    full = _cells(case, layout, layout.left_out[0])
    # Records go with what is left out of them. The more is left out, the more records go.
    lost = lost_in(case, _levels(layout, layout.left_out[-1])) if len(layout.left_out) > 1 else ()
    if not any(id(record) in lost for column in layout.columns for record in _on(case, column)):
        return (full,)
    return full, *(_cells(case, layout, kinds) for kinds in layout.left_out[1:])


def _levels(layout: Layout, left_out: frozenset[str]) -> Levels:
    dates = "none" if DATES in left_out else layout.finest
    return Levels(dropped=left_out - {DATES}, dates=dates)


def _cells(case: Case, layout: Layout, left_out: frozenset[str]) -> Cells:
    levels = _levels(layout, left_out)
    is_whole = not levels.dropped and levels.dates != "none"
    lost = frozenset[int]() if is_whole else lost_in(case, levels)
    return tuple(_cell(case, column, levels, lost) for column in layout.columns)


def _cell(case: Case, column: Column, levels: Levels, lost: frozenset[int]) -> Cell:
    shape = column.fields[-1].one
    found: set[Any] = set()
    for holder in _holders(case, column.fields[:-1], lost):
        value = holder.__dict__.get(column.fields[-1].name)
        parts = value if isinstance(value, tuple) else (value,)
        found.update(levels.treat(shape, part) for part in parts if part is not None)
    return frozenset(_meant(column, value) for value in found if value is not None)


def _holders(record: Any, fields: tuple[Field, ...], lost: frozenset[int]) -> Iterator[Any]:
    """The records at the end of the way of *fields* from *record*, but for those *lost*."""
    if id(record) in lost:
        return
    if not fields:
        yield record
        return
    value = record.__dict__.get(fields[0].name)
    parts = value if isinstance(value, tuple) else (value,)
    for part in parts:
        if part is not None:
            yield from _holders(part, fields[1:], lost)


def _on(case: Case, column: Column) -> Iterator[Any]:
    """All records on the way of *column*."""
    for length in range(len(column.fields)):
        yield from _holders(case, column.fields[:length], frozenset())


def _meant(column: Column, value: Any) -> Any:
    """
    *value* as it is compared: texts as plain texts, and one state as one value where two spellings
    would seem to be two values that an observer cannot tell between.
    """
    text = str(value) if isinstance(value, str) else value
    if column.sensitive and column.kind == "countries":
        return one_code(text) or text
    return text
