"""
Tables: distinct rows with numbers in the place of their cells, and what a cell becomes and loses at
each level.
"""

from __future__ import annotations

from collections import Counter
from math import lcm
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.projection.lattice import Node, dimensions_of, left_out_at
from rednotice.projection.levels import Levels, plain
from rednotice.projection.rows import Cell, layout_of, left_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rednotice.policies.thresholds import Thresholds
    from rednotice.projection.lattice import Dimension
    from rednotice.projection.rows import Column, Marked, Row

EMPTY = 0  # the number of the cell without values
_MISSING: Cell = frozenset()


@attrs.frozen(eq=False)
class Level:
    """
    One column at one level of its dimension, with one set of kinds left out.

    Attributes:
        becomes: For each marked cell, the number of the cell that it becomes.
        loses: For each marked cell, what is lost, from 0 to `Tables.whole`.
        cells: The cells by their numbers.
    """

    becomes: list[int]
    loses: list[int]
    cells: list[Cell]


class _Column:
    """
    A column of all rows: its distinct marked cells, and the number of one of them for each row.
    """

    def __init__(
        self, column: Column, dimension: Dimension | None, cells: Iterable[Marked]
    ) -> None:
        self._shape = column.fields[-1].one
        self._dimension = dimension
        numbers: dict[Marked, int] = {}
        self.marked = [numbers.setdefault(cell, len(numbers)) for cell in cells]
        self._cells = [*numbers]
        self._whole = [left_of(cell, 0) for cell in self._cells]
        self._occurring = frozenset[Any]().union(*self._whole)
        # Most often no record goes, and then one level serves every set of kinds.
        self._is_stable = not any(sets for cell in self._cells for _, sets in cell)
        self._levels: dict[tuple[int, int], Level] = {}
        self._others = max(len(self._occurring) - 1, 1)
        self.parts = self._others * lcm(*(len(cell) or 1 for cell in self._whole))
        """The number of equal parts in which what is lost of each cell can be counted."""
        self.part = 1
        """What a part counts."""

    def at(self, number: int, left_out: int) -> Level:
        """The column at the level *number* of its dimension, with set *left_out* left out."""
        key = (number, 0 if self._is_stable else left_out)
        if key not in self._levels:
            self._levels[key] = self._made(*key)
        return self._levels[key]

    def _made(self, number: int, left_out: int) -> Level:
        coarse = self._coarse(number)
        costs = self._costs(coarse)
        cells: dict[Cell, int] = {_MISSING: EMPTY}
        becomes: list[int] = []
        loses: list[int] = []
        for cell, whole in zip(self._cells, self._whole, strict=True):
            left = whole if self._is_stable else left_of(cell, left_out)
            made = frozenset([coarse[value] for value in left]) - {None}
            becomes.append(cells.setdefault(made, len(cells)))
            lost = sum([costs[value] if value in left else self._others for value in whole])
            each = self.parts // (self._others * len(whole)) if whole else 0
            loses.append(lost * each * self.part)
        return Level(becomes, loses, list(cells))

    def _coarse(self, number: int) -> dict[Any, Any]:
        """What each value that occurs becomes at the level *number*; None if it is left out."""
        levels = self._dimension.alone(number) if self._dimension else Levels()
        return {value: plain(levels.treat(self._shape, value)) for value in self._occurring}

    def _costs(self, coarse: Mapping[Any, Any]) -> dict[Any, int]:
        """How many others each value can no longer be told from; all if it is left out."""
        alike = Counter(coarse.values())
        return {
            value: self._others if made is None else alike[made] - 1
            for value, made in coarse.items()
        }


@attrs.frozen(eq=False)
class Seen:
    """
    All rows as one node makes them: each column at its level, and the marked cells row by row.
    """

    levels: list[Level]
    marked: list[list[int]]

    def becomes(self, column: int) -> list[int]:
        """The numbers of the cells of *column*, row by row."""
        return [*map(self.levels[column].becomes.__getitem__, self.marked[column])]

    def cell(self, column: int, row: int) -> Cell:
        """The cell of *column* in *row*."""
        level = self.levels[column]
        return level.cells[level.becomes[self.marked[column][row]]]

    def lost(self, row: int) -> int:
        """What is lost of *row*, summed over all columns."""
        columns = zip(self.levels, self.marked, strict=True)
        return sum(level.loses[marked[row]] for level, marked in columns)


class Tables:
    """
    The rows of a set of cases, each distinct one once, as the nodes of the lattice see them.

    Attributes:
        counts: The number of cases of each row.
        blank: Whether a row has no quasi-identifier at all.
        whole: What is lost of a cell of which nothing is left. Smaller losses are whole numbers
            too, so that sums are exact in any order.
    """

    def __init__(self, rows: Mapping[Row, int], thresholds: Thresholds) -> None:
        self.counts: list[int] = [*rows.values()]
        self._thresholds = thresholds
        self._layout = layout_of(thresholds)
        dimensions = {one.kind: one for one in dimensions_of(thresholds)}
        self._places = {kind: at for at, kind in enumerate(dimensions)}
        self._columns = [
            _Column(column, dimensions.get(column.kind or ""), (row[at] for row in rows))
            for at, column in enumerate(self._layout.columns)
        ]
        quasi = len(thresholds.quasi)
        self.blank: list[bool] = [not any(left_of(cell, 0) for cell in row[:quasi]) for row in rows]
        self.whole: int = lcm(*(column.parts for column in self._columns))
        for column in self._columns:
            column.part = self.whole // column.parts
        self._counted: list[Counter[int]] = [Counter() for _ in self._columns]
        for column, counted in zip(self._columns, self._counted, strict=True):
            for marked, count in zip(column.marked, self.counts, strict=True):
                counted[marked] += count
        self._lost: dict[tuple[int, int, int], int] = {}

    def seen(self, node: Node) -> Seen:
        """The rows as *node* makes them, quasi-identifiers first."""
        levels = [self._columns[at].at(*level) for at, *level in self._levels(node)]
        return Seen(levels, [column.marked for column in self._columns])

    def lost(self, node: Node) -> int:
        """What is lost at *node* if no case is left out, summed over all cases and columns."""
        return sum(self._lost_in(*level) for level in self._levels(node))

    def _lost_in(self, at: int, number: int, left_out: int) -> int:
        key = (at, number, left_out)
        if key not in self._lost:
            loses = self._columns[at].at(number, left_out).loses
            counts = self._counted[at].items()
            self._lost[key] = sum(loses[marked] * count for marked, count in counts)
        return self._lost[key]

    def _levels(self, node: Node) -> list[tuple[int, int, int]]:
        """Each column, with its level at *node* and the number of the set that is left out."""
        left_out = self._layout.left_out.index(left_out_at(node, self._thresholds))
        return [
            (at, node[self._places[column.kind]] if column.kind in self._places else 0, left_out)
            for at, column in enumerate(self._layout.columns)
        ]
