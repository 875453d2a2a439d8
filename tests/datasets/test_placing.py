"""How a file is put in its place: who can read it, what a kill leaves, what is not replaced."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from rednotice.datasets import permissions, placing, unfinished
from rednotice.datasets.placing import placed

OTHER = 54321  # a group, or an owner, that nobody else has
LEFT = ".rednotice-0123abcd.unfinished"
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


def put(path: Path, text: bytes = b"new") -> None:
    with placed(path) as file:
        file.write(text)


def refused(*_: object, **__: object) -> None:
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(name="old")
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "cases.jsonl"
    path.write_text("old")
    return path


@pytest.fixture(name="named", params=["unnamed", "named"], autouse=True)
def with_and_without_a_name(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything holds also where the system has no files without a name."""
    if request.param == "named":
        monkeypatch.setattr(placing, "_UNNAMED", None)
    unfinished.tidy.cache_clear()


# Who can read it


@as_root
def test_the_owner_and_the_group_are_kept(old: Path) -> None:
    """Those who could read it still can, and nobody else."""
    os.chown(old, OTHER, OTHER)
    old.chmod(0o640)

    put(old)

    status = old.stat()
    assert (status.st_uid, status.st_gid, mode(old)) == (OTHER, OTHER, 0o640)


@as_root
@pytest.mark.parametrize(
    ("before", "after"), [(0o640, 0o600), (0o664, 0o604), (0o604, 0o600), (0o600, 0o600)]
)
def test_no_other_group_can_read_it(
    old: Path, monkeypatch: pytest.MonkeyPatch, before: int, after: int
) -> None:
    """Where the group cannot be kept; its members are among the others then."""
    os.chown(old, 0, OTHER)
    old.chmod(before)
    monkeypatch.setattr(os, "fchown", refused)

    put(old)

    assert mode(old) == after


@as_root
def test_the_group_is_kept_where_the_owner_cannot_be(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for most people, who may give a file to a group of theirs alone."""
    os.chown(old, OTHER, OTHER)
    old.chmod(0o640)
    change = os.fchown

    def group_alone(descriptor: int, owner: int, group: int) -> None:
        if owner != -1:
            refused()
        change(descriptor, owner, group)

    monkeypatch.setattr(os, "fchown", group_alone)

    put(old)

    status = old.stat()
    assert (status.st_uid, status.st_gid, mode(old)) == (os.geteuid(), OTHER, 0o640)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="access lists are read on Linux alone")
def test_an_access_list_that_cannot_be_kept_leaves_the_owner_alone(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The group's bits of such a file speak of others than its group."""
    old.chmod(0o660)
    monkeypatch.setattr(os, "getxattr", lambda *_: b"a list")
    monkeypatch.setattr(os, "setxattr", refused)

    put(old)

    assert mode(old) == 0o600


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="access lists are read on Linux alone")
def test_an_access_list_is_kept(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given to the new file before its mode is set."""
    lists: list[object] = []
    monkeypatch.setattr(os, "getxattr", lambda *_: b"a list")
    monkeypatch.setattr(os, "setxattr", lambda *given: lists.append(given[2]))
    old.chmod(0o660)

    put(old)

    assert (lists, mode(old)) == ([b"a list"], 0o660)
    assert permissions._LIST.startswith("system.")


# What a kill leaves


def killed(code: str, path: Path, *, after: float = 0.0) -> None:
    """Run *code* on *path*, and kill it some seconds after it has said something."""
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603  # our own
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(after)
        process.send_signal(signal.SIGKILL)


def killed_while_writing(path: Path, *, named: bool) -> None:
    """Kill a process in the middle of its writing to *path*."""
    killed(
        "import sys, time, pathlib\n"
        "from rednotice.datasets import placing\n"
        f"if {named}: placing._UNNAMED = None\n"
        "with placing.placed(pathlib.Path(sys.argv[1])) as file:\n"
        "    file.write(b'new'); file.flush()\n"
        "    print('writing', flush=True)\n"
        "    time.sleep(60)\n",
        path,
    )


@pytest.mark.skipif(placing._UNNAMED is None, reason="Linux has files without a name")
def test_a_killed_write_leaves_no_copy(old: Path) -> None:
    """The file had no name yet."""
    killed_while_writing(old, named=False)

    assert old.read_text() == "old"
    assert list(old.parent.iterdir()) == [old]


def test_the_next_write_removes_the_copy_of_a_killed_one(old: Path) -> None:
    """Where the system has no files without a name; whatever is written to that folder."""
    killed_while_writing(old, named=True)
    assert len(list(old.parent.iterdir())) == 2

    put(old.parent / "other.json")

    assert {path.name for path in old.parent.iterdir()} == {old.name, "other.json"}
    assert old.read_text() == "old"


@pytest.mark.thorough
def test_a_kill_at_any_moment_tears_nothing(old: Path) -> None:
    """The file is the old one or the new one, and the next write clears what is left."""
    code = (
        "import sys, pathlib\n"
        "from rednotice.datasets import placing\n"
        f"placing._UNNAMED = {placing._UNNAMED}\n"
        "print('writing', flush=True)\n"
        "while True:\n"
        "    for text in (b'a' * 99_999, b'b' * 99_999):\n"
        "        with placing.placed(pathlib.Path(sys.argv[1])) as file: file.write(text)\n"
    )
    moments = random.Random(1)  # noqa: S311  # for a test
    for _ in range(30):
        killed(code, old, after=moments.random() / 50)
        assert set(old.read_text()) <= {*"old"} or len(old.read_text()) == 99_999

        unfinished.tidy.cache_clear()
        put(old, b"old")
        assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize("name", [".rednotice-notes", f"{LEFT}.txt", "rednotice.unfinished"])
def test_a_file_of_another_name_is_nobodys_copy(old: Path, name: str) -> None:
    """Nothing is removed that a user may have made."""
    kept = old.parent / name
    kept.write_text("mine")

    put(old)

    assert kept.read_text() == "mine"


def test_a_copy_that_somebody_writes_is_let_alone(old: Path) -> None:
    """Two may write to one folder at a time."""
    with placed(old) as file:
        file.write(b"first")
        unfinished.tidy.cache_clear()
        put(old.parent / "other.json")

    assert old.read_text() == "first"


def test_a_copy_taken_for_an_abandoned_one_is_made_anew(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between its making and its locking, another process may have removed it."""
    monkeypatch.setattr(placing, "_UNNAMED", None)
    hold: Callable[[int], None] = unfinished.hold
    held: list[int] = []

    def late(descriptor: int) -> None:
        if not held:
            next(path for path in old.parent.iterdir() if path != old).unlink()
        held.append(descriptor)
        hold(descriptor)

    monkeypatch.setattr(unfinished, "hold", late)

    put(old)

    assert len(held) == 2
    assert old.read_text() == "new"


def test_a_name_that_is_taken_is_not_used(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another name is tried."""
    if placing._UNNAMED is None:
        pytest.skip("with a name from the start, the system refuses one that is taken")
    (old.parent / LEFT).mkdir()
    names = iter([LEFT, LEFT, LEFT.replace("a", "b")])
    monkeypatch.setattr(unfinished, "new_name", lambda: next(names))

    put(old)

    assert old.read_text() == "new"
    assert {path.name for path in old.parent.iterdir()} == {old.name, LEFT}


def test_a_file_made_meanwhile_is_replaced(tmp_path: Path) -> None:
    """Whoever writes last has written."""
    path = tmp_path / "new.json"
    with placed(path) as file:
        file.write(b"ours")
        path.write_text("theirs")

    assert path.read_text() == "ours"
    assert list(tmp_path.iterdir()) == [path]


def test_the_folder_is_synced(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """First what the file holds, then its name."""
    synced: list[bool] = []
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
    )

    put(old)

    assert synced == [False, True]


def test_a_folder_that_cannot_be_synced_is_no_failure(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems sync folders by themselves, and say that they cannot."""

    def sync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", sync)

    put(old)

    assert old.read_text() == "new"


# Open files of the process


WRITES = """\
import rednotice, sys
case = rednotice.Case(rednotice="1.0", id="c-1", subjects=[rednotice.Subject(label="A")])
print("before")
rednotice.write(case, sys.argv[1], format="jsonl")
print("after")
"""


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
def test_the_output_of_a_process_is_written_through(tmp_path: Path, name: str) -> None:
    """A shell has opened it, and what comes before and after stands there too."""
    out = tmp_path / "out.txt"
    (tmp_path / "link").symlink_to("/dev/stdout")
    with out.open("wb") as file:
        before = os.fstat(file.fileno()).st_ino
        command = [sys.executable, "-c", WRITES, name]
        subprocess.run(command, stdout=file, cwd=tmp_path, check=True)  # noqa: S603  # our own

    assert [line[:6] for line in out.read_text().splitlines()] == ["before", '{"redn', "after"]
    assert out.stat().st_ino == before
    assert {path.name for path in tmp_path.iterdir()} == {"out.txt", "link"}


def test_a_pipe_is_written_to_by_way_of_the_output(tmp_path: Path) -> None:
    """As to a program that encrypts what it is given."""
    command = [sys.executable, "-c", WRITES, "/dev/stdout"]
    done = subprocess.run(command, stdout=subprocess.PIPE, cwd=tmp_path, check=True)  # noqa: S603

    assert len(done.stdout.splitlines()) == 3
