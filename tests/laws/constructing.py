"""Records as a program makes them: each by its constructor, from the innermost outwards."""

from __future__ import annotations

from typing import Any

from rednotice.model import Case, SharedDocument
from rednotice.records import fields_of
from rednotice.records.shapes import Many, Nested, Shape


def constructed(cls: Any, value: Any) -> Any:
    """
    The *cls* whose members are those of the plain object *value*.

    Raises:
        InvalidRecord: If a constructor does not take what is there.
        TypeError: If an object has a member that its class does not have.
    """
    shapes = {field.name: field.shape for field in fields_of(cls)}
    return cls(
        **{
            name: _part(shapes[name], part) if name in shapes else part
            for name, part in value.items()
        }
    )


def _part(shape: Shape, value: Any) -> Any:
    match shape:
        case Nested(cls) if isinstance(value, dict):
            return constructed(cls, value)
        case Many(item) if isinstance(value, list):
            return [_part(item, part) for part in value]
    return value


def root(value: Any) -> type:
    """The class of the document *value*."""
    return SharedDocument if value.get("shared") is True else Case


def levels(value: Any) -> int:
    """How many lists and objects stand within one another in *value*."""
    parts: Any = value.values() if isinstance(value, dict) else value
    return 1 + max(map(levels, parts), default=0) if isinstance(value, dict | list) else 0
