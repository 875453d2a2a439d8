"""
What an id or the name of a file or folder may read as: decoded, without separators, in one script.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from rednotice.names.romanisation import is_dense, letters_of, normal
from rednotice.names.transliteration import NAME, spellings

_WORDS = re.compile(r"[^\W\d_]+")
_LEAST = 3  # letters of a word; shorter ones are compared only as they are
_JOINED = 5  # letters of words that are joined
_PIECE = 2  # letters of a piece of a word that separators took apart
_DEEPEST = 3  # encodings within encodings
# As JSON and Python write a sign, and as unzip does with a sign that it cannot write.
_ESCAPED = re.compile(r"(?:\\u|#U)([0-9A-Fa-f]{4})")
# In which UTF-8 is read by mistake: on the web and on Windows, in archives, in Cyrillic.
MISTAKEN_FOR = ("latin-1", "cp1252", "cp437", "cp850", "cp1251", "cp866")
_GARBLED = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf]?\?")
# Latin letters, and the Cyrillic and Greek ones that look like them.
_LOOK_ALIKES = {
    **dict(zip("авеіјкмнорстухѕԁԛԝһҝѵ", "abeijkmhopctyxsdqwhkv", strict=True)),
    **dict(zip("αβεικνορτυχγ", "abeikvoptuxy", strict=True)),
}
TO_LATIN = str.maketrans(_LOOK_ALIKES)
TO_CYRILLIC = str.maketrans({latin: own for own, latin in [*_LOOK_ALIKES.items()][:16]})
_LATIN = re.compile("[a-z]")
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_IN_A_WORD = re.compile(r"(?<=[^\W\d_])[01345](?=[^\W\d_])")
_LIKE_DIGITS = (str.maketrans("01345", "oieas"), str.maketrans("01345", "oleas"))


def runs_of(text: str) -> tuple[str, ...]:
    """
    The rows of letters in *text* that may tell a name, in lower case: its words of three letters or
    more, those that separators took apart, and all its letters in one row.

    Doubled letters are one letter, and of words in Latin and Cyrillic letters there are no marks.
    """
    return _runs_of(text) if len(text) <= NAME else _runs_of.__wrapped__(text)


def is_garbled(text: str) -> bool:
    """
    Whether *text* was UTF-8, was read in another encoding, and has lost signs that cannot be
    printed. What it was cannot be known.
    """
    return not text.isascii() and _GARBLED.search(text) is not None


@lru_cache(maxsize=4096)
def _runs_of(text: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for reading in _decoded(text):
        small = reading.casefold()
        for long in dict.fromkeys((small, small.replace("ee", "i").replace("oo", "u"))):
            for one in _as_words(normal(long)):
                found.update(dict.fromkeys(_rows(one)))
    for run in [*found]:
        plain = normal(spellings(run)[0])
        found[plain] = None
        if not plain.isascii():
            latin = normal("".join(unit[0] for unit in letters_of(run).units))
            found.update(dict.fromkeys([latin] if len(latin) >= _LEAST else []))
    return tuple(found)


def _decoded(text: str) -> Iterator[str]:
    """
    *text*, and what it was before it was encoded for an address or read in a wrong encoding.
    """
    for _ in range(_DEEPEST):
        yield text
        plain = unquote(text) if "%" in text else text
        plain = html.unescape(plain) if "&" in plain else plain
        plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), plain)
        if plain == text:
            break
        text = plain
    if not text.isascii():
        yield from _mistaken(text)


def _mistaken(text: str) -> Iterator[str]:
    for encoding in MISTAKEN_FOR:
        try:
            yield text.encode(encoding).decode()
        except UnicodeError:
            continue


def _as_words(text: str) -> Iterator[str]:
    """
    *text*, and with letters in place of others, or of digits, that look like them.
    """
    yield text
    if not text.isascii() and _OTHER.search(text):
        latin = text.translate(TO_LATIN)
        if _LATIN.search(text) or not _OTHER.search(latin):
            yield latin
            yield text.translate(TO_CYRILLIC)
    if _IN_A_WORD.search(text):
        for letters in _LIKE_DIGITS:
            yield _IN_A_WORD.sub(lambda found, to=letters: found[0].translate(to), text)  # type: ignore[misc]


def _rows(text: str) -> Iterator[str]:
    words = _WORDS.findall(text)
    apart: list[str] = []
    for word in [*words, ""]:
        if len(word) >= _LEAST or (word and not word.isascii() and is_dense(word)):
            yield word
        if word and len(word) <= _PIECE:
            apart.append(word)
            continue
        if len(apart) > 1 and len("".join(apart)) >= _LEAST:
            yield normal("".join(apart))
        apart = []
    joined = normal("".join(words))
    if len(words) > 1 and len(joined) >= _JOINED:
        yield joined
