"""What the gate accepts is decoded and written back, the same case always as the same bytes."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any

import attrs
from constructing import constructed, root
from hypothesis import given
from hypothesis import strategies as st
from mutations import mutants, mutated
from strategies import documents, examples

import rednotice
from rednotice import gate
from rednotice.records import to_dict, walk
from rednotice.records.frozen import FrozenMap


def turned(value: Any) -> Any:
    """*value* with the members of every object in the opposite order."""
    if isinstance(value, dict):
        return {name: turned(part) for name, part in reversed(value.items())}
    return [turned(part) for part in value] if isinstance(value, list) else value


def with_whole_numbers_as_floats(value: Any) -> Any:
    """*value* with 1.0 for 1 wherever a whole number stands."""
    if isinstance(value, dict):
        return {name: with_whole_numbers_as_floats(part) for name, part in value.items()}
    if isinstance(value, list):
        return [with_whole_numbers_as_floats(part) for part in value]
    return float(value) if type(value) is int else value


@given(st.one_of(documents(), mutated().filter(gate.is_accepted)))
def test_what_is_accepted_is_written_back_equal(document: Any) -> None:
    """Nothing is lost, nothing is added, and only 1.0 may have become 1."""
    assert to_dict(gate.decode(document)) == document


@given(documents())
def test_a_case_that_is_written_and_read_again_is_the_same_case(document: Any) -> None:
    """`loads` undoes `dumps`."""
    case = gate.decode(document)

    assert rednotice.loads(rednotice.dumps(case), type(case)) == case


@given(documents())
def test_bytes_that_were_written_are_written_again(document: Any) -> None:
    """Reading and writing changes nothing in what was written by us."""
    case = gate.decode(document)
    written = rednotice.dumps(case)

    assert rednotice.dumps(rednotice.loads(written, type(case))) == written


@given(documents())
def test_one_case_has_one_text(document: Any) -> None:
    """The order of members, the spelling of numbers and the blanks between them say nothing."""
    written = rednotice.dumps(gate.decode(document))
    others = (turned(document), with_whole_numbers_as_floats(document))

    for other in others:
        assert rednotice.loads(json.dumps(other, indent=3), root(document)) == gate.decode(document)
        assert rednotice.dumps(gate.decode(other)) == written


@given(documents())
def test_what_is_written_is_json_of_one_line_in_utf8(document: Any) -> None:
    """Any parser reads it, and it fits a line of JSON Lines."""
    written = rednotice.dumps(gate.decode(document))

    assert json.loads(written.decode("utf-8")) == document
    assert b"\n" not in written


@given(documents())
def test_members_are_written_in_the_models_order(document: Any) -> None:
    """A reader finds the id first, and every case laid out alike."""
    written = json.loads(rednotice.dumps(gate.decode(document)))
    order = list(gate.schema("shared" if "shared" in written else "case")["properties"])

    assert list(written) == sorted(written, key=order.index)


@examples(2)
@given(mutants())
def test_records_are_equal_if_and_only_if_they_are_written_alike(documents: list[Any]) -> None:
    """And what is equal has one hash, so that sets and dicts can hold records."""
    records = [gate.decode(document) for document in documents if gate.is_accepted(document)]

    for one, other in itertools.combinations_with_replacement(records, 2):
        assert (one == other) == (rednotice.dumps(one) == rednotice.dumps(other))
        assert one != other or hash(one) == hash(other)


@given(documents())
def test_what_a_record_keeps_never_changes(document: Any) -> None:
    """All the way down, whether it was read or made by hand."""
    for record in (gate.decode(document), constructed(root(document), document)):
        for _, inner in walk(record):
            for value in vars(inner).values():
                assert not list(changeable(value))


def changeable(value: Any) -> Iterator[Any]:
    """Whatever in *value* is neither a plain scalar, a tuple, a frozen map nor a record."""
    if isinstance(value, tuple):
        for part in value:
            yield from changeable(part)
    elif isinstance(value, FrozenMap):
        for part in value.values():
            yield from changeable(part)
    elif not (value is None or isinstance(value, str | int | float) or attrs.has(type(value))):
        yield value
