"""
Converters for constructors: one for each shape, which checks a value and returns what is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.records.frozen import frozen, frozen_map, number
from rednotice.records.limits import Limit, is_text
from rednotice.records.shapes import (
    Free,
    Many,
    Mapped,
    Nested,
    Scalar,
    Shape,
    doubles,
    shapes_of,
)
from rednotice.records.wrong_values import TWICE, misnamed, wrong

if TYPE_CHECKING:
    from rednotice.documents import Path

Faults = list[tuple["Path", str]]
# Checks the value at a path and returns what is stored for it. If the value is wrong, the converter
# adds the path and an explanation to the faults, and its result must not be used.
Converter = Callable[[Any, "Path", Faults], Any]


@cache
def converters_of(cls: Any) -> dict[str, tuple[Converter, Path]]:
    """
    The converter and the path of each member of the record class *cls*.
    """
    required = required_members(cls)
    return {
        name: (_converter(shape, needed=name in required), (name,))
        for name, shape in shapes_of(cls).items()
    }


@cache
def required_members(cls: Any) -> dict[str, None]:
    """
    The members without which there is no record of the class *cls*, in the model's order.
    """
    fields = attrs.fields(cls)
    return {field.name: None for field in fields if field.default is attrs.NOTHING}


def _converter(shape: Shape, *, needed: bool = False) -> Converter:
    match shape:
        case Scalar():
            return _scalar(shape, needed=needed)
        case Many():
            return _many(shape, needed=needed)
        case Nested():
            return _nested(shape, needed=needed)
        case Mapped():
            return _mapped(shape, needed=needed)
        case Free():
            return _free(shape, needed=needed)


def _scalar(shape: Scalar, *, needed: bool) -> Converter:
    is_plain, holds, stored = _PLAIN[shape.base], _all(shape.limits), _stored(shape)

    def convert(value: Any, at: Path, faults: Faults) -> Any:
        if is_plain(value) and holds(value):
            return stored(value)
        faults.append((at, wrong(shape, value, needed=needed)))
        return None

    return convert


def _many(shape: Many, *, needed: bool) -> Converter:
    convert_item, is_of_scalars = _converter(shape.item), isinstance(shape.item, Scalar)

    def convert(value: Any, at: Path, faults: Faults) -> Any:
        if isinstance(value, list | tuple):
            left = [convert_item(part, (*at, place), faults) for place, part in enumerate(value)]
            if is_of_scalars and len(left) > 1:
                faults += [((*at, place), TWICE) for place in doubles(left)]
            return tuple(left)
        faults.append((at, wrong(shape, value, needed=needed)))
        return None

    return convert


def _nested(shape: Nested, *, needed: bool) -> Converter:
    cls = shape.record

    def convert(value: Any, at: Path, faults: Faults) -> Any:
        if type(value) is not cls:
            faults.append((at, wrong(shape, value, needed=needed)))
        return value

    return convert


def _mapped(shape: Mapped, *, needed: bool) -> Converter:
    keys, convert_value = shape.keys, _converter(shape.value)

    def convert(value: Any, at: Path, faults: Faults) -> Any:
        if not (isinstance(value, Mapping) and value and all(map(is_text, value))):
            faults.append((at, wrong(shape, value, needed=needed)))
            return None
        members = {str.__str__(key): part for key, part in value.items()}
        for key in members:
            if not keys.holds(key):
                faults.append(((*at, key), misnamed(keys, key)))
        return frozen_map(
            {key: convert_value(part, (*at, key), faults) for key, part in members.items()}
        )

    return convert


def _free(shape: Free, *, needed: bool) -> Converter:
    holds = shape.limit.holds

    def convert(value: Any, at: Path, faults: Faults) -> Any:
        if holds(value):
            return frozen(value)
        faults.append((at, wrong(shape, value, needed=needed)))
        return None

    return convert


def _all(limits: tuple[Limit, ...]) -> Callable[[Any], bool]:
    if len(limits) == 1:
        return limits[0].holds
    return lambda value: all(limit.holds(value) for limit in limits)


def _stored(shape: Scalar) -> Callable[[Any], Any]:
    if shape.base in {int, float}:
        return number
    if shape.python is not shape.base:
        return shape.python.trusted  # type: ignore[no-any-return]  # its pattern has been checked
    # A text type given for a member of plain text is stored as plain text.
    return str.__str__ if shape.base is str else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _is_number(value: Any) -> bool:
    return type(value) in {int, float}


def _is_whole(value: Any) -> bool:
    return type(value) is int or (type(value) is float and value.is_integer())


def _is_yes_or_no(value: Any) -> bool:
    return type(value) is bool


# Whether a value has the JSON type of a Python type: True is not a number, and 1.0 is an integer.
_PLAIN: dict[type, Callable[[Any], bool]] = {
    str: is_text,
    float: _is_number,
    int: _is_whole,
    bool: _is_yes_or_no,
}
