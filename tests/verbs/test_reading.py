"""Reading files and folders as cases."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import rednotice
from rednotice import Case, Finding, SharedDocument

CASE = 'rednotice: "1.0"\nid: {}\nsubjects:\n- label: A\n'
SHARED = 'rednotice: "1.0"\nshared: true\noperations:\n- {id: op1, name: an operation}\n'
LINE = '{{"rednotice":"1.0","id":"{}","subjects":[{{"label":"A"}}]}}\n'


def ids(cases: rednotice.Cases) -> list[str]:
    return [case.id for case in cases]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.yaml").write_text(CASE.format("c-b"))
    (tmp_path / "a.jsonl").write_text(LINE.format("c-a1") + LINE.format("c-a2"))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.json").write_text(LINE.format("c-c"))
    return tmp_path


def test_a_folder_is_its_files_in_order(folder: Path) -> None:
    """Also those in folders below; the order does not depend on the file system."""
    assert ids(rednotice.read(folder)) == ["c-a1", "c-a2", "c-b", "c-c"]


def test_other_files_are_counted_and_links_not_followed(folder: Path) -> None:
    """A link may lead anywhere, and what is not ours is told of."""
    (folder / "notes.txt").write_text("a note")
    (folder / "link.yaml").symlink_to(folder / "b.yaml")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "d.yaml").write_text(CASE.format("c-d"))

    cases = rednotice.read(folder)

    assert ids(cases) == ["c-a1", "c-a2", "c-b", "c-c"]
    assert cases.skipped == 2


def test_cases_can_be_gone_through_again(folder: Path) -> None:
    """They are read anew, and not held."""
    cases = rednotice.read(folder)

    assert ids(cases) == ids(cases)
    assert len(list(cases)) == 4


def test_the_first_fault_raises(tmp_path: Path) -> None:
    """Whoever does not ask for faults must not overlook one."""
    file = tmp_path / "data.jsonl"
    file.write_text(LINE.format("c-1") + "{broken\n" + LINE.format("c-3"))

    with pytest.raises(rednotice.Unreadable) as raised:
        list(rednotice.read(file))

    assert [finding.rule for finding in raised.value.findings] == ["RN001"]


def test_faults_can_be_told_and_the_rest_carried(tmp_path: Path) -> None:
    """One broken line does not cost the others."""
    file = tmp_path / "data.jsonl"
    file.write_text(LINE.format("c-1") + "{broken\n" + LINE.format("c-3"))
    faults: list[Finding] = []

    assert ids(rednotice.read(file, on_fault=faults.append)) == ["c-1", "c-3"]
    assert [fault.place for fault in faults] == [(2, 2)]


@pytest.mark.parametrize("name", ["shared.yaml", "shared.yml"])
def test_the_shared_document_of_a_folder_comes_with_the_cases(folder: Path, name: str) -> None:
    """It is no case, and is there before the first one."""
    (folder / name).write_text(SHARED)

    cases = rednotice.read(folder)

    assert cases.shared is not None
    assert cases.shared.operations[0].name == "an operation"
    assert len(list(cases)) == 4


def test_the_shared_document_is_the_first_line_of_json_lines(tmp_path: Path) -> None:
    """A data set in one file has it in front."""
    file = tmp_path / "data.jsonl"
    file.write_text('{"rednotice":"1.0","shared":true}\n' + LINE.format("c-1"))

    cases = rednotice.read(file)

    assert isinstance(cases.shared, SharedDocument)
    assert ids(cases) == ["c-1"]


def test_the_shared_document_can_be_named(folder: Path, tmp_path: Path) -> None:
    """Where it lies elsewhere."""
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(SHARED)

    cases = rednotice.read(folder / "b.yaml", shared=elsewhere)

    assert cases.shared is not None


def test_a_case_named_as_the_shared_document_is_refused(folder: Path) -> None:
    """The message says what a shared document says of itself."""
    with pytest.raises(rednotice.Unreadable, match="shared: true"):
        rednotice.read(folder, shared=folder / "b.yaml")


def test_a_second_shared_document_is_a_fault(tmp_path: Path) -> None:
    """`shared:ID` can point at one only."""
    file = tmp_path / "data.jsonl"
    file.write_text('{"rednotice":"1.0","shared":true}\n' * 2 + LINE.format("c-1"))
    faults: list[Finding] = []

    assert ids(rednotice.read(file, on_fault=faults.append)) == ["c-1"]
    assert [fault.rule for fault in faults] == ["RN011"]


def test_a_path_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    """Not when somebody gets round to iterating."""
    with pytest.raises(FileNotFoundError):
        rednotice.read(tmp_path / "nowhere.yaml")


def test_a_suffix_that_tells_no_format_is_told_at_once(tmp_path: Path) -> None:
    """The message names those that do."""
    (tmp_path / "c.csv").write_text("a")

    with pytest.raises(rednotice.UnknownFormat, match=r"\.yaml"):
        rednotice.read(tmp_path / "c.csv")


def test_loads_takes_text_and_bytes() -> None:
    """What came over a wire, and what stands in a string."""
    text = LINE.format("c-1")

    assert rednotice.loads(text) == rednotice.loads(text.encode())
    assert isinstance(rednotice.loads(CASE.format("c-1"), format="yaml"), Case)


@pytest.mark.parametrize("count", [0, 2])
def test_loads_wants_exactly_one_document(count: int) -> None:
    """Several are a file's affair."""
    with pytest.raises(rednotice.Unreadable, match="exactly one"):
        rednotice.loads(LINE.format("c-1") * count, format="jsonl")


def test_loads_gathers_all_faults_of_a_document() -> None:
    """A person who mends a case wants to know them all."""
    broken = '{"rednotice":"1.0","id":"C 1","subjects":[],"nonsense":1}'

    with pytest.raises(rednotice.Unreadable) as raised:
        rednotice.loads(broken)

    assert sorted(finding.rule for finding in raised.value.findings) == ["RN005", "RN007", "RN008"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_an_os_error(folder: Path) -> None:
    """It is no fault of the data."""
    (folder / "b.yaml").chmod(0)

    with pytest.raises(PermissionError):
        list(rednotice.read(folder))
