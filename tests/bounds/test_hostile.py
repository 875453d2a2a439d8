"""
Hostile files: no traceback, and time and memory in proportion to their size.

A check takes at most two seconds and twenty times the size in memory for each 10 MiB begun, and a
millisecond for each finding.
"""

from __future__ import annotations

import itertools
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import rednotice

ROOT = Path(__file__).parents[2]
hostile: Any = import_module("benchmarks.hostile")
each_shape = pytest.mark.parametrize("shape", hostile.SHAPES, ids=lambda shape: shape.name)
TEN = 10 * hostile.MIB
DOCUMENTS = [path.read_bytes() for path in sorted((ROOT / "examples").glob("*.yaml"))]


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[bytes]]:
    """The examples in each format."""
    folder = tmp_path_factory.mktemp("examples")
    found: dict[str, list[bytes]] = {".yaml": DOCUMENTS}
    cases = list(rednotice.read(ROOT / "examples"))
    for suffix in (".json", ".jsonl"):
        found[suffix] = []
        for case in cases:
            path = folder / f"one{suffix}"
            rednotice.write([case], path)
            found[suffix].append(path.read_bytes())
    return found


def within_bounds(cost: Any) -> bool:
    """Whether *cost* keeps to what is promised."""
    told = cost.findings / 1_000
    return cost.seconds <= told + 2 * max(1.0, cost.size / TEN) and cost.times <= 20


@pytest.mark.thorough
@each_shape
def test_a_hostile_file_of_ten_mib_takes_seconds(shape: Any, tmp_path: Path) -> None:
    """Each shape once took minutes, or more memory than a machine has."""
    cost = hostile.measured(shape, TEN, tmp_path)

    assert within_bounds(cost), cost


@pytest.mark.thorough
@each_shape
def test_a_hostile_file_of_the_largest_size_keeps_to_the_bounds(shape: Any, tmp_path: Path) -> None:
    """A document has 64 MiB at most; the last bytes of the file are for its brackets."""
    cost = hostile.measured(shape, 64 * hostile.MIB - 300, tmp_path)

    assert within_bounds(cost), cost


def checked(data: bytes, path: Path) -> None:
    """Check *data* as a file, and say where each finding is."""
    path.write_bytes(data)
    report = rednotice.check(path)
    for finding in report:
        str(finding)
    assert report.cases + report.shared + report.refused or not data.strip() or list(report) == []


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".yaml"])
@pytest.mark.parametrize("count", [100, pytest.param(33_334, marks=pytest.mark.thorough)])
def test_mutated_and_random_files_are_checked_without_a_traceback(
    suffix: str, count: int, documents: dict[str, list[bytes]], tmp_path: Path
) -> None:
    """A hundred thousand in the thorough run; the seed of a failure is its number."""
    for seed in itertools.islice(itertools.count(), count):
        data = hostile.mutated(documents[suffix], seed)
        try:
            checked(data, tmp_path / f"cases{suffix}")
        except Exception as error:
            message = f"seed {seed} of {suffix}"
            raise AssertionError(message) from error
