"""
Moves: other figures that agree with all that is published, found by linear programming.

Whoever sees the published figures knows the sums in which they stand. If the figures can be moved
to other whole numbers so that every sum holds and no published figure changes, nobody can tell
which of the two is true. `Moves` finds the move that changes the fewest published figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import attrs

from rednotice.errors import MissingExtra

_FAR = 1e6  # no figure is moved further than this
_TINY = 0.01  # what a step of a wish is worth: less than any figure costs
_NEAR = 1e-6  # what the solver takes for a whole number


@attrs.frozen
class Row:
    """
    A bound on a sum of moves: the factors of the variables, and the least and greatest value.
    """

    factors: Mapping[Any, int]
    least: float
    most: float


class Moves:
    """
    A linear program over the moves of figures, which answers one question after the other.

    Args:
        down: How far each figure may go down at most; a figure that is not named stays.
        rows: What holds of all moves.
        wishes: The sums of moves of which `cheapest` may be asked.
    """

    def __init__(
        self,
        down: Mapping[Any, int],
        rows: Iterable[Row],
        wishes: Iterable[Mapping[Any, int]],
    ) -> None:
        self._places = {name: at for at, name in enumerate(down)}
        self._solver = _solver()
        bounds = [bound for least in down.values() for bound in (_FAR, float(least))]
        for bound in bounds:
            self._solver.addVar(0.0, bound)
        self._prices: dict[Any, float] = dict.fromkeys(down, 0.0)
        fixed, self._wishes = list(rows), list(wishes)
        for row in (*fixed, *(Row(one, -float("inf"), float("inf")) for one in self._wishes)):
            self._add(row)
        self._first = len(fixed)

    def _add(self, row: Row) -> None:
        columns: list[int] = []
        values: list[float] = []
        for name, factor in row.factors.items():
            if name in self._places:
                at = 2 * self._places[name]  # up, and beside it, down
                columns += (at, at + 1)
                values += (float(factor), -float(factor))
        self._solver.addRow(row.least, row.most, len(columns), columns, values)

    def price(self, name: Any, price: float) -> None:
        """Set what it costs to move the figure *name* by one: 0 if it is hidden, else 1 or more."""
        self._prices[name] = price
        self._set_price(name)

    def cheapest(self, wish: int, least: int) -> dict[Any, int] | None:
        """
        The cheapest move that lets the sum number *wish* of the wishes grow by *least* or more;
        None if there is none.
        """
        return self._answer(wish, float(least), float("inf"))

    def furthest(self, wish: int, most: int) -> dict[Any, int] | None:
        """
        A move for nothing that lets the sum number *wish* grow as far as it goes, but not beyond
        *most*; None if that is not found.
        """
        factors = self._wishes[wish]
        for name, factor in factors.items():
            self._set_price(name, -_TINY * factor)
        try:
            return self._answer(wish, -float("inf"), float(most))
        finally:
            for name in factors:
                self._set_price(name)

    def _set_price(self, name: Any, more: float = 0.0) -> None:
        if name in self._places:
            at = 2 * self._places[name]
            price = self._prices[name]
            self._solver.changeColCost(at, price + more)
            self._solver.changeColCost(at + 1, price - more)

    def _answer(self, wish: int, least: float, most: float) -> dict[Any, int] | None:
        row = self._first + wish
        self._solver.changeRowBounds(row, least, most)
        try:
            found = self._solved()
            if found is None or all(abs(one - round(one)) < _NEAR for one in found):
                return None if found is None else self._named(found)
            return self._whole()
        finally:
            self._solver.changeRowBounds(row, -float("inf"), float("inf"))

    def _whole(self) -> dict[Any, int] | None:
        """The answer in whole numbers, for which the solver must branch."""
        highs = _library()
        columns = range(2 * len(self._places))
        for at in columns:
            self._solver.changeColIntegrality(at, highs.HighsVarType.kInteger)
        found = self._solved()
        for at in columns:
            self._solver.changeColIntegrality(at, highs.HighsVarType.kContinuous)
        return None if found is None else self._named(found)

    def _solved(self) -> list[float] | None:
        self._solver.run()
        if self._solver.getModelStatus() != _library().HighsModelStatus.kOptimal:
            return None
        return list(self._solver.getSolution().col_value)

    def _named(self, found: list[float]) -> dict[Any, int]:
        moves = ((name, found[2 * at] - found[2 * at + 1]) for name, at in self._places.items())
        return {name: round(move) for name, move in moves if round(move)}


def _solver() -> Any:
    solver = _quiet_class()()
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    return solver


@cache
def _quiet_class() -> Any:
    base: Any = _library().Highs

    class Quiet(base):  # type: ignore[misc]  # the library is imported when it is needed
        """The solver without its callbacks, the setting up of which prints the licence."""

        def __init__(self) -> None:
            super(base, self).__init__()

    return Quiet


def _library() -> Any:
    try:
        return import_module("highspy")  # of an extra, and slow to import
    except ImportError:
        raise MissingExtra("tables of figures", "tables") from None
