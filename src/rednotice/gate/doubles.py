"""
Find values that stand twice in a list.

The engine says only that a list has some, and it sees a large document in portions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rednotice.records.shapes import Many, Mapped, Nested, Scalar, Shape, doubles, shapes_of

if TYPE_CHECKING:
    from rednotice.documents import Path


_CONTAINERS = frozenset({list, dict})


def doubles_in(value: Any, root: type) -> Iterator[Path]:
    """
    The path of each plain value that stands earlier in its list too, in *value*, which should be a
    *root*.
    """
    yield from _doubles(value, Nested(root), ())


def _doubles(value: Any, shape: Shape | None, path: Path) -> Iterator[Path]:
    match shape:
        case Many(Scalar()) if isinstance(value, list):
            plain = [part if type(part) in {str, int, float} else None for part in value]
            yield from ((*path, place) for place in doubles(plain))
        case Many(item) if isinstance(value, list):
            # Wrong values are told elsewhere, and there may be millions.
            within = ((at, part) for at, part in enumerate(value) if type(part) in _CONTAINERS)
            for place, part in within:
                yield from _doubles(part, item, (*path, place))
        case Nested(cls) if isinstance(value, dict):
            shapes = shapes_of(cls)
            for name, part in value.items():
                yield from _doubles(part, shapes.get(name), (*path, name))
        case Mapped(_, each) if isinstance(value, dict):
            for name, part in value.items():
                yield from _doubles(part, each, (*path, name))
