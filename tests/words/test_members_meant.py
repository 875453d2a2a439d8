"""Which member is offered for a name that is not one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.model import (
    Case,
    Charge,
    Event,
    Incident,
    Notice,
    Organisation,
    Person,
    Proceeding,
    SharedDocument,
    Source,
    Statement,
    Subject,
)
from rednotice.records import record_classes
from rednotice.records.shapes import Many, Nested, shapes_of
from rednotice.records.unknown_members import unknown

INVENTED = "Zuzanna Invented"
CLASSES = sorted(
    {*record_classes(Case), *record_classes(SharedDocument)}, key=lambda one: one.__name__
)
MEMBERS = sorted({name for cls in CLASSES for name in shapes_of(cls)})


def said(cls: Any, name: str, present: Any = (), above: tuple[Any, ...] = ()) -> str:
    return unknown(cls, name, dict.fromkeys(present, "x"), above).message


@pytest.mark.parametrize(
    ("cls", "name", "meant"),
    [
        (Subject, "lable", "label"),
        (Subject, "dob", "born"),
        (Subject, "Date of birth", "born"),
        (Incident, "times", "occurrences"),
        (Incident, "threat", "consequence"),
        (Proceeding, "filed", "dates.filed"),
        (Proceeding, "decided", "dates.decided"),
        (Notice, "issuingState", "issuing_state"),
        (Case, "suspects", "subjects"),
        (Notice, "source", "sources"),
        (Event, "source", "sources"),
        (Notice, "publication_date", "history"),
        (Notice, "issued_by", "issuing_state"),
        (Charge, "chargeText", "text"),
        (Organisation, "title", "name"),
        (Source, "name", "title"),
        (Subject, "fecha_nacimiento", "born"),
        (Subject, "дата рождения", "born"),
    ],
)
def test_the_right_member_is_offered(cls: Any, name: str, meant: str) -> None:
    """Misspelt, in other words, or inside a record of this one."""
    assert said(cls, name) == f"`{name}` is not a member of {cls.__name__}. Did you mean `{meant}`?"


@pytest.mark.parametrize(
    ("cls", "name", "step"),
    [
        (Subject, "place of birth", "Did you mean `birth_place` or `birth_country`?"),
        (Proceeding, "decision", "Did you mean `result` or `dates.decided`?"),
        (Case, "dob", "Did you mean `subjects.born` or `people.born`?"),
        (Incident, "who", "Did you mean `by`, `against` or `contacted`?"),
        (Incident, "person", "Did you mean `against` or `contacted`?"),
        (Proceeding, "damages", "Put it in `amounts`: `amounts.awarded` or `amounts.claimed`."),
        (
            Proceeding,
            "date",
            "Put it in `dates`: `dates.filed`, `dates.heard`, `dates.decided` or `dates.notified`.",
        ),
    ],
)
def test_all_members_that_a_word_may_mean_are_offered(cls: Any, name: str, step: str) -> None:
    """The first alone might make false data of what somebody knows."""
    assert said(cls, name) == f"`{name}` is not a member of {cls.__name__}. {step}"


def test_a_member_of_records_in_a_list_is_offered_unless_all_of_them_have_it() -> None:
    """Or somebody's nationality would be sent to another person."""
    step = "Did you mean `subjects.nationalities` or `people.nationalities`?"
    for subjects in ([], [{"id": "s1"}], [{"nationalities": ["TJ"]}, {"id": "s2"}]):
        found = unknown(Case, "nationality", {"subjects": subjects} if subjects else {})
        assert found.message.endswith(step)

    found = unknown(Case, "nationality", {"subjects": [{"nationalities": ["TJ"]}]})
    assert found.message.endswith("Did you mean `people.nationalities`?")


def test_of_many_members_only_the_places_are_named() -> None:
    """A longer list helps nobody."""
    assert said(Case, "date").endswith(
        "Put it in `notices`, `incidents`, `outcomes`, `events`, `proceedings`, `warrants`"
        " or `sources`."
    )


@pytest.mark.parametrize(
    ("cls", "name", "value", "offered"),
    [
        (Proceeding, "decision", "refused", "`result`"),
        (Proceeding, "decision", "2021-05", "`dates.decided`"),
        (Proceeding, "decision", "in May", "`result` or `dates.decided`"),
        (Proceeding, "hearing", "2021-05", "`hearings` or `dates.heard`"),
        (Person, "country", "UZ", "`residence` or `nationalities`"),
        (Person, "country", ["UZ"], "`residence` or `nationalities`"),
        (Subject, "country", "UZ", "`residences`, `nationalities` or `birth_country`"),
    ],
)
def test_the_value_may_tell_which_members_are_meant(
    cls: Any, name: str, value: Any, offered: str
) -> None:
    """Such as a date or a code, which only some of them take."""
    assert unknown(cls, name, {name: value}).message.endswith(f"Did you mean {offered}?")


@pytest.mark.parametrize(
    ("cls", "name"), [(Person, "count_kind"), (Source, "authority"), (Statement, "country")]
)
def test_a_member_of_another_record_is_no_slip_of_the_pen(cls: Any, name: str) -> None:
    """It has a meaning of its own, however like another member it is spelt."""
    assert "Did you mean" not in said(cls, name)
    assert said(Statement, "languages").endswith("Did you mean `language`?")


@pytest.mark.parametrize(
    ("cls", "name", "present", "not_offered"),
    [
        (Subject, "lable", ["label"], "label"),
        (Proceeding, "date", ["dates"], "`dates`"),
        (Subject, "dob", ["born"], "born"),
        (Incident, "dates", ["date"], "`date`"),
    ],
)
def test_a_member_that_is_there_is_not_offered(
    cls: Any, name: str, present: list[str], not_offered: str
) -> None:
    """It cannot be the one that was meant."""
    assert f"Did you mean `{not_offered.strip('`')}`" not in said(cls, name, present)


def test_a_member_of_a_record_inside_is_not_offered_if_it_is_there() -> None:
    dates = {"dates": {"filed": "2021"}}

    assert unknown(Proceeding, "filed", dates).meant == ()
    assert unknown(Proceeding, "filed", {"dates": {"decided": "2021"}}).meant == ("dates", "filed")


@pytest.mark.parametrize(
    "name", [INVENTED, "zuzanna", "zz", "x" * 200, "noticeable_people", "", "\ud800", "☃"]
)
def test_a_name_that_is_like_none_of_ours_is_not_repeated(name: str) -> None:
    """It may be somebody's."""
    assert said(Subject, name) == (
        "This name is not a member of Subject. `rednotice schema Subject` lists its members."
    )


@pytest.mark.parametrize("name", ["nam\nes", "nam\u200bes", "na`mes"])
def test_a_name_that_cannot_be_printed_safely_is_not_repeated(name: str) -> None:
    """It could break a line or a quotation."""
    assert said(Subject, name).startswith("This name is not a member of Subject. Did you mean")


def test_a_member_one_level_up_is_sent_there() -> None:
    """By the name of its class."""
    assert said(Subject, "pursued_by", (), (Case,)).endswith(
        "It is a member of Case: move it there."
    )
    assert said(Charge, "warrants", (), (Notice, Case)).endswith("Notice: move it there.")


def exists(cls: Any, path: tuple[str, ...]) -> bool:
    for name in path:
        shape = shapes_of(cls).get(name) if cls else None
        if shape is None:
            return False
        one = shape.item if isinstance(shape, Many) else shape
        cls = one.record if isinstance(one, Nested) else None
    return True


@given(st.sampled_from(CLASSES), st.sampled_from(MEMBERS), st.data())
def test_only_a_member_that_exists_and_is_absent_is_offered(
    cls: Any, member: str, data: st.DataObject
) -> None:
    """Whatever is typed: one of our names with a slip, or anything."""
    cut = data.draw(st.integers(0, len(member)))
    name = data.draw(st.sampled_from([member, member[:cut] + member[cut + 1 :]]) | st.text())
    present = data.draw(st.lists(st.sampled_from(sorted(shapes_of(cls))), unique=True))
    found = unknown(cls, name, dict.fromkeys(present, "x"))

    assert exists(cls, found.meant)
    assert len(found.meant) != 1 or found.meant[0] not in present
    assert found.shown or not name or f"`{name}`" not in found.message or name in MEMBERS
