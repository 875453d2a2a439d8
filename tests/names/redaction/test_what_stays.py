"""What looks like a part of a name and is none."""

from __future__ import annotations

import pytest

import rednotice


def cleared(text: str, name: str) -> str:
    return str(rednotice.redact(text, [name]))


def asked(text: str, name: str) -> list[str]:
    found = rednotice.redact(text, [name])
    assert found.text == text
    return [text[one.start : one.end] for one in found.review]


@pytest.mark.parametrize(
    "before",
    ["Listed as", "ich bin", "known as", "el señor de", "dzwoniłem do", "As", "gesehen an"],
)
def test_a_small_word_that_is_no_part_of_the_name_stays(before: str) -> None:
    """It is a particle of names in another language."""
    assert cleared(f"{before} Vymyslova", "Zdenka Vymyslova") == f"{before} [redacted]"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(("von Erdicht schrieb", "Götz von Erdicht"), ("as-Zaifi left", "Tarik al-Zaifi")),
        *(("az Zaifi left", "Tarik al-Zaifi"), ("Umm Kwabena left", "Kwabena Nonsuchi")),
        *(("bin Tariq left", "طارق الزائفي"), ("met Van Nonsuchi", "Kwabena Nonsuchi")),
    ],
)
def test_a_small_word_that_belongs_to_the_name_goes(text: str, name: str) -> None:
    """It is listed, Arabic, or has a capital within a sentence."""
    first, *_, last = text.split()
    expected = f"{first} [redacted]" if first == "met" else f"[redacted] {last}"

    assert cleared(text, name) == expected


def test_on_is_not_ali() -> None:
    """The two differ by a letter that Egyptian writers confuse."""
    assert cleared("جلس على الكرسي", "علي الزائفي") == "جلس على الكرسي"
    assert cleared("قال على الزائفي", "علي الزائفي") == "قال [redacted]"
    assert cleared("قال مصطفي", "مصطفى الزائفي") == "قال [redacted]"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(("мы жили с надеждой", "Надежда Небылова"), ("без любви", "Любовь Небылова")),
        ("savaşta öldü", "Savaş Yokoğlu"),
    ],
)
def test_an_ordinary_word_stays_with_any_ending(text: str, name: str) -> None:
    """As it does without one."""
    assert asked(text, name) == []


def test_an_ordinary_word_with_an_ending_is_asked_about_where_a_sentence_begins() -> None:
    """As it is without one."""
    assert asked("Розы продавали у метро.", "Роза Небылова") == ["Розы"]


def test_an_ordinary_word_with_an_ending_and_a_capital_is_a_name() -> None:
    """Within a sentence, and wherever an apostrophe marks it as one."""
    assert cleared("Мы видели Розу.", "Роза Небылова") == "Мы видели [redacted]."
    assert cleared("Deniz'in kardeşi", "Deniz Yokoğlu") == "[redacted] kardeşi"


def test_a_short_name_within_a_thai_word_is_asked_about() -> None:
    """No border shows whether it is one."""
    assert asked("ในจังหวัดชัยภูมิ", "ชัย จินตกุล") == ["ชัย"]


@pytest.mark.parametrize("text", ["นาย{}หนี", "พบ {} แล้ว", "{}จินตกุล", "พบ{} จินตกุล"])
def test_a_short_name_in_thai_is_taken_out_where_it_is_told_to_be_one(text: str) -> None:
    """By a title, by blanks, or by the other name."""
    assert "ชัย" not in cleared(text.format("ชัย"), "ชัย จินตกุล")


def test_characters_on_both_sides_of_a_comma_are_no_name() -> None:
    """Though they are those of one."""
    text = "他的手法很高明，虚实难分"
    assert cleared(text, "高明虚") == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(("جلس على الكرسي", "Ольга Вымыслова"), ("هذه علامة", "William Nullworth")),
        *(("הודעת שגיאה", "Agnieszka Wymyślęcka"), ("برای من", "Barbara Wymyślęcka")),
        *(("اللغة الروسية", "Rose Inventwell"), ("в списке доменов", "אברהם דמיוני")),
    ],
)
def test_a_word_of_few_consonants_is_no_name_of_another_script(text: str, name: str) -> None:
    """Where vowels are not written, a short name may be any word."""
    assert cleared(text, name) == text


def test_such_a_word_is_a_name_beside_another_word_of_it() -> None:
    """The other tells the person."""
    assert cleared("قال علي مدحوبسن", "Ali Madhubson") == "قال [redacted]"
