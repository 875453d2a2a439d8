"""Endings that change a name, or look like one."""

from __future__ import annotations

import pytest

import rednotice


def cleared(text: str, name: str) -> str:
    return str(rednotice.redact(text, [name]))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *(("Лев Неверович", "Льва"), ("Лев Неверович", "Львом"), ("Лев Неверович", "Lvu")),
        *(("محمد الزائفي", "محمداً"), ("محمد الزائفي", "محمدا"), ("حسام المفترض", "حسامًا")),
        *(("Rūta Nesamaitė", "Rūtos"), ("Līva Izdoma", "Līvas"), ("Götz von Erdicht", "Götzens")),
        *(("Veikko Olematon", "Olemattoman"), ("Veikko Olematon", "Olemattomalle")),
        *(("Şükrü Masaldıroğlu", "Masaldıroğulları"), ("Λεωνίδας Ψευδίδης", "Ψευδίδηδων")),
        *(("남궁허구", "허구랑"), ("김가상", "김가상이랑")),
    ],
)
def test_a_name_is_found_with_an_ending_that_changes_it(name: str, form: str) -> None:
    """A vowel goes, or more than one letter is replaced."""
    assert cleared(f"x {form} y", name) == "x [redacted] y"


@pytest.mark.parametrize(
    "form", ["ساختگی‌پور", "ساختگی‌پورها", "ساختگی پور", "ساختگیپور", "به‌نازنین", "نازنین‌جان"]
)
def test_a_persian_name_is_found_however_its_parts_are_joined(form: str) -> None:
    """By a sign that nobody sees, a blank or not at all, also to what stands around it."""
    assert cleared(f"او {form} است", "نازنین ساختگی‌پور") == "او [redacted] است"


def test_a_korean_name_is_found_within_a_word() -> None:
    """Some put no blanks between words."""
    assert cleared("변호사는남궁허구씨와", "남궁허구") == "변호사는[redacted]씨와"


@pytest.mark.parametrize(
    ("name", "short"),
    [("Robert Nonsuch", "Bobby"), ("William Nullworth", "Billy"), ("José Inventado", "Pepe")],
)
def test_a_short_form_is_found_though_it_looks_like_another_with_an_ending(
    name: str, short: str
) -> None:
    """Bobby is no form of Bob in any language, and billy is none of a word."""
    assert cleared(f"They said {short} left.", name) == "They said [redacted] left."


def test_a_short_form_that_is_a_word_stays_a_word() -> None:
    """In small letters, and where a sentence begins."""
    text = "Bill by bill, he paid the bill."
    assert cleared(text, "William Nullworth") == text


def test_a_slip_is_one_slip_whatever_marks_a_word_has() -> None:
    """Accents and the last sigma are none."""
    pytest.importorskip("rapidfuzz")

    assert cleared("ο Λεονίδας ήρθε", "Λεωνίδας Ψευδίδης") == "ο [redacted] ήρθε"


def test_a_long_georgian_name_is_found_with_a_slip() -> None:
    """Its script has no capitals, so a short one could be any word."""
    pytest.importorskip("rapidfuzz")

    assert cleared("გუშინ ფიქცაშვილი ნახეს", "ლაშა ფიქციაშვილი") == "გუშინ [redacted] ნახეს"
    assert cleared("გუშინ ლშაა ნახეს", "ლაშა ფიქციაშვილი") == "გუშინ ლშაა ნახეს"
