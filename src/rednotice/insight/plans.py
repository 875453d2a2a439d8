"""
Dates that may lie ahead by their meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rednotice.model import Context, Event, Hearing, Position, Residence

if TYPE_CHECKING:
    import datetime as dt

    from rednotice.types.dates import PartialDate

CONVERT = "This is most likely a year of another calendar. Convert it to the Gregorian one."
# Members that name a day ahead: until when, by when, a hearing that is set down.
_AHEAD = frozenset({"deadline", "embargo_until", "expires", "heard", "review_after"})
# Records that may be agreed or laid down before they begin: a permit, a post, an election, a law,
# a hearing.
_SET_DOWN = frozenset({Context, Event, Hearing, Position, Residence})
_CENTURIES = 300  # the Thai calendar is 543 years ahead, and nobody plans so far


def may_lie_ahead(record: Any, member: str) -> bool:
    """
    Whether the date *member* of *record* may lie after the day of the check.
    """
    return member in _AHEAD or type(record) in _SET_DOWN


def is_of_a_later_calendar(date: PartialDate, today: dt.date) -> bool:
    """
    Whether *date* lies so far ahead that its year is one of another calendar.
    """
    first = date.earliest
    return first is not None and first.year > today.year + _CENTURIES
