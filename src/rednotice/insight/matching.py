"""
Find entries by words: compare the words of a query with the phrases that describe each entry.

Words match in capitals or not, in the singular or the plural, and with or without an English
``-ed`` or ``-ing``. A phrase has a weight, so that a name counts more than a definition.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from math import log
from typing import Generic, TypeVar

import attrs

Key = TypeVar("Key", bound=Hashable)

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+|[^\W\d_]+")
# They say nothing of what is meant; a query of these alone keeps them, since `by` is a member.
_EMPTY = frozenset(
    {
        *("a", "an", "and", "are", "at", "be", "been", "by", "did", "do", "does", "for", "from"),
        *("had", "has", "have", "he", "her", "his", "how", "i", "in", "is", "it", "its", "me"),
        *("my", "of", "on", "or", "our", "she", "so", "that", "the", "their", "them"),
        *("then", "they", "this", "to", "up", "was", "we", "were", "what", "when", "where"),
        *("which", "who", "whom", "will", "with", "you", "your"),
    }
)
_SHORTEST_BEGINNING = 5  # letters that two words must share to be taken for relatives
_LONGEST_REST = 4  # letters by which one may be longer
_SHARE_OF_A_RELATIVE = 0.6
_EXACT, _PARTIAL = (
    1.5,
    0.3,
)  # what a whole phrase counts if the query is it, and if it has little of it
_FURTHER = 0.03  # what a second phrase with the same word counts beside the best one
_LACKING = 1.5  # how strongly it counts against an entry that it lacks words of the query
_SIMILARITY = 0.85  # enough for `bording` and `boarding`, too much for `postponed` and `poisoned`
_CLOSE_TO_BEST = 0.4  # the share of the best score that an entry without all words must have


@attrs.frozen
class Phrase:
    """
    Words that describe an entry, and how much it counts that the query has one of them.

    If *whole*, it counts more the more of the phrase the query has: ``account closed`` describes
    a closed account better than a case that was closed. In a definition, this makes no difference.
    """

    text: str
    weight: float
    whole: bool = True

    @property
    def stems(self) -> frozenset[str]:
        """What the words of the phrase are compared by."""
        return stems_of(self.text)


@attrs.frozen
class Match(Generic[Key]):
    """
    An entry that was found: its key, its score, and whether it has every word of the query.
    """

    key: Key
    score: float
    has_all: bool


@attrs.frozen
class Matches(Generic[Key]):
    """
    What was found, the best first.

    *nearest* holds our own words that were taken in place of words that no entry has.
    """

    found: tuple[Match[Key], ...]
    nearest: tuple[str, ...] = ()


class Index(Generic[Key]):
    """
    Entries that can be found by their phrases. Entries with equal scores stay in their order.
    """

    def __init__(self, entries: Mapping[Key, Iterable[Phrase]]) -> None:
        self._entries = {
            key: tuple((each, each.stems) for each in phrases) for key, phrases in entries.items()
        }
        self._holders: dict[str, dict[Key, None]] = {}
        for key, phrases in self._entries.items():
            for stem in frozenset().union(*(stems for _, stems in phrases)):
                self._holders.setdefault(stem, {})[key] = None
        self._by_beginning: dict[str, list[str]] = {}
        for stem in self._holders:
            self._by_beginning.setdefault(stem[:_SHORTEST_BEGINNING], []).append(stem)

    def search(self, query: str) -> Matches[Key]:
        """
        The entries that have all words of *query*, and those that come close without one of them.

        If no entry has a word of the query, the word that is spelt most like it takes its place,
        unless it is short and another word of the query is known.
        """
        wanted, nearest = self._known(words_of(query))
        relatives = {stem: self._relatives(stem) for stem in wanted}
        held = {key for near in relatives.values() for stem in near for key in self._holders[stem]}
        matches = [self._match(key, relatives) for key in self._entries if key in held]
        found = sorted(matches, key=lambda one: -one.score)
        if found and found[0].has_all:
            least = found[0].score * _CLOSE_TO_BEST
            found = [one for one in found if one.has_all or one.score >= least]
        return Matches(tuple(found), nearest)

    def _known(self, words: Iterable[str]) -> tuple[dict[str, None], tuple[str, ...]]:
        """
        The stems of *words*, each that is not known replaced by the nearest one; and those
        replacements.
        """
        wanted: dict[str, None] = {}
        nearest: list[str] = []
        several = [*words]
        # A short word is like too many, if the others say what is meant.
        shortest = _SHORTEST_BEGINNING if any(map(self._relatives, map(stem_of, several))) else 0
        for word in several:
            is_known = bool(self._relatives(stem_of(word)))
            near = None if is_known or len(word) < shortest else self._nearest(word)
            if near:
                nearest.append(near)
            wanted[stem_of(near or word)] = None
        return wanted, tuple(nearest)

    def _nearest(self, word: str) -> str | None:
        said = {
            one
            for phrases in self._entries.values()
            for each, _ in phrases
            if each.whole
            for one in words_of(each.text)
        }
        near = get_close_matches(word, sorted(said), n=1, cutoff=_SIMILARITY)
        return near[0] if near else None

    def _relatives(self, stem: str) -> dict[str, float]:
        """
        The known stems that *stem* matches, each with the share that it counts.
        """
        alike = self._by_beginning.get(stem[:_SHORTEST_BEGINNING], ())
        found = {one: _SHARE_OF_A_RELATIVE for one in alike if _are_related(one, stem)}
        return found | ({stem: 1.0} if stem in self._holders else {})

    def _match(self, key: Key, relatives: Mapping[str, Mapping[str, float]]) -> Match[Key]:
        best, all_ = dict.fromkeys(relatives, 0.0), dict.fromkeys(relatives, 0.0)
        for phrase, stems in self._entries[key]:
            shares = {word: _share(stems, near) for word, near in relatives.items()}
            counts = phrase.weight * _fit(phrase, stems, shares)
            for word, share in shares.items():
                best[word] = max(best[word], share * counts)
                all_[word] += share * counts
        rarity = {word: self._rarity(near) for word, near in relatives.items()}
        score = sum((best[word] + _FURTHER * all_[word]) * rarity[word] for word in best)
        had = sum(rarity[word] for word in best if best[word]) / sum(rarity.values())
        return Match(key, score * had**_LACKING, all(best.values()))

    def _rarity(self, relatives: Mapping[str, float]) -> float:
        met = max((len(self._holders[stem]) for stem in relatives), default=1)
        return 1 + log(1 + len(self._entries) / met)


def words_of(text: str) -> list[str]:
    """
    The words of *text* in small letters, without those that say nothing if there are others.

    ``snake_case`` and ``CamelCase`` are taken apart.
    """
    words = [word.lower() for word in _WORD.findall(text.replace("’s", "").replace("'s", ""))]
    return [word for word in words if word not in _EMPTY] or words


def stems_of(text: str) -> frozenset[str]:
    """
    What the words of *text* are compared by.
    """
    return frozenset(map(stem_of, words_of(text)))


@cache
def stem_of(word: str) -> str:
    """
    What *word* is compared by: ``cancelled``, ``cancels`` and ``cancel`` have one stem.
    """
    for ending, put, shortest in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            word = word.removesuffix(ending) + put
            break
    word = word.removesuffix("e") if len(word) > len("see") else word
    return word[:-1] if len(word) > len("see") and word[-1] == word[-2] else word


# With what takes its place, and the letters that must stand before it. The first one counts.
_ENDINGS = (
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("ss", "ss", 0),
    ("us", "us", 0),
    ("sses", "ss", 0),
    ("s", "", 3),
    ("ing", "", 3),
    ("ed", "", 3),
)


def _are_related(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (
        len(short) >= _SHORTEST_BEGINNING
        and len(long) - len(short) <= _LONGEST_REST
        and long.startswith(short)
    )


def _fit(phrase: Phrase, stems: frozenset[str], shares: Mapping[str, float]) -> float:
    """
    How well a query fits *phrase*, by the share of each of its words: best if both have the same
    words.
    """
    had = sum(share > 0 for share in shares.values())
    if not phrase.whole or not had:
        return 1
    exact = had == len(stems) and all(share == 1 for share in shares.values())
    return _EXACT if exact else _PARTIAL + (1 - _PARTIAL) * min(had / len(stems), 1)


def _share(stems: frozenset[str], relatives: Mapping[str, float]) -> float:
    return max((share for stem, share in relatives.items() if stem in stems), default=0.0)
