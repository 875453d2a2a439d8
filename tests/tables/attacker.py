"""
Somebody who has nothing but the published files of tables, and reckons what they hide.

It knows nothing of how figures were chosen to be hidden, and shares no code with that. It reads the
CSV files, and then tightens the bounds of each figure by every sum until nothing changes. It also
knows what no file says, to a fifth: how many cases each sum counts more than once.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from pathlib import Path

Label = tuple[tuple[str, str], ...]
Figures = dict[Label, int | None]
ALL: Label = ()


def published(folder: Path, cases: int) -> Figures:
    """Every figure in *folder* but those that are 0; None if it is hidden."""
    found: Figures = {ALL: cases}
    for file in sorted(folder.glob("*.csv")):
        with file.open(newline="", encoding="utf-8") as opened:
            for row in csv.DictReader(opened):
                names = [name for name in row if f"{name}_label" in row]
                label = tuple((name, row[name]) for name in names)
                if row["cases"] != "0":
                    found[label] = int(row["cases"]) if row["status"] == "shown" else None
    return found


def sums(figures: Mapping[Label, object]) -> list[tuple[Label, list[Label]]]:
    """Each figure with those of one more dimension into which its cases fall."""
    found: dict[tuple[Label, str], list[Label]] = {}
    for label in figures:
        for at, (name, _) in enumerate(label):
            found.setdefault((label[:at] + label[at + 1 :], name), []).append(label)
    return [(whole, parts) for (whole, _), parts in found.items()]


def overlaps(truth: Mapping[Label, int]) -> list[tuple[Label, list[Label], int]]:
    """The sums with how many cases they count more than once, which the attacker is told."""
    return [
        (whole, parts, sum(truth[part] for part in parts) - truth[whole])
        for whole, parts in sums(truth)
    ]


def bounds(
    figures: Figures, known: list[tuple[Label, list[Label], int]]
) -> dict[Label, list[float]]:
    """The least and greatest value that each figure may have, as far as sums one by one tell."""
    found = {
        label: [1.0, math.inf] if figure is None else [float(figure), float(figure)]
        for label, figure in figures.items()
    }
    changes = True
    while changes:
        changes = False
        for whole, parts, overlap in known:
            about = overlap // 5
            low = sum(found[part][0] for part in parts) - overlap - about
            high = sum(found[part][1] for part in parts) - overlap + about
            changes |= _tighten(found[whole], max([low, *(found[part][0] for part in parts)]), high)
            least, most = found[whole]
            for part in parts:
                others = [found[one] for one in parts if one != part]
                down = least + overlap - about - sum(one[1] for one in others)
                up = most + overlap + about - sum(one[0] for one in others)
                changes |= _tighten(found[part], down, min(most, up))
    return found


def _tighten(bound: list[float], low: float, high: float) -> bool:
    before = list(bound)
    bound[0], bound[1] = max(bound[0], low), min(bound[1], high)
    return bound != before


Edition = tuple[Figures, Mapping[Label, int]]  # what was published, and what was counted
Term = tuple[int, Mapping[tuple[int, Label], int]]  # a sign, and factors of figures of editions


def ranges(editions: list[Edition]) -> dict[Label, tuple[float, float]]:
    """
    The least and greatest value of each hidden figure of the last of *editions*, by all sums at
    once, for somebody who has all of them and knows that their cases are still counted. Of what was
    counted, only overlaps are looked at.
    """
    known = _Known(editions)
    last = len(editions) - 1
    return {
        label: known.range_of((last, label))
        for label, figure in editions[last][0].items()
        if figure is None
    }


class _Known:
    def __init__(self, editions: list[Edition]) -> None:
        import highspy

        self._optimal = highspy.HighsModelStatus.kOptimal
        self._solver = highspy.Highs()
        self._solver.setOptionValue("output_flag", False)  # noqa: FBT003  # its own way
        self._columns: dict[tuple[int, Label], int] = {}
        for number, (figures, _) in enumerate(editions):
            for label, figure in figures.items():
                self._columns[number, label] = len(self._columns)
                low, high = (1, math.inf) if figure is None else (figure, figure)
                self._solver.addVar(low, high)
        for number, (_, truth) in enumerate(editions):
            self._know_sums(number, truth)
        for number in range(len(editions) - 1):
            self._know_growth(number, len(editions) - 1, editions)

    def _know(self, least: float, most: float, *terms: Term) -> None:
        row: dict[int, float] = {}
        for sign, term in terms:
            for name, factor in term.items():
                row[self._columns[name]] = row.get(self._columns[name], 0) + sign * factor
        self._solver.addRow(least, most, len(row), list(row), list(row.values()))

    def _know_sums(self, number: int, truth: Mapping[Label, int]) -> None:
        for whole, parts, overlap in overlaps(truth):
            about = overlap // 5
            several = [(1, {(number, part): 1}) for part in parts]
            self._know(overlap - about, overlap + about, *several, (-1, {(number, whole): 1}))
            for part in several:
                self._know(0, math.inf, (1, {(number, whole): 1}), (-1, part[1]))

    def _know_growth(self, number: int, last: int, editions: list[Edition]) -> None:
        before, after = editions[number][0], editions[last][0]
        growth = {
            label: {(last, label): 1} | ({(number, label): -1} if label in before else {})
            for label in after
        }
        for whole, parts in sums(growth):
            self._know(0, math.inf, *((1, growth[part]) for part in parts), (-1, growth[whole]))
            for part in parts:
                self._know(0, math.inf, (1, growth[whole]), (-1, growth[part]))
                self._know(0, math.inf, (1, growth[part]))

    def range_of(self, name: tuple[int, Label]) -> tuple[float, float]:
        """The least and the greatest value of a figure."""
        return self._furthest(self._columns[name], 1), self._furthest(self._columns[name], -1)

    def _furthest(self, column: int, sign: int) -> float:
        self._solver.changeColCost(column, float(sign))
        self._solver.run()
        is_known = self._solver.getModelStatus() == self._optimal
        value = self._solver.getInfo().objective_function_value if is_known else -math.inf
        self._solver.changeColCost(column, 0.0)
        return float(sign * value)
