"""
Detect the script that letters belong to.
"""

from __future__ import annotations

import unicodedata

# For each script that bureaus and newspapers use, a word in the Unicode names of all its letters.
_LETTERS = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Beng": "BENGALI",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hang": "HANGUL",
    "Hani": "CJK",
    "Hans": "CJK",
    "Hant": "CJK",
    "Hebr": "HEBREW",
    "Khmr": "KHMER",
    "Latn": "LATIN",
    "Mong": "MONGOLIAN",
    "Mymr": "MYANMAR",
    "Thai": "THAI",
    "Tibt": "TIBETAN",
}


def holds_letters_of(script: str, text: str) -> bool | None:
    """
    Whether *text* has a letter of *script* (ISO 15924); None if *text* has no letters or *script*
    is not known here.
    """
    word = _LETTERS.get(script)
    if word is None:
        return None
    found = None
    for letter in filter(str.isalpha, text):
        if word in unicodedata.name(letter, ""):
            return True
        found = False
    return found


def scripts_of(text: str) -> tuple[str, ...]:
    """
    The scripts (ISO 15924) of the letters of *text*, in the order in which they occur; letters of
    scripts that are not known here are left out.

    Chinese characters are ``Hani``, since a text does not tell whether they are simplified.
    """
    found: dict[str, None] = {}
    for letter in filter(str.isalpha, text):
        name = unicodedata.name(letter, "")
        script = next((script for script, word in _LETTERS.items() if word in name), None)
        if script:
            found[script] = None
    return tuple(found)
