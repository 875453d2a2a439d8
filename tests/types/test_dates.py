"""Partial dates: what is one, what it says, and what can be told of two."""

from __future__ import annotations

import copy
import doctest
import itertools
import operator
import pickle
import re
from datetime import UTC, date, datetime, timedelta

import jsonschema_rs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from rednotice.types import dates
from rednotice.types.dates import PartialDate, months_after

# Every example of the specification's levels 0 and 1, and of its sets of which one is meant.
TAKEN = [
    *("1985-04-12", "1985-04", "1985"),
    *("1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08"),
    *("2004-02-01/2005-02", "2004-02-01/2005", "2005/2006-02"),
    *("1984?", "2004-06~", "2004-06-11%"),
    *("201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX"),
    *("1985-04-12/..", "1985-04/..", "1985/.."),
    *("../1985-04-12", "../1985-04", "../1985"),
    *("1985-04-12/", "1985-04/", "1985/"),
    *("/1985-04-12", "/1985-04", "/1985"),
    *("[1667,1668,1670..1672]", "[..1760-12-03]", "[1760-12..]"),
    *("[1760-01,1760-02,1760-12..]", "[1667,1760-12]", "[..1984]"),
    # Of level 2 else: open digits at an end of an interval, and in the last place of a day.
    *("2004-06-XX/2004-07-03", "2021-07-2X"),
    # ISO 8601-2 has marks at either end of an interval, beside open and unknown ends too.
    *("1984?/2004%", "1984~/2004-06", "1984-01-02~/2004-06-04", "../1985-04-12?", "1985-04-12~/"),
    # The limits of all this.
    *("0001", "9999-12-31", "000X", "00XX", "2004-XX?", "199X~", "2020-02-29", "2000-02-29"),
    *("2021-02-2X", "2021-07-0X", "2021-07-1X", "2021-07-3X", "199X/200X?", "2021/2020"),
    *("[1667]", "[..1667,1670..]", "[2021-02-27..2021-03-02,2022]", "[1672..1670]"),
]
# What the specification shows and we refuse on purpose comes first in each list.
REFUSED = {
    "a time of day": [
        *("1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04"),
        *("1985-04-12T23:20:30+04:30",),
    ],
    "a year of more or fewer digits than four": [
        *("Y170000002", "Y-170000002", "Y-17E7", "Y171010000S3", "Y3388E2S3"),
        *("21", "202", "20210", "02021"),
    ],
    "significant digits": ["1950S2"],
    "a year before 1": ["-1985", "0000", "0000-01", "0000-01-01", "0000/2021", "-0001"],
    "a season or a quarter": ["2001-21", "2001-34", "2001-22", "2001-23", "2001-24"],
    "a set of which all are meant": ["{1667,1668,1670..1672}", "{1960,1961-12}", "{..1984}"],
    "a mark inside a date": [
        *("2004-06~-11", "2004?-06-11", "?2004-06-~11", "2004-%06-11", "2004-06-~01/2004-06-~20"),
    ],
    "open digits before known ones, or too many": [
        *("156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-XX", "1XXX-12", "1984-1X"),
        *(
            "XXXX",
            "2XXX",
            "19X5",
            "2004-XX-12",
            "2004-1X-XX",
            "199X-XX",
            "2021-07-X5",
            "2021-XX-2X",
        ),
    ],
    "a day or month that does not exist": [
        *("2021-02-31", "2021-02-29", "1900-02-29", "2021-04-31", "2024-02-30"),
        *("2021-13", "2021-00", "2021-01-00", "2021-01-32", "2021-02-3X", "2021-07-4X"),
    ],
    "an interval without a date": ["/", "../..", "../", "/..", "..", "?/2021"],
    "a malformed interval": [
        *("2021/2022/2023", "2021//", "2021/06", "2018-01-15/02-20", "2021/..?", "../..2021"),
        *("../2021/..", "2021/P1Y"),
    ],
    "a malformed set": [
        *("[]", "[..]", "[,2021]", "[2021,]", "[2021,,2022]", "[2021, 2022]", "2021,", "[2021"),
        *("2021]", "[1667..1670..1672]", "[2021..,2022]", "[2021,..2022]", "[2021/2022]"),
        *("[..2019..2021]", "[2021?]", "[2021]?", "[199X,2021]", "[[2021]]", "[2021..2021-12]"),
        *("[2021-11..2021-12-03]", "[2021...2022]"),
    ],
    "another spelling": [
        *("2021-6", "2021-6-1", "20210615", "2021/06/15", "15.06.2021", "2021-06-", "2021-"),
        *("2021?~", "2021~?", "2021??", "199u", "199x", "unknown/2006", "2004/open", "June"),
        *("2021-166", "2021-W24", "P1Y", "", "?", "X"),
    ],
    "a space, a line break or a digit of another script": [
        *(" 2021", "2021 ", "2021\n", "\n2021", "2021-06-15\n", "2021 -06", "2021/ 2022"),
        *("2021\u2028", "\uff12\uff10\uff12\uff11", "\u0662\u0660\u0662\u0661", "202\u0661"),
        *("2021\x00",),
    ],
}
MESSAGES = {
    f"This must be {PartialDate.EXPECTS}.",
    "This is empty. Leave it out if it is unknown.",
    "This begins or ends with a blank. Take it out.",
    "This has an invisible character in it, such as a no-break space. Type it again.",
    *(say for _, say in PartialDate.SLIPS),
}


def is_taken(text: str) -> bool:
    """Whether *text* is a date; if it is not, one of a few fixed messages says so."""
    message = ""
    try:
        PartialDate(text)
    except ValueError as error:
        message = str(error)
    assert message in {"", *MESSAGES}
    return not message


# What is a date


@pytest.mark.parametrize("text", TAKEN)
def test_what_the_specification_shows_is_taken_as_it_stands(text: str) -> None:
    """Levels 0 and 1 without what is refused on purpose, and one of a set, are dates."""
    assert str(PartialDate(text)) == text


@pytest.mark.parametrize(
    ("why", "text"), [(why, text) for why, texts in REFUSED.items() for text in texts]
)
def test_what_cannot_be_told_or_does_not_exist_is_refused(why: str, text: str) -> None:
    """Everything else is refused, whatever stands right about it."""
    assert not is_taken(text), why


@pytest.mark.parametrize("year", [1, 4, 100, 400, 1900, 2000, 2021, 2023, 2024, 9999])
def test_a_day_is_taken_if_and_only_if_it_exists(year: int) -> None:
    """Month lengths and leap years are those of the calendar, beyond months 1 to 12 as well."""
    first = date(year, 1, 1)
    days = {
        date.fromordinal(first.toordinal() + n).isoformat()
        for n in range((date(year, 12, 31) - first).days + 1)
    }
    written = [
        f"{year:04}-{month:02}-{day:02}" for month in range(100) for day in range(100)
    ]  # fmt: skip

    assert {text for text in written if is_taken(text)} == days


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024])
def test_the_last_digit_of_a_day_may_be_open_where_some_day_has_it(year: int) -> None:
    """Days 30 and 31 are what ``3X`` may be, so February has no ``3X``."""
    for month, tens in itertools.product(range(1, 13), range(10)):
        exists = any(is_taken(f"{year}-{month:02}-{tens}{unit}") for unit in range(10))

        assert is_taken(f"{year}-{month:02}-{tens}X") == exists


def test_a_year_is_one_of_9999() -> None:
    """Four digits, from 0001 on."""
    assert [year for year in range(10_000) if not is_taken(f"{year:04}")] == [0]


def test_the_pattern_speaks_what_all_engines_share() -> None:
    """Neither look-around nor named groups, back references or classes by letter; anchored."""
    pattern = PartialDate.PATTERN

    assert pattern.startswith("^")
    assert pattern.endswith("$")
    assert not re.search(r"\(\?[^:]|\\[^.\[\]]|(?<!\\)\((?!\?:)|[*+?}]\+|[*+}]\?", pattern)


# Texts, valid and mutated

years = st.one_of(st.integers(1, 9999), st.sampled_from([1, 1900, 2000, 2020, 2021, 9999]))
days = st.one_of(st.dates(), st.dates(date(2019, 12, 1), date(2021, 2, 1)))
plain_dates = st.one_of(
    days.map(date.isoformat),
    days.map(lambda day: f"{day:%Y-%m}".zfill(7)),
    years.map("{:04}".format),
)
open_digits = st.one_of(
    plain_dates,
    years.map(lambda year: f"{year:04}"[:3] + "X"),
    years.map(lambda year: f"{year:04}"[:2] + "XX"),
    years.map(lambda year: f"{year:04}-XX"),
    years.map(lambda year: f"{year:04}-XX-XX"),
    days.map(lambda day: day.isoformat()[:8] + "XX"),
    days.map(lambda day: day.isoformat()[:9] + "X"),
)
marked_dates = st.builds("{}{}".format, open_digits, st.sampled_from(["", "", "?", "~", "%"]))
intervals = st.one_of(
    st.builds("{}/{}".format, marked_dates, marked_dates),
    st.builds("{}/{}".format, marked_dates, st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), marked_dates),
)
ranges = st.one_of(
    [
        st.builds("{}..{}".format, step, step)
        for step in (days.map(date.isoformat), years.map("{:04}".format))
    ]
)
sets = st.builds(
    lambda first, middle, last: f"[{','.join([*first, *middle, *last])}]",
    st.lists(plain_dates.map("..{}".format), max_size=1),
    st.lists(plain_dates | ranges, min_size=1, max_size=3),
    st.lists(plain_dates.map("{}..".format), max_size=1),
)
texts = st.one_of(marked_dates, intervals, sets)
partial_dates = texts.map(PartialDate)
scraps = st.text("0123456789X-/.,[]{}?~%T:Y \n\r\u0663u", max_size=3)


@st.composite
def mutants(draw: st.DrawFn) -> str:
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 3)))
    return text[:start] + draw(scraps) + text[end:]


GATE = jsonschema_rs.Draft202012Validator(
    {"type": "string", "pattern": PartialDate.PATTERN},
    pattern_options=jsonschema_rs.RegexOptions(),
)


@given(texts)
def test_what_is_built_by_the_rules_is_taken_by_both_engines(text: str) -> None:
    """The grammar of this file and the pattern agree on what is a date."""
    assert is_taken(text)
    assert GATE.is_valid(text)


@given(st.one_of(mutants(), scraps, st.text()))
def test_a_mutant_is_taken_here_if_and_only_if_the_published_schema_takes_it(text: str) -> None:
    """Rust's linear engine and construction give one verdict."""
    assert is_taken(text) == GATE.is_valid(text)


@pytest.mark.parametrize("text", [*TAKEN, *itertools.chain(*REFUSED.values())])
def test_the_published_schema_gives_the_same_verdict_on_the_examples(text: str) -> None:
    """The pattern alone refuses 31 February."""
    assert is_taken(text) == GATE.is_valid(text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2021-02-31", "There is no such day in the calendar"),
        ("0000", "There is no year 0000"),
        ("2021-13", "There is no such month"),
        ("2001-21", "Write a season or a quarter as a period of months"),
        ("2023/06/25", "Join year, month and day by hyphens"),
        ("25.06.2023", "Write the year first"),
        ("06/25/2023", "Make sure which number is the month"),
        ("2023-6-5", "with two digits each"),
        ("25 June 2023", "Write the month as a number"),
        ("June 2023", "Write the month as a number behind the year, like 2021-03. Add no day"),
        ("juin 2023", "Write the month as a number behind the year, like 2021-03. Add no day"),
        ("июнь 2023", "Write the month as a number behind the year"),
        ("Jun-23", "Write the month as a number behind the year"),
        ("2023 June", "Write the month as a number behind the year"),
        ("2023.06", "Join year and month by a hyphen, like 2021-06. Add no day"),
        ("2023年6月", "Join year and month by a hyphen"),
        ("last June", "Write the year before the month"),
        ("June/July 2023", "Write a period as 2021-03/2021-04, with the months as numbers"),
        ("25th of June 2023", "Write the month as a number. Write the year first"),
        ("le 25 juin 2023", "Write the month as a number. Write the year first"),
        ("spring 2023", r'like "\[2021-03\.\.2021-05\]"'),
        ("Q2 2023", r'like "\[2021-03\.\.2021-05\]"'),
        ("2023-W25", r'like "\[2021-03\.\.2021-05\]"'),
        ("early 2023", "Write the year or the month alone, like 2021 or 2021-03. Add no day"),
        ("mid-June 2023", "Write the year or the month alone"),
        ("before 2023", r'Write "\[\.\.2020\]" for some day .*, and \.\./2020 for all'),
        ("between 2023 and 2024", r'Write "\[2021\.\.2022\]" for one day between'),
        ("2023 or 2024", r'Write "\[2021,2022\]" for one of two dates'),
        ("2023, 2024", r'Write "\[2021,2022\]" for one of two dates'),
        ("before June 2023", "for all the time up to then"),
        ("between May and June 2023", "for one day between the two"),
        ("May 2023 or June 2023", "for one of two dates"),
        ("May 2023 to June 2023", "Put a slash between the two ends of a period"),
        ("since June 2023", "Write a period that goes on"),
        ("around June 2023", "Put a tilde after an approximate date"),
        ("2023 (approx.)", "Put a tilde after an approximate date"),
        ("in 2023", "Write the year alone, like 2021. Add no day"),
        ("2023-05/06", "Write both ends of a period in full"),
        ("2023-06-?", "Leave out the month or the day"),
        ("date unknown", "Leave the date out if it is unknown"),
        ("yesterday", "of the calendar that was meant"),
        ("2023-06-25Z", "A date has no time of day"),
        ("1687654321", "A date is not a count of seconds"),
        ("36 years old", "Write an age as an approximate year of birth"),
        ("06/2023", "Write the year first, then the month"),
        ("20230625", "Join year, month and day by hyphens"),
        ("2023-06-25T10:00:00", "A date has no time of day"),
        ("2023-06 / 2023-07", "Put a slash between the two ends of a period"),
        ("2023-2024", "Put a slash between the two ends of a period"),
        ("since 2023", "Write a period that goes on"),
        ("2023-00-00", "Leave out the month or the day"),
        ("ca. 1977", "Put a tilde after an approximate date"),
        ("perhaps 1977", "Put a question mark directly after an uncertain date"),
        ("1970s", "Write a decade with an X"),
        ("2023-xx", "Write a capital X"),
        ("'77", "Write the year with four digits"),
        ("unknown", "Leave the date out if it is unknown"),
        ("2023-06-25\n", "an invisible character"),
        (" 2023-06-25", "begins or ends with a blank"),
    ],
)
def test_a_frequent_slip_is_told_without_its_value(text: str, hint: str) -> None:
    """The message says what to mend, and none of the digits."""
    with pytest.raises(ValueError, match=hint) as caught:
        PartialDate(text)

    assert text.strip() not in str(caught.value) or text in {"0000", "unknown"}


@pytest.mark.parametrize("value", [1877, 1877.5, None, date(1877, 6, 15), b"1877", ["1877"]])
def test_only_text_is_taken(value: object) -> None:
    """A number that YAML or a spreadsheet gave is no date, and is not quoted."""
    with pytest.raises(TypeError, match=r"a day of the calendar|by a hyphen|a period") as caught:
        PartialDate(value)  # type: ignore[arg-type]

    assert "1877" not in str(caught.value)


# It is its text


@given(partial_dates)
def test_a_date_is_its_text(value: PartialDate) -> None:
    """It equals, hashes, copies, pickles and prints as its text does, and stays a date."""
    text = str(value)

    assert type(text) is str
    assert value == text
    assert {text: 1}[value] == 1
    assert f"{value}" == text
    for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301  # of our own making
        assert twin == value
        assert type(twin) is PartialDate
    assert PartialDate(value) == value
    assert PartialDate.trusted(text) == value
    assert type(PartialDate.trusted(text)) is PartialDate


def test_the_representation_shows_no_value() -> None:
    """What prints a record prints no date."""
    assert repr(PartialDate("2021-06-15")) == "<PartialDate>"
    assert "2021" not in f"{[PartialDate('2021')]}"


def test_a_date_weighs_no_more_than_its_text() -> None:
    """It has no dictionary of its own."""
    with pytest.raises(AttributeError):
        PartialDate("2021").note = "x"  # type: ignore[attr-defined]


def test_the_examples_for_the_schema_are_dates() -> None:
    """Each is taken, and between them they show every kind."""
    kinds = [PartialDate(example) for example in PartialDate.EXAMPLES]

    assert any(kind.is_interval for kind in kinds)
    assert any(kind.uncertain for kind in kinds)
    assert any(kind.precision is None for kind in kinds)


# What it says


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2021-06-15", "2021-06-15", "2021-06-15", "day"),
        ("2021-06", "2021-06-01", "2021-06-30", "month"),
        ("2024-02~", "2024-02-01", "2024-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2021-XX", "2021-01-01", "2021-12-31", "year"),
        ("2021-XX-XX", "2021-01-01", "2021-12-31", "year"),
        ("2021-02-XX", "2021-02-01", "2021-02-28", "month"),
        ("2021-07-2X", "2021-07-20", "2021-07-29", "month"),
        ("2021-02-2X", "2021-02-20", "2021-02-28", "month"),
        ("2021-07-0X", "2021-07-01", "2021-07-09", "month"),
        ("2021-06-3X", "2021-06-30", "2021-06-30", "month"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("19XX?", "1900-01-01", "1999-12-31", "century"),
        ("00XX", "0001-01-01", "0099-12-31", "century"),
        ("99XX", "9900-01-01", "9999-12-31", "century"),
        ("0001-01-01", "0001-01-01", "0001-01-01", "day"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
        ("2020-03/2021-11", "2020-03-01", "2021-11-30", "month"),
        ("2020-03-05/2021", "2020-03-05", "2021-12-31", "year"),
        ("2021-06-15/2021-06", "2021-06-15", "2021-06-30", "month"),
        ("2021-06/..", "2021-06-01", None, "month"),
        ("2021-06-02/", "2021-06-02", None, "day"),
        ("../199X", None, "1999-12-31", "decade"),
        ("/2021~", None, "2021-12-31", "year"),
        ("2021/2020", "2020-01-01", "2021-12-31", "year"),
        ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", None),
        ("[1760-12,1667]", "1667-01-01", "1760-12-31", None),
        ("[..1760-12-03]", None, "1760-12-03", None),
        ("[1760-12..]", "1760-12-01", None, None),
        ("[..1667,1670..]", None, None, None),
        ("[1672..1670]", "1670-01-01", "1672-12-31", None),
    ],
)
def test_a_date_spans_the_days_that_its_text_allows(
    text: str, earliest: str | None, latest: str | None, precision: str | None
) -> None:
    """First and last day, and how precisely they are known, follow from the text alone."""
    value = PartialDate(text)

    assert (value.earliest and value.earliest.isoformat()) == earliest
    assert (value.latest and value.latest.isoformat()) == latest
    assert value.precision == precision


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2021", set()),
        ("2021?", {"uncertain"}),
        ("2021-06~", {"approximate"}),
        ("2021-06-15%", {"uncertain", "approximate"}),
        ("2021/2022", {"is_interval"}),
        ("2021?/2022~", {"is_interval", "uncertain", "approximate"}),
        ("2021/..", {"is_interval", "open_end"}),
        ("../2021%", {"is_interval", "open_start", "uncertain", "approximate"}),
        ("2021?/", {"is_interval", "unknown_end", "uncertain"}),
        ("/2021", {"is_interval", "unknown_start"}),
        ("2021-06/2020", {"is_interval", "backwards"}),
        ("2021?/2020", {"is_interval", "uncertain"}),
        ("2021-06-15/2021-06-14", {"is_interval", "backwards"}),
        ("2021-06-15/2021-06", {"is_interval"}),
        ("[..2021,2023..]", set()),
        ("[2022..2021,2023]", {"backwards"}),
        ("[2019,2022..2021]", {"backwards"}),
    ],
)
def test_a_date_says_what_kind_it_is(text: str, what: set[str]) -> None:
    """Marks, ends and direction are each asked by name; open is not unknown."""
    asked = ["uncertain", "approximate", "is_interval", "backwards"]
    asked += ["open_start", "open_end", "unknown_start", "unknown_end"]

    assert {name for name in asked if getattr(PartialDate(text), name)} == what


@given(partial_dates)
def test_the_earliest_day_is_not_after_the_latest(value: PartialDate) -> None:
    """Whatever is written, even backwards."""
    if value.earliest is not None and value.latest is not None:
        assert value.earliest <= value.latest


# What can be told of two


@pytest.mark.parametrize(
    ("one", "other", "before", "starts_before", "overlaps"),
    [
        ("2021-05", "2021-06", True, True, False),
        ("2021-06", "2021-05", False, False, False),
        ("2021-06", "2021-06", None, None, None),
        ("2021-06-15", "2021-06-15", False, False, True),
        ("2021-06", "2021-06-15", None, None, None),
        ("2021-06", "2021-06-01", False, False, None),
        ("2021-05?", "2021-06", None, None, None),
        ("2021-05", "2021-06~", None, None, None),
        ("2020/2023", "2021", False, True, True),
        ("2020/2023?", "2021", None, True, None),
        ("2020?/2023", "2025", True, True, False),
        ("2020?/2023", "2022", False, None, None),
        ("2020/", "2021", None, True, None),
        ("2020/..", "2021", None, True, None),
        ("2020/..", "2019", False, False, False),
        ("../2020", "2021", True, True, False),
        ("/2020", "2019", False, None, None),
        ("/2020", "2020", None, None, None),
        ("2021?/2020", "2022", True, True, False),
        ("2021/2020", "2025", None, None, None),
        ("[2019,2021]", "2020", None, None, False),
        ("[2019,2021]", "2022", True, True, False),
        ("[..2019,2021]", "2021-06/..", None, None, None),
        ("[2021..]", "2021-01-01", False, False, None),
        ("[2020,2022..2021]", "2025", None, None, None),
        ("2021-06/2021-06", "2021-06", None, None, None),
        ("2021-05-31/2021-07-01", "2021-06", False, True, True),
    ],
)
def test_an_answer_is_given_only_where_it_is_certain(
    one: str,
    other: str,
    before: bool | None,  # noqa: FBT001  # a column of the table
    starts_before: bool | None,  # noqa: FBT001  # a column of the table
    overlaps: bool | None,  # noqa: FBT001  # a column of the table
) -> None:
    """Doubt on a bound that the answer needs makes it unknown; doubt elsewhere does not."""
    a, b = PartialDate(one), PartialDate(other)

    assert (a.before(b), a.starts_before(b), a.overlaps(b)) == (before, starts_before, overlaps)
    assert (b.after(a), b.starts_after(a), b.overlaps(a)) == (before, starts_before, overlaps)


@given(partial_dates, partial_dates)
def test_what_lies_before_does_not_lie_after(a: PartialDate, b: PartialDate) -> None:
    """Both directions of a comparison are one answer, and of two dates one is before at most."""
    assert a.before(b) is b.after(a)
    assert a.starts_before(b) is b.starts_after(a)
    assert a.overlaps(b) is b.overlaps(a)
    if a.before(b):
        assert b.before(a) is False
        assert a.starts_before(b) is True
        assert a.overlaps(b) is False
    if a.starts_before(b):
        assert b.starts_before(a) is False
        assert b.before(a) is False


@given(partial_dates, partial_dates)
def test_what_is_surely_before_is_what_is_before_without_doubt(
    a: PartialDate, b: PartialDate
) -> None:
    """The quick way gives no answer of its own."""
    assert a.surely_before(b) is (a.before(b) is True)


@given(partial_dates, days)
def test_a_calendar_day_is_compared_as_its_text_is(value: PartialDate, day: date) -> None:
    """A `datetime.date` may stand on the right; a time of day is not looked at."""
    text = PartialDate(day.isoformat())
    late = datetime(day.year, day.month, day.day, 23, 59, tzinfo=UTC)

    for name in ("before", "after", "starts_before", "starts_after", "overlaps"):
        answer = getattr(value, name)(text)
        assert getattr(value, name)(day) is answer
        assert getattr(value, name)(late) is answer


@pytest.mark.parametrize("other", ["2021", 2021, None])
def test_a_date_is_not_compared_with_what_was_never_checked(other: object) -> None:
    """Plain text may be anything, so it is refused rather than read."""
    for name in ("before", "after", "starts_before", "starts_after", "overlaps"):
        with pytest.raises(TypeError, match=r"a PartialDate or a datetime\.date") as caught:
            getattr(PartialDate("2020"), name)(other)

        assert "2021" not in str(caught.value)


# A second opinion, day by day: a text allows a day if their characters agree, and an interval may
# be any two of the days around (all of them, if a bound is marked or not given), start first.

AROUND = [date(2020, 2, 19) + timedelta(n) for n in range(21)]
DAYS_AROUND = [day.isoformat() for day in AROUND]
near = st.one_of(
    st.sampled_from(DAYS_AROUND[1:-1]), st.sampled_from(["2020-02-2X", "2020-03-0X", "2020-02-3X"])
).filter(is_taken)
near_marked = st.builds("{}{}".format, near, st.sampled_from(["", "", "", "?", "~", "%"]))
near_texts = st.one_of(
    near_marked,
    st.builds("{}/{}".format, near_marked, near_marked | st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), near_marked),
    st.lists(st.sampled_from(DAYS_AROUND[1:-1]), min_size=1, max_size=3).map(
        lambda members: f"[{','.join(members)}]"
    ),
    st.sampled_from(DAYS_AROUND[1:-1]).map("[..{}]".format),
    st.sampled_from(DAYS_AROUND[1:-1]).map("[{}..]".format),
)


def allowed(text: str) -> list[str]:
    if text in {"", ".."} or text[-1] in "?~%":
        return DAYS_AROUND
    if ".." in text:
        first, last = text.split("..")
        return [day for day in DAYS_AROUND if (first or day) <= day <= (last or day)]
    return [
        day
        for day in DAYS_AROUND
        if all(mine in {theirs, "X"} for mine, theirs in zip(text, day, strict=True))
    ]


def periods(text: str) -> list[tuple[str, str]]:
    if text.startswith("["):
        members = itertools.chain(*map(allowed, text[1:-1].split(",")))
        return [(day, day) for day in members]
    if "/" not in text:
        return [(day, day) for day in allowed(text)]
    start, end = text.split("/")
    return [(a, b) for a in allowed(start) for b in allowed(end) if a <= b]


@given(partial_dates, partial_dates | texts | st.integers() | days)
def test_dates_have_no_order(value: PartialDate, other: object) -> None:
    """Texts would sort a year before its months; what comes first is asked, and may be unknown."""
    for one, another in ((value, other), (other, value)):
        for compare in (operator.lt, operator.le, operator.gt, operator.ge):
            with pytest.raises(TypeError) as caught:
                compare(one, another)
            assert value not in str(caught.value)


def test_whoever_sorts_dates_is_told_how() -> None:
    """The message names what can be asked, and a key by which days are sorted."""
    held = [PartialDate("2026-03"), PartialDate("2026"), PartialDate("2025-12-31")]

    with pytest.raises(
        TypeError, match=r"before\(\) or after\(\).*key=lambda date: date\.sort_key"
    ):
        sorted(held)

    in_order = sorted(held, key=lambda date: date.sort_key)
    assert in_order == ["2025-12-31", "2026", "2026-03"]


@given(near_texts, near_texts)
def test_an_answer_is_what_all_days_allowed_agree_on(one: str, other: str) -> None:
    """True if it is so on all of them, False if on none, and unknown if it depends."""
    a, b = PartialDate(one), PartialDate(other)
    assume(not a.backwards and not b.backwards)
    pairs = list(itertools.product(periods(one), periods(other)))

    def told(answers: set[bool]) -> bool | None:
        return answers.pop() if len(answers) == 1 else None

    assert a.before(b) is told({mine[1] < theirs[0] for mine, theirs in pairs})
    assert a.starts_before(b) is told({mine[0] < theirs[0] for mine, theirs in pairs})
    assert a.overlaps(b) is told(
        {mine[0] <= theirs[1] and theirs[0] <= mine[1] for mine, theirs in pairs}
    )


@given(near_texts)
def test_an_interval_is_backwards_if_no_days_allowed_are_in_order(text: str) -> None:
    """What is backwards for certain is what leaves no period at all."""
    assert PartialDate(text).backwards is (not periods(text))


@example("[2019,2020]", "2020-02-28")
@example("[2019,2020]", "2022")
@example("2022?/2021", "2022-01")
@example("2021-06-2X", "2021-06-3X")
@given(near_texts, near_texts)
def test_dates_close_together_are_not_mistaken_for_surely_before(one: str, other: str) -> None:
    """Texts that differ in a mark, an open digit or an end are where a quick way could go wrong."""
    a, b = PartialDate(one), PartialDate(other)

    assert a.surely_before(b) is (a.before(b) is True)


@given(texts)
def test_a_date_is_doubtful_if_it_is_marked_or_backwards(text: str) -> None:
    """What no mark and no wrong order makes doubtful has days that rules may reckon with."""
    value = PartialDate(text)

    assert value.doubtful is (not {"?", "~", "%"}.isdisjoint(text) or value.backwards)


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ("2022-06-15", 6, "2022-12-15"),
        ("2022-12-31", 1, "2023-01-31"),
        ("2022-08-31", 6, "2023-03-03"),
        ("2023-08-31", 6, "2024-03-02"),
        ("2008-02-29", 216, "2026-03-01"),
        ("9999-06-30", 6, "9999-12-30"),
        ("9999-06-30", 7, None),
    ],
)
def test_a_day_that_a_month_does_not_have_is_counted_on(
    day: str, months: int, after: str | None
) -> None:
    """Whoever has so many months loses no day by it; after the last year there is no day."""
    found = months_after(date.fromisoformat(day), months)

    assert (found and found.isoformat()) == after


@given(days, st.integers(0, 600))
def test_months_are_counted_one_by_one_or_at_once(day: date, months: int) -> None:
    """From the first of a month, where no day is counted on, both come to the same day."""
    first = day.replace(day=1)
    assume(first.year + months // 12 < 9999)
    counted = first
    for _ in range(months):
        counted = months_after(counted, 1) or date.max

    assert months_after(first, months) == counted
    assert months_after(day, months) == counted + timedelta(day.day - 1)


@given(st.lists(partial_dates, max_size=8))
def test_the_key_sorts_by_first_day_then_by_last_day_then_by_text(held: list[PartialDate]) -> None:
    """An open or unknown start comes first, an open or unknown end last."""

    def days(found: PartialDate) -> tuple[int, int, str]:
        first = found.earliest.toordinal() if found.earliest else 0
        last = found.latest.toordinal() if found.latest else date.max.toordinal() + 1
        return first, last, str(found)

    in_order = sorted(held, key=lambda found: found.sort_key)

    assert [str(found) for found in in_order] == [str(found) for found in sorted(held, key=days)]
    assert all(type(found.sort_key) is str for found in held)


@given(partial_dates, partial_dates)
def test_two_dates_have_one_key_if_they_are_equal(one: PartialDate, other: PartialDate) -> None:
    """So that a group by the key is a group by the date."""
    assert (one.sort_key == other.sort_key) == (one == other)


def test_the_examples_in_the_documentation_hold() -> None:
    """Each comparison shows its answers, and gives them."""
    results = doctest.testmod(dates)

    assert results.attempted >= 10
    assert results.failed == 0
