"""Cases that come through a pipe, as somebody types it in a shell."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rednotice import cli
from rednotice.cli import main

CASE = 'rednotice: "1.0"\nid: c-1\npursued_by: [TJ]\nsubjects: [{label: A}]\n'
BAD = CASE.replace("TJ", "Tajikistan")
SHARED = 'rednotice: "1.0"\nshared: true\noperations: [{id: op1, name: Sample}]\n'
US = f"{shlex.quote(sys.executable)} -m rednotice"
pytestmark = pytest.mark.skipif(not Path("/dev/fd").exists(), reason="the shell needs it")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(cli.__file__).parents[2]))
    Path("c.yaml").write_text(CASE)


def shell(line: str) -> tuple[int, str, str]:
    """Run *line* in bash, and return its status, its output and what it complained of."""
    done = subprocess.run(  # noqa: S603  # pipes are what is tested
        ["/bin/bash", "-c", line.replace("rednotice ", f"{US} ")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def piped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: str, *arguments: str
) -> tuple[int, str, str]:
    """The same within this process, with *data* on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    status = main(arguments)
    told = capsys.readouterr()
    return status, told.out, told.err


@pytest.mark.parametrize(
    "line",
    [
        "cat c.yaml | rednotice check -",
        pytest.param("rednotice check - <c.yaml", marks=pytest.mark.thorough),
        pytest.param("rednotice check /dev/stdin <c.yaml", marks=pytest.mark.thorough),
        "rednotice check <(cat c.yaml)",
        pytest.param("rednotice check - - <c.yaml", marks=pytest.mark.thorough),
    ],
)
def test_a_pipe_is_checked(line: str) -> None:
    """However it is named."""
    status, said, told = shell(line)

    assert (status, told) == (0, "")
    assert said.startswith("Checked 1 case in 1 file: nothing to mend")


Piped = Callable[..., tuple[int, str, str]]


@pytest.fixture(name="check")
def checked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Piped:
    """Check a text on standard input, with options."""

    def check(data: str, *options: str) -> tuple[int, str, str]:
        return piped(monkeypatch, capsys, data, "check", *options, "-")

    return check


def test_a_finding_has_its_line(check: Piped) -> None:
    """The report says that it was standard input."""
    status, said, _ = check(BAD)

    assert status == 1
    assert said.startswith("<stdin>\n  3:14 error RN007 [c-1] /pursued_by/0\n")


def test_a_line_is_shown_on_request(check: Piped) -> None:
    """As of a file."""
    assert "3 | pursued_by: [Tajikistan]" in check(BAD, "--show-values")[1]


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit", "gitlab", "html"])
def test_every_form_can_name_it(form: str, check: Piped) -> None:
    """Some write addresses, and some tags."""
    status, said, told = check(BAD, "--format", form)

    assert (status, told) == (1, "")
    assert "stdin" in said


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("rednotice check - <&-", "is closed"),
        ("false | rednotice check -", "brought nothing"),
    ],
)
def test_a_pipe_that_cannot_be_read_is_a_failure(line: str, reason: str) -> None:
    """It is no finding of a case, and no clean check either."""
    status, _, told = shell(line)

    assert (status, told.count("\n")) == (2, 1)
    assert told.startswith("rednotice: standard input: ")
    assert reason in told


@pytest.mark.parametrize(
    ("data", "arguments", "reason"),
    [
        ("", ["check", "-", "c.yaml"], "brought nothing"),
        ("", ["coverage", "-"], "brought nothing"),
        (CASE, ["check", "--shared", "-", "-"], "in front of them"),
    ],
)
def test_every_command_fails_where_a_pipe_does(
    data: str,
    arguments: list[str],
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With one line that says what failed."""
    status, _, told = piped(monkeypatch, capsys, data, *arguments)

    assert (status, told.count("\n")) == (2, 1)
    assert told.startswith("rednotice: standard input: ")
    assert reason in told


def test_the_rest_is_checked_where_a_pipe_brought_nothing(check: Piped) -> None:
    """As with a file that cannot be opened."""
    _, said, _ = check("", "c.yaml")

    assert said.startswith("Checked 1 case in 1 file; 1 path could not be opened")


def test_a_device_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """It may never end."""
    assert main(["check", "/dev/zero"]) == 2
    assert capsys.readouterr().err == "rednotice: PATH: must be a file, a folder or a pipe\n"


def test_a_file_with_the_name_of_a_dash_is_given_with_its_folder() -> None:
    """As with other commands."""
    Path("-").write_text(CASE)

    assert main(["check", "--from", "yaml", "./-"]) == 0


def test_a_terminal_is_told_what_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the command would seem to hang."""
    terminal, theirs = os.openpty()
    with open(theirs, encoding="utf-8") as file, open(terminal, "wb", buffering=0) as typed:  # noqa: PTH123  # descriptors
        monkeypatch.setattr("sys.stdin", file)
        typed.write(CASE.encode() + b"\x04")
        assert main(["check", "-"]) == 0

    told = capsys.readouterr().err
    assert told.startswith("rednotice: waiting for cases from the terminal")


def test_the_shared_document_comes_through_a_pipe_of_its_own() -> None:
    """Neither it nor the case is on the disk."""
    Path("s.yaml").write_text(SHARED)
    Path("p.yaml").write_text(f"{CASE}operations: [shared:op1]\n")
    status, said, _ = shell("cat p.yaml | rednotice check --shared <(cat s.yaml) -")

    assert status == 0
    assert "and the shared document in 2 files" in said


def test_coverage_counts_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that reads cases takes one."""
    status, said, told = piped(monkeypatch, capsys, CASE, "coverage", "-")

    assert (status, told) == (0, "")
    assert said.startswith("Cases: 1\n")


def test_what_was_written_is_searched_for_what_comes_through_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So the kept cases stay encrypted on the disk."""
    named = CASE.replace("label: A", "label: A, names: [{text: Zaphod Sampleman}]")
    verify = ("verify", "out.txt", "--for", "public", "--against", "-")

    Path("out.txt").write_text("nothing")
    assert piped(monkeypatch, capsys, named, *verify)[0] == 0
    Path("out.txt").write_text("by Sampleman")
    assert piped(monkeypatch, capsys, named, *verify)[0] == 1
