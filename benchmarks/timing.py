"""
Timing on a shared machine: contenders take turns, and medians are compared.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """
    One line of the table: the best and the median of all rounds, in seconds, and the ratio to the
    baseline.
    """

    name: str
    best: float
    median: float
    ratio: float


class Contender(NamedTuple):
    """
    Something to time: *call* is called *count* times in a round.
    """

    name: str
    call: Callable[[], object]
    count: int


def compare(contenders: Sequence[Contender], *, baseline: str, rounds: int) -> list[Row]:
    """
    Time the *contenders* round by round, and compare each with the one called *baseline*.

    The ratio is the median of the ratios within each round, since a temporary slowdown of the
    machine affects both.
    """
    times: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for contender in contenders:
        contender.call()  # so that everything built on first use exists
    for _ in range(rounds):
        for contender in contenders:
            times[contender.name].append(_once(contender))
    return rows_of(times, baseline)


def rows_of(times: dict[str, list[float]], baseline: str) -> list[Row]:
    """
    Make a row for each list of times, which were taken in rounds.
    """
    return [
        Row(
            name,
            min(taken),
            statistics.median(taken),
            statistics.median(
                one / other for one, other in zip(taken, times[baseline], strict=True) if other
            ),
        )
        for name, taken in times.items()
    ]


def _once(contender: Contender) -> float:
    gc.collect()  # so that no contender pays for another's garbage
    call = contender.call
    # CPU time of this process, so that waiting for a busy machine does not count.
    started = time.process_time()
    for _ in range(contender.count):
        call()
    return (time.process_time() - started) / contender.count
