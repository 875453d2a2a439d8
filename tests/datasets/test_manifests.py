"""The files of a release, compared with the hashes in its manifest."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "releases"))

from invented import TODAY, cases, released

import rednotice


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A release, in a folder of its own."""
    released(tmp_path, cases(14))
    return tmp_path / "out"


def found(path: Path) -> list[tuple[str, str, str]]:
    """The rule, the file's name and the pointer of each finding in *path*."""
    report = rednotice.check(path, today=TODAY)
    return [(one.rule, Path(one.file or "").name, one.pointer) for one in report]


def test_a_release_that_is_whole_has_no_finding(out: Path) -> None:
    """Its manifest and its page are passed over, as one folder and with the folder around it."""
    report = rednotice.check(out, today=TODAY)

    assert found(out) == []
    assert report.verdict() == "a clean release for partner"
    assert report.skipped == 2
    assert found(out.parent) == []


def test_a_release_in_yaml_is_compared_too(tmp_path: Path) -> None:
    """Its cases are in a folder below the manifest."""
    released(tmp_path, cases(14), yaml=True)
    first = min((tmp_path / "out" / "cases").iterdir())
    assert found(tmp_path / "out") == []

    first.write_text(f"# a note\n{first.read_text()}")

    assert found(tmp_path / "out") == [("RN016", first.name, "")]


def test_a_changed_file_is_found(out: Path) -> None:
    """Though what stands in it is clean."""
    lines = (out / "cases.jsonl").read_bytes().splitlines(keepends=True)
    (out / "cases.jsonl").write_bytes(b"".join(lines[:-1]))

    assert found(out) == [("RN016", "cases.jsonl", "")]


def test_a_missing_file_is_found(out: Path) -> None:
    """By its place in the manifest, since no value is quoted."""
    (out / "README.txt").unlink()

    assert found(out) == [("RN016", "manifest.json", "/files/0")]


def test_an_added_file_is_found(out: Path) -> None:
    """Whatever its suffix, also if it is a link; hidden files are not looked at."""
    (out / "notes.txt").write_text("mine")
    (out / "link").symlink_to(out / "README.txt")
    (out / ".hidden").write_text("of the system")

    assert found(out) == [("RN016", "link", ""), ("RN016", "notes.txt", "")]


def test_a_file_that_became_a_link_is_found(out: Path) -> None:
    """What a link leads to can change at any time."""
    (out / "README.txt").rename(out.parent / "elsewhere.txt")
    (out / "README.txt").symlink_to(out.parent / "elsewhere.txt")

    assert found(out) == [("RN016", "README.txt", "")]


@pytest.mark.parametrize("files", [None, 7, [7], [{}], [{"name": "../my.key", "sha256": ""}]])
def test_a_manifest_of_another_form_vouches_for_nothing(files: object, out: Path) -> None:
    """And no file elsewhere is opened for it."""
    (out / "manifest.json").write_text(json.dumps({"rednotice_release": 1, "files": files}))

    assert {rule for rule, _, _ in found(out)} == {"RN016"}


def test_a_manifest_that_is_named_itself_is_compared(out: Path) -> None:
    """As a pipeline does that names each file."""
    assert found(out / "manifest.json") == []
    (out / "README.txt").write_text("other words")

    assert found(out / "manifest.json") == [("RN016", "README.txt", "")]


def test_another_file_of_that_name_is_read_as_a_case(tmp_path: Path) -> None:
    """Only the manifest of a release is passed over."""
    (tmp_path / "manifest.json").write_text('{"name": "an app"}')

    assert [rule for rule, _, _ in found(tmp_path)] == ["RN003"]


def test_the_cases_of_a_release_are_read_from_its_folder(out: Path) -> None:
    """The manifest is none of them."""
    assert len(list(rednotice.read(out))) == 14
