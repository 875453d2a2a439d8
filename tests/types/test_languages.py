"""The table of languages is that of the Unicode CLDR."""

from __future__ import annotations

import re

import pytest

from rednotice.types import languages

babel = pytest.importorskip("babel.core", reason="the docs lock brings Babel")


def test_every_code_with_two_letters_is_one_that_cldr_names() -> None:
    """A language that is missing here would be found in somebody's case as a mistake."""
    named = babel.Locale("en").languages
    two = {code for code in named if re.fullmatch("[a-z]{2}", code)}

    assert [code for code in sorted(two) if not languages.is_language(code)] == []
    assert not languages.is_language("xx")


def test_no_language_that_cldr_names_by_three_letters_is_refused() -> None:
    """Kurdish Sorani, Cantonese and many others have no code with two letters."""
    named = babel.Locale("en").languages
    three = {code for code in named if re.fullmatch("[a-z]{3}", code)}

    assert [code for code in sorted(three) if not languages.is_language(code)] == []


@pytest.mark.parametrize(("other", "meant"), [("ger", "de"), ("chi", "zh"), ("fas", "fa")])
def test_the_code_of_libraries_leads_to_that_of_the_web(other: str, meant: str) -> None:
    """INTERPOL's service writes the codes of ISO 639-2/B."""
    assert languages.language_meant(other) == meant
