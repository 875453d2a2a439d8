"""What the other commands print."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import rednotice
from rednotice import Notice
from rednotice.cli import COMMANDS, main
from rednotice.records import fields_of, record_classes


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
    for other in ("id-used-twice", "rn301", "301"):
        main(["rule", other])
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


@pytest.mark.parametrize("form", [["--json"], ["--format", "json"]], ids=str)
def test_the_schema_is_printed_on_a_terminal_if_it_is_asked_for(
    form: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its thousands of lines are of no use to somebody who wants to look around."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    main(["schema", *form])

    assert json.loads(capsys.readouterr().out) == rednotice.schema()


def test_a_terminal_gets_an_overview_of_all_records(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each record is a line with its members, as far as the terminal is wide."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "70")
    told = schema_of(capsys=capsys)

    lines = told.splitlines()
    assert max(map(len, lines)) <= 70
    first = [line.split()[0] for line in lines[2:] if line[:1].isupper()]
    records = (*record_classes(rednotice.Case), rednotice.SharedDocument)
    assert {cls.__name__ for cls in records} <= set(first)
    assert "Tie                  who, kind, to" in lines
    assert next(line for line in lines if line.startswith("Notice ")).endswith(" in all)")
    assert "All about one record:           rednotice schema Notice" in lines


def test_the_overview_is_the_text_of_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe gets it too if it asks for text."""
    assert schema_of("--format", "text", capsys=capsys).startswith("Every record with its members.")


def schema_of(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["schema", *arguments]) == 0
    return capsys.readouterr().out


def test_a_record_is_printed_as_its_members(capsys: pytest.CaptureFixture[str]) -> None:
    """What each is called, what it holds, whether it is required, and what it means."""
    told = schema_of("Notice", capsys=capsys)

    lines = told.splitlines()
    assert lines[0] == "Notice"
    members = [line.partition(":")[0] for line in lines if line[:1].islower()]
    assert members == [field.name for field in fields_of(Notice)]
    assert (
        "kind: a code of the list notice_kinds (`rednotice codelist notice_kinds` lists them);"
        " required\n"
        "  What kind of notice, diffusion or alert it is.\n" in told
    )
    assert "charges: a list, each an object (see: rednotice schema Charge)\n" in told
    assert all(len(line) <= 100 for line in lines)


def test_a_record_is_printed_as_schema_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    """Its part of the schema, or the whole of a document."""
    part = json.loads(schema_of("--format", "json", "Notice", capsys=capsys))
    shared = json.loads(schema_of("--format", "json", "shared", capsys=capsys))

    assert part == {"Notice": rednotice.schema()["$defs"]["Notice"]}
    assert shared == rednotice.schema("shared")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        *(("notice", "Notice"), ("NOTICES", "Notice"), ("warrants", "Warrant"), ("case", "Case")),
        *(
            ("shared", "SharedDocument"),
            ("travel-document", "TravelDocument"),
            ("charges", "Charge"),
        ),
        *(("editor decisions", "EditorDecision"), ("PartialDate", "PartialDate"), ("id", "Id")),
    ],
)
def test_a_record_is_found_by_any_name_of_it(
    asked: str, found: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In capitals or not, and by the member that holds it."""
    assert schema_of(asked, capsys=capsys).splitlines()[0] == found


def test_a_type_says_its_codelist_or_examples(capsys: pytest.CaptureFixture[str]) -> None:
    """It has no members."""
    assert "See: rednotice codelist countries" in schema_of("CountryCode", capsys=capsys)
    assert "Such as: 2021-06-15, 2021-06" in schema_of("PartialDate", capsys=capsys)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("warant", "Did you mean Warrant?"),
        ("xyzzy", "--list"),
        ("issuing_state", "a record that has it: Warrant, Notice, TravelDocument"),
    ],
)
def test_a_name_that_no_record_has_is_told_the_next_one(
    asked: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Or how all are named."""
    assert main(["schema", asked]) == 2

    told = capsys.readouterr().err
    assert said in told
    assert asked not in told


@pytest.mark.thorough
def test_all_records_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Each of these names prints something."""
    listed = schema_of("--list", capsys=capsys)
    names = json.loads(schema_of("--list", "--format", "json", capsys=capsys))

    assert [line.split()[0] for line in listed.splitlines()] == list(names)
    assert {"Case", "Notice", "PartialDate", "SharedDocument"} <= names.keys()
    for name in names:
        assert schema_of(name, capsys=capsys).splitlines()[0] == name


def test_the_help_of_check_says_what_an_audience_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The two questions, and of which documents each is asked."""
    with pytest.raises(SystemExit):
        main(["check", "--help"])

    told = " ".join(capsys.readouterr().out.split())
    assert "ask whether the cases may go to this audience: consent" in told
    assert "is asked whether it is clean for the audience that it names" in told
    assert ".ndjson" in told


def test_a_snapshot_deletes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Other files may belong to somebody else; the command only says how many there are."""
    (tmp_path / "1.0").mkdir()
    (tmp_path / "1.0" / "zuzanna.schema.json").write_text("{}")

    assert main(["schema", "--snapshot", str(tmp_path)]) == 0

    assert (tmp_path / "1.0" / "zuzanna.schema.json").read_text() == "{}"
    assert (tmp_path / "1.0" / "case.schema.json").exists()
    assert capsys.readouterr() == (
        "",
        "rednotice: other files beside the snapshot, left there: 1\n",
    )
    assert main(["schema", "--snapshot", str(tmp_path / "new")]) == 0
    assert capsys.readouterr() == ("", "")


def test_the_help_of_schema_says_what_a_snapshot_does(capsys: pytest.CaptureFixture[str]) -> None:
    """A user who names a folder wants to know what happens to the files in it."""
    with pytest.raises(SystemExit):
        main(["schema", "--help"])

    told = " ".join(capsys.readouterr().out.split())
    assert "below FOLDER/1.0 instead; files of the same names are replaced, others left" in told


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    """`rednotice schema | head` ends without a traceback; more is printed than a pipe holds."""
    command = [sys.executable, "-m", "rednotice", "schema"]
    with subprocess.Popen(  # noqa: S603  # our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()

        assert process.stderr.read() == b""
        assert process.wait() == 2
