"""The report for the summary of a run."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from rednotice import faults
from rednotice.findings import Finding, Report

Written = Callable[..., str]

CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
# A mark of Markdown or HTML that nothing escapes; an underscore within a word is none.
MARK = re.compile(r"(?<!\\)[*`\[\]<>&@~]")


def cells_of(row: str) -> list[str]:
    """The cells of *row* as a reader sees them, in which nothing but code is marked."""
    cells = re.split(r"(?<!\\)\|", row.strip().strip("|"))
    return [seen(cell.strip().replace(r"\|", "|")) for cell in cells]


def seen(cell: str) -> str:
    """The text of *cell*: code as it is, and all else without what escapes it."""
    parts = CODE.split(cell)  # text, fence, code, text, fence, code, text …
    for place in range(0, len(parts), 3):
        assert not MARK.search(parts[place])
        parts[place] = re.sub(r"\\([^a-zA-Z0-9\s])", r"\1", parts[place])
    for place in range(2, len(parts), 3):
        code = parts[place]
        parts[place - 1] = ""
        if code[0] == code[-1] == " " and code.strip():
            parts[place] = code[1:-1]
    return "".join(parts)


def test_findings_that_say_the_same_are_one_row(written: Written, many: Report) -> None:
    """With their number, the first places, and how many others there are."""
    text = written("markdown", many)

    (row,) = [line for line in text.splitlines() if "RN106" in line]
    assert "| 40 |" in row
    assert row.count("`a.jsonl:") == 3
    assert "and 37 more" in row


def test_each_place_is_named_to_who_wants_all(written: Written, many: Report) -> None:
    """`--all` leaves nothing out."""
    text = written("markdown", many, every=True)

    assert text.count("`[c-") == 40
    assert " more" not in text


def test_the_gravest_stand_first(written: Written, faulty: Report) -> None:
    """Errors, then warnings, then information."""
    rows = written("markdown", faulty).splitlines()
    severities = [row.split()[1] for row in rows if " RN" in row]

    assert severities == sorted(severities, key=["error", "warning", "info"].index)
    assert set(severities) == {"error", "warning", "info"}


@pytest.mark.parametrize(
    "name",
    ["a|b.json", "a`b``c.json", "<img src=x>.json", "[a](b).json", "@team.json", "`.json", "a`"],
)
def test_a_name_of_a_file_is_shown_as_it_is(written: Written, name: str) -> None:
    """It cannot make a cell, a link, a picture or a mention."""
    finding = Finding(faults.EMPTY, "must be `x`", file=name)

    row = cells_of(written("markdown", Report((finding,))).splitlines()[-1])

    assert row == ["error", "RN008 empty-value", "1", "must be x", name]


def test_a_message_is_shown_as_it_is(written: Written) -> None:
    """Marks of Markdown and HTML are escaped, and code stays code."""
    message = "must be <b>*bold*</b>, [x](y) or `a|b` | `c` & more_or_less_"
    finding = Finding(faults.EMPTY, message, file="a.json")

    row = cells_of(written("markdown", Report((finding,))).splitlines()[-1])

    assert row[3] == message.replace("`", "")


def test_a_report_without_findings_has_no_table(written: Written) -> None:
    """The sentence says it all."""
    text = written("markdown", Report(files=1, cases=2))

    assert text == "## rednotice check\n\nChecked 2 cases in 1 file: nothing to mend.\n\n"
