"""Whoever opens a YAML file of this project with another reader sees the same values."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "suite"))

from yaml_files import NOT_ALIKE, as_we_read, yaml_files  # noqa: E402  # stands beside the suite

FILES = yaml_files()


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(ROOT).as_posix() for path in FILES])
def test_a_reader_of_yaml_1_1_reads_a_file_as_we_do(path: Path) -> None:
    """A date, a number or a yes that it would take for something else stands in quotes."""
    read = list(yaml.load_all(path.read_bytes(), yaml.CSafeLoader))

    assert repr(read) == repr(as_we_read(path))


def test_the_files_that_are_read_differently_are_there() -> None:
    """Nobody else's name stays in their list."""
    assert all((ROOT / name).exists() for name in NOT_ALIKE)
    assert len(FILES) > 150
