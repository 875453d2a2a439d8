"""Records made by hand: what a constructor takes, what it refuses, and what it says of that."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest

import rednotice
from rednotice.errors import InvalidRecord, RednoticeError
from rednotice.model import (
    AlsoKnownAs,
    Appearance,
    Bookkeeping,
    Case,
    Charge,
    Incident,
    Name,
    Notice,
    Person,
    Range,
    RelatedCase,
    SharedDocument,
    Source,
    Statement,
    Subject,
    Translation,
)
from rednotice.records import to_dict
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration

INVENTED = "Zuzanna Invented"


def case(**members: Any) -> Case:
    return Case(rednotice="1.0", id="c1", **({"subjects": [Subject(label="A")]} | members))


# What is refused


@pytest.mark.parametrize(
    ("cls", "members", "message"),
    [
        (Notice, {}, "Notice: `kind` is missing. Add `kind`: a code of the list notice_kinds"),
        (
            Notice,
            {"kind": None},
            "Notice: `kind` is missing. Add `kind`: a code of the list notice_kinds",
        ),
        (
            Notice,
            {"kind": INVENTED},
            "Notice.kind: This is not a code of notice_kinds. `rednotice codelist notice_kinds` ",
        ),
        (
            Notice,
            {"kind": "red", "issuing_state": "tj"},
            "Notice.issuing_state: `tj` is not a code of countries. Write `TJ`.",
        ),
        (
            Notice,
            {"kind": "red", "warrants": "w1"},
            "Notice.warrants: This must be a list, even of one item.",
        ),
        (
            Notice,
            {"kind": "red", "warrants": ["w1", INVENTED]},
            "Notice.warrants[1]: Write an id with small letters, digits, - and _ alone",
        ),
        (Name, {"text": ""}, "Name.text: This is empty. Leave it out if it is unknown."),
        (Name, {"text": "x" * 201}, "Name.text: This must be a text of 1 to 200 characters."),
        (Name, {"text": 5}, "Name.text: This must be text: a text of 1 to 200 characters."),
        (Name, {"text": b"x"}, "Name.text: This must be text: a text of 1 to 200 characters."),
        (Name, {"text": "\ud800"}, "Name.text: This must be a text of 1 to 200 characters."),
        (
            Subject,
            {"born": "2021-02-31"},
            "Subject.born: There is no such day in the calendar. Check the month and the day.",
        ),
        (Subject, {"born": 1984}, None),
        (Subject, {"id": "S1"}, None),
        (Subject, {"id": "s1\n"}, None),
        (Subject, {"id": "s" * 65}, None),
        (Subject, {"missing": {}}, None),
        (Subject, {"missing": {"names": "lost"}}, None),
        (Subject, {"missing": {"missing": "unknown"}}, None),
        (Subject, {"missing": {INVENTED: "unknown"}}, None),
        (Subject, {"missing": {5: "unknown"}}, None),
        (Subject, {"missing": ["names"]}, None),
        (Notice, {"kind": "red", "missing": {"kind": "unknown"}}, None),
        (
            Appearance,
            {"height_m": 0},
            "Appearance.height_m: This must be a number from 0.3 to 2.8 m",
        ),
        (Appearance, {"height_m": float("nan")}, None),
        (Appearance, {"height_m": float("inf")}, None),
        (Appearance, {"height_m": True}, None),
        (Appearance, {"height_m": "1.7"}, None),
        (Range, {"best": -1}, None),
        (Range, {"best": 1.5}, None),
        (Range, {"best": True}, None),
        (Range, {"best": 2**53}, None),
        (Range, {"best": 10**400}, None),
        (Person, {"minor": 1}, "Person.minor: This must be true or false"),
        (Person, {"minor": "yes"}, None),
        (
            Person,
            {"relation": {"kind": "sibling"}},
            "Person.relation: This is a dict. Make a Kinship of it: rednotice.from_dict(",
        ),
        (Person, {"names": [INVENTED]}, "Person.names[0]: This must be an object"),
        (Person, {"names": [Subject(label="A")]}, None),
        (Person, {"names": {"text": INVENTED}}, None),
        (Person, {"names": [None]}, None),
        (Person, {}, "Person must have at least one member that is not empty."),
        (
            Person,
            {"names": [], "label": None},
            "Person must have at least one member that is not empty.",
        ),
        (Statement, {"stance": "says", "value": ""}, None),
        (Statement, {"stance": "says", "value": [[INVENTED]]}, None),
        (Statement, {"stance": "says", "value": {INVENTED: 1}}, None),
        (Statement, {"stance": "says", "value": 2**53}, None),
        (Statement, {"stance": "says", "value": object()}, None),
        (Source, {"address": "no address"}, None),
        (RelatedCase, {"case": "C 1"}, None),
        (
            SharedDocument,
            {"rednotice": "1.0", "shared": False},
            "SharedDocument.shared: This must be `true`",
        ),
        (
            SharedDocument,
            {"rednotice": "1.0", "shared": 1},
            "SharedDocument.shared: This must be `true`",
        ),
    ],
)
def test_a_wrong_value_is_refused_by_field_and_expectation(
    cls: Any, members: dict[str, Any], message: str | None
) -> None:
    """The message names the class, the field and what is expected, and quotes nothing."""
    with pytest.raises(InvalidRecord) as refused:
        cls(**members)

    said = str(refused.value)
    assert said.startswith(message or f"{cls.__name__}.{list(members)[-1]}")
    assert INVENTED not in f"{said}{refused.value!r}"


@pytest.mark.parametrize(
    "extensions",
    [
        {"no-domain": 1},
        {"Org.example": 1},
        {"org.example": {"a": float("nan")}},
        {"org.example": {1: "a"}},
        {"org.example": {"a": {1, 2}}},
        {"org.example": 10**400},
        {"org.example": "\udcff"},
        {"org.example": {"\udcff": 1}},
        {"org.example": b"x"},
        {},
    ],
    ids=ascii,
)
def test_an_extension_is_json_by_domain(extensions: Any) -> None:
    """Its name is a domain written backwards, its value what every JSON parser reads alike."""
    with pytest.raises(InvalidRecord, match=r"^Case\.extensions"):
        case(extensions=extensions)


def test_another_version_is_refused() -> None:
    """A record of this library is of its own version."""
    with pytest.raises(InvalidRecord, match=r"Case\.rednotice: This must be `1\.0`"):
        Case(rednotice="2.0", id="c1", subjects=[Subject(label="A")])


@pytest.mark.parametrize("value", [INVENTED, None, ()])
def test_a_member_that_no_field_takes_is_refused_without_a_word_of_it(value: Any) -> None:
    """Also where it would be absent: a misspelt name must not be lost."""
    with pytest.raises(InvalidRecord, match="is not a member of Notice") as refused:
        Notice(**{"kind": "red", INVENTED: value})

    assert INVENTED not in f"{refused.value}{refused.value!r}"


def test_members_are_given_by_name_alone() -> None:
    """A place in a row of arguments says nothing to a reader."""
    with pytest.raises(TypeError):
        Notice("red")  # type: ignore[misc]


@pytest.mark.parametrize("error", [RednoticeError, ValueError, TypeError])
def test_an_invalid_record_is_caught_by_whoever_expects_it(error: type[Exception]) -> None:
    """It is an error of ours, of a value, and of how something was called."""
    with pytest.raises(error):
        Subject(lable="A")  # type: ignore[call-arg]
    with pytest.raises(error):
        Subject(born="last August")


# What is taken


def test_a_list_is_kept_as_a_tuple() -> None:
    """Either may be given; what is kept cannot be changed."""
    by_list = Incident(method="phone_pressure", contacted=["p1", "p2"], against=["p1"])
    by_tuple = Incident(method="phone_pressure", contacted=("p1", "p2"), against=("p1",))

    assert by_list.contacted == ("p1", "p2")
    assert by_list == by_tuple


def test_what_is_absent_reads_as_none_or_as_no_items() -> None:
    """None and an empty list may be given for what is absent, and are not kept."""
    notice = Notice(kind="red", number=None, charges=[], warrants=())

    assert (notice.number, notice.charges, notice.issuing_state) == (None, (), None)
    assert notice == Notice(kind="red")
    assert vars(notice) == {"kind": "red"}


def test_a_text_becomes_a_date_or_a_duration() -> None:
    """Given as text or as what it is, it is kept as what it is."""
    charge = Charge(date="2021-06?", text="public calls")

    assert isinstance(charge.date, PartialDate)
    assert charge == Charge(date=PartialDate("2021-06?"), text="public calls")
    assert isinstance(Incident(duration="PT9H").duration, Duration)


def test_a_date_given_as_prose_becomes_prose() -> None:
    """A text type in the place of any text is kept as the plain text that it is."""
    text = Translation(text=PartialDate("2021"), language="en").text

    assert type(text) is str
    assert text == "2021"


@pytest.mark.parametrize(("given", "kept"), [(2.0, 2), (2, 2), (0, 0), (2.0**53 - 1, 2**53 - 1)])
def test_a_whole_number_may_be_given_as_json_would(given: float, kept: int) -> None:
    """JSON does not tell 2.0 from 2; what is kept, and written, is 2."""
    best = Range(best=given).best  # type: ignore[arg-type]

    assert best == kept
    assert type(best) is int


def test_an_extension_is_kept_apart_from_what_was_given() -> None:
    """Whoever goes on with the object that they gave does not change the record."""
    given: Any = {"org.example": {"b": [1.0, 2.5], "a": {}}}
    made = case(extensions=given)
    given["org.example"]["b"].append(3)

    assert made.extensions == {"org.example": {"a": {}, "b": (1, 2.5)}}


def test_what_is_written_is_apart_from_the_record() -> None:
    """Whoever changes the plain object does not change the record."""
    made = case(extensions={"org.example": [1]}, missing={"notices": "unknown"})
    written = to_dict(made)
    written["extensions"]["org.example"].append(2)
    written["missing"]["people"] = "unknown"

    assert made.extensions == {"org.example": (1,)}
    assert made.missing == {"notices": "unknown"}


# What is kept


def test_a_record_is_frozen() -> None:
    """Neither a member that is there nor one that is not can be set or taken away."""
    notice = Notice(kind="red")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        notice.kind = "blue"  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        notice.other = "x"  # type: ignore[attr-defined]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del notice.kind  # type: ignore[misc]


def test_a_record_is_made_once() -> None:
    """Its constructor, called on it again, would change it."""
    notice = Notice(kind="red")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        notice.__init__(kind="blue", number="2031/7")  # type: ignore[misc]

    assert vars(notice) == {"kind": "red"}


# A changed copy


@pytest.mark.parametrize("evolve", [rednotice.evolve, attrs.evolve], ids=["ours", "attrs"])
def test_a_changed_copy_is_validated(evolve: Any) -> None:
    """It goes through the constructor, and leaves out what is set to None or to no items."""
    notice = Notice(kind="red", issuing_state="TJ", charges=[Charge(text="public calls")])

    assert evolve(notice, number="2031/7").number == "2031/7"
    assert evolve(notice, issuing_state=None, charges=()) == Notice(kind="red")
    with pytest.raises(InvalidRecord, match=r"Notice\.issuing_state"):
        evolve(notice, issuing_state="Tajikistan")
    with pytest.raises(InvalidRecord, match="Notice: `kind` is missing"):
        evolve(notice, kind=None)


def test_the_record_that_is_copied_stays_as_it_was() -> None:
    """The copy shares what was not changed."""
    made = case(summary="Two lines.")
    changed = rednotice.evolve(made, summary=None, id="c2")

    assert (made.id, made.summary) == ("c1", "Two lines.")
    assert (changed.id, changed.summary) == ("c2", None)
    assert changed.subjects[0] is made.subjects[0]


def test_a_copy_with_a_member_that_is_not_there_is_refused_without_a_word_of_it() -> None:
    """A misspelt name must not be lost."""
    with pytest.raises(InvalidRecord, match="is not a member of Notice") as refused:
        rednotice.evolve(Notice(kind="red"), **{INVENTED: "x"})

    assert INVENTED not in str(refused.value)


def test_any_member_can_be_changed_in_a_copy() -> None:
    """Also one that is named like what a function might call its first argument."""
    made = case(record=Bookkeeping(state="draft"))

    assert rednotice.evolve(made, record=None) == case()
    assert rednotice.evolve(case(), record=made.record) == made


@pytest.mark.parametrize("thing", [3, "text", None, {"kind": "red"}])
def test_only_a_record_has_changed_copies(thing: Any) -> None:
    """Nothing is made of anything else."""
    with pytest.raises(TypeError):
        rednotice.evolve(thing, kind="blue")


def test_records_compare_and_hash_by_what_they_hold() -> None:
    """Equal members make equal records, of one class and in whatever order they were given."""
    one, other = Notice(kind="red", number="2031/7"), Notice(number="2031/7", kind="red")

    assert one == other
    assert hash(one) == hash(other)
    assert one != Notice(kind="red")
    assert Translation(text="x", language="en") != Name(text="x", language="en")


def sent(record: Any) -> Any:
    return pickle.loads(pickle.dumps(record))  # noqa: S301  # our own bytes


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, sent])
def test_a_record_survives_being_copied_and_sent(again: Any) -> None:
    """Read or made by hand, it is the same on the other side."""
    made = case(notices=[Notice(kind="red", missing={"number": "unknown"})])
    read = rednotice.loads(rednotice.dumps(made))

    assert again(made) == again(read) == made


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (Notice(kind="red"), "<Notice>"),
        (Notice(id="n1", kind="red"), "<Notice n1>"),
        (case(summary=INVENTED), "<Case c1>"),
        (AlsoKnownAs(organisation="Invented", id=INVENTED), "<AlsoKnownAs>"),
    ],
)
def test_a_record_is_shown_by_its_class_and_its_id(record: Any, shown: str) -> None:
    """An id of ours is opaque by rule; another organisation's may be a name."""
    assert repr(record) == str(record) == shown
