"""The output and the exit status of `rednotice check`, for people and for pipelines."""

from __future__ import annotations

import io
import json
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from rednotice.cli import main
from rednotice.documents import LineColumn, TextDocument

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
    """Other people read the logs of a pipeline; `--show-values` is for the user's own screen."""
    main(["check", str(six)])
    silent = capsys.readouterr().out
    main(["check", str(six), "--show-values"])
    shown = capsys.readouterr().out

    assert not any(value in silent for value in ("Zaphod", "Sampleman", "2021-02-31"))
    assert "2021-02-31" in shown


def test_a_finding_has_the_same_members_in_every_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program that reads the report need not know the format of the data."""
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
    """So a newcomer's first case does not raise questions about consent."""
    file = tmp_path / "c.yaml"
    file.write_text('rednotice: "1.0"\nid: c-1\npursued_by: [TJ]\nsubjects:\n- label: A\n')
    main(["check", str(file)])
    counted = capsys.readouterr().out
    main(["check", "--info", str(file)])
    shown = capsys.readouterr().out

    assert "RN901" not in counted
    assert "--info" in counted
    assert "RN901" in shown


def many(folder: Path, members: str, count: int) -> Path:
    file = folder / "many.jsonl"
    file.write_text("".join(CASE % (number, members) for number in range(count)))
    return file


def test_no_place_is_looked_up_for_what_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Looking up a place takes as long as all rules together."""
    file = many(tmp_path, ',"pursued_by":["TJ"]', 3)
    asked: list[object] = []
    place = TextDocument.place

    def watched(document: TextDocument, *where: Any) -> LineColumn:
        asked.append(where)
        return place(document, *where)

    monkeypatch.setattr(TextDocument, "place", watched)
    main(["check", str(file)])
    assert "pieces of information" in capsys.readouterr().out
    assert asked == []

    main(["check", "--info", str(file)])
    shown = [line for line in capsys.readouterr().out.splitlines() if ":" in line[:8]]
    assert len(asked) == len(shown) > 0


@pytest.mark.thorough
@pytest.mark.parametrize("options", [[], ["--info"], ["--format", "json"]], ids=" ".join)
def test_the_texts_of_what_was_checked_are_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    """Memory grows with the number of findings shown, not with the amount of data."""
    file = many(tmp_path, f',"pursued_by":["TJ"],"summary":"{"word " * 4_000}"', 300)
    main(["check", str(file)])  # what is loaded once is not counted
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    tracemalloc.start()
    try:
        assert main(["check", *options, str(file)]) == 0
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < file.stat().st_size / 4


def test_what_is_counted_only_is_in_no_other_way_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The JSON report with `--info` holds everything that the summary counts."""
    file = many(tmp_path, ',"operations":["op9"]', 2)
    main(["check", str(file)])
    summary = capsys.readouterr().out.splitlines()[-2]
    main(["check", "--info", "--format", "json", str(file)])
    report = json.loads(capsys.readouterr().out)

    counts = {"error": 0, "warning": 0, "info": 0}
    for finding in report["findings"]:
        counts[finding["severity"]] += 1
    assert report["counts"] == counts
    assert min(counts.values()) > 0
    assert summary.endswith(
        f": {counts['error']} errors, {counts['warning']} warnings,"
        f" {counts['info']} pieces of information."
    )


def test_all_paths_of_one_command_are_one_data_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id that stands in two is found, and a reference from one into another is followed."""
    (tmp_path / "a.jsonl").write_text(CASE % (1, ',"operations":["shared:op1","shared:op2"]'))
    (tmp_path / "b.jsonl").write_text(
        '{"rednotice":"1.0","shared":true,"operations":[{"id":"op1"}]}\n' + CASE % (1, "")
    )
    paths = [str(tmp_path / name) for name in ("a.jsonl", "b.jsonl", "a.jsonl")]

    status = main(["check", "--fail-on", "error", *paths])

    told = capsys.readouterr().out
    assert status == 1
    assert [line.split()[2] for line in told.splitlines() if " error " in line[:15]] == [
        "RN302",
        "RN012",
    ]
    assert "Checked 2 cases and the shared document in 2 files: 2 errors" in told


def test_references_that_were_not_followed_are_one_piece_of_information(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever checks one file of a folder learns that its shared document was not looked at."""
    file = many(tmp_path, ',"operations":["shared:op1"]', 3)
    main(["check", "--info", str(file)])
    told = capsys.readouterr().out

    assert told.count("RN013") == 1
    assert "--shared FILE" in told


def test_a_report_for_machines_is_json_on_every_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This also holds if the terminal's encoding lacks a character of a file name."""
    file = tmp_path / "é.json"
    file.write_text("{")
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))

    assert main(["check", "--format", "json", str(file)]) == 1

    assert json.loads(raw.getvalue())["findings"][0]["file"].endswith("é.json")


@pytest.mark.parametrize("options", [[], ["--info"]], ids=["refused", "and all"])
def test_a_document_is_counted_once(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """It counts as understood or as refused, even if many documents are on one line."""
    good = CASE % (1, "")
    (tmp_path / "a.json").write_text(f"[{good.strip()}, 1, 2, {{}}]")
    main(["check", *options, str(tmp_path)])

    assert "Checked 1 case in 1 file; 3 more were refused: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[%s, %s,]", "Checked 2 cases in 1 file: "),
        ("[%s, 1, %s]", "Checked 2 cases in 1 file; 1 more was refused: "),
        ("[%s, %s", "Checked 2 cases in 1 file: "),
    ],
)
def test_a_fault_between_cases_is_no_refused_case(
    tmp_path: Path, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """So the number of cases in the summary is right."""
    file = tmp_path / "a.json"
    file.write_text(text % ((CASE % (1, "")).strip(), (CASE % (2, "")).strip()))
    main(["check", str(file)])

    assert said in capsys.readouterr().out


def test_what_was_refused_is_more_than_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The summary counts refused documents, but not as checked cases."""
    (tmp_path / "a.json").write_text("[1, 2]")
    main(["check", str(tmp_path)])

    assert "Checked 0 cases in 1 file; 2 were refused: 2 errors." in capsys.readouterr().out


RELEASED = (
    ',"pursued_by":["TJ"],"handling":{"tlp":"clear","review_after":"2030",'
    '"legal_basis":[{"basis":"public_interest","audience":"public"}]}'
)
PUBLIC_BODY = '{"rednotice":"1.0","shared":true,"organisations":[{"id":"o1","kind":"court"%s}]}'


@pytest.mark.parametrize(
    ("text", "audience", "said"),
    [
        ("{", "public", "May this go to public? Verdict: may not go to public, 1 error."),
        ("", "partner", "May this go to partner? Verdict: may not go to partner, 1 error."),
        (
            CASE % (1, RELEASED),
            "ccf_bureau",
            "May this go to ccf_bureau? Verdict: may go to ccf_bureau.",
        ),
        (PUBLIC_BODY % "", "counsel", "May this go to counsel? Verdict: may go to counsel."),
        (
            PUBLIC_BODY % ',"name":"N/A"',
            "counsel",
            "May this go to counsel? Verdict: may go to counsel; look at 1 warning.",
        ),
        ("[]", "public", "Checked 0 cases in 1 file: nothing to mend."),
    ],
)
def test_the_last_line_says_whether_the_data_may_go(
    tmp_path: Path, text: str, audience: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user who names an audience wants to know this; without data the line is absent."""
    file = tmp_path / "a.json"
    file.write_text(text)
    main(["check", "--for", audience, "--today", "2026-06-01", str(file)])

    assert capsys.readouterr().out.splitlines()[-1] == said


@pytest.mark.parametrize("options", [[], ["-q", "--for", "public"]], ids=" ".join)
def test_who_does_not_ask_is_not_answered(
    six: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The line is absent for the internal audience, and if no summary is wanted."""
    main(["check", *options, str(six)])

    assert "May go" not in capsys.readouterr().out


def test_consent_is_an_error_where_the_case_leaves(tmp_path: Path) -> None:
    """A finding that is information internally stops a release."""
    file = tmp_path / "c.yaml"
    file.write_text('rednotice: "1.0"\nid: c-1\npursued_by: [TJ]\nsubjects:\n- label: A\n')

    assert main(["check", "-q", str(file)]) == 0
    assert main(["check", "-q", "--for", "public", str(file)]) == 1


CLEAN_RELEASE = (
    '{"rednotice":"1.0","id":"c-0j777dd36bap1cj5","subjects":[{"kind":"person"}],"release":'
    '{"audience":"partner","policy":"partner 1","date":"2026-11"}%s}'
)


@pytest.mark.parametrize(
    ("text", "options", "question", "verdict", "status"),
    [
        (CASE % (1, RELEASED), [], None, None, 0),
        (
            CASE % (1, RELEASED),
            ["--for", "ccf_commission"],
            "May this go to ccf_commission?",
            "may go to ccf_commission",
            0,
        ),
        (
            CASE % (1, ""),
            ["--for", "ccf_bureau"],
            "May this go to ccf_bureau?",
            "may not go to ccf_bureau",
            1,
        ),
        (
            CLEAN_RELEASE % "",
            [],
            "Is this a clean release for partner?",
            "a clean release for partner",
            0,
        ),
        (
            CLEAN_RELEASE % ',"summary":"What happened."',
            [],
            "Is this a clean release for partner?",
            "not a clean release for partner",
            1,
        ),
        (
            CLEAN_RELEASE % "",
            ["--for", "public"],
            "Is this a clean release for partner?",
            "not a clean release for partner",
            1,
        ),
    ],
)
def test_a_report_for_programs_has_the_question_the_verdict_and_their_status(  # noqa: PLR0913, PLR0917  # a row
    tmp_path: Path,
    text: str,
    options: list[str],
    question: str | None,
    verdict: str | None,
    status: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A program need not count findings, and the exit status says the same."""
    file = tmp_path / "a.json"
    file.write_text(text)
    came = main(["check", "--format", "json", "--today", "2026-12-01", *options, str(file)])

    told = json.loads(capsys.readouterr().out)
    assert (told["question"], told["verdict"], came) == (question, verdict, status)
    assert told["audience"] == (options[1] if options else "internal")
    assert told["releases"] == ({"partner": 1} if "release" in text else {})


def test_the_verdict_follows_the_severity_that_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Verdict and exit status never disagree."""
    file = tmp_path / "a.json"
    file.write_text(PUBLIC_BODY % ',"name":"N/A"')

    assert main(["check", "--for", "counsel", "--fail-on", "warning", str(file)]) == 1
    assert "Verdict: may not go to counsel, 1 warning." in capsys.readouterr().out


def test_a_path_that_is_not_there_is_no_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command could not do its work: status 2, and a line on the error stream."""
    status = main(["check", str(tmp_path / "nowhere.yaml")])

    assert status == 2
    assert "No such file" in capsys.readouterr().err


@pytest.mark.parametrize("name", [None, "cases.xlsx"], ids=["an empty folder", "another kind"])
def test_a_check_that_finds_no_file_does_not_say_that_all_is_well(
    tmp_path: Path, name: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipeline that checks the wrong folder must not pass."""
    if name is not None:
        (tmp_path / name).write_text("x")

    status = main(["check", str(tmp_path)])

    told = capsys.readouterr()
    assert status == 2
    assert told.out == ""
    assert ".jsonl, .ndjson, .yaml" in told.err


@pytest.mark.parametrize(
    ("name", "text", "status"),
    [
        ("c.yaml", "", 1),
        ("c.yaml", "# nothing\n", 1),
        ("c.jsonl", "\n", 1),
        ("c.json", "", 1),
        ("c.json", "[]", 0),
    ],
)
def test_a_file_that_holds_nothing_is_found(
    tmp_path: Path, name: str, text: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unless it says by an empty array that nothing is meant to be there."""
    (tmp_path / name).write_text(text)

    assert main(["check", str(tmp_path / name)]) == status
    told = capsys.readouterr().out
    assert ("The file holds no case. Write one, or delete the file." in told) == bool(status)
    assert f"Checked 0 cases in 1 file: {'1 error' if status else 'nothing to mend'}." in told


def test_an_unknown_suffix_names_the_path_and_the_known_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the path by its position, and the message says what to do next."""
    paths = [tmp_path / name for name in ("a.json", "sampleman.dat", "c.json")]
    for path in paths:
        path.write_text("[]")

    assert main(["check", *map(str, paths)]) == 2
    assert capsys.readouterr().err == (
        "rednotice: PATH 2 of 3: the file's suffix must be one of .json, .jsonl, .ndjson, .yaml,"
        " .yml, or say --from yaml\n"
    )
    assert main(["check", "a.json", "--shared", str(paths[1])]) == 2
    assert "rednotice: --shared: the file's suffix" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["sampleman.csv", "sampleman.DOCX", "sampleman.xlsx"])
def test_a_table_is_not_offered_to_be_read_as_yaml(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No option makes cases of it."""
    (tmp_path / name).write_text("id,label\n")

    assert main(["check", str(tmp_path / name)]) == 2
    said = capsys.readouterr().err
    assert said.endswith("; a table or a document of a word processor is not read\n")
    assert "--from" not in said


def test_a_suffix_behind_the_right_one_is_to_be_taken_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As some editors add one, which folders do not show."""
    path = tmp_path / "sampleman.yaml.txt"
    path.write_text("a: 1\n")

    assert main(["check", str(path)]) == 2
    assert capsys.readouterr().err == (
        "rednotice: PATH: a suffix stands behind .yaml: rename the file so that it ends in .yaml\n"
    )


def test_a_line_break_in_a_path_is_no_crash(tmp_path: Path) -> None:
    """What stands on a command line is a path."""
    path = tmp_path / "two\nlines.json"
    path.write_text(CASE % (1, ',"pursued_by":["TJ"]'))

    assert main(["check", "-q", str(path)]) == 0


def test_the_format_can_be_named_where_the_suffix_does_not_tell(tmp_path: Path) -> None:
    """An exported file may have any suffix."""
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


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_named_after_a_person_is_named_to_who_asks(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The user's own screen may show the name, and the id too."""
    file = tmp_path / "sampleman.yaml"
    file.write_text(
        'rednotice: "1.0"\nid: c-zaphod\npursued_by: [TJ]\nsubjects:\n'
        "- names: [{text: Zaphod Sampleman}]\n"
    )
    main(["check", "--show-values", "--format", form, str(file)])

    out = capsys.readouterr().out
    assert str(file) in out
    assert "c-zaphod" in out
    assert "may contain a person's name or number" not in out


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_value_that_is_shown_cannot_move_the_cursor(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is not printable is shown by its number, the controls of C1 included."""
    file = tmp_path / "a.json"
    hidden = "".join(map(chr, (0x9B, 0x85, 0x7F, 0x202E, 0x200B, 0xE0001)))
    file.write_text(json.dumps({"rednotice": "1.0", "id": "c-1", "subjects": f"é{hidden}"}))

    main(["check", "--show-values", "--format", form, str(file)])

    told = capsys.readouterr().out
    assert all(char.isprintable() or char == "\n" for char in told)
    assert "\\u009b\\u0085\\u007f\\u202e\\u200b\\udb40\\udc01" in told
    assert ("é" in told) == (form == "text")


@pytest.mark.parametrize("shared", ["{", '{"rednotice":"1.0","shared":true,"x":1}', CASE % (2, "")])
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_refused_shared_document_is_a_finding(
    form: str, shared: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program that reads the report gets one, and the status says that something was found."""
    (tmp_path / "a.json").write_text(CASE % (1, ""))
    (tmp_path / "s.json").write_text(shared)
    paths = [str(tmp_path / name) for name in ("a.json", "s.json")]

    assert main(["check", paths[0], "--shared", paths[1], "--format", form]) == 1

    told = capsys.readouterr()
    assert told.err == ""
    if form == "json":
        report = json.loads(told.out)
        errors = [found for found in report["findings"] if found["severity"] == "error"]
        assert [found["file"] for found in errors] == [paths[1]]
        assert (report["cases"], report["refused"], report["shared"]) == (1, 1, 0)


def test_a_folder_is_refused_as_shared_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The argument is named, and what it must be."""
    (tmp_path / "a.json").write_text(CASE % (1, ""))

    assert main(["check", str(tmp_path / "a.json"), "--shared", str(tmp_path)]) == 2

    assert capsys.readouterr().err == (
        "rednotice: --shared: must be the file of the shared document, not a folder\n"
    )


def test_the_shared_document_is_read_by_the_format_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where its suffix does not tell, like that of the cases; it is counted, and so is its file."""
    (tmp_path / "a.txt").write_text("rednotice: '1.0'\nid: c-1\nsubjects: [{label: A}]\n")
    (tmp_path / "s.txt").write_text("rednotice: '1.0'\nshared: true\n")
    paths = [str(tmp_path / name) for name in ("a.txt", "s.txt")]

    main(["check", paths[0], "--shared", paths[1], "--from", "yaml", "--format", "json"])

    report = json.loads(capsys.readouterr().out)
    assert (report["cases"], report["refused"], report["shared"], report["files"]) == (1, 0, 1, 2)
