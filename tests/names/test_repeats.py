"""Which keys of a data set come again is known in a few bytes a key."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.names.repeats import Repeats, hashed

# Many that fall on one place of one table.
KEYS = st.integers(1, 9) | st.integers(1, 40).map(lambda number: number * 64 * 8)


@given(st.lists(KEYS))
def test_a_key_has_the_number_that_it_was_met_with_first(keys: list[int]) -> None:
    """As a dict would have it."""
    repeats, plainly = Repeats(), dict[int, int]()

    for number, key in enumerate(keys):
        assert repeats.add(key, number) == plainly.get(key)
        plainly.setdefault(key, number)


@given(st.lists(KEYS), st.lists(KEYS))
def test_what_two_have_met_can_be_joined(here: list[int], there: list[int]) -> None:
    """What both have met is told once, with its numbers in both."""
    first, second, both = Repeats(), Repeats(), Repeats()
    for number, key in enumerate(here):
        first.add(key, number)
        both.add(key, number)
    for number, key in enumerate(there, len(here)):
        second.add(key, number)
        both.add(key, number)

    joined = sorted(first.join(second))

    wanted = {key: (here.index(key), len(here) + there.index(key)) for key in {*here} & {*there}}
    assert joined == sorted(wanted.values())
    assert all(first.add(key, -1) == both.add(key, -1) for key in (*here, *there))


def test_a_hash_is_the_same_everywhere() -> None:
    """Between runs, processes and machines; what stands apart is kept apart."""
    assert hashed("c-1") == 8458119715100675186
    assert hashed("a", "b") != hashed("ab")


@pytest.mark.thorough
def test_a_million_keys_would_take_thirty_mebibytes() -> None:
    """A dict takes ten times as much."""
    tracemalloc.start()
    try:
        repeats = Repeats()
        for number in range(30_000):
            repeats.add(hashed(str(number)), number)
        held, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert held < 30_000 * 36
    assert most < 30_000 * 40
