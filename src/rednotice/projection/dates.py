"""
Dates made coarser: the years or the decades of a date, with its marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from rednotice.types.dates import PartialDate

_DATES = 4_096  # the same few dates occur in many cases
_FIRST_YEAR = "0001"
# The last digit of a year, which has nothing below it any more.
_YEAR_OF_DECADE = re.compile(r"(?<=[0-9X]{3})[0-9X](?![0-9X])")
_BELOW_THE_YEAR = re.compile(r"(?<=[0-9X]{4})-[0-9X]{2}(?:-[0-9X]{2})?")


def as_precise_as(precision: str, date: PartialDate) -> PartialDate:
    """
    *date* as a ``day``, which leaves it as it is, a ``year`` or a ``decade``.
    """
    return _AS[precision](date)


@lru_cache(_DATES)
def to_years(date: str) -> PartialDate:
    """
    *date* with its years alone: ``2021-06-15?`` becomes ``2021?``.

    Marks and open ends stay. An interval or a set within one year becomes that year.
    """
    years = _BELOW_THE_YEAR.sub("", date)
    if years.startswith("["):
        return PartialDate(_set_of_years(years[1:-1]))
    start, stroke, end = years.partition("/")
    return PartialDate(start if stroke and start == end else years)


@lru_cache(_DATES)
def to_decades(date: str) -> PartialDate:
    """
    *date* with its decades alone: ``2021-06-15?`` becomes ``202X?``.

    Marks and open ends stay, as in `to_years`. A set of years in one decade becomes that decade;
    one of years in several becomes the set of all their years, since EDTF has no set of decades.
    """
    years = to_years(date)
    if years.startswith("["):
        return PartialDate(_set_of_decades(years[1:-1]))
    decades = _YEAR_OF_DECADE.sub("X", years)
    start, stroke, end = decades.partition("/")
    return PartialDate(start if stroke and start == end else decades)


def _set_of_decades(members: str) -> str:
    parts = dict.fromkeys(_range_of_decades(member) for member in members.split(","))
    first, _, last = next(iter(parts)).partition("..")
    is_one = len(parts) == 1 and first[:3] == last[:3]
    return f"{first[:3]}X" if is_one else f"[{','.join(parts)}]"


def _range_of_decades(member: str) -> str:
    """
    From the first to the last year of the decades of *member*, which is a year or a range of years.
    """
    start, dots, end = member.partition("..")
    last = end if dots else start
    first_year = start and max(f"{start[:3]}0", _FIRST_YEAR)
    return f"{first_year}..{last and f'{last[:3]}9'}"


def _set_of_years(members: str) -> str:
    parts: dict[str, None] = {}
    for member in members.split(","):
        start, dots, end = member.partition("..")
        parts[start if dots and start == end else member] = None
    only = next(iter(parts))
    return only if len(parts) == 1 and ".." not in only else f"[{','.join(parts)}]"


_AS: dict[str, Callable[[str], PartialDate]] = {
    "day": PartialDate,
    "year": to_years,
    "decade": to_decades,
}
