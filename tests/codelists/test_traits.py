"""What rules must know of a code stands in the column `traits` of its list."""

from __future__ import annotations

import ast
import csv
import io
import re
from importlib.resources import files
from pathlib import Path

import pytest

from rednotice import codelists
from rednotice.codelists.groups import having, naming
from rednotice.insight.happenings import is_outcome_for_the_subject

INDEX = csv.DictReader(io.StringIO(codelists.tables()["index.csv"].decode()))
DECLARED = {row["name"]: set(row["traits"].split()) for row in INDEX}
HOW_TO = Path(__file__).parents[2] / "docs/how-to/add-a-field-or-code.md"
# The word of a code of which no rule must know anything.
PLAIN = "plain"
# Traits that end with a code of another list, by the list and the words before that code.
NAMING = {
    ("organisation_kinds", "speaks_as_"): "speakers",
    ("organisation_kinds", "concerned_as_"): "concerned",
    ("penalty_kinds", "within_"): "penalty_kinds",
    ("proceeding_results", "status_"): "immigration_statuses",
    ("purposes", "covers_"): "audiences",
    ("relations", "concerned_as_"): "concerned",
    ("relations", "speaks_as_"): "speakers",
    ("source_kinds", "class_"): "source_classes",
    ("tlp", "reaches_"): "audiences",
}


def words_in_the_code() -> set[str]:
    """
    Every text that a module of the package holds, other than documentation. The model asks for no
    trait.
    """
    found = set[str]()
    folders = [files("rednotice")]
    while folders:
        for entry in folders.pop().iterdir():
            if entry.is_dir() and entry.name != "model":
                folders.append(entry)
            elif entry.name.endswith(".py"):
                for node in ast.walk(ast.parse(entry.read_text(encoding="utf-8"))):
                    if isinstance(node, ast.Constant) and isinstance(node.value, str):
                        found.add(node.value)
    return found


@pytest.mark.parametrize("name", [name for name, words in DECLARED.items() if words])
def test_every_code_of_a_list_with_traits_is_classified(name: str) -> None:
    """A code that no word classifies would be read as neutral by rules that never saw it."""
    assert [code.code for code in codelists.codelist(name) if not code.traits] == []


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_list_uses_exactly_the_traits_that_it_declares(name: str) -> None:
    """A misspelt trait would classify nothing, and an unused one promises what no code has."""
    used = {trait for code in codelists.codelist(name) for trait in code.traits}

    assert used == DECLARED[name]


@pytest.mark.thorough
def test_a_trait_serves_a_rule_or_the_users_of_the_lists() -> None:
    """Some module asks for it, or the guide names it as one that only users of the lists need."""
    asked = words_in_the_code()
    prefixes = tuple(asked & {"ends_", *(prefix for _, prefix in NAMING)})
    _, _, told = HOW_TO.read_text(encoding="utf-8").partition("no rule asks for them:")
    for_users = set(re.findall(r"`(\w+)`", told))
    traits = set[str]().union(*DECLARED.values()) - {PLAIN}

    assert [one for one in sorted(traits - asked - for_users) if not one.startswith(prefixes)] == []
    assert for_users <= traits - asked


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_plain_code_has_no_other_trait(name: str) -> None:
    """The word says that there is nothing to know."""
    codes = [code for code in codelists.codelist(name) if PLAIN in code.traits]

    assert [code.code for code in codes if code.traits != {PLAIN}] == []


@pytest.mark.parametrize(("name", "prefix"), NAMING)
def test_a_trait_that_names_a_code_of_another_list_names_one_that_exists(
    name: str, prefix: str
) -> None:
    """A misspelt class would be given out as the class of a speaker."""
    named = frozenset[str]().union(*naming(name, prefix).values())

    assert named
    assert named <= codelists.codelist(NAMING[name, prefix]).codes.keys()


def test_a_result_names_the_kinds_of_proceeding_that_end_with_it() -> None:
    """Each result is classified, and by kinds that exist."""
    ends = naming("proceeding_results", "ends_")
    kinds = codelists.codelist("proceeding_kinds").codes.keys() | {"any", "any_but_ccf"}

    assert ends.keys() == codelists.codelist("proceeding_results").codes.keys()
    assert frozenset[str]().union(*ends.values()) <= kinds


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("circumstances", {"free", "unfree"}),
        ("notice_kinds", {"informs", "pursues", "seeks_help", "unclear"}),
        ("speakers", {"authority", "court", "party", "unclear"}),
        ("stances", {"denies", "possible", "says", "silent", "withdraws"}),
    ],
)
def test_a_code_has_exactly_one_of_the_traits_that_exclude_each_other(
    name: str, choices: set[str]
) -> None:
    """Another trait of the code must not hide that this was never decided."""
    codes = codelists.codelist(name)

    assert [code.code for code in codes if len(code.traits & choices) != 1] == []


@pytest.mark.parametrize("name", ["organisation_kinds", "relations"])
def test_a_kind_names_one_class_of_speaker_at_most(name: str) -> None:
    """Otherwise it would be left to chance which class is given."""
    classes = [naming(name, "speaks_as_"), naming(name, "concerned_as_")]

    assert [code for found in classes for code, named in found.items() if len(named) > 1] == []


def test_a_yellow_notice_seeks_help_and_a_red_one_pursues() -> None:
    """The kind tells whether a notice is a pursuit."""
    assert "yellow" in having("notice_kinds", "seeks_help")
    assert "red" in having("notice_kinds", "pursues")


def changes_of_the_subject() -> list[str]:
    """The incidents that would be an outcome if they struck the subject."""
    return [
        code.code
        for code in codelists.codelist("incident_methods")
        if is_outcome_for_the_subject(code.code)
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
