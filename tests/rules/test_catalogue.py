"""The catalogue of rules: ids, names, manual pages."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

import rednotice
from rednotice.errors import UnknownName
from rednotice.faults import FAULTS
from rednotice.findings import Manual, Severity
from rednotice.insight.questions import Rule
from rednotice.insight.view import View
from rednotice.records import Audience, fields_of
from rednotice.records.docstrings import docstring
from rednotice.rules import FILES, catalogue, errors_for, manual, manuals, questions

EXAMPLES = Path(__file__).parents[2] / "examples"

each_rule = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.manual.id)
each_page = pytest.mark.parametrize("page", manuals(), ids=lambda page: page.id)


def test_there_are_thirty_rules_and_some_in_every_family() -> None:
    """
    A first catalogue that is worth running speaks to each part of a case.
    """
    families = Counter(rule.manual.id[:3] for rule in catalogue())

    assert len(catalogue()) >= 30
    assert set(families) == {f"RN{number}" for number in range(1, 10)}


def test_ids_are_unique_and_in_order() -> None:
    """
    An id means one rule for ever, and findings of one kind come in the order of the manual.
    """
    ids = [page.id for page in manuals()]

    assert ids == sorted(set(ids))


def test_names_are_unique() -> None:
    """
    A rule may be asked for by its name.
    """
    names = [page.name for page in manuals()]

    assert len(names) == len(set(names))


@each_rule
def test_an_id_says_in_which_module_the_rule_stands(rule: Rule) -> None:
    """
    Whoever reads RN4 in a finding knows where to look.
    """
    home = rule.question.__module__.rpartition(".")[2]

    assert rule.manual.id.lower().startswith(home.partition("_")[0])


@each_rule
def test_a_rule_is_asked_of_records_of_the_classes_in_its_signature(rule: Rule) -> None:
    """
    No type checker compares several classes in `of` with the function that takes their records.
    """
    first, *others = inspect.signature(rule.question).parameters.values()

    assert first.annotation == (" | ".join(one.__name__ for one in rule.of) or "View")
    assert [one.annotation for one in others] == (["View"] if rule.of else [])


@each_rule
def test_a_rule_asks_for_members_that_its_records_can_have(rule: Rule) -> None:
    """
    A rule with a member misspelt would be asked of no record, or of each.
    """
    members = [{field.name for field in fields_of(kind)} for kind in rule.of]

    assert {*rule.having, *rule.lacking} <= set[str]().union(*members)
    for asked in filter(None, (rule.having, rule.lacking)):
        assert not any(own.isdisjoint(asked) for own in members)


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_rules_is_named_for_its_family_and_says_what_it_asks(name: str) -> None:
    """
    The docstring is the title of its page: the family, a name, what its rules look at.
    """
    first = docstring(import_module(f"rednotice.rules.{name}")).splitlines()[0]

    assert re.fullmatch("rn[1-9]_[a-z]+", name)
    assert re.match(f"{name[:3].upper()} [A-Z][a-z ]+: ", first)


@each_page
def test_a_name_is_short_words_joined_by_dashes(page: Manual) -> None:
    """
    It reads as "allow dates-in-the-wrong-order".
    """
    assert re.fullmatch("[a-z]+(?:-[a-z]+)*", page.name)


@each_page
def test_a_page_begins_with_a_sentence_that_says_what_is_found(page: Manual) -> None:
    """
    The first paragraph is the title in lists: one sentence, not a command.
    """
    assert re.fullmatch(r"[A-Z`][^.]*\.", page.title)
    assert not page.title.startswith(("Check", "Find", "Make sure"))


@each_page
def test_a_page_says_why_it_matters(page: Manual) -> None:
    """
    What follows the title tells why and what to do, in whole sentences.
    """
    paragraphs = page.text.split("\n\n")

    assert len(paragraphs) > 1
    assert all(paragraph.endswith((".", ")", "`")) for paragraph in paragraphs)
    assert all(len(paragraph.split()) > 8 for paragraph in paragraphs[1:])


@each_rule
def test_a_rule_weighs_the_same_within_unless_it_guards_a_release(rule: Rule) -> None:
    """
    Rules of harm are information within and errors without; all others know no audience.
    """
    within = rule.severity(Audience.INTERNAL)
    without = {rule.severity(audience) for audience in Audience if audience.value != "internal"}

    if rule.guards_release:
        assert (within, without) == (Severity.INFO, {Severity.ERROR})
    else:
        assert {within, *without} == {rule.manual.severity}


@each_page
def test_a_page_is_found_by_its_id_and_by_its_name(page: Manual) -> None:
    """
    In any case of letters, with blanks around it.
    """
    assert manual(f" {page.id.lower()} ") == manual(page.name.upper()) == page


def test_a_page_that_there_is_not_is_told_so_without_its_name() -> None:
    """
    What was asked for may have been pasted from a case.
    """
    with pytest.raises(UnknownName) as raised:
        manual("Deniz Example")

    assert "Deniz" not in str(raised.value)


def test_faults_of_shape_come_before_the_rules() -> None:
    """
    A document that is none is asked nothing else.
    """
    assert manuals()[: len(FAULTS)] == FAULTS
    assert all(page.id.startswith("RN0") for page in FAULTS)


@pytest.mark.parametrize("audience", Audience)
def test_the_errors_for_an_audience_are_those_that_all_rules_find(audience: Audience) -> None:
    """A release asks only what can refuse it, and is refused no less."""
    for case in rednotice.read(EXAMPLES):
        view = View(case, dt.date(2026, 6, 1), audience)
        asked = questions().asked(view)
        errors = [one for one in asked if one[0].severity(audience) is Severity.ERROR]

        assert errors_for(audience).asked(view) == errors
