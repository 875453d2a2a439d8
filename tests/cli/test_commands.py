"""What the other commands print."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

import rednotice
from rednotice.cli import COMMANDS, main


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` says what the command does and takes."""
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])

    assert stopped.value.code == 0
    assert f"rednotice {command}" in capsys.readouterr().out


def test_a_rule_is_explained_by_its_id_and_by_its_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A finding shows both."""
    main(["rule", "RN301"])
    by_id = capsys.readouterr().out
    main(["rule", "id-used-twice"])

    assert capsys.readouterr().out == by_id
    assert by_id.startswith("RN301 id-used-twice (error; since 1.0)")


def test_all_rules_are_an_array_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    """Faults of shape are among them, each with its whole page."""
    main(["rule", "--all", "--format", "json"])

    pages = json.loads(capsys.readouterr().out)
    assert {"RN001", "RN301"} <= {page["rule"] for page in pages}
    assert all(page["text"].startswith(page["title"][:20]) for page in pages)


@pytest.mark.parametrize("arguments", [["rule", "RN999"], ["codelist", "nonsense"]], ids=str)
def test_a_name_that_is_not_there_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The message does not repeat what was typed, and says what to type."""
    assert main(arguments) == 2

    assert arguments[1] not in capsys.readouterr().err


def test_a_codelist_is_printed_with_its_meanings(capsys: pytest.CaptureFixture[str]) -> None:
    """Code, label and definition, for people; all columns for machines."""
    main(["codelist", "missing_reasons"])
    text = capsys.readouterr().out
    main(["codelist", "missing_reasons", "--format", "json"])
    codes = json.loads(capsys.readouterr().out)

    assert "not_stated" in text
    assert [code["code"] for code in codes] == [
        code.code for code in rednotice.codelist("missing_reasons")
    ]


def test_the_schema_is_printed_as_it_is_published(capsys: pytest.CaptureFixture[str]) -> None:
    """What the command prints is the gate itself."""
    main(["schema"])

    assert json.loads(capsys.readouterr().out) == rednotice.schema()


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    """`rednotice rule | head` ends without a traceback."""
    command = [sys.executable, "-m", "rednotice", "rule", "--all"]
    with subprocess.Popen(  # noqa: S603  # our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()

        assert b"Traceback" not in process.stderr.read()
