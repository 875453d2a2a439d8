"""The page of attacks names each attack once, with the tests that try it or the reason why not."""

from __future__ import annotations

import re
from functools import cache

import pytest
from released import ROOT

PAGE = (ROOT / "docs/explanation/attacks.md").read_text(encoding="utf-8")
LAST = 62
NUMBERS = [f"T{number:02}" for number in range(1, LAST + 1)]
_ROW = re.compile(r"^\| (T\d\d) \| (.*?) \| (.*?) \| (.*?) ?\|$", re.MULTILINE)
_FILE = re.compile(r"`(tests/[a-z_/]+\.py)`")
_TEST = re.compile(r"^def test_((?:t\d\d_(?:and_)?)+)", re.MULTILINE)
_NUMBER = re.compile(r"t\d\d")
FOLDERS = ("tests/attacks", "tests/releases")  # in which tests bear numbers


@cache
def rows() -> dict[str, tuple[str, str]]:
    """What stands against each attack, and where it is tried."""
    return {number: (against, tried) for number, _, against, tried in _ROW.findall(PAGE)}


def tried_in(file: str) -> set[str]:
    """The numbers of the attacks that the tests of *file* try."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return {one.upper() for found in _TEST.findall(text) for one in _NUMBER.findall(found)}


def test_each_attack_has_one_row() -> None:
    """None is forgotten, and none has two answers."""
    assert sorted(number for number, *_ in _ROW.findall(PAGE)) == NUMBERS


@pytest.mark.parametrize("number", NUMBERS)
def test_an_attack_is_tried_or_has_a_reason(number: str) -> None:
    """A row without a test says why it is out of scope; a test bears the number of its row."""
    against, tried = rows()[number]
    files = _FILE.findall(tried)

    assert files or "Out of scope:" in against
    for file in files:
        assert (ROOT / file).is_file()
        if file.startswith(FOLDERS):
            assert number in tried_in(file)


def test_every_test_that_tries_an_attack_is_in_the_page() -> None:
    """A new test has its row."""
    for file in (file for folder in FOLDERS for file in (ROOT / folder).glob("test_*.py")):
        name = str(file.relative_to(ROOT))
        for number in tried_in(name):
            assert name in rows()[number][1], number
