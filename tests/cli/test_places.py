"""The action for GitHub, the template for GitLab and the hooks for pre-commit."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import rednotice
from rednotice import cli, formats
from rednotice.cli import main

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
CASE = (
    '{"rednotice":"1.0","id":"c-1","subjects":[{"label":"A"}],"pursued_by":["TJ"],'
    '"handling":{"tlp":"green"}%s}\n'
)
FAULT = ',"events":[{"date":"2021-02-31"}]'


@pytest.fixture(autouse=True)
def _in_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CI", "true")
    Path("cases").mkdir()
    Path("cases/a.jsonl").write_text(CASE % "")
    Path("more cases").mkdir()
    Path("more cases/b.jsonl").write_text((CASE % "").replace("c-1", "c-2"))


# The action for GitHub


@pytest.fixture(name="installed")
def installed_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the first step of the action leaves: the command in a folder of its own."""
    script = f"#!{sys.executable}\nimport sys\nfrom rednotice.cli import main\nsys.exit(main())\n"
    command = tmp_path / "temp" / "rednotice" / "bin" / "rednotice"
    command.parent.mkdir(parents=True)
    command.write_text(script)
    command.chmod(0o755)
    source = str(Path(cli.__file__).parents[2])
    monkeypatch.setenv("PYTHONPATH", f"{source}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")


def act(**inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action, as the runner runs it with these *inputs*."""
    step = ACTION["runs"]["steps"][-1]
    given = {name: str(one.get("default", "")) for name, one in ACTION["inputs"].items()} | inputs
    values = {f"inputs.{name}": value for name, value in given.items()}
    values |= {"runner.temp": str(Path("temp").absolute())}
    said = {
        name: re.sub(r"\$\{\{ (\S+) \}\}", lambda each: values[each[1]], text)
        for name, text in step["env"].items()
    }
    Path("summary.md").touch()
    said |= {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(Path("summary.md").absolute())}
    return subprocess.run(  # noqa: S603  # the runner's own command line
        ["/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        env={**os.environ, **said},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.usefixtures("installed")
def test_the_action_is_green_without_a_fault_and_red_with_one() -> None:
    """A finding stands at its line, and the summary has a table."""
    assert act(paths="cases").returncode == 0
    Path("cases/a.jsonl").write_text(CASE % FAULT)
    done = act(paths="cases")

    assert done.returncode == 1
    assert "::error file=cases/a.jsonl,line=1," in done.stdout
    assert "| error | RN007" in Path("summary.md").read_text()


@pytest.mark.thorough
@pytest.mark.usefixtures("installed")
def test_the_action_takes_an_input_a_line() -> None:
    """So a path may have a space in it, and nothing is read as a command of the shell."""
    done = act(paths="cases\nmore cases\n\n", options="--fail-on=info\n--quiet\n", summary="false")
    assert (done.returncode, done.stderr) == (1, "")
    assert "Checked" not in done.stdout
    assert Path("summary.md").read_text() == ""

    done = act(paths="$(touch stolen)\n--version\n; touch stolen")
    assert done.returncode == 2
    assert not Path("stolen").exists()


def test_no_step_of_the_action_puts_an_input_into_its_code() -> None:
    """Who opens a pull request may choose an input; it must not become a command."""
    codes = [step["run"] for step in ACTION["runs"]["steps"]]

    assert len(codes) == 2
    assert not any("${{" in code for code in codes)


def test_the_action_installs_what_the_lock_names() -> None:
    """By hashes, and nothing is resolved while it runs."""
    code = ACTION["runs"]["steps"][0]["run"]
    installs = [line.strip() for line in code.splitlines() if " install " in line]

    assert all("--no-deps" in line for line in installs)
    assert '--require-hashes -r "$ACTION/requirements/run.txt"' in installs[0]
    assert (ROOT / "requirements" / "run.txt").is_file()
    needs = re.search(r"version_info < \((\d+), (\d+)\)", code)
    project = (ROOT / "pyproject.toml").read_text()
    assert needs
    assert f'requires-python = ">={needs[1]}.{needs[2]}"' in project


# The template for GitLab


def template() -> tuple[dict[str, Any], dict[str, Any]]:
    """The inputs of the template and its jobs, with each input at its default."""
    text = (ROOT / "templates" / "rednotice.gitlab-ci.yml").read_text()
    spec, jobs = text.split("\n---\n")
    inputs = yaml.safe_load(spec)["spec"]["inputs"]
    filled = re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda each: inputs[each[1]]["default"], jobs)
    return inputs, yaml.safe_load(filled)


def test_the_job_of_the_template_is_red_for_a_fault_and_green_without_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And it writes the reports that it hands on."""
    monkeypatch.setenv("GITLAB_CI", "true")
    job = template()[1]["check-cases"]
    command = shlex.split(job["script"][-1])[1:]

    assert main(command) == 0
    Path("cases/a.jsonl").write_text(CASE % FAULT)
    assert main(command) == 1
    assert "RN007" in capsys.readouterr().out
    reports = job["artifacts"]["reports"]
    assert all("RN007" in Path(name).read_text() for name in reports.values())


def test_the_template_installs_this_version() -> None:
    """Who includes the template of a version gets that version."""
    inputs, _ = template()

    assert inputs["package"]["default"] == f"rednotice=={rednotice.__version__}"


# The hooks for pre-commit


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_a_hook_looks_at_every_file_of_cases(hook: dict[str, Any]) -> None:
    """In every format, and at nothing else."""
    files = re.compile(hook["files"])

    assert all(files.search(f"cases/a{suffix}") for suffix in formats.BY_SUFFIX)
    assert not files.search("cases/a.csv")


def test_one_hook_checks_folders_and_the_other_files() -> None:
    """Rules about a data set see it whole only if no names of files are passed."""
    folders, files = HOOKS

    assert (folders["id"], folders["pass_filenames"]) == ("rednotice", False)
    assert (files["id"], files.get("pass_filenames", True)) == ("rednotice-files", True)
    for hook in HOOKS:
        assert main([*shlex.split(hook["entry"])[1:], "cases"]) == 0
        assert hook["require_serial"]
