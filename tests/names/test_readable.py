"""What a text says: without escapes, in its own encoding, and with the words joined."""

from __future__ import annotations

import pytest

from rednotice.names.readable import has_lost_signs, joined, plain, readings


@pytest.mark.parametrize(
    "text",
    [
        r"\u041d\u0438\u0433\u0434\u0435",
        r"\\u041d\\u0438\\u0433\\u0434\\u0435",
        r"\U0000041d\U00000438\U00000433\U00000434\U00000435",
        r"\u{41d}\u{438}\u{433}\u{434}\u{435}",
        "&#1053;&#1080;&#1075;&#1076;&#1077;",
        "&#x41d;&#x438;&#x433;&#x434;&#x435;",
        "&amp;#1053;&amp;#1080;&amp;#1075;&amp;#1076;&amp;#1077;",
        "%D0%9D%D0%B8%D0%B3%D0%B4%D0%B5",
    ],
)
def test_a_text_is_read_without_its_escapes(text: str) -> None:
    """However the sign is written, and also if that was escaped again."""
    assert plain(text) == "Нигде"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"Zuz\xe1na", "Zuzána"),
        (r"Zuzanna\nInvented", "Zuzanna Invented"),
        (r"\ud840\udc00", "\U00020000"),
        ("Zuzanna & Piotr, 100 %", "Zuzanna & Piotr, 100 %"),
        ("a\\b", "a\\b"),
    ],
)
def test_what_is_no_escape_stays(text: str, read: str) -> None:
    """Only signs are read."""
    assert plain(text) == read


def test_a_sign_that_does_not_exist_is_left_out() -> None:
    """It stands for nothing."""
    assert plain(r"Zu\Uffffffffzanna") == "Zuzanna"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Żużanna", "latin-1"),
        ("Żużanna", "cp1252"),
        ("Ćudesa", "cp1252"),
        ("Нигде", "latin-1"),
        ("ნიგდე", "latin-1"),
        ("𠀀", "latin-1"),
    ],
)
def test_a_text_that_was_read_in_a_wrong_encoding_is_read_in_its_own(
    name: str, encoding: str
) -> None:
    """As it is too, since nobody knows that it was."""
    misread = f"{name.encode().decode(encoding)} é"

    assert [*readings(misread)][1:] == [f"{name} é"]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("ÐÐ¸Ð³Ð´Ðµ", True),
        ("Ð¸Ð³Ð´ÐµÑ", True),
        ("Зу\ufffdанна", True),
        ("Нигде".encode().decode("latin-1"), False),
        ("Zuzánna Élodie «née»", False),
    ],
)
def test_a_text_may_have_lost_signs(text: str, lost: bool) -> None:  # noqa: FBT001  # one of two answers
    """Where a program left out what it could not print."""
    assert has_lost_signs(text) is lost


def test_signs_that_nobody_sees_are_left_out() -> None:
    """They would take a word apart."""
    assert [*readings("Zuz\u200banna\x01In\u00advented")] == ["Zuzanna Invented"]


@pytest.mark.parametrize(
    "text",
    [
        "Z-u-z-a-n-n-a",
        "Z u z a n n a",
        "Z·u·z·a·n·n·a",
        "Z‐u‐z‐a‐n‐n‐a",
        "Z\xa0u\xa0z\xa0a\xa0n\xa0n\xa0a",
        "Zu_za_nn_a",
        '"Z", "u", "z", "a", "n", "n", "a"',
    ],
)
def test_a_word_that_separators_took_apart_is_joined(text: str) -> None:
    """Whatever stands between its letters."""
    assert [*joined(f"names: {text}")] == ["Zuzanna"]


def test_a_row_of_letters_without_an_end_is_joined_at_its_beginning() -> None:
    """As of a file whose lines have one letter each."""
    assert [*joined("x\n" * 10**5)] == ["x" * 100]


@pytest.mark.parametrize("text", ["Li Wu", "J. R. R. Sampleman", "a Zuzanna of the It"])
def test_few_short_words_are_no_word_that_was_taken_apart(text: str) -> None:
    """They are initials and names."""
    assert [*joined(text)] == []
