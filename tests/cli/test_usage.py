"""
Messages about wrong usage name the argument and what it takes, and repeat nothing that was typed.
"""

from __future__ import annotations

import contextlib
import errno
import os
from argparse import Namespace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.cli import COMMANDS, main, parser
from rednotice.cli.usage import place_of

NAME = "Sampleman"


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The last line of the message about wrong usage."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    told = capsys.readouterr()
    assert stopped.value.code == 2
    assert told.out == ""
    assert NAME.casefold() not in told.err.casefold()
    return told.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "x", "--for", NAME], "argument --for: must be one of internal, "),
        (["check", "x", f"--fail-on={NAME}"], "argument --fail-on: must be one of error, "),
        (["check", "x", "--from", NAME], "argument --from: must be one of json, jsonl, yaml"),
        (["check", "x", "--today", NAME], "argument --today: must be of the form YYYY-MM-DD"),
        (["check", "x", "--today", "2021-02-31"], "argument --today: must be of the form YYYY-MM"),
        (["check", "x", f"--quiet={NAME}"], "argument -q/--quiet: takes no value"),
        (["check", "x", "--shared"], "argument --shared: expected one argument"),
        (["check", ""], "argument PATH: a path must not be empty; the folder one is in is"),
        (["check", "x", "--shared", ""], "argument --shared: a path must not be empty"),
        (["schema", "--snapshot", ""], "argument --snapshot: a path must not be empty"),
        (["check"], "the following arguments are required: PATH"),
        (["check", "x", f"--{NAME}"], "argument 3 of 3 is not one that the usage names"),
        (["check", "x", "--only", NAME], "argument 3 of 4 is not one that the usage names"),
        (["rule", "RN201", NAME], "argument 3 of 3 is not one that the usage names"),
        (["codelist", "causes", "--format", NAME], "argument --format: must be one of text, json"),
        ([NAME], f"argument COMMAND: must be one of {', '.join(COMMANDS)}"),
        ([], "the following arguments are required: COMMAND"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_names_the_argument_and_what_it_takes(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message helps whoever typed, and tells nothing to whoever reads the log."""
    assert f"error: {said}" in refused(arguments, capsys)


def test_the_usage_of_the_command_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Also for an argument that no command takes."""
    with pytest.raises(SystemExit):
        main(["rule", "RN201", "--only"])

    assert capsys.readouterr().err.startswith("usage: rednotice rule ")


def test_an_option_is_not_abbreviated(capsys: pytest.CaptureFixture[str]) -> None:
    """`--show` must not print values because somebody did not type on."""
    assert "argument 3 of 3" in refused(["check", "x", "--show"], capsys)


@given(
    st.sampled_from([*COMMANDS, ""]),
    st.lists(
        st.sampled_from(["--today", "--for", "--format", "--core", "-q", "-qZQ", "--quiet=ZQ"])
        | st.sampled_from(
            ["ZQ", "--ZQ", "-ZQ", "--shared=", "--=ZQ", "-", "--", "ZQ: expected ZQ"]
        ),
        min_size=1,
        max_size=5,
    ),
)
def test_no_usage_error_repeats_what_was_typed(command: str, typed: list[str]) -> None:
    """Whatever was typed, in whatever order."""
    told: list[str] = []
    made = parser()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argparse.ArgumentParser.error", lambda _, message: _stop(told, message))
        with contextlib.suppress(SystemExit, _Stopped):
            made.parse_args([*([command] if command else []), *typed, "--ZQ"])

    assert not any("ZQ" in message for message in told)


class _Stopped(Exception):
    """Raised in place of ending the process."""


def _stop(told: list[str], message: str) -> None:
    told.append(message)
    raise _Stopped


# Paths that cannot be used


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["sampleman.yaml"], "PATH"),
        (["c.yaml", "sampleman.yaml"], "PATH 2 of 2"),
        (["c.yaml", "--shared", "sampleman.yaml"], "--shared"),
    ],
    ids=str,
)
def test_a_path_that_is_not_there_is_told_by_its_place(
    given: list[str],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No case is known with which its name could be compared, and the log is read by others."""
    monkeypatch.chdir(tmp_path)
    Path("c.yaml").write_text('rednotice: "1.0"\nid: c-1\nsubjects: [{label: A}]\n')

    assert main(["check", *given]) == 2
    assert capsys.readouterr().err == f"rednotice: {said}: {os.strerror(errno.ENOENT)}\n"


def test_a_path_is_shown_to_who_asks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On one's own screen."""
    main(["check", "--show-values", str(tmp_path / "sampleman.yaml")])

    assert "sampleman.yaml" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told_by_its_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is below it is not named either."""
    (tmp_path / "sampleman").write_text("")

    assert main(["schema", "--snapshot", str(tmp_path / "sampleman")]) == 2
    told = capsys.readouterr().err
    assert told.startswith("rednotice: a file below --snapshot: ")
    assert "sampleman" not in told


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("cases/b/c.yaml", "a file below PATH 2 of 3"),
        ("cases/b", "PATH 2 of 3"),
        (Path("cases/b/"), "PATH 2 of 3"),
        ("elsewhere", "a file"),
        (None, "a file"),
        (3, "a file"),
    ],
    ids=str,
)
def test_a_path_is_placed_among_the_arguments(path: object, said: str) -> None:
    """The message gives its position and never its name."""
    chosen = parser().parse_args(["check", "cases/a", "cases/b", "cases/c"])

    assert isinstance(chosen, Namespace)
    assert place_of(path, chosen) == said
