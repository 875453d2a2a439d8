"""
Letters: of which script they are, and which texts only stand for nothing.
"""

from __future__ import annotations

import unicodedata

# What people type where they know nothing, in the languages that INTERPOL's bureaus write most.
_PLACEHOLDERS = frozenset(
    {
        *("n/a", "n.a.", "n.n.", "n/k", "n.k.", "tbd", "tba", "xx", "xxx", "unknown", "not known"),
        *("not stated", "not given", "no data", "anonymous", "unbekannt", "inconnu", "inconnue"),
        *("desconocido", "desconocida", "sin datos", "неизвестно", "не известно", "нет данных"),
        *("غير معروف", "не установлено", "bilinmiyor", "desconhecido", "不详", "未知"),
        # What programs write, and conversions leave behind.
        *("null", "none", "nil", "undefined"),
    }
)
_A_NAME = "Nil"  # in Catalan and Turkish; nobody's program writes it so
_LONGEST = max(map(len, _PLACEHOLDERS)) + 2  # with a space on either side
# A word in the Unicode names of all letters of a script, for scripts that bureaus and papers use.
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


def is_placeholder(text: str) -> bool:
    """
    Whether *text* says only that something is not known: a dash, ``N/A``, "unknown", ``null``.
    """
    if len(text) > _LONGEST:
        return False
    # A number of a document need not have letters, and no placeholder is made of digits.
    bare = text.strip()
    if bare.casefold() in _PLACEHOLDERS:
        return bare != _A_NAME
    return not (bare[:1].isalnum() or any(map(str.isalnum, bare)))


def holds_letters_of(script: str, text: str) -> bool | None:
    """
    Whether *text* has a letter of *script* (ISO 15924); None if its letters or the script tell
    nothing.
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
