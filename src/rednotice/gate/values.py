"""
Values of Python as JSON has them: what somebody else's code holds in place of a document.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from rednotice import faults
from rednotice.records import is_record, to_dict
from rednotice.records.limits import LEVELS, is_text

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.findings import Manual

Told = list[tuple["Path", "Manual", str]]
MOST_VALUES = 500_000  # of one value: what holds one part many times would fill the memory
_AS_THEY_ARE = frozenset({bool, type(None)})
_NUMBERS = frozenset({int, float})
_GREATEST = sys.float_info.max  # what other readers of JSON can hold at all


def as_json(value: Any) -> tuple[Any, Told]:
    """
    *value* in JSON's own types, and what cannot be so: each with its path and what must be there.

    Mappings become objects, and lists and tuples lists. A record becomes the object that it is, a
    day of the calendar its text, and a text type such as `PartialDate` plain text. All else is told
    of, and has null in its place.
    """
    copying = _Copying()
    return copying.of(value, ()), copying.told


class _Copying:
    """
    A copy under way: what was told, and how many values more there may be.
    """

    def __init__(self) -> None:
        self.told: Told = []
        self._left = MOST_VALUES

    def of(self, value: Any, path: Path) -> Any:
        """The copy of *value*, which stands at *path*."""
        kind = type(value)
        if kind in _AS_THEY_ARE or (kind in _NUMBERS and abs(value) <= _GREATEST):
            return value
        if isinstance(value, str) and is_text(value):
            return str.__str__(value)
        if is_record(kind):
            value = to_dict(value)
        if isinstance(value, Mapping | list | tuple) and len(path) < LEVELS:
            return self._of_container(value, path)
        if isinstance(value, dt.date) and kind is dt.date:
            return value.isoformat()
        self.told.append((path, *_wrong(value)))
        return None

    def _of_container(self, value: Any, path: Path) -> Any:
        self._left -= len(value)
        if self._left < 0:
            if self._left + len(value) >= 0:  # it is told once
                self.told.append(((), faults.TOO_LARGE, _TOO_MANY))
            return None
        if not isinstance(value, Mapping):
            return [self.of(part, (*path, at)) for at, part in enumerate(value)]
        return self._of_mapping(value, path)

    def _of_mapping(self, value: Mapping[Any, Any], path: Path) -> dict[str, Any]:
        members: dict[str, Any] = {}
        for key, part in value.items():
            if isinstance(key, str) and is_text(key):
                name = str.__str__(key)
                members[name] = self.of(part, (*path, name))
            else:
                self.told.append((path, faults.WRONG_TYPE, _NAMES))
        return members


_TOO_MANY = f"This must have no more than {MOST_VALUES:,} values. Split it into several documents."
_TOO_DEEP = f"This must be no deeper than {LEVELS} levels. Take out a level."
_NOT_FINITE = "This must be a finite number. Leave the member out if it is unknown."
_NAMES = "The names of members must be texts. Turn each key into a str."


def _wrong(value: Any) -> tuple[Manual, str]:
    if isinstance(value, Mapping | list | tuple):
        return faults.TOO_LARGE, _TOO_DEEP
    if type(value) in _NUMBERS:
        return faults.WRONG_TYPE, _NOT_FINITE
    return faults.WRONG_TYPE, _expected(value)


def _expected(value: Any) -> str:
    match value:
        case str():
            return "This text holds half a character (a lone surrogate). Decode it again."
        case AbstractSet():
            return "This must be a list, since a set has no order. Sort it into a list."
        case dt.datetime() | dt.time():
            return "This must be a text: 2026-03-01T12:00:00Z for a time, or 2026-03-01 for a date."
        case bytes() | bytearray() | memoryview():
            return "This must be text and not bytes. Decode it."
    return "This must be a text, a number, true or false, a list or a dict, as in JSON."
