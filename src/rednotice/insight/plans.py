"""
Dates that may lie ahead by their meaning, and the calendars by which a year is one of our time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rednotice.model import Context, Event, Hearing, Position, Residence

if TYPE_CHECKING:
    import datetime as dt

    from rednotice.types.dates import PartialDate

CONVERT = (
    "Convert it to the Gregorian calendar, or correct it. A year that reaches into two is a period,"
    " such as `1985-03/1986-03`."
)
# Members that name a day ahead: until when, by when, a hearing that is set down.
_AHEAD = frozenset({"deadline", "embargo_until", "expires", "heard", "review_after"})
# Records that may be agreed or laid down before they begin: a permit, a post, an election, a law,
# a hearing.
_SET_DOWN = frozenset({Context, Event, Hearing, Position, Residence})
_CENTURIES = 300  # the Thai calendar is 543 years ahead, and nobody plans so far
# The year before the first one of each calendar, in the Gregorian calendar, and the Gregorian years
# in one of its years. Those of the Islamic calendar are lunar.
_CALENDARS = {
    "the Iranian": (621, 1.0),
    "the Islamic": (621.5, 354.367 / 365.2425),
    "the Thai": (-543, 1.0),
    "the Taiwanese": (1911, 1.0),
}
_OUR_TIME = 1900  # the first Gregorian year in which a date of a case is likely to lie
_LONGEST_PLAN = 50  # years; a year of a later calendar may be that of a plan


def may_lie_ahead(kind: type[Any], member: str) -> bool:
    """
    Whether the date *member* of a record of class *kind* may lie after the day of the check.
    """
    return member in _AHEAD or kind in _SET_DOWN


def is_of_a_later_calendar(date: PartialDate, today: dt.date) -> bool:
    """
    Whether *date* lies so far ahead that its year is one of another calendar.
    """
    first = date.earliest
    return first is not None and first.year > today.year + _CENTURIES


def calendars_meant(date: PartialDate, today: dt.date) -> str:
    """
    The calendar in which *date* lies between 1900 and *today*, or may be planned today, in words.

    Several are named where that is so in several; the result is "another calendar" where it is so
    in none that is known here.
    """
    first = date.earliest or date.latest
    year = first.year if first else 0
    last = today.year + (_LONGEST_PLAN if year > today.year else 1)
    found = [
        name
        for name, (before, length) in _CALENDARS.items()
        if year and _OUR_TIME <= before + year * length <= last
    ]
    return f"{' or '.join(found)} calendar" if found else "another calendar"
