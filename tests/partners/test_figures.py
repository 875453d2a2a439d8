"""
Somebody with SciPy and all published files reckons what tables hide, by all sums at once.

It shares no code with what chose the hidden figures. It has the files of two editions, knows to a
fifth how many cases each sum counts more than once, and takes it that figures grow.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

import rednotice

sys.path.insert(0, str(Path(__file__).parents[1] / "tables"))
from attacker import Figures, Label, overlaps, published
from invented_cases import KEY, TODAY, tabulated, various

Name = tuple[int, Label]
Row = tuple[dict[Name, int], float, float]  # factors, the least and the greatest value
LEAST = 10


def truth(source: list[rednotice.Case]) -> dict[Label, int]:
    """All figures of *source*, from tables that hide nothing since each case is there ten times."""
    copies = [
        rednotice.evolve(case, id=f"{case.id}-{copy}") for case in source for copy in range(LEAST)
    ]
    policy = rednotice.policy("public")
    policy = attrs.evolve(policy, tables=attrs.evolve(policy.tables, least=3))
    made = rednotice.tabulate(copies, policy=policy, today=TODAY)
    found: dict[Label, int] = {(): len(source)}
    for table in made.tables:
        names = [axis.name for axis in table.axes]
        for values, count in table.figures.items():
            found[tuple(zip(names, values, strict=True))] = (count or 0) // LEAST
    return found


class Attack:
    """The linear program of what two editions tell."""

    def __init__(self, editions: list[Figures], truths: list[dict[Label, int]]) -> None:
        self.editions = editions
        names = [(at, label) for at, figures in enumerate(editions) for label in figures]
        self.places = {name: place for place, name in enumerate(names)}
        rows = [row for at, one in enumerate(truths) for row in self.of_sums(at, one)]
        rows += list(self.of_growth())
        self.matrix, self.limits = self.less_or_equal(rows)
        self.bounds = [
            (1, None) if editions[at][label] is None else (editions[at][label],) * 2
            for at, label in names
        ]

    def of_sums(self, at: int, counts: dict[Label, int]) -> Iterator[Row]:
        """What each sum says, and that no part exceeds its whole."""
        for whole, parts, overlap in overlaps(counts):
            about = overlap // 5
            factors = {(at, part): 1 for part in parts}
            yield {**factors, (at, whole): -1}, overlap - about, overlap + about
            for part in parts:
                yield {(at, whole): 1, (at, part): -1}, 0, np.inf

    def of_growth(self) -> Iterator[Row]:
        """That what was counted once is counted again."""
        for label in self.editions[0]:
            if label in self.editions[-1]:
                yield {(len(self.editions) - 1, label): 1, (0, label): -1}, 0, np.inf

    def less_or_equal(self, rows: list[Row]) -> tuple[Any, Any]:
        """*rows* as a matrix and the greatest value of each of its rows."""
        cells: list[tuple[int, int, int]] = []
        limits: list[float] = []
        for factors, least, most in rows:
            if len({*factors}) < 2:
                continue
            for sign, limit in ((1, most), (-1, -least)):
                if np.isfinite(limit):
                    place = len(limits)
                    limits.append(limit)
                    cells += [
                        (place, self.places[name], sign * one) for name, one in factors.items()
                    ]
        at, columns, values = zip(*cells, strict=True)
        shape = (len(limits), len(self.places))
        return csr_matrix((values, (at, columns)), shape=shape), np.array(limits)

    def range_of(self, name: Name) -> tuple[float, float]:
        """The least and greatest value that the figure can have."""
        ends = []
        for sign in (1, -1):
            costs = np.zeros(len(self.places))
            costs[self.places[name]] = sign
            found = linprog(costs, self.matrix, self.limits, bounds=self.bounds, method="highs")
            assert found.status in {0, 3}, found.message
            ends.append(sign * found.fun if found.status == 0 else np.inf)
        return ends[0], ends[1]


def test_t28_no_hidden_figure_can_be_reckoned_from_two_editions(tmp_path: Path) -> None:
    """500 generated cases and 125 more: none is determined, and no small one is nearly known."""
    first = various(500, 1)
    second = [*first, *various(125, 2, 500)]
    log = {"log": tmp_path / "log", "key": KEY}
    tabulated(tmp_path, first, "first", edition="first", **log)
    tabulated(tmp_path, second, "second", edition="second", **log)
    truths = [truth(first), truth(second)]
    editions = [
        published(tmp_path / "first", len(first)),
        published(tmp_path / "second", len(second)),
    ]

    attack = Attack(editions, truths)

    hidden = [
        (at, label)
        for at, figures in enumerate(editions)
        for label, figure in figures.items()
        if figure is None
    ]
    assert len(hidden) > 200
    for at, label in hidden:
        least, most = attack.range_of((at, label))
        count = truths[at][label]
        assert least - 0.01 <= count <= most + 0.01
        assert most - least >= (LEAST // 2 if count < LEAST else 1) - 0.01
