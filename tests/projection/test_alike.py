"""How alike cases are: k, l and t, with missing values read in both ways."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.projection.alike import Alike, alike, sizes_with_any
from rednotice.projection.rows import Cells


def cells(*values: str | None) -> Cells:
    """One cell for each of *values*; words in one text are values of one cell."""
    return tuple(frozenset(value.split()) if value else frozenset() for value in values)


def measured(*rows: tuple[str | None, ...], sensitive: int = 0) -> Alike:
    """What `alike` says of *rows*, whose last *sensitive* members are sensitive."""
    counted: Counter[tuple[Cells, Cells]] = Counter()
    for row in rows:
        at = len(row) - sensitive
        counted[cells(*row[:at]), cells(*row[at:])] += 1
    return alike(counted)


# The pattern of the example in sdcMicro's issue 225: two pairs, and a case that lacks a value.
ISSUE_225 = [("a", "single"), ("a", "married"), ("a", "married"), ("a", "single"), ("a", None)]


def test_a_missing_value_is_read_in_both_ways_and_the_worse_is_taken() -> None:
    """T22: k is 1 if missing is a value of its own, and 2 if it agrees with every value."""
    found = measured(*ISSUE_225)

    assert (found.k_own, found.k_any, found.k) == (1, 2, 1)


@given(
    st.lists(st.tuples(*[st.sampled_from(["a", "b", None])] * 3), min_size=1, max_size=8),
)
def test_rows_that_agree_are_counted_as_if_compared_one_by_one(
    rows: list[tuple[str | None, ...]],
) -> None:
    """Equal rows are always among them: values of their own are the worse reading."""
    sizes = Counter(cells(*row) for row in rows)
    found = sizes_with_any(sizes)

    for row in sizes:
        agreeing = (
            count
            for other, count in sizes.items()
            if all(not one or one == two for one, two in zip(row, other, strict=True))
        )
        assert found[row] == sum(agreeing) >= sizes[row]


def test_values_of_one_member_are_one_set() -> None:
    """T20: two charges are not two answers, and their order says nothing."""
    found = measured(("a", "fraud bribery"), ("a", "bribery fraud"), ("a", "treason"), sensitive=1)

    assert (found.k, found.l) == (3, 2)
    assert measured(("a b",), ("b a",)).k == 2


def test_a_value_that_everybody_in_a_group_has_is_no_secret() -> None:
    """T20: the sets differ, and still each of them is charged with fraud."""
    assert measured(("a", "fraud"), ("a", "fraud treason"), sensitive=1).l == 1


def test_a_missing_value_adds_nothing_to_what_is_different() -> None:
    """It may be the same as the one that is there."""
    assert measured(("a", "fraud"), ("a", None), sensitive=1).l == 1


def test_a_group_in_which_nobody_has_a_value_tells_nothing() -> None:
    """Those without an incident need not be left out since others have some."""
    assert measured(("a", "fraud"), ("a", "treason"), ("b", None), sensitive=1).l == 2


def test_each_sensitive_member_counts_by_itself() -> None:
    """Pairs that differ in one of them do not hide the other."""
    assert measured(("a", "x", "1"), ("a", "y", "1"), sensitive=2).l == 1


def test_a_member_of_which_nothing_is_told_is_not_counted() -> None:
    """Nobody learns from it."""
    found = measured(("a", None), ("a", None), sensitive=1)

    assert (found.l, found.t) == (None, None)


def test_the_distance_of_groups_from_all_cases_is_told() -> None:
    """T21: a group with a share of 1 where all have a half is at a distance of a half."""
    rows = [("a", "x"), ("a", "x"), ("b", "y"), ("b", "y")]

    assert measured(*rows, sensitive=1).t == pytest.approx(0.5)
    assert measured(*[("a", one) for _, one in rows], sensitive=1).t == 0


def test_of_no_cases_none_are_alike() -> None:
    assert alike({}) == Alike(k=0, k_own=0, k_any=0, l=None, t=None)
