"""The pipelines that the guide shows do what it says."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from rednotice.cli import main

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
GUIDES = [HOW_TO / f"check-in-{name}.md" for name in ("github-actions", "gitlab")]
BLOCK = re.compile(r"^<!-- pipeline -->\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CASE = (
    '{"rednotice":"1.0","id":"c-1","subjects":[{"label":"A"}],"pursued_by":["TJ"],'
    '"handling":{"tlp":"green"}%s}\n'
)


def lines_in(value: Any) -> list[str]:
    """Every command line in a pipeline: what stands under ``run`` and ``script``."""
    match value:
        case dict():
            own = [value[name] for name in ("run", "script") if name in value]
            texts = [line for one in own for line in (one if isinstance(one, list) else [one])]
            return texts + [line for part in value.values() for line in lines_in(part)]
        case list():
            return [line for part in value for line in lines_in(part)]
    return []


SHOWN = [
    yaml.safe_load(text)
    for guide in GUIDES
    for text in BLOCK.findall(guide.read_text(encoding="utf-8"))
]
PIPELINES = [
    shown for shown in SHOWN if any(line.startswith("rednotice ") for line in lines_in(shown))
]
COMMANDS = [
    (number, line)
    for number, pipeline in enumerate(PIPELINES)
    for line in lines_in(pipeline)
    if line.startswith("rednotice ")
]


@pytest.fixture(autouse=True)
def _in_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    Path("summary.md").touch()
    Path("cases").mkdir()


def run(line: str) -> int:
    """What the shell of a pipeline does with the *line*."""
    summary = str(Path("summary.md").absolute())
    return main(shlex.split(line.replace("$GITHUB_STEP_SUMMARY", summary))[1:])


def test_the_guides_show_pipelines_of_both_services() -> None:
    """Three steps for GitHub, a job for GitLab."""
    assert len(PIPELINES) == len(COMMANDS) == 4


@pytest.mark.parametrize(("number", "line"), COMMANDS)
def test_a_pipeline_is_red_for_a_fault_and_green_without_one(
    number: int, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command of the guide, as the service would run it."""
    monkeypatch.setenv("GITLAB_CI" if number == 3 else "GITHUB_ACTIONS", "true")
    file = Path("cases/a.jsonl")

    file.write_text(CASE % "")
    assert run(line) == 0
    file.write_text(CASE % ',"events":[{"date":"2021-02-31"}]')
    assert run(line) == 1

    told = capsys.readouterr()
    assert told.err == ""
    assert ("::error file=cases/a.jsonl,line=1," in told.out) == (number != 3)


@pytest.mark.parametrize(("number", "line"), COMMANDS)
def test_a_pipeline_writes_the_reports_that_it_hands_on(number: int, line: str) -> None:
    """What a later step uploads is what the command wrote."""
    Path("cases/a.jsonl").write_text(CASE % ',"events":[{"date":"2021-02-31"}]')
    run(line)

    text = json.dumps(PIPELINES[number])
    handed_on = re.findall(r'"(?:sarif_file|codequality|junit)": "([^"]+)"', text)
    assert all("RN007" in Path(name).read_text() for name in handed_on)
    assert len(handed_on) == [0, 0, 1, 2][number]
    assert ("RN007" in Path("summary.md").read_text()) == (number == 1)
