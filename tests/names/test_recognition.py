"""Which words tell a name, and which only look as if they did."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.names.disguises import runs_of
from rednotice.names.recognition import tells_a_name

sys.path.insert(0, str(Path(__file__).parent))
from twenty_persons import PERSONS  # found beside this file

DATA = Path(__file__).parents[1] / "data"
# As people name their folders and files.
ORDINARY = (DATA / "ordinary_file_names.txt").read_text("utf-8").split()


@pytest.mark.parametrize("person", PERSONS, ids=[one.official[0] for one in PERSONS])
def test_no_ordinary_name_of_a_file_tells_one_of_the_twenty(person: object) -> None:
    """A mask without need hides from people which file they must mend."""
    name = getattr(person, "name", "")

    assert [word for word in ORDINARY if tells_a_name(word, [name])] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Оксана Вигадана", "oksana"),
        ("Оксана Вигадана", "c-oxana-2"),
        ("Щегол Выдумкин", "schtschegol"),
        ("Vydumkin", "выдумкин"),
        ("Гулнора Тўқима", "gulnara-toqima"),
        ("محمد المختلق", "mohammed"),
        ("محمد المختلق", "muhammad-2"),
        ("Mohamed Invented", "محمد"),
        ("王臆造", "臆造"),
        ("王臆造", "造"),
        ("王臆造", "造臆王"),
        ("王 臆造", "yizao"),
        ("王臆造", "yi-zao"),
        ("Wang Yizao", "王臆造"),
        ("Zdenka Vymyslova", "zden-ka"),
        ("Zdenka Vymyslova", "Z.D.E.N.K.A"),
        ("Zdenka Vymyslova", "zd3nka"),
        ("Zdenka Vymyslova", "vymys"),
        ("Zdenka Vymyslova", "myslova"),
        ("Zdenka Vymyslova", "zdеnkа"),
        ("Zdenka Vymyslova", "%5A%64enka"),
        ("Zdenka Vymyslova", "&#90;denka"),
        ("Zdenka Vymyslova", "#U005adenka"),
        ("Ždenka Vymyslová", "Å½denka"),
        ("Ли Вэй", "livei"),
        ("Bui Wa", "wabui-3"),
    ],
)
def test_a_name_is_told_in_another_form(name: str, text: str) -> None:
    """In another script, in pieces, or encoded."""
    assert tells_a_name(text, [name])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Reportin Invented", "report"),
        ("Caseman Invented", "cases"),
        ("Santos Invented", "santiago"),
        ("Юрий Выдумкин", "jurisdiction"),
        ("杭张", "changes"),
        ("كريم", "crime"),
        ("Olga", "holiday"),
        ("Zdenka", "zd"),
        ("Zdenka", "c-9zd4e"),
        ("A. B.", "a-b"),
        ("", "file"),
    ],
)
def test_a_near_miss_tells_nobody(name: str, text: str) -> None:
    """Neither ordinary words, nor few letters, nor a chance piece of a longer word."""
    assert not tells_a_name(text, [name])


@given(st.text(max_size=300), st.text(max_size=60))
def test_whatever_is_compared_there_is_an_answer(text: str, name: str) -> None:
    """Also of signs that no name has."""
    assert tells_a_name(text, [name]) in {True, False}


@pytest.mark.parametrize("sign", ["a", "ا", "ع", "و", "aу", "王", "ー", "ё", "ch"])
def test_a_hostile_name_takes_no_time(sign: str) -> None:
    """What can be written in many ways is not tried in each."""
    assert tells_a_name(sign * 120, [sign * 200, f"{sign * 20}b {sign * 20}c"]) in {True, False}
    assert len(runs_of(sign * 250)) < 50


@pytest.mark.parametrize(
    ("name", "told"),
    [
        # Letters that are one sound in another language, each by itself.
        ("Їжакевич Згаданюк", "zgadan"),
        ("Їжакевич Згаданюк", "Sgadanjuk"),
        ("Мозгонеев", "mozgoneev-2"),
        # A syllable behind or before an ordinary word.
        ("赵虚构", "casezhao2024"),
        ("赵虚构", "zhaofile"),
        ("최가공인", "CASECHOE2024"),
        # A beginning or an end within a syllable.
        ("欧阳无此人", "ouya"),
        ("欧阳无此人", "uyang"),
        # The beginning of a name without vowels, with its article and without.
        ("عبدالخيال الموهومي", "mawh"),
        ("عبدالخيال الموهومي", "al-mawh"),
        ("ئەندێشە خەیاڵکراو", "xeyalk"),
        ("בדיוני דמיונוביץ", "onovich"),
    ],
)
def test_a_part_of_a_name_tells_it_in_more_spellings(name: str, told: str) -> None:
    """As people cut and join names for files."""
    assert tells_a_name(told, [name])


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("赵虚构", "casework2024"),
        ("شیرین ناکجا", "shared-drive"),
        ("عبدالخيال الموهومي", "c-7m2w9h"),
    ],
)
def test_what_is_left_of_ordinary_words_tells_nobody_by_chance(name: str, told: str) -> None:
    """Nor do random letters of an id."""
    assert not tells_a_name(told, [name])
