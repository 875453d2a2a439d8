"""Dates of a release: the years alone, with their marks."""

from __future__ import annotations

import pytest
from hypothesis import given

from rednotice import PartialDate, testing
from rednotice.projection.dates import to_years

YEARS = [
    ("2021", "2021"),
    ("2021-06", "2021"),
    ("2021-06-15", "2021"),
    ("2021-06-15?", "2021?"),
    ("2021-06~", "2021~"),
    ("2021-XX-XX%", "2021%"),
    ("2021-06-2X", "2021"),
    ("199X", "199X"),
    ("2020-03/2021-11", "2020/2021"),
    ("2020-03?/2021-11", "2020?/2021"),
    ("2021-03/2021-11", "2021"),
    ("2021-03/2021-11?", "2021/2021?"),
    ("2021-06/..", "2021/.."),
    ("/2021-06-01", "/2021"),
    ("[2019-01,2021-02]", "[2019,2021]"),
    ("[2021-01,2021-02]", "2021"),
    ("[2021-01..2021-03]", "2021"),
    ("[2020-01..2021-03]", "[2020..2021]"),
    ("[..2021-03-04]", "[..2021]"),
    ("[2021-03..]", "[2021..]"),
]


@pytest.mark.parametrize(("date", "years"), YEARS)
def test_a_date_keeps_its_years_and_marks(date: str, years: str) -> None:
    """What is uncertain stays so, and what is open stays open."""
    assert to_years(date) == years
    assert isinstance(to_years(date), PartialDate)


@given(testing.dates())
def test_no_month_and_no_day_is_left(date: PartialDate) -> None:
    """The result is a date, has no part below the year, and may be the date that was meant."""
    years = to_years(date)

    assert "-" not in years
    assert PartialDate(str(years)) == years
    assert to_years(years) == years
    assert years.overlaps(date) is not False
    assert [mark in years for mark in "?~%"] == [mark in date for mark in "?~%"]
