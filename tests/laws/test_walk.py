"""One walk and one rebuild go over every record there is."""

from __future__ import annotations

import contextlib
import copy
from typing import Any

import pytest
from constructing import constructed
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import documents, objects

import rednotice
from rednotice import gate
from rednotice.errors import InvalidRecord
from rednotice.model import Case, SharedDocument
from rednotice.records import fields_of, rebuild, record_classes, walk
from rednotice.records.shapes import Many, Nested

CLASSES = tuple(dict.fromkeys((*record_classes(Case), *record_classes(SharedDocument))))


def at(record: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        record = record[part] if isinstance(part, int) else getattr(record, part)
    return record


def objects_in(value: Any, cls: type) -> int:
    """How many objects of *value*, a plain *cls*, are records and no maps or extensions."""
    inner = 0
    for field in fields_of(cls):
        if isinstance(field.one, Nested) and field.name in value:
            parts = value[field.name]
            for part in parts if isinstance(parts, list) else [parts]:
                inner += objects_in(part, field.one.record)
    return 1 + inner


@given(documents())
def test_the_walk_meets_every_record_once_where_it_says(document: Any) -> None:
    """Each path leads to the record that was given with it, and none is left out."""
    record = gate.decode(document)
    met = list(walk(record))

    assert all(at(record, path) is inner for path, inner in met)
    assert len({path for path, _ in met}) == len(met) == objects_in(document, type(record))


@given(documents())
def test_the_walk_goes_from_the_outside_in(document: Any) -> None:
    """Whoever holds a record comes before it."""
    paths = [path for path, _ in walk(gate.decode(document))]

    for place, path in enumerate(paths):
        assert path == () or any(path[: len(outer)] == outer for outer in paths[:place])


@given(documents())
def test_a_rebuild_without_a_change_gives_an_equal_record(document: Any) -> None:
    """Everything is carried over."""
    record = gate.decode(document)

    assert rebuild(record, lambda _field, value: value) == record


@given(documents())
def test_a_rebuild_is_asked_about_every_present_value(document: Any) -> None:
    """No member escapes the one who treats them all."""
    record = gate.decode(document)
    asked: list[str] = []
    rebuild(record, lambda field, value: asked.append(field.name) or value)

    assert sorted(asked) == sorted(
        name for _, inner in walk(record) for name in vars(inner) if getattr(inner, name) != ()
    )


@given(documents())
def test_a_rebuild_leaves_the_old_record_as_it_was(document: Any) -> None:
    """Whatever the change does, it is done to a copy."""
    record = gate.decode(document)
    before, written = copy.deepcopy(record), rednotice.dumps(record)

    # A record that had nothing else is refused; that too must leave the old one alone.
    with contextlib.suppress(InvalidRecord):
        rebuild(
            record,
            lambda field, value: value if field.required or isinstance(field.shape, Many) else None,
        )

    assert record == before
    assert rednotice.dumps(record) == written


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@settings(max_examples=5)
@given(data=st.data())
def test_every_record_can_be_made_by_hand(cls: Any, data: st.DataObject) -> None:
    """A record of every class, of any few of its members, gives its values back."""
    value = data.draw(objects(cls))
    record = constructed(cls, value)

    assert set(value) == set(vars(record))
    assert rebuild(record, lambda _field, part: part) == record
