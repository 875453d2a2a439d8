"""
Numbers that identify a person, such as that of a notice or a passport, and copies of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

# A number of fewer signs occurs by chance, and one of few digits is a word or an abbreviation.
_SIGNS, _DIGITS, LONGEST = 7, 4, 40
_MANY = 100  # numbers of one length, from which on it is faster to look up all pieces of a text
_FEW = re.compile(rf"(?:[^0-9]*+[0-9]){{{_DIGITS}}}")
_PARTS = re.compile("[0-9A-Za-z]+")
# What a number is: letters and digits, and what may stand between them. An address has a colon.
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z /._-]*")
# At most one sign stands in a copy between two parts of a number, maybe as an address has it.
_BETWEEN = r"(?:[/._ -]|%2[0-9A-Fa-f])?"
_SIGNS_BETWEEN = (re.compile("[/._ -]"), re.compile("[/._ -]|%2[0-9a-f]"))


def identifying(texts: Iterable[str]) -> frozenset[str]:
    """
    Those of *texts*, values of fields that identify a person, that are numbers long enough not to
    occur by chance.
    """
    return frozenset(text for text in texts if _is_long(text))


def _is_long(text: str) -> bool:
    # Most of what identifies a person is a name without a digit, and that is asked first.
    if not _SIGNS <= len(text) <= LONGEST or not _FEW.match(text) or not _NUMBER.fullmatch(text):
        return False
    return sum(map(len, _PARTS.findall(text))) >= _SIGNS


class _Pieces(NamedTuple):
    """
    Numbers by a piece of each that stands in every copy, and how long these pieces are.
    """

    numbers: dict[str, list[str]]
    sizes: frozenset[int]

    def of(self, text: str) -> Iterator[str]:
        """The numbers whose piece stands in *text*."""
        if len(self.numbers) <= _MANY * len(self.sizes):
            found = {piece for piece in self.numbers if piece in text}
        else:
            places = range(len(text))
            pieces = (text[at : at + size] for size in self.sizes for at in places)
            found = {piece for piece in pieces if piece in self.numbers}
        for piece in found:
            yield from self.numbers[piece]


def _by_piece(numbers: Iterable[str], piece: Callable[[str], str]) -> _Pieces:
    found: dict[str, list[str]] = {}
    for number in numbers:
        found.setdefault(piece(number).casefold(), []).append(number)
    return _Pieces(found, frozenset(map(len, found)))


@lru_cache(maxsize=64)
def _by_longest_part(numbers: frozenset[str]) -> _Pieces:
    return _by_piece(numbers, lambda number: max(_PARTS.findall(number), key=len))


@lru_cache(maxsize=64)
def _by_all_parts(numbers: frozenset[str]) -> _Pieces:
    return _by_piece(numbers, lambda number: "".join(_PARTS.findall(number)))


@lru_cache(maxsize=64)
def _copy(number: str) -> re.Pattern[str]:
    """A pattern for a copy of *number* that is not a piece of a longer row of digits."""
    parts = _PARTS.findall(number)
    before = "(?<![0-9])" if parts[0][0].isdigit() else ""
    after = "(?![0-9])" if parts[-1][-1].isdigit() else ""
    return re.compile(f"{before}{_BETWEEN.join(parts)}{after}", re.IGNORECASE)


def holds_a_number(text: str, numbers: frozenset[str]) -> bool:
    """
    Whether *text* contains a copy of one of *numbers*, whatever stands between its parts
    (``2031/44071`` in ``c-2031-44071``).
    """
    if not numbers:
        return False
    # Making a pattern takes longer than all else, and in most cases no part of a number occurs.
    small = text.casefold()
    likely = frozenset(_by_longest_part(numbers).of(small))
    if len(likely) > _MANY:
        several = _by_all_parts(likely)
        likely = frozenset(
            number for between in _SIGNS_BETWEEN for number in several.of(between.sub("", small))
        )
    return any(_copy(number).search(text) for number in likely)
