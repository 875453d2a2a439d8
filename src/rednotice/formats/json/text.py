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
from rednotice.documents import TextDocument
from rednotice.formats import numerals
from rednotice.formats.json import slips
from rednotice.formats.reading import DEEPEST, NOT_UTF8, Broken
from rednotice.records.limits import LARGEST

if TYPE_CHECKING:
    from rednotice.documents import Path, Twice
    from rednotice.formats.reading import Spot

_BLANK = re.compile(r"[ \t\r\n]*")
# Possessive: a plain repeat of alternatives keeps a way back for each character of a long text.
_TEXT = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_STRING = re.compile(_TEXT, re.DOTALL)
_TOKEN = re.compile(_TEXT + r'|[{}\[\],:]|[^\s{}\[\],:"]++', re.DOTALL)
_FRACTION = re.compile(_TEXT + r"|(-?[0-9]++[.eE][0-9.eE+-]*+)", re.DOTALL)
_BREAK = re.compile("\n")
# It asks about numbers with a point or an exponent alone, so that no digit of them is lost.
_decode = msgspec.json.Decoder(float_hook=numerals.fraction).decode


def document(text: bytes, name: str | None, line: int, column: int = 1) -> TextDocument:
    """
    The JSON *text* as a document, which begins at *line* and *column* of the file *name*.

    Raises:
        Broken: If it is no JSON, not UTF-8, too large or too deep, or has a number that cannot be
            kept as it is written.
    """
    value, twice = _read(text)
    return TextDocument(value, text, locate, parse, name, line, column, twice)


def parse(text: bytes) -> Any:
    """
    The plain value of the JSON *text*; of members that stand twice in an object the first counts.

    Raises:
        Broken: As `document` does.
    """
    return _read(text)[0]


def _read(text: bytes) -> tuple[Any, Twice]:
    """
    The plain value of *text*, and which members stand twice in it.

    Duplicate keys are found by writing the value again. The same bytes prove that nothing was
    dropped; so do as many quotation marks, since a dropped member takes at least the two of its key
    with it. Only quotation marks written by their number upset the count, and go the slow way.
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
        return _with_the_first(text)
    return value, ()


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
    if slip := slips.explained(readable):
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


def _end(text: str) -> Spot:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _with_the_first(text: bytes) -> tuple[Any, Twice]:
    """
    The plain value of *text*, valid JSON, with the first of members that stand twice, and where
    they do.
    """
    dropped = False

    def first(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal dropped
        members: dict[str, Any] = {}
        for key, value in pairs:
            members.setdefault(key, value)
        dropped |= len(members) < len(pairs)
        return members

    value = json.loads(text, object_pairs_hook=first)
    if not dropped:  # and then nobody need know where anything stands
        return value, ()
    places = _places(text)
    return value, tuple((path, places.line_and_column(at)) for path, at in places.twice)


def locate(text: bytes, path: Path, key: str | None) -> Spot:
    """
    Line and column of the value at *path* in the valid JSON *text*, or of its member *key*.
    """
    places = _places(text)
    found = places.keys.get((path, key)) if key is not None else None
    while found is None:
        found = places.values.get(path)
        path = path[:-1]
    return places.line_and_column(found)


class _Places(NamedTuple):
    """
    Where every value and every key begins, counted in characters, where lines end, and which keys
    stand twice. Of a member that does, the first value counts.
    """

    values: dict[Path, int]
    keys: dict[tuple[Path, str], int]
    breaks: list[int]
    twice: list[tuple[Path, int]]

    def line_and_column(self, at: int) -> Spot:
        """The place of the character *at*, both from 1."""
        line = bisect_left(self.breaks, at)
        return line + 1, at - (self.breaks[line - 1] if line else -1)


@lru_cache(maxsize=1)  # many findings about one document read it once
def _places(text: bytes) -> _Places:
    readable = text.decode()
    places = _Places({}, {}, [at.start() for at in _BREAK.finditer(readable)], [])
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
                if (path, name) in places.keys:
                    # What stands in the second is nowhere: no member is named by a number below 0.
                    open_ones[-1] = path, True, -token.start()
                    if not any(isinstance(part, int) and part < 0 for part in path):
                        places.twice.append((path, token.start()))
                else:
                    places.keys[path, name] = token.start()
                    open_ones[-1] = path, True, name
                continue
            here = (*path, due)
        places.values.setdefault(here, token.start())
        if char in "{[":
            open_ones.append((here, char == "{", None if char == "{" else 0))
    return places


def _after(place: str | int | None) -> int:
    return int(place or 0) + 1
