"""
Dates made coarser: the years of a date, with its marks.
"""

from __future__ import annotations

import re

from rednotice.types.dates import PartialDate

_BELOW_THE_YEAR = re.compile(r"(?<=[0-9X]{4})-[0-9X]{2}(?:-[0-9X]{2})?")


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


def _set_of_years(members: str) -> str:
    parts: dict[str, None] = {}
    for member in members.split(","):
        start, dots, end = member.partition("..")
        parts[start if dots and start == end else member] = None
    only = next(iter(parts))
    return only if len(parts) == 1 and ".." not in only else f"[{','.join(parts)}]"
