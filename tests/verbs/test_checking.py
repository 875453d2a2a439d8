"""Checking: faults and findings of a path, a case or many, and what is not shown of them."""

from __future__ import annotations

import datetime as dt
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import rednotice
from rednotice.datasets.uses import Use, Uses
from rednotice.documents import LineColumn, TextDocument
from rednotice.findings import Finding, Report, Severity
from rednotice.insight.view import View
from rednotice.records import Audience

Folder = Any

TODAY = dt.date(2026, 6, 1)
CASE_1 = "(case 1, its id may contain a person's name or number)"
CASE_2 = "(case 2, its id may contain a person's name or number)"
SHARED = {"rednotice": "1.0", "shared": True, "operations": [{"id": "op1"}]}


def case(identity: str = "c1", **members: Any) -> dict[str, Any]:
    start = {"rednotice": "1.0", "id": identity, "subjects": [{"label": "Student A"}]}
    return start | members


def named(identity: str, name: str, **members: Any) -> dict[str, Any]:
    return case(identity, subjects=[{"names": [{"text": name}]}], **members)


def loaded(value: dict[str, Any]) -> rednotice.Case:
    return rednotice.loads(json.dumps(value))


def loaded_shared(value: dict[str, Any]) -> rednotice.SharedDocument:
    return rednotice.loads(json.dumps(value), rednotice.SharedDocument)


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


def test_findings_are_in_the_order_of_the_documents(folder: Folder) -> None:
    """A document that is refused does not come before the cases in front of it."""
    dash = [{"label": "-"}]
    lines = [case("c1", subjects=dash), case("c2", sumary="x"), case("c3", subjects=dash)]
    path = folder.put("cases.jsonl", *lines)

    found = [one.case for one in check(path) if one.rule == "RN104" or one.rule < "RN100"]

    assert found == ["c1", "c2", "c3"]


@pytest.mark.thorough
def test_few_documents_are_held_at_a_time(folder: Folder) -> None:
    """However few records they have: a case is held until others can be checked with it."""
    path = folder.put("cases.jsonl", *(case(f"c{n}", note="x" * 100_000) for n in range(100)))
    rednotice.check(path, today=TODAY)

    tracemalloc.start()
    rednotice.check(path, today=TODAY, keep=lambda _: None)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < path.stat().st_size / 4


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


@pytest.mark.parametrize(
    ("text", "cases"),
    [("[{0} {1}]", 2), ("[{0}, {1},]", 2), ("[{0}, , {1}]", 2), ("[{0}", 1), ("[{0}] {1}", 1)],
)
def test_a_fault_between_cases_refuses_none(folder: Folder, text: str, cases: int) -> None:
    """A comma is no case."""
    path = folder.put("a.json", text.format(*(json.dumps(case(f"c{one}")) for one in range(2))))

    report = check(path)

    assert [rule for rule, _, _ in faults(report)] == ["RN001"]
    assert (report.cases, report.refused) == (cases, 0)


@pytest.mark.parametrize("text", ["", "# only this\n", "---\n"])
def test_a_file_that_holds_nothing_is_an_error(folder: Folder, text: str) -> None:
    """Alone, or among others; no case is refused by it."""
    path = folder.put("b.yaml", text)
    folder.put("a.json", case("c1"))

    for what, cases in ((path, 0), (folder.path, 1)):
        report = check(what)
        assert faults(report) == [("RN001", "", (1, 1))]
        assert report.fails()
        assert (report.cases, report.refused) == (cases, 0)


def test_an_empty_array_is_no_fault(folder: Folder) -> None:
    """It says that there is no case."""
    report = check(folder.put("a.json", "[]"))

    assert (list(report), report.files) == ([], 1)


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


def test_what_was_read_is_checked_as_its_paths_are(folder: Folder) -> None:
    """With its faults, its shared document, and the numbers of both."""
    folder.put("in/shared.json", SHARED | {"operations": [{"id": "op1", "sources": ["q9"]}]})
    folder.put("in/a.jsonl", case("c1", operations=["shared:op2"]), "{", case("c1"))
    folder.put("in/note.txt", "x")

    by_path, by_cases = check(folder.path / "in"), check(rednotice.read(folder.path / "in"))

    assert list(by_cases) == list(by_path)
    assert {("RN302", "/operations/0/sources/0"), ("RN012", "/id")} <= set(rules(by_cases))
    assert attrs.evolve(by_cases, findings=()) == attrs.evolve(by_path, findings=())


def test_cases_bring_a_shared_document_in_front_of_them() -> None:
    """It is asked the rules, and what points into it is looked up, as if it were in a file."""
    shared = loaded_shared(SHARED | {"operations": [{"id": "op1", "sources": ["q9"]}]})
    pointing = loaded(case("c1", operations=["shared:op1", "shared:op2"]))

    report = check([shared, pointing])

    assert rules(report) == [("RN302", "/operations/0/sources/0"), ("RN302", "/operations/1")]
    assert (report.cases, report.shared) == (1, 1)
    for wrong in ([pointing, shared], [shared, shared]):
        with pytest.raises(TypeError, match="the only one and the first"):
            check(wrong)


@pytest.mark.parametrize("how", ["path", "record"])
@pytest.mark.parametrize("what", ["folder", "cases", "list", "case"])
def test_a_shared_document_that_is_given_is_checked_too(
    folder: Folder, how: str, what: str
) -> None:
    """It is one data set with the cases, wherever it lies."""
    value = SHARED | {"operations": [{"id": "op1", "sources": ["q9"]}]}
    path = folder.put("elsewhere/given.json", value)
    folder.put("in/a.json", case("c1", operations=["shared:op1"]))
    cases = rednotice.read(folder.path / "in")
    given = {
        "folder": folder.path / "in",
        "cases": cases,
        "list": [*cases],
        "case": next(iter(cases)),
    }

    report = check(given[what], shared=path if how == "path" else loaded_shared(value))

    assert rules(report) == [("RN302", "/operations/0/sources/0")]
    assert (report.cases, report.shared) == (1, 1)
    of_files = {"path": 2, "record": 1}[how]
    assert report.files == (of_files if what in {"folder", "cases"} else 0)


@pytest.mark.parametrize("what", ["folder", "file", "case"])
@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ([SHARED | {"sumary": "x"}], "RN005"),
        (["{"], "RN001"),
        ([""], "RN001"),
        ([case("c9")], "RN007"),
        ([case("c9"), SHARED], "RN007"),
    ],
    ids=["refused", "broken", "blank", "a case", "behind a case"],
)
def test_a_shared_document_that_is_none_is_found_to_be_so(
    folder: Folder, what: str, values: list[Any], rule: str
) -> None:
    """The cases are checked, and the fault is at its place."""
    folder.put("in/a.json", case("c1"))
    given = {"folder": folder.path / "in", "file": folder.path / "in/a.json"}
    shared = folder.put("given.jsonl", *values)

    report = check(given.get(what, loaded(case("c1"))), shared=shared)

    assert [(found.rule, found.file) for found in report if found.severity is Severity.ERROR] == [
        (rule, str(shared))
    ]
    assert (report.cases, report.shared) == (1, 0)


def test_a_refused_shared_document_among_the_files_is_told_of_once(folder: Folder) -> None:
    """It is given, and it is in the folder."""
    shared = folder.put("shared.json", SHARED | {"sumary": "x"})
    folder.put("a.json", case("c1"))

    report = check(folder.path, shared=shared)

    assert faults(report) == [("RN005", "", (1, 69))]
    assert (report.cases, report.refused, report.files) == (1, 1, 2)


def test_a_folder_is_no_shared_document(folder: Folder) -> None:
    """Which of its files is meant is not guessed."""
    folder.put("in/shared.json", SHARED)

    with pytest.raises(IsADirectoryError, match="not a folder"):
        check(folder.put("a.json", case("c1")), shared=folder.path / "in")


def test_an_empty_path_is_an_error() -> None:
    """It is the variable of a script that was not set, and not the folder one is in."""
    for call in (
        lambda: check(""),
        lambda: check(["a.json", ""]),
        lambda: check(loaded(case("c1")), shared=""),
        lambda: rednotice.read(""),
    ):
        with pytest.raises(ValueError, match="a path must not be empty"):
            call()


def test_many_cases_look_into_one_shared_document_once(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have thousands of records."""
    walked: list[type] = []

    gather = View.__attrs_post_init__

    def counted(view: View) -> None:
        walked.append(type(view.case))
        gather(view)

    monkeypatch.setattr(View, "__attrs_post_init__", counted)
    folder.put("shared.json", SHARED)
    folder.put("a.jsonl", *(case(f"c{one}", operations=["shared:op1"]) for one in range(20)))

    check(folder.path)

    assert walked.count(rednotice.Case) == 20
    assert walked.count(rednotice.SharedDocument) <= 2


def test_a_shared_document_may_point_into_itself() -> None:
    """With `shared:` in front, too; what it points at is looked up there."""
    operations = [{"id": "op1", "sources": ["shared:q1", "shared:q9"]}]
    text = json.dumps(SHARED | {"operations": operations, "sources": [{"id": "q1", "title": "x"}]})

    report = check(rednotice.loads(text, rednotice.SharedDocument))

    assert rules(report) == [("RN302", "/operations/0/sources/1")]
    assert (report.cases, report.shared) == (0, 1)


def test_a_shared_document_may_be_given(folder: Folder) -> None:
    """Where it lies elsewhere."""
    shared = {"rednotice": "1.0", "shared": True, "operations": [{"id": "op1"}]}
    path = folder.put("a.json", case("c1", operations=["shared:op2"]))

    report = check(path, shared=folder.put("elsewhere/what.json", shared))

    assert ("RN302", "/operations/0") in [(found.rule, found.pointer) for found in report]
    assert "RN302" not in [found.rule for found in check(path)]


@pytest.mark.parametrize("as_path", [True, False])
def test_a_shared_document_may_be_given_with_cases(folder: Folder, *, as_path: bool) -> None:
    """As its path or as itself; it goes before the one that the cases were read with."""
    path = folder.put("elsewhere/what.json", SHARED)
    shared = path if as_path else loaded_shared(SHARED)
    folder.put("in/a.json", case("c1", operations=["shared:op1", "shared:op2"]))
    folder.put("in/shared.json", SHARED | {"operations": [{"id": "op2"}]})
    cases = rednotice.read(folder.path / "in")

    for what in (cases, list(cases), next(iter(cases))):
        found = [
            (one.rule, one.pointer) for one in check(what, shared=shared) if "op" in one.pointer
        ]
        assert found == [("RN302", "/operations/1")]


def test_a_shared_document_may_be_given_as_such_with_paths(folder: Folder) -> None:
    """As its path may."""
    path = folder.put("a.json", case("c1", operations=["shared:op1", "shared:op2"]))

    report = check(path, shared=loaded_shared(SHARED))

    assert rules(report) == [("RN302", "/operations/1")]


@pytest.mark.parametrize("shared", [3, b"shared.json", SHARED], ids=str)
def test_what_is_shared_with_cases_is_a_path_or_a_shared_document(shared: Any) -> None:
    """Everything else is an error in plain words."""
    with pytest.raises(TypeError, match="a shared document, or its path"):
        check(loaded(case("c1")), shared=shared)


def test_a_shared_document_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    """It is not passed over because cases are given."""
    with pytest.raises(FileNotFoundError):
        check(loaded(case("c1")), shared=tmp_path / "gone.json")


def test_a_shared_document_has_none_beside_it() -> None:
    """Two would be meant, and one be ignored."""
    with pytest.raises(TypeError, match="a shared document is checked by itself"):
        check(loaded_shared(SHARED), shared=loaded_shared(SHARED))


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


@pytest.mark.parametrize("audience", [one.value for one in Audience])
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


@pytest.mark.parametrize("what", [3, None, [3], [None], b"case.json", ...], ids=repr)
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


def test_a_case_id_that_stands_twice_says_where_it_was_first(folder: Folder) -> None:
    """By the file, and the line where that case begins."""
    first = folder.put("a.jsonl", case("c0"), "", case("c1"))
    folder.put("b.yaml", f"# ours\n---\n{json.dumps(case('c2'))}\n")
    folder.put("c.json", [case("c1"), case("c2"), case("c1")])

    said = [found.message for found in check(folder.path) if found.rule == "RN012"]

    where = (f"{first}:3", f"{folder.path / 'b.yaml'}:1", f"{first}:3")
    assert said == [
        f"Another case has this id, in {place}. Give one of the two another id, or join them."
        for place in where
    ]


def test_the_file_where_an_id_was_first_used_is_hidden_like_any_other(folder: Folder) -> None:
    """Whether its name is known to tell a person before or after."""
    folder.put("a.jsonl", case("c1"), case("c2"))
    folder.put("invented.jsonl", case("c3"), named("c4", "Zuzanna Invented"))
    folder.put("z.jsonl", case("c1"), case("c3"))

    said = [found.message for found in check(folder.path) if found.rule == "RN012"]

    hidden = folder.path / "(file 1, its name may contain a person's name or number)"
    assert [
        message.partition("has this id, in ")[2].partition(". Give")[0] for message in said
    ] == [
        f"{folder.path / 'a.jsonl'}:1",
        f"{hidden}:1",
    ]


def test_cases_without_a_file_are_counted_by_their_ids() -> None:
    """The same object twice is twice the same case; where the first is, its number says."""
    one, other = loaded(case("c1")), loaded(case("c2"))

    said = [found.message for found in check([other, one, one]) if found.rule == "RN012"]

    assert said == [
        "Another case has this id, by case 2. Give one of the two another id, or join them."
    ]


def test_ids_are_told_apart_by_more_than_a_hash_of_python() -> None:
    """It has 32 bits on small machines, where two of 100,000 ids have the same."""
    uses = Uses()

    class Short(str):
        """A text whose hash is as short as can be."""

        __slots__ = ()

        def __hash__(self) -> int:
            return 1

    assert uses.before(Short("c1"), Use("a.jsonl", 1)) is None
    assert uses.before(Short("c2"), Use("a.jsonl", 2)) is None
    assert uses.before(Short("c1"), Use("a.jsonl", 3)) == Use("a.jsonl", 1)


@pytest.mark.thorough
def test_the_first_uses_of_ids_take_little_memory() -> None:
    """A file's name is held once, however many cases are in it."""
    uses = Uses()
    uses.before("c0", Use("cases.jsonl", 1))

    tracemalloc.start()
    try:
        for count in range(1, 20_000):
            uses.before(f"c{count}", Use("cases.jsonl", count))
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()

    assert held < 20_000 * 200
    assert uses.before("c7", Use("other.jsonl", 1)) == Use("cases.jsonl", 7)
    assert uses.before("d", Use(None, 3)) is None
    assert uses.before("d", Use("other.jsonl", 9)) == Use(None, 3)


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
    hidden = path.with_name("(file 1, its name may contain a person's name or number)")
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


def test_what_is_hidden_is_shown_to_who_asks(folder: Folder) -> None:
    """Paths, ids and messages, of understood and of refused documents alike."""
    folder.put("zuzanna/invented.jsonl", named("c-zuzanna", "Zuzanna Invented"))
    folder.put("zuzanna/b.jsonl", named("c-zuzanna", "Zuzanna Invented", sumary="x"), "{")
    first = folder.put("zuzanna/c.jsonl", named("c-zuzanna", "Zuzanna Invented"))

    report = check(folder.path, masked=False)

    assert {found.rule for found in report} >= {"RN001", "RN005", "RN012", "RN101", "RN102"}
    assert {found.case for found in report} == {"c-zuzanna", None}
    assert {Path(str(found.file)).name for found in report} == {
        "b.jsonl",
        "c.jsonl",
        "invented.jsonl",
    }
    (said,) = [found.message for found in report if found.rule == "RN012"]
    assert f"{first}:1. Give" in said
    assert "may contain a person's name or number" not in shown(report)


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
    """So a hundred thousand findings can be counted without looking up their places."""
    path = folder.put("a.jsonl", case("c1", operations=["op9"]), case("c2", note=""))
    asked: list[object] = []
    place = TextDocument.place

    def watched(document: TextDocument, *where: Any) -> LineColumn:
        asked.append(where)
        return place(document, *where)

    monkeypatch.setattr(TextDocument, "place", watched)
    report = check(path)
    assert report.fails()
    assert sum(report.counts.values()) == len(report)
    assert asked == []

    assert all(found.place for found in report)
    assert len(asked) == len(report)


# What a report says


def test_a_report_weighs_its_findings(folder: Folder) -> None:
    """It fails on findings of the given severity or a higher one."""
    broken = check(folder.put("a.json", "{"))

    assert broken.fails()
    assert broken.fails(Severity.INFO)
    assert broken.fails("error")
    assert broken.fails("info")
    assert not Report().fails("info")
    assert not Report().fails(Severity.INFO)
    assert list(broken.counts.items()) == [("error", 1), ("warning", 0), ("info", 0)]
    assert len(broken) == 1


@pytest.mark.parametrize("name", ["fatal", "ERROR", "", 3])
def test_a_report_is_asked_for_a_severity_that_there_is(name: Any) -> None:
    """A misspelt severity must not act like one that no finding reaches."""
    with pytest.raises(ValueError, match="one of info, warning, error"):
        Report().fails(name)


def test_a_report_is_printed_as_one_line_of_numbers(folder: Folder) -> None:
    """Neither print nor a console shows a value or a path."""
    name = "Zuzanna Invented"
    report = check(folder.put("a.jsonl", case("c1", operations=["op9"]), case("c2", sumary=name)))

    counts = report.counts
    said = (
        f"cases: 1 checked, 1 refused; findings: error {counts['error']},"
        f" warning {counts['warning']}, info {counts['info']}"
    )
    assert str(report) == said
    assert repr(report) == f"<Report {said}>"


def test_a_finding_is_printed_with_its_place_rule_and_message(folder: Folder) -> None:
    """As compilers do, so that editors can go there."""
    path = folder.put("a.json", case("c1", note=5))
    (finding,) = [found for found in check(path) if found.rule == "RN006"]

    message = "This must be text, so put it in quotes: a text of 1 to 100000 characters."
    assert str(finding) == f"{path}:1:80 /note: RN006 {message}"
    assert finding.as_dict() == {
        "rule": "RN006",
        "name": "wrong-type",
        "severity": "error",
        "message": "This must be text, so put it in quotes: a text of 1 to 100000 characters.",
        "file": str(path),
        "line": 1,
        "column": 80,
        "pointer": "/note",
        "case": "c1",
        "help": "rednotice rule RN006",
    }


def test_a_finding_without_its_document_is_the_same_finding(folder: Folder) -> None:
    """Findings compare by what they say; where the place was looked up makes no difference."""
    report = check(folder.put("a.json", case("c1", sumary="x")))

    assert [one.without_document() for one in report] == list(report)
