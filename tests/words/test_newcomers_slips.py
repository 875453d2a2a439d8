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


# A dash too many


@pytest.mark.parametrize(
    "items",
    [
        "notices:\n- kind: red\n- issuing_state: TJ\n",
        "notices:\n- kind: red\n- issuing_state: TJ\n- number: 2031/4407\n",
        "notices:\n- kind: red\n  charges:\n  - text: fraud\n- issuing_state: TJ\n",
        "sources:\n- title: Interview\n- date: '2026'\n- by: [s1]\n",
        "sources: [{title: Interview}]\nnotices:\n- kind: red\n- sources: [q1]\n",
    ],
    ids=repr,
)
def test_a_dash_before_each_line_is_told_once(tmp_path: Path, items: str) -> None:
    """The second dash made a second record, which lacks what the first has."""
    assert said_once(tmp_path, CASE + items).startswith(
        "Take out the dash if this belongs to the item above. Otherwise "
    )


def test_a_dash_below_the_line_that_lacks_something_is_told_of(tmp_path: Path) -> None:
    said = said_once(tmp_path, f"{CASE}sources:\n- id: q1\n- title: Interview\n")

    assert said.startswith("Take out the dash below if the item there belongs to this one.")
    assert "Otherwise this has neither `title` nor `kind`." in said


@pytest.mark.parametrize(
    "items",
    [
        "notices:\n- {kind: red, issuing_state: TJ}\n- issuing_state: TJ\n",
        "notices:\n- issuing_state: TJ\n",
        'notices: [{"kind": "red"}, {"issuing_state": "TJ"}]\n',
    ],
    ids=repr,
)
def test_a_record_of_its_own_is_not_said_to_have_a_dash_too_many(
    tmp_path: Path, items: str
) -> None:
    """It repeats a member of the one above, is the only one, or has no dash."""
    assert "dash" not in said_once(tmp_path, CASE + items)


def test_a_dash_before_each_line_of_the_subject_is_told(tmp_path: Path) -> None:
    """A subject needs no member, so a rule sees that one has neither a name nor a label."""
    path = tmp_path / "case.yaml"
    path.write_text(f"{HEAD}subjects:\n- id: s1\n- label: A\n", encoding="utf-8")
    said = [one.message for one in rednotice.check(path) if one.rule == "RN103"]

    assert ["Take out the dash if the line belongs to the subject" in one for one in said] == [True]


# A sign that begins a comment


@pytest.mark.parametrize(
    "lines",
    ["summary: #1 on the list\n", "summary:   # not asked yet\n", "incidents:\n- text: #1\n"],
    ids=repr,
)
def test_a_value_behind_a_number_sign_is_told_to_be_a_comment(tmp_path: Path, lines: str) -> None:
    """Whoever typed it sees that it is not empty."""
    said = said_once(tmp_path, CASE + lines)

    assert said.startswith("This is empty, because # begins a comment. Put a text that begins")
    assert said.endswith("Leave the member out if it is unknown.")


def test_a_required_value_behind_a_number_sign_is_not_to_be_left_out(tmp_path: Path) -> None:
    said = said_once(tmp_path, f"{CASE}notices:\n- kind: #red\n")

    assert said.endswith("Put a text that begins with # in quotes.")


@pytest.mark.parametrize("lines", ["summary:\n", "summary: null # nothing\n", 'summary: ""\n'])
def test_an_empty_value_without_a_comment_is_empty(tmp_path: Path, lines: str) -> None:
    assert said_once(tmp_path, CASE + lines) == "This is empty. Leave it out if it is unknown."


# Dates that are no text


def outcome(date: str) -> str:
    return f"{CASE}outcomes:\n- kind: held\n  date: {date}\n"


@pytest.mark.parametrize("date", ["20210305", "2021.05", "1614902400"])
def test_a_date_in_digits_is_told_of_its_quotes_and_its_hyphens(tmp_path: Path, date: str) -> None:
    """Quotes alone would only lead to the next refusal."""
    said = said_once(tmp_path, outcome(date))

    assert said.startswith("This must be text, so put it in quotes. ")
    assert "hyphen" in said


def test_a_year_without_quotes_needs_quotes_alone(tmp_path: Path) -> None:
    assert said_once(tmp_path, outcome("2021")).startswith(
        "This must be text, so put it in quotes: a day of the calendar"
    )


def test_a_list_of_two_dates_is_a_period_or_one_of_two(tmp_path: Path) -> None:
    said = said_once(tmp_path, outcome("[2021-03, 2021-05]"))

    assert "Write a period with a slash between its two ends, like 2020-03/2021-11." in said
    assert 'Write "[2021,2022]", in quotes, for one of two dates.' in said
