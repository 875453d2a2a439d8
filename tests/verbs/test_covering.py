"""How often members are filled, in cases, files and folders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.verbs.covering import MemberCoverage, coverage

HEAD: dict[str, Any] = {"rednotice": "1.0", "subjects": [{"label": "Person A"}]}


def case(name: str, **members: Any) -> rednotice.Case:
    return rednotice.from_dict({**HEAD, "id": name, **members})


CASES = [
    case(
        "c-1",
        notices=[
            {"kind": "red", "issuing_state": "TJ", "charges": [{"text": "x"}, {"law": "y"}]},
            {"kind": "diffusion", "missing": {"issuing_state": "not_stated"}},
        ],
    ),
    case("c-2", notices=[{"kind": "red", "issuing_state": "interpol-2023:CN"}]),
    case("c-3"),
    case("c-4", pursued_by=["TJ", "RU"], notices=[{"kind": "red", "issuing_state": "x-zz:Q"}]),
]


def of(path: str, found: Any) -> MemberCoverage:
    return next(each for each in found.members if each.path == path)


def test_a_member_is_counted_in_cases_and_in_records() -> None:
    found = coverage(CASES)

    assert found.cases == 4
    assert of("notices", found) == MemberCoverage("notices", 3, 0.75, 3, 4, 0)
    assert of("notices.kind", found) == MemberCoverage("notices.kind", 3, 0.75, 4, 4, 0)
    assert of("notices.charges.text", found) == MemberCoverage(
        "notices.charges.text", 1, 0.25, 1, 2, 0
    )


def test_a_record_that_says_why_a_member_is_missing_is_counted_apart() -> None:
    assert of("notices.issuing_state", coverage(CASES)) == MemberCoverage(
        "notices.issuing_state", 3, 0.75, 3, 4, explained=1
    )


def test_members_that_no_case_fills_are_there_if_their_record_is() -> None:
    """`searches` could be filled; the date of a search could not."""
    paths = {each.path: each.cases for each in coverage(CASES).members}

    assert (paths["searches"], paths["notices.number"]) == (0, 0)
    assert "searches.date" not in paths


def test_members_stand_in_the_order_of_the_model() -> None:
    paths = [each.path for each in coverage(CASES).members]

    assert paths[:2] == ["rednotice", "id"]
    assert paths.index("subjects.label") < paths.index("notices") < paths.index("searches")


def test_states_are_counted_apart() -> None:
    """Others' codes for a state count for ours; what no list knows is not told."""
    found = coverage(CASES, by="issuing_state")

    assert [(group.state, group.cases) for group in found.groups] == [
        *(("CN", 1), ("TJ", 1), ("other", 1), (None, 1))
    ]
    tajikistan = found.groups[1]
    assert of("notices.charges.text", tajikistan).share == 1
    assert [each.path for each in tajikistan.members] == [each.path for each in found.members]


def test_a_case_counts_for_each_of_its_states() -> None:
    found = coverage(CASES, by="pursued_by")

    assert [(group.state, group.cases) for group in found.groups] == [
        *(("RU", 1), ("TJ", 1), (None, 3))
    ]
    assert found.cases == 4


def test_files_and_folders_are_counted_like_their_cases(tmp_path: Path) -> None:
    """Also those in several files; the shared document is no case."""
    rednotice.write(CASES[:3], tmp_path / "a.jsonl")
    rednotice.write([CASES[3]], tmp_path / "b.yaml")
    (tmp_path / "shared.yaml").write_text('rednotice: "1.0"\nshared: true\nnote: x\n')

    assert coverage(tmp_path).members == coverage(CASES).members
    both = coverage([tmp_path / "a.jsonl", tmp_path / "b.yaml"])
    assert both.members == coverage(CASES).members
    assert coverage(rednotice.read(tmp_path)).members == coverage(CASES).members


def test_a_document_that_is_refused_is_counted_once_and_left_out(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    rednotice.write(CASES, file)
    with file.open("a") as lines:
        lines.write('{"rednotice": "1.0", "id": 1, "subjects": 2, "x": 3}\n{broken\n')

    found = coverage(file)
    assert (found.cases, found.refused) == (4, 2)
    assert found.members == coverage(CASES).members


def test_no_case_at_all_has_no_members() -> None:
    assert (coverage([]).cases, coverage([]).members) == (0, ())


def test_the_one_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        coverage(tmp_path / "nothing.yaml")


def test_one_of_several_paths_that_is_not_there_is_listed(tmp_path: Path) -> None:
    rednotice.write(CASES, tmp_path / "a.jsonl")
    found = coverage([tmp_path / "a.jsonl", tmp_path / "kvapilova.yaml"])

    assert found.cases == 4
    assert [each.argument for each in found.unopened] == [2]
    assert "kvapilova" not in str(found)


@pytest.mark.parametrize("what", [3, [3], [{"id": "c-1"}]], ids=str)
def test_only_paths_and_cases_are_counted(what: Any) -> None:
    with pytest.raises(TypeError, match="a path or cases"):
        coverage(what)


def test_cases_are_counted_by_states_only() -> None:
    with pytest.raises(ValueError, match="by issuing_state or by pursued_by"):
        coverage(CASES, by="label")
