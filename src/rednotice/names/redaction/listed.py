"""
The words of the names that are looked for, with what each is worth alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from rednotice.codelists import codelist
from rednotice.names.redaction.alphabets import ARABIC_ARTICLE, UNSEEN, UNSPACED, folded, script_of
from rednotice.names.redaction.data import rows_of
from rednotice.names.redaction.particles import Particles, particles_of
from rednotice.names.romanisation import letters_of, normal
from rednotice.names.tokens import is_particle
from rednotice.names.transliteration import spellings

# Marks that stand on letters and belong to the word, but are no letters for `re`.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd"
    "\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b82\u0bbe-\u0bcd"
    "\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d57"
    "\u0d81-\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    "\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f8d-\u0fbc\u102b-\u103e\u1056-\u1059"
    "\u17b4-\u17d3\u18a9"
)
APOSTROPHES = "'`´‘’ʹʼʽ՚＇"
WORD = re.compile(
    rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*(?:[{APOSTROPHES}][^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*)*"
)
_DOTS = re.compile("[·•・‧∙⸱]")
_SHORT = 2  # letters of a word that is a name only with a capital
_INITIALS = (2, 3)  # words of a name that is told by its initials
_KOREAN = 3  # syllables of a Korean name that is found inside a word
_JOINED = 5  # letters of a word that stands behind an initial as one word with it
_MANY = 16  # words of one person, of whom more are not searched for as one word
_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "miss", "prof", "sir", "phd", "md", "llm", "jr", "sr", "esq", "ing"}
    | {"mag", "dipl", "mgr", "judr", "mudr", "herr", "frau", "pan", "pani", "sra", "mme", "mlle"}
)
# Names that are a servant of somebody are written as one word, or as two or three.
_SERVANTS = {"abd": "Latn", "abdul": "Latn", "abdel": "Latn", "abdal": "Latn", "عبد": "Arab"}
_ARTICLES = {"Latn": ("al", "ul", "el"), "Arab": ("",)}
_DENSE = frozenset({"Hani", "Hang"})
_COMPOUND = frozenset(
    {"欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "皇甫", "尉迟", "公孙"}
    | {"慕容", "令狐", "宇文", "长孙", "歐陽", "司馬", "諸葛", "東方", "獨孤", "南宮", "長孫"}
    | {"남궁", "황보", "제갈", "사공", "선우", "독고"}
)


class Worth(IntEnum):
    """
    What a word of a name is worth alone.
    """

    WHOLE = 0
    COMMON = 1  # it is also an ordinary word
    SHORT = 2  # it has two letters
    WEAK = 3  # a single letter, or a small word within names


class Token(NamedTuple):
    """
    A word of names: as it is listed, its script, what it is worth, the persons whom it names, and
    whether it is a short form that nobody listed.
    """

    text: str
    script: str
    worth: Worth
    persons: frozenset[int]
    short: bool = False


class Listed:
    """
    All words of the names of some *persons*, each of whom may have several names.
    """

    def __init__(self, persons: Iterable[Iterable[str]]) -> None:
        found: dict[tuple[str, bool], tuple[str, Worth, set[int]]] = {}
        self.unspaced: set[str] = set()
        """Names, and parts of names, in scripts without blanks."""
        self.initials: set[str] = set()
        """The first letters of names, in capitals."""
        self.long_initials: set[str] = set()
        """What more than one Latin letter may stand for those: Sh, Yu."""
        self._pairs: set[tuple[str, ...]] = set()
        self.particles: list[Particles] = []
        """By the number of a person, the small words of the names."""
        for person, names in enumerate(map(tuple, persons)):
            self.particles.append(particles_of(names))
            for name in names:
                self._pairs.update(_pairs_of(name))
                for text, worth, short in self._words(name):
                    key = (folded(text), short)
                    known = found.setdefault(key, (text, worth, set()))
                    known[2].add(person)
        self.tokens: list[Token] = [
            Token(text, script_of(key[0]), worth, frozenset(persons), short)
            for (key, short), (text, worth, persons) in found.items()
            if not (short and (key, False) in found)
        ]

    def _words(self, name: str) -> Iterator[tuple[str, Worth, bool]]:
        plain = unicodedata.normalize("NFKC", name)
        for way in dict.fromkeys((plain, UNSEEN.sub("", plain))):  # in Persian it joins two words
            yield from self._words_of(way)

    def _words_of(self, plain: str) -> Iterator[tuple[str, Worth, bool]]:
        words = [
            word
            for word in WORD.findall(_DOTS.sub(" ", plain))
            if folded(word) and word.casefold() not in _TITLES
        ]
        for compound in _compounds(words):
            yield compound, Worth.WHOLE, False
        for word in words:
            script = script_of(folded(word)[0])
            self._add_initials(word, script)
            if script in UNSPACED or (script == "Hang" and len(words) == 1):
                yield from self._dense(word, script)
                continue
            yield word, _worth(word, alone=len(words) == 1), False
            for short in short_forms(word):
                yield short, _worth(short, alone=True), True

    def _add_initials(self, word: str, script: str) -> None:
        self.initials.add(word.removeprefix(ARABIC_ARTICLE)[:1].upper())
        if script not in UNSPACED | _DENSE:
            ways = letters_of(word).units[0]
            self.long_initials.update(way.title() for way in ways if len(way) > 1)

    def _dense(self, word: str, script: str) -> Iterator[tuple[str, Worth, bool]]:
        """
        The parts of a name that is written as one word, the family name first.
        """
        if script not in _DENSE:
            self.unspaced.add(word)
            yield word, Worth.WHOLE, False
            return
        if script == "Hani" or len(word) >= _KOREAN:
            self.unspaced.add(word)
        if script == "Hang":
            yield word, _worth(word, alone=True), False
        family = word[:2] if word[:2] in _COMPOUND or len(word) > 3 else word[:1]  # noqa: PLR2004  # two and two
        for part in (family, word[len(family) :]):
            if part:
                yield part, Worth.WEAK if len(part) == 1 else Worth.WHOLE, False

    def follows(self) -> list[list[int]]:
        """
        By the number of a word, the words that may be written as one word with it.
        """
        of: dict[int, list[int]] = {}
        for number, token in enumerate(self.tokens):
            for person in token.persons:
                of.setdefault(person, []).append(number)
        return [
            sorted(
                {
                    other
                    for person in token.persons
                    if len(of[person]) <= _MANY
                    for other in of[person]
                    if other != number and not (token.short and self.tokens[other].short)
                }
            )
            for number, token in enumerate(self.tokens)
        ]

    def pairs_of_initials(self) -> set[tuple[str, ...]]:
        """
        The initials of each name of two or three words, in capitals, in both orders.
        """
        return self._pairs

    def after_initials(self, script: str) -> dict[str, list[int]]:
        """
        By an initial in *script*, the words that may be written as one word with it.
        """
        found: dict[str, set[int]] = {}
        follows = self.follows()
        for number, token in enumerate(self.tokens):
            for other in follows[number] if not token.short else ():
                long = self.tokens[other]
                if long.worth is Worth.WHOLE and len(folded(long.text)) >= _JOINED:
                    for sign in _first_letters(token.text, script):
                        found.setdefault(sign, set()).add(other)
        return {sign: sorted(several) for sign, several in found.items()}


def _compounds(words: list[str]) -> Iterator[str]:
    """
    Names that begin with the word for a servant, as one word: Abdalrahman, Abdulrahman.
    """
    for place, word in enumerate(words[:-1]):
        script = _SERVANTS.get(folded(word))
        if script is None:
            continue
        articles = _ARTICLES[script]
        rest = [one for one in words[place + 1 :] if one.casefold() not in articles]
        for article in articles if rest else ():
            yield (word[:3] if script == "Latn" else word) + article + rest[0]


def _first_letters(word: str, script: str) -> set[str]:
    plain = folded(word)
    if script_of(plain[0]) == script:
        return {plain[0]}
    if script == "Latn":
        return {way[0] for way in letters_of(word).units[0] if way}
    return set()


def _pairs_of(name: str) -> Iterator[tuple[str, ...]]:
    words = [word for word in WORD.findall(name) if not is_particle(word.casefold())]
    if len(words) not in _INITIALS or script_of(folded(words[0])[:1] or " ") in UNSPACED | _DENSE:
        return
    for script in {"Latn", script_of(words[0][0])}:
        letters = [sorted(_first_letters(word, script))[:1] for word in words]
        if all(letters):
            row = tuple(one[0].upper() for one in letters)
            yield from {row, row[::-1], (row[0], row[-1]), (row[-1], row[0])}


def _worth(word: str, *, alone: bool) -> Worth:
    plain = folded(word)
    dense = script_of(plain[0]) in _DENSE
    if len(plain) == 1 or (not alone and is_particle(word.casefold())):
        return Worth.WEAK
    if is_common(plain):
        return Worth.COMMON if len(plain) > _SHORT or dense else Worth.SHORT
    return Worth.SHORT if len(plain) <= _SHORT and not dense else Worth.WHOLE


def is_common(plain: str) -> bool:
    """
    Whether *plain*, a `folded` word, is an ordinary word of a language, or the name of a country.
    """
    return plain in _common()


@cache
def _common() -> frozenset[str]:
    found = {folded(word) for _, words in rows_of("words.csv") for word in words.split()}
    countries = (word for code in codelist("countries") for word in WORD.findall(code.label))
    return frozenset(found.union(map(folded, countries)))


def short_forms(word: str) -> tuple[str, ...]:
    """
    The short forms by which people call somebody whose name is *word*.
    """
    table = _short_forms()
    found = [*table.get(folded(word), ()), *table.get(spellings(normal(word))[-1], ())]
    return tuple(dict.fromkeys(found))


@cache
def _short_forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, short, _ in rows_of("nicknames.csv"):
        for key in (folded(name), spellings(normal(name))[-1]):
            found[key] = (*found.get(key, ()), *short.split())
    return found
