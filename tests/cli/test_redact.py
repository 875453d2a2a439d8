"""``rednotice redact``."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from rednotice.cli import main

CASES = (
    '{"rednotice": "1.0", "id": "c-1", "subjects": [{"names": [{"text": "Hope Vymyslova"}]}]}\n'
    '{"rednotice": "1.0", "id": "c-2", "subjects": [{"names": [{"text": "Oskar Madeupson"}]}]}\n'
)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.jsonl"
    path.write_text(CASES, encoding="utf-8")
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text("Ms Vymyslova met Oskar.\nThey left.\n", encoding="utf-8")
    return path


def test_it_prints_the_text_without_the_persons(
    cases: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those of all cases."""
    assert main(["redact", str(text), "--names", str(cases)]) == 0
    assert capsys.readouterr().out == "Ms [redacted] met [redacted].\nThey left.\n"


def test_it_says_where_an_editor_must_look(
    cases: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, without the word, and the status is 1."""
    text.write_text("They left.\nHope is gone.\n", encoding="utf-8")

    assert main(["redact", str(text), "--names", str(cases)]) == 1
    shown = capsys.readouterr()
    assert shown.out == "They left.\nHope is gone.\n"
    assert "line 2, column 1: may be a name or an ordinary word" in shown.err
    assert "Hope" not in shown.err


def test_it_reads_standard_input(
    cases: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As other commands do."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Oskar – да".encode())))

    assert main(["redact", "-", "--names", str(cases)]) == 0
    assert capsys.readouterr().out == "[redacted] – да"


def test_it_prints_places_for_programs(
    cases: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """But not what stood there."""
    assert main(["redact", str(text), "--names", str(cases), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["start"], one["kind"]) for one in found["spans"]] == [(3, "name"), (17, "name")]
    assert "Oskar" not in json.dumps(found)


def test_it_keeps_the_words_of_the_user(
    cases: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Such as the name of a street."""
    assert main(["redact", str(text), "--names", str(cases), "--keep", "Oskar"]) == 0
    assert capsys.readouterr().out.startswith("Ms [redacted] met Oskar.")


@pytest.mark.parametrize("missing", ["text", "cases"])
def test_a_file_that_is_not_there_is_status_2(
    cases: Path, text: Path, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is printed."""
    (text if missing == "text" else cases).unlink()

    assert main(["redact", str(text), "--names", str(cases)]) == 2
    assert capsys.readouterr().out == ""


def test_a_text_in_another_encoding_is_refused(
    cases: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name in it would not be found."""
    text.write_bytes("Vymyslová".encode("utf-16"))

    assert main(["redact", str(text), "--names", str(cases)]) == 2
    assert "UTF-8" in capsys.readouterr().err


def test_a_case_that_cannot_be_understood_is_status_2(
    cases: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its persons would not be found."""
    cases.write_text(CASES + '{"rednotice": "1.0", "id": 7}\n', encoding="utf-8")

    assert main(["redact", str(text), "--names", str(cases)]) == 2
    assert capsys.readouterr().out == ""
