"""
The texts of the dates of a case, by which most questions about all dates are answered at once.
"""

from __future__ import annotations

from rednotice.insight.view import View, once


@once
def date_texts(view: View) -> list[str]:
    """
    The texts of all dates of the case, sorted as texts: nearly all sort like the years they begin
    with, and a set comes last.
    """
    return sorted([str.__str__(date) for _, _, _, date in view.dates])
