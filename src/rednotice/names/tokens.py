"""
Tell whether an id, or the name of a file or folder, contains a part of a person's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import PurePath
from typing import NamedTuple

from rednotice.names.transliteration import (
    APOSTROPHES,
    NAME,
    letters_that_may_become,
    plain,
    spellings,
)

_PAIR = 2  # letters of the shortest name; a single letter identifies nobody
_LONG = 4  # from this length on, a token is also searched for inside other words
_WORDS = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s\-‐-―]+")
# Small words within names, in lower case; the longer ones would be found in other words.
_PARTICLES = frozenset(
    {
        *("van", "von", "der", "den", "de", "het", "ter", "ten", "te", "zu", "zum", "zur"),
        *("vom", "am", "del", "della", "delle", "dello", "degli", "dei", "di", "da", "do"),
        *("dos", "das", "du", "des", "la", "le", "las", "los", "lo", "el", "al", "ul", "as"),
        *("ash", "et", "bin", "ibn", "bint", "binti", "ben", "bat", "abu", "bou", "ould", "uld"),
        *("mac", "mc", "ap", "af", "av", "och", "og", "y", "e", "i", "und", "and", "oglu"),
        *("kyzy", "kizi", "uulu", "qizi", "zade", "zoda", "pur", "abd"),
    }
)
# Of our formats, and of encrypted files.
SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".age"})
_APOSTROPHES = re.compile(f"[{re.escape(APOSTROPHES)}]")
_FILE = 2**12  # characters of a text from which on its words are sifted before they are spelt
_MANY, _SHORT = 1_000, 64  # words that are compared with all parts of a text of so many letters


def tokens(names: Iterable[str]) -> frozenset[str]:
    """
    The parts of *names* that can identify a person, in all their spellings.

    Two letters are a token (Li, Bo), unless they are lower case in a name with capitals (de, al). A
    single Chinese character is a token too.
    """
    found: frozenset[str] = frozenset()
    return found.union(*map(_parts, names))


def _parts(text: str, *, prose: bool = False) -> frozenset[str]:
    """
    The tokens of a name; in *prose*, two lower-case letters are an ordinary word and not a token.
    """
    return (_split if len(text) <= NAME else _split.__wrapped__)(text, prose=prose)


@lru_cache(maxsize=4096)
def _split(text: str, *, prose: bool) -> frozenset[str]:
    if text.isascii() and not _APOSTROPHES.search(text):
        return _split_ascii(text, prose=prose)
    found: set[str] = set()
    mixed = prose or text != text.lower()
    for piece in _BETWEEN.split(text):
        if mixed and is_particle(piece):
            continue
        least = _PAIR + 1 if mixed and piece.islower() else _PAIR
        for spelling in spellings(piece):
            words = _WORDS.findall(spelling)
            found.update(word for word in words if len(word) >= least or _is_dense(word))
            least = _PAIR + 1  # two letters that the second spelling leaves are no token
        if _APOSTROPHES.search(piece):  # O'Brien gives both obrien and brien
            ends = (word for end in _APOSTROPHES.split(piece) for word in spellings(end))
            found.update(word for word in ends if len(word) >= _LONG)
    return frozenset(found)


def _split_ascii(text: str, *, prose: bool) -> frozenset[str]:
    """
    As `_split`, for a text whose pieces can be spelt all at once.
    """
    found: set[str] = set()
    mixed = prose or text != text.lower()
    written, *spelt = (_BETWEEN.split(one) for one in (text, *spellings(text)))
    for further, pieces in enumerate(spelt):
        for piece, spelling in zip(written, pieces, strict=True):
            if mixed and is_particle(piece):
                continue
            # Two letters that the second spelling leaves are no token.
            least = _PAIR + 1 if further or (mixed and piece.islower()) else _PAIR
            found.update(word for word in _WORDS.findall(spelling) if len(word) >= least)
    return frozenset(found)


def is_particle(word: str) -> bool:
    """
    Whether *word*, as it is written, is a small word within names, such as van, de la, bin.
    """
    return word in _PARTICLES


def _is_dense(word: str) -> bool:
    """
    Whether *word* is in a script where one or two characters can be a name: Han, kana, Hangul.
    """
    first = word[0]
    return "\u2e80" <= first < "\ua4d0" or "\uac00" <= first < "\ud7b0" or first >= "\U00020000"


class _Tokens(NamedTuple):
    """
    Tokens by the way they are searched for: *within* other words, or as *whole* words.
    """

    within: tuple[str, ...]
    whole: frozenset[str]


@lru_cache(maxsize=8)
def _grouped(name_tokens: frozenset[str]) -> _Tokens:
    within = [part for part in name_tokens if len(part) >= (_PAIR if _is_dense(part) else _LONG)]
    return _Tokens(tuple(within), name_tokens.difference(within))


def shares_a_token(text: str, name_tokens: frozenset[str]) -> bool:
    """
    Whether *text*, an id or the name of a file or folder, contains one of *name_tokens*.

    A token of four letters or more, or of two Chinese characters, also counts inside another word
    (`casedeniz`). A shorter token must be a word, or form a word together with other tokens
    (`liwei`). A token of two letters must also stand between marks, with nothing but digits around
    it (`li-2`), since any two letters can occur in a random id (`c-9li4x`).
    """
    if not name_tokens:
        return False
    grouped = _grouped(name_tokens)
    return any(_contains(spelling, grouped) for spelling in spellings(text))


def parts_of_path(path: str, tells: Callable[[str], bool]) -> tuple[bool, ...]:
    """
    For each part of *path*, as `split_path` gives them, whether it *tells*. Empty if none does.
    """
    told = tuple(map(tells, split_path(path)))
    return told if any(told) else ()


@lru_cache(maxsize=64)  # many documents of one file have one path
def split_path(path: str) -> tuple[str, ...]:
    """
    The parts of *path*: its folders, and then the file without suffixes of a format, which tell
    nothing. Any other suffix may be a name.
    """
    whole = PurePath(path)
    file = PurePath(whole.name)
    while file.suffix.lower() in SUFFIXES:
        file = file.with_suffix("")
    return (*whole.parts[:-1], file.name)


def holds_a_token(prose: str, name_tokens: frozenset[str]) -> bool:
    """
    Whether one of *name_tokens* is a word of *prose*; two lower-case letters do not count.
    """
    found = {part for spelling in spellings(prose) for part in name_tokens if part in spelling}
    if not found:
        return False
    in_words = any(len(part) >= _PAIR and _is_dense(part) for part in found)
    return in_words or not found.isdisjoint(_parts(prose, prose=True))


def word_spellings(text: str) -> list[str]:
    """
    The spellings of *text*, and those with its apostrophes replaced by blanks. Their words include
    all `tokens` of *text*.
    """
    found = [*spellings(text)]
    if _APOSTROPHES.search(text):
        found += spellings(_APOSTROPHES.sub(" ", text))
    return found


def telling_words(text: str, shown: tuple[str, ...]) -> frozenset[str]:
    """
    The words of *text*, which may be as long as a file, in all their spellings, that occur in one
    of *shown*, by the rules of `shares_a_token`.
    """
    words = _spelt_words(text if len(text) < _FILE else _possible_words(text, shown))
    found: set[str] = set()
    for one in (spelling for each in shown for spelling in spellings(each)):
        near = {word for word in _within(words, one) if len(word) >= _PAIR or _is_dense(word)}
        if not near:
            continue  # as in most texts
        grouped = _grouped.__wrapped__(frozenset(near))
        found.update(grouped.within)
        if any(_is_made_of(word, one, grouped.whole) for word in _WORDS.findall(one)):
            found |= grouped.whole
    return frozenset(found)


def _spelt_words(text: str) -> set[str]:
    """
    The words of all `word_spellings` of *text*.
    """
    several = [*spellings(text)]
    if _APOSTROPHES.search(text):
        several += spellings(_apart(text))
    return {word for one in several for word in _WORDS.findall(one)}


def _possible_words(text: str, shown: tuple[str, ...]) -> str:
    """
    The words of *text* that have no letter which none of *shown* has, whatever their spelling. To
    leave out the others takes a fraction of the time that spelling them takes.
    """
    possible = _possible(shown)
    found = possible.findall(plain(text))
    if _APOSTROPHES.search(text):
        found += possible.findall(plain(_apart(text)))
    return " ".join(found)


def _apart(text: str) -> str:
    """
    The words of *text* that have apostrophes, with blanks in place of these.
    """
    return _APOSTROPHES.sub(" ", " ".join(one for one in text.split() if _APOSTROPHES.search(one)))


@lru_cache(maxsize=64)
def _possible(shown: tuple[str, ...]) -> re.Pattern[str]:
    """
    Finds words that may occur in one of *shown*.
    """
    several = [
        letters_that_may_become({*"".join(_WORDS.findall(" ".join(spellings(one))))})
        for one in shown
    ]
    classes = ["".join(map(re.escape, sorted(letters))) for letters in several if letters]
    if not classes:
        return re.compile("(?!)")
    further = "+" if all(map(str.isascii, classes)) else "*"  # a letter of ASCII alone is no name
    ways = "|".join(f"(?<=[{one}])[{one}]{further}" for one in classes)
    # What stands before the first letter is asked after it, since that is the faster order.
    return re.compile(rf"[{''.join(classes)}](?<![^\W\d_].)(?:{ways})(?![^\W\d_])", re.DOTALL)


def _within(words: set[str], plain: str) -> Iterable[str]:
    """
    Those of *words* that stand in *plain*.
    """
    if len(words) > _MANY and len(plain) <= _SHORT:
        return words & _parts_of(plain)
    return (word for word in words if word in plain)


@lru_cache(maxsize=64)
def _parts_of(plain: str) -> frozenset[str]:
    places = range(len(plain) + 1)
    return frozenset(plain[start:end] for end in places for start in range(end))


def _contains(plain: str, grouped: _Tokens) -> bool:
    if any(part in plain for part in grouped.within):
        return True
    # Most texts contain none, so their words need not be split.
    return any(part in plain for part in grouped.whole) and any(
        _is_made_of(word, plain, grouped.whole) for word in _WORDS.findall(plain)
    )


def _is_made_of(word: str, plain: str, whole: frozenset[str]) -> bool:
    """
    Whether *word*, in the text *plain*, is one of *whole*, or consists of several of them in a row.
    """
    # Two adjacent characters, since family name and forename may be separate fields; a single
    # character occurs in many words.
    if not word.isascii() and any(a in whole and b in whole for a, b in pairwise(word)):
        return True
    ends = {0}
    for at in range(len(word)):
        if at in ends:
            ends.update(at + size for size in (1, 2, 3) if word[at : at + size] in whole)
    if len(word) not in ends:
        return False
    return len(word) != _PAIR or bool(re.search(rf"(?<![^\W_])\d*{word}\d*(?![^\W_])", plain))
