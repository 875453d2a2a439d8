"""Members of cases are counted by their paths."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given

import rednotice
from rednotice.insight.filled import Filled, case_paths
from rednotice.testing import cases


def paths_in(value: Any, path: str = "") -> list[str]:
    """The path of every member of a plain object, once for each record that has it."""
    found: list[str] = []
    for name, part in value.items():
        below = f"{path}.{name}" if path else name
        found.append(below)
        for one in part if isinstance(part, list) else [part]:
            if isinstance(one, dict) and name not in {"missing", "extensions"}:
                found += paths_in(one, below)
    return found


@given(case=cases())
def test_what_is_counted_is_what_is_written(case: rednotice.Case) -> None:
    """Every member of the plain object counts, and nothing else."""
    counted = Filled()
    counted.count(case)

    written = Counter(paths_in(rednotice.to_dict(case)))
    assert counted.in_records == written
    assert counted.in_cases == dict.fromkeys(written, 1)
    assert set(written) <= set(case_paths())


@given(one=cases(), other=cases())
def test_counts_of_two_cases_are_the_sum_of_each(
    one: rednotice.Case, other: rednotice.Case
) -> None:
    both, apart = Filled(), Filled()
    for case in (one, other):
        both.count(case)
        alone = Filled()
        alone.count(case)
        apart.add(alone)

    assert both == apart
