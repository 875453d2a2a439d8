"""The table of homes uses the words of the model and of the codelists."""

from __future__ import annotations

import pytest

import rednotice
from rednotice.insight.homes import Home, homes
from rednotice.records import fields_of

CASE = {"rednotice": rednotice.VERSION, "id": "c-1", "subjects": [{"id": "s1", "label": "A"}]}


def test_the_commonest_happenings_have_a_home() -> None:
    assert len(homes()) >= 60


@pytest.mark.parametrize("home", homes(), ids=lambda home: home.happening)
def test_what_a_home_says_to_write_is_accepted(home: Home) -> None:
    """Every member exists, and every code is in its list."""
    rednotice.from_dict(CASE | home.example())


@pytest.mark.parametrize("home", homes(), ids=lambda home: home.happening)
def test_a_home_is_one_list_of_the_case(home: Home) -> None:
    assert {name.partition(".")[0] for name, _ in home.members} == {home.record}
    assert home.record in {field.name for field in fields_of(rednotice.Case)}


def test_no_happening_has_two_homes() -> None:
    assert len({home.happening for home in homes()}) == len(homes())
    assert len({home.members for home in homes()}) == len(homes())
