"""Checking: faults and findings of a path, a case or many, and what is not shown of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.documents import Document
from rednotice.findings import Finding, Report, Severity

Folder = Any

TODAY = dt.date(2026, 6, 1)
CASE_1 = "(case 1, its id tells a person's)"
CASE_2 = "(case 2, its id tells a person's)"
SHARED = {"rednotice": "1.0", "shared": True, "operations": [{"id": "op1"}]}


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


def rules(report: Report) -> list[tuple[str, str]]:
    """Rule and pointer of what is an error."""
    return [(found.rule, found.pointer) for found in report if found.severity is Severity.ERROR]


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


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_each_refused_document_of_a_line_is_counted(folder: Folder, name: str) -> None:
    """An array may stand on one line; each item has faults of its own, two of them the second."""
    bad = [{"rednotice": "2.0"}, case("c1", sumary="x", note=""), case("c2", note=1)]
    values = [[*bad, case("c3")]] if name == "a.json" else [*bad, case("c3")]

    report = check(folder.put(name, *values))

    assert len(faults(report)) == 4
    assert (report.cases, report.refused) == (1, 3)


def test_a_broken_item_and_what_follows_it_are_counted(folder: Folder) -> None:
    """An item that no parser reads is refused, once."""
    text = f'[{json.dumps(case("c1"))}, {{"a": 1, "a": 2}}, {{"b": 1, "b": 2}}]'

    report = check(folder.put("a.json", text))

    assert [rule for rule, _, _ in faults(report)] == ["RN002", "RN002"]
    assert (report.cases, report.refused) == (1, 2)


def test_a_second_shared_document_is_counted_as_refused_alone(folder: Folder) -> None:
    """It is not used, and what is not used is not asked the rules."""
    folder.put("shared.json", SHARED)
    second = SHARED | {"operations": [{"id": "op1"}, {"id": "op1"}]}
    folder.put("z.jsonl", case("c1"), second)

    report = check(folder.path)

    assert rules(report) == [("RN011", "")]
    assert (report.cases, report.shared, report.refused) == (1, 1, 1)


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


def test_a_shared_document_may_point_into_itself() -> None:
    """With `shared:` in front, too; what it points at is looked up there."""
    operations = [{"id": "op1", "sources": ["shared:q1", "shared:q9"]}]
    text = json.dumps(SHARED | {"operations": operations, "sources": [{"id": "q1", "title": "x"}]})

    report = check(rednotice.loads(text))

    assert rules(report) == [("RN302", "/operations/0/sources/1")]
    assert (report.cases, report.shared) == (0, 1)


def test_a_shared_document_may_be_given(folder: Folder) -> None:
    """Where it lies elsewhere."""
    shared = {"rednotice": "1.0", "shared": True, "operations": [{"id": "op1"}]}
    path = folder.put("a.json", case("c1", operations=["shared:op2"]))

    report = check(path, shared=folder.put("elsewhere/what.json", shared))

    assert ("RN302", "/operations/0") in [(found.rule, found.pointer) for found in report]
    assert "RN302" not in [found.rule for found in check(path)]


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


@pytest.mark.parametrize(
    "options",
    [{"today": "2021"}, {"today": 2021}, {"audience": 3}, {"audience": None}, {"audience": []}],
    ids=str,
)
def test_an_option_of_another_type_is_an_error_in_plain_words(options: dict[str, Any]) -> None:
    """Before anything is looked at, and without what was given."""
    with pytest.raises(TypeError, match="must be") as raised:
        rednotice.check([], **options)

    assert "2021" not in str(raised.value)
    assert "object" not in str(raised.value)


@pytest.mark.parametrize("what", [3, None, [3], [None], b"case.json", object()], ids=repr)
def test_what_cannot_be_checked_is_an_error_in_plain_words(what: Any) -> None:
    """It says what can be."""
    with pytest.raises(TypeError, match="a path, a case, a shared document"):
        check(what)


def test_a_time_of_day_counts_as_its_day() -> None:
    """Whoever asks the clock may have asked for too much."""
    sought = {"subjects": [{"label": "Student A", "born": "2015-03"}], "notices": [{"kind": "red"}]}
    one = loaded(case(**sought))
    noon = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)

    assert "RN108" in [found.rule for found in check(one)]
    assert list(rednotice.check(one, today=noon)) == list(check(one))


def test_the_day_can_be_given() -> None:
    """A check can be repeated: what is in the future is so on a day, and not by the clock."""
    one = loaded(case(subjects=[{"label": "Student A", "born": "2030"}]))

    def found(year: int) -> set[str]:
        return {finding.rule for finding in rednotice.check(one, today=dt.date(year, 1, 1))}

    assert found(2026) - found(2040) == {"RN202"}


# Several paths are one data set


@pytest.mark.parametrize("several", [list, tuple, iter], ids=lambda kind: kind.__name__)
def test_a_case_id_that_stands_in_two_paths_is_found(
    folder: Folder, several: Callable[[Any], Any]
) -> None:
    """As within one folder; the cases are counted together."""
    paths = [folder.put("a.json", case("c1")), folder.put("b/b.jsonl", case("c2"), case("c1"))]

    report = check(several(paths))

    assert rules(report) == [("RN012", "/id")]
    assert (report.cases, report.files) == (3, 2)


@pytest.mark.parametrize("name", ["shared.json", "z.json", "z.jsonl"])
@pytest.mark.parametrize("turn", [list, reversed], ids=lambda turn: turn.__name__)
def test_references_are_followed_from_one_path_into_another(
    folder: Folder, name: str, turn: Callable[[list[Path]], Any]
) -> None:
    """Whichever comes first, as a shell lists the files of a folder."""
    pointing = case("c1", operations=["shared:op1", "shared:op2"])
    paths = [folder.put("a.json", pointing), folder.put(name, SHARED)]

    report = check(turn(paths))

    assert rules(report) == [("RN302", "/operations/1")]
    assert (report.cases, report.shared, report.refused) == (1, 1, 0)


def test_a_name_that_is_hidden_has_one_number_over_all_paths(folder: Folder) -> None:
    """Two that are hidden stay two."""
    paths = [
        folder.put("a.json", named("c-zuzanna", "Zuzanna Invented")),
        folder.put("b.json", named("c-madeup", "Piotr Madeup")),
    ]

    found = [one for one in check(paths) if one.rule == "RN101"]

    assert [one.case for one in found] == [CASE_1, CASE_2]


def test_a_path_among_cases_is_an_error(folder: Folder) -> None:
    """A list holds either."""
    path = folder.put("a.json", case("c1"))

    for mixed in ([path, loaded(case("c2"))], [loaded(case("c2")), path]):
        with pytest.raises(TypeError):
            check(mixed)


# References into a shared document that is not at hand


def test_references_that_were_not_followed_are_told_of_once(folder: Folder) -> None:
    """At the first of them, however many there are; it is information, and the case is valid."""
    pointing = case("c2", operations=["shared:op1", "shared:op2"])
    path = folder.put("a.jsonl", case("c1"), pointing, pointing | {"id": "c3"})

    (found,) = [one for one in check(path) if one.rule == "RN013"]

    assert (found.case, found.pointer, found.severity) == ("c2", "/operations/0", Severity.INFO)
    assert found.place == (2, 87)
    assert "--shared FILE" in found.message
    assert "op1" not in shown(check(path))


def test_references_of_a_case_without_a_file_are_told_of_too() -> None:
    """Also there nobody followed them."""
    assert "RN013" in [one.rule for one in check(loaded(case("c1", operations=["shared:op1"])))]


@pytest.mark.parametrize(
    ("members", "beside"),
    [({"operations": ["shared:op1"]}, [SHARED]), ({"operations": ["op1"]}, []), ({}, [])],
    ids=str,
)
def test_references_that_were_followed_are_not_told_of(
    folder: Folder, members: dict[str, Any], beside: list[Any]
) -> None:
    """Nor those within the case."""
    paths = [folder.put("a.json", case("c1", **members))]
    paths += [folder.put("s.json", shared) for shared in beside]

    assert "RN013" not in [one.rule for one in check(paths)]


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
    hidden = path.with_name("(file 1, its name tells a person's)")
    assert {found.file for found in report} == {str(hidden)}
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


# What is kept


def test_what_is_not_kept_is_counted(folder: Folder) -> None:
    """The report fails, or does not, by all that was found."""
    path = folder.put("a.json", case("c1", operations=["op9"]))
    whole = check(path)

    report = check(path, keep=lambda found: None if found.rule == "RN302" else found)

    assert whole.fails()
    assert report.fails()
    assert report.counts == whole.counts
    assert list(report) == [found for found in whole if found.rule != "RN302"]
    assert report.dropped == {Severity.ERROR: 1}


def test_what_is_not_kept_is_hidden_all_the_same(folder: Folder) -> None:
    """An id that tells a name is not printed because the finding about it was not wanted."""
    path = folder.put("a.json", named("c-zuzanna", "Zuzanna Invented", operations=["op9"]))

    report = check(path, keep=lambda found: None if found.rule == "RN101" else found)

    assert len(report) > 1
    assert "zuzanna" not in shown(report).lower()


def test_a_finding_can_be_kept_without_its_document(folder: Folder) -> None:
    """It says the same, place included."""
    path = folder.put("a.jsonl", case("c1"), case("c2", operations=["op9"]), case("c3", note=""))

    report = check(path, keep=Finding.without_document)

    assert [found.as_dict() for found in report] == [found.as_dict() for found in check(path)]
    assert not any(found.document for found in report)


@pytest.mark.parametrize(
    "members", [{"operations": ["op8", "op9"]}, {"sumary": "x", "note": ""}], ids=str
)
def test_findings_hold_the_text_of_a_document_and_not_its_value(
    folder: Folder, members: dict[str, Any]
) -> None:
    """Of an accepted and of a refused one, and one text for all findings about it."""
    report = check(folder.put("a.json", case("c1", **members)))

    documents = {id(found.document): found.document for found in report}

    assert len(report) > 1
    assert len(documents) == 1
    assert all(document and document.value is None for document in documents.values())


def test_no_place_is_looked_up_until_it_is_asked_for(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That a hundred thousand findings can be counted in the time that their rules take."""
    path = folder.put("a.jsonl", case("c1", operations=["op9"]), case("c2", note=""))
    asked: list[object] = []
    place = Document.place

    def watched(document: Document, *where: Any) -> tuple[int, int]:
        asked.append(where)
        return place(document, *where)

    monkeypatch.setattr(Document, "place", watched)
    report = check(path)
    assert report.fails()
    assert sum(report.counts.values()) == len(report)
    assert asked == []

    assert all(found.place for found in report)
    assert len(asked) == len(report)


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
