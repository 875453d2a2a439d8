"""The page on releases to a partner, done as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rednotice
from rednotice.cli import main

PAGE = (Path(__file__).parents[2] / "docs/how-to/release-to-a-partner.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCKS if kind == language]


@pytest.mark.thorough
def test_the_page_can_be_followed_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each block is complete in itself, and the commands print what the page shows."""
    monkeypatch.chdir(tmp_path)
    first, last = blocks("python")
    exec(compile(first, "first", "exec"), {})  # noqa: S102  # our own page
    dry = ["--policy", "partner", "--key-file", "my.key"]
    assert main(["key", "new", "-o", "my.key"]) == 0

    assert main(["release", "cases.jsonl", "-o", "for-partner", *dry]) == 0
    shown = [re.sub(r"edition \S+", "edition", text) for text in blocks("text")]
    assert re.sub(r"edition \S+", "edition", capsys.readouterr().out) in shown
    yes = ["--to", "Partner A", "--log", "releases.log", "--yes"]
    assert main(["release", "cases.jsonl", "-o", "for-partner", *dry, *yes]) == 0
    capsys.readouterr()
    assert main(["verify", "for-partner", "--against", "cases.jsonl"]) == 0
    assert capsys.readouterr().out in shown
    assert main(["check", "for-partner"]) == 0
    exec(compile(last, "last", "exec"), {})  # noqa: S102  # our own page


def test_the_withdrawal_that_the_page_shows_is_one() -> None:
    """It can be pasted into a case."""
    [shown] = blocks("yaml")
    text = f'rednotice: "1.0"\nid: try-03\npursued_by: [CN]\n{shown}'
    case = rednotice.loads(text, format="yaml")

    found = rednotice.check(case, audience="partner")

    assert [one.pointer for one in found if one.rule == "RN904"] == ["/handling/consent/1/status"]
