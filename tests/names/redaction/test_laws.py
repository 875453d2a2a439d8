"""Laws of redaction, over invented texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import rednotice
from rednotice.names.redaction.reading import Reading

NAMES = ("Zdenka Vymyslova", "Гульноза Холматова", "王小虚", "غسان المختلق")
REDACTOR = rednotice.Redactor(NAMES)
SPELLINGS = (
    *("Zdenka", "VYMYSLOVA", "Vymyslova, Zdenka", "Kholmatova", "Холматовой", "Гульноза"),
    *("王小虚", "المختلق", "Z. Vymyslova", "&#86;ymyslova", "Vy\u200bmyslova", "Ｚｄｅｎｋａ"),
)
plain = st.text(st.sampled_from("abc ,.\n-'&%;é字жا👍\u200b"), max_size=30)
texts = st.lists(st.one_of(plain, st.sampled_from(SPELLINGS)), max_size=8).map(" ".join)


@given(texts)
def test_nothing_is_found_in_a_redacted_text(text: str) -> None:
    """Redacting a second time changes nothing."""
    once = str(REDACTOR.redact(text))

    assert str(REDACTOR.redact(once)) == once


@given(texts)
def test_what_stands_between_two_marks_stood_there(text: str) -> None:
    """No sign of the rest is changed, decoded or lost."""
    found = REDACTOR.redact(text)

    edges = [0, *(place for one in found.spans for place in (one.start, one.end)), len(text)]
    kept = [text[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2)]
    assert "[redacted]".join(kept) == found.text


@given(plain, st.sampled_from(SPELLINGS), plain)
def test_a_name_between_blanks_is_always_found(before: str, name: str, after: str) -> None:
    """Whatever stands before and after it."""
    found = REDACTOR.redact(f"{before} {name} {after}")

    start, end = len(before) + 1, len(before) + 1 + len(name)
    assert any(one.start <= start and end <= one.end for one in found.spans)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_every_place_of_a_reading_stood_somewhere(text: str) -> None:
    """In order, within the text."""
    reading = Reading(text)
    places = [reading.original(at, at + 1) for at in range(len(reading.text))]

    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert places == sorted(places)


@given(st.text(max_size=60))
def test_any_text_can_be_redacted(text: str) -> None:
    """Also one of signs that stand alone nowhere."""
    assert isinstance(str(REDACTOR.redact(text)), str)
