"""What rules must know of a code stands in the column `traits` of its list."""

from __future__ import annotations

import csv
import io
import re

import pytest

from rednotice import codelists
from rednotice.codelists.groups import having
from rednotice.insight.happenings import changes_somebody

INDEX = csv.DictReader(io.StringIO(codelists.tables()["index.csv"].decode()))
DECLARED = {row["name"]: set(row["traits"].split()) for row in INDEX}


@pytest.mark.parametrize("name", [name for name, words in DECLARED.items() if words])
def test_every_code_of_a_list_with_traits_is_classified(name: str) -> None:
    """A code that no word classifies would be read as neutral by rules that never saw it."""
    assert [code.code for code in codelists.codelist(name) if not code.traits] == []


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_list_uses_exactly_the_traits_that_it_declares(name: str) -> None:
    """A misspelt trait would classify nothing, and an unused one promises what no code has."""
    used = {trait for code in codelists.codelist(name) for trait in code.traits}

    assert used == DECLARED[name]


def test_a_yellow_notice_seeks_help_and_a_red_one_pursues() -> None:
    """The kind tells whether a notice is a pursuit."""
    assert "yellow" in having("notice_kinds", "seeks_help")
    assert "red" in having("notice_kinds", "pursues")


def changes_of_the_subject() -> list[str]:
    """The incidents that would be an outcome if they struck the subject."""
    return [
        code.code for code in codelists.codelist("incident_methods") if changes_somebody(code.code)
    ]


@pytest.mark.parametrize("method", changes_of_the_subject())
def test_an_incident_that_is_an_outcome_for_the_subject_names_it(method: str) -> None:
    """Somebody who finds the wrong one of the two codes is led to the other."""
    definition = codelists.codelist("incident_methods").codes[method].definition
    told = (
        set(re.findall(r"`(\w+)`", definition)) & codelists.codelist("outcome_kinds").codes.keys()
    )
    back = {
        code.code
        for code in codelists.codelist("outcome_kinds")
        if re.search(rf"incident `{method}`", code.definition)
    }

    assert told
    assert back or method in {"beating", "camp_internment", "imprisonment", "sexual_violence"}
