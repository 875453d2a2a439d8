"""
Figures: how many cases have which values, and what somebody can reckon from them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import product

import attrs

# The values that a figure counts, each with its dimension; empty for the figure of all cases.
Label = tuple[tuple[str, str], ...]
Counts = Mapping[Label, int]
ALL: Label = ()


@attrs.frozen
class Sum:
    """
    A figure and those of one more dimension, into which its cases fall.

    Attributes:
        whole: The figure.
        parts: The figures of the values of the other dimension.
        overlap: How many more cases the parts count together, since a case can have several values.
    """

    whole: Label
    parts: tuple[Label, ...]
    overlap: int


def sums(counts: Counts) -> list[Sum]:
    """
    All sums in which the figures of *counts* stand.
    """
    parts: defaultdict[tuple[Label, str], list[Label]] = defaultdict(list)
    for label in counts:
        for at, (dimension, _) in enumerate(label):
            parts[(*label[:at], *label[at + 1 :]), dimension].append(label)
    return [
        Sum(whole, tuple(several), sum(counts[part] for part in several) - counts[whole])
        for (whole, _), several in parts.items()
    ]


def counted(cases: Iterable[Iterable[Label]]) -> Counter[Label]:
    """
    The figures of *cases*, each given by all labels that count it.
    """
    found: Counter[Label] = Counter()
    for labels in cases:
        found.update(set(labels))
    return found


def crossed(first: Iterable[Label], second: Iterable[Label]) -> Iterable[Label]:
    """
    The labels for each value of *first* with each of *second*.
    """
    return ((*one, *other) for one, other in product(first, second))
