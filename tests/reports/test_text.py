"""The report for people at a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from rednotice.findings import Report, Severity
from rednotice.verbs.checking import check

Written = Callable[..., str]

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def test_colour_changes_nothing_but_the_colour(written: Written, faulty: Report) -> None:
    """Without its escape sequences the text is the plain one."""
    plain = written("text", faulty)
    coloured = written("text", faulty, colour=True)

    assert "\x1b" not in plain
    assert ESCAPE.search(coloured)
    assert ESCAPE.sub("", coloured) == plain


def test_each_severity_has_its_colour(written: Written, faulty: Report) -> None:
    """So the gravest finding is seen first."""
    coloured = written("text", faulty, colour=True)

    painted = {
        severity: re.findall(rf"\x1b\[([0-9;]*)m{severity.value}\x1b\[0m", coloured)
        for severity in Severity
    }
    assert all(painted.values())
    assert len({codes[0] for codes in painted.values()}) == len(Severity)


def test_findings_that_say_the_same_are_summed_up(written: Written, many: Report) -> None:
    """Forty warnings are three examples, and a line that counts the others with their files."""
    text = written("text", many)

    assert text.count("RN106 [c-") == 3
    assert "warning RN106 37 more in 2 files: The case names no state" in text


def test_each_finding_is_shown_to_who_wants_all(written: Written, many: Report) -> None:
    """`--all` leaves nothing out."""
    text = written("text", many, every=True)

    assert text.count("RN106 [c-") == 40
    assert " more in " not in text


def test_a_few_findings_are_all_shown(written: Written, faulty: Report) -> None:
    """Five lines are no flood."""
    text = written("text", faulty)

    assert " more in " not in text
    assert len(re.findall(r"^  [0-9:]+ (?:error|warning|info) RN", text, re.MULTILINE)) == len(
        faulty
    )


def test_the_line_is_shown_only_with_its_values(written: Written, faulty: Report) -> None:
    """A mark stands below the place, and the value of a misspelt member is not its whole parent."""
    shown = written("text", faulty, values=True).splitlines()
    start = next(number for number, line in enumerate(shown) if "RN005" in line)

    source, mark, value = shown[start + 2 : start + 5]
    assert source.endswith('"notices":[{"kind":"red","isuing_state":"TJ"}]}')
    assert source[mark.index("^") :].startswith('"isuing_state"')
    assert value.strip() == 'value of "isuing_state": "TJ"'
    assert '"notices"' not in written("text", faulty)


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_whole_document_is_no_value_of_a_place(
    written: Written, faulty: Report, form: str
) -> None:
    """A finding about the case as a whole, such as a missing member, does not print it."""
    whole = Report(tuple(finding for finding in faulty if finding.rule == "RN106"))

    assert len(whole) == 1
    assert "value:" not in written(form, whole, values=True).lower()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_line_of_a_yaml_file_is_found(written: Written, tmp_path: Path, ends: str) -> None:
    """Also where lines end as on Windows, and where letters take several bytes."""
    file = tmp_path / "c.yaml"
    text = 'rednotice: "1.0"\nid: c-1\nsubjects: [{label: Ж}]\nevents: [{text: Жж, dat: 1}]\n'
    file.write_bytes(text.replace("\n", ends).encode())

    shown = written("text", check(file), values=True).splitlines()

    start = next(number for number, line in enumerate(shown) if "RN005" in line)
    source, mark = shown[start + 2 : start + 4]
    assert source.strip() == "4 | events: [{text: Жж, dat: 1}]"
    assert source[mark.index("^") :].startswith("dat: 1")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", "{good}\n{good}\n{bad}\n"),
        ("a.json", "[{good},\n  {bad}]"),
        ("a.json", "[{good}, {bad}]"),
        ("a.json", '[{good},\r\n\r\n{{"x":\r\n1,{rest}]'),
        ("a.yaml", "---\n{good}\n---\n{bad}\n"),
    ],
)
def test_the_mark_stands_below_the_place_in_every_document_of_a_file(
    written: Written, tmp_path: Path, name: str, text: str
) -> None:
    """Also if the document begins in the middle of a line."""
    good = '{"rednotice":"1.0","id":"c-1","subjects":[{"label":"A"}]}'
    rest = '"rednotice":"1.0","id":"c-2","subjects":[{"label":"A"}],"dat":"ж"}'
    file = tmp_path / name
    file.write_bytes(text.format(good=good, bad="{" + rest, rest=rest).encode())

    shown = written("text", check(file), values=True).splitlines()

    start = next(number for number, line in enumerate(shown) if "RN005" in line and "c-2" in line)
    place = shown[start].split()[0]
    source, mark = shown[start + 2 : start + 4]
    assert source.strip().startswith(f"{place.partition(':')[0]} | ")
    assert source[mark.index("^") :].startswith(('"dat":"ж"', '"x":'))


def test_a_long_line_is_cut_around_the_place(written: Written, tmp_path: Path) -> None:
    """A case in JSON Lines is one line of any length."""
    file = tmp_path / "c.jsonl"
    padding = "x" * 5_000
    file.write_text(
        '{"rednotice":"1.0","id":"c-1","subjects":[{"label":"A"}],'
        f'"summary":"{padding}","dat":"2021","extensions":{{"org.a":"{padding}"}}}}\n'
    )

    shown = written("text", check(file), values=True)

    assert '"dat":"2021"' in shown
    assert max(map(len, shown.splitlines())) < 260
