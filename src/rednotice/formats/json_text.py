"""
JSON texts: parsed strictly, with the way back to line and column.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from rednotice import faults
from rednotice.formats import json_slips, numerals
from rednotice.formats.reading import DEEPEST, LARGEST, NOT_UTF8, TWICE, Broken

if TYPE_CHECKING:
    from rednotice.documents import Path, Place

_BLANK = re.compile(r"[ \t\r\n]*")
# Possessive: a plain repeat of alternatives keeps a way back for each character of a long text.
_TEXT = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_STRING = re.compile(_TEXT, re.DOTALL)
_TOKEN = re.compile(_TEXT + r'|[{}\[\],:]|[^\s{}\[\],:"]++', re.DOTALL)
_FRACTION = re.compile(_TEXT + r"|(-?[0-9]++[.eE][0-9.eE+-]*+)", re.DOTALL)
_BREAK = re.compile("\n")
# It asks about numbers with a point or an exponent alone, so that no digit of them is lost.
_decode = msgspec.json.Decoder(float_hook=numerals.fraction).decode


def parse(text: bytes) -> Any:
    """
    The plain value of the JSON *text*.

    Duplicate keys are found by writing the value again. The same bytes prove that nothing was
    dropped; so do as many quotation marks, since a dropped member takes at least the two of its key
    with it. Only quotation marks written by their number upset the count, and go the slow way.

    Raises:
        Broken: If it is no JSON, not UTF-8, too large or too deep, has a member twice, or a number
            that cannot be kept as it is written.
    """
    if len(text) > LARGEST:
        raise Broken(faults.TOO_LARGE, "a document must be no larger than 64 MiB")
    try:
        value = _decode(text)
        again = msgspec.json.encode(value)
    except RecursionError:
        raise _too_deep() from None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise _explained(text) from None
    if _is_too_deep(value, again.count(b"[") + again.count(b"{")):
        raise _too_deep()
    if again != text.strip() and _may_have_dropped(text, again):
        _refuse_duplicates(text)
    return value


def _may_have_dropped(text: bytes, again: bytes) -> bool:
    # Most texts escape nothing, and a single byte is looked for much faster than six.
    return text.count(b'"') != again.count(b'"') or (b"\\" in text and b"\\u0022" in text)


def _too_deep() -> Broken:
    return Broken(faults.TOO_LARGE, f"a document must be no deeper than {DEEPEST} levels")


def _is_too_deep(value: Any, most: int) -> bool:
    """
    Whether *value*, which has *most* lists and objects or fewer, is deeper than it may be.

    It is gone down level by level, until those that are left cannot reach that deep.
    """
    level = [value]
    for depth in range(DEEPEST):
        if most + depth <= DEEPEST:
            return False
        level = [
            part
            for whole in level
            for part in (whole.values() if type(whole) is dict else whole)
            if type(part) is dict or type(part) is list
        ]
        most -= len(level)
    return bool(level)


def _explained(text: bytes) -> Broken:
    """
    Why *text* is no JSON, with the place, in words that quote none of it.
    """
    if 0 in text[:2]:  # JSON begins with characters of ASCII: this is UTF-16 or UTF-32
        return Broken(faults.UNREADABLE, NOT_UTF8)
    try:
        readable = text.decode()
    except UnicodeDecodeError as error:
        before = text[: error.start].decode(errors="replace")
        return Broken(faults.UNREADABLE, NOT_UTF8, _end(before))
    if slip := json_slips.explained(readable):
        say, place = slip
        return Broken(faults.UNREADABLE, f"is not JSON: {say}", place)
    return _unkept(readable) or Broken(
        faults.UNREADABLE,
        "is not JSON: a number is out of range, or half of a character (a lone surrogate) stands in"
        " a text",
    )


def _unkept(text: str) -> Broken | None:
    """
    What is wrong with the first number of *text*, valid JSON, that cannot be kept, if there is one.
    """
    for token in _FRACTION.finditer(text):
        if numeral := token[1]:
            try:
                numerals.fraction(numeral)
            except ValueError as error:
                return Broken(faults.UNREADABLE, str(error), _end(text[: token.start()]))
    return None


def _end(text: str) -> Place:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _refuse_duplicates(text: bytes) -> None:
    readable = text.decode()
    repeated: list[str] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs) and not repeated:
            met: set[str] = set()
            repeated.append(next(key for key, _ in pairs if key in met or met.add(key)))  # type: ignore[func-returns-value]
        return members

    json.loads(readable, object_pairs_hook=once)
    if repeated:
        raise Broken(faults.DUPLICATE_KEY, TWICE, _second(readable, repeated[0]))


def _second(text: str, key: str) -> Place:
    """
    Where *key* stands for the second time in one object.
    """
    open_objects: list[set[str]] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char == '"':
            found = _STRING.match(text, at)
            if found is None:
                break
            at = _skip_blank(text, found.end())
            if text[at : at + 1] == ":" and open_objects and json.loads(found.group()) == key:
                if key in open_objects[-1]:
                    return _end(text[: found.start()])
                open_objects[-1].add(key)
            continue
        if char == "{":
            open_objects.append(set())
        elif char == "}":
            open_objects.pop()
        at += 1
    return 1, 1


def _skip_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def locate(text: bytes, path: Path, key: str | None) -> Place:
    """
    Line and column of the value at *path* in the valid JSON *text*, or of its member *key*.
    """
    places = _places(text)
    found = places.keys.get((path, key)) if key is not None else None
    while found is None:
        found = places.values.get(path)
        path = path[:-1]
    line = bisect_left(places.breaks, found)
    return line + 1, found - (places.breaks[line - 1] if line else -1)


class _Places(NamedTuple):
    """
    Where every value and every key begins, counted in characters, and where lines end.
    """

    values: dict[Path, int]
    keys: dict[tuple[Path, str], int]
    breaks: list[int]


@lru_cache(maxsize=1)  # many findings about one document read it once
def _places(text: bytes) -> _Places:
    readable = text.decode()
    places = _Places({}, {}, [at.start() for at in _BREAK.finditer(readable)])
    # Of each open object or list: its path, whether it is an object, the key or place that is due.
    open_ones: list[tuple[Path, bool, str | int | None]] = []
    for token in _TOKEN.finditer(readable):
        char = token.group()[0]
        if char in "}]":
            open_ones.pop()
            continue
        here: Path = ()
        if open_ones:
            path, is_object, due = open_ones[-1]
            if char in ",:":
                if char == ",":
                    open_ones[-1] = path, is_object, None if is_object else _after(due)
                continue
            if due is None:
                name = json.loads(token.group())
                open_ones[-1] = path, True, name
                places.keys[path, name] = token.start()
                continue
            here = (*path, due)
        places.values[here] = token.start()
        if char in "{[":
            open_ones.append((here, char == "{", None if char == "{" else 0))
    return places


def _after(place: str | int | None) -> int:
    return int(place or 0) + 1
