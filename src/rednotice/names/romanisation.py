"""
How the letters of a word may be written in Latin letters, by the systems of states and of scholars.

The tables are ``romanisations.csv``, by letter, and ``pinyin.csv``, by the syllables of Chinese.
People mix systems, so the spellings of a letter in all systems count together, for every language
that uses the letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from rednotice.names.transliteration import APOSTROPHES, single

Unit = tuple[str, ...]
LONGEST = 40  # letters of a word; what follows is not compared
# Scripts that leave out vowels, or write them as a part of the consonant.
_VOWELLESS = frozenset(
    {"Arab", "Hebr", "Syrc", "Thaa", "Deva", "Beng", "Guru", "Taml", "Telu", "Sinh", "Thai"}
    | {"Laoo", "Tibt", "Mymr", "Khmr"}
)
# Scripts in which letters that are one sound in a language are written each by itself in others.
_LETTER_BY_LETTER = frozenset({"Cyrl", "Grek"})
_BEGINNING = 3  # letters of a word, at the least, by which a beginning is a name
_CHINESE = "Hani"
_NONE = "-"  # stands in the table for a letter that is left out
_UNSEEN = frozenset({"Mn", "Mc", "Me", "Cf"})
_LEFT_OUT = re.compile(
    f"[{re.escape(APOSTROPHES)}ـ\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_TWICE = re.compile(r"([^\W\d_\u2e80-\ua4cf\uac00-\ud7a3\U00020000-\U0003ffff])\1+")
_HAN, _HAN_END = "\u3400", "\ua000"
_HANGUL, _HANGUL_END = "\uac00", "\ud7a4"
# Hangul is composed of these by arithmetic (Unicode 3.12); Revised Romanisation of 2000, and
# McCune and Reischauer's without its marks.
_INITIALS = (
    *(("g", "k"), ("kk", "gg"), ("n",), ("d", "t"), ("tt", "dd"), ("r", "l"), ("m",), ("b", "p")),
    *(("pp", "bb"), ("s", "sh"), ("ss",), ("",), ("j", "ch"), ("jj", "tch"), ("ch",)),
    *(("k", "kh"), ("t", "th"), ("p", "ph"), ("h",)),
)
_VOWELS = (
    *(("a", "ah"), ("ae", "ai", "e"), ("ya",), ("yae",), ("eo", "o", "u", "ur", "uh")),
    *(("e",), ("yeo", "you", "yo", "yu"), ("ye",), ("o", "oh"), ("wa",), ("wae",)),
    *(("oe", "oi"), ("yo",), ("u", "oo", "woo"), ("wo", "weo"), ("we",), ("wi",)),
    *(("yu", "yoo"), ("eu", "u"), ("ui", "eui", "ee"), ("i", "ee", "y")),
)
_FINALS = (
    *(("",), ("k", "g"), ("k",), ("k",), ("n",), ("n",), ("n",), ("t", "d"), ("l", "r"), ("k",)),
    *(("m",), ("l",), ("l",), ("l",), ("p",), ("l",), ("m",), ("p", "b"), ("p",), ("t",), ("t",)),
    *(("ng",), ("t",), ("t",), ("k",), ("t",), ("p",), ("t", "h", "")),
)
_PER_INITIAL, _PER_VOWEL = 588, 28
# Wade and Giles's beginnings and ends of the syllables of pinyin, without their marks.
_WADE_GILES = (
    *(("zhi", "chih"), ("chi", "chih"), ("shi", "shih"), ("ri", "jih"), ("zi", "tzu")),
    *(("ci", "tzu"), ("si", "szu"), ("ju", "chu"), ("qu", "chu"), ("xu", "hsu")),
    *(("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("j", "ch"), ("q", "ch"), ("x", "hs")),
    *(("b", "p"), ("d", "t"), ("g", "k"), ("z", "ts"), ("c", "ts"), ("r", "j"), ("yi", "i")),
)
_WADE_GILES_ENDS = (
    *(("ong", "ung"), ("ian", "ien"), ("yan", "yen"), ("ye", "yeh"), ("ie", "ieh")),
    *(("ue", "ueh"), ("er", "erh"), ("uo", "o"), ("he", "ho"), ("ke", "ko"), ("te", "te")),
)


class Letters(NamedTuple):
    """
    A word as the ways in which each of its letters may be written in Latin letters.

    *vowelless* says that vowels may stand between any two letters. *first*, *further* and *last*
    hold the Latin letters of the first three units, of the others, and of those in the second half,
    without units that may be left out.
    """

    units: tuple[Unit, ...]
    vowelless: bool
    first: tuple[frozenset[str], ...]
    further: tuple[frozenset[str], ...]
    last: tuple[frozenset[str], ...]

    def may_begin_in(self, letters: frozenset[str]) -> bool:
        """Whether the beginning of the word may be written with *letters*."""
        return not any(map(letters.isdisjoint, self.first))

    def may_go_on_in(self, letters: frozenset[str]) -> bool:
        """Whether what follows may be."""
        return not any(map(letters.isdisjoint, self.further))

    def may_end_in(self, letters: frozenset[str]) -> bool:
        """Whether the end of the word may be."""
        return not any(map(letters.isdisjoint, self.last))


@lru_cache(maxsize=2**14)
def letters_of(word: str) -> Letters:
    """
    The *word* as the ways in which its letters may be written.
    """
    table, pieces = _table()
    rows: list[_Row] = []
    for piece in pieces.findall(normal(word)[:LONGEST]):
        row = table.get(piece)
        if row is None:
            rows += _rows_of(piece)
        else:
            rows.append(row)
    return _letters(rows)


def as_spelt(latin: str) -> Letters:
    """
    The Latin letters of *latin*, each of which may be written in no other way.
    """
    return _letters([_Row((letter,)) for letter in latin])


def _letters(rows: list[_Row]) -> Letters:
    count = len(rows)
    return Letters(
        tuple([row.latin for row in rows]),
        any(row.vowelless for row in rows),
        tuple([row.letters for row in rows[:_BEGINNING] if row.letters]),
        tuple([row.letters for row in rows[_BEGINNING:] if row.letters]),
        tuple([row.letters for row in rows[count // 2 + 1 :] if row.letters]),
    )


@cache
def letters_by_latin(script: str) -> dict[str, tuple[str, ...]]:
    """
    The letters of *script* (ISO 15924) by what they may be in Latin letters; under the empty text
    those that may be left out.
    """
    found: dict[str, dict[str, None]] = {}
    for one, _, letter, latin, _ in _rows("romanisations.csv"):
        if one == script:
            for way in latin.split():
                plain = "" if way == _NONE else _TWICE.sub(r"\1", way)
                found.setdefault(plain, {})[letter] = None
    return {latin: tuple(letters) for latin, letters in found.items()}


def leaves_out_vowels(script: str) -> bool:
    """
    Whether *script* (ISO 15924) leaves out vowels, or writes them as a part of the consonant.
    """
    return script in _VOWELLESS


def normal(text: str) -> str:
    """
    *text* in lower case and in composed form, without signs that nobody sees and apostrophes, and
    with each row of a letter as one letter, unless it is Chinese or Korean.
    """
    small = text.casefold()
    if not small.isascii():
        small = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", small).casefold())
    seen = single(_LEFT_OUT.sub("", small))
    return seen if seen.isascii() else _TWICE.sub(r"\1", seen)


def is_han(text: str) -> bool:
    """
    Whether the first sign of *text* is Chinese.
    """
    return _HAN <= text[:1] < _HAN_END


def is_dense(text: str) -> bool:
    """
    Whether the first sign of *text* is Han, kana or Hangul, of which one or two can be a name.
    """
    first = text[:1]
    return "\u2e80" <= first < "\ua4d0" or _HANGUL <= first < _HANGUL_END or first >= "\U00020000"


@cache
def all_ways() -> tuple[tuple[str, tuple[Unit, ...]], ...]:
    """
    The signs of all tables, with the ways to write them: letters, Chinese characters of one
    syllable together, and Korean ones that end alike. What a Korean one begins with is left out.
    """
    table, _ = _table()
    found = [(letter, (row.latin,)) for letter, row in table.items()]
    by_syllable: dict[str, list[str]] = {}
    for sign, syllable in _pinyin().items():
        if sign not in table:
            by_syllable.setdefault(syllable, []).append(sign)
    for syllable, signs in by_syllable.items():
        found.append(("".join(signs), (_with_wade_giles((syllable,)),)))
    korean = [*map(chr, range(ord(_HANGUL), ord(_HANGUL_END)))]
    ends = product(_VOWELS, _FINALS)
    return (*found, *(("".join(korean[at::_PER_INITIAL]), end) for at, end in enumerate(ends)))


@lru_cache(maxsize=2**15)
def _rows_of(sign: str) -> tuple[_Row, ...]:
    """
    The rows of one *sign* that is not in the table as it is.
    """
    if _HAN <= sign < _HAN_END:
        syllable = _pinyin().get(sign)
        return (_Row(_with_wade_giles((syllable,)) if syllable else (sign,)),)
    if _HANGUL <= sign < _HANGUL_END:
        number = ord(sign) - ord(_HANGUL)
        return (
            _Row(_INITIALS[number // _PER_INITIAL]),
            _Row(_VOWELS[number % _PER_INITIAL // _PER_VOWEL]),
            _Row(_FINALS[number % _PER_VOWEL]),
        )
    table, _ = _table()
    return tuple(
        table.get(part) or _Row((part,))
        for part in unicodedata.normalize("NFKD", sign)
        if unicodedata.category(part) not in _UNSEEN
    )


def _with_wade_giles(syllables: Unit) -> Unit:
    found = dict.fromkeys(syllables)
    for syllable in syllables:
        begun = next(
            (new + syllable[len(old) :] for old, new in _WADE_GILES if syllable.startswith(old)),
            syllable,
        )
        for one in (syllable, begun):
            found[one] = None
            for old, new in _WADE_GILES_ENDS:
                if one.endswith(old):
                    found[one[: -len(old)] + new] = None
    return tuple(found)


class _Row:
    """
    The ways to write one letter, and the Latin letters in them, unless it may be left out.
    """

    __slots__ = ("latin", "letters", "vowelless")

    def __init__(self, latin: Unit, *, vowelless: bool = False) -> None:
        self.latin = latin
        self.letters = frozenset() if "" in latin else frozenset("".join(latin))
        self.vowelless = vowelless


@cache
def _table() -> tuple[dict[str, _Row], re.Pattern[str]]:
    """
    The rows by letter, and a pattern that splits a word into letters.
    """
    found: dict[str, dict[str, None]] = {}
    scripts: dict[str, str] = {}
    for script, _, letter, latin, _ in _rows("romanisations.csv"):
        scripts[letter] = script
        found.setdefault(letter, {}).update(dict.fromkeys(latin.split()))
    table: dict[str, _Row] = {}
    for letter, spelt in found.items():
        ways = tuple("" if one == _NONE else _TWICE.sub(r"\1", one) for one in spelt)
        if scripts[letter] == _CHINESE:
            ways = _with_wade_giles(ways)
        table[letter] = _Row(ways, vowelless=scripts[letter] in _VOWELLESS)
    for letters, row in table.items():
        if (
            scripts[letters] in _LETTER_BY_LETTER
            and len(letters) > 1
            and table.keys() >= {*letters}
        ):
            apart = map("".join, product(*(table[letter].latin for letter in letters)))
            table[letters] = _Row(tuple(dict.fromkeys((*row.latin, *apart))))
    several = sorted((letter for letter in table if len(letter) > 1), key=len, reverse=True)
    return table, re.compile("|".join([*map(re.escape, several), "."]), re.DOTALL)


@cache
def _pinyin() -> dict[str, str]:
    return {sign: syllable for syllable, characters in _rows("pinyin.csv") for sign in characters}


def _rows(name: str) -> list[list[str]]:
    import csv  # imported here because most names need no table
    from importlib.resources import files

    lines = files("rednotice.names").joinpath(name).read_text("utf-8").splitlines()
    return [*csv.reader(lines)][1:]
