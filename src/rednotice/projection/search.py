"""
The search for the levels at which a set of cases meets its thresholds and loses least.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import repeat
from math import floor
from operator import le
from typing import TYPE_CHECKING

import attrs

from rednotice.projection.alike import Alike, alike, values
from rednotice.projection.lattice import Node, left_out_at, levels_at, nodes
from rednotice.projection.levels import Levels
from rednotice.projection.tables import EMPTY, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rednotice.policies.thresholds import Thresholds
    from rednotice.projection.rows import Cells, Row
    from rednotice.projection.tables import Seen

_INSTEAD = (
    "counts in tables can be published instead, or a release of more cases; a release to counsel or"
    " to the CCF has no thresholds"
)


@attrs.frozen(kw_only=True)
class Found:
    """
    What the search found.

    Attributes:
        levels: The levels of the release; without any if it is refused.
        left_out: The places, among the rows given, of the cases that must be left out.
        reached: How alike the others are.
        loss: The share of information that is lost, from 0 to 1.
        refused: Empty, or a sentence that says why nothing can be released, and what can instead.
    """

    levels: Levels = attrs.field(factory=Levels)
    left_out: tuple[int, ...] = ()
    reached: Alike | None = None
    loss: float = 1.0
    refused: str = ""


def search(rows: Iterable[Row], thresholds: Thresholds) -> Found:
    """
    The levels at which the cases with these *rows* meet *thresholds* and lose least.

    Every combination of levels counts, and the result is the best of them all. A case is left out
    if too few are like it at the best levels, or if nothing is left of all its quasi-identifiers.
    The order of the rows makes no difference to the result. Of two combinations that lose the same,
    the one that cuts the dimensions that come first by name less is taken.

    The loss of a value is the share of the other values of its member, among all that occur, that
    can no longer be told from it; it is 1 if the value or the whole case is left out. The loss of a
    member in a case is the mean over its values, and the loss of the set is the mean over all
    cases, quasi-identifiers and sensitive members.

    Args:
        rows: The rows of all cases, as `row_of` gives them for *thresholds*.
        thresholds: The thresholds.

    Source:
        The loss is that of Iyengar, Transforming data to satisfy privacy constraints (2002), over
        the values that occur.
    """
    numbers: dict[Row, int] = {}
    places = [numbers.setdefault(row, len(numbers)) for row in rows]
    least = max(thresholds.least_cases, thresholds.k, 1)
    if len(places) < least:
        return Found(refused=_too_few(len(places), least))
    counts = Counter(places)
    looked = _Search({row: counts[number] for row, number in numbers.items()}, thresholds)
    best = looked.best()
    if best is None:
        return Found(refused=_not_alike(thresholds))
    return Found(
        levels=levels_at(best.node, thresholds),
        left_out=tuple(at for at, number in enumerate(places) if number in best.left_out),
        reached=looked.reached(best),
        loss=best.lost / (looked.everything or 1),
    )


def _too_few(cases: int, least: int) -> str:
    return f"there are {cases} cases, and a release must have at least {least}; {_INSTEAD}"


def _not_alike(thresholds: Thresholds) -> str:
    return (
        f"no cut that the thresholds allow makes every case one of at least {thresholds.k} that are"
        f" alike{_and_unlike(thresholds.l)}, with at most {100 * thresholds.leave_out:g} % of the"
        f" cases left out and at least {thresholds.least_cases} released; {_INSTEAD}"
    )


def _and_unlike(least: int) -> str:
    return f" with at least {least} different values of each sensitive member" if least > 1 else ""


@attrs.frozen(eq=False)
class _Try:
    """
    A node that meets the thresholds: what is lost there, and the rows that are left out.
    """

    lost: int
    node: Node
    left_out: frozenset[int]


class _Search:
    """
    The best node of the lattice for the rows of a set of cases.
    """

    def __init__(self, rows: Mapping[Row, int], thresholds: Thresholds) -> None:
        self._thresholds = thresholds
        self._tables = Tables(rows, thresholds)
        self._counts = self._tables.counts
        self._quasi = range(len(thresholds.quasi))
        columns = len(thresholds.quasi) + len(thresholds.sensitive)
        self._sensitive = range(len(thresholds.quasi), columns)
        cases = sum(self._counts)
        self.everything = self._tables.whole * columns * cases
        share = Fraction(str(thresholds.leave_out))  # as it is written: 0.1 is a tenth
        self._spare = min(floor(share * cases), cases - max(thresholds.least_cases, 1))
        self._hopeless: list[tuple[frozenset[str], Node]] = []

    def best(self) -> _Try | None:
        """
        The node that meets the thresholds with the least loss, or None.

        What is lost at a node before cases are left out is a lower bound of its loss. Once it is
        more than the best loss, no later node can be better.
        """
        # If too few cases are alike even at the coarsest cuts, the finer ones need not be tried.
        coarsest = {left_out_at(node, self._thresholds): node for node in nodes(self._thresholds)}
        for node in coarsest.values():
            self._small(node, self._tables.seen(node))
        best: _Try | None = None
        bounds = sorted((self._tables.lost(node), node) for node in nodes(self._thresholds))
        for bound, node in bounds:
            if best is not None and bound > best.lost:
                break
            found = None if self._is_hopeless(node) else self._tried(node, bound)
            if found and (best is None or (found.lost, node) < (best.lost, best.node)):
                best = found
        return best

    def reached(self, best: _Try) -> Alike:
        """How alike the cases are that *best* does not leave out."""
        seen = self._tables.seen(best.node)
        rows: Counter[tuple[Cells, Cells]] = Counter()
        for row, count in enumerate(self._counts):
            if row not in best.left_out:
                quasi = tuple(seen.cell(at, row) for at in self._quasi)
                rows[quasi, tuple(seen.cell(at, row) for at in self._sensitive)] += count
        return alike(rows)

    # Trying one node

    def _tried(self, node: Node, bound: int) -> _Try | None:
        seen = self._tables.seen(node)
        groups = self._small(node, seen)
        if groups is None:
            return None
        left_out, others = groups
        if self._thresholds.l > 1:
            left_out |= self._uniform(seen, others)
        if self._cases(left_out) > self._spare:
            return None
        whole = self._tables.whole * len(seen.levels)
        gone = sum((whole - seen.lost(row)) * self._counts[row] for row in left_out)
        return _Try(bound + gone, node, frozenset(left_out))

    def _small(self, node: Node, seen: Seen) -> tuple[set[int], list[list[int]]] | None:
        """
        The rows at *node* that must go, because nothing is left of them or too few are like them,
        and the groups of the others; None if they are too many.
        """
        groups = self._grouped(seen)
        empty = groups.get((EMPTY,) * len(self._quasi), [])
        suppressed = {row for row in empty if not self._tables.blank[row]} if self._quasi else set()
        empty[:] = [row for row in empty if row not in suppressed]
        large: list[list[int]] = []
        small = suppressed
        for group in groups.values():
            if self._cases(group) < self._thresholds.k:
                small.update(group)
            else:
                large.append(group)
        if self._cases(small) <= self._spare:
            return small, large
        self._hopeless.append((left_out_at(node, self._thresholds), node))
        return None

    def _grouped(self, seen: Seen) -> dict[tuple[int, ...], list[int]]:
        groups: dict[tuple[int, ...], list[int]] = {}
        columns = [seen.becomes(at) for at in self._quasi]
        keys = zip(*columns, strict=True) if columns else repeat((), len(self._counts))
        for row, key in enumerate(keys):
            groups.setdefault(key, []).append(row)
        return groups

    def _is_hopeless(self, node: Node) -> bool:
        """
        Whether a coarser node that leaves out the same kinds has too many cases that are not alike.
        """
        # Cases that are alike at a node are alike at coarser ones, unless records go there.
        here = left_out_at(node, self._thresholds)
        return any(gone == here and all(map(le, node, coarser)) for gone, coarser in self._hopeless)

    def _uniform(self, seen: Seen, groups: list[list[int]]) -> set[int]:
        """The rows of *groups* in which a sensitive member has too few values."""
        found: set[int] = set()
        for at in self._sensitive:
            cells = {row: seen.cell(at, row) for group in groups for row in group}
            for group in groups:
                if 0 < values(map(cells.__getitem__, group)) < self._thresholds.l:
                    found.update(group)
        return found

    def _cases(self, rows: Iterable[int]) -> int:
        return sum(map(self._counts.__getitem__, rows))
