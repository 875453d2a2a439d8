"""The glossary is read from the page of the documentation."""

from __future__ import annotations

from pathlib import Path

from rednotice.insight.glossary import terms

PAGE = Path(__file__).parents[2] / "docs" / "glossary.md"


def test_every_entry_of_the_page_is_a_term() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()

    assert len(terms()) == sum(line.startswith(": ") for line in lines) > 80


def test_a_term_has_all_its_sentences() -> None:
    """An entry may have several lines, and several words before it."""
    term = next(term for term in terms() if term.name.startswith("Bureau"))

    assert term.name == "Bureau, national bureau, NCB"
    assert term.text == (
        "The National Central Bureau of a country. It links the police of its country to INTERPOL."
    )
