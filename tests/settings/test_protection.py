"""What settings must leave alone."""

from __future__ import annotations

import pytest

from rednotice import faults, rules
from rednotice.findings import Severity
from rednotice.records import Audience
from rednotice.settings.protection import not_hidden, protected


def test_whatever_an_audience_makes_an_error_is_protected() -> None:
    """No setting changes the answer to whether a case may go to somebody."""
    raised = {
        rule.manual.id
        for rule in rules.catalogue()
        for audience in Audience
        if rule.severity(audience) is not rule.manual.severity
    }

    assert raised
    assert raised <= protected().keys()


def test_what_a_release_is_asked_is_protected() -> None:
    asked = {rule.manual.id for rule in rules.catalogue() if rule.of_releases}

    assert asked
    assert asked <= protected().keys()


@pytest.mark.parametrize("number", range(1, 13))
def test_a_fault_that_refuses_a_document_is_protected(number: int) -> None:
    """Nobody knows what else is wrong in it."""
    assert f"RN{number:03}" in protected()


def test_house_rules_can_be_lowered_as_the_house_likes() -> None:
    """They are its own."""
    assert protected().keys().isdisjoint(fault.id for fault in faults.OF_SETTINGS)


def test_what_is_told_of_the_settings_is_not_hidden() -> None:
    """Or a suppression could hide that it has expired."""
    assert protected().keys() < not_hidden().keys()
    assert {"RN020", "RN021", "RN024", "RN025"} <= not_hidden().keys()


def test_ordinary_rules_are_not_protected() -> None:
    ordinary = {
        rule.manual.id
        for rule in rules.catalogue()
        if not rule.guards_release and not rule.of_releases
    }

    assert ordinary.isdisjoint(not_hidden())


def test_every_fault_of_the_settings_is_an_error_or_says_why_not() -> None:
    """A house rule fails a check; a suppression alone does not."""
    assert {fault.id: fault.severity for fault in faults.OF_SETTINGS} == {
        "RN020": Severity.WARNING,
        "RN021": Severity.INFO,
        "RN022": Severity.ERROR,
        "RN023": Severity.ERROR,
        "RN024": Severity.ERROR,
        "RN025": Severity.ERROR,
    }
