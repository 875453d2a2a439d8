"""Libraries for tables read the JSON Lines that we write."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import polars as pl
import pytest

import rednotice

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def cases() -> list[rednotice.Case]:
    return list(rednotice.read(EXAMPLES))


@pytest.fixture
def path(cases: list[rednotice.Case], tmp_path: Path) -> Path:
    """A file of JSON Lines with all examples."""
    rednotice.write(cases, tmp_path / "cases.jsonl")
    return tmp_path / "cases.jsonl"


def test_pandas_reads_a_case_a_row(cases: list[rednotice.Case], path: Path) -> None:
    """Ids are texts, and lists stay lists."""
    frame = pd.read_json(path, lines=True, dtype=False)

    assert frame["id"].tolist() == [case.id for case in cases]
    assert [len(subjects) for subjects in frame["subjects"]] == [len(c.subjects) for c in cases]


@pytest.mark.xfail(
    reason="a column has one type, and members like a statement's value hold a text or a list",
    raises=pl.exceptions.SchemaError,
)
def test_polars_reads_a_case_a_row(cases: list[rednotice.Case], path: Path) -> None:
    """All members are columns, however late in the file they come."""
    frame = pl.read_ndjson(path, infer_schema_length=None)

    assert frame["id"].to_list() == [case.id for case in cases]
    assert frame["subjects"].list.len().to_list() == [len(case.subjects) for case in cases]
