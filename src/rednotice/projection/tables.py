"""
Tables: distinct rows with numbers in the place of their cells, and what a cell becomes and loses at
each level.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.projection.lattice import Node, dimensions_of, left_out_at
from rednotice.projection.levels import Levels
from rednotice.projection.rows import Cell, Row, layout_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rednotice.policies.thresholds import Thresholds
    from rednotice.projection.lattice import Dimension
    from rednotice.projection.rows import Column

EMPTY = 0  # the number of the cell without values
_MISSING: Cell = frozenset()
_NOTHING, _ALL = Fraction(0), Fraction(1)


@attrs.frozen(eq=False)
class Level:
    """
    One column at one level of its dimension.

    Attributes:
        becomes: For each pair of cells, the number of the cell that it becomes.
        loses: For each pair of cells, what is lost, from 0 to 1.
        cells: The cells by their numbers.
    """

    becomes: list[int]
    loses: list[Fraction]
    cells: list[Cell]


@attrs.frozen(eq=False)
class Seen:
    """
    All rows as one node makes them: each column at its level, and in each column the numbers of the
    pairs of cells, row by row.
    """

    levels: list[Level]
    pairs: list[list[int]]

    def becomes(self, column: int) -> list[int]:
        """The numbers of the cells of *column*, row by row."""
        return [*map(self.levels[column].becomes.__getitem__, self.pairs[column])]

    def cell(self, column: int, row: int) -> Cell:
        """The cell of *column* in *row*."""
        level = self.levels[column]
        return level.cells[level.becomes[self.pairs[column][row]]]

    def kept(self, row: int) -> Fraction:
        """What is left of *row*, summed over all columns; each counts as 1 if nothing is lost."""
        return sum(
            (
                1 - level.loses[pairs[row]]
                for level, pairs in zip(self.levels, self.pairs, strict=True)
            ),
            _NOTHING,
        )


class _Column:
    """
    A column whose cells are numbered in pairs: the whole cell of a case, and what is left of it
    where records of the case go.
    """

    def __init__(self, column: Column, dimension: Dimension | None) -> None:
        self._shape = column.fields[-1].one
        self._dimension = dimension
        self._numbers: dict[tuple[Cell, Cell], int] = {}
        self._levels: dict[int, Level] = {}

    def number(self, whole: Cell, left: Cell) -> int:
        """The number of a pair. All pairs are numbered before a level is asked for."""
        return self._numbers.setdefault((whole, left), len(self._numbers))

    def at(self, number: int) -> Level:
        """The column at the level *number* of its dimension."""
        if number not in self._levels:
            self._levels[number] = self._made(number)
        return self._levels[number]

    def _made(self, number: int) -> Level:
        coarse = self._coarse(number)
        costs = _costs(coarse)
        cells: dict[Cell, int] = {_MISSING: EMPTY}
        becomes: list[int] = []
        loses: list[Fraction] = []
        for whole, left in self._numbers:
            cell = frozenset(coarse[value] for value in left) - {None}
            becomes.append(cells.setdefault(cell, len(cells)))
            lost = [costs[value] if value in left else _ALL for value in whole]
            loses.append(sum(lost, _NOTHING) / max(len(lost), 1))
        return Level(becomes, loses, list(cells))

    def _coarse(self, number: int) -> dict[Any, Any]:
        """What each value that occurs becomes at the level *number*; None if it is left out."""
        levels = self._dimension.alone(number) if self._dimension else Levels()
        occurring = {value for whole, _ in self._numbers for value in whole}
        treated = {value: levels.treat(self._shape, value) for value in occurring}
        return {value: str(one) if isinstance(one, str) else one for value, one in treated.items()}


def _costs(coarse: Mapping[Any, Any]) -> dict[Any, Fraction]:
    """
    What is lost of each value: the share of the others that become the same.
    """
    alike = Counter(coarse.values())
    others = max(len(coarse) - 1, 1)
    return {
        value: _ALL if made is None else Fraction(alike[made] - 1, others)
        for value, made in coarse.items()
    }


class Tables:
    """
    The rows of a set of cases, each distinct one once, as the nodes of the lattice see them.

    Attributes:
        counts: The number of cases of each row.
        blank: Whether a row has no quasi-identifier at all.
    """

    def __init__(self, rows: Mapping[Row, int], thresholds: Thresholds) -> None:
        self.counts = [*rows.values()]
        quasi = len(thresholds.quasi)
        self.blank = [not any(row[0][:quasi]) for row in rows]
        self._thresholds = thresholds
        self._layout = layout_of(thresholds)
        dimensions = {one.kind: one for one in dimensions_of(thresholds)}
        self._places = {kind: at for at, kind in enumerate(dimensions)}
        self._columns = [
            _Column(column, dimensions.get(column.kind or "")) for column in self._layout.columns
        ]
        # Most often no record goes, and then one table serves every node.
        sets = len(self._layout.left_out) if any(len(row) > 1 for row in rows) else 1
        self._pairs = [
            [self._numbered(rows, number, at) for at in range(len(self._columns))]
            for number in range(sets)
        ]
        self._lost: dict[tuple[int, int, int], Fraction] = {}

    def _numbered(self, rows: Iterable[Row], number: int, at: int) -> list[int]:
        column = self._columns[at]
        return [column.number(row[0][at], row[number if len(row) > 1 else 0][at]) for row in rows]

    def seen(self, node: Node) -> Seen:
        """The rows as *node* makes them, quasi-identifiers first."""
        levels = [self._columns[at].at(number) for at, number in self._numbers(node)]
        return Seen(levels, self._pairs[self._table(node)])

    def lost(self, node: Node) -> Fraction:
        """What is lost at *node* if no case is left out, summed over all cases and columns."""
        table = self._table(node)
        return sum((self._lost_in(table, *place) for place in self._numbers(node)), _NOTHING)

    def _lost_in(self, table: int, at: int, number: int) -> Fraction:
        key = (table, at, number)
        if key not in self._lost:
            counts: Counter[int] = Counter()
            for pair, count in zip(self._pairs[table][at], self.counts, strict=True):
                counts[pair] += count
            loses = self._columns[at].at(number).loses
            lost = (loses[pair] * count for pair, count in counts.items())
            self._lost[key] = sum(lost, _NOTHING)
        return self._lost[key]

    def _table(self, node: Node) -> int:
        if len(self._pairs) == 1:
            return 0
        return self._layout.left_out.index(left_out_at(node, self._thresholds))

    def _numbers(self, node: Node) -> list[tuple[int, int]]:
        """Each column with the number of its level at *node*."""
        return [
            (at, node[self._places[column.kind]] if column.kind in self._places else 0)
            for at, column in enumerate(self._layout.columns)
        ]
