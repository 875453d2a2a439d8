"""Names that are escaped, encoded, or drawn in other letters."""

from __future__ import annotations

import base64
import quopri

import pytest

import rednotice

NAMES = ["Мария Несбытова", "Kwabena Nonsuchi"]
CYRILLIC = "Несбытова"


def cleared(text: str) -> str:
    return str(rednotice.redact(text, NAMES))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
@pytest.mark.parametrize("form", ["%{:02X}", "={:02X}", "\\x{:02x}", "\\{:03o}"])
def test_a_name_is_found_in_escaped_bytes(form: str, encoding: str) -> None:
    """By each of the ways to write them, also those of a Cyrillic Windows."""
    said = "".join(map(form.format, CYRILLIC.encode(encoding)))

    assert cleared(f"q: {said} & x") == "q: [redacted] & x"


def test_bytes_that_are_no_text_stay() -> None:
    """They are no word in any encoding."""
    text = r"%FF%C0%80 \xff\xfe \377\300"
    assert cleared(text) == text


def test_a_name_is_found_in_the_escapes_of_old_javascript() -> None:
    """A percent sign, u, and four digits."""
    said = "".join(f"%u{ord(sign):04X}" for sign in CYRILLIC)

    assert cleared(f"q={said}&x") == "q=[redacted]&x"


@pytest.mark.parametrize("encoding", ["utf-8", "koi8-r"])
def test_a_name_is_found_in_the_subject_of_an_e_mail(encoding: str) -> None:
    """In both ways in which it may be encoded."""
    data = CYRILLIC.encode(encoding)
    b, q = base64.b64encode(data).decode(), quopri.encodestring(data, header=True).decode()

    assert cleared(f"S: =?{encoding}?B?{b}?= x") == "S: [redacted] x"
    assert "[redacted]" in cleared(f"S: =?{encoding}?Q?{q}?= x")


def test_a_broken_subject_stays() -> None:
    """It says nothing."""
    text = "S: =?utf-8?B?a?= =?no-such?Q?x?= x"
    assert cleared(text) == text


@pytest.mark.parametrize("word", ["Несбытова", "МАРИЯ", "Марии"])
def test_cyrillic_letters_that_were_read_as_others_are_a_name(word: str) -> None:
    """Each is one letter with a mark then."""
    garbled = word.encode("cp1251").decode("latin-1")

    assert cleared(f"From {garbled} now") == "From [redacted] now"


@pytest.mark.parametrize("end", ["=\n", "=\r\n", "-\n> ", "‐\n"])
def test_a_name_is_found_over_the_end_of_a_line(end: str) -> None:
    """However the mail, or the page, breaks it."""
    assert cleared(f"see Nonsu{end}chi left") == "see [redacted] left"


@pytest.mark.parametrize("name", ["ᴋᴡᴀʙᴇɴᴀ", "🅽🅾🅽🆂🆄🅲🅷🅸", "🅝🅞🅝🅢🅤🅒🅗🅘", "\u202eihcusnoN\u202c"])
def test_a_name_is_found_in_letters_that_are_drawn_otherwise(name: str) -> None:
    """Small capitals, white on black, or from the end."""
    assert cleared(f"see {name} left") == "see [redacted] left"


@pytest.mark.parametrize("name", ["\u202eihcusnoN\u202c", "\u202eNonsuchi\u202c"])
def test_a_sign_for_the_direction_hides_a_name_in_neither_direction(name: str) -> None:
    """What it turns round is read both ways."""
    assert "suchi" not in cleared(f"see {name} left")
    assert "ihcus" not in cleared(f"see {name} left")


def test_a_korean_name_does_not_begin_in_the_word_before() -> None:
    """A blank parts it from that."""
    assert str(rednotice.redact("변호사가 상률에게", ["가상률"])) == "변호사가 [redacted]"
