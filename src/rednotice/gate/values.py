"""
Convert Python values, which a caller gives in place of a document, to JSON types.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from rednotice.records import is_record, to_dict
from rednotice.records.limits import LEVELS, is_text

if TYPE_CHECKING:
    from rednotice.documents import Path

Faults = list[tuple["Path", str]]
_AS_THEY_ARE = frozenset({int, bool, type(None)})


def as_json(value: Any) -> tuple[Any, Faults]:
    """
    Convert *value* to JSON types, and return it with its faults: paths and expectations.

    Mappings become objects; lists and tuples become lists. A record becomes an object, a date its
    text, and a text type such as `PartialDate` plain text. Any other value is a fault and becomes
    null.
    """
    faults: Faults = []
    return _as_json(value, (), faults), faults


def _as_json(value: Any, path: Path, faults: Faults) -> Any:
    kind = type(value)
    if kind in _AS_THEY_ARE or (kind is float and math.isfinite(value)):
        return value
    if isinstance(value, str) and is_text(value):
        return str.__str__(value)
    if isinstance(value, Mapping | list | tuple) and len(path) < LEVELS:
        return _container(value, path, faults)
    if is_record(kind):
        return to_dict(value)
    if kind is dt.date:
        return value.isoformat()
    faults.append((path, _wrong(value)))
    return None


def _container(value: Any, path: Path, faults: Faults) -> Any:
    if not isinstance(value, Mapping):
        return [_as_json(part, (*path, at), faults) for at, part in enumerate(value)]
    members: dict[str, Any] = {}
    for key, part in value.items():
        if isinstance(key, str) and is_text(key):
            name = str.__str__(key)
            members[name] = _as_json(part, (*path, name), faults)
        else:
            faults.append((path, "must have texts as the names of its members"))
    return members


def _wrong(value: Any) -> str:
    match value:
        case str():
            return "must be text without halves of characters (lone surrogates)"
        case float():
            return "must be a finite number; leave the member out if it is unknown"
        case Mapping() | list() | tuple():
            return f"must be no deeper than {LEVELS} levels"
        case AbstractSet():
            return "must be a list; a set has no order"
        case dt.datetime() | dt.time():
            return "must be a text, such as 2026-03-01T12:00:00Z; a date has no time of day"
        case bytes() | bytearray() | memoryview():
            return "must be text and not bytes; decode it"
    return "must be of a type that JSON has: a text, a number, true or false, a list, a dict"
