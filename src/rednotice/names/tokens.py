"""
Whether an id or the name of a file or folder gives a name away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import PurePath
from typing import NamedTuple

from rednotice.names.spelling import APOSTROPHES, NAME, spellings

_PAIR = 2  # letters of the shortest name; nobody is told by one
_LONG = 4  # letters from which on a part of a name is looked for within other words
_WORDS = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s\-‐-―]+")
_APOSTROPHES = re.compile(f"[{re.escape(APOSTROPHES)}]")


def tokens(names: Iterable[str]) -> frozenset[str]:
    """
    The parts of *names* that tell a person, in all their spellings.

    Two letters are a name (Li, Bo), but not small ones beside large ones (de, al). A single Chinese
    character is one too.
    """
    found: frozenset[str] = frozenset()
    return found.union(*map(_parts, names))


def _parts(text: str, *, prose: bool = False) -> frozenset[str]:
    """
    The parts of a name; or of *prose*, where two small letters are a word like any other.
    """
    return (_split if len(text) <= NAME else _split.__wrapped__)(text, prose=prose)


@lru_cache(maxsize=4096)
def _split(text: str, *, prose: bool) -> frozenset[str]:
    found: set[str] = set()
    mixed = prose or text != text.lower()
    for piece in _BETWEEN.split(text):
        least = _PAIR + 1 if mixed and piece.islower() else _PAIR
        for spelling in spellings(piece):
            words = _WORDS.findall(spelling)
            found.update(word for word in words if len(word) >= least or _is_dense(word))
            least = _PAIR + 1  # what is left of a longer name by its second spelling is none
        if _APOSTROPHES.search(piece):  # O'Brien is found as obrien and as brien
            ends = (word for end in _APOSTROPHES.split(piece) for word in spellings(end))
            found.update(word for word in ends if len(word) >= _LONG)
    return frozenset(found)


def _is_dense(word: str) -> bool:
    """
    Whether *word* is of a script in which one or two characters are a name: Han, kana, Hangul.
    """
    first = word[0]
    return "\u2e80" <= first < "\ua4d0" or "\uac00" <= first < "\ud7b0" or first >= "\U00020000"


class _Sought(NamedTuple):
    """
    Tokens by how they are looked for: within other words, or as words.
    """

    within: tuple[str, ...]
    whole: frozenset[str]


@lru_cache(maxsize=8)
def _sought(named: frozenset[str]) -> _Sought:
    within = [part for part in named if len(part) >= (_PAIR if _is_dense(part) else _LONG)]
    return _Sought(tuple(within), named.difference(within))


def shares_a_token(text: str, named: frozenset[str]) -> bool:
    """
    Whether *text*, an id or the name of a file or folder, contains one of the tokens *named*.

    A token of four letters may be run into others (`casedeniz`), and so may two Chinese characters.
    A shorter one must be a word, or make one up with others (`liwei`). Two letters must also stand
    alone between marks, but for digits before or behind (`li-2`): among letters and digits drawn by
    lot (`c-9li4x`) any two meet.
    """
    if not named:
        return False
    sought = _sought(named)
    return any(_tells(spelling, sought) for spelling in spellings(text))


def telling_parts(path: str, named: frozenset[str]) -> tuple[bool, ...]:
    """
    Which parts of *path* contain one of the tokens *named*: its folders, then the file without its
    suffix. It is empty where none does.
    """
    if not shares_a_token(path, named):
        return ()
    whole = PurePath(path)
    return tuple(shares_a_token(part, named) for part in (*whole.parts[:-1], whole.stem))


def holds_a_token(prose: str, named: frozenset[str]) -> bool:
    """
    Whether one of the tokens *named* is a word of *prose*; two small letters are none.
    """
    met = {part for spelling in spellings(prose) for part in named if part in spelling}
    if not met:
        return False
    in_words = any(len(part) >= _PAIR and _is_dense(part) for part in met)
    return in_words or not met.isdisjoint(_parts(prose, prose=True))


def word_spellings(text: str) -> list[str]:
    """
    The spellings of *text*, also with its apostrophes taken for blanks: among their words are all
    that `tokens` makes of it.
    """
    found = [*spellings(text)]
    if _APOSTROPHES.search(text):
        found += spellings(_APOSTROPHES.sub(" ", text))
    return found


def telling_words(words: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """
    Those of *words* that have a part in it if one of *texts* shares a token with them.
    """
    found: set[str] = set()
    wanted = [word for word in words if len(word) >= _PAIR or _is_dense(word)]
    for plain in (spelling for text in texts for spelling in spellings(text)):
        sought = _sought.__wrapped__(frozenset(word for word in wanted if word in plain))
        found.update(sought.within)
        if any(_is_told(word, plain, sought.whole) for word in _WORDS.findall(plain)):
            found |= sought.whole
    return frozenset(found)


def _tells(plain: str, sought: _Sought) -> bool:
    if any(part in plain for part in sought.within):
        return True
    # Most texts hold none, so that their words need no look.
    return any(part in plain for part in sought.whole) and any(
        _is_told(word, plain, sought.whole) for word in _WORDS.findall(plain)
    )


def _is_told(word: str, plain: str, whole: frozenset[str]) -> bool:
    """
    Whether the *word* of the text *plain* is one of *whole*, or a few of them in a row.
    """
    # Family name and forename in fields of their own; one character alone is in many words.
    if not word.isascii() and any(a in whole and b in whole for a, b in pairwise(word)):
        return True
    ends = {0}
    for at in range(len(word)):
        if at in ends:
            ends.update(at + size for size in (1, 2, 3) if word[at : at + size] in whole)
    if len(word) not in ends:
        return False
    return len(word) != _PAIR or bool(re.search(rf"(?<![^\W_])\d*{word}\d*(?![^\W_])", plain))
