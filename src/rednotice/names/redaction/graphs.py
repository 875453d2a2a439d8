"""
The ways to write a word as a graph: from its beginning to its end, an edge for each way to write a
letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache
from itertools import product
from typing import NamedTuple

from rednotice.names.redaction.alphabets import ARABIC_ARTICLE, CASED, folded, script_of
from rednotice.names.redaction.data import rows_of
from rednotice.names.romanisation import (
    leaves_out_vowels,
    letters_by_latin,
    letters_of,
)

Edge = tuple[str, int]

_VOWELS = frozenset("aeiouy")
# Two vowels that may stand between two letters of a word that is written without them, and one
# that may end it.
_DOUBLE_VOWELS = ("ou", "ei", "ai", "ey", "ay", "ae", "oi")
_FINAL_VOWELS = ("a", "i", "e")
# From how many letters on how many may be written by other rules, and one.
_DIFFERENCES = ((8, 4), (5, 3), (4, 2), (0, 1))
_SURE = 3  # consonants of a word written without vowels
_OPEN, _LONG = 2, 5  # vowels at the end of a word that endings replace, and its letters
_OPEN_ENDS = ("", "a", "o", "а", "о", "я")  # Latin and Cyrillic
_PREFIXES = {
    "Arab": (
        *("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "ول", "وب", "ولل"),
        "به",  # Persian
    ),
    "Hebr": tuple("ושהכלבמ") + tuple(f"ו{one}" for one in "שהכלבמ") + ("שה", "כש", "מה", "לכש"),
    "Ethi": ("የ", "በ", "ለ", "ከ", "ስለ", "ወደ", "እነ"),
}
_ARTICLES = (ARABIC_ARTICLE,)
_SUN_LETTERS = tuple("تثدذرزسشصضطظلن")
_APOSTROPHE = re.compile("[`´‘’ʹʻʼʽ]")
_UZBEK = re.compile("[og]'")
_AS_RUSSIAN = (("o'", "u"), ("g'", "g"), ("q", "k"), ("x", "kh"))
_ALSO = {"a": ("e",), "e": ("a",), "u": ("e",)}  # vowels that Arabic names have in other languages
_PREFIXED = 3  # letters of a word that may have a prefix
_SHORTEST_PREFIXED = {"Ethi": 2}


class Manner(IntEnum):
    """
    How a name was written, from the surest on.
    """

    AS_LISTED = 0
    ANOTHER_SPELLING = 1
    INFLECTED = 2
    SHORT_FORM = 3
    WITHOUT_VOWELS = 4
    JOINED = 5
    INSIDE = 6
    MISSPELT = 7
    MAY_BE = 8


class Graph:
    """
    The ways to write one word.

    Attributes:
        edges: By the number of a node, its edges: what is written, and to which node it leads.
        ends: The nodes at which the word ends, and in which manner it is written then.
    """

    def __init__(self) -> None:
        self.edges: list[list[Edge]] = [[]]
        self.ends: dict[int, Manner] = {}

    def node(self) -> int:
        """A new node."""
        self.edges.append([])
        return len(self.edges) - 1

    def add(self, start: int, text: str, end: int) -> None:
        """An edge from *start* to *end*, unless there is one."""
        if (text, end) not in self.edges[start]:
            self.edges[start].append((text, end))


def graphs_of(word: str, script: str, *, short: bool = False) -> list[Graph]:
    """
    The ways to write *word*, which stands in a name, in *script*. A *short* form of a name has its
    own manner.
    """
    own = script_of(folded(word)[0])
    if short and own != script and (leaves_out_vowels(own) or leaves_out_vowels(script)):
        return []  # two consonants, as in many words
    found: list[Graph] = []
    if own == script:
        found.append(_literal(word, script))
        if script == "Latn" and not short:
            found.append(_respelt(word))
        elif script == "Cyrl":
            found.append(_between_languages(word, script))
    elif script == "Latn":
        found.append(_romanised(word))
    elif own == "Latn":
        found += [_from_latin(folded(way), script) for way in (word, *_russian(word, script))]
    else:
        found.append(_between_languages(word, script))
    if short:
        for one in found:
            one.ends = {
                node: manner if manner is Manner.INFLECTED else Manner.SHORT_FORM
                for node, manner in one.ends.items()
            }
    return found


def _russian(uzbek: str, script: str) -> Iterator[str]:
    """
    An *uzbek* word of Latin letters as Russians say it: To'qimaxon as Tukimakhan.
    """
    plain = _APOSTROPHE.sub("'", uzbek.casefold())
    if script == "Cyrl" and _UZBEK.search(plain):
        for old, new in _AS_RUSSIAN:
            plain = plain.replace(old, new)
        yield from (plain, plain.replace("khon", "khan"))


def _literal(word: str, script: str) -> Graph:
    graph, plain = Graph(), folded(word)
    core, start = plain, 0
    least = _SHORTEST_PREFIXED.get(script, _PREFIXED)
    for article in _ARTICLES if script == "Arab" else ():
        if plain.startswith(article) and len(plain) >= least + len(article):
            core = plain.removeprefix(article)
    path = [_after_prefixes(graph, script) if len(core) >= least else start]
    for sign in core:
        path.append(graph.node())
        graph.add(path[-2], sign, path[-1])
    graph.ends[path[-1]] = Manner.AS_LISTED
    _inflect(graph, core, path, script)
    return graph


def _after_prefixes(graph: Graph, script: str) -> int:
    """
    The node after the small words that *script* writes as one with the next word, if any.
    """
    if script not in _PREFIXES:
        return 0
    start = graph.node()
    for prefix in ("", *_PREFIXES[script]):
        graph.add(0, prefix, start)
    return start


def _romanised(word: str) -> Graph:
    """
    The ways to write *word*, of another script, in Latin letters.
    """
    graph, written = Graph(), letters_of(word)
    path = [0]
    for place, unit in enumerate(written.units):
        end = graph.node()
        middle = written.vowelless and place > 0
        for start in _vowels_before(graph, path[-1]) if middle else (path[-1],):
            for way in unit:
                if way or not (middle and _may_be_a_vowel(unit)):
                    graph.add(start, way, end)
        path.append(end)
    _soften_articles(graph, folded(word), path)
    last = path[-1]
    if written.vowelless:
        final = graph.node()
        for vowel in _FINAL_VOWELS:
            graph.add(last, vowel, final)
        sure = sum("" not in unit and not _may_be_a_vowel(unit) for unit in written.units)
        manner = Manner.WITHOUT_VOWELS if sure >= _SURE else Manner.MAY_BE
        graph.ends = {last: manner, final: manner}
    else:
        graph.ends[last] = Manner.ANOTHER_SPELLING
        _inflect(graph, "".join(unit[0][-1:] or "-" for unit in written.units), path, "Latn")
    return graph


def _may_be_a_vowel(unit: tuple[str, ...]) -> bool:
    return any(way and _VOWELS.issuperset(way) for way in unit)


def _respelt(word: str) -> Graph:
    """
    The ways to write *word*, of Latin letters, by the rules of other countries. Few of its letters
    may differ, or it would be any word.
    """
    graph, units = Graph(), letters_of(word).units
    layers = _layers(len(folded(word)))
    rows = [[0, *(graph.node() for _ in range(layers - 1))]]
    for unit in units:
        rows.append([graph.node() for _ in range(layers)])
        first = {unit[0], folded(unit[0])}
        for way in _loosened(unit):
            cost = way not in first
            for layer in range(layers - cost):
                graph.add(rows[-2][layer], way, rows[-1][layer + cost])
    for layer in range(layers):
        path = [row[layer] for row in rows]
        graph.ends[path[-1]] = Manner.ANOTHER_SPELLING
        if layer < layers - 1:
            _inflect(graph, "".join(unit[0][-1:] or "-" for unit in units), path, "Latn")
    return graph


def _layers(size: int) -> int:
    """
    How many letters of a word of *size* letters may differ, and one.
    """
    return next(layers for least, layers in _DIFFERENCES if size >= least)


def _soften_articles(graph: Graph, plain: str, path: list[int]) -> None:
    """
    Let the Arabic article be left out at the beginning, and sound like the letter that it stands
    before: Mukhtalaq, Abdurrahman.
    """
    for article in _ARTICLES:
        if plain.startswith(article) and len(path) > len(article) + _PREFIXED:
            graph.add(0, "", path[len(article)])
        place = plain.find(article)
        while 0 <= place < len(path) - len(article) - 1:
            if plain[place + len(article) :][:1] in _SUN_LETTERS:
                graph.add(path[place + 1], "", path[place + 2])
            place = plain.find(article, place + 1)


def _loosened(unit: tuple[str, ...]) -> tuple[str, ...]:
    french = (f"{way[:-1]}ou" for way in unit if way.endswith("u"))
    return tuple(dict.fromkeys((*unit, *_ALSO.get(unit[0], ()), *french)))


def _vowels_before(graph: Graph, node: int) -> tuple[int, int]:
    """
    *node*, and a node after one vowel more, or two.
    """
    further = graph.node()
    for vowels in (*sorted(_VOWELS), *_DOUBLE_VOWELS):
        graph.add(node, vowels, further)
    return node, further


def _from_latin(latin: str, script: str) -> Graph:
    """
    The ways to write in *script* what is *latin* in Latin letters.
    """
    graph, letters = Graph(), _inverted(script)
    path = [_after_prefixes(graph, script), *(graph.node() for _ in latin)]
    vowelless = leaves_out_vowels(script)
    for start in range(len(latin)):
        for size in range(1, min(_longest(script), len(latin) - start) + 1):
            for letter in letters.get(latin[start : start + size], ()):
                graph.add(path[start], letter, path[start + size])
        for letter in letters.get("", ()):
            graph.add(path[start], letter, path[start])
        if vowelless and latin[start] in _VOWELS:
            graph.add(path[start], "", path[start + 1])
    for letter in letters.get("", ()):
        graph.add(path[-1], letter, path[-1])
    consonants = sum(sign not in _VOWELS for sign in latin)
    sure = not vowelless or consonants >= _SURE
    graph.ends[path[-1]] = Manner.ANOTHER_SPELLING if sure else Manner.MAY_BE
    if sure:
        _inflect(graph, latin, path, script)
    return graph


def _between_languages(word: str, script: str) -> Graph:
    """
    The ways to write in *script* what *word* is in any Latin spelling.
    """
    graph, letters = Graph(), _inverted(script)
    written = letters_of(word)
    units, vowelless = written.units, written.vowelless and script in CASED
    vowels = {one for vowel in _VOWELS for one in letters.get(vowel, ())} if vowelless else set()
    path = [_after_prefixes(graph, script), *(graph.node() for _ in units)]
    for place, unit in enumerate(units):
        start, end = path[place], path[place + 1]
        _add_unit(graph, letters, start, unit, end)
        if vowels and place > 0:
            _, further = _after_vowels(graph, start, vowels)
            _add_unit(graph, letters, further, tuple(filter(None, unit)), end)
        for way, other in product(unit, units[place + 1] if place + 1 < len(units) else ()):
            if way and other:
                for letter in letters.get(way + other, ()):
                    graph.add(start, letter, path[place + 2])
        for letter in letters.get("", ()):
            graph.add(start, letter, start)
    _end_between(graph, word, path, script, vowels)
    return graph


def _add_unit(
    graph: Graph, letters: dict[str, tuple[str, ...]], start: int, unit: tuple[str, ...], end: int
) -> None:
    """
    Edges for all ways to write a letter.
    """
    for way in unit:
        if not way:
            graph.add(start, "", end)
        _add_letters(graph, letters, start, way, end)


def _end_between(
    graph: Graph, word: str, path: list[int], script: str, vowels: Iterable[str]
) -> None:
    """
    The ends of the *graph* of *word*, which may have one of *vowels* more.
    """
    units = letters_of(word).units
    core = units[len(_ARTICLES[0]) if folded(word).startswith(_ARTICLES) else 0 :]
    sure = sum("" not in unit and not _may_be_a_vowel(unit) for unit in core) >= _SURE
    if vowels:
        _soften_articles(graph, folded(word), path)
        graph.ends = dict.fromkeys(_after_vowels(graph, path[-1], vowels), Manner.MAY_BE)
    else:
        sure = sure or not leaves_out_vowels(script)
        graph.ends[path[-1]] = Manner.ANOTHER_SPELLING if sure else Manner.MAY_BE
    if sure:
        _inflect(graph, "".join(unit[0][-1:] or "-" for unit in units), path, script)
    if sure and vowels:
        graph.ends = dict.fromkeys(graph.ends, Manner.WITHOUT_VOWELS)


def _after_vowels(graph: Graph, node: int, vowels: Iterable[str]) -> tuple[int, int]:
    """
    *node*, and a node after one of *vowels* more.
    """
    further = graph.node()
    for vowel in sorted(vowels):
        graph.add(node, vowel, further)
    return node, further


def _add_letters(
    graph: Graph, letters: dict[str, tuple[str, ...]], start: int, way: str, end: int
) -> None:
    """
    Edges for *way* as one letter of the other script, or as two.
    """
    for letter in letters.get(way, ()) if way else ():
        graph.add(start, letter, end)
    for cut in range(1, len(way)):
        first, second = letters.get(way[:cut], ()), letters.get(way[cut:], ())
        if first and second:
            between = graph.node()
            for letter in first:
                graph.add(start, letter, between)
            for letter in second:
                graph.add(between, letter, end)


@cache
def _inverted(script: str) -> dict[str, tuple[str, ...]]:
    return {
        latin: tuple(dict.fromkeys(filter(None, map(folded, letters))))
        for latin, letters in letters_by_latin(script).items()
    }


@cache
def _longest(script: str) -> int:
    return max(map(len, _inverted(script)), default=0)


class _Ending(NamedTuple):
    least: int
    in_place_of: str
    text: str


def _inflect(graph: Graph, letters: str, path: list[int], script: str) -> None:
    """
    Add the endings that languages give to a word, after it or in place of its last letters.
    """
    count = len(path) - 1
    endings = [one for one in _endings(script) if one.least <= count]
    if not endings:
        return
    end = graph.node()
    for stem, least in _stems_of(graph, letters, path, script):
        for one in endings:
            if least <= count and not one.in_place_of:
                graph.add(stem, one.text, end)
    for one in endings:
        if one.in_place_of and letters.endswith(one.in_place_of):
            graph.add(path[-1 - len(one.in_place_of)], one.text, end)
    graph.ends[end] = Manner.INFLECTED


def _stems_of(
    graph: Graph, letters: str, path: list[int], script: str
) -> Iterator[tuple[int, int]]:
    """
    The nodes after which an ending may stand, each with the letters that the word must have: the
    end of the word, and its stems without the last letters or with others in place of them.
    """
    yield path[-1], 0
    for size in range(1, _OPEN + 1) if script != "Latn" else ():  # what was Latin ends in a vowel
        if len(letters) <= size + 1 or letters[-size] not in _VOWELS:
            break
        yield path[-1 - size], _LONG
    for cut, least in _stems(script):
        if letters.endswith(cut) and len(cut) < len(letters):
            yield path[-1 - len(cut)], least
    for last, other in _alternations(script):
        for vowel in _OPEN_ENDS:  # Olga, Oldze
            whole = last + vowel
            if letters.endswith(whole) and len(whole) < len(letters) - 1:
                changed = graph.node()
                graph.add(path[-1 - len(whole)], other, changed)
                yield changed, 4


@cache
def _endings(script: str) -> tuple[_Ending, ...]:
    found: dict[tuple[str, str], int] = {}
    for one, least, cut, endings, _ in rows_of("endings.csv"):
        if one == script:
            for ending in endings.split():
                key = folded(cut), folded(ending)
                found[key] = min(found.get(key, 99), int(least))
    return tuple(_Ending(least, *key) for key, least in found.items())


@cache
def _stems(script: str) -> tuple[tuple[str, int], ...]:
    return tuple(
        (folded(cut), int(least)) for one, cut, least, _ in rows_of("stems.csv") if one == script
    )


@cache
def _alternations(script: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (folded(last), folded(other))
        for one, last, other, _ in rows_of("alternations.csv")
        if one == script
    )
