"""
The distinct words of a text, quickly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import compress, count
from typing import AnyStr

from rednotice.names.redaction.listed import APOSTROPHES, WORD

# Letters stay, and digits, since they may stand for letters; an apostrophe may belong to a word;
# signs that are not ASCII are looked at later.
_SPACE, _ASCII = 32, 128
_PLAIN = bytes(
    code if code >= _ASCII or chr(code).isalnum() or chr(code) in "'`" else _SPACE
    for code in range(256)
)
_FOLLOWING = 4  # words that may be pieces of one
_APART = 2  # places from the first to the last of three words in a row
_AMONG_LETTERS = re.compile(r"[0-9]*[^\W\d_]+[0-9][^\W_]*")


class Vocabulary:
    """
    The words of a text that is in small letters.

    Attributes:
        words: The distinct words.
        beside: Those that stand directly beside a sign that is not ASCII.
        with_digits: Those that have digits among their letters.
        apart: Whether letters stand apart, as in ``n a m e``.
    """

    def __init__(self, text: str) -> None:
        self._parts = text.encode("utf-8", "replace").translate(_PLAIN).split()
        self.words: set[str] = set()
        self.beside: set[str] = set()
        self.with_digits: set[str] = set()
        for part in set(self._parts):
            if part.isalpha():  # ASCII letters only, as most have
                self.words.add(part.decode())
            elif not part.isdigit():
                self._add(part.decode())
        self.apart: bool = self._are_apart(text)

    def _are_apart(self, text: str) -> bool:
        single = {word for word in self.words if len(word) == 1}
        if len(single) <= 1:
            return False
        if all(map(str.isascii, single)):
            places = [*_places({word.encode() for word in single}, self._parts)]
        else:
            places = [*_places(single, WORD.findall(text))]
        return any(last - first == _APART for first, last in zip(places, places[2:], strict=False))

    def runs(self, words: Iterable[str]) -> Iterator[list[str]]:
        """
        For each of *words*, of ASCII letters, wherever it stands: itself and those that follow it.
        """
        parts, wanted = self._parts, {word.encode() for word in words}
        for place in _places(wanted, parts):
            yield [part.decode().strip("'`") for part in parts[place : place + _FOLLOWING]]

    def _add(self, part: str) -> None:
        words = WORD.findall(part)
        self.words.update(words)
        if not part.isascii():
            self.beside.update(words)
        if not part.isalpha():
            self.with_digits.update(_AMONG_LETTERS.findall(part))


def _places(wanted: AbstractSet[AnyStr], words: Iterable[AnyStr]) -> Iterator[int]:
    """
    Where one of *wanted* stands in *words*.
    """
    return compress(count(), map(wanted.__contains__, words)) if wanted else iter(())


def bare(word: str) -> tuple[str, str]:
    """
    *word* without what stands behind its last apostrophe, and that: ``kholmatova`` and ``'s``.
    """
    for place in range(len(word) - 1, 0, -1):
        if word[place] in APOSTROPHES:
            return word[:place], word[place:]
    return word, ""
