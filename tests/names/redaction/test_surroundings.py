"""Initials and patronymics beside a name."""

from __future__ import annotations

import pytest

import rednotice


def cleared(text: str, name: str) -> str:
    return str(rednotice.redact(text, [name]))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("Shoira Nebylova", "Sh. Nebylova"), ("Шоира Небылова", "Sh. Nebylova")),
        *(("Юлия Несбытова", "Yu. Nesbytova"), ("Юлия Несбытова", "Nesbytova IU.")),
        *(("Jean-Loup Fictivier", "J-L Fictivier"), ("طارق الزائفي", "ط. الزائفي")),
        *(("ლაშა ფიქციაშვილი", "ლ. ფიქციაშვილი"), ("חיים צוקרבדוי", "ח' צוקרבדוי")),
        *(("Łucja Zmyślęcka", "Ł.Z."), ("Łucja Zmyślęcka", "Ł. Z.")),
    ],
)
def test_initials_go_with_the_name(name: str, text: str) -> None:
    """Of one letter or more, with a stop or without, in any script."""
    assert cleared(f"x {text} y", name) == "x [redacted] y"


@pytest.mark.parametrize("title", ["Mr.", "Dr.", "St.", "Prof."])
def test_a_title_before_a_name_stays(title: str) -> None:
    """Though it is short and has a stop."""
    assert cleared(f"see {title} Vymyslova", "Zdenka Vymyslova") == f"see {title} [redacted]"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("Tofiq Uydurmazadə", "Tofiq Rəsul oğlu"), ("Tofiq Uydurmazadə", "Tofiq Rəsuloğlu")),
        *(("Shoira Nebylova", "Shoira Karim qizi"), ("Ерболат Қиялбеков", "Ерболат Серікұлы")),
        *(
            ("طارق الزائفي", "طارق بن محمود الزائفي"),
            ("Tariq al-Zaifi", "Tariq bin Mahmoud al-Zaifi"),
        ),
        *(("ლაშა ფიქციაშვილი", "ლაშა თემურის ძე"), ("Михаил Небылов", "Михаил Егорыч")),
    ],
)
def test_a_patronymic_goes_with_the_name(name: str, text: str) -> None:
    """The father's name tells the person as the family's does."""
    assert cleared(f"x {text} y", name) == "x [redacted] y"


def test_a_word_that_ends_like_a_patronymic_stays() -> None:
    """It has a small letter."""
    assert (
        cleared("Михаил взял ключ и паралич", "Михаил Небылов") == "[redacted] взял ключ и паралич"
    )
