"""
Go over all records inside a record, to read or to rebuild them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.records.fields import METADATA, Meaning
from rednotice.records.limits import Ref
from rednotice.records.shapes import Many, Nested, Scalar, Shape, shapes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from rednotice.documents import Path


def _is_required(field: Field) -> bool:
    return field.default is attrs.NOTHING


def _one_of(field: Field) -> Shape:
    return field.shape.item if isinstance(field.shape, Many) else field.shape


def _target_of(field: Field) -> Ref | None:
    return field.one.ref if isinstance(field.one, Scalar) else None


@attrs.frozen(eq=False)
class Field:
    """
    One field of a record class: its name, its shape, its meaning and its default.
    """

    name: str
    shape: Shape
    meaning: Meaning
    default: Any
    # What follows is asked of every field of every record, so it is worked out once.
    required: bool = attrs.field(init=False, default=attrs.Factory(_is_required, takes_self=True))
    """Whether a record without this member is refused."""
    one: Shape = attrs.field(init=False, default=attrs.Factory(_one_of, takes_self=True))
    """The shape of the value, or of one item if the field is a list."""
    ref: Ref | None = attrs.field(init=False, default=attrs.Factory(_target_of, takes_self=True))
    """The target of the field, if the field is a reference."""


@cache
def fields_of(cls: Any) -> tuple[Field, ...]:
    """
    The fields of the record class *cls*, in the model's order.
    """
    shapes = shapes_of(cls)
    return tuple(
        Field(field.name, shapes[field.name], field.metadata[METADATA], field.default)
        for field in attrs.fields(cls)
    )


def record_classes(root: Any) -> tuple[type, ...]:
    """
    *root* and every record class that can occur inside it, each once, parents first.
    """
    met: dict[Any, None] = {root: None}
    waiting: list[Any] = [root]
    while waiting:
        for field in fields_of(waiting.pop(0)):
            if isinstance(field.one, Nested) and field.one.record not in met:
                met[field.one.record] = None
                waiting.append(field.one.record)
    return tuple(met)


@cache
def _nested(cls: Any) -> tuple[tuple[str, bool], ...]:
    return tuple(
        (field.name, isinstance(field.shape, Many))
        for field in fields_of(cls)
        if isinstance(field.one, Nested)
    )


def walk(record: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    """
    Return *record* and every record inside it with its path, parents first, in the model's order.
    """
    found: list[tuple[Path, Any]] = []
    _gather(record, path, found)
    return found


def _gather(record: Any, path: Path, found: list[tuple[Path, Any]]) -> None:
    # This is on the path of every check, so it avoids generators and joins paths in the fastest
    # way.
    found.append((path, record))
    members = record.__dict__
    for name, is_list in _nested(record.__class__):
        if name in members:
            if is_list:
                for place, part in enumerate(members[name]):
                    _gather(part, path + (name, place), found)  # noqa: RUF005  # innermost loop, where unpacking is slower
            else:
                _gather(members[name], (*path, name), found)


def rebuild(record: Any, change: Callable[[Field, Any], Any]) -> Any:
    """
    A copy of *record* in which *change* was applied to every present value.

    Args:
        record: The record, which is not changed.
        change: A function of the field and its value. It is called for the innermost records first
            and gets lists whole. Its result is stored; None leaves an optional member out.

    Raises:
        InvalidRecord: If the field does not accept what *change* returns.
    """
    kind: Any = type(record)
    values = {}
    for field in fields_of(kind):
        value = getattr(record, field.name)
        if value is None or value == ():
            continue
        if isinstance(field.shape, Nested):
            value = rebuild(value, change)
        elif isinstance(field.one, Nested):
            value = tuple(rebuild(part, change) for part in value)
        changed = change(field, value)
        if changed is not None:
            values[field.name] = changed
    return kind(**values)
