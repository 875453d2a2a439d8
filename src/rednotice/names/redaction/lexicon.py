"""
Which words of a text are names, whatever stands around them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from rednotice.names.redaction.alphabets import CASED, UNSPACED, folded, readings, script_of
from rednotice.names.redaction.automata import Automaton, Match
from rednotice.names.redaction.graphs import Manner, graphs_of
from rednotice.names.redaction.listed import WORD, Listed, Token, Worth
from rednotice.names.redaction.misspelt import misspelt
from rednotice.names.redaction.verdicts import WITH_SLIPS, Place, verdict
from rednotice.names.redaction.vocabulary import bare
from rednotice.names.transliteration import spellings

_INSIDE = 5  # letters of a name that is looked for inside another word
_INSIDE_OTHERWISE = 7  # the same for a name of another script
_ENDING = 4  # letters behind an apostrophe that are an ending
_REMEMBERED = 2**17  # words


class Entry(NamedTuple):
    """
    What a word may be: the names that it is, whether a name begins with it and goes on, and whether
    it may be a name by itself, in small letters or with a capital.
    """

    matches: tuple[Match, ...] = ()
    begins: bool = False
    small: bool = False
    capital: bool = False

    def manners(self) -> set[Manner]:
        """How it is written, if it is a name."""
        return {match.manner for match in self.matches}


class Lexicon:
    """
    The words of the names of *persons*, with all ways to write them, except words of *keep*.
    """

    def __init__(self, persons: Iterable[Iterable[str]], keep: Iterable[str]) -> None:
        self.listed: Listed = Listed(persons)
        self.tokens: list[Token] = self.listed.tokens
        self._keep = {word.lower() for text in keep for word in WORD.findall(text)}
        self._automata: dict[str, Automaton] = {}
        self._compared: set[str] = set()  # words of which it is known whether they have a slip
        self._slips: dict[str, list[Match]] = {}
        self.entry: Callable[[str], Entry] = lru_cache(_REMEMBERED)(self._looked_up)
        """What a word, in small letters, may be."""

    def shares_a_person(self, one: Iterable[Match], other: Iterable[Match]) -> bool:
        """
        Whether *one* and *other* are different words of the names of one person.
        """
        several = [*other]
        return any(
            first.token != second.token
            and not self.tokens[first.token].persons.isdisjoint(self.tokens[second.token].persons)
            for first in one
            for second in several
        )

    def has_particle(self, matches: Iterable[Match], word: str, following: str) -> bool:
        """
        Whether the small *word* before a name belongs to one of the persons whom *matches* name.
        """
        persons = {person for one in matches for person in self.tokens[one.token].persons}
        return any(self.listed.particles[person].has(word, following) for person in persons)

    def is_whole(self, match: Match) -> bool:
        """Whether the word that *match* found is no ordinary or small word."""
        return self.tokens[match.token].worth is Worth.WHOLE

    def misspelt(self, words: AbstractSet[str]) -> Iterator[tuple[str, Match]]:
        """
        Those of *words* that are a name but for a slip.
        """
        if len(self._compared) > _REMEMBERED:
            self._compared.clear()
            self._slips.clear()
        new = words - self._compared - self._keep
        self._compared |= new
        for script in WITH_SLIPS.intersection(map(script_of, map(itemgetter(0), new))):
            names = self._forms(script)
            own: dict[str, list[str]] = {}
            for word in sorted(word for word in new if script_of(word[0]) == script):
                own.setdefault(word if word.isascii() else folded(word), []).append(word)
            for plain, number in misspelt(names, own):
                for word in own[plain]:
                    self._slips.setdefault(word, []).append(Match(number, Manner.MISSPELT))
        for word in words & self._slips.keys():
            for match in self._slips[word]:
                yield word, match

    def _forms(self, script: str) -> list[tuple[int, str]]:
        return [
            (number, form)
            for number, token in enumerate(self.tokens)
            if token.worth is Worth.WHOLE and not token.short
            for form in _forms(token, script)
        ]

    def _looked_up(self, word: str) -> Entry:
        if word in self._keep:
            return Entry()
        found, begins = self._found(word)
        stem, ending = bare(word)
        if not found and 1 < len(ending) <= _ENDING + 1:
            found, begins = self._found(stem)
        if not found and len(ending) > _ENDING - 1:  # as in d'Arc
            found, _ = self._found(ending[1:])
        matches = tuple(Match(token, manner) for token, manner in found.items())
        capital = self._may_be(word[:1].upper() + word[1:], matches) if matches else False
        return Entry(matches, begins, capital and self._may_be(word, matches), capital)

    def _may_be(self, text: str, matches: tuple[Match, ...]) -> bool:
        place = Place(in_handle=True)
        return any(
            verdict(self.tokens[one.token], one.manner, text, place) is not None for one in matches
        )

    def _found(self, word: str) -> tuple[dict[int, Manner], bool]:
        found: dict[int, Manner] = {}
        begins = False
        for reading in readings(word):
            script = script_of(reading[0])
            if script and script not in UNSPACED:
                automaton = self._automaton(script)
                state = automaton.run(reading)
                begins = begins or bool(state.places)
                for match in state.found:
                    found[match.token] = min(match.manner, found.get(match.token, match.manner))
                if not state.found:
                    for match in self._inside(reading, script, automaton):
                        found.setdefault(match.token, match.manner)
        return found, begins

    def _inside(self, reading: str, script: str, automaton: Automaton) -> Iterator[Match]:
        for match, size in automaton.inside(reading, _INSIDE):
            own = self.tokens[match.token].script
            surely = match.manner is Manner.AS_LISTED or (
                own != script and size >= _INSIDE_OTHERWISE
            )
            if surely and size < len(reading) and self.is_whole(match):
                yield Match(match.token, Manner.INSIDE)

    def _automaton(self, script: str) -> Automaton:
        if script not in self._automata:
            graphs = (
                (number, graph)
                for number, token in enumerate(self.tokens)
                for graph in graphs_of(token.text, script, short=token.short)
            )
            self._automata[script] = Automaton(
                graphs, self.listed.follows(), self.listed.after_initials(script)
            )
        return self._automata[script]


def _forms(token: Token, script: str) -> Iterator[str]:
    """
    The *token* in letters of *script*, if that is certain.
    """
    if token.script == script:
        yield folded(token.text)
    elif script == "Latn" and token.script in CASED:
        yield spellings(token.text)[0]
