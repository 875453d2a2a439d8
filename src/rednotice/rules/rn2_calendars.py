"""
RN2 Calendars: dates of another calendar or of a program's zero day, and periods that contradict.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rednotice.findings import Severity
from rednotice.insight.date_texts import date_texts, last_in_the_past
from rednotice.insight.plans import CONVERT, calendars_meant, is_of_a_later_calendar, may_lie_ahead
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View
from rednotice.model import Bookkeeping, Case, Context, Event, Incident, Outcome

if TYPE_CHECKING:
    from rednotice.types.dates import PartialDate

_CENTURY = 1900  # nobody who was born before it is pursued today
# The days that spreadsheets, databases and operating systems write for zero or for nothing.
_ZERO_DAYS = frozenset(
    {
        *("1899-12-30", "1899-12-31", "1900-01-01", "1904-01-01", "1969-12-31", "1970-01-01"),
        *("1601-01-01", "1753-01-01", "1858-11-17", "0001-01-01", "1980-01-01"),
        *("2099-12-31", "2999-12-31", "4712-12-31", "9999-12-31"),
    }
)
_OUR_CENTURIES = frozenset({"19", "20"})
_BACKGROUND = frozenset({Context, Event})
# Members of a case that say how it is kept, and not what happened.
_ABOUT_THE_RECORD = frozenset({"release", "handling", "record", "editor_decisions"})


@rule("RN208", Severity.WARNING)
def year_of_another_calendar(view: View) -> Iterator[Problem]:
    """
    A date lies before the year 1900, or a plan lies more than three centuries ahead.

    It is most likely a year of the Iranian calendar (1364), of the Islamic one (1401), of the Thai
    one (2567) or a wrong digit. Convert the date to the Gregorian calendar, and keep the document's
    own words in a statement. A year of those calendars reaches into two of ours: where the month is
    not known, write a period, such as `1985-03/1986-03` for 1364. A background, such as a treaty or
    an old law, may be as old as that and is not found. Something that has happened and is dated so
    far ahead is left to RN202.
    """
    texts = date_texts(view)
    if _OUR_CENTURIES.issuperset(text[:2] for text in (*texts[:1], *texts[-1:])):
        return  # as in most cases, since all others lie between these two
    for path, record, member, date in view.dates:
        # Few dates begin with another text than these, and texts are compared faster than days.
        if date[:2] in _OUR_CENTURIES or date in _ZERO_DAYS:
            continue
        too_late = may_lie_ahead(type(record), member) and is_of_a_later_calendar(date, view.today)
        if too_late or (type(record) not in _BACKGROUND and _is_over_before_our_time(date)):
            calendars = calendars_meant(date, view.today)
            yield (*path, member), f"This is most likely a year of {calendars}. {CONVERT}"


def _is_over_before_our_time(date: PartialDate) -> bool:
    latest = date.latest
    return latest is not None and latest.year < _CENTURY


_ZERO_DAY_OF_A_PROGRAM = (
    "Programs write this day where they hold no date. Write the date that the source gives, or"
    " leave it out if there is none."
)


@rule("RN209", Severity.WARNING)
def zero_day_of_a_program(view: View) -> Iterator[Problem]:
    """
    A date is the day that a program writes where it holds nothing.

    Spreadsheets count from 30 December 1899, from 1 January 1900 or 1904, other programs from 1
    January 1970, and databases write the first or the last day that they know. Write the date that
    the source gives. If it gives none, leave the member out; if only the end of a period is such a
    day, leave the end open. A date of birth on a first of January is left to RN207.
    """
    if _ZERO_DAYS.isdisjoint("/".join(date_texts(view)).split("/")):
        return  # as in most cases
    for path, _, member, date in view.dates:
        if _ZERO_DAYS.isdisjoint(str.__str__(date).split("/")):
            continue
        if date not in _ZERO_DAYS:
            yield (*path, member), _ZERO_DAY_AT_AN_END
        elif not (member == "born" and date[4:] == "-01-01"):
            yield (*path, member), _ZERO_DAY_OF_A_PROGRAM


_ZERO_DAY_AT_AN_END = (
    "Programs write this day where they hold no date. Write the end that the source gives, or leave"
    " it open if there is none."
)


_LONGER = "The duration is longer than the period in `date`. Correct the one that is wrong."


_SHORTER = "The duration is shorter than the period in `date`. Correct the one that is wrong."


@rule("RN210", Severity.WARNING, of=(Incident, Event, Outcome), having="duration")
def duration_unlike_its_period(record: Incident | Event | Outcome, _: View) -> Iterator[Problem]:
    """
    Something lasted longer than the period in which it happened, or shorter than the days between
    which it went on.

    A stay of a week cannot last 76 days. The date and the duration come from two sources, or a
    digit is wrong. Correct the one that is wrong, or record what each source says in statements.
    Looked at are periods with two ends that are certain; how short it was is compared only where
    both ends are days.
    """
    date, duration = record.date, record.duration
    if not date or not duration or not date.is_interval or date.doubtful:
        return
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return
    days = (last - first).days + 1
    if duration.days_at_least > days:
        yield ("duration",), _LONGER
    elif date.precision == "day" and "X" not in date and duration.days_at_most < days - 1:
        yield ("duration",), _SHORTER


_DESCRIBED_DAY_BEFORE_WHAT_IT_HOLDS = (
    "The case holds something later than this day. Set `as_of` to the day of the last addition."
)


@rule("RN211", Severity.WARNING, of=Case, having="record")
def described_day_before_what_it_holds(case: Case, view: View) -> Iterator[Problem]:
    """
    The day that the case describes lies before something that it holds.

    Counts at a given day rest on `as_of`: a case that holds later things is counted for a day on
    which nobody could know them. Set `as_of` to the day of the last addition. What may lie ahead,
    such as deadlines, permits and elections, and how the case is handled, are not looked at.
    """
    as_of = case.record.as_of if case.record else None
    last = as_of.latest if as_of and not as_of.doubtful else None
    if last is None:
        return
    # Texts sort like the days they begin with, and what begins with no day has no certain start, or
    # is a set, which sorts after all days.
    is_before = last.isoformat().__gt__
    if is_before(last_in_the_past(view)):
        return  # as in most cases, whose records need not be gone over
    for path, record, member, date in view.dates:
        if (
            is_before(date)
            or may_lie_ahead(type(record), member)
            or isinstance(record, Bookkeeping)
        ):
            continue
        if path and path[0] in _ABOUT_THE_RECORD:
            continue
        if not date.doubtful and date.starts_after(last) is True:
            yield ("record", "as_of"), _DESCRIBED_DAY_BEFORE_WHAT_IT_HOLDS
            return
