"""Which ids and paths give a name away, however the name is written, and which do not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice import formats
from rednotice.names.tokens import (
    SUFFIXES,
    holds_a_token,
    parts_of_path,
    shares_a_token,
    split_path,
    telling_words,
    tokens,
)
from rednotice.names.transliteration import spellings

LETTERS = st.text("abcdefghijklmnopqrstuvwxyzáçèğıłńøşßüžđæþ", min_size=2, max_size=12)
CYRILLIC = st.text("абвгдежзийклмнопрстуфхцчшщыэюяёғӣқӯҳҷәөүұңҗіїєґў", min_size=2, max_size=12)
HAN = st.text("王伟李娜张敏刘洋陈静", min_size=2, max_size=4)


@given((LETTERS | CYRILLIC).map(str.title))
def test_an_id_made_of_a_name_tells_it(name: str) -> None:
    """Whatever its letters are: what people type in their place is known."""
    identity = f"{spellings(name)[0]}-1"

    assert identity.isascii()
    assert shares_a_token(identity, tokens([name]))


@given(HAN, st.text("案件一二三", max_size=3), st.text("案件一二三", max_size=3))
def test_a_name_without_spaces_is_found_within_other_characters(
    name: str, before: str, after: str
) -> None:
    """Chinese names stand in file names without a mark around them."""
    assert shares_a_token(f"{before}{name}{after}", tokens([name]))


@given(LETTERS | CYRILLIC | HAN)
def test_a_spelling_of_a_spelling_is_itself(text: str) -> None:
    """So that what was compared once may be compared again."""
    plain = spellings(text)[0]

    assert spellings(plain)[0] == plain
    assert spellings(unicodedata.normalize("NFD", text))[0] == plain


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        # Letters that Unicode does not take apart.
        ("Łukasz", "lukasz-1"),
        ("Đorđe", "dorde"),
        ("Işık", "isik-2"),
        ("IŞIK", "isik-2"),
        ("Straßer", "strasser"),
        ("Søren", "soren"),
        ("Þórsson", "thorsson"),
        ("Æsa Ħalini Ŧorma", "aesa"),
        ("Æsa Ħalini Ŧorma", "halini"),
        ("Æsa Ħalini Ŧorma", "torma"),
        ("Œuvray", "oeuvray"),
        ("Əsədova", "asadova"),
        # Ways of writing one name.
        ("Müller", "mueller-3"),
        ("Jörgson", "joergson"),
        ("Рахимов", "rahimov-1"),
        ("Рахимов", "rakhimov-1"),
        ("Rakhimov", "c-rahimov"),
        ("Xolmatov", "kholmatov"),
        ("Жумабаев", "zhumabayev"),
        ("Жумабаев", "jumabaev"),
        ("Ғуломов", "ghulomov"),
        ("Ёқубов", "yoqubov"),
        ("Юсуфӣ", "yusufi"),
        ("Ҳайдархуҷаев", "haidarkhujaev"),
        ("Щукин", "shchukin-letter"),
        ("Образцовский", "obraztsovsky"),
        ("Цой", "tsoy"),
        ("Хан", "khan-1"),
        ("Muhammad", "muhamad2"),
        # Apostrophes and their like.
        ("O'Brien", "obrien-1"),
        ("O’Brien", "brien-1"),
        ("Ma'ruf", "maruf"),
        ("Gʻulom", "gulom"),
        ("OBrien", "o'brien"),
        # Short names.
        ("Li Wei", "li-wei-2"),
        ("Li Wei", "li2"),
        ("Li Wei", "liwei"),
        ("Li Wei", "weili-3"),
        ("Wu Bo", "2020wubo"),
        ("Wu Bo", "c_bo"),
        ("LI BO", "bo"),
        ("Ли", "li-1"),
        ("Ali", "c-ali-2"),
        ("Al-Ali", "alali"),
    ],
)
def test_an_id_tells_a_name_in_another_spelling(name: str, identity: str) -> None:
    """Marks, transliterations and two letters hide nobody."""
    assert shares_a_token(identity, tokens([name]))


@pytest.mark.parametrize(
    ("names", "file"),
    [
        (["王伟"], "王伟"),
        (["王伟"], "2020王伟案"),
        (["王 伟"], "王伟"),
        (["王", "伟"], "王伟案"),
        (["王"], "王-1"),
        (["김철수"], "김철수-1"),
        (["さくら"], "さくら"),
        (["김", "철"], "김철건"),
        (["रीमा"], "रीमा-1"),
        (["محـمد"], "محمد"),
        (["علی"], "علي"),
    ],
)
def test_a_name_is_found_in_its_own_script(names: list[str], file: str) -> None:
    """File names may be of any script."""
    assert shares_a_token(file, tokens(names))


@pytest.mark.parametrize(
    "identity",
    [
        *("s1", "p2", "n1", "c-7k2m9q", "o12", "op1", "src-3", "st4", "ev3", "w1", "ch2"),
        *("c-9li4x", "c-7k2mli", "c-bo4wu", "notice-2", "source-1", "link", "lion", "about"),
        *("alinate", "de-1", "la-republica", "le-monde-1", "case-1", "shared", "q7.x2"),
        *("文件", "각"),
    ],
)
def test_an_opaque_id_tells_no_name(identity: str) -> None:
    """Nor do words in which two letters of a name meet by chance."""
    names = ["Li Bo", "Wu", "Maria de la Example", "Ali", "J. Zaphod", "O'Invented", "Lee"]
    names += ["文", "가", "Цой"]

    assert not shares_a_token(identity, tokens(names))


ALIKE = st.text("shczhdzjkghtsieaouyxqwv'’1 ", max_size=30)


@given(
    st.lists(ALIKE | LETTERS | CYRILLIC | HAN | st.text(max_size=10), max_size=20),
    st.lists(ALIKE | LETTERS | HAN, min_size=1, max_size=3),
)
def test_in_a_long_text_the_same_words_tell_something(words: list[str], shown: list[str]) -> None:
    """Words that cannot tell anything are left out of a long one before they are spelt."""
    words += [one.translate(str.maketrans("hikv", "xyqw")).title() for one in shown]
    text = " ".join(words)

    assert telling_words(text + " " * 5_000, (*shown,)) == telling_words(text, (*shown,))


@given(st.text("bcdfghjkmnpqrstvwxz23456789-", max_size=20))
def test_ids_without_vowels_tell_no_name(identity: str) -> None:
    """So an id drawn by lot from such letters is never refused by chance."""
    names = ["Li Bo", "Wu Xi", "Рахимов", "Ёқубов", "Zaphod Sampleman", "Øye", "An Na"]

    assert not shares_a_token(identity, tokens(names))


@pytest.mark.parametrize("name", ["", "-", "A", "A. B.", "Д.", "7", "’", "ь"])
def test_single_letters_tell_nobody(name: str) -> None:
    """An initial is no part by which a person is known."""
    assert tokens([name]) == frozenset()


def test_small_particles_tell_nobody() -> None:
    """Of two small letters beside large ones; in a name that is written small all count."""
    assert "de" not in tokens(["Maria de Example"])
    assert {"van", "der", "bin"}.isdisjoint(tokens(["Maria van der Example", "Omar bin Invented"]))
    assert "li" in tokens(["li wei"])
    assert "le" in tokens(["Lê Invented"])


def test_nothing_is_shared_where_no_name_is_known() -> None:
    """Every text is opaque then."""
    assert not shares_a_token("rahimov", tokens([]))


def test_each_part_of_a_path_is_told_of_by_itself() -> None:
    """Folders first, then the file; its suffix is no part of its name."""
    named = tokens(["Zaphod Sampleman", "Json"])

    def tells(part: str) -> bool:
        return shares_a_token(part, named)

    assert parts_of_path("cases/sampleman/c-1.json", tells) == (False, True, False)
    assert parts_of_path("zaphod.json", tells) == (True,)
    assert parts_of_path("cases/c-1.json", tells) == ()


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("a.json.Zaphod", "a.json.Zaphod"),
        ("c.zaphod.json", "c.zaphod"),
        ("c.Zaphod.yaml.age", "c.Zaphod"),
        ("c.JSON", "c"),
        (".json", ".json"),
    ],
)
def test_only_the_suffix_of_a_format_tells_nothing(file: str, told: str) -> None:
    """With --from, a file may have any suffix."""
    assert split_path(f"cases/{file}") == ("cases", told)


def test_the_suffixes_of_all_formats_tell_nothing() -> None:
    """Each is known where the formats are not."""
    assert {*formats.BY_SUFFIX, formats.ENCRYPTED} == SUFFIXES


@pytest.mark.parametrize(
    ("label", "holds"),
    [
        ("younger brother of Li", True),
        ("brother Örneköy", True),
        ("brother Ornekoy", True),
        ("王伟的弟弟", True),
        ("wife of an editor", False),
        ("Student A", False),
        ("Lithuanian lawyer", False),
    ],
)
def test_a_label_holds_a_name_as_a_word(label: str, holds: bool) -> None:  # noqa: FBT001
    """Small words of two letters are no names there, though An is one."""
    assert holds_a_token(label, tokens(["Li An", "Örneköy", "王伟", "Stud"])) is holds
