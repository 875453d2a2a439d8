"""What a policy says of tables: which faults its file can have, and what is read from it."""

from __future__ import annotations

from pathlib import Path

import pytest

import rednotice
from rednotice import Counts, UnusablePolicy
from rednotice.policies.starting import starting_policy
from rednotice.records import Audience

FAULTS = {
    "least = 2": "tables.least: must be a whole number of 3 or more",
    "least = 9": "tables.least: must be 10 or more: anybody may see the tables",
    'by = ["state"]': "tables.by, item 1: each word here must be one of",
    'by = ["year"]\ncross = [["year"]]': "tables.cross, item 1: must have at least",
    'by = ["year"]\ncross = [["year", "outcome"]]': "two different words of by",
    'by = ["year", "outcome"]\ncross = [["year", "outcome"], ["outcome", "year"]]': (
        "cross must name each pair once"
    ),
}


def policy_with(tables: str, folder: Path, audience: Audience = Audience.PUBLIC) -> Path:
    """A policy's file with *tables* in the place of what a new one has there."""
    text = starting_policy(audience, name="ours")
    head, _, rest = text.partition("[tables]\n")
    file = folder / "ours.toml"
    records = rest[rest.index("\n[") :]
    file.write_text(f"{head}[tables]\n{tables}\n{records}", encoding="utf-8")
    return file


@pytest.mark.parametrize("tables", FAULTS)
def test_a_fault_is_told_with_its_place(tables: str, tmp_path: Path) -> None:
    with pytest.raises(UnusablePolicy) as refused:
        rednotice.policy(policy_with(tables, tmp_path))

    assert FAULTS[tables] in str(refused.value)


def test_partners_may_see_smaller_figures_than_the_public(tmp_path: Path) -> None:
    file = policy_with('least = 5\nby = ["year"]', tmp_path, Audience.PARTNER)

    assert rednotice.policy(file).tables == Counts(least=5, by=("year",))


def test_a_policy_that_says_nothing_of_tables_lets_nothing_be_counted() -> None:
    assert rednotice.policy("counsel").tables.by == ()


@pytest.mark.parametrize("name", ["public", "partner", "research"])
def test_the_policies_that_are_brought_cross_no_incident_with_a_state(name: str) -> None:
    """A state would ask who told of the ten incidents that a table lays at its door."""
    tables = rednotice.policy(name).tables
    of_incidents = {"incident_method", "relation_class"}

    assert tables.least >= 10
    assert all(set(pair) <= of_incidents for pair in tables.cross if of_incidents & set(pair))
