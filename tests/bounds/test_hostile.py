"""Hostile files: no traceback, and no cliff in time or memory."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import rednotice

ROOT = Path(__file__).parents[2]
hostile: Any = import_module("benchmarks.hostile")
each_shape = pytest.mark.parametrize("shape", hostile.SHAPES, ids=lambda shape: shape.name)
SIZE = hostile.MIB  # enough to show a cliff; larger files are for the benchmark
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
            rednotice.write([case], path, plain_red=True)
            found[suffix].append(path.read_bytes())
    return found


@pytest.mark.thorough
@each_shape
def test_a_hostile_file_meets_no_cliff(shape: Any, tmp_path: Path) -> None:
    """
    Each shape once took minutes, or more memory than a machine has. What it takes exactly, at 10
    and 64 MiB, is measured by `python -m benchmarks.hostile`.
    """
    cost = hostile.measured(shape, SIZE, tmp_path)

    assert cost.seconds < 30, cost
    assert cost.times < 60, cost


def checked(data: bytes, path: Path) -> None:
    """Check *data* as a file, and say where each finding is."""
    path.write_bytes(data)
    report = rednotice.check(path)
    for finding in report:
        str(finding)
    assert report.cases + report.shared + report.refused or not data.strip() or list(report) == []


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".yaml"])
def test_mutated_and_random_files_are_checked_without_a_traceback(
    suffix: str, documents: dict[str, list[bytes]], tmp_path: Path
) -> None:
    """A hundred thousand with the profile `thorough`; the seed of a failure is its number."""
    for seed in range(settings.default.max_examples * 7):
        data = hostile.mutated(documents[suffix], seed)
        try:
            checked(data, tmp_path / f"cases{suffix}")
        except Exception as error:
            message = f"seed {seed} of {suffix}"
            raise AssertionError(message) from error
