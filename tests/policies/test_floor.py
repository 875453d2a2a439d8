"""The floor of a policy: facts of which a released case must have some."""

from __future__ import annotations

import secrets
from typing import Any

import attrs
import pytest

import rednotice
from rednotice import Audience, Case
from rednotice.policies import ceiling_of, lacking


def case(**members: Any) -> Case:
    whole = {"rednotice": "1.0", "id": "c-1", "subjects": [{"id": "s1", "kind": "person"}]}
    return rednotice.from_dict({**whole, **members})


def floor(*items: tuple[str, ...]) -> rednotice.Policy:
    return attrs.evolve(ceiling_of(Audience.PARTNER), floor=items)


def test_a_case_needs_one_member_of_each_item() -> None:
    """Which one is all the same."""
    asked = floor(("notices.kind", "incidents.method"), ("pursued_by",))
    incident = {"method": "threat"}

    assert lacking(case(incidents=[incident], pursued_by=["TJ"]), asked) == ()
    assert lacking(case(incidents=[incident]), asked) == (("pursued_by",),)
    assert lacking(case(), asked) == asked.floor


@pytest.mark.parametrize(
    ("way", "there"),
    [("notices.history.date", True), ("notices.charges.offence", False), ("notices.number", False)],
)
def test_a_way_goes_through_lists(way: str, *, there: bool) -> None:
    """One record of several is enough."""
    notices = [
        {"kind": "red"},
        {"kind": "blue", "history": [{"status": "published", "date": "2031"}]},
    ]

    assert (lacking(case(notices=notices), floor((way,))) == ()) is there


@pytest.mark.parametrize("name", ["counsel", "ccf-commission", "ccf-bureau", "partner", "public"])
def test_a_case_about_somebody_alone_is_no_release(name: str) -> None:
    """An empty file tells nothing."""
    asked = rednotice.policy(name)
    [left] = rednotice.anonymize(case(), asked, key=secrets.token_bytes(32))

    assert lacking(left, asked)
