"""A file that is given by itself sees the shared document beside it."""

from __future__ import annotations

from typing import Any

import pytest

import rednotice

Folder = Any
SHARED = {"rednotice": "1.0", "shared": True, "operations": [{"id": "op1", "name": "Invented"}]}
BROKEN = {**SHARED, "operations": [{"id": "op1", "nmae": "Invented"}]}


def case(identity: str = "c1", **members: Any) -> dict[str, Any]:
    start = {"rednotice": "1.0", "id": identity, "subjects": [{"label": "Student A"}]}
    return start | members


def told(report: rednotice.Report) -> list[tuple[str, str]]:
    """The errors, by rule and place."""
    return [
        (found.rule, found.pointer)
        for found in report
        if found.severity is rednotice.Severity.ERROR or found.rule == "RN013"
    ]


@pytest.mark.parametrize("name", ["shared.yaml", "shared.yml", "shared.json"])
def test_what_points_into_it_is_looked_up(folder: Folder, name: str) -> None:
    """As if the folder had been given."""
    folder.put(name, SHARED)
    file = folder.put("a.json", case(operations=["shared:op1", "shared:op2"]))

    report = rednotice.check(file)
    assert told(report) == [("RN302", "/operations/1")]
    assert rednotice.read(file).shared == rednotice.read(folder.path).shared


def test_it_is_not_checked_itself(folder: Folder) -> None:
    """Nobody asked for that; only what points into it needs it."""
    folder.put("shared.json", SHARED)
    report = rednotice.check(folder.put("a.json", case(operations=["shared:op1"])))

    assert (report.cases, report.shared, report.files) == (1, 0, 1)


def test_a_fault_of_it_is_told_where_it_is_needed(folder: Folder) -> None:
    """Else the reader would look for a document that is there."""
    folder.put("shared.json", BROKEN)
    needs = folder.put("a.json", case(operations=["shared:op1"]))
    does_not = folder.put("b.json", case())

    report = rednotice.check(needs)
    assert [rule for rule, _ in told(report)] == ["RN005", "RN013"]
    assert ["was refused" in one.message for one in report if one.rule == "RN013"] == [True]
    assert told(rednotice.check(does_not)) == []
    with pytest.raises(rednotice.Unreadable):
        _ = rednotice.read(needs).shared
    assert len(list(rednotice.read(needs))) == 1


def test_one_that_is_named_comes_first(folder: Folder) -> None:
    """Who names another wants that one."""
    folder.put("shared.json", SHARED)
    other = folder.put("other/it.json", {**SHARED, "operations": [{"id": "op2", "name": "Other"}]})
    report = rednotice.check(
        folder.put("a.json", case(operations=["shared:op1", "shared:op2"])), shared=other
    )

    assert told(report) == [("RN302", "/operations/0")]


def test_one_in_front_of_the_cases_comes_first(folder: Folder) -> None:
    """It is part of what was given."""
    folder.put("shared.json", {**SHARED, "operations": [{"id": "op2", "name": "Other"}]})
    file = folder.put("a.jsonl", SHARED, case(operations=["shared:op1"]))

    assert told(rednotice.check(file)) == []


def test_a_case_of_that_name_is_none(folder: Folder) -> None:
    """A file is not what its name says."""
    folder.put("shared.json", case("c2"))
    report = rednotice.check(folder.put("a.json", case(operations=["shared:op1"])))

    assert [rule for rule, _ in told(report)] == ["RN013"]


def test_a_link_is_not_followed(folder: Folder) -> None:
    """As in a folder."""
    real = folder.put("elsewhere/it.json", SHARED)
    file = folder.put("a.json", case(operations=["shared:op1"]))
    file.with_name("shared.json").symlink_to(real)

    assert [rule for rule, _ in told(rednotice.check(file))] == ["RN013"]


def test_a_folder_does_not_look_beside_itself(folder: Folder) -> None:
    """What is above it may belong to another data set."""
    folder.put("shared.json", SHARED)
    folder.put("in/a.json", case(operations=["shared:op1"]))

    assert [rule for rule, _ in told(rednotice.check(folder.path / "in"))] == ["RN013"]


def test_files_of_two_folders_need_the_same(folder: Folder) -> None:
    """A data set has one shared document; nobody can tell which of two is meant."""
    folder.put("a/shared.json", SHARED)
    folder.put("b/shared.json", SHARED)
    files = [folder.put(f"{name}/x.json", case(name, operations=["shared:op1"])) for name in "ab"]

    assert [rule for rule, _ in told(rednotice.check(files))] == ["RN011"]
    assert told(rednotice.check(files[1])) == []


def test_coverage_and_release_need_no_such_document(folder: Folder) -> None:
    """One that is broken does not disturb who does not need it."""
    folder.put("shared.json", BROKEN)

    assert rednotice.coverage(folder.put("a.json", case())).cases == 1
