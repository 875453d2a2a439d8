"""
Find the line and column of values and members in a JSON text, level by level.
"""

from __future__ import annotations

import json.decoder
import re
from array import array
from bisect import bisect, insort
from functools import lru_cache
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rednotice.documents import Path
    from rednotice.formats.reading import Spot

_decoder: Any = json.decoder  # typeshed lacks the two C functions that are used here
# Numbers are skipped without converting them: Python is slow with many digits, or refuses them.
_value_at = _decoder.JSONDecoder(parse_int=bool, parse_float=bool).scan_once
_text_at = _decoder.scanstring
_BETWEEN = re.compile(r"[ \t\r\n]*+(?:[:,][ \t\r\n]*+)?")
_RUN = 256  # scalars of a list that are skipped in one step
_SCALARS = re.compile(
    rf"""(?:(?:"[^"\\]*+"|[^"\[\]{{}},\s]++)[ \t\r\n]*+,[ \t\r\n]*+){{{_RUN}}}+"""
)

_BLOCK = 2**14  # characters whose line breaks are counted in one step
_LONG = 2**9  # characters; for a longer object or list, the places of its parts are cached
_STEP = 2**10  # characters between two items of a list whose places are cached
_WHOLLY = 2**62  # a position after the end of every text


class Places:
    """
    The places of a valid JSON text. Of repeated members in an object, the first counts.

    At each level of a path, only the text before the next part is read. A long object or list is
    read once, however many places in it are looked up.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text.decode()
        self._lines = _Lines(self._text)
        self._long: dict[int, _Object | _List] = {}
        self._lock = Lock()  # two threads may look up places in one text

    def of(self, path: Path, key: str | None) -> Spot:
        """
        Line and column of the value at *path*, or of its member *key*; if there is no such value,
        of the nearest one above it.
        """
        with self._lock:
            return self._lines.place(self._down(path, key))

    def _down(self, path: Path, key: str | None) -> int:
        at = _after(self._text, 0)
        for part in path:
            inner = self._part(at, part)
            if inner is None:
                return at
            at = inner
        found = None if key is None else self._within(at, "{", key)
        return at if found is None else found

    def twice(self, paths: Iterator[Path], most: int) -> Iterator[tuple[Path, Spot]]:
        """
        The paths of objects with repeated keys, each with the place of a repetition: the first
        *most* of them in the order of the text. *paths* must be in that order too.
        """
        found: list[tuple[int, Path]] = []
        for path in paths:
            at = _after(self._text, 0)
            for part in path:
                at = self._part(at, part) or at
            if len(found) == most and found[-1][0] < at:
                break
            for key in islice(_again(self._text, at), most):
                insort(found, (key, path), key=lambda one: one[0])
            del found[most:]
        for key, path in found:
            yield path, self._lines.place(key)

    def _part(self, at: int, name: str | int) -> int | None:
        """
        Where the part *name* of the value at position *at* begins; None if there is no such part.
        """
        if isinstance(name, int):
            return self._within(at, "[", name)
        key = self._within(at, "{", name)
        return None if key is None else _after(self._text, _text_at(self._text, key + 1)[1])

    def _within(self, at: int, bracket: str, name: Any) -> int | None:
        if self._text[at] != bracket:
            return None
        known: Any = self._long.get(at)
        if known is None:
            known = _Object(self._text, at) if bracket == "{" else _List(self._text, at)
        found: int | None = known.find(name)
        if known.passed - at >= _LONG:
            self._long[at] = known
        return found


class _Object:
    """
    The part of an object that was read so far, with the positions of its keys.
    """

    def __init__(self, text: str, at: int) -> None:
        self.passed = at
        self._ahead = _members(text, at)
        self._known: dict[str, int] = {}

    def find(self, name: str) -> int | None:
        """Where the first key *name* begins."""
        if name in self._known:
            return self._known[name]
        for key, at in self._ahead:
            self.passed = at
            if self._known.setdefault(key, at) == at and key == name:
                return at
        self.passed = _WHOLLY
        return None


class _List:
    """
    The part of a list that was read so far, with the positions of some of its items.
    """

    def __init__(self, text: str, at: int) -> None:
        self.passed = _after(text, at + 1)
        self._text = text
        self._numbers = array("Q", [0])
        self._places = array("Q", [self.passed])
        self._last = 0, self.passed  # number and place that were found last

    def find(self, wanted: int) -> int | None:
        """Where the item number *wanted* begins."""
        if wanted < 0:
            return None
        near = bisect(self._numbers, wanted) - 1
        number, at = self._numbers[near], self._places[near]
        if number < self._last[0] <= wanted:  # as for findings in the order of the document
            number, at = self._last
        singly = number  # items up to this number are read one by one
        while number < wanted and self._text[at] != "]":
            if number < singly or wanted < number + _RUN:
                at = _after(self._text, _value_at(self._text, at)[1])
                number += 1
            elif run := _SCALARS.match(self._text, at):
                at = run.end()
                number += _RUN
            else:
                singly = number + _RUN
            if at >= self._places[-1] + _STEP:
                self._numbers.append(number)
                self._places.append(at)
        self.passed, self._last = max(self.passed, at), (number, at)
        return None if self._text[at] == "]" else at


def _after(text: str, at: int) -> int:
    """The position after blanks, including a colon or a comma among them."""
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _members(text: str, at: int) -> Iterator[tuple[str, int]]:
    """The keys of the object at position *at*, and where each begins."""
    at = _after(text, at + 1)
    while text[at] != "}":
        key, end = _text_at(text, at + 1)
        yield key, at
        at = _after(text, _value_at(text, _after(text, end))[1])


def _again(text: str, at: int) -> Iterator[int]:
    """Where the repeated keys of the object at position *at* begin."""
    met: set[str] = set()
    for key, place in _members(text, at):
        if key in met:
            yield place
        met.add(key)


class _Lines:
    """
    The lines of a text: how many end before each block, and where the last of these ends.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts = array("Q", [0])
        self._breaks = array("q", [-1])

    def place(self, at: int) -> Spot:
        """Line and column of the character *at*, both from 1."""
        block = at // _BLOCK
        while len(self._counts) <= block:
            self._count()
        start = block * _BLOCK
        last = self._text.rfind("\n", start, at)
        line = self._counts[block] + self._text.count("\n", start, at) + 1
        return line, at - (last if last >= 0 else self._breaks[block])

    def _count(self) -> None:
        """Count the lines of one more block."""
        end = len(self._counts) * _BLOCK
        last = self._text.rfind("\n", end - _BLOCK, end)
        self._breaks.append(last if last >= 0 else self._breaks[-1])
        self._counts.append(self._counts[-1] + self._text.count("\n", end - _BLOCK, end))


@lru_cache(maxsize=1)  # so that many findings about one document read it once
def _places(text: bytes) -> Places:
    return Places(text)


def locate(text: bytes, path: Path, key: str | None) -> Spot:
    """
    Line and column of the value at *path* in the valid JSON *text*, or of its member *key*; if
    there is no such value, of the nearest one above it.
    """
    return _places(text).of(path, key)
