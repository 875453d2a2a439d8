"""`--verbose` names what was passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from rednotice.cli import main

CASE = (
    'rednotice: "1.0"\nid: c-1\npursued_by: [TJ]\n'
    "subjects: [{label: A, names: [{text: Zaphod Sampleman}]}]\n"
)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("cases").mkdir()
    Path("cases/a.yaml").write_text(CASE)
    Path("cases/notes.txt").touch()
    Path("cases/b.yaml").symlink_to("gone.yaml")
    Path("cases/sampleman.docx").touch()


def test_each_is_named_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    """A link that leads nowhere may have been a case."""
    assert main(["check", "--verbose", "cases"]) == 0

    told = capsys.readouterr()
    assert "(3 other files passed over)" in told.out
    lines = told.err.splitlines()
    gone = "a link to nothing that can be found, which is not followed"
    assert f"rednotice: passed over: cases/b.yaml: {gone}" in lines
    assert "sampleman" not in told.err
    assert "rednotice: passed over: cases/notes.txt: no format has its suffix" in lines
    assert len(lines) == 3


def test_without_it_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """They are counted."""
    main(["check", "cases"])

    assert capsys.readouterr().err == ""


def test_a_name_that_the_cases_know_is_not_shown_where_it_is_one_of_a_case(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A folder that is masked in the report is masked here too."""
    Path("cases").rename("sampleman")
    main(["check", "-v", "sampleman"])

    told = capsys.readouterr()
    assert "(folder 1, its name may contain a person's name or number)/notes.txt" in told.err
    assert "sampleman/" not in told.err


@pytest.mark.parametrize(
    "name", ["Zaphod passport.pdf", "sampleman-2.docx", "scan.Sampleman", "сампльман/x7391846.tif"]
)
def test_a_file_that_is_called_after_a_person_of_a_case_is_not_named(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """However the name is written, or by a number of theirs."""
    documents = "[{kind: passport, issuing_state: TR, number: X7391846}]"
    Path("cases/a.yaml").write_text(CASE.replace("]}]", f"], documents: {documents}}}]"))
    Path("cases/sampleman.docx").rename("cases/letter.docx")
    Path("cases", name).parent.mkdir(exist_ok=True)
    Path("cases", name).touch()
    main(["check", "--verbose", "cases"])

    told = capsys.readouterr().err
    assert "passed over: cases/letter.docx: " in told
    assert "(file 1, its name may contain a person's name or number): no format" in told
    assert Path(name).stem not in told


def test_a_pipeline_shows_no_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody has read what is in these files, and others read the log."""
    monkeypatch.setenv("CI", "true")
    main(["check", "-v", "cases"])

    told = capsys.readouterr().err
    assert "passed over: (path 1, which may contain a person's name or number): " in told
    assert "notes" not in told


def test_a_pipeline_shows_names_to_who_insists(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it shows values."""
    monkeypatch.setenv("CI", "true")
    main(["check", "-v", "--show-values", "--force", "cases"])

    assert "cases/notes.txt" in capsys.readouterr().err
