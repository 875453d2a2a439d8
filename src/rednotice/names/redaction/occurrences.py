"""
The places of a text where words stand that may be names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rednotice.names.redaction.alphabets import ARABIC_ARTICLE, folded, script_of
from rednotice.names.redaction.automata import Match
from rednotice.names.redaction.graphs import Manner
from rednotice.names.redaction.lexicon import Entry, Lexicon
from rednotice.names.redaction.listed import (
    APOSTROPHES,
    MARKS,
    WORD,
    Worth,
    is_common,
)
from rednotice.names.redaction.verdicts import Place, Verdict, verdict
from rednotice.names.redaction.vocabulary import Vocabulary, bare

_MANY = 60  # words from which on a text is gone over word by word
_RARE = 3  # letters of a word that does not stand in many others
_INSIDE_A_WORD = re.compile(rf"(?:[^\W\d_]|[^\W\d_][{APOSTROPHES}]|[{MARKS}])\Z")
_PIECES = 4  # pieces of a name that blanks, hyphens or the ends of lines took apart
_LEAST = 5  # letters of such a name
_APART_LEAST = 3  # letters of a name of which each letter stands apart
_NEAR = 64  # signs before a word that tell whether a sentence begins
_ENDS = frozenset('.!?:;…•*>"“”«»„¿¡|#([{-–—')
_CLOSED = frozenset(")]}'’")
_HANDLE_BEFORE, _HANDLE_AFTER = frozenset("@#/_.="), frozenset("_@0123456789")
_HYPHENS = frozenset("-‐¬\u00ad")
_HYPHEN = re.compile(r"[-‐¬](?=[^\W\d_]|[ \t]*\r?\n)")
_LAST_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+\Z")
_REACH = 24  # letters of a word before a hyphen
_BROKEN = re.compile(r"[^\S\n]*[-‐¬\u00ad]?[^\S\n]*\r?\n(?:[^\S\n]|>)*|[ \u00a0‐-―-]")
_AFTER_ARTICLE = re.compile(r"(?<![^\W_])[aeuаэу][^\W\d_]{1,2}[-‐]\Z", re.IGNORECASE)
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.\s?\Z")
_TELLING = 5  # signs before a word: an article, its hyphen, and what stands before it
_APART = re.compile(r"[\W_]([^\W\d_](?:(?:[ \t\u00a0.\-_*·•/|]{1,3}|\s)[^\W\d_](?![^\W\d_])){2,})")


class Candidate(NamedTuple):
    """
    Where a word stands that may be a name, which, and whether it is.
    """

    start: int
    end: int
    matches: tuple[Match, ...]
    verdict: Verdict


def candidates(text: str, lexicon: Lexicon, *, misspellings: bool) -> list[Candidate]:
    """
    The places of *text* where words stand that may be names, in their order.

    *misspellings* says whether names with slips are found.
    """
    return sorted(_Search(text, lexicon, misspellings=misspellings).found())


class _Search:
    """
    A search in one text.
    """

    def __init__(self, text: str, lexicon: Lexicon, *, misspellings: bool) -> None:
        self._text = text
        self._small = text.lower()
        self._lexicon = lexicon
        self._vocabulary = Vocabulary(self._small)
        words = self._vocabulary.words
        entries = dict(zip(words, map(lexicon.entry, words), strict=True))
        self._named = {word: entry for word, entry in entries.items() if entry.matches}
        begun = {word for word, entry in entries.items() if entry.begins and len(word) > 1}
        self._split = {word for word in begun if is_common(folded(word))}
        self._begun = begun - self._split
        if misspellings:
            for word, match in lexicon.misspelt(words - self._named.keys()):
                known = self._named.get(word, Entry())
                self._named[word] = Entry(
                    (*known.matches, match), known.begins, known.small, capital=True
                )

    def found(self) -> Iterator[Candidate]:
        if self._is_worth_it():
            yield from self._words()
        if self._split:
            yield from self._hyphened()
        if self._vocabulary.apart:
            yield from self._apart()
        for word in self._vocabulary.with_digits:
            yield from self._with_digits(word)

    def _is_worth_it(self) -> bool:
        """
        Whether some word may be a name by itself, or with the next one. Of most texts none may, and
        they need not be gone over word by word.
        """
        if not all(map(str.isascii, self._begun.union(self._named))):
            return True  # beside a sign that is not ASCII a word is not found so quickly
        if not self._vocabulary.beside.isdisjoint(self._begun.union(self._named)):
            return True
        return any(self._may_be_alone(word, entry) for word, entry in self._named.items()) or any(
            self._are_one_name(*run[:2]) or self._joins(*run)
            for run in self._vocabulary.runs(self._named.keys() | self._begun)
        )

    def _may_be_alone(self, word: str, entry: Entry) -> bool:
        if entry.small:
            return True
        capital = word[:1].upper() + word[1:]
        return entry.capital and (capital in self._text or word.upper() in self._text)

    def _are_one_name(self, first: str, second: str = "") -> bool:
        one, other = self._named.get(first), self._named.get(second)
        return bool(one and other and self._lexicon.shares_a_person(one.matches, other.matches))

    def _joins(self, whole: str, *others: str) -> bool:
        for other in others:
            whole += other
            entry = self._lexicon.entry(whole)
            if any(self._is_sure(whole, one) for one in entry.matches):
                return True
            if not entry.begins:
                break
        return False

    def _words(self) -> Iterator[Candidate]:
        done = 0
        for found in self._places(self._named.keys() | self._begun):
            if found.start() < done:
                continue
            entry = self._named.get(found[0])
            if entry is None or entry.manners() == {Manner.MISSPELT}:
                longer = self._put_together(found[0], *found.span())
                if longer:
                    done = longer.end
                    yield longer
                    continue
            if entry is not None:
                yield self._candidate(*found.span(), entry.matches)

    def _places(self, words: AbstractSet[str]) -> list[re.Match[str]]:
        """
        Where *words* stand, in the order of the text.
        """
        small = self._small
        if len(words) > _MANY or min(map(len, words), default=0) < _RARE:
            return [found for found in WORD.finditer(small) if found[0] in words]
        found = [one for word in words for one in _places_of(word, small)]
        return sorted(found, key=re.Match.start)

    def _hyphened(self) -> Iterator[Candidate]:
        """
        Names that begin with an ordinary word before a hyphen.
        """
        for hyphen in _HYPHEN.finditer(self._small):
            word = _LAST_WORD.search(self._small, max(0, hyphen.start() - _REACH), hyphen.start())
            if word and word[0] in self._split:
                longer = self._put_together(word[0], *word.span())
                if longer:
                    yield longer

    def _candidate(self, start: int, end: int, matches: tuple[Match, ...]) -> Candidate:
        word = self._text[start:end]
        stem, ending = bare(word)
        tokens = self._lexicon.tokens
        if ending[:1] in APOSTROPHES and ending[1:] in {"s", "S"}:
            whole = folded(word)
            if not any(whole == folded(tokens[one.token].text) for one in matches):
                end, word = start + len(stem), stem  # its possessive stays
        place = Place(*begins(self._text, start), self._is_in_a_handle(start, end))
        verdicts = [verdict(tokens[one.token], one.manner, word, place) for one in matches]
        surest = True if True in verdicts else False if False in verdicts else None
        if surest is None and word[0].isupper() and self._is_told_before(word, start, matches):
            surest = True
        return Candidate(start, end, matches, surest)

    def _is_told_before(self, word: str, start: int, matches: tuple[Match, ...]) -> bool:
        """
        Whether an initial before *start*, or the Arabic article of one of *matches*, tells that
        *word* is a name.
        """
        before = self._text[max(0, start - _TELLING) : start]
        if _INITIAL.search(before):
            return len(word) >= _LEAST and any(
                one.manner is Manner.WITHOUT_VOWELS for one in matches
            )
        return bool(_AFTER_ARTICLE.search(before)) and any(
            self._lexicon.tokens[one.token].text.startswith(ARABIC_ARTICLE) for one in matches
        )

    def _is_in_a_handle(self, start: int, end: int) -> bool:
        before, after = self._text[max(0, start - 1) : start], self._text[end : end + 1]
        return before in _HANDLE_BEFORE or after in _HANDLE_AFTER

    def _put_together(self, word: str, start: int, end: int) -> Candidate | None:
        """
        The name that begins with *word* and goes on after a blank, a hyphen or the end of a line.
        """
        best, pieces, stop = None, [word], end
        while len(pieces) < _PIECES:
            gap = _BROKEN.match(self._small, stop)
            following = WORD.match(self._small, gap.end()) if gap else None
            if gap is None or following is None or self._is_named(following[0]):
                break
            stop = following.end()
            pieces.append(following[0])
            entry = self._lexicon.entry("".join(pieces))
            hyphen = "\n" in gap[0] and not _HYPHENS.isdisjoint(gap[0])
            sure = tuple(one for one in entry.matches if self._is_sure(word, one))
            ordinary = all(is_common(folded(one)) for one in pieces)
            if sure and len("".join(pieces)) >= _LEAST and (hyphen or not ordinary):
                best = Candidate(start, stop, sure, verdict=True)
            if not entry.begins:
                break
        return best

    def _is_sure(self, word: str, match: Match) -> bool:
        known = match.manner <= Manner.INFLECTED or (
            match.manner is Manner.WITHOUT_VOWELS and script_of(word[0]) == "Latn"
        )
        return known and self._lexicon.is_whole(match)

    def _is_named(self, piece: str) -> bool:
        return any(
            one.manner is Manner.AS_LISTED
            and self._lexicon.tokens[one.token].worth is not Worth.WEAK
            for one in self._lexicon.entry(piece).matches
        )

    def _apart(self) -> Iterator[Candidate]:
        """
        Names of which each letter stands apart.
        """
        for found in _APART.finditer(f" {self._small}"):
            start, end = found.start(1) - 1, found.end(1) - 1
            places = [place for place in range(start, end) if self._small[place].isalpha()]
            joined = "".join(self._small[place] for place in places)
            first = 0
            while first <= len(joined) - _APART_LEAST:
                last = self._longest(joined, first)
                if last:
                    matches = self._lexicon.entry(joined[first:last]).matches
                    yield Candidate(places[first], places[last - 1] + 1, matches, verdict=True)
                first = last or first + 1

    def _longest(self, joined: str, first: int) -> int:
        """
        The end of the longest name in *joined* that begins at *first*; 0 if there is none.
        """
        longest = 0
        for last in range(first + 2, len(joined) + 1):
            entry = self._lexicon.entry(joined[first:last])
            if last - first >= _APART_LEAST and any(map(self._is_told, entry.matches)):
                longest = last
            if not entry.begins:
                break
        return longest

    def _is_told(self, match: Match) -> bool:
        """Whether *match* is of a word that tells somebody though its letters stand apart."""
        worth = self._lexicon.tokens[match.token].worth
        whole = match.manner <= Manner.ANOTHER_SPELLING and worth <= Worth.COMMON
        return whole or match.manner is Manner.JOINED

    def _with_digits(self, word: str) -> Iterator[Candidate]:
        """
        Names in which digits stand for letters.
        """
        sure = tuple(
            one
            for one in self._lexicon.entry(word).matches
            if one.manner <= Manner.INFLECTED and self._lexicon.is_whole(one)
        )
        if not sure or len(word) < _LEAST:
            return
        for found in re.finditer(rf"(?<![^\W_]){word}(?![^\W_])", self._small):
            yield Candidate(*found.span(), sure, verdict=True)


def _places_of(word: str, text: str) -> Iterator[re.Match[str]]:
    place = text.find(word)
    while place >= 0:
        found = WORD.match(text, place)
        if (
            found
            and found[0] == word
            and not _INSIDE_A_WORD.search(text[max(0, place - 2) : place])
        ):
            yield found
        place = text.find(word, place + 1)


def begins(text: str, start: int) -> tuple[bool, bool]:
    """
    Whether a sentence, or something that stands by itself, begins at *start*; and whether at least
    a line does.
    """
    near = text[max(0, start - _NEAR) : start]
    before = near.rstrip(" \t\u00a0")
    if not before.endswith("\n"):
        apart = len(near) - len(before) > 1  # as in the columns of a table
        begun = apart or not before or before[-1] in _ENDS
        return begun, begun or before[-1] in _CLOSED
    if before != near:
        return True, True  # indented, as an entry of a list is
    before = before[:-1].rstrip(" \t\r\u00a0")
    return not before or before.endswith("\n") or before[-1] in _ENDS, True
