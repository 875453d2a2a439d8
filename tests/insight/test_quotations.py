"""Quotations: how close a text is to what was said, and words that are found by their hash."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.insight.quotations import is_in, normalised, quotation, quote_of
from rednotice.model import Statement

SOURCE = "She paused.  “They said that\nhe'd better come home by the end of May,” she said."
WORDS = "They said that he'd better come home by the end of May"


def test_a_statement_is_a_paraphrase_unless_it_says_otherwise() -> None:
    assert quote_of(Statement(stance="says", text="He said no.")) == "paraphrase"
    assert quote_of(Statement(stance="says", text="No.", quote="exact")) == "exact"


def test_quoted_words_are_found_in_their_source() -> None:
    assert is_in(SOURCE, quotation(SOURCE, WORDS))


def test_an_altered_copy_does_not_have_the_quotation() -> None:
    altered = SOURCE.replace("better", "rather")

    assert not is_in(altered, quotation(SOURCE, WORDS))


def test_marks_and_line_breaks_are_no_alteration() -> None:
    """Another edition has other quotation marks and breaks its lines elsewhere."""
    edition = 'She paused. "They said that he’d better\ncome home by the end of May," she said.'

    assert is_in(edition, quotation(SOURCE, WORDS))


def test_an_extract_has_five_words_at_most() -> None:
    assert quotation(SOURCE, WORDS).extract == "They said that he'd better"


def test_words_that_the_source_does_not_have_are_refused_without_being_repeated() -> None:
    with pytest.raises(ValueError, match="copy them from it") as refused:
        quotation(SOURCE, "He said nothing")

    assert "nothing" not in str(refused.value)


@pytest.mark.parametrize("member", ["offset", "length"])
def test_a_quotation_that_cannot_be_looked_up_is_not_found(member: str) -> None:
    quoted = attrs.evolve(quotation(SOURCE, WORDS), **{member: None})

    assert not is_in(SOURCE, quoted)


@given(before=st.text(), words=st.text(min_size=1), after=st.text())
def test_whatever_stands_in_a_text_is_found_in_it(before: str, words: str, after: str) -> None:
    source = f"{before} | {words} | {after}"
    if normalised(words):
        assert is_in(source, quotation(source, words))


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)
