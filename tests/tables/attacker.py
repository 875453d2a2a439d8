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
