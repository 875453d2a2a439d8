"""Files that cannot be opened are listed, and the rest is still checked."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.cli import main
from rednotice.datasets import named_files
from rednotice.findings import Unread

Folder = Any
GOOD = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}
BAD = {"rednotice": "1.0", "id": "c-2", "subjects": []}


@pytest.fixture(name="denied")
def denied_file(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of three that may not be opened, also for root."""
    folder.put("cases/a.json", GOOD)
    folder.put("cases/z.json", BAD)
    path: Path = folder.put("cases/nora.json", {**GOOD, "id": "c-3"})
    real = named_files._Named.__init__

    def init(self: Any, file: Any, mode: str, name: str, *more: Any) -> None:
        if name == str(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)
        real(self, file, mode, name, *more)

    monkeypatch.setattr(named_files._Named, "__init__", init)
    return path


def test_the_rest_of_a_folder_is_checked(denied: Path) -> None:
    """The report names what was not opened, and fails."""
    report = rednotice.check(denied.parent, masked=False)

    reason = os.strerror(errno.EACCES)
    assert report.unopened == (Unread(str(denied), reason, 1, below=True),)
    assert (report.files, report.cases, report.refused) == (2, 1, 1)
    assert report.fails()


def test_a_report_fails_where_something_was_not_opened() -> None:
    """The findings in that file are unknown."""
    assert rednotice.Report(unopened=(Unread("x", "y"),)).fails()
    assert not rednotice.Report(passed_over=(Unread("x", "y"),)).fails()


def test_a_name_in_the_path_is_not_shown(denied: Path) -> None:
    """
    The contents of the file are unknown, so nothing can tell whether the path contains a name.
    """
    (unread,) = rednotice.check(denied.parent).unopened

    assert "nora" not in unread.path
    assert (unread.argument, unread.below) == (1, True)


def test_reading_raises_at_the_file(denied: Path) -> None:
    """The cases before it were given."""
    cases = iter(rednotice.read(denied.parent))

    assert next(cases).id == "c-1"
    with pytest.raises(PermissionError) as raised:
        next(cases)
    assert raised.value.filename == str(denied)


def test_the_command_says_so_and_prints_the_rest(
    denied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends with the status of a failure, since it did not do its work."""
    assert main(["check", str(denied.parent), str(denied.parent / "none.json")]) == 2

    told = capsys.readouterr()
    assert "RN008" in told.out
    assert "2 paths could not be opened" in told.out
    assert told.err == (
        f"rednotice: PATH 2 of 2: {os.strerror(errno.ENOENT)}\n"
        f"rednotice: a file below PATH 1 of 2: {os.strerror(errno.EACCES)}\n"
    )


def test_the_command_shows_the_path_to_who_asks(
    denied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a screen of their own."""
    assert main(["check", "--show-values", str(denied.parent)]) == 2

    assert capsys.readouterr().err == f"rednotice: {denied}: {os.strerror(errno.EACCES)}\n"


def test_data_of_which_a_part_was_not_opened_may_go_nowhere(
    denied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the rest is like."""
    (denied.parent / "z.json").unlink()
    main(["check", "--for", "partner", str(denied.parent)])

    assert "may not go to partner, 1 path could not be opened." in capsys.readouterr().out


def test_one_path_that_is_not_there_is_an_error_in_python(tmp_path: Path) -> None:
    """There is nothing to report on; of several, the others are reported on."""
    gone = tmp_path / "gone.json"
    with pytest.raises(FileNotFoundError):
        rednotice.check(gone)

    assert rednotice.check([gone], masked=False).unopened == (
        Unread(str(gone), os.strerror(errno.ENOENT)),
    )


def test_a_file_that_vanishes_is_told(folder: Folder) -> None:
    """Between the listing of the folder and its turn."""
    folder.put("a.json", GOOD)
    gone = folder.put("b.json", BAD)
    cases = rednotice.read(folder.path)
    gone.unlink()

    report = rednotice.check(cases, masked=False)
    assert [(each.path, each.reason) for each in report.unopened] == [
        (str(gone), os.strerror(errno.ENOENT))
    ]
    assert report.cases == 1


def test_a_file_that_becomes_a_folder_is_told(folder: Folder) -> None:
    """A folder cannot be opened as a file."""
    path = folder.put("b.json", BAD)
    cases = rednotice.read(folder.path)
    path.unlink()
    path.mkdir()

    assert [each.reason for each in rednotice.check(cases).unopened] == [os.strerror(errno.EISDIR)]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="Linux has a file like that")
def test_a_file_that_cannot_be_read_is_told_by_its_name() -> None:
    """It can be opened, and then fails, like a disk that is broken."""
    (unread,) = rednotice.check(["/proc/self/mem"], format="jsonl", masked=False).unopened

    assert unread == Unread("/proc/self/mem", os.strerror(errno.EIO))


def test_an_error_of_who_is_told_of_a_fault_is_no_unread_file(folder: Folder) -> None:
    """The error belongs to the caller and is passed on."""

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space") as raised:
        list(rednotice.read(folder.put("a.json", BAD), on_fault=full))
    assert raised.value.filename is None


def test_a_folder_below_that_cannot_be_listed_is_told(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies beside it is checked."""
    folder.put("a.json", GOOD)
    closed = folder.put("closed/b.json", BAD).parent
    real = os.scandir

    def scan(path: Any) -> Any:
        if str(path) == str(closed):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scan)
    report = rednotice.check(folder.path, masked=False)

    assert [each.path for each in report.unopened] == [str(closed)]
    assert report.cases == 1


def test_what_is_passed_over_has_a_reason(folder: Folder) -> None:
    """A link that leads nowhere is not another file."""
    folder.put("a.json", GOOD)
    folder.put("notes.txt", "")
    folder.put(".hidden.json", "")
    folder.put(".rednotice-0123abcd.unfinished", "")
    for name, target in (("b.json", "gone.json"), ("c.json", "c.json"), ("d.json", "a.json")):
        (folder.path / name).symlink_to(target)
    os.mkfifo(folder.path / "e.json")
    (folder.path / "x.json").mkdir()

    cases = rednotice.read(folder.path)
    assert {Path(each.path).name: each.reason for each in cases.passed_over} == {
        "notes.txt": "no format has its suffix",
        ".rednotice-0123abcd.unfinished": "left unfinished by a write that was stopped; delete it",
        "b.json": "a link to nothing that can be found, which is not followed",
        "c.json": "a link in a circle, which is not followed",
        "d.json": "a link, which is not followed",
        "e.json": "no regular file",
    }
    report = rednotice.check(cases)
    assert report.skipped == len(report.passed_over) == 6
    assert not any("notes" in each.path for each in report.passed_over)
