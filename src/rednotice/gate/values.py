"""
Values of Python as JSON has them: what somebody else's code holds in place of a document.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from rednotice.records import is_record, plain
from rednotice.records.limits import LEVELS

if TYPE_CHECKING:
    from rednotice.documents import Path

Told = list[tuple["Path", str]]
_PLAIN = frozenset({str, int, float, bool, type(None)})


def as_json(value: Any) -> tuple[Any, Told]:
    """
    *value* in JSON's own types, and what cannot be so: each with its path and what must be there.

    Mappings become objects and sequences lists; a record becomes the object that it is, a date of
    the calendar its text, and so does a text type such as `PartialDate`. All else is told of, and
    null in its place.
    """
    told: Told = []
    return _as_json(value, (), told), told


def _as_json(value: Any, path: Path, told: Told) -> Any:
    kind = type(value)
    if kind is float and not math.isfinite(value):
        told.append((path, "must be a finite number; leave the member out if it is unknown"))
        return None
    if kind in _PLAIN:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if is_record(kind):
        return plain(value)
    if kind is dt.date:
        return value.isoformat()
    if isinstance(value, Mapping | list | tuple) and len(path) >= LEVELS:
        told.append((path, f"must be no deeper than {LEVELS} levels"))
        return None
    if isinstance(value, Mapping):
        return _object(value, path, told)
    if isinstance(value, list | tuple):
        return [_as_json(part, (*path, at), told) for at, part in enumerate(value)]
    told.append((path, _wrong(value)))
    return None


def _object(value: Mapping[Any, Any], path: Path, told: Told) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for key, part in value.items():
        if isinstance(key, str):
            name = str.__str__(key)
            members[name] = _as_json(part, (*path, name), told)
        else:
            told.append((path, "must have texts as the names of its members"))
    return members


def _wrong(value: Any) -> str:
    if isinstance(value, AbstractSet):
        return "must be a list; a set has no order"
    if isinstance(value, dt.datetime | dt.time):
        return "must be a text, such as 2026-03-01T12:00:00Z; a date has no time of day"
    if isinstance(value, bytes | bytearray | memoryview):
        return "must be a text and not bytes; decode it"
    return "must be of a type that JSON has: a text, a number, true or false, a list, a dict"
