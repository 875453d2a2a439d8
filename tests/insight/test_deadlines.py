"""Deadlines: which steps before the CCF are due, until when, and whether they were in time."""

from __future__ import annotations

import datetime as dt
import doctest
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice import gate
from rednotice.insight import deadlines as module
from rednotice.insight.deadlines import Deadline, deadlines
from rednotice.model import Case, Notice, Proceeding
from rednotice.types.dates import PartialDate, months_after


def case_of(**members: Any) -> Case:
    """A case with these members, as the gate lets it in."""
    value = {"rednotice": "1.0", "id": "c-1", "subjects": [{"id": "s1"}], **members}
    assert gate.is_accepted(value)
    case: Any = gate.decode(value)
    return case


def proceeding_of(kind: str, **members: Any) -> Proceeding:
    """A proceeding of *kind* with these members."""
    return case_of(proceedings=[{"kind": kind, **members}]).proceedings[0]


def notice_of(*history: dict[str, Any]) -> Notice:
    """A notice with this history."""
    return case_of(notices=[{"kind": "red", "history": list(history)}]).notices[0]


def told(*found: Deadline) -> list[tuple[str, str, bool | None]]:
    """Step, last day and answer of each."""
    return [(one.step, one.last_day.isoformat(), one.kept) for one in found]


def test_every_step_has_its_limit() -> None:
    """Four or nine months to decide, one to tell, one to carry out, six to ask for revision."""
    dates = {
        "admissible": "2031-01-10",
        "decided": "2031-05-11",
        "notified": "2031-06-10",
        "implemented": "2031-07-11",
    }
    revision = {"filed": "2032-02-20", **dates}

    access = deadlines(proceeding_of("ccf_access", dates=dates))
    deletion = deadlines(proceeding_of("ccf_deletion", dates=dates))
    again = deadlines(
        proceeding_of("ccf_revision", dates=revision, new_fact={"discovered": "2031-08-21"})
    )

    assert told(*access) == [
        ("decided", "2031-05-10", False),
        ("notified", "2031-06-11", True),
        ("implemented", "2031-07-10", False),
    ]
    assert told(*deletion)[0] == ("decided", "2031-10-10", True)
    assert told(*again) == [
        ("filed", "2032-02-21", True),
        ("notified", "2031-06-11", True),
        ("implemented", "2031-07-10", False),
    ]


def test_a_deadline_says_since_when_it_runs() -> None:
    """By the member, and in months; where nobody says when it was received, from the decision."""
    dates = {"admissible": "2031-01", "decided": "2031-05", "implemented": "2031-06"}
    found = deadlines(proceeding_of("ccf_deletion", dates=dates))

    assert [(one.step, one.since, one.months) for one in found] == [
        ("decided", "admissible", 9),
        ("notified", "decided", 1),
        ("implemented", "decided", 2),
    ]


@pytest.mark.parametrize("kind", ["ccf", "ccf_pre_emptive", "extradition", "asylum", None])
def test_other_proceedings_have_no_deadlines_here(kind: str | None) -> None:
    """A pre-emptive request binds nobody, and courts have laws of their own."""
    dates = {"admissible": "2031-01", "decided": "2033-05", "notified": "2034-05"}
    members = {"dates": dates, **({"kind": kind} if kind else {})}

    assert deadlines(case_of(proceedings=[members]).proceedings[0]) == ()


@pytest.mark.parametrize("admissible", ["2031?", "2031-01~", "2031/..", "2031/2030", "2031/"])
def test_what_begins_on_no_certain_day_has_no_last_one(admissible: str) -> None:
    """Doubt, an open end and a wrong order are no ground to call anybody late."""
    dates = {"admissible": admissible, "decided": "2050"}

    assert [one.step for one in deadlines(proceeding_of("ccf_access", dates=dates))] == ["notified"]


@pytest.mark.parametrize(
    ("members", "day", "kept"),
    [
        ({}, "2031-10-11", False),
        ({}, "2031-10-10", None),
        ({"status": "pending"}, "2031-10-11", False),
        ({"status": "withdrawn"}, "2031-10-11", None),
        ({"status": "decided"}, "2031-10-11", None),
        ({"result": "compliant"}, "2031-10-11", None),
        ({"as_of": "2031-09"}, "2040-01-01", None),
    ],
)
def test_what_is_still_to_come_is_late_on_some_day(
    members: dict[str, str],
    day: str,
    kept: bool | None,  # noqa: FBT001  # a column of the table
) -> None:
    """Where the record does not say that it came, or was no longer to come."""
    one = proceeding_of("ccf_deletion", dates={"admissible": "2031-01-10"}, **members)

    found = deadlines(one, as_of=dt.date.fromisoformat(day))

    assert told(*found) == [("decided", "2031-10-10", kept)]
    assert deadlines(one, as_of=PartialDate(day)) == found
    assert deadlines(one)[0].kept is None


def test_a_planned_revision_is_late_on_some_day() -> None:
    """And one that is not known to be planned may have been filed."""
    fact = {"discovered": "2031-08-21"}
    day = dt.date(2032, 2, 22)
    planned = proceeding_of("ccf_revision", new_fact=fact, status="planned")

    assert told(*deadlines(planned, as_of=day)) == [("filed", "2032-02-21", False)]
    assert told(*deadlines(proceeding_of("ccf_revision", new_fact=fact), as_of=day)) == [
        ("filed", "2032-02-21", None)
    ]


def test_the_history_of_notices_shows_that_it_was_carried_out() -> None:
    """Each step that names the proceeding must be in time, for all of them to be."""
    one = proceeding_of("ccf_deletion", id="pr1", dates={"decided": "2031-05-10"})
    early = notice_of({"status": "deleted", "date": "2031-06-01", "proceeding": "pr1"})
    late = notice_of({"status": "updated", "date": "2031-08-01", "proceeding": "pr1"})
    undated = notice_of({"status": "deleted", "proceeding": "pr1"})
    other = notice_of({"status": "deleted", "date": "2031-08-01"})

    def kept(*notices: Notice) -> list[bool | None]:
        return [due.kept for due in deadlines(one, notices) if due.step == "implemented"]

    assert kept(early) == [True]
    assert kept(early, late) == [False]
    assert kept(early, undated) == [None]
    assert kept(other) == kept() == []


def test_a_decision_that_changes_data_is_to_be_carried_out() -> None:
    """Though nobody says when it was; one that leaves them as they are is not."""
    dates = {"decided": "2031-05-10", "notified": "2031-06-01"}

    changing = deadlines(proceeding_of("ccf_deletion", dates=dates, result="not_compliant"))
    leaving = deadlines(proceeding_of("ccf_deletion", dates=dates, result="compliant"))

    assert told(*changing)[1:] == [("implemented", "2031-07-01", None)]
    assert told(*leaving)[1:] == []


def test_the_end_of_the_calendar_is_no_day() -> None:
    """No year follows the last."""
    assert deadlines(proceeding_of("ccf_access", dates={"admissible": "9999-12"})) == ()


DAYS = st.dates(dt.date(2030, 1, 1), dt.date(2032, 12, 31))


@given(DAYS, st.integers(-40, 40))
def test_to_the_day_it_is_always_known_whether_a_step_was_in_time(day: dt.date, off: int) -> None:
    """The last day is in time, and the next is not."""
    last = months_after(day, 4) or dt.date.max
    taken = last + dt.timedelta(off)
    dates = {"admissible": day.isoformat(), "decided": taken.isoformat()}

    found = deadlines(proceeding_of("ccf_access", dates=dates))[0]

    assert (found.last_day, found.kept) == (last, off <= 0)


@given(DAYS, DAYS, st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_a_coarser_date_answers_only_what_all_its_days_do(
    day: dt.date, taken: dt.date, shown: int, also_shown: int
) -> None:
    """Cut to a month or a year, an answer is the same or unknown."""
    exact = {"admissible": day.isoformat(), "decided": taken.isoformat()}
    coarse = {
        "admissible": day.isoformat()[:shown],
        "decided": taken.isoformat()[:also_shown],
    }

    known = deadlines(proceeding_of("ccf_deletion", dates=exact))[0]
    found = deadlines(proceeding_of("ccf_deletion", dates=coarse))[0]

    assert found.kept in {known.kept, None}
    assert found.last_day >= known.last_day


def test_the_representation_shows_no_day() -> None:
    """What prints a deadline prints no date."""
    dates = {"admissible": "2031-01-10"}

    assert "2031" not in repr(deadlines(proceeding_of("ccf_access", dates=dates)))


def test_the_example_in_the_documentation_holds() -> None:
    """It shows its answers, and gives them."""
    results = doctest.testmod(module)

    assert results.attempted >= 5
    assert results.failed == 0
