"""What a person or a pipeline sees of `rednotice check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rednotice.cli import main

CASE = '{"rednotice":"1.0","id":"c-%d","subjects":[{"label":"A"}]%s}\n'
SIX = (
    CASE % (1, ',"notices":[{"kind":"red","isuing_state":"TJ"}]')
    + '{"rednotice":"1.0","id":"c-2","subjects":{"label":"Zaphod Sampleman"}}\n'
    + '{"rednotice":"1.0","id":"c-3","subjects":[{"label":"Zaphod Sampleman"}\n'
    + CASE % (4, ',"notices":[{"issuing_state":"TJ"}]')
    + CASE % (5, ',"pursued_by":["TJ"],"events":[{"date":"2021-02-31"}]')
    + CASE % (6, ',"id":"c-7"')
)


@pytest.fixture
def six(tmp_path: Path) -> Path:
    file = tmp_path / "data.jsonl"
    file.write_text(SIX)
    return file


def test_six_faults_are_six_findings_with_their_places(
    six: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt field, a wrong type, a broken line, a missing field, 31 February, a key twice."""
    status = main(["check", str(six), "--format", "json"])

    report = json.loads(capsys.readouterr().out)
    places = [(found["rule"], found["line"], found["column"]) for found in report["findings"]]
    assert status == 1
    assert places == [
        ("RN005", 1, 83),
        ("RN006", 2, 42),
        ("RN001", 3, 71),
        ("RN004", 4, 69),
        ("RN007", 5, 96),
        ("RN002", 6, 58),
    ]


def test_no_value_is_quoted_unless_the_user_asks(
    six: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The log of a pipeline is read by others; `--show-values` is for one's own screen."""
    main(["check", str(six)])
    silent = capsys.readouterr().out
    main(["check", str(six), "--show-values"])
    shown = capsys.readouterr().out

    assert not any(value in silent for value in ("Zaphod", "Sampleman", "2021-02-31", "isuing"))
    assert "2021-02-31" in shown


def test_a_finding_has_the_same_members_in_every_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever reads the report need not know what the data were written in."""
    (tmp_path / "a.yaml").write_text('rednotice: "1.0"\nid: c-1\nsubjects: []\n')
    (tmp_path / "b.json").write_text('{"rednotice": "1.0",\n "id": "c-2", "subjects": []}')
    main(["check", str(tmp_path), "--format", "json"])

    first, second = json.loads(capsys.readouterr().out)["findings"]
    assert list(first) == [
        *("rule", "name", "severity", "message", "file"),
        *("line", "column", "pointer", "case", "help"),
    ]
    assert (first["line"], first["column"], first["case"]) == (3, 11, "c-1")
    assert (second["line"], second["column"], second["case"]) == (2, 27, "c-2")
    assert first["pointer"] == second["pointer"] == "/subjects"


def test_findings_of_a_file_stand_in_the_order_of_its_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person mends a file from top to bottom."""
    file = tmp_path / "c.yaml"
    file.write_text(
        'rednotice: "1.0"\nid: c-1\npursued_by: [TJ]\nsubjects:\n- label: "-"\n'
        "notices:\n- {kind: red, warrants: [w9], missing: {charges: unknown}}\n"
    )
    main(["check", str(file), "--format", "json"])

    lines = [found["line"] for found in json.loads(capsys.readouterr().out)["findings"]]
    assert lines == sorted(lines)
    assert len(set(lines)) > 1


@pytest.mark.parametrize(
    ("fail_on", "status"), [("error", 0), ("warning", 1), ("info", 1)], ids=str
)
def test_the_failing_severity_can_be_chosen(tmp_path: Path, fail_on: str, status: int) -> None:
    """A warning fails a check only for those who want it so."""
    file = tmp_path / "c.yaml"
    file.write_text('rednotice: "1.0"\nid: c-1\nsubjects:\n- label: A\n')

    assert main(["check", "-q", "--fail-on", fail_on, str(file)]) == status


def test_information_is_counted_and_shown_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A newcomer's first case is not met with questions about consent."""
    file = tmp_path / "c.yaml"
    file.write_text('rednotice: "1.0"\nid: c-1\npursued_by: [TJ]\nsubjects:\n- label: A\n')
    main(["check", str(file)])
    counted = capsys.readouterr().out
    main(["check", "--info", str(file)])
    shown = capsys.readouterr().out

    assert "RN901" not in counted
    assert "--info" in counted
    assert "RN901" in shown


def test_consent_is_an_error_where_the_case_leaves(tmp_path: Path) -> None:
    """What is information within the house stops a release."""
    file = tmp_path / "c.yaml"
    file.write_text('rednotice: "1.0"\nid: c-1\npursued_by: [TJ]\nsubjects:\n- label: A\n')

    assert main(["check", "-q", str(file)]) == 0
    assert main(["check", "-q", "--audience", "public", str(file)]) == 1


def test_a_path_that_is_not_there_is_no_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command could not do its work: status 2, and a line on the error stream."""
    status = main(["check", str(tmp_path / "nowhere.yaml")])

    assert status == 2
    assert "No such file" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, ""], ids=["an empty folder", "an empty file"])
def test_a_check_that_finds_no_case_does_not_say_that_all_is_well(
    tmp_path: Path, content: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipeline that looks into the wrong folder must not be green."""
    if content is not None:
        (tmp_path / "c.yaml").write_text(content)

    status = main(["check", str(tmp_path)])

    assert status == 2
    assert capsys.readouterr().out == ""


def test_an_unknown_suffix_names_the_known_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The next step stands in the message."""
    (tmp_path / "c.csv").write_text("a")

    assert main(["check", str(tmp_path / "c.csv")]) == 2
    assert ".yaml" in capsys.readouterr().err


def test_the_format_can_be_named_where_the_suffix_does_not_tell(tmp_path: Path) -> None:
    """An export may be called anything."""
    (tmp_path / "export.txt").write_text(CASE % (1, ',"pursued_by":["TJ"]'))

    assert main(["check", "-q", "--from", "jsonl", str(tmp_path / "export.txt")]) == 0


def test_a_file_named_after_a_person_is_not_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file name goes into every log; a running number takes its place."""
    file = tmp_path / "sampleman.yaml"
    file.write_text(
        'rednotice: "1.0"\nid: c-1\npursued_by: [TJ]\nsubjects:\n'
        "- names: [{text: Zaphod Sampleman}]\n"
    )
    main(["check", str(file)])

    out = capsys.readouterr().out
    assert "RN102" in out
    assert "sampleman" not in out.casefold()
