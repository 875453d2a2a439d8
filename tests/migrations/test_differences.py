"""Changes that are noted now and made later, in the same records or in none."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.migrations.differences import at, changes, make

SCALARS = st.one_of(st.booleans(), st.integers(-3, 3), st.sampled_from(["a", "b", "x/y", "~"]))
RECORDS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(["id", "a", "b/c", "d~e"]), inner, max_size=3),
    ),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.sampled_from(["a", "b", "id"]), RECORDS, max_size=3)


def made(before: Any, wanted: list[dict[str, Any]]) -> tuple[Any, list[dict[str, Any]]]:
    value = deepcopy(before)
    return value, make(value, wanted)


@given(OBJECTS, OBJECTS)
def test_the_changes_between_two_documents_make_one_of_the_other(before: Any, after: Any) -> None:
    value, left = made(before, changes(before, after))

    assert left == []
    assert repr_of(value) == repr_of(after)


def repr_of(value: Any) -> Any:
    """*value* such that 1 and True differ, as in JSON."""
    if isinstance(value, dict):
        return {name: repr_of(one) for name, one in value.items()}
    return [repr_of(one) for one in value] if isinstance(value, list) else repr(value)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["a", "b", "a"], ["a", "b"]),
        (["a", "a", "b"], ["a"]),
        ([{}, {}, {}], [{"x": 1}, {}]),
        (["a"], ["b", "a", "b"]),
    ],
)
def test_items_that_are_alike_are_told_apart_by_their_place(before: Any, after: Any) -> None:
    assert made({"x": before}, changes({"x": before}, {"x": after})) == ({"x": after}, [])


def test_one_record_is_not_taken_for_two_that_were_alike() -> None:
    before = {"x": [{"k": 1}, {"k": 1}]}
    noted = changes(before, {"x": [{"k": 1, "a": 1}, {"k": 1, "b": 1}]})
    value, left = made({"x": [{"k": 1}]}, noted)

    assert value == {"x": [{"k": 1, "a": 1}]}
    assert len(left) == 1


def test_half_of_a_character_is_compared_too() -> None:
    assert changes({"a": ["\ud800"]}, {"a": ["\ud800"]}) == []
    assert len(changes({"a": "\ud800"}, {"a": "\ud801"})) == 1


@given(OBJECTS)
def test_equal_documents_need_no_change(value: Any) -> None:
    assert changes(value, deepcopy(value)) == []


BEFORE = {"events": [{"id": "e1", "kind": "flight"}, {"kind": "protest"}]}
AFTER = {"events": [{"id": "e1", "kind": "flight", "why": "x"}, {"kind": "protest", "why": "y"}]}


def test_a_record_is_found_again_where_others_were_put_before_it() -> None:
    moved = {"events": [{"kind": "ban"}, *deepcopy(BEFORE["events"])]}
    value, left = made(moved, changes(BEFORE, AFTER))

    assert left == []
    assert value["events"][1:] == AFTER["events"]
    assert value["events"][0] == {"kind": "ban"}


def test_a_record_with_an_id_is_found_again_after_it_was_edited() -> None:
    edited = {"events": [{"id": "e1", "kind": "ban"}]}
    value, left = made(edited, changes(BEFORE, AFTER))

    assert value == {"events": [{"id": "e1", "kind": "ban", "why": "x"}]}
    assert [change["value"] for change in left] == ["y"]


def test_a_record_without_an_id_that_was_edited_gets_nothing() -> None:
    """Another record may stand there by now, and a motive is no small thing to get wrong."""
    edited = {"events": [BEFORE["events"][0], {"kind": "ban"}]}
    value, left = made(edited, changes(BEFORE, AFTER))

    assert value["events"][1] == {"kind": "ban"}
    assert len(left) == 1


def test_a_value_that_was_edited_stays_as_it_was_edited() -> None:
    noted = changes({"kind": "spyware"}, {"kind": "account_takeover"})
    value, left = made({"kind": "detention"}, noted)

    assert value == {"kind": "detention"}
    assert left == noted


def test_two_records_that_could_be_meant_get_nothing() -> None:
    before = {"events": [{"kind": "a"}, {"kind": "b"}]}
    after = {"events": [{"kind": "a"}, {"kind": "b", "why": "x"}]}
    now = {"events": [{"kind": "b"}, {"kind": "a"}, {"kind": "b"}]}
    value, left = made(now, changes(before, after))

    assert value == now
    assert len(left) == 1


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"at": "/events/1/why", "value": 1}, ("events", 1)),
        ({"at": "/events/0/kind", "value": 1}, ("events", 0, "kind")),
        ({"at": "/a~1b/x", "value": 1}, ()),
    ],
)
def test_a_change_is_told_at_the_nearest_place_that_is_there(
    change: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    assert at(change, BEFORE) == path
