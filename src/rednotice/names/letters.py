"""
Detect the script of letters, and texts that are only placeholders.
"""

from __future__ import annotations

import unicodedata

# Placeholders that people type, in the languages that INTERPOL's bureaus use most.
_PLACEHOLDERS = frozenset(
    {
        *("n/a", "n.a.", "n.n.", "n/k", "n.k.", "tbd", "tba", "xx", "xxx", "unknown", "not known"),
        *("not stated", "not given", "no data", "anonymous", "unbekannt", "inconnu", "inconnue"),
        *("desconocido", "desconocida", "sin datos", "неизвестно", "не известно", "нет данных"),
        *("غير معروف", "не установлено", "bilinmiyor", "desconhecido", "不详", "未知"),
        # Placeholders that programs write.
        *("null", "none", "nil", "undefined"),
    }
)
_A_NAME = "Nil"  # a forename in Catalan and Turkish; programs do not capitalise it
_LONGEST = max(map(len, _PLACEHOLDERS)) + 2  # with a space on each side
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


def is_placeholder(text: str) -> bool:
    """
    Whether *text* only says that something is not known: a dash, ``N/A``, "unknown", ``null``.
    """
    if len(text) > _LONGEST:
        return False
    # The number of a document need not have letters, but no placeholder consists of digits.
    bare = text.strip()
    if bare.casefold() in _PLACEHOLDERS:
        return bare != _A_NAME
    return not (bare[:1].isalnum() or any(map(str.isalnum, bare)))


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
