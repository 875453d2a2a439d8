"""Names in a script that they are not listed in."""

from __future__ import annotations

import pytest

import rednotice


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *(
            ("طارق المختلق", "Тарика"),
            ("طارق المختلق", "Мухталак"),
            ("חיים צוקרבדוי", "Цукербадуй"),
        ),
        *(("Shoira To'qimaxonova", "Тукимаханова"), ("Shoira To‘qimaxonova", "Тукимахоновой")),
        *(("G'ayrat Yo'qo'g'li", "Йукугли"), ("Евгения Небылова", "Zhenechka")),
    ],
)
def test_a_name_is_found_as_writers_of_another_script_write_it(name: str, form: str) -> None:
    """With vowels that its own leaves out, and letters that are said otherwise."""
    assert str(rednotice.redact(f"там {form} нет", [name])) == "там [redacted] нет"


@pytest.mark.parametrize("form", ["аль-Заифи", "Т. аз-Заифи", "Тарик эль-Заифи"])
def test_the_article_tells_an_arabic_name_of_few_consonants(form: str) -> None:
    """Alone they might be those of any word."""
    assert str(rednotice.redact(f"там {form} нет", ["طارق الزائفي"])) == "там [redacted] нет"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *(("طارق الزائفي", "x/tarek_alzaefi"), ("طارق الزائفي", "x/tarek alzaefi")),
        *(("חיים צוקרבדוי", "x/Х. Цукербадуй"), ("Mary-Ellen Nullworth", "x/Null-worth")),
    ],
)
def test_what_stands_beside_tells_a_name(name: str, form: str) -> None:
    """The other name, also in small letters, an initial, or a hyphen."""
    assert str(rednotice.redact(form, [name])) == "x/[redacted]"
