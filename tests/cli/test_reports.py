"""Which reports `rednotice check` writes, where to, and what it does in a pipeline."""

from __future__ import annotations

import io
import json
import os
import stat
from pathlib import Path

import pytest

from rednotice import reports
from rednotice.cli import main

CASE = '{"rednotice":"1.0","id":"c-1","subjects":[{"label":"A"}]%s}\n'
FAULTY = CASE % ',"events":[{"date":"2021-02-31"}]'
MARKED = ',"pursued_by":["TJ"],"handling":{"tlp":"%s"}'
HIDDEN = CASE % ',"events":[{"date":"Zdenka"}]'


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text(FAULTY)


# Forms and files


@pytest.mark.parametrize("form", reports.NAMES)
def test_every_form_can_be_written_to_the_output_and_to_a_file(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file holds what the output would, and then the output is empty."""
    assert main(["check", "--format", form, "a.jsonl"]) == 1
    printed = capsys.readouterr().out
    assert main(["check", "--format", form, "--output-file", "out", "a.jsonl"]) == 1

    assert capsys.readouterr() == ("", "")
    assert Path("out").read_text(encoding="utf-8") == printed != ""


def test_a_new_form_is_found_by_its_file() -> None:
    """Each file of the folder is a form, and nothing is listed."""
    folder = Path(str(reports.__file__)).parent

    assert {*reports.NAMES} == {file.stem for file in folder.glob("[!_]*.py")}
    assert {"text", "json", "jsonl", "sarif", "github", "gitlab"} <= {*reports.NAMES}
    assert {"junit", "markdown", "html"} <= {*reports.NAMES}


def test_one_run_writes_several_reports(capsys: pytest.CaptureFixture[str]) -> None:
    """A file belongs to the form before it; the form without a file goes to the output."""
    forms = ["--format", "sarif", "--output-file", "a.sarif", "--format", "text"]
    more = ["--format", "junit", "--output-file", "a.xml"]

    assert main(["check", *forms, *more, "a.jsonl"]) == 1

    assert capsys.readouterr().out.startswith("a.jsonl\n")
    assert json.loads(Path("a.sarif").read_text())["version"] == "2.1.0"
    assert Path("a.xml").read_text().startswith("<?xml")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "json", "--format", "text"], "only one form can go to the standard output"),
        (["--output-file", "x", "--output-file", "x"], "must be another file for each --format"),
        (["--output-file", ""], "a path must not be empty"),
        (["--format", "yaml"], "must be one of github, gitlab, html"),
    ],
)
def test_reports_that_would_mix_are_wrong_usage(
    options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is checked, and the message says what to do."""
    with pytest.raises(SystemExit) as stopped:
        main(["check", *options, "a.jsonl"])

    assert stopped.value.code == 2
    assert said in capsys.readouterr().err
    assert not Path("x").exists()


def test_a_report_is_written_whole_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the writing breaks off, the old report stays, and no other file is left."""
    Path("old.json").write_text("old")

    def fail(_report: object, file: io.TextIOBase, _options: object) -> None:
        file.write("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rednotice.reports.json.write", fail)

    assert main(["check", "--format", "json", "--output-file", "old.json", "a.jsonl"]) == 2
    assert capsys.readouterr().err == "rednotice: --output-file: No space left on device\n"
    assert Path("old.json").read_text() == "old"
    assert {file.name for file in Path().iterdir()} == {"a.jsonl", "old.json"}


def test_a_file_that_cannot_be_written_is_named_by_its_option(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The result of the check did not reach anybody: status 2, and the path is not repeated."""
    status = main(["check", "--format", "json", "--output-file", "zuzanna/out.json", "a.jsonl"])

    assert status == 2
    assert capsys.readouterr().err == "rednotice: --output-file: No such file or directory\n"


def test_other_reports_are_written_although_one_cannot_be(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whoever looks at the run still sees what was found."""
    options = ["--format", "json", "--output-file", "no/out.json", "--format", "text"]

    assert main(["check", *options, "a.jsonl"]) == 2
    assert "RN007" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_new_report_can_be_read_by_its_owner_alone() -> None:
    """It may show values, and others decide later who sees it."""
    main(["check", "--output-file", "out.txt", "a.jsonl"])

    assert stat.S_IMODE(Path("out.txt").stat().st_mode) == 0o600


@pytest.mark.parametrize("form", sorted({*reports.NAMES} - {"json", "jsonl"}))
def test_information_is_listed_only_on_request(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In every form alike; the counts have it anyway."""
    Path("a.jsonl").write_text(CASE % ',"pursued_by":["TJ"]')
    main(["check", "--format", form, "a.jsonl"])
    silent = capsys.readouterr().out
    main(["check", "--format", form, "--info", "a.jsonl"])

    assert "RN901" not in silent
    assert "RN901" in capsys.readouterr().out


def test_json_lists_information_only_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    """What is not listed is counted."""
    Path("a.jsonl").write_text(CASE % ',"pursued_by":["TJ"]')
    main(["check", "--format", "json", "a.jsonl"])
    told = json.loads(capsys.readouterr().out)

    assert told["findings"] == []
    assert told["dropped"] == told["counts"]["info"] > 0


def test_paths_below_the_current_folder_are_relative_for_code_hosts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They know a file by its path from the root of the repository."""
    main(["check", "--format", "gitlab", str(tmp_path / "a.jsonl")])
    (issue,) = (one for one in json.loads(capsys.readouterr().out) if "RN007" in one["check_name"])

    assert issue["location"]["path"] == "a.jsonl"


# Where the command runs


@pytest.mark.parametrize(
    ("variable", "options", "starts"),
    [
        (None, [], "a.jsonl\n"),
        ("GITHUB_ACTIONS", [], "::error file=a.jsonl,line=1,"),
        ("GITHUB_ACTIONS", ["--format", "text"], "a.jsonl\n"),
        ("GITLAB_CI", [], "a.jsonl\n"),
        ("GITLAB_CI", ["--format", "gitlab"], '[\n {\n  "description"'),
    ],
)
def test_the_form_follows_the_service_unless_it_is_named(
    variable: str | None,
    options: list[str],
    starts: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """GitHub reads commands in the log; the log of GitLab is read by people."""
    if variable:
        monkeypatch.setenv(variable, "true")
    main(["check", *options, "a.jsonl"])

    assert capsys.readouterr().out.startswith(starts)


@pytest.mark.parametrize(
    ("variable", "starts"), [(None, "a.jsonl\n"), ("GITLAB_CI", "["), ("GITHUB_ACTIONS", "a.js")]
)
def test_the_form_of_a_file_follows_the_service(
    variable: str | None, starts: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GitLab takes its report from a file."""
    if variable:
        monkeypatch.setenv(variable, "true")
    main(["check", "--output-file", "out", "a.jsonl"])

    assert Path("out").read_text().startswith(starts)


@pytest.mark.parametrize("variable", ["CI", "GITHUB_ACTIONS", "GITLAB_CI"])
def test_values_are_refused_in_a_pipeline(
    variable: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other people read its log. Nothing is checked, and the message says what to do."""
    Path("a.jsonl").write_text(HIDDEN)
    monkeypatch.setenv(variable, "true")

    assert main(["check", "--show-values", "a.jsonl"]) == 2

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("rednotice: --show-values is refused in continuous integration")
    assert "--force" in told.err


def test_values_are_shown_in_a_pipeline_by_force(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever is alone with the log may say so."""
    Path("a.jsonl").write_text(HIDDEN)
    monkeypatch.setenv("CI", "true")

    assert main(["check", "--show-values", "--force", "a.jsonl"]) == 1
    assert "Zdenka" in capsys.readouterr().out


@pytest.mark.parametrize("value", ["", "0", "false", "False"])
def test_a_variable_that_says_no_is_no_pipeline(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some shells set it so."""
    monkeypatch.setenv("CI", value)

    assert main(["check", "--show-values", "a.jsonl"]) == 1


WARNING = "no mark, which counts as TLP:AMBER+STRICT. Masking this log does not protect"
RELEASE = (
    '{"rednotice":"1.0","id":"c-0j777dd36bap1cj5","subjects":[{"kind":"person"}],"release":'
    '{"audience":"%s","policy":"p 1","date":"2026-11"%s}}'
)


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (CASE % (MARKED % "red"), 1),
        (CASE % (MARKED % "amber+strict"), 1),
        (CASE % (MARKED % "amber"), 1),
        (CASE % (MARKED % "green"), 0),
        (CASE % (MARKED % "clear"), 0),
        (CASE % "", 1),
        ((CASE + CASE.replace("c-1", "c-2")) % (MARKED % "red", ""), 2),
        (CASE % (MARKED % "green" + ',"x":1'), 0),
        (CASE % (MARKED % "red" + ',"x":1'), 1),
        (CASE % ',"handling":{"tlp":["green"]}', 1),
        ("{", 1),
        ('{"rednotice":"1.0","shared":true}', 0),
        (RELEASE % ("partner", ""), 1),
        (RELEASE % ("partner", ',"tlp":"green"'), 0),
        (RELEASE % ("public", ""), 0),
    ],
)
def test_a_pipeline_warns_once_of_cases_that_should_not_be_there(
    text: str,
    warned: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Masking the log does not help if the host can read the cases themselves."""
    Path("a.jsonl").write_text(text)
    main(["check", "a.jsonl"])
    assert capsys.readouterr().err == ""

    monkeypatch.setenv("CI", "true")
    main(["check", "a.jsonl"])

    told = capsys.readouterr().err
    assert told.count("\n") == told.count(WARNING) == min(warned, 1)
    if warned:
        assert told.startswith(f"rednotice: warning: {warned} case{'s are' * (warned > 1)}")


# Colour


class Terminal(io.StringIO):
    """An output that says whether it is a terminal."""

    def __init__(self, *, is_one: bool) -> None:
        super().__init__()
        self.is_one = is_one

    def isatty(self) -> bool:
        """Whether it is one."""
        return self.is_one


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"FORCE_COLOR": "0"}, False),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colour_is_for_terminals_and_for_who_asks(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, terminal: bool, coloured: bool
) -> None:
    """A pipe and a file get plain text; `NO_COLOR` is heard first."""
    out = Terminal(is_one=terminal)
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    main(["check", "a.jsonl"])
    main(["check", "--output-file", "out.txt", "a.jsonl"])

    assert ("\x1b[" in out.getvalue()) == coloured
    assert "\x1b[" not in Path("out.txt").read_text()
