"""Dates of a release: the years or the decades alone, with their marks."""

from __future__ import annotations

import pytest
from hypothesis import given

from rednotice import PartialDate, testing
from rednotice.projection.dates import to_decades, to_years

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


DECADES = [
    ("2021-06-15", "202X"),
    ("2021?", "202X?"),
    ("2021-06~", "202X~"),
    ("2021%", "202X%"),
    ("199X", "199X"),
    ("19XX?", "19XX?"),
    ("2019/2021-11", "201X/202X"),
    ("2019?/2021", "201X?/202X"),
    ("2020-03/2021-11", "202X"),
    ("2021/2022?", "202X/202X?"),
    ("2021-06/..", "202X/.."),
    ("2021/", "202X/"),
    ("/2021-06-01", "/202X"),
    ("../2021", "../202X"),
    ("[2020,2021-02]", "202X"),
    ("[2020..2023]", "202X"),
    ("[2019,2021]", "[2010..2019,2020..2029]"),
    ("[1998..2003]", "[1990..2009]"),
    ("[..2021-03-04]", "[..2029]"),
    ("[2021-03..]", "[2020..]"),
    ("[0003,0021]", "[0001..0009,0020..0029]"),
]


@pytest.mark.parametrize(("date", "decades"), DECADES)
def test_a_date_keeps_its_decades_and_marks(date: str, decades: str) -> None:
    """A set of several decades is a set of their years, for EDTF has no set of decades."""
    assert to_decades(date) == decades
    assert isinstance(to_decades(date), PartialDate)


@given(testing.dates())
def test_no_year_is_left_of_a_decade(date: PartialDate) -> None:
    """The result is a date that may be the one meant, and is as coarse as it becomes."""
    decades = to_decades(date)

    assert PartialDate(str(decades)) == decades
    assert to_decades(decades) == decades
    assert to_decades(to_years(date)) == decades
    assert decades.overlaps(date) is not False
    assert [mark in decades for mark in "?~%"] == [mark in date for mark in "?~%"]
