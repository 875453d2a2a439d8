"""
A data set with thirty planted mistakes: each is found once, at its line, and nothing else is.

A line of the data that holds a mistake ends with ``#|``, the rule that finds it, and the line to
which its message leads; a line without that is taken out.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

import rednotice
from rednotice import Finding, Severity
from rednotice.documents import LineColumn

FOLDER = Path(__file__).parents[1] / "data/planted"
FILES = sorted(FOLDER.glob("*.yaml"))
PLANTED = re.compile(r" *#\| (RN[0-9]+) ?(.*)$")
TODAY = dt.date(2027, 1, 1)


def found_in(path: Path) -> list[Finding]:
    """What a check finds, other than information."""
    report = rednotice.check(path, today=TODAY)
    return [finding for finding in report if finding.severity is not Severity.INFO]


def line_of(finding: Finding) -> int:
    """The line of *finding*."""
    assert isinstance(finding.place, LineColumn)
    return finding.place.line


def planted_in(path: Path) -> list[tuple[str, int]]:
    """The rules that must find something in *path*, each with the line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    marks = ((number, PLANTED.search(line)) for number, line in enumerate(lines, 1))
    return [(mark[1], number) for number, mark in marks if mark]


def test_thirty_mistakes_are_planted() -> None:
    """Each of another rule, or of another kind that one rule finds."""
    assert sum(len(planted_in(path)) for path in FILES) == 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_planted_mistake_is_found_once_and_nothing_else(path: Path) -> None:
    """A finding too many hides one that counts."""
    found = [(one.rule, line_of(one)) for one in found_in(path)]

    assert sorted(found, key=lambda one: one[1]) == planted_in(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_whoever_does_what_the_messages_say_is_done(path: Path, tmp_path: Path) -> None:
    """No finding is behind another one."""
    lines = path.read_text(encoding="utf-8").splitlines()
    mended = tmp_path / path.name
    mended.write_text(
        "\n".join(mark[2] if (mark := PLANTED.search(line)) else line for line in lines),
        encoding="utf-8",
    )

    assert [str(one) for one in found_in(mended)] == []
