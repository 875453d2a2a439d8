"""Libraries for tables read the JSON Lines that we write."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest

import rednotice

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PAGE = ROOT / "docs" / "how-to" / "use-with-pandas-and-polars.md"


@pytest.fixture
def cases() -> list[rednotice.Case]:
    return list(rednotice.read(EXAMPLES))


@pytest.fixture
def path(cases: list[rednotice.Case], tmp_path: Path) -> Path:
    """A file of JSON Lines with all examples."""
    rednotice.write(cases, tmp_path / "cases.jsonl", plain_red=True)
    return tmp_path / "cases.jsonl"


def test_pandas_reads_a_case_a_row(
    cases: list[rednotice.Case], path: Path, told: Callable[..., None]
) -> None:
    """Ids are texts, and lists stay lists."""
    frame = pd.read_json(path, lines=True, dtype=False)

    assert frame["id"].tolist() == [case.id for case in cases]
    assert [len(subjects) for subjects in frame["subjects"]] == [len(c.subjects) for c in cases]
    told("pandas", Examples="all")


def test_polars_reads_a_case_a_row_without_what_has_two_types(
    cases: list[rednotice.Case], path: Path, told: Callable[..., None]
) -> None:
    """The value of a statement is a text or a list; without statements, all members are columns."""
    with pytest.raises(pl.exceptions.SchemaError):
        pl.read_ndjson(path, infer_schema_length=None)

    plain = [rednotice.update(case, "", statements=()) for case in cases]
    rednotice.write(plain, path, plain_red=True)
    frame = pl.read_ndjson(path, infer_schema_length=None)
    assert frame["id"].to_list() == [case.id for case in cases]
    assert frame["subjects"].list.len().to_list() == [len(case.subjects) for case in cases]
    told("polars", Examples="all without their statements")


def test_pandas_keeps_every_code_if_it_is_told_to() -> None:
    """By itself it takes the code of Namibia for a value that is missing."""
    table = ROOT / "schemas" / "1.0" / "codelists" / "countries.csv"

    assert "NA" not in set(pd.read_csv(table)["code"])
    assert "NA" in set(pd.read_csv(table, keep_default_na=False)["code"])


def test_the_page_on_tables_shows_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its code runs from top to bottom, as that of the other pages does elsewhere."""
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text(encoding="utf-8")
    blocks = re.findall(
        r"^<!-- partners -->\n```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL
    )
    names: dict[str, Any] = {"__name__": "page"}
    for block in blocks:
        exec(compile(block, "page", "exec", dont_inherit=True), names)  # noqa: S102  # the page's

    assert len(blocks) == page.count("```python") > 3


def test_pandas_neither_sorts_nor_groups_by_a_date_itself() -> None:
    """It has no order, and says so instead of making one up."""
    frame = pd.DataFrame(
        {"date": [rednotice.PartialDate("2021-06"), rednotice.PartialDate("2021")]}
    )

    with pytest.raises(TypeError, match="sort_key"):
        frame.sort_values("date")
