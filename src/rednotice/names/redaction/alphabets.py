"""
Words as they are compared: by script, in small letters, without marks that some leave out.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from rednotice.names.disguises import TO_CYRILLIC, TO_LATIN
from rednotice.names.romanisation import letters_of, normal
from rednotice.names.transliteration import spellings

# Where the blocks of Unicode begin whose letters are of another script than those before.
_BLOCKS = (
    *((0x0, "Latn"), (0x370, "Grek"), (0x400, "Cyrl"), (0x530, "Armn"), (0x590, "Hebr")),
    *((0x600, "Arab"), (0x700, "Syrc"), (0x750, "Arab"), (0x780, "Thaa"), (0x7C0, "")),
    *((0x8A0, "Arab"), (0x900, "Deva"), (0x980, "Beng"), (0xA00, "Guru"), (0xA80, "")),
    *((0xB80, "Taml"), (0xC00, "Telu"), (0xC80, ""), (0xD80, "Sinh"), (0xE00, "Thai")),
    *((0xE80, "Laoo"), (0xF00, "Tibt"), (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Hang")),
    *((0x1200, "Ethi"), (0x13A0, ""), (0x1780, "Khmr"), (0x1800, "Mong"), (0x18B0, "")),
    *((0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1CC0, "Latn"), (0x1F00, "Grek"), (0x2000, "Latn")),
    *((0x2C80, "Grek"), (0x2D00, "Geor"), (0x2D30, ""), (0x2DE0, "Cyrl"), (0x2E00, "Hani")),
    *((0x3040, "Kana"), (0x3100, "Hani"), (0xA000, ""), (0xA640, "Cyrl"), (0xA6A0, "")),
    *((0xA720, "Latn"), (0xA800, ""), (0xAC00, "Hang"), (0xD7B0, ""), (0xF900, "Hani")),
    *((0xFB00, "Latn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE20, ""), (0xFE70, "Arab")),
    *((0xFF00, "Latn"), (0x10000, ""), (0x20000, "Hani"), (0x40000, "")),
)
_BEGINNINGS = [first for first, _ in _BLOCKS]
UNSPACED = frozenset({"Hani", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts that do not put blanks between words."""
CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
"""Scripts with capitals, which tell a name from a word."""
# Joiners, direction marks, fillers, variation selectors, tags and the stroke that lengthens Arabic.
UNSEEN = re.compile(
    "[\u00ad\u034f\u0640\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]+"
)
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
UNSPACED_LETTERS = (
    "\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""The letters of these scripts, as they stand in a class of `re`."""
OTHER_LETTERS = (
    f"\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u0904-\u0de0{UNSPACED_LETTERS}\u10d0-\u10fa"
    "\u1200-\u135a\uac00-\ud7a3"
)
"""Letters of scripts that have none in common with Latin, Greek and Cyrillic, likewise."""
ALPHABETIC_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff"
"""Latin, Greek and Cyrillic letters, likewise."""
ARABIC_ARTICLE = "ال"
_ARABIC_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك"}
    | {"ة": "ه", "ھ": "ه", "ہ": "ه", "ە": "ه", "ؤ": "و", "ئ": "ي", "ۇ": "و", "ۆ": "و"}
    | {"ۈ": "و", "ۋ": "و"}
)
_OTHER = str.maketrans("ёς", "еσ")
_OTHER_LETTERS = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN_LETTERS = re.compile("[a-z\u00df-\u024f]")
# Digits and signs that stand for letters inside a word.
_LIKE_LETTERS = (str.maketrans("01345", "oieas"), str.maketrans("01345", "oleas"))
_LONG = 64  # letters of a word from which on its doubled letters are taken out first
_DIGIT = re.compile("[0-9]")


def script_of(sign: str) -> str:
    """
    The script (ISO 15924) of the letter *sign*; empty if it is none of those that we know.
    """
    if sign < "\u0370":
        return "Latn"
    return _BLOCKS[bisect_right(_BEGINNINGS, ord(sign)) - 1][1]


@lru_cache(maxsize=2**14)
def folded(word: str) -> str:
    """
    *word*, of one script, as it is compared: without marks, apostrophes and doubled letters.
    """
    plain = normal(word)
    if plain.isascii():
        return plain
    script = script_of(plain[0])
    if script == "Latn":
        return normal(spellings(plain)[0])
    if script in UNSPACED or script == "Hang":
        return plain
    bare = plain
    if script in {"Arab", "Hebr", "Grek", "Cyrl", "Syrc"}:
        keep = plain if script == "Cyrl" else unicodedata.normalize("NFD", plain)
        bare = "".join(sign for sign in keep if unicodedata.category(sign) != "Mn")
    return normal(bare.translate(_ARABIC_LETTERS).translate(_OTHER))


def readings(word: str) -> tuple[str, ...]:
    """
    What *word*, in small letters, may read as, each `folded`: with letters in place of those of
    another alphabet, or of digits, that look like them.
    """
    if word.isascii() and word.isalpha():
        return (word,) if len(word) <= _LONG else (normal(word),)
    if _DIGIT.search(word):
        letters = {word.translate(to) for to in _LIKE_LETTERS}
        return tuple({one for word in letters if word.isalpha() for one in readings(word)})
    found = {folded(word): None}
    if _OTHER_LETTERS.search(word):
        latin = word.translate(TO_LATIN)
        if _LATIN_LETTERS.search(word):
            found[folded(latin)] = None
            found[folded(word.translate(TO_CYRILLIC))] = None
        elif not _OTHER_LETTERS.search(latin):
            found[folded(latin)] = None
    elif script_of(word[0]) == "Latn":
        found[_with_two_letters(word)] = None
    return tuple(one for one in found if one)


def _with_two_letters(word: str) -> str:
    """
    *word* as those write it who have no marks and put two letters: Şükrü as Shuekrue.
    """
    said = []
    for sign in normal(word):
        ways = () if sign.isascii() else letters_of(sign).units
        said.append(next((way for way in ways[0] if len(way) > 1), ways[0][0]) if ways else sign)
    return normal("".join(said))
