"""Paraphrases: what a text is unless its statement says otherwise."""

from __future__ import annotations

from rednotice.insight.quotations import quote_of
from rednotice.model import Statement


def test_a_statement_is_a_paraphrase_unless_it_says_otherwise() -> None:
    assert quote_of(Statement(stance="says", text="He said no.")) == "paraphrase"
    assert quote_of(Statement(stance="says", text="No.", quote="exact")) == "exact"
