"""
RN2 Dates: days that cannot be, or not in this order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from rednotice.findings import Severity
from rednotice.model import (
    Bookkeeping,
    Consent,
    Context,
    Event,
    Incident,
    NationalCopy,
    Notice,
    Outcome,
    Person,
    Position,
    Proceeding,
    ProceedingDates,
    ProvisionalMeasures,
    Residence,
    Statement,
    Subject,
    TravelDocument,
    Warrant,
)
from rednotice.rules.rule import Problem, rule
from rednotice.rules.view import View
from rednotice.types.dates import PartialDate

# Members that name a day ahead by their meaning: until when, by when, a hearing that is set down.
_AHEAD = frozenset({"deadline", "embargo_until", "expires", "heard", "review_after"})
# Records that may be agreed or laid down before they begin: a permit, a post, an election, a law.
_SET_DOWN = frozenset({Context, Event, Position, Residence})
_REVISION = 6  # months within which a revision is asked for (CCF Statute, Article 42)

_Pairs = tuple[tuple[str, str], ...]  # the member that comes first, and the one that comes after

_OF_A_PROCEEDING: _Pairs = (
    ("filed", "acknowledged"),
    ("filed", "admissible"),
    ("filed", "decided"),
    ("admissible", "decided"),
    ("decided", "notified"),
    ("decided", "implemented"),
)


def _out_of_order(view: View, kind: type[Any], pairs: _Pairs) -> Iterator[Problem]:
    for path, record in view.each(kind):
        found = set()
        for earlier, later in pairs:
            first, second = getattr(record, earlier), getattr(record, later)
            if first is None or second is None or later in found:
                continue
            if second.before(first) is True:
                found.add(later)
                yield (*path, later), f"must not lie before the date under {earlier}"


@rule("RN201")
def ends_before_it_starts(view: View) -> Iterator[Problem]:
    """
    A period ends before it starts.

    The two ends changed places, or a digit is wrong. Nothing else can be said of such a date, and
    no other rule tries. Marks of doubt count: an end that is uncertain may still be mended by its
    doubt, and is not found.
    """
    for path, _, member, date in view.dates:
        if date.backwards:
            yield (*path, member), "must not end before it starts"


@rule("RN202")
def date_in_the_future(view: View) -> Iterator[Problem]:
    """
    Something that has happened is dated after the day of the check.

    A digit is wrong, or a plan was recorded as done. Deadlines, hearings, days until which
    something holds, and what is laid down in advance, such as a permit, a post or an election, may
    lie ahead and are not found.
    """
    today = view.today
    year = f"{today.year:04}"
    for path, record, member, date in view.dates:
        # Texts sort like the years they begin with, and what begins with no year has no certain
        # start, or is a set and goes on.
        if date < year or member in _AHEAD or type(record) in _SET_DOWN:
            continue
        if date.starts_after(today) is True:
            yield (*path, member), "must not lie after the day of this check"


@rule("RN203")
def born_after_it_happened(view: View) -> Iterator[Problem]:
    """
    A person is born after something that the person did or lived.

    The date of birth has a wrong digit, or records of two people were joined, and the case
    identifies the wrong one. Looked at are the notices and warrants against the person and the
    acts charged in them, what became of the person, what they lived or said, and the dates of
    their papers. The year in a notice's number is that of the person's file, so no birth lies
    after it.
    """
    for path, person in view.persons:
        born = person.born
        if born and any(date.before(born) is True for date in _lived(view, person)):
            yield (*path, "born"), "must not lie after what the person did or lived"


def _lived(view: View, person: Subject | Person) -> Iterator[PartialDate]:
    """
    The dates of what *person* lived. What names nobody is about the only subject of the case.
    """
    only = view.subject is not None and view.subject[1] is person

    def about(references: tuple[str, ...], *, silent: bool = False) -> bool:
        return person.id in references if references else only and silent

    dates: list[PartialDate | None] = []
    for _, notice in view.each(Notice):
        if about(notice.about, silent=True):
            dates += (step.date for step in notice.history)
            dates += (charge.date for charge in notice.charges)
            if notice.number:
                # A date like any other, but for the year 0, of which the grammar knows nothing.
                dates.append(PartialDate.trusted(max(notice.number[:4], "0001")))
    for _, warrant in view.each(Warrant):
        if about(warrant.against, silent=True):
            dates += (warrant.issued, *(charge.date for charge in warrant.charges))
    dates += (one.date for _, one in view.each(Outcome) if about(one.of, silent=True))
    dates += (one.date for _, one in view.each(Event) if about(one.of))
    dates += (one.date for _, one in view.each(Incident) if about((*one.contacted, *one.against)))
    dates += (one.date for _, one in view.each(Statement) if about(one.by))
    dates += (one.date for one in person.positions)
    if isinstance(person, Subject):
        dates += (one.issued for one in person.documents)
        dates += (one.date for one in person.residences)
    yield from filter(None, dates)


@rule("RN204")
def proceeding_in_the_wrong_order(view: View) -> Iterator[Problem]:
    """
    A step of a proceeding is dated before one that it follows.

    Nothing is decided before it is filed or found admissible, or made known and carried out before
    it is decided. Lateness is computed from these dates, in CCF requests from the day of
    admissibility, so that one wrong date makes a wrong complaint.
    """
    yield from _out_of_order(view, ProceedingDates, _OF_A_PROCEEDING)
    yield from _out_of_order(view, ProvisionalMeasures, (("asked", "answered"),))


@rule("RN205")
def over_before_it_began(view: View) -> Iterator[Problem]:
    """
    A paper, a consent or a copy ends before the day on which it began.

    A passport that expires before it was issued, a consent that ran out before it was given, a
    national copy that was gone before it was met with, a record last changed before it was coded:
    the two dates changed places, or a digit is wrong.
    """
    yield from _out_of_order(view, TravelDocument, (("issued", "expires"),))
    yield from _out_of_order(view, Consent, (("date", "expires"),))
    yield from _out_of_order(view, NationalCopy, (("seen", "gone"),))
    yield from _out_of_order(view, Bookkeeping, (("coded_on", "modified"),))


@rule("RN206")
def answered_before_asked(view: View) -> Iterator[Problem]:
    """
    An answer, or the day by which it was due, is dated before the question.

    That somebody was asked and had time to answer is what makes silence worth reporting; the dates
    must bear it out.
    """
    yield from _out_of_order(view, Statement, (("asked", "answered"), ("asked", "deadline")))


@rule("RN207", Severity.INFO)
def born_on_the_first_of_january(view: View) -> Iterator[Problem]:
    """
    A date of birth is the first of January.

    Many offices and programs write that day where they know the year only. If a document does not
    show the day, write the year alone: a date is exactly as precise as its source. If it does, the
    date stands.
    """
    for path, person in view.persons:
        if person.born and person.born[4:] == "-01-01":
            yield (*path, "born"), "must be the year alone, unless a document shows the day"


@rule("RN208", Severity.WARNING)
def revision_asked_too_late(view: View) -> Iterator[Problem]:
    """
    A revision was asked for more than six months after its new fact was discovered.

    The CCF takes up a request for revision only within six months of the discovery (Statute of the
    CCF, Article 42). Look whether the day of discovery is right, or is the day of the fact itself;
    if both dates are, say in the text why the request was still made.
    """
    for path, proceeding in view.each(Proceeding):
        if proceeding.kind != "ccf_revision" or not (proceeding.new_fact and proceeding.dates):
            continue
        discovered, filed = proceeding.new_fact.discovered, proceeding.dates.filed
        if discovered is None or filed is None:
            continue
        limit = _limit(discovered)
        if limit is not None and filed.after(limit) is True:
            yield (*path, "dates", "filed"), "must lie within six months of the discovery"


def _limit(discovered: PartialDate) -> dt.date | None:
    """
    The last day on which a revision can have been in time, by the latest day of discovery.
    """
    last = discovered.latest
    if last is None or discovered.uncertain or discovered.approximate or discovered.backwards:
        return None
    year, month = divmod(12 * last.year + last.month - 1 + _REVISION, 12)
    if year > dt.MAXYEAR:
        return None
    # A day that the month does not have is counted on into the next, in the applicant's favour.
    return dt.date(year, month + 1, 1) + dt.timedelta(last.day - 1)
