"""What an `InvalidRecord` tells: every fault of a construction, with its path and no value."""

from __future__ import annotations

import copy
import pickle
import traceback
from typing import Any

import pytest

import rednotice
from rednotice.errors import InvalidRecord
from rednotice.model import Case, Incident, Notice, Person, Statement, Subject, Tie

INVENTED = "Zuzanna Invented"


def refused(cls: Any, **members: Any) -> InvalidRecord:
    """What is raised of a *cls* with such members."""
    with pytest.raises(InvalidRecord) as caught:
        cls(**members)
    return caught.value


def told(error: InvalidRecord) -> list[tuple[tuple[str | int, ...], str]]:
    return [(fault.path, fault.message) for fault in error.faults]


# All at once


def test_every_fault_of_a_construction_is_told() -> None:
    """A wrong value, one inside a list, an unknown member and a missing one."""
    error = refused(Notice, issuing_state="Tajikistan", warrants=["w1", 5], number=[], lable="x")

    assert error.record is Notice
    assert [path for path, _ in told(error)] == [
        ("issuing_state",),
        ("warrants", 1),
        ("lable",),
        ("kind",),
    ]
    assert error.faults[-1].message == (
        "Notice: `kind` is missing. Add `kind`: a code of the list notice_kinds"
        " (`rednotice codelist notice_kinds` lists them)."
    )


def test_every_missing_member_is_told_in_the_order_of_the_model() -> None:
    """Whatever else is wrong."""
    assert [path for path, _ in told(refused(Tie, kind="nobody"))] == [("kind",), ("who",), ("to",)]


def test_every_wrong_item_and_every_wrong_value_of_a_map_is_told() -> None:
    """Each at its own place."""
    error = refused(
        Subject,
        nationalities=["TJ", 5, "nowhere"],
        missing={"names": "lost", "born": "unknown", INVENTED: "unknown"},
    )

    assert {path for path, _ in told(error)} == {
        ("nationalities", 1),
        ("nationalities", 2),
        ("missing", "names"),
        ("missing", INVENTED),
    }


def test_the_first_fault_is_at_hand() -> None:
    """As a path, and by the member that it is in."""
    error = refused(Incident, method="phone_pressure", contacted=["p1", "P 2"], against="p1")

    assert error.path == ("contacted", 1)
    assert error.field == "contacted"


def test_a_fault_of_the_whole_record_is_in_no_member() -> None:
    """An empty one is one such."""
    error = refused(Person)

    assert (error.path, error.field, len(error.faults)) == ((), None, 1)


def test_a_message_has_the_first_faults_and_counts_the_rest() -> None:
    """One a line; all of them are in the list."""
    error = refused(Subject, nationalities=[5] * 8)

    assert len(error.faults) == 8
    assert str(error).splitlines()[0] == error.faults[0].message
    assert str(error).splitlines()[5:] == ["… and 3 more"]


def test_nothing_is_kept_of_a_record_that_was_refused() -> None:
    """Whoever holds it in the middle of its making has an empty one."""
    made = object.__new__(Subject)
    with pytest.raises(InvalidRecord):
        made.__init__(label="A", born="last August")  # type: ignore[misc]

    assert vars(made) == {}


# The right member for a wrong one


@pytest.mark.parametrize(
    ("cls", "name", "meant"),
    [
        (Subject, "lable", "label"),
        (Subject, "nmaes", "names"),
        (Subject, "Born", "born"),
        (Case, "outcmes", "outcomes"),
        (Case, "notice", "notices"),
        (Notice, "issuing_sate", "issuing_state"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_the_right_name(cls: Any, name: str, meant: str) -> None:
    """So close to a word of ours, it may be repeated."""
    error = refused(cls, **{name: "x"})
    fault = next(fault for fault in error.faults if fault.path == (name,))

    assert fault.message == f"`{name}` is not a member of {cls.__name__}. Did you mean `{meant}`?"


@pytest.mark.parametrize(
    ("cls", "name"),
    [(Incident, "zz"), (Case, INVENTED), (Subject, "zuzanna")],
)
def test_a_name_that_is_like_none_of_ours_is_not_repeated(cls: Any, name: str) -> None:
    """It may be somebody's; a word of ours that is unlike it would lead astray."""
    error = refused(cls, **{name: "x"})

    assert error.faults[0].message == (
        f"This name is not a member of {cls.__name__}."
        f" `rednotice schema {cls.__name__}` lists its members."
    )
    assert error.faults[0].path == (name,)


def test_a_member_that_is_given_is_not_the_one_that_was_meant() -> None:
    """Beside `names`, `nmaes` is something else."""
    error = refused(Subject, names=[], nmaes="x", label="A", lable="A")

    assert "`names`" not in str(error)
    assert "`label`" not in str(error)


def test_a_changed_copy_proposes_a_member_that_the_record_has() -> None:
    """It is the one that was to be changed."""
    with pytest.raises(InvalidRecord, match="Did you mean `label`"):
        rednotice.evolve(Subject(label="A"), lable="B")


@pytest.mark.parametrize("name", ["nam\nes", "names\ud800", "nam`es"])
def test_a_slip_that_is_no_plain_name_is_not_repeated(name: str) -> None:
    """Signs that one cannot see, or that break a line, do not go into a message."""
    error = refused(Subject, **{name: "x"})

    assert str(error).startswith("This name is not a member of Subject. Did you mean")
    assert name not in str(error)


# No value is told


def test_a_key_of_a_map_is_in_the_path_and_is_not_printed() -> None:
    """It is data, as a value is: a program may want it, and a log must not have it."""
    error = refused(Case, rednotice="1.0", id="c1", subjects=["x"], extensions={INVENTED: 1})

    assert error.faults[1].path == ("extensions", INVENTED)
    assert error.faults[1].message.startswith("Case.extensions.*: This must be named by a domain")
    assert INVENTED not in f"{error} {error!r} {error.faults!r} {error.faults[1]}"
    assert INVENTED not in "".join(traceback.format_exception(error))


def test_a_wrong_value_is_not_told() -> None:
    """Only what is expected in its place."""
    error = refused(Statement, stance=INVENTED, value=[[INVENTED]], about=INVENTED)

    assert len(error.faults) == 3
    assert INVENTED not in f"{error} {error!r} {error.faults!r} {error.args}"


# Sent and copied


def sent(error: Any) -> Any:
    return pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, sent])
def test_an_invalid_record_survives_being_sent(again: Any) -> None:
    """Class, record, messages, paths and notes are the same on the other side."""
    error = refused(Notice, warrants=["w1", INVENTED])
    error.add_note("in the second row")
    arrived = again(error)

    assert type(arrived) is InvalidRecord
    assert arrived.record is Notice
    assert arrived.faults == error.faults
    assert str(arrived) == str(error)
    assert arrived.__notes__ == error.__notes__


def test_a_pickle_of_it_holds_no_value() -> None:
    """Neither a value, nor a key of a map, nor a name that is no member."""
    error = refused(
        Subject, **{INVENTED: INVENTED, "born": INVENTED, "missing": {INVENTED: "unknown"}}
    )

    assert INVENTED.encode() not in pickle.dumps(error)
    assert [fault.path for fault in sent(error).faults] == [("*",), ("born",), ("missing", "*")]
