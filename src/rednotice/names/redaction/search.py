"""
Where the names of persons stand in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from rednotice.names.redaction.alphabets import CASED, UNSPACED, UNSPACED_LETTERS, folded, script_of
from rednotice.names.redaction.blocks import blocks
from rednotice.names.redaction.graphs import Manner
from rednotice.names.redaction.lexicon import Lexicon
from rednotice.names.redaction.listed import Worth, is_common
from rednotice.names.redaction.occurrences import Candidate, candidates
from rednotice.names.redaction.surroundings import CAPITAL, PARTICLE, Surroundings
from rednotice.names.redaction.unspaced import Unspaced

_NEAR = 64  # signs that may stand between two words of a name
# What stands between two words of a name: a blank, a comma, an initial, a small word within names.
_GAP = re.compile(
    rf"[\s,.·_+/|&<‐-―-]{{0,3}}(?:(?:{PARTICLE}|{CAPITAL}\.?)[\s,.·_'’`‐-―-]{{0,2}}){{0,3}}"
)
_END = re.compile(r"[^\S\n]*\n[^\S\n]*\n|[!?;:]\s")
_MIDDLE = re.compile(rf"[ \u00a0-]{{1,2}}{CAPITAL}\w*[ \u00a0-]{{1,2}}")
_INITIALS = re.compile(rf"{CAPITAL}(?<![\w.].)\.[ \u00a0]?{CAPITAL}\.(?:[ \u00a0]?{CAPITAL}\.)?")
_NAME_AFTER = re.compile(rf"[ \u00a0]?{CAPITAL}\w")
_ABBREVIATIONS = frozenset(
    tuple(letters)
    for letters in (
        *("US", "UK", "UN", "EU", "DC", "AM", "PM", "PS", "NB", "BC", "AD", "TV", "ID", "PO", "QC"),
        *("VP", "JD", "MD", "BA", "MA", "BS", "MS", "RIP", "AI", "IT", "UAE", "USA"),
    )
)
_UNSPACED_LETTERS = re.compile(f"[{UNSPACED_LETTERS}\uac00-\ud7a3]")


class Doubt(StrEnum):
    """
    Why an editor must look at a place.
    """

    ALSO_A_WORD = "also_a_word"
    NEARLY_A_NAME = "nearly_a_name"
    INITIALS = "initials"
    NUMBER = "number"
    RECOGNISED = "recognised"


class Stretch(NamedTuple):
    """
    From where to where a name stands, or may stand, and what is in doubt.
    """

    start: int
    end: int
    doubt: Doubt | None = None


class Names:
    """
    A search for the names of *persons*. Words of *keep* are never taken for a name. *misspellings*
    says whether names with slips are found.
    """

    def __init__(
        self, persons: Iterable[Iterable[str]], keep: Iterable[str], *, misspellings: bool
    ) -> None:
        self._lexicon = Lexicon(persons, keep)
        self._misspellings = misspellings
        self._surroundings = Surroundings(self._lexicon)
        self._pairs = self._lexicon.listed.pairs_of_initials()
        tokens = [one for one in self._lexicon.tokens if one.script in UNSPACED]
        named = [*self._lexicon.listed.unspaced, *(one.text for one in tokens if len(one.text) > 1)]
        families = [one.text for one in tokens if one.script == "Hani" and len(one.text) == 1]
        self._unspaced = Unspaced(named, families) if named or families else None

    def find(self, text: str) -> Iterator[Stretch]:
        """
        Where names stand in *text*, and where an editor must look; some may overlap.
        """
        if not self._lexicon.tokens:
            return
        if self._unspaced and not text.isascii() and _UNSPACED_LETTERS.search(text):
            for found in self._unspaced.find(text):
                doubt = None if found.certain else Doubt.ALSO_A_WORD
                yield Stretch(found.start, found.end, doubt)
        for start, block in blocks(text):
            for one in self._in_block(block):
                yield Stretch(start + one.start, start + one.end, one.doubt)

    def _in_block(self, text: str) -> Iterator[Stretch]:
        yield from self._initials(text)
        several = candidates(text, self._lexicon, misspellings=self._misspellings)
        certain, linked = self._judged(text, several)
        yield from self._names(text, several, certain, linked)
        for one, sure in zip(several, certain, strict=True):
            if one.verdict is False and not sure:
                yield Stretch(one.start, one.end, _doubt(one))

    def _initials(self, text: str) -> Iterator[Stretch]:
        """
        The initials of a name that stand alone.
        """
        for found in _INITIALS.finditer(text):
            letters = tuple(folded(one).upper() for one in found[0].replace(".", " ").split())
            if letters in self._pairs and letters not in _ABBREVIATIONS:
                named = _NAME_AFTER.match(text, found.end())
                yield Stretch(*found.span(), Doubt.INITIALS if named else None)

    def _judged(self, text: str, several: list[Candidate]) -> tuple[list[bool], list[bool]]:
        """
        Which candidates are names, by themselves or by what stands beside them; and which of them
        belong to the one before.
        """
        certain = [one.verdict is True for one in several]
        linked = [False] * len(several)
        for place in range(1, len(several)):
            one, other = several[place - 1], several[place]
            between = text[one.end : other.start]
            if len(between) > _NEAR or not _is_gap(between):
                continue
            if _is_word_beside_a_name(text, one, other):
                continue
            if self._lexicon.shares_a_person(one.matches, other.matches):
                if certain[place - 1] or certain[place] or self._tell_together(text, one, other):
                    certain[place - 1] = certain[place] = linked[place] = True
            elif certain[place - 1] and certain[place]:
                linked[place] = not between.strip(" \u00a0-")
        for place in range(len(several) - 1, 0, -1):
            one, other = several[place - 1], several[place]
            if (
                certain[place]
                and not certain[place - 1]
                and not _is_word_beside_a_name(text, one, other)
                and _is_gap(text[one.end : other.start])
                and self._lexicon.shares_a_person(one.matches, other.matches)
            ):
                certain[place - 1] = linked[place] = True
        return certain, linked

    def _tell_together(self, text: str, one: Candidate, other: Candidate) -> bool:
        """
        Whether two words, neither of which is certain alone, name somebody together.
        """
        words = text[one.start : one.end], text[other.start : other.end]
        capital = any(word[:1].isupper() or script_of(word[0]) not in CASED for word in words)
        # In Cyrillic ordinary words of few consonants are many.
        weak = script_of(words[0][0]) != "Latn" and any(
            all(match.manner is Manner.MAY_BE for match in word.matches) for word in (one, other)
        )
        strong = any(
            self._lexicon.tokens[match.token].worth is not Worth.WEAK
            for match in (*one.matches, *other.matches)
        )
        ordinary = weak or all(is_common(folded(word)) for word in words)
        return strong and (capital or not ordinary)

    def _names(
        self, text: str, several: list[Candidate], certain: list[bool], linked: list[bool]
    ) -> Iterator[Stretch]:
        """
        The stretches of the candidates that are *certain*.
        """
        names = [
            (one, link) for one, sure, link in zip(several, certain, linked, strict=True) if sure
        ]
        whole: list[Candidate] = []
        for one, link in names:
            if whole and not link and not self._is_in_the_middle(text, whole[-1], one):
                yield Stretch(*self._surroundings.around(text, whole))
                whole = []
            whole.append(one)
        if whole:
            yield Stretch(*self._surroundings.around(text, whole))

    def _is_in_the_middle(self, text: str, one: Candidate, other: Candidate) -> bool:
        """
        Whether a word with a capital stands between two words of one person's name.
        """
        return _MIDDLE.fullmatch(
            text, one.end, other.start
        ) is not None and self._lexicon.shares_a_person(one.matches, other.matches)


def _is_word_beside_a_name(text: str, one: Candidate, other: Candidate) -> bool:
    """
    Whether one of the two is an ordinary word in small letters, and the other has a capital.
    """
    words = text[one.start : one.end], text[other.start : other.end]
    return words[0][0].islower() != words[1][0].islower() and any(
        word[0].islower() and is_common(folded(word)) for word in words
    )


def _is_gap(between: str) -> bool:
    return _GAP.fullmatch(between) is not None and not _END.search(between)


def _doubt(one: Candidate) -> Doubt:
    slips = all(match.manner is Manner.MISSPELT for match in one.matches)
    return Doubt.NEARLY_A_NAME if slips else Doubt.ALSO_A_WORD
