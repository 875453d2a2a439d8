"""Records of any class as plain objects, and the way back through the builder."""

from __future__ import annotations

from typing import Any

import pytest

from rednotice.model import Charge, Notice, Range, Subject
from rednotice.records import builder, to_dict

NOTICE = Notice(
    charges=[Charge(date="2021-06", text="public calls")],
    missing={"number": "unknown"},
    id="n1",
    kind="red",
)


def test_a_record_of_any_class_is_written_in_the_order_of_the_model() -> None:
    """Whatever the order in which its members were given, and without what is absent."""
    written = to_dict(NOTICE)

    assert written == {
        "id": "n1",
        "kind": "red",
        "charges": [{"date": "2021-06", "text": "public calls"}],
        "missing": {"number": "unknown"},
    }
    assert list(written) == ["id", "kind", "charges", "missing"]
    assert to_dict(Range(best=3.0)) == {"best": 3}  # type: ignore[arg-type]


def test_what_is_written_is_of_the_types_of_json() -> None:
    """A date is its text, a tuple a list, a frozen map a dict."""
    written = to_dict(NOTICE)

    assert type(written["charges"]) is list
    assert type(written["charges"][0]["date"]) is str
    assert type(written["missing"]) is dict


def test_what_was_written_of_any_class_can_be_built_again() -> None:
    """The writer and the builder are each other's way back."""
    assert builder(Notice)(to_dict(NOTICE)) == NOTICE


@pytest.mark.parametrize(
    "thing", [None, 3, "red", {"kind": "red"}, [NOTICE], Notice, Notice.__mro__[1]]
)
def test_only_a_record_is_written(thing: Any) -> None:
    """A class of records is none itself."""
    with pytest.raises(TypeError, match="only a record"):
        to_dict(thing)


def test_a_subclass_that_lacks_the_decorator_is_not_written() -> None:
    """It has no shapes of its own, so that its members would be lost."""

    class Mine(Subject):
        pass

    with pytest.raises(TypeError, match="only a record"):
        to_dict(object.__new__(Mine))
