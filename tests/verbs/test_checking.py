"""Checking: faults and findings of a path, a case or many, and what is not shown of them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.findings import Report, Severity

Folder = Any

TODAY = dt.date(2026, 6, 1)
CASE_1 = "(case 1, its id tells a person's)"
CASE_2 = "(case 2, its id tells a person's)"


def case(identity: str = "c1", **members: Any) -> dict[str, Any]:
    start = {"rednotice": "1.0", "id": identity, "subjects": [{"label": "Student A"}]}
    return start | members


def named(identity: str, name: str, **members: Any) -> dict[str, Any]:
    return case(identity, subjects=[{"names": [{"text": name}]}], **members)


def loaded(value: dict[str, Any]) -> rednotice.Case:
    record = rednotice.loads(json.dumps(value))
    assert isinstance(record, rednotice.Case)
    return record


def check(what: Any, **options: Any) -> Report:
    return rednotice.check(what, today=TODAY, **options)


def faults(report: Report) -> list[tuple[str, str, tuple[int, int] | None]]:
    """Rule, pointer and place of what is found before a rule is asked."""
    return [(found.rule, found.pointer, found.place) for found in report if found.rule < "RN100"]


def shown(report: Report) -> str:
    """All that is printed or exported of *report*."""
    return "\n".join(f"{found}\n{found!r}\n{json.dumps(found.as_dict())}" for found in report)


# What is checked


def test_six_faults_are_six_findings_with_their_places(folder: Folder) -> None:
    """
    A misspelt member, a wrong type, a missing member, 31 February, a broken line, a repeated key.
    """
    name = "Zuzanna Invented"
    folder.put(
        "cases.jsonl",
        case("c1", sumary=name),
        case("c2", subjects=[{"label": name, "born": 1984}]),
        '{"rednotice": "1.0", ',
        {"rednotice": "1.0", "id": "c4", "note": name},
        case("c5", warrants=[{"issued": "2021-02-31"}]),
        '{"rednotice": "1.0", "id": "c6", "note": "x", "note": "y", "subjects": [{"label": "A"}]}',
    )
    report = check(folder.path / "cases.jsonl")

    assert faults(report) == [
        ("RN005", "", (1, 72)),
        ("RN006", "/subjects/0/born", (2, 85)),
        ("RN001", "", (3, 22)),
        ("RN004", "", (4, 1)),
        ("RN007", "/warrants/0/issued", (5, 96)),
        ("RN002", "", (6, 47)),
    ]
    assert report.fails()
    assert "Invented" not in shown(report)
    assert "1984" not in shown(report)
    assert "02-31" not in shown(report)


def test_what_is_checked_is_counted(folder: Folder) -> None:
    """Cases, refused documents, shared documents, files and what was passed over."""
    folder.put("a.jsonl", case("c1"), case("c2"), "{", case("c4", sumary="x", note=""))
    folder.put("b.json", case("c3"))
    folder.put("shared.json", {"rednotice": "1.0", "shared": True, "note": "x"})
    folder.put("notes.txt", "x")

    report = check(folder.path)

    assert (report.cases, report.refused, report.shared) == (3, 2, 1)
    assert (report.files, report.skipped) == (3, 1)


def test_a_case_is_checked_as_its_file_is(tmp_path: Path) -> None:
    """The same findings, but for the file and the place in it."""
    one = loaded(case("c1", notices=[{"kind": "red", "warrants": ["w9"]}]))
    rednotice.write(one, tmp_path / "c.yaml")

    on_disk = check(tmp_path / "c.yaml")

    assert "/notices/0/warrants/0" in [found.pointer for found in on_disk]
    assert all(found.place and found.file for found in on_disk)
    for what in (one, [one], iter([one])):
        report = check(what)
        assert report.cases == 1
        assert [(found.rule, found.pointer) for found in report] == [
            (found.rule, found.pointer) for found in on_disk
        ]
        assert not any(found.place or found.file for found in report)


def test_cases_that_are_read_bring_their_shared_document(folder: Folder) -> None:
    """References to it are looked up whether a path is checked or what was read of it."""
    folder.put("shared.json", {"rednotice": "1.0", "shared": True, "operations": [{"id": "op1"}]})
    folder.put("a.json", case("c1", operations=["shared:op1", "shared:op2"]))

    for report in (check(folder.path), check(rednotice.read(folder.path))):
        assert [found.pointer for found in report if "op" in found.pointer] == ["/operations/1"]


def test_a_shared_document_may_be_given(folder: Folder) -> None:
    """Where it lies elsewhere."""
    shared = {"rednotice": "1.0", "shared": True, "operations": [{"id": "op1"}]}
    path = folder.put("a.json", case("c1", operations=["shared:op2"]))

    report = check(path, shared=folder.put("elsewhere/what.json", shared))

    assert "/operations/0" in [found.pointer for found in report]
    assert "/operations/0" not in [found.pointer for found in check(path)]


@pytest.mark.parametrize("name", ["gone.json", "gone"])
def test_a_path_that_is_not_there_is_an_error(tmp_path: Path, name: str) -> None:
    """It is no finding: the work could not be done."""
    with pytest.raises(FileNotFoundError):
        check(tmp_path / name)


def test_an_unknown_suffix_is_an_error(folder: Folder) -> None:
    """As in reading."""
    with pytest.raises(rednotice.UnknownFormat):
        check(folder.put("a.txt", case()))
    assert check(folder.path / "a.txt", format="json").cases == 1


@pytest.mark.parametrize("audience", ["internal", "counsel", "ccf", "partner", "public"])
def test_an_audience_is_named_by_its_rung(audience: str) -> None:
    """Who the data are meant for decides how much some findings weigh."""
    assert check([], audience=audience).cases == 0


def test_an_unknown_audience_is_an_error() -> None:
    """A misspelt one must not pass for the inmost."""
    with pytest.raises(ValueError, match="one of internal"):
        check([], audience="friends")


def test_the_day_can_be_given() -> None:
    """A check can be repeated: what is in the future is so on a day, and not by the clock."""
    one = loaded(case(subjects=[{"label": "Student A", "born": "2030"}]))

    def found(year: int) -> set[str]:
        return {finding.rule for finding in rednotice.check(one, today=dt.date(year, 1, 1))}

    assert found(2026) - found(2040) == {"RN202"}


# The same id twice


def test_a_case_id_that_stands_twice_is_an_error(folder: Folder) -> None:
    """In one file or in two, at each case after the first."""
    folder.put("a.jsonl", case("c1"), case("c2"), case("c1"))
    folder.put("b.json", case("c1"))

    found = [found for found in check(folder.path) if found.rule == "RN012"]

    assert [(one.pointer, one.place, Path(str(one.file)).name) for one in found] == [
        ("/id", (3, 28), "a.jsonl"),
        ("/id", (1, 28), "b.json"),
    ]
    assert {one.case for one in found} == {"c1"}
    assert {one.severity for one in found} == {Severity.ERROR}


def test_cases_without_a_file_are_counted_by_their_ids() -> None:
    """The same object twice is twice the same case."""
    one = loaded(case("c1"))

    assert [found.rule for found in check([one, one]) if found.rule == "RN012"] == ["RN012"]


def test_a_case_that_is_refused_does_not_count_as_met(folder: Folder) -> None:
    """It is no case yet."""
    path = folder.put("a.jsonl", case("c1", sumary="x"), case("c1"))

    assert [rule for rule, _, _ in faults(check(path))] == ["RN005"]


# What is not shown


@pytest.mark.parametrize("name", ["Zuzanna Invented", "ZUZANNA", "Żużanna"])
def test_a_case_id_that_tells_a_name_is_shown_by_a_number(folder: Folder, name: str) -> None:
    """Wherever it would be printed; the finding says what to do."""
    path = folder.put("a.jsonl", case("c0"), named("c-zuzanna", name, operations=["op9"]))

    report = check(path)

    assert "zuzanna" not in shown(report).lower()
    assert {found.case for found in report if found.place and found.place[0] == 2} == {CASE_1}
    assert [found.pointer for found in report if found.rule == "RN101"] == ["/id"]


def test_a_file_name_that_tells_a_name_is_shown_by_a_number(folder: Folder) -> None:
    """Its place stays, so that who holds the files finds it."""
    path = folder.put("invented_case.json", named("c1", "Zuzanna Invented", operations=["op9"]))

    report = check(path)

    assert "invented" not in shown(report).lower()
    assert {found.file for found in report} == {"(file 1, its name tells a person's)"}
    assert [found.rule for found in report if found.rule == "RN102"] == ["RN102"]


def test_a_document_that_is_refused_is_looked_at_for_names_too(folder: Folder) -> None:
    """A fault must not print what a finding would hide."""
    folder.put("zuzanna.json", named("c-invented", "Zuzanna Invented", sumary="x", note=""))

    report = check(folder.path)

    assert sorted(rule for rule, _, _ in faults(report)) == ["RN005", "RN008"]
    assert {found.case for found in report} == {CASE_1}
    assert "zuzanna" not in shown(report).lower()
    assert "invented" not in shown(report).lower()


@pytest.mark.parametrize(
    "names",
    [
        "Zuzanna",
        ["Zuzanna"],
        {"text": "Zuzanna"},
        [{"family": ["Zuzanna"]}],
        [{"forename": {"text": "Zuzanna"}}],
        [["Zuzanna"]],
    ],
    ids=str,
)
def test_names_are_found_however_broken_their_record_is(folder: Folder, names: Any) -> None:
    """Of a value of another type the text is a name all the same."""
    folder.put("a.json", case("zuzanna-1", subjects=[{"names": names}]))

    report = check(folder.path)

    assert faults(report)
    assert "zuzanna" not in shown(report).lower()


def test_the_numbers_run_over_the_whole_check(folder: Folder) -> None:
    """Two ids that are hidden stay two."""
    folder.put(
        "a.jsonl",
        named("c-zuzanna", "Zuzanna Invented", sumary="x"),
        named("c-madeup", "Piotr Madeup", operations=["op9"]),
        named("c-zuzanna", "Zuzanna Invented", sumary="x"),
    )

    report = check(folder.path)

    assert [found.case for found in report if found.rule == "RN005"] == [CASE_1] * 2
    assert {found.case for found in report if found.rule != "RN005"} == {CASE_2}


def test_an_opaque_id_is_shown(folder: Folder) -> None:
    """Also one that holds two letters of a name, as half of all words do."""
    report = check(folder.put("k7.json", named("c-7k2mli", "Li Invented", operations=["op9"])))

    assert "c-7k2mli" in shown(report)
    assert "k7.json" in shown(report)


def test_an_id_of_a_case_without_a_file_is_hidden_too() -> None:
    """Whatever is checked."""
    report = check(loaded(named("c-zuzanna", "Zuzanna Invented", operations=["op9"])))

    assert len(report) > 1
    assert {found.case for found in report} == {CASE_1}
    assert "zuzanna" not in shown(report).lower()


def test_an_id_that_breaks_the_rule_on_ids_is_a_value(folder: Folder) -> None:
    """It may be anything, and is not printed."""
    report = check(folder.put("a.json", case("Zuzanna Invented")))

    assert faults(report) == [("RN007", "/id", (1, 28))]
    assert [found.case for found in report] == [None]
    assert "Zuzanna" not in shown(report)


# What a report says


def test_a_report_weighs_its_findings(folder: Folder) -> None:
    """It fails on what weighs as much as was asked, or more."""
    broken = check(folder.put("a.json", "{"))

    assert broken.fails()
    assert broken.fails(Severity.INFO)
    assert not Report().fails(Severity.INFO)
    assert list(broken.counts.items()) == [("error", 1), ("warning", 0), ("info", 0)]
    assert len(broken) == 1


def test_a_finding_is_printed_with_its_place_rule_and_message(folder: Folder) -> None:
    """As compilers do, so that editors can go there."""
    path = folder.put("a.json", case("c1", note=5))
    (finding,) = [found for found in check(path) if found.rule == "RN006"]

    message = "must be text, so put it in quotes: a text of 1 to 100000 characters"
    assert str(finding) == f"{path}:1:80 /note: RN006 {message}"
    assert finding.as_dict() == {
        "rule": "RN006",
        "name": "wrong-type",
        "severity": "error",
        "message": "must be text, so put it in quotes: a text of 1 to 100000 characters",
        "file": str(path),
        "line": 1,
        "column": 80,
        "pointer": "/note",
        "case": "c1",
        "help": "rednotice rule RN006",
    }
