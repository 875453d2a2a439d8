"""
The scale on which other validators were compared: five malformed inputs, five points each.

A point each for: an exit status that is not zero; the record or its path; plain words for what is
wrong; the line; what to do next. A dump of a value or a misleading place costs a point.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rednotice.cli import main

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/explanation/beside-other-validators.md"
CASE: dict[str, Any] = {
    "rednotice": "1.0",
    "id": "c-1",
    "pursued_by": ["TJ"],
    "subjects": [{"label": "Editor A", "born": "1985"}],
}
SUBJECT = {"label": "Editor A", "born": "1985"}


class Input(NamedTuple):
    """
    A malformed file: its name, suffix and text; the values that must not be shown; and what each
    of the points needs: a path or line, words for what is wrong, the line, words for what to do.
    """

    name: str
    suffix: str
    text: str
    secret: str
    place: str
    wrong: str
    line: int
    remedy: str


def indented(**members: Any) -> str:
    """The case with other *members*, as a person would lay it out."""
    return json.dumps({**CASE, **members}, indent=1)


def with_a_broken_line() -> str:
    """Five cases, of which the third has lost its end."""
    lines = [json.dumps({**CASE, "id": f"c-{number}"}) for number in range(1, 6)]
    lines[2] = lines[2][:-3]
    return "\n".join(lines)


INPUTS = [
    Input(
        "a wrong type",
        ".json",
        indented(subjects=[{**SUBJECT, "label": 4711}]),
        "4711",
        "/subjects/0/label",
        "This must be text",
        9,
        "put it in quotes",
    ),
    Input(
        "a missing member",
        ".json",
        json.dumps({name: value for name, value in CASE.items() if name != "subjects"}, indent=1),
        "c-1",
        "case.json",
        "`subjects` is missing",
        1,
        "Add a list of at least one object",
    ),
    Input(
        "a day that there is not",
        ".json",
        indented(subjects=[{**SUBJECT, "born": "31/02/1985"}]),
        "31/02",
        "/subjects/0/born",
        "the year first",
        10,
        "like 2021-06-15",
    ),
    Input(
        "an unknown member",
        ".json",
        indented(subjects=[{"lable": "Editor A"}]),
        "Editor",
        "/subjects/0",
        "`lable` is not a member of Subject",
        9,
        "Did you mean `label`?",
    ),
    Input(
        "a broken line of JSON Lines",
        ".jsonl",
        with_a_broken_line(),
        "Editor",
        "case.jsonl:3:",
        "the text ends within",
        3,
        "close it with",
    ),
]
each_input = pytest.mark.parametrize("given", INPUTS, ids=lambda given: given.name)


def points_of(given: Input, folder: Path, capsys: pytest.CaptureFixture[str]) -> int:
    """The points that the command gets for *given*."""
    path = folder / f"case{given.suffix}"
    path.write_text(given.text, encoding="utf-8")
    status = main(["check", str(path), "--format", "text"])
    printed = capsys.readouterr().out
    dumped = given.secret in printed.replace("[c-1]", "").replace("(c-1)", "")
    lines = {int(line) for line in re.findall(r"(?:^|:|\s)([0-9]+):[0-9]+", printed)}
    points = [
        status == 1,
        given.place in printed or f"{given.line}:" in printed,
        given.wrong.lower() in printed.lower(),
        given.line in lines,
        given.remedy.lower() in printed.lower(),
    ]
    return sum(points) - dumped


@each_input
def test_each_malformed_input_gets_all_five_points(
    given: Input, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The place, what is wrong and what to do, and no value."""
    assert points_of(given, tmp_path, capsys) == 5


def test_the_other_lines_are_checked_behind_a_broken_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line is lost, and not the file."""
    path = tmp_path / "case.jsonl"
    path.write_text(with_a_broken_line(), encoding="utf-8")
    main(["check", str(path), "--format", "json"])
    report = json.loads(capsys.readouterr().out)

    assert [one["line"] for one in report["findings"] if one["severity"] == "error"] == [3]
    assert report["cases"] == 4


def test_the_page_has_our_points_and_those_of_the_peers() -> None:
    """A table that is not held to what is measured grows old."""
    page = PAGE.read_text(encoding="utf-8")

    assert re.search(r"^\| rednotice .*\| 25 \|$", page, re.MULTILINE)
    assert page.count("\n| ") >= 11
