"""Texts of one shape: what is one, and what is none."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.types.texts import Timestamp

SHAPE = get_args(Timestamp)[1]


def is_a_time(text: str) -> bool:
    """Whether the standard library knows such a second."""
    try:
        return datetime.fromisoformat(text).year > 0
    except ValueError:
        return False


@given(st.datetimes(timezones=st.just(UTC)))
def test_every_second_is_a_timestamp(moment: datetime) -> None:
    """Of the years 1 to 9999."""
    assert SHAPE.holds(f"{moment:%H:%M:%S}".join((f"{moment.date()}T", "Z")))


@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32))
def test_a_timestamp_has_a_day_of_the_calendar(year: int, month: int, day: int) -> None:
    """Month lengths and leap years are part of its pattern, as they are of a date's."""
    text = f"{year:04}-{month:02}-{day:02}T12:00:00Z"

    assert SHAPE.holds(text) == is_a_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-31T12:00:00Z",
        "2025-02-29T12:00:00Z",
        "2026-04-31T12:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T12:60:00Z",
        "2026-03-01T12:00:60Z",
        "2026-03-01T12:00Z",
        "2026-03-01T12:00:00",
        "2026-03-01T12:00:00+00:00",
        "2026-03-01 12:00:00Z",
        "2026-03-01T12:00:00.5Z",
        "2026-03-01T12:00:00Z\n",
        "2026-03",
    ],
)
def test_what_is_no_second_in_utc_is_no_timestamp(text: str) -> None:
    """No such day, no such hour, another zone, or another precision."""
    assert not SHAPE.holds(text)
