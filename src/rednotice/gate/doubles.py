"""
Find values that stand twice in a list.

The engine says only that a list has some, and it sees a large document in portions.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice.records.shapes import Many, Mapped, Nested, Scalar, Shape, doubles, shapes_of

if TYPE_CHECKING:
    from rednotice.documents import Path


def doubles_in(value: Any, root: type) -> Iterator[Path]:
    """
    The path of each plain value that stands earlier in its list too, in *value*, which should be a
    *root*.
    """
    yield from _doubles(value, Nested(root), ())


def _doubles(value: Any, shape: Shape, path: Path) -> Iterator[Path]:
    match shape:
        case Many(item) if isinstance(value, list):
            yield from _doubles_in_list(value, item, path)
        case Nested(cls) if isinstance(value, dict):
            for name, inner in _with_lists(cls).items():
                if name in value:
                    yield from _doubles(value[name], inner, (*path, name))
        case Mapped(_, each) if isinstance(value, dict):
            for name, part in value.items():
                yield from _doubles(part, each, (*path, name))


def _doubles_in_list(values: list[Any], item: Shape, path: Path) -> Iterator[Path]:
    if isinstance(item, Scalar):
        plain = [part if type(part) in {str, int, float} else None for part in values]
        yield from ((*path, place) for place in doubles(plain))
    elif isinstance(item, Nested):
        names = _with_lists(item.record).keys()
        for place, part in enumerate(values):
            # Wrong values are told elsewhere, and there may be millions of right ones.
            if type(part) is dict and not names.isdisjoint(part):
                yield from _doubles(part, item, (*path, place))


@cache
def _with_lists(cls: type) -> dict[str, Shape]:
    """
    The members of *cls* in which there may be a list of plain values, at any depth.
    """
    return {name: shape for name, shape in shapes_of(cls).items() if _has_lists(shape)}


def _has_lists(shape: Shape) -> bool:
    match shape:
        case Many(Scalar()):
            return True
        case Many(item) | Mapped(_, item):
            return _has_lists(item)
        case Nested(cls):
            return bool(_with_lists(cls))
        case _:
            return False
