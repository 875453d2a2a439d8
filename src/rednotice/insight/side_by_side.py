"""
Several codings of one case side by side: the members of their records with the same id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from rednotice.insight.places import Place
from rednotice.insight.values import main_member
from rednotice.insight.view import View
from rednotice.model import Case, EditorDecision, Record, SharedDocument, Source, Statement
from rednotice.records import fields_of
from rednotice.records.shapes import Many, Nested, Scalar

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.records.walk import Field

# Members about the coding, and not about the matter.
_ABOUT_THE_CODING = {field.name for field in fields_of(Record)} - {"according_to"}
_NOT_COMPARED = (Case, EditorDecision, SharedDocument, Source)
_SEVERAL = 2  # codings without which there is nothing to compare


class Shown(NamedTuple):
    """
    A value of a record. *key* is the same for what can be compared: the member as a statement names
    it, and for a record in a list also what that record is about.
    """

    key: tuple[str, ...]
    field: Field
    place: Place
    value: Any


def shown(views: tuple[View, ...]) -> list[Shown]:
    """
    The values that records of *views* show, of those records whose id names a record of the same
    class in several views.

    The value of a statement is not among them, since it is the value of another record's member;
    but whose word the statement is, can be compared.
    """
    found: list[Shown] = []
    for name in dict.fromkeys(name for view in views for name in view.ids):
        entries = [
            (number, *view.ids[name][0]) for number, view in enumerate(views) if name in view.ids
        ]
        kinds = {type(record) for _, _, record in entries}
        if len(entries) < _SEVERAL or len(kinds) > 1 or kinds & set(_NOT_COMPARED):
            continue
        for number, path, record in entries:
            found += _within((name,), number, path, record)
    return found


def _within(key: tuple[str, ...], number: int, path: Path, record: Any) -> Iterator[Shown]:
    about, *kind = key
    cls: Any = type(record)
    for field in fields_of(cls):
        if field.name not in record.__dict__ or not _is_compared(record, field.name):
            continue
        value, place = record.__dict__[field.name], (*path, field.name)
        there = (f"{about}.{field.name}", *kind)
        if isinstance(field.one, Scalar):
            yield Shown(there, field, Place(number, place), _as_written(value))
        elif isinstance(field.shape, Nested):
            yield from _inner(there, number, place, value)
        elif isinstance(field.shape, Many):
            for index, one in enumerate(value):
                yield from _inner((*there, *_kind(one)), number, (*place, index), one)


def _as_written(value: Any) -> Any:
    """*value* as a statement would give it: a date and a duration as text."""
    return str(value) if isinstance(value, str) else value


def _is_compared(record: Any, member: str) -> bool:
    return member == "by" if isinstance(record, Statement) else member not in _ABOUT_THE_CODING


def _inner(key: tuple[str, ...], number: int, path: Path, record: Any) -> Iterator[Shown]:
    # A record with an id of its own is compared under that id.
    if getattr(record, "id", None) is None:
        yield from _within(key, number, path, record)


def _kind(record: Any) -> tuple[str, ...]:
    """
    What a record in a list is about, such as the kind of a contest: two of one kind are compared.
    """
    cls: Any = type(record)
    return (str(record.__dict__.get(main_member(cls))),)
