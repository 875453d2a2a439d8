"""Durations: what is one, how long it lasts, and which of two is the shorter."""

from __future__ import annotations

import copy
import doctest
import pickle
import re
from datetime import date, timedelta

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.types import durations
from rednotice.types.durations import Duration

TAKEN = [
    *(
        "P30D",
        "P6M",
        "P4Y",
        "P13Y",
        "PT9H",
        "P1Y6M",
        "P2W",
        "P1DT12H",
        "PT30M",
        "PT1H30M",
        "PT1M5S",
    ),
    *("P1Y2M3DT4H5M6S", "P1Y3D", "P3M10D", "P1YT1H", "PT0H", "P0D", "P10Y0M", "P999999D", "PT45S"),
]
REFUSED = {
    "no component": ["P", "PT", "P1YT", "P1DT", "", "T1H"],
    "weeks beside other units": ["P1W2D", "P1Y2W", "P2WT1H", "PT2W"],
    "units out of order, twice or in the wrong half": [
        *("P6M1Y", "P1D1M", "P1M1M", "PT1M1H", "PT1D", "P1H", "P1S", "PT1Y"),
    ],
    "a fraction, a sign or a space": ["P0.5Y", "P1,5D", "-P1D", "P-1D", "+P1D", "P 1D", "P1D "],
    "a leading zero, or more than six digits": ["P06M", "P00D", "P0001Y", "P1000000D"],
    "the alternative format": ["P0001-06-00", "P00010600"],
    "another spelling": [
        "p1y",
        "P1y",
        "1Y",
        "6 months",
        "P1Y/2021",
        "2021/P1Y",
        "P1YM",
        "PY",
        "P1",
    ],
    "a line break or a digit of another script": ["P1D\n", "\nP1D", "P\u0661D", "P\uff11D"],
}

counts = st.integers(0, 40)


@st.composite
def texts(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 4)) == 0:
        return f"P{draw(counts)}W"
    halves = {
        half: "".join(f"{draw(counts)}{unit}" for unit in units if draw(st.booleans()))
        for half, units in {"P": "YMD", "T": "HMS"}.items()
    }
    clock = f"T{halves['T']}" if halves["T"] else ""
    return f"P{halves['P']}{clock}" if halves["P"] or clock else f"P{draw(counts)}D"


@st.composite
def mutants(draw: st.DrawFn) -> str:
    text = draw(texts())
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 2)))
    return text[:start] + draw(st.text("0123456789PYMWDTHS.-\n\u0661", max_size=2)) + text[end:]


GATE = jsonschema_rs.Draft202012Validator(
    {"type": "string", "pattern": Duration.PATTERN},
    pattern_options=jsonschema_rs.RegexOptions(),
)


MESSAGES = {
    f"This must be {Duration.EXPECTS}.",
    "This is empty. Leave it out if it is unknown.",
    "This begins or ends with a blank. Take it out.",
    "This has an invisible character in it, such as a no-break space. Type it again.",
    *(say for _, say in Duration.SLIPS),
}


def is_taken(text: str) -> bool:
    """Whether *text* is a duration; if it is not, the one fixed message says so."""
    message = ""
    try:
        Duration(text)
    except ValueError as error:
        message = str(error)
    assert message in {"", *MESSAGES}
    return not message


# What is a duration


@pytest.mark.parametrize("text", TAKEN)
def test_whole_units_in_their_order_are_taken_as_they_stand(text: str) -> None:
    """A component is left out or written, and at least one is."""
    assert str(Duration(text)) == text
    assert GATE.is_valid(text)


@pytest.mark.parametrize(
    ("why", "text"), [(why, text) for why, texts in REFUSED.items() for text in texts]
)
def test_what_is_not_a_duration_in_whole_units_is_refused(why: str, text: str) -> None:
    """Here and by the published schema."""
    assert not is_taken(text), why
    assert not GATE.is_valid(text), why


@given(st.one_of(texts(), mutants(), st.text()))
def test_a_text_is_taken_here_if_and_only_if_the_published_schema_takes_it(text: str) -> None:
    """Rust's linear engine and construction give one verdict."""
    assert is_taken(text) == GATE.is_valid(text)


@given(texts())
def test_what_is_built_by_the_rules_is_taken(text: str) -> None:
    """The grammar of this file and the pattern agree on what is a duration."""
    assert is_taken(text)


def test_the_pattern_speaks_what_all_engines_share() -> None:
    """Neither look-around nor named groups, back references or classes by letter; anchored."""
    pattern = Duration.PATTERN

    assert pattern.startswith("^")
    assert pattern.endswith("$")
    assert not re.search(r"\\|\(\?[^:]|\((?!\?:)|[*+?}]\+|[*+}]\?", pattern)


@pytest.mark.parametrize("value", [47, 47.5, None, timedelta(47), b"P47D"])
def test_only_text_is_taken(value: object) -> None:
    """A number of days says no unit, and is not quoted."""
    with pytest.raises(
        TypeError, match=r"a duration in whole units|Write a duration as P"
    ) as caught:
        Duration(value)  # type: ignore[arg-type]

    assert "47" not in str(caught.value)


# It is its text


@given(texts())
def test_a_duration_is_its_text(text: str) -> None:
    """It equals, hashes, copies, pickles and prints as its text does, and stays a duration."""
    value = Duration(text)

    assert type(str(value)) is str
    assert value == text
    assert {text: 1}[value] == 1
    assert f"{value}" == text
    for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301  # of our own making
        assert twin == value
        assert type(twin) is Duration
    assert Duration(value) == value
    assert Duration.trusted(text) == value
    assert type(Duration.trusted(text)) is Duration


def test_the_representation_shows_no_value() -> None:
    """What prints a record prints no sentence."""
    assert repr(Duration("P13Y")) == "<Duration>"


def test_a_duration_weighs_no_more_than_its_text() -> None:
    """It has no dictionary of its own."""
    with pytest.raises(AttributeError):
        Duration("P1D").note = "x"  # type: ignore[attr-defined]


def test_the_examples_for_the_schema_are_durations() -> None:
    """Each is taken."""
    assert all(is_taken(example) for example in Duration.EXAMPLES)


# How long it lasts


@pytest.mark.parametrize(
    ("text", "at_least", "at_most"),
    [
        ("P30D", 30, 30),
        ("P2W", 14, 14),
        ("P1M", 28, 31),
        ("P6M", 181, 184),
        ("P1Y", 365, 366),
        ("P12M", 365, 366),
        ("P1Y6M", 546, 550),
        ("P13Y", 4745, 4758),
        ("PT9H", 0, 1),
        ("PT24H", 1, 1),
        ("PT1440M", 1, 1),
        ("PT1441M", 1, 2),
        ("P1DT12H", 1, 2),
        ("P1M1DT1S", 29, 33),
        ("P0D", 0, 0),
        ("P999999DT999999S", 1000010, 1000011),
    ],
)
def test_a_duration_lasts_as_long_as_the_calendar_lets_it(
    text: str, at_least: int, at_most: int
) -> None:
    """Months and years differ in length, and hours are rounded to either side."""
    value = Duration(text)

    assert (value.days_at_least, value.days_at_most) == (at_least, at_most)


def later(day: date, months: int, days: int) -> date:
    """The day *months* after *day*, or the last of its month; and *days* after that."""
    month = day.year * 12 + day.month - 1 + months
    first = date(month // 12, month % 12 + 1, 1)
    last = date((month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(1)
    return min(first + timedelta(day.day - 1), last) + timedelta(days)


STARTS = [date(2022, 12, 1) + timedelta(n) for n in range(4 * 366)]


@pytest.mark.parametrize("months", range(30))
def test_no_calendar_shows_a_shorter_or_longer_one(months: int) -> None:
    """From no day do months last fewer or more days than said; from some day just as many."""
    value = Duration(f"P{months}M")
    lasts = [(later(start, months, 0) - start).days for start in STARTS]

    assert value.days_at_least <= min(lasts)
    assert max(lasts) <= value.days_at_most
    if months <= 12:
        assert (min(lasts), max(lasts)) == (value.days_at_least, value.days_at_most)


# Which of two is the shorter


@pytest.mark.parametrize(
    ("one", "other", "shorter"),
    [
        ("P6M", "P1Y", True),
        ("P1Y", "P6M", False),
        ("P6M", "P6M", False),
        ("P12M", "P1Y", False),
        ("P1Y", "P12M", False),
        ("P27D", "P1M", True),
        ("P28D", "P1M", None),
        ("P30D", "P1M", None),
        ("P1M", "P30D", None),
        ("P1M", "P31D", None),
        ("P1M", "P32D", True),
        ("P31D", "P1M", False),
        ("P365D", "P1Y", None),
        ("P366D", "P1Y", False),
        ("P13Y1M", "P13Y31D", None),
        ("P2W", "P14D", False),
        ("PT9H", "P1D", True),
        ("PT24H", "P1D", False),
        ("P1M", "P1MT1S", True),
    ],
)
def test_the_shorter_is_told_only_where_it_is_certain(
    one: str,
    other: str,
    shorter: bool | None,  # noqa: FBT001  # a column of the table
) -> None:
    """Months that both have cancel out; the rest decides, if the calendar leaves no doubt."""
    assert Duration(one).shorter_than(Duration(other)) is shorter


@given(*[st.tuples(st.integers(0, 26), st.integers(0, 70))] * 2)
def test_what_is_shorter_for_certain_is_over_first_from_every_day(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    """And what is certainly not, from none."""
    a, b = (Duration(f"P{months}M{days}D") for months, days in (one, other))
    answers = {later(start, *one) < later(start, *other) for start in STARTS}

    if a.shorter_than(b) is not None:
        assert answers == {a.shorter_than(b)}


@given(texts(), texts())
def test_of_two_durations_one_is_shorter_at_most(one: str, other: str) -> None:
    """And one that is over, at the latest, before the other can be, is the shorter."""
    a, b = Duration(one), Duration(other)

    if a.shorter_than(b):
        assert b.shorter_than(a) is False
    if a.days_at_most < b.days_at_least:
        assert a.shorter_than(b) is True


def test_the_examples_in_the_documentation_hold() -> None:
    """Each comparison shows its answers, and gives them."""
    results = doctest.testmod(durations)

    assert results.attempted >= 3
    assert results.failed == 0
