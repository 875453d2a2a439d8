"""
Numbers that identify a person, such as that of a notice or a passport, and copies of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# A number of fewer signs occurs by chance, and one of few digits is a word or an abbreviation.
_SIGNS, _DIGITS, _LONGEST = 7, 4, 40
_FEW = re.compile(rf"(?:[^0-9]*+[0-9]){{{_DIGITS}}}")
_PARTS = re.compile("[0-9A-Za-z]+")
# What a number is: letters and digits, and what may stand between them. An address has a colon.
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z /._-]*")
# At most one sign stands in a copy between two parts of a number, maybe as an address has it.
_BETWEEN = r"(?:[/._ -]|%2[0-9A-Fa-f])?"


def identifying(texts: Iterable[str]) -> frozenset[str]:
    """
    Those of *texts*, values of fields that identify a person, that are numbers long enough not to
    occur by chance.
    """
    return frozenset(text for text in texts if _is_long(text))


def _is_long(text: str) -> bool:
    # Most of what identifies a person is a name without a digit, and that is asked first.
    if not _SIGNS <= len(text) <= _LONGEST or not _FEW.match(text) or not _NUMBER.fullmatch(text):
        return False
    return sum(map(len, _PARTS.findall(text))) >= _SIGNS


@lru_cache(maxsize=64)
def _main_parts(numbers: frozenset[str]) -> frozenset[str]:
    """The longest part of each number, as it stands in a casefolded text that has a copy."""
    return frozenset(max(_PARTS.findall(number), key=len).casefold() for number in numbers)


@lru_cache(maxsize=64)
def _copies(numbers: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_copy, sorted(numbers))), re.IGNORECASE)


def _copy(number: str) -> str:
    """A pattern for a copy of *number* that is not a piece of a longer row of digits."""
    parts = _PARTS.findall(number)
    before = "(?<![0-9])" if parts[0][0].isdigit() else ""
    after = "(?![0-9])" if parts[-1][-1].isdigit() else ""
    return f"{before}{_BETWEEN.join(parts)}{after}"


def holds_a_number(text: str, numbers: frozenset[str]) -> bool:
    """
    Whether *text* contains a copy of one of *numbers*, whatever stands between its parts
    (``2031/44071`` in ``c-2031-44071``).
    """
    if not numbers:
        return False
    # Making a pattern takes longer than all else, and in most cases no part of a number occurs.
    plain = text.casefold()
    return any(part in plain for part in _main_parts(numbers)) and (
        _copies(numbers).search(text) is not None
    )
