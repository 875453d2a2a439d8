"""Values of more than one type: what a statement says of a field, and what an extension holds."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest

from rednotice.records.limits import LEVELS
from rednotice.types.dates import PartialDate
from rednotice.types.numbers import GREATEST
from rednotice.types.values import AnyJson, PlainValue

INFINITE = float("inf")


def nested(levels: int, one: Any = None) -> Any:
    """A list in a map in a list, and so on, as many levels deep."""
    inner: Any = one
    for level in range(levels):
        inner = [inner] if level % 2 else {"a": inner}
    return inner


SCALARS = ("x", PartialDate("2021"), "é", 0, -1, 0.5, GREATEST, -GREATEST, True, False)
NEITHER = (
    *(10**400, INFINITE, -INFINITE, float("nan"), 1j, "\ud800"),
    *(b"x", ..., {1, 2}, range(2)),
)


NO_PLAIN: tuple[Any, ...] = (None, "", [], (), {"a": 1}, [[1]], ([1],))
TOO_GREAT = (GREATEST + 1, -GREATEST - 1, 1e300)


@pytest.mark.parametrize("value", TOO_GREAT)
def test_json_holds_numbers_that_a_plain_value_does_not(value: Any) -> None:
    """A rule tells of them, since the schema cannot say it of every level."""
    assert AnyJson().holds([value])


@pytest.mark.parametrize("value", SCALARS, ids=ascii)
def test_a_plain_value_is_a_text_a_number_or_a_truth_value(value: Any) -> None:
    """Alone, or in a list or a tuple."""
    assert all(PlainValue().holds(one) for one in (value, [value], (value, "x")))
    assert AnyJson().holds(value)


@pytest.mark.parametrize(
    "value", [*NEITHER, *TOO_GREAT, None, "", [], (), {"a": 1}, [[1]], ([1],)], ids=ascii
)
def test_what_is_nothing_or_is_nested_is_no_plain_value(value: Any) -> None:
    """Neither alone nor as an item."""
    assert not PlainValue().holds(value)
    assert not PlainValue().holds(["x", value])


@pytest.mark.parametrize(
    "value",
    [None, "", [], (), {}, [None, ({"": ""},)], MappingProxyType({PartialDate("2021"): 1})],
    ids=ascii,
)
def test_json_may_be_empty_or_nested(value: Any) -> None:
    """What other software keeps is not ours to tidy."""
    assert AnyJson().holds(value)


@pytest.mark.parametrize("value", NEITHER, ids=ascii)
def test_what_json_cannot_say_is_refused_wherever_it_stands(value: Any) -> None:
    """As a value, an item, a member."""
    assert not any(AnyJson().holds(one) for one in (value, [value], {"a": (value,)}))


@pytest.mark.parametrize("key", [1, None, True, "\udcff", ("a",)])
def test_the_names_of_members_are_texts(key: Any) -> None:
    """JSON has no others."""
    assert not AnyJson().holds({key: "x"})


def test_json_is_as_deep_as_a_document_has_room_for() -> None:
    """The case and its map of extensions stand around it."""
    assert AnyJson().holds(nested(LEVELS - 2))
    assert not AnyJson().holds(nested(LEVELS - 1))
    assert not AnyJson().holds(nested(5_000))
