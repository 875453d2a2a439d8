"""
The texts of the dates of a case, by which most questions about all dates are answered at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from rednotice.insight.view import View, once


@once
def date_texts(view: View) -> list[str]:
    """
    The texts of all dates of the case, sorted as texts: nearly all sort like the years they begin
    with, and a set comes last.
    """
    return sorted(_texts([*view.past, *view.ahead]))


@once
def last_in_the_past(view: View) -> str:
    """
    The text that sorts last of the dates of what has happened; empty if there is none.
    """
    return max(_texts(view.past), default="")


def _texts(dates: Iterable[str]) -> list[str]:
    # Dates have no order, and this takes their texts faster than one by one.
    return "\n".join(dates).split("\n")
