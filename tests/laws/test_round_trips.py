"""What the gate accepts is decoded and written back, the same case always as the same bytes."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from mutations import mutated
from strategies import documents

import rednotice
from rednotice import gate
from rednotice.verbs.plain import plain


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
    assert plain(gate.decode(document)) == document


@given(documents())
def test_a_case_that_is_written_and_read_again_is_the_same_case(document: Any) -> None:
    """`loads` undoes `dumps`."""
    case = gate.decode(document)

    assert rednotice.loads(rednotice.dumps(case)) == case


@given(documents())
def test_bytes_that_were_written_are_written_again(document: Any) -> None:
    """Reading and writing changes nothing in what was written by us."""
    written = rednotice.dumps(gate.decode(document))

    assert rednotice.dumps(rednotice.loads(written)) == written


@given(documents())
def test_one_case_has_one_text(document: Any) -> None:
    """The order of members, the spelling of numbers and the blanks between them say nothing."""
    written = rednotice.dumps(gate.decode(document))
    others = (turned(document), with_whole_numbers_as_floats(document))

    for other in others:
        assert rednotice.loads(json.dumps(other, indent=3)) == gate.decode(document)
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
    order = list(gate.published("shared" if "shared" in written else "case")["properties"])

    assert list(written) == sorted(written, key=order.index)
