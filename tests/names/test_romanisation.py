"""The tables of romanisations, and what they give for a word."""

from __future__ import annotations

import csv
import unicodedata
from importlib.resources import files

import pytest

from rednotice.names.romanisation import letters_of, normal

DATA = files("rednotice.names")


def rows(name: str) -> list[dict[str, str]]:
    return [*csv.DictReader(DATA.joinpath(name).read_text("utf-8").splitlines())]


def spellings(word: str) -> set[str]:
    """All ways to write *word* in Latin letters."""
    found = {""}
    for unit in letters_of(word).units:
        found = {f"{begun}{latin}" for begun in found for latin in unit}
    return found


def test_each_row_says_how_to_write_a_letter_and_who_says_so() -> None:
    """In small Latin letters; a hyphen stands for a letter that is left out."""
    for row in rows("romanisations.csv"):
        assert row["source"]
        assert row["letter"] == unicodedata.normalize("NFC", row["letter"])
        for latin in row["latin"].split():
            assert latin == "-" or (latin.isascii() and latin.isalpha() and latin.islower())


def test_a_chinese_character_has_one_syllable() -> None:
    """Those with several readings in names stand in the table of letters too."""
    characters = "".join(row["characters"] for row in rows("pinyin.csv"))

    assert len(characters) == len({*characters}) > 20_000


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("Григорій", {"hryhorii", "hryhorij", "grigorii", "grigori"}),
        ("Щерев", {"shterev", "shcherev", "schtscherew", "chtcherev", "scerev", "szczerew"}),
        ("Ўктам", {"oktam", "uktam"}),
        ("Жұмабай", {"zhumabai", "jumabai", "zhumabay"}),
        ("王臆造", {"wangyizao", "wangitsao"}),
        ("单", {"shan", "dan"}),
        ("吕", {"lu", "lyu", "lv"}),
        ("박", {"park", "bak", "pak"}),
        ("ზვიადი", {"zviadi", "swiadi"}),
        ("Ψευδώνυμος", {"psevdonymos", "pseudonymos"}),
        ("Żużanna", {"zuzana", "zhuzhana"}),
    ],
)
def test_a_word_is_written_as_each_system_writes_it(word: str, written: set[str]) -> None:
    """Doubled letters are one letter."""
    assert written <= spellings(word)


def test_signs_that_nobody_sees_are_not_written() -> None:
    """Nor are apostrophes and doubled letters."""
    assert normal("Zuz\u200banna\u2019s \u202eŻ") == "zuzanas ż"
    assert normal("王王") == "王王"
