"""Checking paths, cases and lists of cases."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import rednotice
from rednotice import Case, Notice, Severity, Subject

CASE = Case(
    rednotice="1.0",
    id="c-1",
    pursued_by=("TJ",),
    subjects=(Subject(label="A"),),
    notices=(Notice(kind="red", warrants=("w9",), issuing_state="TJ"),),
)


def test_a_case_is_checked_as_its_file_is(tmp_path: Path) -> None:
    """The same findings, but for the place in the text."""
    rednotice.write(CASE, tmp_path / "c.yaml")
    today = dt.date(2026, 1, 1)

    in_memory = rednotice.check(CASE, today=today)
    on_disk = rednotice.check(tmp_path / "c.yaml", today=today)

    assert [(found.rule, found.pointer) for found in in_memory] == [
        (found.rule, found.pointer) for found in on_disk
    ]
    assert {found.place for found in in_memory} == {None}
    assert all(found.place for found in on_disk)


def test_the_same_id_twice_is_an_error(tmp_path: Path) -> None:
    """Over all files of a data set, and in a list as well."""
    rednotice.write(CASE, tmp_path / "a.json")
    rednotice.write(CASE, tmp_path / "b.json")

    for report in (rednotice.check(tmp_path), rednotice.check([CASE, CASE])):
        assert [found.severity for found in report if found.rule == "RN012"] == [Severity.ERROR]


def test_the_day_can_be_given() -> None:
    """A check can be repeated: nothing but the verbs knows of a clock."""
    case = Case(
        rednotice="1.0",
        id="c-1",
        subjects=(Subject(label="A", born=rednotice.PartialDate("2030")),),
    )

    def found(year: int) -> set[str]:
        return {finding.rule for finding in rednotice.check(case, today=dt.date(year, 1, 1))}

    assert found(2026) - found(2040) == {"RN202"}


def test_a_report_counts_and_weighs() -> None:
    """The heaviest severity first, zeros included."""
    report = rednotice.check(CASE)

    assert list(report.counts) == ["error", "warning", "info"]
    assert report.cases == 1
    assert report.fails()
    assert len(report) == sum(report.counts.values())


def test_an_audience_that_is_none_is_refused() -> None:
    """A misspelt audience must not pass for the internal one."""
    with pytest.raises(ValueError, match="Audience"):
        rednotice.check(CASE, audience="everybody")


def test_a_case_id_that_tells_a_name_is_shown_as_a_number() -> None:
    """In text and in the object for machines."""
    case = Case(
        rednotice="1.0",
        id="sampleman",
        subjects=(Subject(names=(rednotice.loads(NAMED).subjects[0].names)),),  # type: ignore[union-attr]
    )
    report = rednotice.check(case)

    assert "RN101" in {finding.rule for finding in report}
    assert not any("sampleman" in f"{finding} {finding.as_dict()}" for finding in report)


NAMED = '{"rednotice":"1.0","id":"c-1","subjects":[{"names":[{"text":"Zaphod Sampleman"}]}]}'
