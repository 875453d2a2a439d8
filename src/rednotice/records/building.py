"""
Records built from plain values that the schema has accepted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from rednotice.records.shapes import Many, Nested, Scalar, Shape, shapes_of

Build = Callable[[Any], Any]


@cache
def builder(cls: type) -> Build:
    """
    A function that makes a *cls* of an object that its schema has accepted, without asking again.

    What is absent is not stored: the class itself holds the defaults. Our records are sparse, most
    members are absent, and a general converter spends half of its time on storing them.
    """
    converts: dict[str, Build] = {}
    converter_of = converts.get
    new = object.__new__

    def build(members: dict[str, Any]) -> Any:
        made: Any = new(cls)
        stored = made.__dict__
        for name, value in members.items():
            convert = converter_of(name)
            stored[name] = value if convert is None else convert(value)
        return made

    for name, shape in shapes_of(cls).items():
        convert = _converter(shape)
        if convert is not None:
            converts[name] = convert
    return build


def _converter(shape: Shape) -> Build | None:
    match shape:
        case Nested(cls):
            return builder(cls)
        case Many(item):
            convert = _converter(item)
            return tuple if convert is None else lambda values: tuple(map(convert, values))
        case Scalar() if shape.base is int:
            return int  # JSON does not tell 1.0 from 1
        case Scalar() if shape.python is not shape.base:
            trusted: Build = shape.python.trusted
            return trusted
    return None
