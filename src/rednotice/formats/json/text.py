"""
Parse JSON texts strictly, into documents that can find lines and columns.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import msgspec

from rednotice import faults
from rednotice.documents import TextDocument
from rednotice.formats import numerals
from rednotice.formats.json import slips
from rednotice.formats.json.places import Places, locate
from rednotice.formats.reading import DEEPEST, HALF_A_CHARACTER, NOT_UTF8, Broken
from rednotice.records.limits import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from rednotice.documents import Path, Twice
    from rednotice.formats.reading import Spot

MOST_TWICE = 1_000  # repeated members whose places are reported for one document
MOST_PARTS = 500_000  # lists and objects of one document; each takes up to 250 bytes of memory
_DEEP = b"[" * (DEEPEST + 1)
_LARGE = 2**20  # bytes
# Numbers with a point or an exponent, each of which the slower decoder hands to Python.
_MANY = 2**16
_MOST_DOUBLED = 100_000  # objects with repeated members among which the first are found
_NO_BRACKETS = bytes(set(range(256)) - set(b'[]{}"'))
_PASSES = 10
# Possessive, because a plain repeat of alternatives stores a backtracking point for each character.
_TEXT = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
# A number that may lose digits, behind all that cannot.
_SHORT = r"-?[0-9]{1,8}(?:\.[0-9]{1,6})?(?:[eE][+-]?[12]?[0-9]{1,2})?(?![0-9.eE])"
_FRACTION = re.compile(
    rf'(?:[^"0-9-]|{_TEXT}|-?[0-9]++(?![.eE])|{_SHORT})*+(-?[0-9]++[.eE][0-9.eE+-]*+)?',
    re.DOTALL,
)
# An escape in a text; a surrogate is half of a character unless its other half follows.
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
)
# The hook is called only for numbers with a point or an exponent, so that they lose no digits.
_decode = msgspec.json.Decoder(float_hook=numerals.fraction).decode
_decode_plain = msgspec.json.Decoder().decode
_skip = msgspec.json.Decoder(msgspec.Raw).decode
_NUMBERS = bytes.maketrans(b"123456789.E", b"0000000000e")
# Of what a number that may lose digits has a piece, when each digit and point is a zero: more than
# 15 digits, or an exponent of three.
_LOSING = (
    b"0" * (numerals.SURE + 2),
    b"0" * (numerals.SURE + 1) + b"e",
    b"e000",
    b"e-000",
    b"e+000",
)


def document(text: bytes, name: str | None, line: int, column: int = 1) -> TextDocument:
    """
    Parse the JSON *text*, which begins at *line* and *column* of the file *name*, into a document.

    Raises:
        Broken: If it is not JSON, not UTF-8, too large or too deep, or has a number that would lose
            digits.
    """
    value, twice = _read(text)
    return TextDocument(value, text, locate, parse, name, line, column, twice)


def parse(text: bytes) -> Any:
    """
    The plain value of the JSON *text*; of repeated members in an object, the first counts.

    Raises:
        Broken: For the same reasons as `document`.
    """
    return _read(text)[0]


def _read(text: bytes) -> tuple[Any, Twice]:
    """
    The plain value of *text*, and its repeated members.

    Duplicate keys are found by serialising the value again. If the bytes are the same, nothing was
    dropped. If only the number of quotation marks is the same, nothing was dropped either, since a
    dropped member loses at least the two marks of its key. Only escaped quotation marks
    (``\u0022``) can upset the count; such texts take the slow path.
    """
    if len(text) > LARGEST:
        raise Broken(faults.TOO_LARGE, "A document must be no larger than 64 MiB. Split it.")
    if text.startswith(_DEEP):
        raise _too_deep()  # the parser takes long to see it
    if len(text) > _LARGE and text.count(b"{") + text.count(b"[") > MOST_PARTS:
        raise _too_many()
    try:
        if len(text) > _LARGE:
            _skip(text)  # much faster, and it takes no memory for the values before a fault
        value = _decoder_for(text)(text)
        again = msgspec.json.encode(value)
    except RecursionError:
        raise _too_deep() from None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise _explained(text) from None
    if not _is_shallow(again) and _is_too_deep(value, again.count(b"[") + again.count(b"{")):
        raise _too_deep()
    if again == text.strip() or not _may_have_dropped(text, again):
        return value, ()
    del value, again  # else there would be two of each at a time
    return _with_the_first(text)


def _may_have_dropped(text: bytes, again: bytes) -> bool:
    # Most texts have no escapes, and searching for one byte is much faster than for six.
    return text.count(b'"') != again.count(b'"') or (b"\\" in text and b"\\u0022" in text)


def _decoder_for(text: bytes) -> Callable[[bytes], Any]:
    """
    The decoder for *text*: the faster one if a large text has many numbers and none loses digits.

    Raises:
        Broken: If one of them does.
    """
    if len(text) <= _LARGE:
        return _decode
    numbers = text.translate(_NUMBERS)
    if text.count(b".") + numbers.count(b"0e") < _MANY:
        return _decode
    if any(piece in numbers for piece in _LOSING) and (broken := _unkept(text.decode())):
        raise broken
    return _decode_plain


def _too_many() -> Broken:
    message = f"A document must have no more than {MOST_PARTS:,} lists and objects. Split it."
    return Broken(faults.TOO_LARGE, message)


def _too_deep() -> Broken:
    return Broken(
        faults.TOO_LARGE, f"A document must be no deeper than {DEEPEST} levels. Take out a level."
    )


def _is_shallow(text: bytes) -> bool:
    """
    Whether the compact JSON *text* certainly has few levels. It takes 14 µs for a case, and
    `_is_too_deep` 59.

    Without a backslash, an odd number of quotation marks stands before each bracket in a string,
    and an even one before every other. So if the marks vanish in pairs, no string has a bracket.
    """
    if b"\\" in text:
        return False
    brackets = text.translate(None, _NO_BRACKETS).replace(b'""', b"")
    for _ in range(_PASSES):  # each takes away at most two levels
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if not brackets:
            return True
    return False


def _is_too_deep(value: Any, most: int) -> bool:
    """
    Whether *value*, which has at most *most* lists and objects, has too many levels.

    The search goes down level by level and stops when too few lists and objects are left.
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
    The reason why *text* is not JSON, with the place, without a quotation from it.
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
        return Broken(faults.UNREADABLE, f"This is not JSON. {say}", place)
    return (
        _unkept(readable)
        or _halved(readable)
        or Broken(
            faults.UNREADABLE,
            f"This is not JSON. {numerals.OUT_OF_RANGE}",
        )
    )


def _unkept(text: str) -> Broken | None:
    """
    The fault of the first number in the valid JSON *text* that would lose digits, if there is one.
    """
    for token in _FRACTION.finditer(text):
        if numeral := token[1]:
            try:
                numerals.fraction(numeral)
            except ValueError as error:
                return Broken(faults.UNREADABLE, str(error), _end(text[: token.start(1)]))
    return None


def _halved(text: str) -> Broken | None:
    """
    The fault of the first half of a character in the valid JSON *text*, if there is one.
    """
    if "\\" not in text:
        return None  # which is quick to see
    for escape in _ESCAPE.finditer(text):
        if escape["half"]:
            place = _end(text[: escape.start()])
            return Broken(faults.UNREADABLE, HALF_A_CHARACTER, place)
    return None


def _end(text: str) -> Spot:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _with_the_first(text: bytes) -> tuple[Any, Twice]:
    """
    The plain value of the valid JSON *text*, with the first of repeated members, and the places of
    the others.
    """
    # The id of an object that is dropped may come again. Then no double is found there.
    doubled: set[int] = set()

    def first(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members: dict[str, Any] = {}
        for key, value in pairs:
            members.setdefault(key, value)
        if len(members) < len(pairs) and len(doubled) < _MOST_DOUBLED:
            doubled.add(id(members))
        return members

    value = json.loads(text, object_pairs_hook=first)
    if not doubled:  # no places need be looked up
        return value, ()
    return value, tuple(Places(text).twice(_paths_of(doubled, value), MOST_TWICE))


def _paths_of(objects: Container[int], value: Any, path: Path = ()) -> Iterator[Path]:
    """
    The paths of *objects*, given by their ids (`id`), within *value*.
    """
    if id(value) in objects:
        yield path
    parts: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    for name, part in parts:
        if isinstance(part, dict | list):
            yield from _paths_of(objects, part, (*path, name))
