"""
Numbers that identify a person, such as that of a notice or a passport, and copies of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rednotice.names.tokens import parts_of_path

# A number of fewer signs occurs by chance, and one of few digits is a word or an abbreviation.
_SIGNS, _DIGITS, _LONGEST = 7, 4, 40
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
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return False
    signs = "".join(_PARTS.findall(text))
    return len(signs) >= _SIGNS and sum(sign.isdigit() for sign in signs) >= _DIGITS


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


def numbered_parts(path: str, numbers: frozenset[str]) -> tuple[bool, ...]:
    """
    For each part of *path*, its folders and then the file without its suffix, whether it contains
    one of *numbers*. Empty if the path contains none.
    """
    return parts_of_path(path, lambda part: holds_a_number(part, numbers))
