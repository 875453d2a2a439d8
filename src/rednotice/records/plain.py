"""
Convert records to plain objects for any format.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from rednotice.records.fields import is_record
from rednotice.records.frozen import thawed
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape, shapes_of

Write = Callable[[Any], Any]


def to_dict(record: Any) -> dict[str, Any]:
    """
    Convert *record*, of any record class, to a new dict of JSON types that may be changed.

    Members are in the model's order, and absent ones are left out.

    Raises:
        TypeError: If *record* is not a record.
    """
    kind: Any = type(record)
    if not is_record(kind):
        raise TypeError("only a record can be written as a plain object")
    written: dict[str, Any] = _writer(kind)(record)
    return written


@cache
def _writer(cls: Any) -> Write:
    writers = tuple((name, _writer_of(shape)) for name, shape in shapes_of(cls).items())

    def write(record: Any) -> dict[str, Any]:
        # Absent members are not stored, so nothing need be compared with a default.
        stored = record.__dict__
        return {
            name: stored[name] if part is None else part(stored[name])
            for name, part in writers
            if name in stored
        }

    return write


def _writer_of(shape: Shape) -> Write | None:
    match shape:
        case Nested(cls):
            return _writer(cls)
        case Many(item):
            part = _writer_of(item)
            return list if part is None else lambda values: [part(value) for value in values]
        case Scalar():
            # A text type such as a date becomes plain text.
            return None if shape.python is shape.base else str.__str__
        case Mapped(_, Scalar() as each) if _writer_of(each) is None:
            return dict
        case Mapped() | Free():
            return thawed
