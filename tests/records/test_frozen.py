"""What a record keeps never changes, has a hash, and is equal only to what is written alike."""

from __future__ import annotations

import copy
import json
import operator
import pickle
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import pytest

import rednotice
from rednotice.model import Case, Notice, Statement, Subject
from rednotice.records.frozen import FrozenMap
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration

INVENTED = "Zuzanna Invented"
EXTENSIONS = {"org.example": {"b": [1, {"c": INVENTED}], "a": True}}


def case(**members: Any) -> Case:
    return Case(rednotice="1.0", id="c1", subjects=[Subject(label="A")], **members)


def says(value: Any) -> Statement:
    return Statement(stance="says", value=value)


def read(made: Case) -> Case:
    found = rednotice.loads(rednotice.dumps(made))
    assert isinstance(found, Case)
    return found


either = pytest.mark.parametrize("by", [lambda made: made, read], ids=["made", "read"])
By = Callable[[Case], Case]


# Maps


@either
def test_a_map_is_read_like_any_dict(by: By) -> None:
    """By key, by `get`, by `in`, one by one; and JSON's own writer takes it."""
    missing: Any = by(case(missing={"notices": "unknown", "events": "none"})).missing

    assert missing["notices"] == missing.get("notices") == "unknown"
    assert missing.get("people") is None
    assert "events" in missing
    assert list(missing.items()) == [("events", "none"), ("notices", "unknown")]
    assert missing == {"notices": "unknown", "events": "none"}
    assert json.loads(json.dumps(by(case(extensions=EXTENSIONS)).extensions)) == EXTENSIONS


@pytest.mark.parametrize("given", [MappingProxyType({"kind": "disputed"}), {"kind": "disputed"}])
def test_a_map_is_made_of_any_mapping(given: Any) -> None:
    """Whoever has one of another kind need not copy it first."""
    assert rednotice.Outcome(missing=given).missing == {"kind": "disputed"}


CHANGES: dict[str, Callable[[Any], Any]] = {
    "set": lambda kept: operator.setitem(kept, "people", "unknown"),
    "delete": lambda kept: operator.delitem(kept, "notices"),
    "join": lambda kept: operator.ior(kept, {"people": "unknown"}),
    "clear": lambda kept: kept.clear(),
    "pop": lambda kept: kept.pop("notices"),
    "pop any": lambda kept: kept.popitem(),
    "default": lambda kept: kept.setdefault("people", "unknown"),
    "update": lambda kept: kept.update(people="unknown"),
    "make again": lambda kept: kept.__init__({"people": "unknown"}),
}


@either
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_map_cannot_be_changed(by: By, change: Callable[[Any], Any]) -> None:
    """What is refused changes nothing, and the message says what to do."""
    kept = by(case(missing={"notices": "unknown"}))

    with pytest.raises(TypeError, match=r"rednotice\.evolve"):
        change(kept.missing)

    assert kept.missing == {"notices": "unknown"}


def test_an_empty_map_stays_empty() -> None:
    """Other software may keep one, and filling it later would change the record's hash."""
    kept: Any = case(extensions={"org.example": {}}).extensions
    before = hash(kept)

    with pytest.raises(TypeError):
        kept["org.example"].__init__(a=1)

    assert kept == {"org.example": {}}
    assert hash(kept) == before


def test_a_map_is_not_made_past_what_freezes_it() -> None:
    """What it holds might change then, and have no hash."""
    with pytest.raises(TypeError):
        FrozenMap({"a": []})


def test_a_copy_of_a_map_by_its_own_verb_may_be_changed() -> None:
    """So a changed map is made, and given to a changed copy of the record."""
    kept: Any = Notice(kind="red", missing={"number": "unknown"}).missing
    changed = kept.copy() | {"charges": "not_stated"}
    del changed["number"]

    assert changed == {"charges": "not_stated"}
    assert kept == {"number": "unknown"}


def test_a_map_shows_neither_its_keys_nor_its_values() -> None:
    """Both are data, and a representation ends up in logs."""
    kept = case(extensions={"org.example": {INVENTED: INVENTED}}).extensions

    assert repr(kept) == str(kept) == "<FrozenMap of 1>"


def sent(kept: Any) -> Any:
    return pickle.loads(pickle.dumps(kept))  # noqa: S301  # our own bytes


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, sent])
def test_a_map_survives_being_copied_and_sent(again: Any) -> None:
    """What arrives is as frozen as what was sent."""
    kept = case(extensions=EXTENSIONS).extensions

    assert again(kept) == kept
    assert type(again(kept)) is FrozenMap
    assert hash(again(kept)) == hash(kept)


# Hashes, and what is equal


@either
def test_a_record_with_maps_and_lists_has_a_hash(by: By) -> None:
    """It can be a member of a set, whatever it holds and wherever."""
    notice = Notice(kind="red", missing={"number": "unknown"})
    full = case(notices=[notice], extensions=EXTENSIONS, statements=[says(["a", 1])])

    assert len({by(full), full}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (True, 1),
        (False, 0),
        ([True], [1]),
        (["x", False], ["x", 0]),
    ],
)
def test_true_is_not_one_in_a_statement(one: Any, other: Any) -> None:
    """Equal records are written as equal bytes, and JSON tells true from 1."""
    assert says(one) != says(other)
    assert case(statements=[says(one)]) != case(statements=[says(other)])
    assert says(one) == says(one)


def test_true_is_not_one_in_an_extension() -> None:
    """However deep it lies."""
    number, whole, yes, again = (
        case(extensions={"org.example": {"a": [{"b": value}, None]}})
        for value in (1, 1.0, True, True)
    )

    assert number != yes
    assert number == whole
    assert yes == again


# What a statement may say


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (PartialDate("2021"), "2021"),
        (Duration("PT9H"), "PT9H"),
        (("a", "b"), ("a", "b")),
        (["a", "b"], ("a", "b")),
        ([PartialDate("2021"), 2.0, True], ("2021", 2, True)),
    ],
)
def test_a_statement_takes_texts_of_any_kind_and_lists_of_either(given: Any, kept: Any) -> None:
    """What another record holds can be said of it, as it stands there."""
    value = says(given).value

    assert value == kept
    assert type(value) is type(kept)
    assert not any(isinstance(part, PartialDate) for part in (value, *value))
    assert says(given) == says(kept)


def test_an_extension_takes_texts_of_any_kind_as_keys_too() -> None:
    """They are kept as the plain texts that they are."""
    kept: Any = case(
        extensions={"org.example": {PartialDate("2021"): (PartialDate("2020"),)}}
    ).extensions

    assert kept == {"org.example": {"2021": ("2020",)}}
    assert {type(part) for part in (*kept["org.example"], *kept["org.example"]["2021"])} == {str}
