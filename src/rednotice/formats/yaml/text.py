"""
Parse one YAML document with JSON's grammar, and remember the places of its parts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs
import yaml

from rednotice import faults
from rednotice.formats import numerals
from rednotice.formats.reading import DEEPEST, HALF_A_CHARACTER, NOT_UTF8, Broken
from rednotice.formats.yaml.slips import explained
from rednotice.records.limits import is_text
from rednotice.words.signs import DASH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rednotice.documents import Path
    from rednotice.formats.reading import Spot

MOST_VALUES = 50_000  # values of one document; each takes 10 µs and half a kibibyte of memory
MOST_REPEATED = 10_000  # values that anchors may repeat in one document
NUMBER = re.compile(r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$")
_LONGEST = 19  # digits of a number; longer ones are out of the range of every field
# Characters that the YAML parser refuses, and those that it takes for line ends although most
# editors do not: it would change a text that contains them, and count lines that nobody sees.
LINE_SEPARATORS = "\x85\u2028\u2029"
_UNWRITABLE = re.compile(
    f"[^\t\n\r -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[{LINE_SEPARATORS}]"
)
_WORDS = {"true": True, "false": False, "null": None}
_DASHED = re.compile(r"-\w")
_FIRST_MEMBER = "rednotice"
_SECOND_CASE = (
    "A second case begins here. Put a line `---` before it, and before each case that follows."
)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@attrs.define
class _Composed:
    """
    A value with its place, the places of its parts and of their keys, its number of values and its
    number of levels.
    """

    value: Any
    place: Spot
    size: int = 1
    levels: int = 0
    # Most values have no parts; a dict for each of them would make up most of the memory.
    held: Any = ()  # the parts, by member name or item number
    keys: Mapping[str, Spot] = MappingProxyType({})
    twice: Sequence[Spot] = ()  # the places of repeated keys

    def repeated(self, path: Path = ()) -> Iterator[tuple[Path, Spot]]:
        """The places of repeated keys, here and in the parts, each with the path of its object."""
        for place in self.twice:
            yield path, place
        named = self.held.items() if isinstance(self.held, dict) else enumerate(self.held)
        for name, inner in named:
            yield from inner.repeated((*path, name))

    def count(self, inner: _Composed) -> None:
        """Add the values and levels of *inner*, a part of this value."""
        self.size += inner.size
        self.levels = max(self.levels, inner.levels + 1)


class _Composer:
    """
    Builds plain values from the events of one YAML document.
    """

    def __init__(self, text: bytes) -> None:
        self._events = yaml.parse(text, Loader=_Loader)
        self._anchors: dict[str, _Composed] = {}
        self._values = 0
        self._repeated = 0

    def document(self) -> _Composed | None:
        event = self._next()
        while isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        composed = self._value(event, 1)
        for left in iter(self._next, None):
            if isinstance(left, yaml.DocumentStartEvent):
                raise Broken(
                    faults.UNREADABLE,
                    "This is not YAML. Put `---` at the beginning of a line.",
                    _at(left),
                )
            if isinstance(left, yaml.StreamEndEvent):
                break
        # An empty document, or one with only comments, is neither a case nor a fault.
        bare = isinstance(event, yaml.ScalarEvent) and not event.style and not event.value
        return None if bare else composed

    def _next(self) -> Any:
        return next(self._events, None)

    def _value(self, event: Any, deep: int) -> _Composed:
        if isinstance(event, yaml.CollectionStartEvent) and deep > DEEPEST:
            raise _too_deep(_at(event))
        if isinstance(event, yaml.AliasEvent):
            return self._again(event, deep)
        if event.tag is not None:
            message = "Tags are not used. Write the value alone."
            raise Broken(faults.NOT_PLAIN_YAML, message, _at(event))
        self._values += 1
        if self._values > MOST_VALUES:
            message = f"A document must have no more than {MOST_VALUES:,} values. Split it."
            raise Broken(faults.TOO_LARGE, message, _at(event))
        levels = int(isinstance(event, yaml.CollectionStartEvent))
        composed = _Composed(None, _at(event), levels=levels)
        if isinstance(event, yaml.ScalarEvent):
            composed.value = _scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            composed.value = self._items(composed, deep)
        else:
            composed.value = self._members(composed, deep)
        if event.anchor is not None:
            self._anchors[event.anchor] = composed
        return composed

    def _again(self, event: Any, deep: int) -> _Composed:
        composed = self._anchors.get(event.anchor)
        if composed is None:
            message = (
                "An alias must name an anchor above it. Put a text that begins with * in quotes."
            )
            raise Broken(faults.UNREADABLE, message, _at(event))
        self._repeated += composed.size
        if self._repeated > MOST_REPEATED:
            message = (
                f"Anchors must not repeat more than {MOST_REPEATED:,} values. Write the values out."
            )
            raise Broken(faults.TOO_LARGE, message, _at(event))
        if deep - 1 + composed.levels > DEEPEST:
            raise _too_deep(_at(event))
        return attrs.evolve(composed, place=_at(event))

    def _items(self, composed: _Composed, deep: int) -> list[Any]:
        items: list[Any] = []
        held: list[_Composed] = []
        composed.held = held
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            item = self._value(event, deep + 1)
            composed.count(item)
            held.append(item)
            items.append(item.value)
        return items

    def _members(self, composed: _Composed, deep: int) -> dict[str, Any]:
        members: dict[str, Any] = {}
        held: dict[str, _Composed] = {}
        places: dict[str, Spot] = {}
        twice: list[Spot] = []
        composed.held, composed.keys = held, places
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.tag is not None:
                message = (
                    "A name must be plain text. Put it in quotes, and leave tags and brackets out."
                )
                raise Broken(faults.NOT_PLAIN_YAML, message, _at(event))
            _refuse_half_a_character(event)
            member = self._value(self._next(), deep + 1)
            composed.count(member)
            if event.value in members:
                if _begins_a_case(event, deep):
                    raise Broken(faults.DUPLICATE_KEY, _SECOND_CASE, _at(event))
                if not event.style and _DASHED.match(event.value):
                    raise Broken(faults.UNREADABLE, f"This is not YAML. {DASH}", _at(event))
                twice.append(_at(event))
                continue  # the first one counts, and the gate refuses the document
            held[event.value] = member
            places[event.value] = _at(event)
            members[event.value] = member.value
        composed.twice = twice or ()  # most objects have none, and a list for each takes memory
        return members


def _begins_a_case(event: Any, deep: int) -> bool:
    """
    Whether *event* is the member with which a case begins, at the beginning of a line. If the
    document has it already, the line of dashes between two cases was left out.
    """
    return deep == 1 and event.value == _FIRST_MEMBER and event.start_mark.column == 0


def _too_deep(place: Spot) -> Broken:
    message = f"A document must be no deeper than {DEEPEST} levels. Take out a level."
    return Broken(faults.TOO_LARGE, message, place)


def _at(event: Any) -> Spot:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _scalar(event: Any) -> Any:
    text: str = event.value
    if event.style:  # a quoted or block scalar
        _refuse_half_a_character(event)
        return text
    if text in _WORDS:
        return _WORDS[text]
    if not text:
        return None  # a key without a value
    return _number(text, event) if NUMBER.fullmatch(text) else text


def _number(text: str, event: Any) -> float:
    try:
        if set(text) & set(".eE"):
            return numerals.fraction(text)
    except ValueError as error:
        raise Broken(faults.UNREADABLE, str(error), _at(event)) from None
    if len(text) > _LONGEST:
        raise Broken(faults.UNREADABLE, numerals.OUT_OF_RANGE, _at(event))
    return int(text)


@lru_cache(maxsize=1)  # so that many findings about one document read it once
def _composed(text: bytes) -> _Composed | None:
    return compose(text)


def _refuse_half_a_character(event: Any) -> None:
    # The C parser does this itself; the Python parser accepts a lone surrogate.
    if event.style == '"' and not is_text(event.value):
        raise Broken(faults.UNREADABLE, HALF_A_CHARACTER, _at(event))


def compose(text: bytes) -> _Composed | None:
    """
    The value of the single document in *text*; None if there is no document.

    Raises:
        Broken: If it is not YAML, uses something that JSON cannot express, or exceeds a limit.
    """
    if 0 in text[:2]:  # a document begins with ASCII characters: this is UTF-16 or UTF-32
        raise Broken(faults.UNREADABLE, NOT_UTF8)
    try:
        readable = text.decode()
    except UnicodeDecodeError as error:
        place = _end(text[: error.start].decode())
        raise Broken(faults.UNREADABLE, NOT_UTF8, place) from None
    if unwritable := _UNWRITABLE.search(readable):
        message = "A control character or a line separator must be an escape, in double quotes."
        raise Broken(faults.UNREADABLE, message, _end(readable[: unwritable.start()]))
    try:
        return _Composer(text).document()
    except yaml.YAMLError as error:
        message, place = explained(error, readable)
        if "nesting depth" in message:
            raise _too_deep(place) from None
        raise Broken(faults.UNREADABLE, f"This is not YAML. {message}", place) from None
    except RecursionError:
        raise _too_deep((1, 1)) from None


def _end(text: str) -> Spot:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def plain(text: bytes) -> Any:
    """
    The plain value of the single document in *text*.
    """
    composed = compose(text)
    return None if composed is None else composed.value


def locate(text: bytes, path: Path, key: str | None) -> Spot:
    """
    Line and column of the value at *path* in the valid YAML *text*, or of its member *key*.
    """
    composed = _composed(text)
    if composed is None:
        return 1, 1
    for part in path:
        try:
            composed = composed.held[part]
        except (LookupError, TypeError):
            break
    return composed.keys.get(key, composed.place) if key is not None else composed.place
