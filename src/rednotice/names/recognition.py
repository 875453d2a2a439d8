"""
Recognise a person's name in an id or a path, whatever its spelling, encoding or damage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rednotice.names.disguises import is_garbled, runs_of
from rednotice.names.ordinary import is_ordinary, without_ordinary_ends
from rednotice.names.readable import joined, readings
from rednotice.names.romanisation import Letters, as_spelt, is_dense, letters_of, normal
from rednotice.names.screening import DENSEST, worth_comparing
from rednotice.names.transliteration import NAME, spellings

_WORDS = re.compile(r"[^\W\d_]+")
_LETTERS = 2  # that stand for nobody's name
_DIGITS = 7  # of a number that may identify somebody
_WHOLE = 3  # letters of a word that is a name as it is written
_CUT = 4  # letters of a word that is the beginning of a name
_CUT_PARTS = 3  # letters of the name that the beginning stands for
_END = 5  # letters of a word that is the end of a name
_WITHIN = 5  # letters of a name that is looked for inside other words
_SURE = 3  # consonants of a name written without vowels, for anything but the whole word
_GAP = 2  # vowels between two letters of such a name
_VOWELS = frozenset("aeiouy")
_SCREENED = 16  # words that are screened while one is compared
_DENSE_EFFORT = 16  # of a word that may be cut anywhere, compared with that of another
_CHARACTERS = 4  # of a Chinese or Korean name
_ARTICLE = "ال"
_WITH_ARTICLE = 5  # letters, with the article, of a name that is compared without it
_FEW = 200  # words of which Chinese and Korean ones are also compared by their letters
_SHARE = 0.4  # of a name, for which its beginning may stand


class Spelt(NamedTuple):
    """
    A name: its words in plain letters, with the ways to write them, and each Chinese or Korean
    character by itself.
    """

    words: tuple[tuple[str, Letters], ...]
    characters: frozenset[str]


def spelt(name: str) -> Spelt:
    """
    The *name* in all its spellings.
    """
    return (_spelt if len(name) <= NAME else _spelt.__wrapped__)(name)


@lru_cache(maxsize=2**13)
def _spelt(name: str) -> Spelt:
    own = [word for text in _written(name) for word in _WORDS.findall(normal(text))]
    words = {word: (spellings(word)[0], letters_of(word)) for word in own}
    dense = "".join(word for word in own if is_dense(word))
    for character in dense:
        words.setdefault(character, (character, letters_of(character)))
    for start in range(len(dense)):  # the whole, and the given name alone
        for end in range(start + 2, min(start + _CHARACTERS, len(dense)) + 1):
            words.setdefault(dense[start:end], (dense[start:end], letters_of(dense[start:end])))
    for word in own:
        if word.startswith(_ARTICLE) and len(word) > _WITH_ARTICLE:
            bare = word.removeprefix(_ARTICLE)
            words.setdefault(bare, (spellings(bare)[0], letters_of(bare)))
    return Spelt(tuple(words.values()), frozenset(dense))


@lru_cache(maxsize=2**11)
def _by_letters(name: str) -> tuple[Letters, ...]:
    """
    The Chinese or Korean words of *name*, of two characters or more, by the letters of their first
    spelling, so that one sees what begins or ends within a syllable.
    """
    several = (
        written for plain, written in spelt(name).words if len(plain) > 1 and is_dense(plain)
    )
    return tuple(as_spelt("".join(unit[0] for unit in written.units)) for written in several)


def _written(name: str) -> Iterator[str]:
    """
    Yield the *name* as it was meant, and its words that separators took apart.
    """
    for reading in readings(name):
        yield reading
        yield from joined(reading)


def tells_a_name(text: str, names: Iterable[str]) -> bool:
    """
    Whether *text*, an id or the name of a file or folder, tells one of *names*.

    An ordinary word tells nobody. Another tells a name if it is written as one word of the name may
    be, is the beginning or the end of that, or is made of words of the name; and if it has a word
    of the name of five letters or more inside it.
    """
    runs = uncommon_runs(text)
    if not runs:
        return is_garbled(text) and any(True for _ in names)
    for name in names:
        one = spelt(name)
        if any(_is_told(one, run, letters) for run, letters in runs):
            return True
        if one.characters and any(_is_told_by_letters(name, run, letters) for run, letters in runs):
            return True
    return is_garbled(text) and any(True for _ in names)


def may_tell_a_name(text: str) -> bool:
    """
    Whether *text* may tell a name; if not, it tells none.
    """
    return bool(uncommon_runs(text)) or is_garbled(text)


def is_uncommon(text: str) -> bool:
    """
    Whether *text*, an id or the name of a file or folder, has anything but ordinary words, two
    single letters and short numbers.
    """
    words = _WORDS.findall(normal(text))
    return (
        any(len(word) > 1 and not is_ordinary(word) for word in words)
        or sum(len(word) == 1 for word in words) > _LETTERS
        or sum(map(str.isdecimal, text)) >= _DIGITS
    )


def uncommon_runs(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """
    What in *text* may be a name, without ordinary words, each with its letters.
    """
    return (_uncommon_runs if len(text) <= NAME else _uncommon_runs.__wrapped__)(text)


@lru_cache(maxsize=4096)
def _uncommon_runs(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    runs = [run for run in runs_of(text) if not is_ordinary(run)]
    words = {*_WORDS.findall(normal(text))}  # of words in a row, one ends where another begins
    rests = [rest for run in runs if run in words for rest in without_ordinary_ends(run)]
    return tuple((run, frozenset(run)) for run in dict.fromkeys((*runs, *rests)))


def telling_words_of(
    words: Iterable[str], runs: Iterable[str], most: int
) -> tuple[frozenset[str], int]:
    """
    Those of *words*, which `rednotice.names.romanisation.normal` gave, of which one of *runs* may
    be made; and the effort that it took. The search ends when this is more than *most*.
    """
    found: set[str] = set()
    effort, several = 0, [*words]
    for run in runs:
        effort += len(several) // _SCREENED
        for word in worth_comparing(several, run) if effort <= most else ():
            if effort > most:
                break
            effort += _DENSE_EFFORT if is_dense(word) else 1
            if _may_be_told(word, run):
                found.add(word)
        if len(several) <= _FEW:
            dense, letters = filter(is_dense, several), frozenset(run)
            found.update(word for word in dense if _is_told_by_letters(word, run, letters))
    return frozenset(found), effort


@lru_cache(maxsize=2**15)
def _may_be_told(word: str, run: str) -> bool:
    letters = frozenset(run)
    if is_dense(word):
        return _is_told(spelt(word[:DENSEST]), run, letters)
    written = letters_of(word)
    if _is_word_of(written, run, letters):
        return True
    if len(word) < _WITHIN and written.may_begin_in(letters) and _stands_in(written, run):
        return True
    return not run.isascii() and _is_same_or_part(spellings(word)[0], run)


def _stands_in(written: Letters, run: str) -> bool:
    """
    Whether the word *written*, of two letters or more, stands anywhere in *run*.
    """
    ends = {place: place for place in range(len(run) + 1)}
    for unit in written.units:
        ends = _after(unit, run, ends, vowelless=written.vowelless)
    return any(end > start + 1 for end, start in ends.items())


def _is_told(name: Spelt, run: str, letters: frozenset[str]) -> bool:
    if not name.characters.isdisjoint(letters) and _shares_characters(name, run, letters):
        return True
    # Most words need letters that the run does not have, which is quick to see.
    begun = [written for _, written in name.words if written.may_begin_in(letters)]
    if any(_is_begun_by(written, run, letters) for written in begun):
        return True
    if len(run) >= _END and any(_is_ended_by(written, run, letters) for _, written in name.words):
        return True
    if not run.isascii() and any(_is_same_or_part(plain, run) for plain, _ in name.words):
        return True
    return bool(begun) and len(name.words) > 1 and _is_made_of(begun, run)


def _is_told_by_letters(name: str, run: str, letters: frozenset[str]) -> bool:
    return any(_is_word_of(written, run, letters) for written in _by_letters(name))


def _shares_characters(name: Spelt, run: str, letters: frozenset[str]) -> bool:
    """
    Whether *run* is made of characters of the name, or has two of them in a row.
    """
    if letters <= name.characters:
        return True
    return any(one in name.characters and other in name.characters for one, other in pairwise(run))


def _is_same_or_part(plain: str, run: str) -> bool:
    """
    Whether *run*, in another script or with marks, stands for the name *plain* or a part of it.
    """
    if not plain.isascii():
        own = spellings(run)[0]
        return len(own) >= _WHOLE and (own in plain or (plain in own and len(plain) >= _CUT))
    written = letters_of(run)
    return _is_word_of(written, plain, frozenset(plain))


def _is_word_of(written: Letters, run: str, letters: frozenset[str]) -> bool:
    """
    Whether *run*, which has these *letters*, is the word *written*, its beginning or its end, or
    has it inside.
    """
    if written.may_begin_in(letters) and _is_begun_by(written, run, letters):
        return True
    return len(run) >= _END and _is_ended_by(written, run, letters)


def _is_begun_by(written: Letters, run: str, letters: frozenset[str]) -> bool:
    places = range(len(run) + 1) if written.may_go_on_in(letters) else (0,)
    return _is_begun_or_inside(written, run, {place: place for place in places})


def _is_ended_by(written: Letters, run: str, letters: frozenset[str]) -> bool:
    return len(written.units) > _END and written.may_end_in(letters) and _is_end_of(written, run)


def _is_begun_or_inside(written: Letters, run: str, ends: dict[int, int]) -> bool:
    """
    Whether the word *written* stands in *run* from one of the places *ends* on, or *run* is its
    beginning.
    """
    units, size = written.units, len(run)
    least = max(_CUT_PARTS, len(units) * _SHARE)
    sure = 0
    # Where all of the run is written, its consonants say as much as those of the name.
    many = sum(letter not in _VOWELS for letter in run) >= _SURE
    for number, unit in enumerate(units, 1):
        if number > least and size >= _CUT and _is_cut(unit, run, ends):
            return many or sure >= _SURE or not written.vowelless
        ends = _after(unit, run, ends, vowelless=written.vowelless)
        if not ends:
            return False
        sure += "" not in unit
        is_certain = many or sure >= _SURE or not written.vowelless
        if is_certain and number >= least and size >= _CUT and ends.get(size) == 0:
            return True
    if ends.get(size) == 0:
        return size >= _WHOLE and (sure > 1 or not written.vowelless)
    # A single syllable of Chinese stands in other words by chance.
    return (sure >= _SURE or (len(units) > 1 and not written.vowelless)) and any(
        end - start >= _WITHIN + written.vowelless for end, start in ends.items()
    )


def _is_cut(unit: tuple[str, ...], run: str, ends: dict[int, int]) -> bool:
    """
    Whether *run* ends within *unit*.
    """
    return any(
        start == 0 and end < len(run) and any(latin.startswith(run[end:]) for latin in unit)
        for end, start in ends.items()
    )


def _is_end_of(written: Letters, run: str) -> bool:
    """
    Whether *run* is the end of the word *written*, which has more letters.
    """
    ends = {0: 0}
    middle = len(written.units) // 2
    begun = False
    for number, unit in enumerate(written.units[1:], 1):
        ends = _after(unit, run, ends, vowelless=written.vowelless)
        if number <= middle:
            ends.setdefault(0, 0)
        elif not ends:
            return False
        begun = begun or len(ends) > 1
    return begun and len(run) in ends


def _after(
    unit: tuple[str, ...], run: str, ends: dict[int, int], *, vowelless: bool
) -> dict[int, int]:
    """
    Where in *run* one may stand after *unit*, from the places *ends*, each with the first place
    where the way to it began.
    """
    after: dict[int, int] = {}
    for end, start in ends.items():
        before = run[end - 1] if end > start else ""
        for latin in unit:
            if run.startswith(latin, end):
                place = end + len(latin)
            elif before and latin[:1] == before and run.startswith(latin, end - 1):
                place = end - 1 + len(latin)  # the two letters became one
            else:
                continue
            if after.get(place, place + 1) > start:
                after[place] = start
    return _with_vowels(after, run) if vowelless else after


def _with_vowels(ends: dict[int, int], run: str) -> dict[int, int]:
    """
    *ends*, and the places after one vowel or two.
    """
    after = dict(ends)
    for place, start in ends.items():
        for further in range(place + 1, min(place + _GAP, len(run)) + 1):
            if run[further - 1] not in _VOWELS:
                break
            if after.get(further, further + 1) > start:
                after[further] = start
    return after


def _is_made_of(words: list[Letters], run: str) -> bool:
    """
    Whether *run* is made of two or more *words* of a name in a row.
    """
    if len(run) < _CUT:
        return False
    reached, waiting = {0: 0}, [0]
    for place in waiting:  # the loop adds to it
        for written in words:
            ends = {place: place}
            for unit in written.units:
                ends = _after(unit, run, ends, vowelless=written.vowelless)
                if not ends:
                    break
            for end in ends:
                if end > place + 1 and end not in reached:
                    reached[end] = reached[place] + 1
                    waiting.append(end)
    return reached.get(len(run), 0) > 1
