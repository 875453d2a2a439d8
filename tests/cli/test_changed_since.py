"""`--changed-since REV`: all is checked, and what has changed is reported."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.cli import main

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

FAULTY = 'rednotice: "1.0"\nid: %s\npursued_by: [Tajikistan]\nsubjects: [{label: A}]\n'
Reported = Callable[..., tuple[int, set[str]]]


def git(*arguments: str) -> str:
    return subprocess.run(  # noqa: S603  # our own command
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def put(name: str, identity: str = "", text: str = FAULTY) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text % (identity or f"c-{path.stem}"))
    return path


@pytest.fixture(autouse=True)
def _in_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two faulty cases were committed on main."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    repository = tmp_path / "repository"
    repository.mkdir()
    monkeypatch.chdir(repository)
    git("init", "-q", "-b", "main")
    put("cases/a.yaml")
    put("cases/b.yaml")
    git("add", ".")
    git("commit", "-qm", "first")


@pytest.fixture(name="reported")
def files_of_findings(capsys: pytest.CaptureFixture[str]) -> Reported:
    """The status, and the names of the files that have findings."""

    def reported(revision: str = "main", *paths: str) -> tuple[int, set[str]]:
        status = main(
            ["check", "--format", "json", f"--changed-since={revision}", *(paths or ("cases",))]
        )
        found = json.loads(capsys.readouterr().out)["findings"]
        return status, {Path(each["file"]).name for each in found}

    return reported


def test_without_a_change_nothing_is_reported(reported: Reported) -> None:
    """The faults are older."""
    assert reported() == (0, set())


def test_a_change_is_reported_whether_it_was_committed_or_not(reported: Reported) -> None:
    """Before a commit and in a pipeline alike."""
    put("cases/a.yaml", "c-a1")
    assert reported() == (1, {"a.yaml"})
    git("commit", "-qam", "second")
    assert reported() == (0, set())
    assert reported("HEAD~1") == (1, {"a.yaml"})


@pytest.mark.parametrize("step", ["nothing", "add", "ignore"])
def test_a_new_file_has_changed(reported: Reported, step: str) -> None:
    """Whether git knows of it or not."""
    put("cases/new.yaml")
    if step == "add":
        git("add", ".")
    if step == "ignore":
        Path(".gitignore").write_text("new.yaml\n")

    assert reported() == (1, {"new.yaml"})


def test_a_file_that_was_renamed_has_changed(reported: Reported) -> None:
    """A finding may be about its name."""
    git("mv", "cases/a.yaml", "cases/z.yaml")

    assert reported() == (1, {"z.yaml"})


def test_a_file_that_was_deleted_is_not_missed(reported: Reported) -> None:
    """There is nothing to check in it."""
    git("rm", "-q", "cases/a.yaml")

    assert reported() == (0, set())


def test_what_changed_elsewhere_meanwhile_does_not_count(reported: Reported) -> None:
    """Only what the branch has done since it left main."""
    git("checkout", "-qb", "branch")
    put("cases/b.yaml", "c-b1")
    git("commit", "-qam", "on the branch")
    git("checkout", "-q", "main")
    put("cases/a.yaml", "c-a1")
    git("commit", "-qam", "on main")
    git("checkout", "-q", "branch")

    assert reported() == (1, {"b.yaml"})


def test_the_rules_about_a_data_set_see_all(capsys: pytest.CaptureFixture[str]) -> None:
    """A new case with an old id is found, wherever the finding stands."""
    put("cases/a0.yaml", "c-b", FAULTY.replace("Tajikistan", "TJ"))
    put("cases/b.yaml", "c-b", FAULTY.replace("Tajikistan", "TJ"))
    git("add", "cases/b.yaml")
    git("commit", "-qm", "second")

    assert main(["check", "-q", "--changed-since", "HEAD", "cases"]) == 1
    assert "RN012" in capsys.readouterr().out


def test_the_summary_says_what_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Else a clean check would say too much."""
    put("cases/c.yaml", text=FAULTY.replace("Tajikistan", "TJ"))
    main(["check", "--changed-since", "main", "cases"])

    assert (
        "Checked 1 case in 3 files; 2 more were refused; findings of 1 changed file only: "
        in capsys.readouterr().out
    )


def test_an_empty_file_that_has_not_changed_is_not_reported(reported: Reported) -> None:
    """A finding without a document has a file too."""
    put("cases/e.yaml", text="%.0s")
    git("add", ".")
    git("commit", "-qm", "empty")

    assert reported() == (0, set())
    assert reported("HEAD~1") == (1, {"e.yaml"})


def test_a_file_in_a_folder_with_another_alphabet_is_compared(reported: Reported) -> None:
    """Git writes such names in another way, unless it is told not to."""
    put("cases/дело/é b.yaml", "c-e")
    git("add", ".")
    git("commit", "-qm", "second")

    assert reported() == (0, set())
    put("cases/дело/é b.yaml", "c-e2")
    assert reported() == (1, {"é b.yaml"})


def test_each_repository_is_asked(reported: Reported) -> None:
    """And a repository within another one is not known to that."""
    put("cases/inner/c.yaml")
    subprocess.run(["git", "init", "-q", "-b", "main", "cases/inner"], check=True)  # noqa: S607

    assert reported() == (1, {"c.yaml"})


def test_a_hook_may_run_in_another_repository(
    reported: Reported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it is told of its own repository is not true of this one."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere" / "index"))

    assert reported() == (0, set())


def test_a_pipe_has_no_past(reported: Reported, monkeypatch: pytest.MonkeyPatch) -> None:
    """So what it brings is reported."""
    text = io.TextIOWrapper(io.BytesIO((FAULTY % "c-p").encode()))
    monkeypatch.setattr("sys.stdin", text)

    assert reported("main", "-", "cases") == (1, {"<stdin>"})


def test_the_shared_document_that_is_named_is_reported_if_it_has_changed(
    reported: Reported,
) -> None:
    """It belongs to the data set."""
    shared = 'rednotice: "1.0"\nshared: true\noperations: [{id: op1, nmae: %s}]\n'
    put("other.yaml", "x", shared)
    git("add", ".")
    git("commit", "-qm", "second")

    assert reported("main", "--shared", "other.yaml", "cases") == (0, set())
    put("other.yaml", "y", shared)
    assert reported("main", "--shared", "other.yaml", "cases") == (1, {"other.yaml"})


# What goes wrong


@pytest.mark.parametrize("revision", ["nope", "", "--help", "-x", "main..", "a b", "HEAD^{tree}"])
def test_a_revision_that_is_not_there_is_a_failure(
    revision: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not repeated, since it may be anything."""
    assert main(["check", f"--changed-since={revision}", "cases"]) == 2

    told = capsys.readouterr().err
    assert told.startswith("rednotice: there is no such revision")
    assert "nope" not in told


def test_a_shallow_clone_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a pipeline makes one."""
    put("cases/a.yaml", "c-a1")
    git("commit", "-qam", "second")
    git("clone", "-q", "--depth=1", f"file://{Path.cwd()}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")

    assert main(["check", "--changed-since", "HEAD~1", "cases"]) == 2
    assert "fetch-depth: 0" in capsys.readouterr().err


def test_histories_that_do_not_meet_are_compared_as_they_are(
    reported: Reported,
) -> None:
    """So more counts as changed, and not less."""
    git("checkout", "-q", "--orphan", "other")
    put("cases/a.yaml", "c-a1")
    git("commit", "-qam", "apart")

    assert reported("main") == (1, {"a.yaml"})


def test_a_path_outside_a_repository_is_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named by its place."""
    outside = put(str(tmp_path / "outside" / "x.yaml"))

    assert main(["check", "--changed-since", "main", "cases", str(outside)]) == 2
    assert capsys.readouterr().err == (
        "rednotice: PATH 2 of 2: is in no git repository, so nothing can tell what has changed\n"
    )


def test_without_git_it_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing else needs git."""
    monkeypatch.setenv("PATH", "")

    assert main(["check", "--changed-since", "main", "cases"]) == 2
    assert "git is not installed" in capsys.readouterr().err


def test_whether_cases_may_go_is_asked_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    """A part of the findings gives no verdict."""
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--changed-since", "main", "--for", "partner", "cases"])
    assert stopped.value.code == 2
    assert "--changed-since: not allowed with argument --for" in capsys.readouterr().err
    with pytest.raises(ValueError, match="asked of all"):
        rednotice.check("cases", changed_since="main", audience="partner")


def test_a_release_of_which_a_part_is_reported_is_not_called_clean() -> None:
    """What is wrong may stand in a file that has not changed."""
    report = rednotice.Report(cases=1, releases={"partner": 1})

    assert report.verdict() == "a clean release for partner"
    assert rednotice.Report(cases=1, releases={"partner": 1}, changed=0).verdict() is None


def test_what_is_no_path_has_not_changed() -> None:
    """A record has no past."""
    case: dict[str, Any] = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}

    with pytest.raises(ValueError, match="check a path"):
        rednotice.check(case, changed_since="main")
