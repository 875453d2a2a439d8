"""What rules must know of a code stands in the column `traits` of its list."""

from __future__ import annotations

import csv
import io

import pytest

from rednotice import codelists
from rednotice.codelists.groups import having

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
