"""Thresholds say what is asked of a release, and refuse what cannot be asked."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from rednotice.policies.thresholds import Thresholds

QUASI = ["notices.issuing_state", "notices.charges.offence", "notices.history.date"]


def test_without_arguments_nothing_is_asked_and_nothing_given_up() -> None:
    nothing = Thresholds()

    assert (nothing.k, nothing.l, nothing.least_cases, nothing.leave_out) == (1, 1, 1, 0)
    assert [nothing.quasi, nothing.sensitive, nothing.coarsen, nothing.drop] == [(), (), {}, set()]


def test_thresholds_can_be_compared_hashed_and_pickled() -> None:
    one = Thresholds(k=3, quasi=QUASI, coarsen={"offences": 2}, drop=["offences"])
    same = Thresholds(
        k=3, quasi=tuple(QUASI), coarsen={"offences": 2}, drop=frozenset({"offences"})
    )

    assert one == same
    assert len({one, same}) == 1
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301  # our own bytes


def test_a_member_may_be_a_class_word_but_not_an_id() -> None:
    """Ids of two cases cannot be compared; classes can."""
    assert Thresholds(quasi=["incidents.against"]).quasi == ("incidents.against",)
    with pytest.raises(ValueError, match="quasi must name members"):
        Thresholds(quasi=["notices.warrants"])


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"k": 0}, "k must be a whole number, 1 or more"),
        ({"k": True}, "k must be a whole number"),
        ({"l": 2.0}, "l must be a whole number"),
        ({"least_cases": -1}, "least_cases must be a whole number, 0 or more"),
        ({"leave_out": 1}, "leave_out must be a share"),
        ({"leave_out": float("nan")}, "leave_out must be a share"),
        ({"leave_out": -0.1}, "leave_out must be a share"),
        ({"quasi": ["notices"]}, "quasi must name members"),
        ({"quasi": ["notices.colour"]}, "quasi must name members"),
        ({"quasi": ["notices.kind", "notices.kind"]}, "quasi must name each member once"),
        ({"sensitive": "incidents.method"}, "sensitive must name members"),
        ({"coarsen": {"colours": 1}}, "coarsen must name codelists"),
        ({"coarsen": {"offences": -1}}, "coarsen must be a whole number"),
        ({"drop": ["colours"]}, "drop must name codelists"),
        ({"dates": ["decade", "year"]}, "in this order"),
        ({"dates": ["month"]}, "dates must name some of"),
        ({"k": 2}, "name them in quasi"),
        ({"l": 2}, "name them in sensitive"),
        ({"quasi": ["notices.kind"], "sensitive": ["notices.kind"]}, "not both"),
    ],
)
def test_what_cannot_be_asked_is_refused(given: dict[str, Any], says: str) -> None:
    """The message names the argument and says what it must be."""
    with pytest.raises(ValueError, match=says):
        Thresholds(**given)
