"""
Timing on a machine that others use as well: contenders take turns, and medians are compared.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """
    One line of the table: the best and the median of all rounds, in seconds, and how many times
    that is of what it is compared with.
    """

    name: str
    best: float
    median: float
    ratio: float


class Contender(NamedTuple):
    """
    Something to be timed: *call* is called *count* times in a round.
    """

    name: str
    call: Callable[[], object]
    count: int


def compare(contenders: Sequence[Contender], *, beside: str, rounds: int) -> list[Row]:
    """
    Time the *contenders* round by round, each with the one called *beside*.

    The ratio is the median of the ratios within a round, since what slows the machine down for a
    while slows both.
    """
    times: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for contender in contenders:
        contender.call()  # what is built on first use is built
    for _ in range(rounds):
        for contender in contenders:
            times[contender.name].append(_once(contender))
    return rows_of(times, beside)


def rows_of(times: dict[str, list[float]], beside: str) -> list[Row]:
    """
    A row for each list of times, which were taken in rounds.
    """
    return [
        Row(
            name,
            min(taken),
            statistics.median(taken),
            statistics.median(
                one / other for one, other in zip(taken, times[beside], strict=True) if other
            ),
        )
        for name, taken in times.items()
    ]


def _once(contender: Contender) -> float:
    gc.collect()  # nobody pays for what another left behind
    call = contender.call
    # Of this process alone, so that waiting for a busy machine does not count.
    started = time.process_time()
    for _ in range(contender.count):
        call()
    return (time.process_time() - started) / contender.count
