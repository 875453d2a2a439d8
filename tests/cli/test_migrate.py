"""What `rednotice migrate` and `rednotice schema diff` print, and their exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

from rednotice.cli import CLEAN, FAILED, FOUND, main
from rednotice.model.case import VERSION

EXAMPLES = Path(__file__).parents[1] / "data" / "edition_0_9"
OLD = {"rednotice": "0.9", "id": "c-1", "subjects": [{"label": "A"}]}

compares = pytest.mark.skipif(
    not hasattr(jsonschema_rs, "canonicalize"), reason="this jsonschema-rs cannot compare schemas"
)


def test_a_folder_is_brought_up_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "new")
    status = main(["migrate", str(EXAMPLES), "-o", out, "--from-version", "0.9", "--plain-red"])
    told = capsys.readouterr()

    assert status == CLEAN
    assert told.out.endswith(
        f"documents in version {VERSION}: 15, of which 15 followed another version; refused: 0\n"
    )
    assert "files with comments, which the new files do not have: 15" in told.err
    assert "other files in the folder, which are not copied: 1" in told.err


def test_a_refused_document_is_found_and_its_file_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps({**OLD, "rednotice": "0.1"}))

    assert main(["migrate", str(path), "-o", str(tmp_path / "new.json")]) == FOUND
    assert "files not written, since a document in them was refused: 1" in capsys.readouterr().err
    assert not (tmp_path / "new.json").exists()


def test_machines_get_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(OLD))
    status = main(["migrate", str(path), "-o", str(tmp_path / "new.json"), "--format", "json"])
    told = json.loads(capsys.readouterr().out)

    assert status == CLEAN
    assert told == {
        "version": VERSION,
        "documents": 1,
        "changed": 1,
        "refused": 0,
        "files": 1,
        "findings": [],
    }


@pytest.mark.parametrize("name", ["not-there.json", "empty"])
def test_without_a_file_the_command_fails(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()

    assert main(["migrate", str(tmp_path / name), "-o", str(tmp_path / "new")]) == FAILED


def test_an_output_that_exists_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(OLD))

    assert main(["migrate", str(path), "-o", str(path)]) == FAILED
    assert "nothing is overwritten" in capsys.readouterr().err
    assert json.loads(path.read_text()) == OLD


@compares
def test_equal_versions_have_the_number_that_follows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "diff", VERSION, VERSION]) == CLEAN
    assert capsys.readouterr().out.endswith(
        f"Nothing changed, so that the number stays {VERSION}, as it is.\n"
    )


@compares
@pytest.mark.thorough
def test_a_version_with_the_wrong_number_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["schema", "--format", "json"])
    schema = json.loads(capsys.readouterr().out)
    schema["$defs"]["Stance"]["enum"].remove("denies")
    path = tmp_path / "case.schema.json"
    path.write_text(json.dumps(schema))

    assert main(["schema", "diff", VERSION, str(path)]) == FOUND
    told = capsys.readouterr().out
    assert "breaking (proved): Stance: it no longer takes `denies`" in told
    assert f"follows, and not {VERSION}." in told

    assert main(["schema", "diff", VERSION, str(path), "--format", "json"]) == FOUND
    assert json.loads(capsys.readouterr().out)["verdict"] == "breaking"


@pytest.mark.parametrize("words", [["diff"], ["diff", "1.0"], ["Notice", "1.0"]])
def test_versions_are_named_in_pairs_and_for_diff_only(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["schema", *words])

    assert stopped.value.code == FAILED


def test_the_page_shows_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command is run once there, since it overwrites nothing."""
    page = Path(__file__).parents[2] / "docs" / "how-to" / "migrate-to-another-version.md"
    blocks = page.read_text(encoding="utf-8").split("```")
    case = next(block for block in blocks if block.startswith("yaml\nrednotice"))
    shown = next(block for block in blocks if block.startswith("\ncase.yaml\n"))
    monkeypatch.chdir(tmp_path)
    Path("case.yaml").write_text(case.removeprefix("yaml\n"), encoding="utf-8")

    assert main(["migrate", "case.yaml", "-o", "case-new.yaml"]) == CLEAN
    assert capsys.readouterr().out == shown.removeprefix("\n")
