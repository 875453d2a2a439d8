"""
RN2 Dates: days that cannot be, or not in this order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from rednotice.findings import Severity
from rednotice.insight.date_texts import last_in_the_past
from rednotice.insight.lives import lived_by, may_have_lived_before
from rednotice.insight.plans import CONVERT, calendars_meant, is_of_a_later_calendar, may_lie_ahead
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View
from rednotice.model import (
    Bookkeeping,
    Consent,
    NationalCopy,
    Person,
    ProceedingDates,
    ProvisionalMeasures,
    Statement,
    Subject,
    TravelDocument,
)

# The member that comes first, and the one that comes after.
_ORDER: dict[type[Any], tuple[tuple[str, str], ...]] = {
    ProceedingDates: (
        ("filed", "admissible"),
        ("filed", "decided"),
        ("admissible", "decided"),
        ("decided", "notified"),
        ("decided", "implemented"),
    ),
    ProvisionalMeasures: (("asked", "answered"),),
    TravelDocument: (("issued", "expires"),),
    Consent: (("date", "expires"),),
    NationalCopy: (("seen", "gone"),),
    Bookkeeping: (("coded_on", "modified"),),
    Statement: (("asked", "answered"), ("asked", "deadline")),
}


@rule("RN201")
def ends_before_it_starts(view: View) -> Iterator[Problem]:
    """
    A period ends before it starts.

    The two ends changed places, or a digit is wrong. No other rule looks at such a date. A period
    with an end that is uncertain or approximate is not found, since the doubt may explain it.
    """
    # Few dates have two ends, and that is asked faster here than there.
    ranges = [date for date in (*view.past, *view.ahead) if "/" in date or ".." in date]
    if not any(date.backwards for date in ranges):
        return  # as in most cases, whose records need not be gone over
    for path, _, member, date in view.dates:
        if date.backwards:
            yield (*path, member), "The period ends before it starts. Correct one of its ends."


@rule("RN202")
def date_in_the_future(view: View) -> Iterator[Problem]:
    """
    Something that has happened is dated after the day of the check.

    A digit is wrong, a plan was recorded as done, or the year is one of another calendar, such as
    2567 for 2024 in Thailand. Deadlines, hearings, days until which
    something holds, and what is laid down in advance, such as a permit, a post or an election, may
    lie ahead and are not found. The day after the check is not found either, because it has begun
    already somewhere in the world.
    """
    last = _tomorrow(view.today)
    year = f"{last.year:04}"
    is_before = year.__gt__  # of texts; dates themselves have no order
    if is_before(last_in_the_past(view)):
        return  # as in most cases, whose records need not be gone over
    for path, record, member, date in view.dates:
        # Texts sort like the years they begin with, and what begins with no year has no certain
        # start, or is a set and goes on.
        if is_before(date) or may_lie_ahead(type(record), member):
            continue
        if date.starts_after(last) is True:
            if is_of_a_later_calendar(date, view.today):
                calendars = calendars_meant(date, view.today)
                yield (*path, member), f"This is most likely a year of {calendars}. {CONVERT}"
            else:
                yield (*path, member), _NOT_AHEAD


_NOT_AHEAD = "The date lies after the day of this check. Correct it."


def _tomorrow(today: dt.date) -> dt.date:
    return today if today == dt.date.max else today + dt.timedelta(days=1)


_BORN_AFTER_IT_HAPPENED = (
    "The person was born after something that they did or lived through. Correct one of the dates."
)


@rule("RN203", of=(Subject, Person), having="born")
def born_after_it_happened(person: Subject | Person, view: View) -> Iterator[Problem]:
    """
    A person is born after something that the person did or lived.

    The date of birth has a wrong digit, or records of two people were joined, and the case
    identifies the wrong one. Looked at are the notices and warrants against the person and the
    acts charged in them, what became of the person, what they lived or said, and the dates of
    their papers. The year in a notice's number is that of the person's file, so no birth lies
    after it.
    """
    born = person.born
    if not born or not may_have_lived_before(born, view):
        return  # as most
    if any(date.surely_before(born) for date in lived_by(person, view)):
        yield ("born",), _BORN_AFTER_IT_HAPPENED


@rule("RN204", of=(ProceedingDates, ProvisionalMeasures))
def proceeding_in_the_wrong_order(
    record: ProceedingDates | ProvisionalMeasures, _: View
) -> Iterator[Problem]:
    """
    A step of a proceeding is dated before one that it follows.

    Nothing is decided before it is filed or found admissible, or made known and carried out before
    it is decided. Lateness is computed from these dates, in CCF requests from the day of
    admissibility, so that one wrong date makes a wrong complaint.
    """
    return _out_of_order(record)


@rule(
    "RN205",
    of=(TravelDocument, Consent, NationalCopy, Bookkeeping),
    having=("expires", "gone", "modified"),
)
def over_before_it_began(
    record: TravelDocument | Consent | NationalCopy | Bookkeeping, _: View
) -> Iterator[Problem]:
    """
    A paper, a consent or a copy ends before the day on which it began.

    A passport that expires before it was issued, a consent that ran out before it was given, a
    national copy that was gone before it was met with, a record last changed before it was coded:
    the two dates changed places, or a digit is wrong.
    """
    return _out_of_order(record)


@rule("RN206", of=Statement, having="asked")
def answered_before_asked(statement: Statement, _: View) -> Iterator[Problem]:
    """
    An answer, or the day by which it was due, is dated before the question.

    That somebody was asked and had time to answer is what makes silence worth reporting; the dates
    must bear it out.
    """
    return _out_of_order(statement)


def _out_of_order(record: Any) -> Iterator[Problem]:
    members = record.__dict__
    found: set[str] = set()
    for earlier, later in _ORDER[type(record)]:
        if later in found or earlier not in members or later not in members:
            continue
        if members[later].surely_before(members[earlier]):
            found.add(later)
            yield (later,), f"This date lies before `{earlier}`. Correct one of the two."


_BORN_ON_THE_FIRST_OF_JANUARY = (
    "The first of January often stands for an unknown day. Write the year alone, unless a document"
    " shows the day."
)


@rule("RN207", Severity.INFO, of=(Subject, Person), having="born")
def born_on_the_first_of_january(person: Subject | Person, _: View) -> Iterator[Problem]:
    """
    A date of birth is the first of January.

    Many offices and programs write that day where they know the year only. If a document does not
    show the day, write the year alone: a date is exactly as precise as its source. If it does, the
    date stands.
    """
    if person.born and person.born[4:] == "-01-01":
        yield ("born",), _BORN_ON_THE_FIRST_OF_JANUARY
