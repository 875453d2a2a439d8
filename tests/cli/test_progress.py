"""A bar for work that takes long, on a terminal."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rednotice.cli import main, progress
from rednotice.datasets import running_check

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="the system has no terminals")
CASE = '{"rednotice":"1.0","id":"c-%d","pursued_by":["TJ"],"subjects":[{"label":"A"}]}\n'
Shown = Callable[..., str]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.chdir(tmp_path)
    Path("zuzanna.jsonl").write_text("".join(CASE % number for number in range(300)))


@pytest.fixture(name="shown")
def shown_on_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shown]:
    """What a terminal gets on standard error while a command runs that takes long."""
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    reader, writer = os.openpty()
    with open(writer, "w", encoding="utf-8") as file:  # noqa: PTH123  # a descriptor

        def shown(*arguments: str, status: int = 0) -> str:
            with monkeypatch.context() as patch:
                patch.setattr("sys.stderr", file)
                patch.setattr("progressbar.utils.streams.original_stderr", file)
                assert main(arguments) == status
            file.write("$")  # so that the end can be seen
            file.flush()
            said = ""
            while not said.endswith("$"):
                said += os.read(reader, 2**16).decode()
            return said

        yield shown
    os.close(reader)


@pytest.mark.parametrize("command", ["check", "coverage"])
def test_a_bar_says_how_far_the_reading_is_and_goes_away(shown: Shown, command: str) -> None:
    """And it names no file."""
    said = shown(command, "zuzanna.jsonl")

    assert "Reading   0% |" in said
    assert said.endswith("\r\x1b[K$")
    assert "zuzanna" not in said


def test_a_release_and_its_verification_have_a_bar_too(shown: Shown) -> None:
    """They take the longest."""
    key = ("--policy", "partner", "--key-file", "my.key")
    shown("key", "new", "-o", "my.key")

    for arguments in (
        ("release", "zuzanna.jsonl", "-o", "new", *key),
        ("verify", "my.key", "--for", "public", "--against", "zuzanna.jsonl"),
    ):
        said = shown(*arguments, status=1 if arguments[0] == "release" else 0)
        assert "Reading   0% |" in said
        assert said.endswith("\r\x1b[K$")
        assert "zuzanna" not in said


def test_a_pipe_has_no_end_that_is_known(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the bar says how much was read."""
    data = Path("zuzanna.jsonl").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    said = shown("check", "-")

    assert "Reading   0.0 B" in said
    assert "%" not in said


def test_the_bar_goes_away_before_an_error_is_told(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the message would stand behind it."""

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(running_check.RunningCheck, "compare", fail)
    said = shown("check", "zuzanna.jsonl", status=2)

    assert "\r\x1b[Krednotice: stopped" in said


def test_quick_work_needs_no_bar(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that flickers tells nothing."""
    monkeypatch.setattr(progress, "_PATIENCE", 60.0)

    assert shown("check", "zuzanna.jsonl") == "$"


@pytest.mark.parametrize(
    ("name", "value", "options"),
    [("CI", "true", []), ("TERM", "dumb", []), ("TERM", "xterm", ["--quiet"])],
)
def test_nobody_who_does_not_want_a_bar_gets_one(
    shown: Shown, monkeypatch: pytest.MonkeyPatch, name: str, value: str, options: list[str]
) -> None:
    """A pipeline, a terminal that cannot go back, and somebody who wants findings alone."""
    monkeypatch.setenv(name, value)

    assert "Reading" not in shown("check", *options, "zuzanna.jsonl")


def test_a_file_gets_no_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a terminal does."""
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)

    assert main(["check", "zuzanna.jsonl"]) == 0
    assert capsys.readouterr().err == ""


def test_what_draws_the_bar_is_imported_for_a_bar_alone() -> None:
    """Most checks are over before one is shown."""
    code = (
        "import sys\n"
        "from rednotice.cli import main\n"
        "main(['check', '-q', 'zuzanna.jsonl'])\n"
        "print('progressbar' in sys.modules)\n"
    )
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"
