"""
Build records from plain values that the schema has accepted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from rednotice.records.frozen import frozen, frozen_map, number
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape, shapes_of

Build = Callable[[Any], Any]


@cache
def builder(cls: type) -> Build:
    """
    A function that builds a *cls* from an object that its schema has accepted, without checks.

    It does not store absent members, since the class holds the defaults. Most members of our
    records are absent, and a general converter spends half of its time on storing them.
    """
    converters: dict[str, Build] = {}
    new = object.__new__

    def build(members: dict[str, Any]) -> Any:
        made: Any = new(cls)
        stored = made.__dict__
        stored.update(members)
        for name, value in members.items():
            if name in converters:
                stored[name] = converters[name](value)
        return made

    for name, shape in shapes_of(cls).items():
        converter = _converter(shape)
        if converter is not None:
            converters[name] = converter
    return build


def assembled(cls: type, members: dict[str, Any]) -> Any:
    """
    A *cls* of *members*, without checks: each value must be one that a record of the class held, in
    the form in which it is stored, or is known to be as good.
    """
    made: Any = object.__new__(cls)
    made.__dict__.update(members)
    return made


def _converter(shape: Shape) -> Build | None:
    match shape:
        case Nested(cls):
            return builder(cls)
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
    # For a text type such as a date, this does what `trusted` does, without a call in Python.
    return partial(str.__new__, shape.python)
