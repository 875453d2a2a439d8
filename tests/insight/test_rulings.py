"""Rulings: what a proceeding decided is read in one way, wherever it stands."""

from __future__ import annotations

from typing import Any

from rednotice import gate
from rednotice.insight.deadlines import deadlines
from rednotice.insight.rulings import decided, results
from rednotice.model import Proceeding


def proceeding_of(**members: Any) -> Proceeding:
    """A proceeding with these members, as the gate lets it in."""
    value = {"rednotice": "1.0", "id": "c-1", "subjects": [{"id": "s1"}], "proceedings": [members]}
    assert gate.is_accepted(value)
    case: Any = gate.decode(value)
    found: Proceeding = case.proceedings[0]
    return found


def test_one_result_is_about_all_that_is_at_issue() -> None:
    """A result for the whole stands at the proceeding, on its own grounds."""
    found = list(
        decided(
            proceeding_of(
                concerns=["n1"],
                charges=["ch1"],
                result="not_compliant",
                effect="deleted",
                grounds_found=["private_matter"],
            )
        )
    )

    assert [one.place for one in found] == [()]
    assert found[0].about == ("n1", "ch1")
    assert found[0].grounds == ("private_matter",)


def test_each_ruling_is_about_its_own_matter_and_may_have_its_own_grounds() -> None:
    """A ruling without grounds rests on those of the proceeding."""
    rulings = [
        {"about": ["n1"], "result": "not_compliant", "grounds": ["political_character"]},
        {"about": ["n2"], "result": "compliant_with_update", "final": True},
    ]
    proceeding = proceeding_of(rulings=rulings, grounds_found=["accuracy_of_data"])

    assert [(one.place, one.about, one.grounds) for one in decided(proceeding)] == [
        (("rulings", 0), ("n1",), ("political_character",)),
        (("rulings", 1), ("n2",), ("accuracy_of_data",)),
    ]
    assert results(proceeding) == {"not_compliant", "compliant_with_update"}


def test_nothing_decided_is_nothing() -> None:
    """A pending proceeding has no result."""
    assert list(decided(proceeding_of(status="pending"))) == []


def test_a_ruling_that_must_be_carried_out_has_a_deadline() -> None:
    """It is due as it would be where it is the only result of the proceeding."""
    dates = {"decided": "2031-01-10", "notified": "2031-02-10"}
    mixed = proceeding_of(
        kind="ccf_deletion",
        dates=dates,
        rulings=[{"result": "compliant"}, {"result": "not_compliant"}],
    )
    alone = proceeding_of(kind="ccf_deletion", dates=dates, result="not_compliant")

    assert deadlines(mixed) == deadlines(alone)
    assert "implemented" in {due.step for due in deadlines(mixed)}
