"""
What a constructor takes: one function for each shape, which gives the value as it is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice.records.frozen import frozen, frozen_map, number
from rednotice.records.limits import Limit, is_text
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape, shapes_of

if TYPE_CHECKING:
    from rednotice.documents import Path

Faults = list[tuple["Path", str]]
# Gives what is stored for a value that stands at a path. If the value is not taken, the path goes
# to the faults, with what must be there, and what is given back is of no use.
Take = Callable[[Any, "Path", Faults], Any]


@cache
def takers_of(cls: Any) -> dict[str, tuple[Take, Path]]:
    """
    For each member of the record class *cls*, the function that takes its value, and its path.
    """
    return {name: (_taker(shape), (name,)) for name, shape in shapes_of(cls).items()}


def _taker(shape: Shape) -> Take:
    match shape:
        case Scalar():
            return _scalar(shape)
        case Many():
            return _many(shape)
        case Nested():
            return _nested(shape)
        case Mapped():
            return _mapped(shape)
        case Free():
            return _free(shape)


def _scalar(shape: Scalar) -> Take:
    is_plain, holds, stored = _PLAIN[shape.base], _all(shape.limits), _stored(shape)

    def take(value: Any, at: Path, faults: Faults) -> Any:
        if is_plain(value) and holds(value):
            return stored(value)
        faults.append((at, f"must be {shape.expects}"))
        return None

    return take


def _many(shape: Many) -> Take:
    take_one = _taker(shape.item)

    def take(value: Any, at: Path, faults: Faults) -> Any:
        if isinstance(value, list | tuple):
            return tuple([take_one(part, (*at, place), faults) for place, part in enumerate(value)])
        faults.append((at, f"must be {shape.expects}"))
        return None

    return take


def _nested(shape: Nested) -> Take:
    cls = shape.record

    def take(value: Any, at: Path, faults: Faults) -> Any:
        if type(value) is not cls:
            faults.append((at, f"must be {shape.expects}"))
        return value

    return take


def _mapped(shape: Mapped) -> Take:
    keys, take_part = shape.keys, _taker(shape.value)

    def take(value: Any, at: Path, faults: Faults) -> Any:
        if not (isinstance(value, Mapping) and value and all(map(is_text, value))):
            faults.append((at, f"must be {shape.expects}"))
            return None
        members = {str.__str__(key): part for key, part in value.items()}
        for key in members:
            if not keys.holds(key):
                faults.append(((*at, key), f"must be named by {keys.expects}"))
        return frozen_map(
            {key: take_part(part, (*at, key), faults) for key, part in members.items()}
        )

    return take


def _free(shape: Free) -> Take:
    holds = shape.limit.holds

    def take(value: Any, at: Path, faults: Faults) -> Any:
        if holds(value):
            return frozen(value)
        faults.append((at, f"must be {shape.expects}"))
        return None

    return take


def _all(limits: tuple[Limit, ...]) -> Callable[[Any], bool]:
    if len(limits) == 1:
        return limits[0].holds
    return lambda value: all(limit.holds(value) for limit in limits)


def _stored(shape: Scalar) -> Callable[[Any], Any]:
    if shape.base in {int, float}:
        return number
    if shape.python is not shape.base:
        return shape.python.trusted  # type: ignore[no-any-return]  # its pattern has been asked
    # A text type given where any text may stand is kept as plain text.
    return str.__str__ if shape.base is str else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _is_number(value: Any) -> bool:
    return type(value) in {int, float}


def _is_whole(value: Any) -> bool:
    return type(value) is int or (type(value) is float and value.is_integer())


def _is_yes_or_no(value: Any) -> bool:
    return type(value) is bool


# Whether a value is of the JSON type that a Python type stands for: True is no number, 1 is 1.0.
_PLAIN: dict[type, Callable[[Any], bool]] = {
    str: is_text,
    float: _is_number,
    int: _is_whole,
    bool: _is_yes_or_no,
}
