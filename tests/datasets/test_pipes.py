"""Pipes: what is read once is read as a file would be, or refused."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.datasets import pipes
from rednotice.datasets.pipes import STANDARD_INPUT, Pipe, called, is_pipe, resolved

CASE: dict[str, Any] = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}
SHARED: dict[str, Any] = {
    "rednotice": "1.0",
    "id": "x-1",
    "shared": True,
    "operations": [{"id": "op1", "name": "Operation Sample"}],
}
POINTING = {"operations": ["shared:op1"]}


def lines(count: int) -> bytes:
    return b"".join(
        json.dumps({**CASE, "id": f"c-{number}"}).encode() + b"\n" for number in range(count)
    )


class Filled:
    """A pipe that a thread fills, as another command would."""

    def __init__(self, data: bytes) -> None:
        self._out, self._in = os.pipe()
        self.path = Path(f"/dev/fd/{self._out}")
        self._thread = threading.Thread(target=self._fill, args=(data,))
        self._thread.start()

    def _fill(self, data: bytes) -> None:
        with open(self._in, "wb") as file:  # noqa: PTH123  # a descriptor
            file.write(data)

    def close(self) -> None:
        """Take what is left, so that the thread ends."""
        with open(self._out, "rb") as file:  # noqa: PTH123  # a descriptor
            while file.read(2**16):
                pass
        self._thread.join()


@pytest.fixture(name="fill")
def filled() -> Iterator[Any]:
    made: list[Filled] = []

    def fill(data: bytes) -> Path:
        made.append(Filled(data))
        return made[-1].path

    yield fill
    for pipe in made:
        pipe.close()


@pytest.mark.parametrize(
    "data",
    [
        lines(3),
        json.dumps([{**CASE, "id": f"c-{number}"} for number in range(3)]).encode(),
        b"".join(b"---\n" + line for line in lines(3).splitlines(keepends=True)),
    ],
    ids=["jsonl", "json", "yaml"],
)
def test_the_format_of_a_pipe_is_recognised(fill: Any, data: bytes) -> None:
    """A pipe has no suffix."""
    assert [case.id for case in rednotice.read(fill(data))] == ["c-0", "c-1", "c-2"]


def test_the_format_of_a_pipe_can_be_named(fill: Any) -> None:
    """What is recognised is a guess."""
    with pytest.raises(rednotice.Unreadable):
        list(rednotice.read(fill(lines(2)), format="json"))


def test_a_pipe_is_read_again_like_a_file(fill: Any) -> None:
    """What it brought is held."""
    cases = rednotice.read(fill(lines(2)))

    assert list(cases) == list(cases)


def test_a_long_pipe_is_not_held_and_is_read_once(
    fill: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second reading would lack what came first, and so it fails."""
    monkeypatch.setattr(pipes, "LARGEST", 1_000)
    cases = rednotice.read(fill(lines(2_000)))

    assert len(list(cases)) == 2_000
    with pytest.raises(OSError, match="only once") as told:
        list(cases)
    assert "/dev/fd/" in told.value.filename


@pytest.mark.thorough
def test_the_shared_document_in_front_of_a_long_pipe_is_known_to_the_last_case(
    fill: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has gone by when a case refers to it."""
    monkeypatch.setattr(pipes, "LARGEST", 1_000)
    last = {**CASE, "id": "c-z", **POINTING}
    data = json.dumps(SHARED).encode() + b"\n" + lines(2_000) + json.dumps(last).encode()

    report = rednotice.check(fill(data))
    assert (report.cases, report.shared) == (2_001, 1)
    assert "RN013" not in {found.rule for found in report}


def test_a_pipe_that_brings_nothing_is_a_failure(fill: Any) -> None:
    """The command that should have filled it has most likely failed, and nothing was checked."""
    with pytest.raises(OSError, match="brought nothing"):
        rednotice.check(fill(b""))


def test_a_pipe_of_blanks_holds_no_case(fill: Any) -> None:
    """As a file of blanks."""
    assert [found.rule for found in rednotice.check(fill(b" \n\n"))] == ["RN001"]


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03" * 100, b"\x1f\x8b\x08\x00\xff", b"\xff\xfe{\x00"], ids=str
)
def test_a_pipe_of_other_bytes_is_one_finding(fill: Any, data: bytes) -> None:
    """Such as what was not decrypted or unpacked."""
    assert [found.rule for found in rednotice.check(fill(data))] == ["RN001"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"age-encryption.org/v1\n-> X25519 abc\n\x00\xff", "Decrypt it"),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", "Decrypt it"),
        (b"-----BEGIN PGP MESSAGE-----\n\nhQEM\n", "Decrypt it"),
        (gzip.compress(b"x" * 50), "Unpack it"),
        (bz2.compress(b"x"), "Unpack it"),
        (lzma.compress(b"x"), "Unpack it"),
    ],
    ids=["age", "age-armour", "pgp", "gzip", "bzip2", "xz"],
)
def test_what_is_encrypted_or_compressed_is_told_so(fill: Any, data: bytes, said: str) -> None:
    """Somebody forgot a step of the pipe."""
    report = rednotice.check(fill(data))

    assert [(one.rule, str(one.place)) for one in report] == [("RN001", "1:1")]
    assert said in report.findings[0].message
    assert (report.refused, report.cases) == (1, 0)


def test_a_pipe_beside_files_is_one_data_set_with_them(fill: Any, tmp_path: Path) -> None:
    """The same id in both is found."""
    (tmp_path / "a.json").write_text(json.dumps({**CASE, "id": "c-1"}))
    report = rednotice.check([fill(lines(2)), tmp_path])

    assert (report.cases, report.files) == (3, 2)
    assert "RN012" in {found.rule for found in report}


def test_a_pipe_is_called_so_that_its_name_tells_nothing(fill: Any) -> None:
    """A person may be called Dev, as the folder in which the system keeps its pipes."""
    data = json.dumps({**CASE, "subjects": [{"label": "A", "names": [{"text": "Dev Sample"}]}]})
    report = rednotice.check(fill(data.encode()))

    assert {found.file for found in report} == {"<pipe " + str(report.findings[0].file)[6:]}
    assert not {found.name for found in report} & {"telling-path", "named-folder"}


def test_a_broken_pipe_is_not_opened_again(fill: Any) -> None:
    """To look for names in what it brought would wait for more."""
    report = rednotice.check(fill(b'{"rednotice": "1.0", "Nora'))

    assert [found.rule for found in report] == ["RN001"]
    assert str(report.findings[0].file).startswith("<pipe ")


def test_the_shared_document_can_come_through_a_pipe(fill: Any, tmp_path: Path) -> None:
    """An encrypted one is not written to the disk either."""
    file = tmp_path / "c.json"
    file.write_text(json.dumps({**CASE, **POINTING}))

    report = rednotice.check(file, shared=fill(json.dumps(SHARED).encode()))
    assert (report.shared, report.refused) == (1, 0)
    assert "RN013" not in {found.rule for found in report}


def test_a_pipe_brings_the_shared_document_and_the_cases_in_one_go(fill: Any) -> None:
    """It cannot be read as two files."""
    path = fill(json.dumps(SHARED).encode() + b"\n" + lines(1))

    with pytest.raises(OSError, match="in front of them"):
        rednotice.check(path, shared=path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such pipes")
def test_a_pipe_with_a_name_is_read(tmp_path: Path) -> None:
    """In a folder it is passed over, since nobody may ever fill it."""
    path = tmp_path / "a.pipe"
    os.mkfifo(path)
    assert rednotice.read(tmp_path).files == ()
    thread = threading.Thread(target=path.write_bytes, args=(lines(2),))
    thread.start()

    assert len(list(rednotice.read(path))) == 2
    thread.join()


# Standard input


@pytest.mark.parametrize("path", ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])
def test_standard_input_has_several_names(path: str) -> None:
    """And is read as a pipe also if a file was put there."""
    assert resolved(Path(path)) == STANDARD_INPUT
    assert is_pipe(STANDARD_INPUT)
    assert called(STANDARD_INPUT) == "<stdin>"


def test_standard_input_is_what_python_has_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program may have put something else in its place."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines(2))))

    assert [case.id for case in rednotice.read("/dev/stdin")] == ["c-0", "c-1"]


def test_standard_input_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python then has nothing there."""
    monkeypatch.setattr("sys.stdin", None)

    with pytest.raises(OSError, match="is closed"):
        list(rednotice.read("/dev/stdin"))


def test_a_pipe_that_does_not_wait_is_waited_for() -> None:
    """Whoever opened it may have other things to do; we have not."""
    code = (
        "import os, sys, threading\n"
        "out, into = os.pipe()\n"
        "os.set_blocking(out, False)\n"
        "os.dup2(out, 0)\n"
        f"data = {lines(1)!r}\n"
        "threading.Timer(0.1, lambda: (os.write(into, data), os.close(into))).start()\n"
        "import rednotice\n"
        "print(len(list(rednotice.read('/dev/stdin'))))\n"
    )
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "1\n"


def test_two_readings_of_a_pipe_go_on_side_by_side(fill: Any) -> None:
    """The shared document may be asked for in the middle of a reading."""
    pipe = Pipe(fill(b"abcdef"))
    with pipe.reading() as one, pipe.reading() as other:
        assert one.read(3) == b"abc"
        assert other.read() == b"abcdef"
        assert one.read() == b"def"


def test_lines_are_read_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that goes on is not waited for to the end."""
    out, into = os.pipe()
    with open(out, encoding="utf-8") as file, open(into, "wb", buffering=0) as writer:  # noqa: PTH123  # descriptors
        monkeypatch.setattr("sys.stdin", file)
        writer.write(lines(1))
        cases = iter(rednotice.read("/dev/stdin"))
        assert next(cases).id == "c-0"
        writer.write(lines(2))
        assert next(cases).id == "c-0"
