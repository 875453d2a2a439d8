"""
Parse the text of a date into the days that it allows, as ordinals that can be compared.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "year", "decade", "century"]

Days = tuple[int, int]  # the first and the last day allowed, as proleptic Gregorian ordinals

ANY_DAY: Days = (date.min.toordinal() - 1, date.max.toordinal() + 1)
_PRECISIONS: tuple[Precision, ...] = ("day", "month", "year", "decade", "century")


class Reading(NamedTuple):
    """
    The parsed text of a date, in the form that comparisons need.
    """

    outer: Days
    precision: Precision | None
    starts: Days
    ends: Days
    spans: tuple[Days, ...]  # all days that it may cover; for a set, one span for each member
    backwards: bool = False


def precedes(these: Days, those: Days) -> bool | None:
    """
    Whether a day in *these* lies before a day in *those*: yes, no, or unknown (None).
    """
    if these[1] < those[0]:
        return True
    return False if these[0] >= those[1] else None


@lru_cache(maxsize=64)  # nearly always the day of the check
def read_day(day: date) -> Reading:
    """
    The reading of a day of the calendar; the time of a datetime is ignored.
    """
    # Called as a method of `date`, isoformat leaves out the time of a datetime.
    return read(date.isoformat(day))


@lru_cache(maxsize=4096)  # bounded: memory stays flat however many cases are read
def read(text: str) -> Reading:
    """
    The reading of *text*, which must match the pattern of a date.
    """
    if text.startswith("["):
        return _read_set(text[1:-1].split(","))
    if "/" in text:
        return _read_interval(*text.split("/"))
    days, certain = _days(text), _certain_days(text)
    return Reading(days, _precision(text), starts=certain, ends=certain, spans=(certain,))


def _read_interval(start: str, end: str) -> Reading:
    known = {_precision(text) for text in (start, end) if text not in {"", ".."}}
    precision: Precision = next(step for step in reversed(_PRECISIONS) if step in known)
    outer = _forwards((_days(start)[0], _days(end)[1]), (_days(end)[0], _days(start)[1]))
    starts, ends = _certain_days(start), _certain_days(end)
    if starts[0] > ends[1]:
        return Reading(outer, precision, ANY_DAY, ANY_DAY, (ANY_DAY,), backwards=True)
    # Even if its ends are open or in doubt, an interval does not end before it starts.
    starts, ends = (starts[0], min(starts[1], ends[1])), (max(starts[0], ends[0]), ends[1])
    return Reading(outer, precision, starts, ends, spans=((starts[0], ends[1]),))


def _read_set(members: list[str]) -> Reading:
    spans: list[Days] = []
    backwards = False
    for member in members:
        first, last = member.split("..") if ".." in member else (member, member)
        days = _days(first)[0], _days(last)[1]
        spans.append(_forwards(days, (_days(last)[0], _days(first)[1])))
        backwards |= days[0] > days[1]
    hull = min(first for first, _ in spans), max(last for _, last in spans)
    if backwards:
        return Reading(hull, None, ANY_DAY, ANY_DAY, (ANY_DAY,), backwards=True)
    return Reading(hull, None, starts=hull, ends=hull, spans=tuple(spans))


def _forwards(days: Days, turned: Days) -> Days:
    return days if days[0] <= days[1] else turned


def _certain_days(text: str) -> Days:
    return ANY_DAY if text.endswith(("?", "~", "%")) else _days(text)


def _days(text: str) -> Days:
    """
    The days that one date allows, without regard to its mark; every day, if the end is not given.
    """
    if text in {"", ".."}:
        return ANY_DAY
    year, month, day = (*text.rstrip("?~%").split("-"), "XX", "XX")[:3]
    years, months, days = _digits(year, 1, 9999), _digits(month, 1, 12), _digits(day, 1, 31)
    first = date(years[0], months[0], days[0])
    last = date(years[1], months[1], min(days[1], _length(years[1], months[1])))
    return first.toordinal(), last.toordinal()


def _digits(text: str, low: int, high: int) -> tuple[int, int]:
    return max(low, int(text.replace("X", "0"))), min(high, int(text.replace("X", "9")))


def _length(year: int, month: int) -> int:
    if month == 2:  # noqa: PLR2004  # February; importing `calendar` for this would take 3 ms
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def _precision(text: str) -> Precision:
    year, *parts = text.rstrip("?~%").split("-")
    if "X" in year:
        return "decade" if year.count("X") == 1 else "century"
    return _PRECISIONS[2 - sum("X" not in part for part in parts)]
