"""Updating: one place deep inside is changed, checked, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mutations import at
from samples import EXAMPLES, class_of
from strategies import documents

from rednotice import (
    Bookkeeping,
    Case,
    InvalidRecord,
    Subject,
    UnknownName,
    evolve,
    from_dict,
    to_dict,
    update,
)
from rednotice.documents import pointer
from rednotice.records import walk
from rednotice.verbs.updating import _path

CASE = from_dict(
    {
        "rednotice": "1.0",
        "id": "c-1",
        "subjects": [{"id": "s1", "label": "Person A", "names": [{"text": "A"}]}],
        "warrants": [{"id": "w1", "charges": [{"text": "one"}, {"id": "k2", "text": "two"}]}],
        "extensions": {"org.example": {"a/b": {"c~d": 1}}},
        "missing": {"notices": "unknown"},
        "handling": {"tlp": "red"},
        "organisations": [{"id": "o1", "name": "One"}],
        "sources": [{"id": "x1", "title": "One"}],
    }
)


@pytest.mark.parametrize("place", ["/warrants/0/charges/1", "k2"])
def test_a_record_deep_inside_is_changed(place: str) -> None:
    """By its pointer or by its id."""
    changed = update(CASE, place, text="three")
    expected = to_dict(CASE)
    expected["warrants"][0]["charges"][1]["text"] = "three"

    assert to_dict(changed) == expected
    assert CASE.warrants[0].charges[1].text == "two"


@pytest.mark.parametrize("place", ["", "c-1"])
def test_the_whole_is_a_place_too(place: str) -> None:
    """Its pointer is empty."""
    assert update(CASE, place, summary="Two lines.") == evolve(CASE, summary="Two lines.")


def test_any_record_can_be_updated() -> None:
    """Not only a case."""
    assert update(CASE.warrants[0], "/charges/0", text="x").charges[0].text == "x"
    assert update(CASE, "/handling", tlp="amber").handling.tlp == "amber"  # type: ignore[union-attr]


def test_a_member_is_left_out_by_none() -> None:
    """As in `evolve`."""
    assert to_dict(update(CASE, "s1", names=None))["subjects"] == [
        {"id": "s1", "label": "Person A"}
    ]


@given(documents(), st.data())
def test_only_that_place_changes(value: Any, data: st.DataObject) -> None:
    """Without changes the copy is equal, at whatever place; with one, it has that one alone."""
    record = from_dict(value, class_of(value))
    path, inner = data.draw(st.sampled_from(list(walk(record))))
    assume(hasattr(inner, "note"))

    assert update(record, pointer(path)) == record

    expected = to_dict(record)
    at(expected, path)["note"] = "changed"
    assert to_dict(update(record, pointer(path), note="changed")) == expected


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_id_of_an_example_is_a_place(name: str) -> None:
    """Ids are unique in a case."""
    record = from_dict(EXAMPLES[name], class_of(EXAMPLES[name]))
    for path, inner in walk(record):
        identity = vars(inner).get("id")
        if identity and path:
            assert update(record, identity) == record
            assert _path(pointer(path)) == path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", ()),
        ("/", ("",)),
        ("/a~1b/c~0d", ("a/b", "c~d")),
        ("/~01", ("~1",)),
        ("/~10", ("/0",)),
        ("/0/10/01/-1/1.5/٣", (0, 10, "01", "-1", "1.5", "٣")),
        ("/" + "9" * 5000, ("9" * 5000,)),
    ],
)
def test_a_pointer_is_read_as_its_standard_has_it(text: str, path: tuple[Any, ...]) -> None:
    """RFC 6901: two escapes, and numbers without zeros in front."""
    assert _path(text) == path


# What is no place


@pytest.mark.parametrize(
    "place",
    [
        *("/notices/0", "/warrants/1", "/warrants/-", "/warrants/00", "/warrants", "/warrants/-1"),
        *("/id", "/subjects/0/label", "/subjects/0/label/0", "/missing", "/missing/notices"),
        *("/extensions/org.example", "/extensions/org.example/a~1b", "/Subjects/0", "/", "//"),
        *("/warrants/0/", "/subjects/0/names/0/text", "/" + "9" * 5000, "/subjects/" + "9" * 5000),
        "/__class__",
    ],
)
def test_where_no_record_stands_is_no_place(place: str) -> None:
    """Neither a list, nor a member, nor the key of a map; the message does not repeat it."""
    with pytest.raises(UnknownName, match="name the members to change as keywords") as refused:
        update(CASE, place, text="x")

    assert place[:20] == "/" or place[:20] not in str(refused.value)


@pytest.mark.parametrize("place", ["k9", "subjects", "warrants/0", "Person A"])
def test_an_id_that_no_record_has_is_no_place(place: str) -> None:
    """The message shows a pointer."""
    with pytest.raises(UnknownName, match=r"no record has this id.*such as /notices/0"):
        update(CASE, place, text="x")


def test_an_id_that_several_records_have_is_no_place() -> None:
    """None of them is chosen."""
    twice = update(CASE, "x1", id="o1")

    with pytest.raises(UnknownName, match="several records have this id"):
        update(twice, "o1", note="x")


def test_a_wrong_value_is_refused_by_the_record() -> None:
    """As in its constructor."""
    with pytest.raises(InvalidRecord) as refused:
        update(CASE, "s1", nationalities=["Nowhereland"], born=1985)

    assert refused.value.record is Subject
    assert {fault.path[0] for fault in refused.value.faults} == {"nationalities", "born"}
    assert "Nowhereland" not in str(refused.value)


def test_an_unknown_member_has_a_hint() -> None:
    """Also deep inside."""
    with pytest.raises(InvalidRecord, match=r"`txet` is not a member .* Did you mean `text`\?"):
        update(CASE, "/warrants/0/charges/0", txet="x")


def test_what_a_record_needs_is_not_left_out() -> None:
    """The copy is checked like any other."""
    with pytest.raises(InvalidRecord, match="Case: `subjects` is missing"):
        update(CASE, "", subjects=[])


@pytest.mark.parametrize("place", [None, 3, ("warrants", 0), b"/id"])
def test_a_place_is_a_text(place: Any) -> None:
    """A path as findings have it is not one."""
    with pytest.raises(TypeError, match="a pointer, such as /notices/0, or an id"):
        update(CASE, place, text="x")


@pytest.mark.parametrize("record", [to_dict(CASE), [CASE], None, Case])
def test_only_a_record_is_updated(record: Any) -> None:
    """The message says what makes one."""
    with pytest.raises(TypeError, match="from_dict"):
        update(record, "", summary="x")


def test_a_member_may_be_called_record() -> None:
    """The arguments are given by position, so that every member's name is free."""
    assert to_dict(update(CASE, "", record=Bookkeeping(state="draft")))["record"] == {
        "state": "draft"
    }
