"""Cuts of whole lists of codes."""

from __future__ import annotations

import pytest

from rednotice import codelists
from rednotice.codelists.cuts import cut, height
from rednotice.codelists.groups import above, below, leaving
from rednotice.records import Audience

WITH_LEVELS = [name for name in codelists.names() if height(name)]


def test_the_finest_levels_of_a_list_are_cut_first() -> None:
    """Bribery becomes corruption, and only then an economic offence; fraud stays at first."""
    assert height("offences") == 2
    assert [cut("offences", "bribery", steps) for steps in range(4)] == [
        *("bribery", "corruption", "economic", "economic"),
    ]
    assert [cut("offences", "fraud", steps) for steps in range(3)] == ["fraud", "fraud", "economic"]
    assert cut("offences", "homicide", 2) == "homicide"


def test_a_code_of_another_vocabulary_stays() -> None:
    """Nobody knows here what is broader."""
    assert cut("countries", "interpol-2023:914", 3) == "interpol-2023:914"


@pytest.mark.parametrize("name", WITH_LEVELS)
def test_no_cut_leaves_a_code_beside_its_broader_one_for_narrower_codes(name: str) -> None:
    """
    T25, downcoding: what becomes a code, and does not stand for itself, is never also told apart.

    If a code stands for narrower ones, then it stands for all codes below it.
    """
    codes = [one.code for one in codelists.codelist(name)]
    for steps in range(1, height(name) + 1):
        made = {code: cut(name, code, steps) for code in codes}
        for coarser in {to for code, to in made.items() if to != code}:
            assert {made[code] for code in below(name, coarser)} == {coarser}


@pytest.mark.parametrize("name", WITH_LEVELS)
def test_cutting_twice_is_cutting_once(name: str) -> None:
    """The result is always the code or one of its broader codes, and the top at last."""
    for one in codelists.codelist(name):
        for steps in range(height(name) + 2):
            coarse = cut(name, one.code, steps)
            assert cut(name, coarse, steps) == coarse
            assert coarse in above(name, one.code)
        assert cut(name, one.code, height(name)) == above(name, one.code)[-1]


@pytest.mark.parametrize("name", WITH_LEVELS)
@pytest.mark.parametrize("audience", Audience)
def test_a_broader_code_leaves_as_far_as_a_narrower_one(name: str, audience: Audience) -> None:
    """So no cut makes a code that an audience may not have."""
    may = leaving(name, audience)

    assert {above(name, code)[-1] for code in may} | {
        cut(name, code, steps) for code in may for steps in range(height(name))
    } <= may
