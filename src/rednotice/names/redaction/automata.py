"""
Search for many words at once, each with all the ways to write it.

An automaton is made as far as the words of a text lead, so that it costs little to begin with, and
a word that is no name is left after a few letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rednotice.names.redaction.graphs import Graph, Manner

_ALONE, _AFTER_A_NAME, _AFTER_AN_INITIAL = range(3)
_Place = tuple[int, int, str, int]
"""The number of a graph, a node, what is left of an edge, and what went before."""

_BY_WHAT_WENT_BEFORE = (Manner.AS_LISTED, Manner.JOINED, Manner.INSIDE)
_KNOWN = frozenset({Manner.AS_LISTED, Manner.ANOTHER_SPELLING})


class Match(NamedTuple):
    """
    A word of a text that is the *token*-th word of the names, and how it is written.
    """

    token: int
    manner: Manner


class Automaton:
    """
    All ways to write words, of which *graphs* has the ways and the number of the word.

    *follows* says which words may stand directly after a word, as one with it; *initials* the words
    that may stand after a single letter.
    """

    def __init__(
        self,
        graphs: Iterable[tuple[int, Graph]],
        follows: Sequence[Sequence[int]],
        initials: Mapping[str, Sequence[int]],
    ) -> None:
        self._graphs = [*graphs]
        self._follows = follows
        self._initials = initials
        self._of_token: dict[int, list[int]] = {}
        for number, (token, _) in enumerate(self._graphs):
            self._of_token.setdefault(token, []).append(number)
        self._states: dict[frozenset[_Place], _State] = {}
        begin: set[_Place] = set()
        for number in range(len(self._graphs)):
            self._arrive((number, 0, "", _ALONE), "", begin)
        self.root: _State = self._state(frozenset(begin))
        """Before the first letter."""

    def run(self, word: str) -> _State:
        """
        The state after *word*, `folded`. It is empty if no name begins so.
        """
        state, before = self.root, ""
        for sign in word:
            if sign == before:
                continue  # doubled letters are one
            before = sign
            state = state[sign]
            if not state.places:
                break
        return state

    def inside(self, word: str, least: int) -> Iterable[tuple[Match, int]]:
        """
        The words of *least* letters or more that stand inside *word*, with the letters that they
        take there.
        """
        for start in range(1, len(word) - least + 1):
            yield from self._begun(word, start, least)
        yield from self._begun(word, 0, least)

    def _begun(self, word: str, start: int, least: int) -> Iterable[tuple[Match, int]]:
        state, before = self.root, ""
        for place in range(start, len(word)):
            sign = word[place]
            if sign == before:
                continue
            before = sign
            state = state[sign]
            if not state.places:
                return
            if place + 1 - start >= least:
                for found in state.found:
                    if found.manner <= Manner.ANOTHER_SPELLING:
                        yield found, place + 1 - start

    def _state(self, places: frozenset[_Place]) -> _State:
        state = self._states.get(places)
        if state is None:
            state = self._states[places] = _State(self, places, self._found(places))
        return state

    def _found(self, places: frozenset[_Place]) -> tuple[Match, ...]:
        best: dict[int, Manner] = {}
        for number, node, rest, joined in places:
            token, graph = self._graphs[number]
            manner = None if rest else graph.ends.get(node)
            if manner is None or (joined == _AFTER_AN_INITIAL and manner not in _KNOWN):
                continue
            manner = max(manner, _BY_WHAT_WENT_BEFORE[joined])
            best[token] = min(manner, best.get(token, manner))
        return tuple(Match(token, manner) for token, manner in sorted(best.items()))

    def after(self, places: frozenset[_Place], sign: str, *, first: bool) -> _State:
        """
        The state after *sign*.
        """
        found: set[_Place] = set()
        for number, node, rest, joined in places:
            if rest:
                if rest[0] == sign:
                    self._arrive((number, node, rest[1:], joined), sign, found)
                continue
            for text, end in self._graphs[number][1].edges[node]:
                if text and text[0] == sign:
                    self._arrive((number, end, text[1:], joined), sign, found)
        if first:
            for token in self._initials.get(sign, ()):
                self._begin(token, sign, _AFTER_AN_INITIAL, found)
        return self._state(frozenset(found))

    def _begin(self, token: int, sign: str, joined: int, found: set[_Place]) -> None:
        for number in self._of_token.get(token, ()):
            self._arrive((number, 0, "", joined), sign, found)

    def _arrive(self, place: _Place, sign: str, found: set[_Place]) -> None:
        """
        Add *place* to *found*, after *sign*, and the places that need no further sign.
        """
        if place in found:
            return
        found.add(place)
        number, node, rest, joined = place
        if rest:
            return
        token, graph = self._graphs[number]
        for text, end in graph.edges[node]:
            if not text:
                self._arrive((number, end, "", joined), sign, found)
            elif sign and text[0] == sign:
                self._arrive((number, end, text[1:], joined), sign, found)
        if sign and graph.ends.get(node, Manner.INFLECTED) <= Manner.ANOTHER_SPELLING:
            for other in self._follows[token]:
                self._begin(other, sign, max(joined, _AFTER_A_NAME), found)


class _State(dict[str, "_State"]):
    """
    Where one may be after some letters: the next states by letter, the words that may end here.
    """

    __slots__ = ("_automaton", "found", "places")

    def __init__(
        self, automaton: Automaton, places: frozenset[_Place], found: tuple[Match, ...]
    ) -> None:
        super().__init__()
        self._automaton = automaton
        self.places: frozenset[_Place] = places
        self.found: tuple[Match, ...] = found

    def __missing__(self, sign: str) -> _State:
        self[sign] = state = self._automaton.after(
            self.places, sign, first=self is self._automaton.root
        )
        return state
