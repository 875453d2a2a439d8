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
from rednotice.projection.levels import DATES, NONE, Levels, kind_of, plain
from rednotice.projection.losing import NONE_OF_THEM, Sets, losses
from rednotice.records import fields_of
from rednotice.records.shapes import Nested
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rednotice.records.walk import Field

# The values of one member in one case, without order; empty if the case has none.
Cell = frozenset[Any]
Cells = tuple[Cell, ...]
# A cell in which each value stands with the numbers of those sets of `Layout.left_out` with which
# the records that hold it go.
Marked = frozenset[tuple[Any, Sets]]
Row = tuple[Marked, ...]


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
    if DATES in kinds and NONE in thresholds.dates[1:]:
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
    levels, left_out = _levels_of(layout)
    gone = losses(case, left_out)
    return tuple([_cell(case, column, levels, gone) for column in layout.columns])


@cache
def _levels_of(layout: Layout) -> tuple[Levels, tuple[frozenset[str], ...]]:
    """The finest levels of *layout*, and all kinds that each of its sets leaves out."""
    left_out = tuple(_levels(layout, kinds).left_out for kinds in layout.left_out)
    return _levels(layout, layout.left_out[0]), left_out


def _levels(layout: Layout, left_out: frozenset[str]) -> Levels:
    dates = NONE if DATES in left_out else layout.finest
    return Levels(dropped=left_out - {DATES}, dates=dates)


def _cell(case: Case, column: Column, levels: Levels, gone: dict[int, Sets]) -> Marked:
    last = column.fields[-1]
    found: dict[Any, Sets] = {}
    for holder, sets in _holders(case, column.fields[:-1], gone):
        value = holder.__dict__.get(last.name)
        for part in value if isinstance(value, tuple) else (value,):
            treated = None if part is None else levels.treat(last.one, part)
            if treated is not None:
                meant = _meant(column, treated)
                found[meant] = found.get(meant, sets) & sets
    return frozenset(found.items())


def _holders(
    record: Any, fields: tuple[Field, ...], gone: dict[int, Sets]
) -> Iterator[tuple[Any, Sets]]:
    """The records at the end of the way of *fields* from *record*, and when they go."""
    if not fields:
        yield record, gone.get(id(record), NONE_OF_THEM)
        return
    value = record.__dict__.get(fields[0].name)
    for part in value if isinstance(value, tuple) else (value,):
        if part is not None:
            yield from _holders(part, fields[1:], gone)


def left_of(cell: Marked, number: int) -> Cell:
    """
    The values that are left of *cell* if set *number* of `Layout.left_out` is left out, except for
    those that belong to its kinds.
    """
    return frozenset(value for value, sets in cell if not sets >> number & 1)


def _meant(column: Column, value: Any) -> Any:
    """
    *value* as it is compared: texts as plain texts, and one state as one value where two spellings
    would seem to be two values that an observer cannot tell between.
    """
    text = plain(value)
    if column.sensitive and column.kind == "countries":
        return one_code(text) or text
    return text
