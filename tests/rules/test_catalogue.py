"""The catalogue of rules: ids, names, manual pages."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from rednotice.errors import UnknownName
from rednotice.faults import FAULTS
from rednotice.findings import Manual, Severity
from rednotice.records import Audience
from rednotice.rules import CATALOGUE, FAMILIES, MANUAL, Rule, manual
from rednotice.rules.catalogue import MODULES

each_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.manual.id)
each_page = pytest.mark.parametrize("page", MANUAL, ids=lambda page: page.id)


def test_there_are_thirty_rules_and_some_in_every_family() -> None:
    """
    A first catalogue that is worth running speaks to each part of a case.
    """
    families = Counter(rule.manual.id[:3] for rule in CATALOGUE)

    assert len(CATALOGUE) >= 30
    assert set(families) == set(FAMILIES.values())


def test_ids_are_unique_and_in_order() -> None:
    """
    An id means one rule for ever, and findings of one kind come in the order of the manual.
    """
    ids = [page.id for page in MANUAL]

    assert ids == sorted(set(ids))


def test_names_are_unique() -> None:
    """
    A rule may be asked for by its name.
    """
    names = [page.name for page in MANUAL]

    assert len(names) == len(set(names))


@each_rule
def test_an_id_says_in_which_module_the_rule_stands(rule: Rule) -> None:
    """
    Whoever reads RN4 in a finding knows where to look.
    """
    home = rule.question.__module__.rpartition(".")[2]

    assert re.fullmatch(MODULES[home] + "[0-9]{2}", rule.manual.id)


def test_a_module_is_of_a_family_that_has_a_name() -> None:
    """
    A family has a page of its own, whichever modules its rules stand in.
    """
    assert set(MODULES.values()) == set(FAMILIES.values())
    assert len(FAMILIES) == len(set(FAMILIES.values()))


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
    assert MANUAL[: len(FAULTS)] == FAULTS
    assert all(page.id.startswith("RN0") for page in FAULTS)
