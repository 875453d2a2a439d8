"""
The lattice of levels: every combination of cuts that thresholds allow.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import attrs

from rednotice.codelists.cuts import height
from rednotice.policies.thresholds import Thresholds
from rednotice.projection.levels import DATES, NONE, Levels
from rednotice.projection.rows import layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# For each dimension, the number of its level, the finest first.
Node = tuple[int, ...]


@attrs.frozen(eq=False)
class Dimension:
    """
    What is made coarser together: the codes of one list, or dates.

    *levels* holds numbers of steps for codes, precisions for dates, and `NONE` at the end if all
    may be left out.
    """

    kind: str
    levels: tuple[int | str, ...]

    def alone(self, number: int) -> Levels:
        """The levels at which this dimension alone is made coarser, to its level *number*."""
        level = self.levels[number]
        if self.kind == DATES:
            return Levels(dates=str(level))
        return (
            Levels(dropped=[self.kind]) if level == NONE else Levels(cuts={self.kind: int(level)})
        )


@cache
def dimensions_of(thresholds: Thresholds) -> tuple[Dimension, ...]:
    """
    The dimensions of the lattice, by name: what quasi-identifiers hold and *thresholds* let be cut.
    """
    kinds = {column.kind for column in layout_of(thresholds).columns if not column.sensitive}
    lists = (thresholds.coarsen.keys() | thresholds.drop) & kinds
    found = [Dimension(name, _levels_of(name, thresholds)) for name in sorted(lists)]
    if DATES in kinds and thresholds.dates:
        found.append(Dimension(DATES, thresholds.dates))
    return tuple(found)


def _levels_of(name: str, thresholds: Thresholds) -> tuple[int | str, ...]:
    steps = range(min(thresholds.coarsen.get(name, 0), height(name)) + 1)
    return (*steps, NONE) if name in thresholds.drop else tuple(steps)


def nodes(thresholds: Thresholds) -> Iterator[Node]:
    """
    All nodes of the lattice, the finest first.
    """
    return product(*(range(len(one.levels)) for one in dimensions_of(thresholds)))


def levels_at(node: Node, thresholds: Thresholds) -> Levels:
    """
    The levels that *node* stands for.
    """
    parts = [one.alone(number) for one, number in zip(dimensions_of(thresholds), node, strict=True)]
    return Levels(
        cuts={name: steps for part in parts for name, steps in part.cuts.items()},
        dropped=[name for part in parts for name in part.dropped],
        dates=next((part.dates for part in parts if part.dates), layout_of(thresholds).finest),
    )


def left_out_at(node: Node, thresholds: Thresholds) -> frozenset[str]:
    """
    The kinds that *node* leaves out although finer levels of them could stay.
    """
    return frozenset(
        one.kind
        for one, number in zip(dimensions_of(thresholds), node, strict=True)
        if one.levels[number] == NONE and len(one.levels) > 1
    )
