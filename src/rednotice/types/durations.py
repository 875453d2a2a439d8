"""Durations as a law or a judgment states them, and how many days they can last."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import ClassVar, NamedTuple

from rednotice.records.limits import Slips
from rednotice.types.patterned import Patterned

# One anchored expression that ECMA-262, RE2 and Rust's linear engine read the same way. Components
# have this order and may be absent; there is at least one, and at least one after `T` if there is a
# `T`.
_N = "(?:0|[1-9][0-9]{0,5})"
_DATE = f"(?:{_N}Y(?:{_N}M)?(?:{_N}D)?|{_N}M(?:{_N}D)?|{_N}D)"
_TIME = f"T(?:{_N}H(?:{_N}M)?(?:{_N}S)?|{_N}M(?:{_N}S)?|{_N}S)"


class Duration(Patterned):
    """
    A duration of whole units in ISO 8601. It is a str and is written as that text in every format.

    Years, months, days, hours, minutes and seconds (``P4Y``, ``P1Y6M``, ``P30D``, ``PT9H``,
    ``P1DT12H``), or weeks alone (``P2W``). Each number has up to six digits and no leading zero, so
    every statement of a duration has one spelling: "a year" stays ``P1Y`` and "twelve months"
    ``P12M``.

    Fractions and signs are refused on purpose (no sentence or time limit has them), and so are
    weeks combined with other units.

    Two durations are equal if their texts are equal, and ``<`` compares texts. Use
    :meth:`shorter_than` to compare lengths. The repr shows no value.

    Source:
        ISO 8601-1:2019, 5.5.2: duration by designators, in whole numbers.
    """

    __slots__ = ()

    TITLE: ClassVar[str] = "Duration"
    EXPECTS: ClassVar[str] = "a duration in whole units, like P30D, P6M, P1Y6M, P2W or PT9H"
    DESCRIPTION: ClassVar[str] = (
        "A duration in whole years, months, days, hours, minutes and seconds, or in weeks alone,"
        " as ISO 8601-1 writes it: P1Y6M is a year and six months, PT9H nine hours."
    )
    EXAMPLES: ClassVar[tuple[str, ...]] = ("P30D", "P6M", "P13Y", "P1Y6M", "P2W", "PT9H")
    SLIPS: ClassVar[Slips] = (
        (
            "P.*[.,].*",
            "Write a duration in whole units: half a year is P6M.",
        ),
        (
            "P[0-9]+W.+|P.+[0-9]+W",
            "Weeks stand alone in a duration. Write days instead, like P1M14D.",
        ),
        (
            "(?i)(?:[0-9]+|P[0-9]+) ?(?:h|hours?|hrs?|heures?|horas?|stunden?)",
            "Write hours behind PT, like PT9H for nine hours.",
        ),
        (
            "(?s)[^P].*",
            "Write a duration as P, a number and Y, M, W or D: three and a half years are P3Y6M.",
        ),
    )
    PATTERN: ClassVar[str] = f"^P(?:{_DATE}(?:{_TIME})?|{_TIME}|{_N}W)$"

    @property
    def days_at_least(self) -> int:
        """
        The smallest number of whole days that it can last, whenever it begins; hours short of a
        full day do not count.

        A month has at least 28 days and a year 365, so ``P6M`` lasts at least 181 days.
        """
        months, seconds = _read(self)
        return _shortest(months) + seconds // _DAY

    @property
    def days_at_most(self) -> int:
        """
        The largest number of days that it can last, whenever it begins; a day that has begun counts
        in full.

        A month has at most 31 days and a year 366, so ``P6M`` lasts at most 184 days.
        """
        months, seconds = _read(self)
        return _longest(months) + math.ceil(seconds / _DAY)

    def shorter_than(self, other: Duration) -> bool | None:
        """
        Whether this ends before *other* if both begin on the same day: yes, no, or unknown (None).

        >>> Duration("P6M").shorter_than(Duration("P1Y"))
        True
        >>> Duration("P12M").shorter_than(Duration("P1Y"))
        False
        >>> Duration("P30D").shorter_than(Duration("P1M")) is None  # in February it is not
        True
        """
        (months, seconds), (other_months, other_seconds) = _read(self), _read(other)
        # Both begin with the same calendar months, so only the remaining months can differ in
        # length.
        more, rest = other_months - months, other_seconds - seconds
        low, high = (
            (_shortest(more), _longest(more))
            if more >= 0
            else (-_longest(-more), -_shortest(-more))
        )
        if low * _DAY + rest > 0:
            return True
        return False if high * _DAY + rest <= 0 else None


_DAY = 24 * 60 * 60  # in seconds, the unit of everything shorter than a month
_SECONDS = {"W": 7 * _DAY, "D": _DAY, "H": 60 * 60, "M": 60, "S": 1}

# The fewest and the most days in a number of consecutive calendar months, for less than a year.
_SHORTEST = (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)
_LONGEST = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)


class _Length(NamedTuple):
    """The two parts of a duration, which cannot be converted into each other."""

    months: int
    seconds: int


_COMPONENT = re.compile("([0-9]+)([A-Z])")


@lru_cache(maxsize=512)
def _read(text: str) -> _Length:
    days, _, time = text[1:].partition("T")
    of_calendar = {unit: int(number) for number, unit in _COMPONENT.findall(days)}
    of_clock = {unit: int(number) for number, unit in _COMPONENT.findall(time)}
    months = 12 * of_calendar.pop("Y", 0) + of_calendar.pop("M", 0)
    parts = (*of_calendar.items(), *of_clock.items())
    return _Length(months, sum(number * _SECONDS[unit] for unit, number in parts))


def _shortest(months: int) -> int:
    years, rest = divmod(months, 12)
    return 365 * years + _SHORTEST[rest]


def _longest(months: int) -> int:
    years, rest = divmod(months, 12)
    return 366 * years + _LONGEST[rest]
