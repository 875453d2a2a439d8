"""pytest: the plugin shows where two records differ, and values only to who asks for them."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import FOLDER

from rednotice import Bookkeeping, Case, Notice, PartialDate, Statement, Subject, from_dict
from rednotice.doors.pytest import pytest_assertrepr_compare
from rednotice.testing import cases

Run = Callable[..., str]

START = """
from rednotice import *
from rednotice.types.dates import PartialDate
def case(**members):
    start = {"rednotice": "1.0", "id": "c-1", "subjects": [Subject(label="Person A")]}
    return Case(**{**start, **members})
def test_it():
"""
CHARGE = 'Notice(kind="red", charges=[Charge(text="{}")])'
ONE, OTHER = (CHARGE.format(text) for text in ("Zdenka", "Zdislava"))
DIFFERENT = f"assert case(notices=[{ONE}]) == case(notices=[{OTHER}])"


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a test of one line with the plugin, and gives what pytest prints of the assertion."""
    monkeypatch.setenv("CI", "1")  # in which pytest cuts nothing

    def run(line: str, *options: str, plugin: bool = True) -> str:
        pytester.makepyfile(f"{START}    {line}\n")
        asked = ("-p", "rednotice.doors.pytest") if plugin else ()
        done = pytester.runpytest_inprocess(*asked, *options)
        done.assert_outcomes(failed=1)
        lines = [found for found in done.outlines if found.startswith("E  ")]
        return "\n".join(found.removeprefix("E  ").strip() for found in lines)

    return run


def test_it_shows_where_two_cases_differ_and_no_value(run: Run) -> None:
    """The pointer of each difference."""
    shown = run(DIFFERENT, "-v")

    assert "two records of kind Case differ" in shown
    assert "/notices/0/charges/0/text: differs" in shown
    assert "Zd" not in shown


def test_it_shows_values_to_who_asks_twice(run: Run) -> None:
    """On a screen of their own."""
    shown = run(DIFFERENT, "-vv")

    assert "/notices/0/charges/0/text: 'Zdenka' != 'Zdislava'" in shown


def test_without_it_pytest_shows_nothing(run: Run) -> None:
    """It is asked for; a record has no value in its representation."""
    shown = run(DIFFERENT, plugin=False)

    assert "/notices" not in shown
    assert "Zd" not in shown


def case(**members: Any) -> Case:
    start: dict[str, Any] = {"rednotice": "1.0", "id": "c-1", "subjects": [Subject(label="A")]}
    return Case(**{**start, **members})


def told(left: object, right: object, verbose: int = 0, op: str = "==") -> list[str] | None:
    """What the plugin tells pytest to print."""
    config: Any = SimpleNamespace(get_verbosity=lambda: verbose)
    return pytest_assertrepr_compare(config, op, left, right)


RED: dict[str, Any] = {"kind": "red", "charges": [{"text": "Zdenka"}]}
NOTICE = from_dict(RED, Notice)


@pytest.mark.parametrize(
    ("left", "right", "without", "with_values"),
    [
        ({"note": "Zd"}, {}, "/note: absent on the right", "/note: 'Zd' != absent"),
        ({}, {"note": "Zd"}, "/note: absent on the left", "/note: absent != 'Zd'"),
        (
            {"notices": [NOTICE]},
            {},
            "/notices: absent on the right",
            f"/notices: {[RED]} != absent",
        ),
        (
            {"notices": [NOTICE]},
            {"notices": [NOTICE, NOTICE]},
            "/notices/1: absent on the left",
            f"/notices/1: absent != {RED}",
        ),
        (
            {"extensions": {"org.example": {"Zdenka": 1}}},
            {"extensions": {"org.example": {"Zdenka": True}}},
            "/extensions: differs",
            "/extensions/org.example/Zdenka: 1 != True",
        ),
        (
            {"extensions": {"org.example": {"Zdenka": 1, "Zd": 1}}},
            {"extensions": {"org.example": {"Zdenka": 1}}},
            "/extensions: differs",
            "/extensions/org.example/Zd: 1 != absent",
        ),
        (
            {"record": Bookkeeping(as_of="2021")},
            {"record": Bookkeeping(as_of="2022")},
            "/record/as_of: differs",
            "/record/as_of: '2021' != '2022'",
        ),
        (
            {"statements": [Statement(stance="says", value=["Zdenka"])]},
            {"statements": [Statement(stance="says", value="Zdenka")]},
            "/statements/0/value: differs",
            "/statements/0/value: ['Zdenka'] != 'Zdenka'",
        ),
    ],
    ids=range(8),
)
def test_each_kind_of_difference_has_its_place(
    left: dict[str, Any], right: dict[str, Any], without: str, with_values: str
) -> None:
    """Without values the keys of a map are not shown either: they are values."""
    head = "two records of kind Case differ"

    assert told(case(**left), case(**right)) == [head, without]
    assert told(case(**left), case(**right), verbose=1) == [head, without]
    assert told(case(**left), case(**right), verbose=2) == [head, with_values]


@given(st.tuples(cases(), cases()))
def test_two_records_that_differ_differ_somewhere(pair: tuple[Case, Case]) -> None:
    """At a place that one of them has at least."""
    one, other = pair

    for verbose in (0, 2):
        assert (len(told(one, other, verbose) or []) > 1) == (one != other)


def test_long_differences_are_cut() -> None:
    """In number and in length; the rest is counted."""
    one, other = ([Notice(kind="red", number=f"2031/{n}")] * 30 for n in (1, 2))
    shown = told(case(notices=one, note="x" * 90000), case(notices=other), verbose=2) or []

    assert shown[-1] == "… and 11 more"
    assert max(map(len, shown)) < 300
    assert sum(part.startswith("/") for part in shown) == 20


@pytest.mark.parametrize(
    ("left", "right", "op"),
    [
        ([1], [2], "=="),
        ({"a": 1}, {"a": 2}, "=="),
        (case(), 3, "=="),
        (case(), Subject(label="A"), "=="),
        (case(), case(), "!="),
        (case(), [case(id="c-2")], "in"),
        (PartialDate("2021"), PartialDate("2022"), "=="),
        (Case, Subject, "=="),
    ],
    ids=str,
)
def test_all_else_is_left_to_pytest(left: object, right: object, op: str) -> None:
    """Only an equality of two records of one class is ours."""
    assert told(left, right, 2, op) is None


def test_the_page_shows_what_is_printed(run: Run) -> None:
    """The lines of its example."""
    page = FOLDER.parent / "docs" / "how-to" / "test-with-hypothesis-and-pytest.md"
    example = page.read_text(encoding="utf-8").partition("```text\n")[2].partition("```")[0]
    shown = run(f"assert case(notices=[{ONE}], summary='Zd') == case(notices=[{OTHER}])")

    assert [line.removeprefix("E").strip() for line in example.splitlines()] == shown.splitlines()


def test_a_conftest_can_ask_for_it(run: Run, pytester: pytest.Pytester) -> None:
    """For all who run the tests."""
    pytester.makeconftest('pytest_plugins = ["rednotice.doors.pytest"]')

    assert "/notices/0/charges/0/text: differs" in run(DIFFERENT, plugin=False)
