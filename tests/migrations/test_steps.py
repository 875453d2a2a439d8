"""What a step writes otherwise is in the schemas between which it leads."""

from __future__ import annotations

from typing import Any

import pytest
from earlier import FIRST, ROOTS, examples, up

from rednotice.migrations import Step, steps, versions, way
from rednotice.migrations.parts import type_named
from rednotice.migrations.rewriting import Rewording
from rednotice.verbs.migrating import _edition

each_step = pytest.mark.parametrize("step", steps(), ids=lambda step: f"{step.older}-{step.newer}")


def types(version: str) -> dict[str, Any]:
    """The types of all documents of *version*, the documents among them."""
    found: dict[str, Any] = {}
    for name, root in ROOTS.items():
        schema = _edition(version, name).schema
        found |= {**schema["$defs"], root: schema}
    return found


def codes_of(known: dict[str, Any], name: str) -> list[str]:
    """The codes of the type *name* or, with a dot, of the member of a record."""
    record, dot, member = name.partition(".")
    meant = type_named(known[record]["properties"][member]) if dot else record
    codes: list[str] = known[str(meant)]["enum"]
    return codes


def unknown(words: Rewording, source: dict[str, Any], target: dict[str, Any]) -> list[str]:
    """Names and codes in *words* that the schema they should be from does not have."""
    lost = [
        f"{name}: {old} -> {new}"
        for name, codes in words.codes.items()
        for old, new in codes.items()
        if old not in codes_of(source, name) or new not in codes_of(target, name)
    ]
    lost += [
        f"{record}.{old} -> {new}"
        for record, members in words.members.items()
        for old, new in members.items()
        if old not in source[record]["properties"] or new not in target[record]["properties"]
    ]
    lost += [
        place
        for place in words.values
        if place.partition(".")[2] not in source[place.partition(".")[0]]["properties"]
    ]
    return lost + [record for record in words.records if record not in source]


@each_step
def test_a_step_names_what_its_versions_have(step: Step) -> None:
    """A type that was renamed in the model would else be passed over in silence."""
    older, newer = types(step.older), types(step.newer)

    assert unknown(step.up, older, newer) == []
    assert unknown(step.down, newer, older) == []


@each_step
def test_a_code_that_both_versions_have_keeps_its_meaning(step: Step) -> None:
    """Only a code that the other version lacks is written otherwise."""
    newer = types(step.newer)

    for name, codes in step.up.codes.items():
        assert [code for code in codes if code in codes_of(newer, name)] == []


@pytest.mark.parametrize("name", examples())
def test_an_example_loses_next_to_nothing(name: str) -> None:
    """A code of two meanings, an event that moved, and who said the dates of a proceeding."""
    places = {
        change["at"].rpartition("/")[2]
        for change in up(examples()[name], FIRST).kept
        if "value" in change
    }

    assert places <= {"method", "id", "according_to", "sources", "about", "0", "4"}


def test_the_way_back_is_the_way_there_turned_round() -> None:
    first, last = versions()[0], versions()[-1]

    assert way(first, last) == way(last, first)[::-1]
    assert way(last, last) == ()
