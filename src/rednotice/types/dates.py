"""Dates that are as precise as their source, and comparisons that answer yes, no or unknown."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import ClassVar, NoReturn

from rednotice.records.limits import Slips
from rednotice.types.date_slips import DATE_SLIPS, SEVERAL_DATES
from rednotice.types.days import (
    BUT_FEBRUARY,
    DAY,
    IN_EVERY_MONTH,
    LEAP_DAY,
    MONTH,
    OF_31_DAYS,
    YEAR,
)
from rednotice.types.patterned import Patterned
from rednotice.types.readings import ANY_DAY, Precision, Reading, precedes, read, read_day

# The grammar, built from the patterns in `days`.
_MONTH_OF_YEAR = f"{YEAR}-{MONTH}"
_PLAIN = (
    f"(?:{YEAR}(?:-(?:{MONTH}(?:-{IN_EVERY_MONTH})?|{BUT_FEBRUARY}-(?:29|30)|{OF_31_DAYS}))?"
    f"|{LEAP_DAY})"
)
_DATE = (
    f"(?:{YEAR}(?:-(?:{MONTH}(?:-(?:{IN_EVERY_MONTH}|[0-2]X|XX))?"
    f"|{BUT_FEBRUARY}-(?:29|30|3X)|{OF_31_DAYS}|XX(?:-XX)?))?"
    f"|{LEAP_DAY}|[0-9]{{2}}[0-9X]X)[?~%]?"
)
_DATE_OR_INTERVAL = rf"(?:{_DATE}(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE})"
# Both ends of a range have the same precision; an open range is first or last in its set.
_RANGE = rf"(?:{YEAR}\.\.{YEAR}|{_MONTH_OF_YEAR}\.\.{_MONTH_OF_YEAR}|{DAY}\.\.{DAY})"
_ONE_OF_A_SET = (
    rf"\[(?:(?:\.\.{_PLAIN},)?(?:(?:{_PLAIN}|{_RANGE}),)*(?:{_PLAIN}(?:\.\.)?|{_RANGE})"
    rf"|\.\.{_PLAIN})\]"
)


class PartialDate(Patterned):
    """
    A date in EDTF, exactly as precise as its source. It is a str and is written as that text in
    every format.

    It is a day (``2021-06-15``), a month (``2021-06``) or a year (``2021``, 0001 to 9999), which
    ``?`` marks as uncertain, ``~`` as approximate and ``%`` as both; one with digits left open
    (``199X``, ``19XX``, ``2021-XX``, ``2021-06-XX``, ``2021-06-2X``, ``2021-XX-XX``); an interval
    of two such dates (``2020-03/2021-11?``), one of which may be open (``2021-06/..``) or unknown
    (``2021-06/``); or one of a set (``[1667,1670..1672]``, ``[..1760-12-03]``, ``[1760-12..]``).

    These parts of EDTF are refused on purpose: times of day (no source of these cases needs them);
    seasons (which months a summer has depends on the hemisphere); sets whose members are all meant;
    years before 1 or with five digits; and marks inside a date, which few readers parse correctly.

    Two dates are equal if their texts are equal. They have no order, because neither ``2026`` nor
    ``2026-03`` comes first: compare them with :meth:`before` and the methods next to it. ``<``,
    ``sorted`` and ``max`` raise a TypeError. The repr shows no value.

    Source:
        Extended Date/Time Format (EDTF) Specification, Library of Congress, 4 February 2019
        (ISO 8601-2:2019, Annex A): levels 0 and 1, and of level 2 one of a set, an unspecified
        last digit of a day, and unspecified digits at the ends of an interval.
    """

    __slots__ = ()

    TITLE: ClassVar[str] = "Partial date"
    EXPECTS: ClassVar[str] = (
        "a day of the calendar, a month, a year or a period, as precise as its source, like"
        " 2021-06-15, 2021-06, 2021-06/.. or 1985~"
    )
    DESCRIPTION: ClassVar[str] = (
        "A date exactly as precise as its source: a year, month or day, an interval, or one of a"
        " set, in the Extended Date/Time Format (EDTF, Library of Congress, 4 February 2019;"
        " ISO 8601-2), levels 0 and 1 without times, seasons and years outside 0001 to 9999."
        " `?` is uncertain, `~` approximate, `%` both; `..` leaves an end open, nothing stands for"
        " an unknown one."
    )
    EXAMPLES: ClassVar[tuple[str, ...]] = (
        "2021-06-15",
        "2021-06",
        "2021",
        "2020-08?",
        "2021-07-2X",
        "2020-03/2021-11",
        "2021-06/..",
        "[2019,2021-02]",
    )
    PATTERN: ClassVar[str] = f"^(?:{_DATE_OR_INTERVAL}|{_ONE_OF_A_SET})$"

    SLIPS: ClassVar[Slips] = DATE_SLIPS
    SEVERAL: ClassVar[str] = SEVERAL_DATES

    @property
    def earliest(self) -> date | None:
        """
        The first day that the date can mean, or can begin on; None if the start is open or unknown.

        Marks do not change it: it is 1 June 2021 for ``2021-06~`` and for ``2021-06/2021-08``.
        """
        return _day(read(self).outer[0])

    @property
    def latest(self) -> date | None:
        """
        The last day that the date can mean, or can end on; None if the end is open or unknown.

        It is 30 June 2021 for ``2021-06~``. It is never before :attr:`earliest`: an interval
        written backwards is read as if it were written forwards.
        """
        return _day(read(self).outer[1])

    @property
    def uncertain(self) -> bool:
        """Whether the source doubts the date or one end of it: ``?`` or ``%``."""
        return "?" in self or "%" in self

    @property
    def approximate(self) -> bool:
        """Whether the date or one end of it is an estimate: ``~`` or ``%``."""
        return "~" in self or "%" in self

    @property
    def doubtful(self) -> bool:
        """Whether its days are uncertain because it has a mark or is written backwards."""
        return self.uncertain or self.approximate or self.backwards

    @property
    def is_interval(self) -> bool:
        """Whether it is an interval with a start and an end, known or not: ``a/b``."""
        return "/" in self

    @property
    def open_start(self) -> bool:
        """Whether it is an interval with an open start: ``../b``."""
        return self.startswith("../")

    @property
    def open_end(self) -> bool:
        """Whether it is an interval with an open end, such as one that goes on: ``a/..``."""
        return self.endswith("/..")

    @property
    def unknown_start(self) -> bool:
        """Whether it is an interval with an unknown start: ``/b``."""
        return self.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Whether it is an interval with an unknown end: ``a/``."""
        return self.endswith("/")

    @property
    def precision(self) -> Precision | None:
        """
        The precision, from "day" to "century"; that of the coarser end of an interval; None for a
        set.

        Open digits are not known: ``2021-06-2X`` is known to the month, ``2021-XX-XX`` to the year,
        ``199X`` to the decade.
        """
        return read(self).precision

    @property
    def backwards(self) -> bool:
        """
        Whether an interval, or a range in a set, certainly ends before it starts.

        ``2021/2020`` does; ``2021?/2020`` need not, since its start is in doubt. Nothing is certain
        about a date written backwards: every comparison with it answers None.
        """
        # Only a date with two ends can have them in the wrong order, and few dates have two.
        return ("/" in self or ".." in self) and read(self).backwards

    @property
    def sort_key(self) -> str:
        """
        A text to sort and to group by, since dates themselves have no order.

        It puts the earlier :attr:`earliest` first, then the earlier :attr:`latest`, then the text.
        A date without a first day comes before all others, and one without a last day comes after
        those that begin on the same day. Equal dates have equal keys, and no others have. It is an
        order for tables; what happened first is asked with :meth:`before`.

        >>> PartialDate("2021-06~").sort_key
        '2021-06-01/2021-06-30/2021-06~'
        >>> dates = map(PartialDate, ["2021-06", "2021", "2021-06/..", "../2020"])
        >>> [str(date) for date in sorted(dates, key=lambda date: date.sort_key)]
        ['../2020', '2021', '2021-06', '2021-06/..']
        """
        first, last = self.earliest or "0000-00-00", self.latest or "9999-99-99"
        return f"{first}/{last}/{str.__str__(self)}"

    def _has_no_order(self, _other: object) -> NoReturn:
        """
        Refuse to order dates: sorted as texts, a year would come before its months, which is false.
        """
        raise TypeError(
            "dates as precise as their sources have no order: ask before() or after(), or sort by"
            " their days, with key=lambda date: date.sort_key"
        )

    def __lt__(self, other: object) -> NoReturn:
        self._has_no_order(other)

    def __le__(self, other: object) -> NoReturn:
        self._has_no_order(other)

    def __gt__(self, other: object) -> NoReturn:
        self._has_no_order(other)

    def __ge__(self, other: object) -> NoReturn:
        self._has_no_order(other)

    # Comparisons. A date is one of the days that its text allows; an interval lasts from one such
    # day to another. Both sides are independent, even if their texts are equal. The answer is True
    # or False if it is the same for all allowed days, and None otherwise. A bound with a mark (? ~
    # %) allows every day. So does an open bound: by the specification, `..` is used "either because
    # there is none or for any other reason", for example because a record is out of date. The only
    # certain thing about such an interval is that it does not end before it starts.

    def before(self, other: PartialDate | date) -> bool | None:
        """
        Whether this date lies wholly before *other*: yes, no, or unknown (None).

        >>> PartialDate("2021-05").before(PartialDate("2021-06/.."))
        True
        >>> PartialDate("2021/2022").before(PartialDate("2022")) is None  # it may end in January
        True
        >>> PartialDate("2021-06-15/..").before(PartialDate("2021-06-15"))
        False
        """
        return precedes(read(self).ends, _reading(other).starts)

    def after(self, other: PartialDate | date) -> bool | None:
        """
        Whether this date lies wholly after *other*; the mirror image of :meth:`before`.

        >>> PartialDate("2021-07-2X").after(date(2021, 7, 19))
        True
        >>> PartialDate("2021-07").after(date(2021, 7, 19)) is None
        True
        """
        return precedes(_reading(other).ends, read(self).starts)

    def surely_before(self, other: PartialDate | date) -> bool:
        """
        Whether :meth:`before` answers True. Use it where unknown counts as no; it is faster.

        >>> PartialDate("2021-05").surely_before(PartialDate("2021-06/.."))
        True
        >>> PartialDate("2021/2022").surely_before(PartialDate("2022"))
        False
        """
        # If a single date lies before another, its text also sorts before the other's. So most
        # dates that do not lie before another can be told without parsing them.
        is_single = "/" not in self and "[" not in self
        if is_single and isinstance(other, PartialDate) and str.__ge__(self, other):
            return False
        return self.before(other) is True

    def starts_before(self, other: PartialDate | date) -> bool | None:
        """
        Whether this date starts before *other* starts, whatever their ends; a single day starts on
        itself.

        >>> PartialDate("2020/2023").starts_before(PartialDate("2021/.."))
        True
        >>> PartialDate("2021?/2023").starts_before(PartialDate("2022")) is None  # for its mark
        True
        """
        return precedes(read(self).starts, _reading(other).starts)

    def starts_after(self, other: PartialDate | date) -> bool | None:
        """
        Whether this date starts after *other* starts; the mirror image of :meth:`starts_before`.

        >>> PartialDate("2020-04-30").starts_after(PartialDate("2020-05"))
        False
        >>> PartialDate("2020-05/..").starts_after(date(2020, 5, 1)) is None  # perhaps on that day
        True
        """
        return precedes(_reading(other).starts, read(self).starts)

    def overlaps(self, other: PartialDate | date) -> bool | None:
        """
        Whether this date and *other* have a day in common: yes, no, or unknown (None).

        >>> PartialDate("2021-06").overlaps(PartialDate("2020/2022"))
        True
        >>> PartialDate("2021-06").overlaps(PartialDate("2021/2022")) is None  # since when in 2021?
        True
        >>> PartialDate("[2019,2021]").overlaps(PartialDate("2020"))
        False
        """
        mine, theirs = read(self), _reading(other)
        if mine.starts[1] <= theirs.ends[0] and theirs.starts[1] <= mine.ends[0]:
            return True
        apart = all(
            last < their_first or their_last < first
            for first, last in mine.spans
            for their_first, their_last in theirs.spans
        )
        return False if apart else None


def months_after(day: date, months: int) -> date | None:
    """
    The day *months* after *day*; None if the calendar does not have that year.

    If the month has no such day, the surplus days run into the next month: six months from 31
    August end on 3 March, or on 2 March in a leap year. So nobody loses a day of a time limit.
    """
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return None if year > MAXYEAR else date(year, month + 1, 1) + timedelta(day.day - 1)


def _day(ordinal: int) -> date | None:
    return None if ordinal in ANY_DAY else date.fromordinal(ordinal)


def _reading(other: PartialDate | date) -> Reading:
    if isinstance(other, PartialDate):
        return read(other)
    if not isinstance(other, date):
        raise TypeError("a PartialDate must be compared with a PartialDate or a datetime.date")
    return read_day(other)
