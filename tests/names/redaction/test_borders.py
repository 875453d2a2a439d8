"""Names beside words of other scripts."""

from __future__ import annotations

import pytest

import rednotice

NAMES = ["Zdenka Vymyslova"]


@pytest.mark.parametrize(
    "text",
    [
        *("律师Vymyslova已经离开", "Vymyslovaさんは東京にいる。", "記者Zdenka Vymyslova氏"),
        *("คุณVymyslovaถูกจับ", "고객Vymyslova씨는 서울에", "律师Вымыслова说"),
        *("<b>Vymyslova</b>律师", "他叫‘Vymyslova’吗", "그는 'Vymyslova'라고"),
    ],
)
def test_a_change_of_script_is_the_border_of_a_word(text: str) -> None:
    """The name goes, and nothing but the name."""
    found = rednotice.redact(text, NAMES)

    kept = text
    for name in ("Zdenka Vymyslova", "Vymyslova", "Вымыслова"):
        kept = kept.replace(name, "[redacted]")
    assert found.text == kept


def test_letters_that_look_alike_are_no_border() -> None:
    """Cyrillic letters within a Latin name are a disguise."""
    assert str(rednotice.redact("Vуmуslоvа left", NAMES)) == "[redacted] left"


def test_a_sign_for_a_blank_that_is_none_does_not_shift_the_rest() -> None:
    """Every border moves what follows it in the text that is searched."""
    text = "中a" * 50 + "Vymyslova中 Zdenka, 2031/44071"

    assert str(rednotice.redact(text, NAMES)).endswith("[redacted]中 [redacted], [redacted]")
