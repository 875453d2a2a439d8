"""Names in texts with HTML tags."""

from __future__ import annotations

import pytest

import rednotice

NAMES = ["Zdenka Vymyslova"]


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="https://x.example/zdenka-vymyslova">',
        '<a href="https://x.example/%56ymyslova">',
        '<a class="x" title="by Zdenka Vymyslova">',
        "<b id=vymyslova>",
        '<span data-who="Vymyslova">',
        "<mark title='Zdenka'>",
        "<mark title='律师Vymyslova'>",
    ],
)
def test_a_name_in_a_tag_is_taken_out(tag: str) -> None:
    """Readers do not see it, but it leaves with the text."""
    text = str(rednotice.redact(f"See {tag}the page</a>.", NAMES))

    assert "[redacted]" in text
    assert "ymyslova" not in text.lower()
    assert "zdenka" not in text.lower()
    assert text.endswith(">the page</a>.")


@pytest.mark.parametrize("address", ["mailto:a.b@x.example", "tel:+12025550143"])
def test_an_address_in_a_tag_is_taken_out(address: str) -> None:
    """It tells a person, whatever the link is called."""
    found = rednotice.redact(f'<a href="{address}">write</a>', NAMES)

    assert "a.b" not in found.text
    assert "555" not in found.text


def test_a_name_is_found_over_tags_that_have_something_in_them() -> None:
    """The tag goes with the name that it divides."""
    found = rednotice.redact('The <a href="/vymyslova">Vymys</a>lova case', NAMES)

    assert found.text == 'The <a href="/[redacted]">[redacted] case'


def test_a_tag_without_a_name_stays() -> None:
    """To the sign."""
    text = 'The <a href="https://x.example/2">page</a>, <b>two</b>'

    assert str(rednotice.redact(text, NAMES)) == text


def test_a_line_break_within_a_name_hides_nothing() -> None:
    """It is like the end of a line."""
    assert str(rednotice.redact("Vymys<br/>lova left", NAMES)) == "[redacted] left"
