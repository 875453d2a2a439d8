"""
Letters in their usual form, and in one alphabet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from rednotice.names.redaction.alphabets import BEYOND_ASCII
from rednotice.names.redaction.steps import Changes

_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[Α-ΩА-ЯІЈЅԌԚԜ])\w+")
_SIDE_BY_SIDE = re.compile("[A-Za-z][Α-ΩА-ЯІЈЅԌԚԜ]|[Α-ΩА-ЯІЈЅԌԚԜ][A-Za-z]")
_LIKE_CAPITALS = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХІЈЅԌԚԜ", "ABEZHIKMNOPTYXABEKMHOPCTYXIJSGQW"
)
# Capitals as small as small letters, and white ones on black ground.
_DRAWN = re.compile("[\u0250-\u02af\u1d00-\u1d2f\ua730\ua731\ua7ae\ua7af\U0001f150-\U0001f189]")
_NAME = re.compile("(?:SMALL CAPITAL|(?:SQUARED|CIRCLED) LATIN CAPITAL LETTER) ([A-Z])$")
TURNING = "\u202e"
"""The sign after which letters are shown from right to left."""
_REVERSED = re.compile(f"{TURNING}([^\u202a-\u202e\n]*)\u202c?")
_HANGUL = range(0x1100, 0x1200)


def drawn(text: str) -> Changes:
    """
    Letters that are drawn in another way, which no usual form is known of: ᴋᴡᴀ, 🅽🅾.
    """
    for found in _DRAWN.finditer(text):
        letter = _letter_of(found[0])
        if letter:
            yield found.start(), [(1, letter)]


@cache
def _letter_of(sign: str) -> str:
    found = _NAME.search(unicodedata.name(sign, ""))
    if not found:
        return ""
    return found[1] if sign > "\uffff" else found[1].lower()


def reversed_text(text: str) -> Changes:
    """
    What a sign for the direction shows from its end.
    """
    for found in _REVERSED.finditer(text) if TURNING in text else ():
        yield found.start(), [(len(found[0]), found[1][::-1])]


def composed(text: str) -> Changes:
    """
    Signs in another form than the usual: wide, in circles, as ligatures, letters beside their
    marks.
    """
    if "İ" not in text and unicodedata.is_normalized("NFKC", text):
        return
    for found in BEYOND_ASCII.finditer(text):
        usual = "İ" not in found[0] and unicodedata.is_normalized("NFKC", found[0])
        if usual and not unicodedata.combining(found[0][0]):
            continue
        start = found.start()
        if start and unicodedata.combining(found[0][0]):
            start -= 1  # the letter that has the mark is ASCII
        pieces = [(len(one), _usual(one)) for one in _clusters(text[start : found.end()])]
        if any(before != len(after) for before, after in pieces) or (
            "".join(after for _, after in pieces) != text[start : found.end()]
        ):
            yield start, pieces


def unmixed(text: str) -> Changes:
    """
    Capitals of another alphabet in Latin words, which their small letters would not look like.
    """
    for found in _MIXED.finditer(text) if _SIDE_BY_SIDE.search(text) else ():
        plain = found[0].translate(_LIKE_CAPITALS)
        if plain != found[0]:
            yield found.start(), [(1, sign) for sign in plain]


def _usual(cluster: str) -> str:
    usual = unicodedata.normalize("NFKC", cluster)
    # Its small letter is two signs, and the others of a text would move.
    return usual.replace("İ", "I")


def _clusters(run: str) -> Iterator[str]:
    start = 0
    for place, sign in enumerate(run):
        joins = unicodedata.combining(sign) or ord(sign) in _HANGUL
        if place > start and not joins:
            yield run[start:place]
            start = place
    yield run[start:]
