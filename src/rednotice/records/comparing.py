"""
Equality, hash and repr of records: one implementation for all classes, based on what is stored.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from rednotice.records.frozen import are_alike
from rednotice.records.limits import Matches
from rednotice.records.shapes import Free, Many, Mapped, Scalar, Shape, shapes_of


def equal(self: Any, other: object) -> Any:
    """
    Whether *self* and *other* have the same class and the same values; True does not equal 1.
    """
    if type(other) is not type(self):
        return NotImplemented
    cls: Any = type(self)
    ours, theirs = self.__dict__, other.__dict__
    if ours != theirs:
        return False
    free = _free(cls)  # most classes have none
    return not free or all(are_alike(ours[name], theirs[name]) for name in free if name in ours)


@cache
def _free(cls: Any) -> tuple[str, ...]:
    """
    The members of *cls* that may hold both numbers and booleans.
    """
    return tuple(name for name, shape in shapes_of(cls).items() if _is_free(shape))


def _is_free(shape: Shape) -> bool:
    match shape:
        case Many(inner) | Mapped(_, inner):
            return _is_free(inner)
    return isinstance(shape, Free)


def hash_of(self: Any) -> int:
    """
    The hash of *self*, which does not depend on the order in which its members were given.
    """
    return hash((type(self), frozenset(self.__dict__.items())))


def repr_of(self: Any) -> str:
    """
    The repr of *self*: its class, and its id if ids of the class must be opaque.
    """
    # A repr ends up in logs, so it must show no values. Another organisation's id may be a name.
    cls: Any = type(self)
    shape = shapes_of(cls).get("id")
    opaque = isinstance(shape, Scalar) and any(isinstance(limit, Matches) for limit in shape.limits)
    own = self.id if opaque else None
    return f"<{type(self).__name__}{f' {own}' if own else ''}>"
