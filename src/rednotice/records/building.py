"""
Records built from plain values that the schema has accepted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from rednotice.records.frozen import frozen, frozen_map, number
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape, shapes_of

Build = Callable[[Any], Any]


def builder(cls: type) -> Build:
    """
    A function that makes a *cls* of an object that its schema has accepted, without asking again.

    What is absent is not stored: the class itself holds the defaults. Our records are sparse, most
    members are absent, and a general converter spends half of its time on storing them.
    """
    return _builders(cls)[0]


@cache
def _builders(cls: type) -> tuple[Build, Build]:
    """
    What makes one record, and what makes a tuple of them.

    Both say the same, since a call for each item of each list would be a tenth of the time.
    """
    converters: dict[str, Build] = {}
    new = object.__new__

    def build(members: dict[str, Any]) -> Any:
        made: Any = new(cls)
        stored = made.__dict__
        for name, value in members.items():
            stored[name] = converters[name](value) if name in converters else value
        return made

    def build_all(objects: list[dict[str, Any]]) -> tuple[Any, ...]:
        records: list[Any] = []
        for members in objects:
            made: Any = new(cls)
            stored = made.__dict__
            for name, value in members.items():
                stored[name] = converters[name](value) if name in converters else value
            records.append(made)
        return tuple(records)

    for name, shape in shapes_of(cls).items():
        converter = _converter(shape)
        if converter is not None:
            converters[name] = converter
    return build, build_all


def _converter(shape: Shape) -> Build | None:
    match shape:
        case Nested(cls):
            return _builders(cls)[0]
        case Many(Nested(cls)):
            return _builders(cls)[1]
        case Many(item):
            converter = _converter(item)
            return tuple if converter is None else lambda values: tuple(map(converter, values))
        case Scalar():
            return _converter_of_scalar(shape)
        case Mapped(_, Scalar() as each) if _converter(each) is None:
            return frozen_map
        case Mapped() | Free():
            return frozen


def _converter_of_scalar(shape: Scalar) -> Build | None:
    if shape.base in {int, float}:
        return number
    if shape.python is shape.base:
        return None
    # A text type such as a date: what `trusted` does, without a call in Python.
    return partial(str.__new__, shape.python)
