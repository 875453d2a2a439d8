"""Settings on the command line of `rednotice check`."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from rednotice import cli, reports

CASE = 'rednotice: "1.0"\nid: c-1\nsubjects:\n- label: Person A\nnotices:\n- kind: red\n'
DAY = ("--today", "2026-06-01")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one case, in which the commands run."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/c-1.yaml").write_text(CASE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(text: str, name: str = "rednotice.toml") -> None:
    Path(name).write_text(text)


def status(*arguments: str) -> int:
    try:
        return cli.main(["check", "cases", *DAY, *arguments])
    except SystemExit as error:
        return int(str(error.code))


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    status("--format", "json", *arguments)
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return said


def rules_of(said: dict[str, Any]) -> list[str]:
    return [finding["rule"] for finding in said["findings"]]


# Which settings


def test_the_settings_of_the_project_are_used(capsys: pytest.CaptureFixture[str]) -> None:
    """And the report says what they did."""
    write('ignore = ["RN405"]\n[severity]\nRN106 = "error"\n')
    said = report(capsys)

    assert rules_of(said) == ["RN106", "RN406"]
    assert said["counts"]["error"] == 1
    assert said["settings"] == {
        "name": "rednotice.toml",
        "ignored": {"warning": 1},
        "suppressed": {},
        "baselined": {},
        "lowered": {},
        "unlisted": {},
        "gone": 0,
        "most_warnings": None,
    }


def test_another_file_takes_the_place_of_the_project_settings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As a check before a publication may be stricter."""
    write('ignore = ["RN4"]\n')
    write('ignore = ["RN1"]\n', "strict.toml")

    assert rules_of(report(capsys, "--config", "strict.toml")) == ["RN405", "RN406"]


def test_no_settings_are_used_if_the_user_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Then the report has none."""
    write('ignore = ["RN4"]\n')
    said = report(capsys, "--no-config")

    assert rules_of(said) == ["RN106", "RN405", "RN406"]
    assert said["settings"] is None


def test_both_options_together_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody knows which of them is meant."""
    write("")

    assert status("--config", "rednotice.toml", "--no-config") == cli.FAILED
    assert "--no-config: not allowed with argument --config" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named_by_its_option(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Its name may tell something."""
    assert status("--config", "zaphod.toml") == cli.FAILED
    assert capsys.readouterr().err == "rednotice: --config: No such file or directory\n"


def test_wrong_settings_end_the_command_with_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    """A check with other rules than were meant must not pass, and not fail for a finding."""
    write('[severity]\nRN4 = "info"\n[house]\nrequire = ["/notices/*/isuing_state"]\n')

    assert status() == cli.FAILED
    assert capsys.readouterr().err == (
        "rednotice: rednotice.toml: line 4: house, require, item 1: there is no such member of a"
        " case; did you mean `/notices/*/issuing_state`?\n"
    )


# What is chosen on the command line


def test_rules_are_selected_in_place_of_those_of_the_settings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By id, beginning or name, in one option or several."""
    write('select = ["RN1"]\n')

    assert rules_of(report(capsys, "--select", "RN405, no-pursuing-state")) == ["RN106", "RN405"]
    assert rules_of(report(capsys, "--select", "RN405", "--select", "RN406")) == ["RN405", "RN406"]


def test_rules_are_ignored_besides_those_of_the_settings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The counts have both."""
    write('ignore = ["RN405"]\n')
    said = report(capsys, "--ignore", "RN406")

    assert rules_of(said) == ["RN106"]
    assert said["settings"]["ignored"] == {"warning": 2}


def test_a_selection_without_settings_is_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    """A log does not always show the command."""
    assert status("--select", "RN405") == cli.CLEAN
    assert "Left out by the command line: 2 warnings ignored." in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_there_is_not_is_wrong_usage(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a suggestion, and without what was typed."""
    assert status(option, "no-pursueing-state") == cli.FAILED
    said = capsys.readouterr().err
    assert f"argument {option}: there is no such rule; did you mean `no-pursuing-state`?" in said
    assert "pursueing" not in said


def test_what_guards_a_release_cannot_be_ignored(capsys: pytest.CaptureFixture[str]) -> None:
    """Not even for one run."""
    assert status("--ignore", "RN901") == cli.FAILED
    assert "RN901 cannot be ignored: " in capsys.readouterr().err


def test_a_selection_with_an_audience_shortens_the_list_and_not_the_verdict(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Somebody looks for what consent is missing, and still learns whether the case may go."""
    plain = report(capsys, "--for", "partner")
    chosen = report(capsys, "--for", "partner", "--select", "RN901", "--fail-on", "warning")

    assert set(rules_of(chosen)) < set(rules_of(plain))
    assert chosen["counts"] == plain["counts"]
    assert chosen["verdict"] == plain["verdict"] == "may not go to partner"
    assert chosen["settings"]["unlisted"] == {"warning": 3}


# Words in every report


@pytest.mark.parametrize("form", ["text", "markdown", "html", "junit", "github"])
def test_a_report_for_people_says_what_settings_left_out(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that a green run is honest."""
    write(
        'ignore = ["RN405"]\n[[suppressions]]\nrule = "RN406"\nreason = "The archive is closed."\n'
        'expires = 2030-01-01\n[severity]\nRN106 = "info"\n'
    )

    assert status("--format", form, "--fail-on", "warning") == cli.CLEAN
    said = capsys.readouterr().out.replace("\\", "")
    assert "Left out by rednotice.toml: 1 warning ignored; 1 warning suppressed." in said
    assert "Lowered by rednotice.toml: 1 warning." in said
    assert "archive" not in said


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif"])
def test_a_report_for_programs_says_what_settings_left_out(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As counts."""
    write('ignore = ["RN405"]\n')
    status("--format", form)

    assert '"ignored": {' in capsys.readouterr().out
    assert form in reports.NAMES


def test_too_many_warnings_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """And fail the check."""
    write("limits.warnings = 2\n")

    assert status() == cli.FOUND
    assert "Too many warnings: rednotice.toml allows 2.\n" in capsys.readouterr().out


# The baseline


def test_a_baseline_is_written_and_then_used(capsys: pytest.CaptureFixture[str]) -> None:
    """Old findings are known from then on, and a new one fails."""
    write('baseline = "known"\n')
    assert status("--write-baseline", "known", "--fail-on", "warning") == cli.CLEAN
    assert "rednotice: findings in the baseline: 3\n" in capsys.readouterr().err

    assert status("--fail-on", "warning") == cli.CLEAN
    assert "Left out by rednotice.toml: 3 warnings in the baseline." in capsys.readouterr().out
    with Path("cases/c-1.yaml").open("a") as file:
        file.write("- kind: red\n")
    assert status("--fail-on", "warning") == cli.FOUND


def test_a_baseline_that_no_settings_name_is_not_used_yet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """So the command says what to do."""
    status("--write-baseline", "known")

    assert "name the file as `baseline` in the settings" in capsys.readouterr().err
    assert status("--fail-on", "warning") == cli.FOUND


def test_a_baseline_written_again_has_old_and_new_findings() -> None:
    """The old one is not applied while the new one is made."""
    write('baseline = "known"\n')
    status("--write-baseline", "known")
    before = Path("known").read_text()
    status("--write-baseline", "known")

    assert Path("known").read_text() == before


def test_a_baseline_never_takes_what_was_refused() -> None:
    """The command still fails, so that nobody thinks that all is known."""
    Path("cases/c-2.yaml").write_text(CASE.replace("c-1", "c-2") + "  issuing: TJ\n")
    write('baseline = "known"\n')

    assert status("--write-baseline", "known") == cli.FOUND
    assert status() == cli.FOUND


def test_a_baseline_among_the_cases_is_no_case(capsys: pytest.CaptureFixture[str]) -> None:
    """Who keeps everything in one folder still gets a green run."""
    write('baseline = "cases/known.json"\n')
    status("--write-baseline", "cases/known.json")

    assert status("--fail-on", "warning") == cli.CLEAN
    assert "(1 other file passed over)" in capsys.readouterr().out


def test_no_baseline_is_written_for_an_audience(capsys: pytest.CaptureFixture[str]) -> None:
    """It would hide nothing from the question."""
    assert status("--for", "public", "--write-baseline", "known") == cli.FAILED
    assert "--write-baseline: not allowed with argument --for" in capsys.readouterr().err
    assert not Path("known").exists()


def test_no_other_file_is_replaced_by_a_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    """Such as a case, by a slip."""
    assert status("--write-baseline", "cases/c-1.yaml") == cli.FAILED
    assert "is no baseline" in capsys.readouterr().err
    assert Path("cases/c-1.yaml").read_text() == CASE


# Other commands


def test_a_release_reads_no_settings(tmp_path: Path) -> None:
    """Wrong ones do not stop it, and lenient ones do not help it."""
    write("this is no TOML")

    assert cli.main(["coverage", "cases"]) == cli.CLEAN
    key = tmp_path / "key"
    cli.main(["key", "new", "-o", str(key)])
    released = ["release", "cases", "-o", "out", "--policy", "partner", "--key-file", str(key)]
    assert cli.main(released) == cli.FOUND  # of one case nothing may leave, whatever settings say


def test_the_schema_of_the_settings_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """An editor takes it."""
    assert cli.main(["schema", "settings"]) == cli.CLEAN
    schema = json.loads(capsys.readouterr().out)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert jsonschema.Draft202012Validator(schema).is_valid(tomllib.loads('ignore = ["RN4"]'))


@pytest.mark.parametrize(
    ("service", "arguments", "expected"),
    [
        ("GITHUB_ACTIONS", [], "::error file=rednotice.toml,line=2,"),
        ("GITLAB_CI", ["--output-file", "quality.json"], '"path": "rednotice.toml"'),
    ],
)
def test_refused_settings_are_shown_beside_their_file_in_a_pipeline(
    service: str,
    arguments: list[str],
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A message in the log alone is not seen in a merge request."""
    for name in ("CI", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(service, "true")
    write("# our settings\nselect = 1\n")

    assert cli.main(["check", "cases", *arguments]) == 2
    said = capsys.readouterr()
    written = Path("quality.json").read_text("utf-8") if arguments else said.out
    assert expected in written
    assert "rednotice.toml" in said.err
