"""What newcomers did on their first day: each slip is told once, with the step that mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

import rednotice
from rednotice.documents import LineColumn
from rednotice.findings import Finding, Severity

HEAD = 'rednotice: "1.0"\nid: c-1\n'
SUBJECTS = "subjects:\n- id: s1\n  label: Journalist A\n"
CASE = HEAD + SUBJECTS


def told(folder: Path, text: str, name: str = "case.yaml") -> list[Finding]:
    """The errors in a file called *name* with *text*."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return [one for one in rednotice.check(path) if one.severity is Severity.ERROR]


def said_once(folder: Path, text: str, name: str = "case.yaml") -> str:
    """The message of the one error in a file called *name* with *text*."""
    found = told(folder, text, name)
    assert len(found) == 1, [str(one) for one in found]
    return found[0].message


def line_told(folder: Path, text: str, name: str = "case.yaml") -> int:
    """The line of the one error in a file called *name* with *text*."""
    (finding,) = told(folder, text, name)
    assert isinstance(finding.place, LineColumn)
    return finding.place.line


# Two cases in one file


@pytest.mark.parametrize("between", ["", "\n", "# the next case\n"], ids=repr)
def test_a_second_case_without_dashes_is_told_where_it_begins(tmp_path: Path, between: str) -> None:
    """Once, and not once for each of its members, of which one was to be taken out."""
    text = CASE + between + CASE.replace("c-1", "c-2")

    assert said_once(tmp_path, text).startswith(
        "A second case begins here. Put a line `---` before it"
    )
    assert line_told(tmp_path, text) == CASE.count("\n") + between.count("\n") + 1


def test_the_version_twice_in_braces_is_no_second_case(tmp_path: Path) -> None:
    """No line of dashes can stand inside them."""
    text = '{rednotice: "1.0", id: c-1, rednotice: "1.0", subjects: [{label: A}]}'

    assert "Keep one of the two" in said_once(tmp_path, text)


def test_a_member_inside_the_case_with_the_name_of_the_version_is_no_second_case(
    tmp_path: Path,
) -> None:
    text = f"{CASE}extensions:\n  org.example:\n    rednotice: 1\n    rednotice: 2\n"

    assert "Keep one of the two" in said_once(tmp_path, text)
