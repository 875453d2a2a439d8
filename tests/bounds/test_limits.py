"""Limits hold before the work is done: on documents in a row, and on problems of one rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.datasets import cases, files
from rednotice.formats.json import text
from rednotice.formats.yaml import documents
from rednotice.insight.questions import MOST

CASE = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "Editor A"}]}


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five documents in a row are enough."""
    monkeypatch.setattr(cases, "MOST_REFUSED", 5)
    monkeypatch.setattr(files, "MOST_REFUSED", 5)


@pytest.mark.parametrize("line", ["x", "1", "{}", '{"rednotice": "1.0", "id": "c-2"}'])
def test_a_file_that_is_no_file_of_cases_is_left_after_many_documents(
    tmp_path: Path, line: str
) -> None:
    """A million numbers would take minutes, and the report keeps the first findings only."""
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join([line] * 50), encoding="utf-8")
    report = rednotice.check(path)

    assert report.refused == 5
    assert [one.rule for one in report][-1] == "RN009"
    assert "the rest of the file was not read" in [one.message for one in report][-1]


def test_a_file_of_empty_documents_is_left_after_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each would be read by itself, and a file can have millions."""
    monkeypatch.setattr(documents, "MOST_EMPTY", 5)
    path = tmp_path / "cases.yaml"
    case = json.dumps(CASE)
    path.write_text(f"---\n{case}\n" + "--- # nothing\n" * 5 + f"---\n{case}\n", encoding="utf-8")
    report = rednotice.check(path)

    assert report.cases == 1
    assert report.refused == 0
    assert [one.place for one in report if one.rule == "RN009"] == [(7, 1)]


def test_a_document_of_too_many_parts_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each takes far more memory than text."""
    monkeypatch.setattr(text, "_LARGE", 10)
    monkeypatch.setattr(text, "MOST_PARTS", 100)
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({**CASE, "people": [{}] * 99}), encoding="utf-8")

    assert [one.rule for one in rednotice.check(path)] == ["RN009"]


@pytest.mark.parametrize(
    ("number", "rule"), [("0.5", []), ("0.12345678901234567890", ["RN001"]), ("1e999", ["RN001"])]
)
def test_a_number_of_a_large_document_loses_no_digit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: str, rule: list[str]
) -> None:
    """A large document is decoded in another way if no number in it can."""
    monkeypatch.setattr(text, "_LARGE", 10)
    path = tmp_path / "cases.json"
    behind = f'"extensions": {{"org.example": [0.25, "1.5", 12345678901, -1.5, {number}]}}}}'
    path.write_text(f"{json.dumps(CASE)[:-1]}, {behind}", encoding="utf-8")
    report = rednotice.check(path)

    assert [one.rule for one in report if one.rule < "RN1"] == rule
    assert [one.place and one.place[1] for one in report if one.rule == "RN001"] == [
        path.read_text("utf-8").index(number) + 1 for _ in rule
    ]


def test_an_accepted_case_between_refused_ones_lets_the_reading_go_on(tmp_path: Path) -> None:
    """Only documents in a row show that a file holds something else."""
    path = tmp_path / "cases.jsonl"
    broken = ["x"] * 4
    own = [json.dumps({**CASE, "id": f"c-{number}"}) for number in range(3)]
    path.write_text(
        "\n".join([*broken, own[0], *broken, own[1], *broken, own[2]]), encoding="utf-8"
    )
    report = rednotice.check(path)

    assert (report.cases, report.refused) == (3, 12)


def many(members: dict[str, Any], rule: str) -> list[str]:
    """The places that *rule* finds in a case with *members*."""
    found = rednotice.check({**CASE, **members}, most=10 * MOST)
    return [one.pointer for one in found if one.rule == rule]


def test_one_rule_about_the_case_tells_of_so_many_places_and_no_more() -> None:
    """A case of 64 MiB could have millions."""
    unseen = {"kind": "arrested", "text": "a\u200bb"}
    places = many({"outcomes": [unseen] * 3 * MOST}, "RN115")

    assert places == [*(f"/outcomes/{at}/text" for at in range(MOST)), ""]


def test_one_rule_about_records_tells_of_so_many_places_and_no_more() -> None:
    """Whichever records they are in."""
    places = many({"outcomes": [{"country": "AT"}] * 3 * MOST}, "RN701")

    assert places == [*(f"/outcomes/{at}" for at in range(MOST)), ""]


def test_as_many_problems_as_are_told_are_told_without_a_word_of_more() -> None:
    """There are none."""
    places = many({"outcomes": [{"country": "AT"}] * MOST}, "RN701")

    assert places == [f"/outcomes/{at}" for at in range(MOST)]
