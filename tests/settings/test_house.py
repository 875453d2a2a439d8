"""House rules ask more of a case than the format does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rednotice
from rednotice.documents import pointer
from rednotice.insight.filled import Filled, case_paths
from rednotice.settings.errors import InvalidSettings
from rednotice.settings.house import House
from rednotice.settings.members import MemberPath
from rednotice.testing import cases

SMALLEST: dict[str, Any] = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "Person A"}]}


def case(**members: Any) -> rednotice.Case:
    made = rednotice.from_dict(SMALLEST | members)
    assert isinstance(made, rednotice.Case)
    return made


def asked(table: dict[str, Any], *several: rednotice.Case) -> list[tuple[str, str]]:
    """The rules and places that the house rules of *table* find in *several* cases."""
    check = House.from_table(table).begin()
    found = [
        (manual.id, pointer(path)) for one in several for manual, _, path, _ in check.of_case(one)
    ]
    whole = check.findings(file="rednotice.toml", path=("house",))
    return [*found, *((one.rule, one.pointer) for one in whole)]


def said(table: dict[str, Any], *several: rednotice.Case) -> list[str]:
    check = House.from_table(table).begin()
    found = [message for one in several for *_, message in check.of_case(one)]
    return [*found, *(one.message for one in check.findings())]


# Required members

STATE = "/notices/*/issuing_state"


def test_a_required_member_is_missed_in_the_record_that_lacks_it() -> None:
    one = case(notices=[{"kind": "red", "issuing_state": "TJ"}, {"kind": "red"}])

    assert asked({"require": [STATE]}, one) == [("RN022", "/notices/1")]


def test_a_member_is_required_only_of_records_that_are_there() -> None:
    """Who wants a notice in every case requires that as well."""
    assert asked({"require": [STATE]}, case()) == []
    assert asked({"require": ["/notices"]}, case()) == [("RN022", "")]


def test_a_reason_for_a_missing_member_is_enough() -> None:
    """Or the house rule would make people invent a value."""
    one = case(notices=[{"kind": "red", "missing": {"issuing_state": "withheld"}}])

    assert asked({"require": [STATE]}, one) == []


def test_what_one_record_lacks_is_one_finding() -> None:
    table = {"require": [STATE, "/notices/*/number", "/notices/*/charges"]}
    (message,) = said(table, case(notices=[{"kind": "red"}]))

    assert message.startswith("`issuing_state`, `number`, `charges` are missing")


# Fewer codes

KIND = "/notices/*/kind"


def test_a_code_that_the_house_does_not_use_is_found() -> None:
    one = case(notices=[{"kind": "red"}, {"kind": "green"}])

    assert asked({"codes": {KIND: ["red", "yellow"]}}, one) == [("RN023", "/notices/1/kind")]


def test_each_code_of_a_list_is_asked() -> None:
    one = case(pursued_by=["TJ", "CN"])

    assert asked({"codes": {"/pursued_by": ["TJ"]}}, one) == [("RN023", "/pursued_by/1")]


def test_a_state_may_be_given_by_another_code() -> None:
    """An import keeps the spelling that it met."""
    one = case(pursued_by=["interpol-2018:913"])

    assert asked({"codes": {"/pursued_by": ["XK"]}}, one) == []


def test_a_state_that_no_list_knows_is_not_one_that_is_used() -> None:
    one = case(pursued_by=["x-a:b"])

    assert asked({"codes": {"/pursued_by": ["x-a:a"]}}, one) == [("RN023", "/pursued_by/0")]
    assert asked({"codes": {"/pursued_by": ["x-a:b"]}}, one) == []


# Shares


def test_a_member_that_is_filled_too_seldom_is_told_once() -> None:
    several = [
        case(notices=[{"kind": "red", "issuing_state": "TJ"}, {"kind": "red"}]),
        case(notices=[{"kind": "red"}]),
    ]
    table = {"fill": {STATE: 0.5}}

    assert asked(table, *several) == [("RN024", "/house/fill/~1notices~1*~1issuing_state")]
    assert f"`{STATE}` is filled in 1 of 3 records" in said(table, *several)[0]


def test_a_member_that_is_filled_as_often_as_asked_is_right() -> None:
    several = [case(notices=[{"kind": "red", "issuing_state": "TJ"}, {"kind": "red"}])]

    assert asked({"fill": {STATE: 0.5}}, *several) == []


def test_of_no_records_no_share_is_asked() -> None:
    assert asked({"fill": {STATE: 1}}, case()) == []


# Counts


def test_cases_are_counted_by_the_state_that_issued_their_notices() -> None:
    """A case with two notices of one state counts once."""
    several = [
        case(notices=[{"kind": "red", "issuing_state": "TJ"}] * 2),
        case(notices=[{"kind": "red", "issuing_state": "RU"}]),
    ]

    assert asked({"cases": {"TJ": 1, "RU": {"least": 1}, "CN": 0}}, *several) == []
    assert asked({"cases": {"TJ": 2, "RU": {"most": 0}, "CN": {"least": 1}}}, *several) == [
        ("RN025", "/house/cases/TJ"),
        ("RN025", "/house/cases/RU"),
        ("RN025", "/house/cases/CN"),
    ]


@pytest.mark.parametrize(
    ("expected", "words"),
    [(3, "expects 3."), ({"least": 2}, "at least 2."), ({"least": 2, "most": 9}, "2 to 9.")],
)
def test_the_expected_number_is_told(expected: Any, words: str) -> None:
    assert words in said({"cases": {"TJ": expected}}, case())[0]


# Settings that are wrong


@pytest.mark.parametrize(
    ("table", "place", "words"),
    [
        ({"requires": []}, "requires", "`require`"),
        ({"require": STATE}, "require", "a list"),
        ({"require": []}, "require", "at least one"),
        ({"require": ["/notices/*/isuing_state"]}, "require, item 1", f"`{STATE}`"),
        ({"codes": {"/notices/kind": ["red"]}}, "codes, /notices/kind", f"`{KIND}`"),
        ({"codes": {KIND: ["red", "Yelow"]}}, f"codes, {KIND}, item 2", "`yellow`"),
        ({"codes": {KIND: ["xyzzy"]}}, f"codes, {KIND}, item 1", "codelist notice_kinds"),
        ({"codes": {KIND: [1]}}, f"codes, {KIND}, item 1", "codelist notice_kinds"),
        ({"codes": {KIND: "red"}}, f"codes, {KIND}", "a list"),
        ({"codes": {"/notices/*/text": ["x"]}}, "codes, /notices/*/text", "no codes"),
        ({"codes": {STATE: ["Tajikistan"]}}, f"codes, {STATE}, item 1", "`TJ`"),
        ({"fill": {STATE: 90}}, f"fill, {STATE}", "such as 0.9"),
        ({"fill": {STATE: 0}}, f"fill, {STATE}", "above 0"),
        ({"fill": {STATE: True}}, f"fill, {STATE}", "such as 0.9"),
        ({"fill": {STATE: float("nan")}}, f"fill, {STATE}", "such as 0.9"),
        ({"cases": {"Russia": 3}}, "cases, Russia", "`RU`"),
        ({"cases": {"TJ": -1}}, "cases, TJ", "a number of cases"),
        ({"cases": {"TJ": True}}, "cases, TJ", "a number of cases"),
        ({"cases": {"TJ": {"least": 3, "most": 1}}}, "cases, TJ", "the smaller one first"),
        ({"cases": {"TJ": {}}}, "cases, TJ", "`least`, `most`"),
        ({"cases": {"TJ": {"leest": 1}}}, "cases, TJ, leest", "`least`"),
        ({"fill": []}, "fill", "a table"),
    ],
)
def test_a_wrong_house_rule_says_where_it_is_wrong_and_what_to_write(
    table: dict[str, Any], place: str, words: str
) -> None:
    with pytest.raises(InvalidSettings) as raised:
        House.from_table(table)

    assert raised.value.place == place
    assert words in raised.value.message


def test_everything_that_is_wrong_is_told_at_once() -> None:
    """Or it would take a run for each mistake."""
    table = {
        "required": [STATE],
        "require": ["/notices/*/kynd", STATE, "/subjects/*/dob"],
        "codes": {KIND: ["red", "Yelow", "bleu"], "/xyzzy": ["a"]},
        "fill": {STATE: 90},
        "cases": {"Russia": 1, "TJ": -1},
    }
    with pytest.raises(InvalidSettings) as raised:
        House.from_table(table)

    every = [raised.value, *raised.value.others]
    assert [one.path for one in every] == [
        ("required",),
        ("require", 0),
        ("require", 2),
        ("codes", KIND, 1),
        ("codes", KIND, 2),
        ("codes", "/xyzzy"),
        ("fill", STATE),
        ("cases", "Russia"),
        ("cases", "TJ"),
    ]
    assert [one.path[0] for one in raised.value.below("house").others] == ["house"] * 8


RELEASE = {"audience": "public", "policy": "public 1", "date": "2026-06-01"}


@pytest.mark.parametrize(
    ("house", "rule"),
    [
        ({"require": [STATE]}, "RN022"),
        ({"codes": {KIND: ["red"]}}, "RN023"),
        ({"fill": {STATE: 0.5}}, "RN024"),
        ({"cases": {"TJ": 1}}, "RN025"),
    ],
)
def test_a_house_rule_that_is_not_selected_is_a_wrong_setting(
    house: dict[str, Any], rule: str
) -> None:
    """Or it would be asked of no case, and nobody would know."""
    with pytest.raises(rednotice.UnusableSettings, match=f"select: leaves out .*add `{rule}`"):
        rednotice.read_settings({"select": ["RN4"], "house": house})

    assert rednotice.read_settings({"select": ["RN4", rule], "house": house})
    assert rednotice.read_settings({"ignore": [rule], "house": house})


def test_no_member_is_required_of_a_release() -> None:
    """Who holds it cannot add what was taken out."""
    assert asked({"require": ["/notices"]}, case(release=RELEASE)) == []


def test_a_funder_can_ask_how_complete_a_release_is() -> None:
    """Its cases are counted where no others are: the cases that it was made of count once."""
    notices = [{"kind": "red", "issuing_state": "TJ"}]
    released = case(release=RELEASE, notices=notices)

    assert asked({"cases": {"TJ": 1}, "fill": {STATE: 1}}, released) == []
    assert asked({"cases": {"TJ": 2}}, released) == [("RN025", "/house/cases/TJ")]
    assert asked({"cases": {"TJ": 1}}, released, case(notices=notices)) == []


# Laws, for all cases and members

KEPT = cases().filter(lambda case: case.release is None)
MEMBERS = st.sampled_from(case_paths()).map(lambda path: str(MemberPath(tuple(path.split(".")))))


def records_on(value: Any, names: list[str], pointer: str = "") -> list[tuple[str, Any]]:
    """The plain objects that *names* lead to, with their places."""
    if not names:
        return [(pointer, value)]
    name, *rest = names
    if name == "*":
        return [
            found
            for place, part in enumerate(value)
            for found in records_on(part, rest, f"{pointer}/{place}")
        ]
    return records_on(value[name], rest, f"{pointer}/{name}") if name in value else []


@given(case=KEPT, required=st.lists(MEMBERS, min_size=1, max_size=4, unique=True))
def test_a_required_member_is_missed_where_the_document_lacks_it(
    case: rednotice.Case, required: list[str]
) -> None:
    """And nowhere else."""
    document = rednotice.to_dict(case)
    lacking = {
        pointer
        for member in required
        for pointer, record in records_on(document, member.split("/")[1:-1])
        if not {member.rpartition("/")[2]} & {*record, *record.get("missing", {})}
    }

    assert {place for _, place in asked({"require": required}, case)} == lacking


@given(
    several=st.lists(KEPT, max_size=3),
    fill=st.dictionaries(MEMBERS, st.floats(0.01, 1), min_size=1, max_size=4),
)
def test_a_share_is_of_the_records_that_coverage_counts(
    several: list[rednotice.Case], fill: dict[str, float]
) -> None:
    counted = Filled()
    for case in several:
        counted.count(case)
    short = set()
    for member, least in fill.items():
        path = ".".join(part for part in member.split("/") if part not in {"", "*"})
        of = counted.records[path.rpartition(".")[0]]
        if of and counted.in_records[path] / of < least:
            short.add(("RN024", pointer(("house", "fill", member))))

    assert set(asked({"fill": fill}, *several)) == short


@given(case=cases())
def test_a_house_that_asks_for_what_is_there_finds_nothing(case: rednotice.Case) -> None:
    document = rednotice.to_dict(case)
    there = [path for path in case_paths() if "." not in path and path in document]
    table = {"require": [f"/{path}" for path in there], "fill": {f"/{path}": 1 for path in there}}

    assert asked(table, case) == []
