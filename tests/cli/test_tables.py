"""The command that makes tables."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import rednotice
from rednotice.cli import main

pytest.importorskip("highspy", reason="the extra `tables` is not installed")
sys.path.insert(0, str(Path(__file__).parents[1] / "tables"))
from invented_cases import cases


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "kept.jsonl"
    rednotice.write(cases(30), path)
    return path


def test_the_tables_are_written_and_counted(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = kept.parent / "figures"

    assert main(["tables", str(kept), "-o", str(out), "--today", "2026-06-01"]) == 0
    said = capsys.readouterr()
    assert "Cases counted: 30." in said.out
    assert (out / "tables.html").is_file()


def test_who_names_no_log_is_told_what_that_means(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["tables", str(kept), "-o", str(kept.parent / "figures")])

    assert "--log" in capsys.readouterr().err


def test_a_log_needs_its_key(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["tables", str(kept), "-o", str(kept.parent / "figures"), "--log", "log"])

    assert stopped.value.code == 2
    assert "--key-file is required" in capsys.readouterr().err


def test_tables_are_entered_in_the_log(kept: Path) -> None:
    key = kept.parent / "key"
    assert main(["key", "new", "-o", str(key)]) == 0
    words = ["tables", str(kept), "--log", str(kept.parent / "log"), "--key-file", str(key)]

    assert main([*words, "-o", str(kept.parent / "one"), "--edition", "one"]) == 0
    assert main([*words, "-o", str(kept.parent / "two"), "--edition", "two"]) == 0
    assert len((kept.parent / "log").read_text().splitlines()) == 2


def test_the_json_form_has_every_figure(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["tables", str(kept), "-o", str(kept.parent / "figures"), "--format", "json"]

    assert main(words) == 0
    said = json.loads(capsys.readouterr().out)
    by_state = next(one for one in said["tables"] if one["name"] == "issuing_state")
    assert by_state["figures"] == [{"issuing_state": "TR", "cases": 30}]


def test_cases_that_are_not_counted_give_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kept.jsonl"
    rednotice.write([*cases(30), *cases(1, 30, handling={"tlp": "amber"})], path)
    assert main(["tables", str(path), "-o", str(tmp_path / "figures")]) == 1
    assert "Not counted" in capsys.readouterr().out


def test_too_few_cases_give_1_and_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    rednotice.write(cases(3), path)

    assert main(["tables", str(path), "-o", str(tmp_path / "figures")]) == 1
    assert not (tmp_path / "figures").exists()
