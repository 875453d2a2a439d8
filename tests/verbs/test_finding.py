"""What `find` gives for everyday words."""

from __future__ import annotations

import pytest

from rednotice.cli import COMMANDS
from rednotice.insight.commands import commands
from rednotice.insight.homes import homes
from rednotice.verbs.finding import Hit, find
from rednotice.words.everyday import everyday_words


def place_of(hit: Hit) -> str:
    """A code with the first member that holds it, a member by its path, any other by its name."""
    if hit.kind == "code":
        return f"{hit.places[0]}={hit.name}"
    return hit.places[0] if hit.kind == "member" else hit.name


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("boarding", "outcomes.kind=boarding_refused"),
        ("compensation", "proceedings.amounts.awarded"),
        ("frozen account", "outcomes.kind=assets_frozen"),
        ("lawyer threatened", "incidents.method=threat"),
        ("hostage", "incidents.method=detention"),
        ("passport cancelled", "outcomes.kind=passport_cancelled"),
        ("deported", "outcomes.kind=deported"),
        ("asylum granted", "proceedings.result=refugee_status"),
        ("wanted list", "notices.kind=wanted_list"),
        ("dob", "subjects.born"),
        ("alias", "subjects.names"),
        ("arrest date", "outcomes.date"),
        ("threat", "incidents.consequence"),
        ("times", "incidents.occurrences"),
        ("extradition refused", "proceedings.result=refused"),
        ("notice deleted", "notices.history.status=deleted"),
        ("house search", "incidents.method=search_of_home"),
        ("kidnapped", "outcomes.kind=abducted"),
        ("no interpreter", "outcomes.safeguards_missing=no_interpreter"),
        ("in absentia", "proceedings.in_absentia"),
        # Ways of saying it that are in no table.
        ("bank closed my account", "outcomes.kind=account_closed"),
        ("mother interrogated", "incidents.method=summons_interrogation"),
        ("hearing postponed", "proceedings.hearings"),
        ("when was he born", "subjects.born"),
        ("torture in prison", "outcomes.kind=ill_treatment"),
    ],
)
def test_an_everyday_word_leads_to_its_place(words: str, wanted: str) -> None:
    """The right member or code is the first hit or the second."""
    first = [place_of(hit) for hit in find(words).hits[:2]]

    # A code may stand in several members; the list is the same.
    assert wanted in first or any(
        hit.kind == "code" and wanted in {f"{place}={hit.name}" for place in hit.places}
        for hit in find(words).hits[:2]
    )


def test_a_word_that_only_a_happening_has_leads_to_it() -> None:
    """The words beside the happenings count as well as the table of everyday words."""
    word = "de-risking"
    home = next(home for home in homes() if word in home.words)

    assert not [one for one in everyday_words() if word in one.word]
    assert home in find(word).hits[0].homes


def test_what_two_records_can_hold_is_told_with_the_difference() -> None:
    """A refusal of boarding is an outcome for the subject and an incident for others."""
    outcome, incident = find("boarding").hits[:2]

    assert (outcome.places[0], incident.places[0]) == ("outcomes.kind", "incidents.method")
    assert "done to others it is the incident" in outcome.definition
    assert "for the subject it is the outcome" in incident.definition


def test_a_hit_shows_the_happenings_that_are_written_with_it() -> None:
    home = find("boarding").hits[0].homes[0]

    assert home.happening == "The subject is not let on board"
    assert home.example() == {"outcomes": [{"kind": "boarding_refused"}]}


def test_the_table_of_commands_has_each_command() -> None:
    """Whoever adds one says by which words it is found."""
    assert [command.name for command in commands()] == sorted(COMMANDS)


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("RN201", "rule", "RN201"),
        ("ends before it starts", "rule", "RN201"),
        ("EditorDecision", "record", "EditorDecision"),
        ("incident_methods", "list", "incident_methods"),
        ("class word", "term", "Class word"),
        ("Tajikistan", "code", "TJ"),
        ("issuing_state", "member", "issuing_state"),
        ("release", "command", "rednotice release"),
        ("send to partner", "command", "rednotice release"),
        ("withdraw consent", "command", "rednotice recall"),
        ("leak", "command", "rednotice verify"),
    ],
)
def test_everything_that_has_a_name_is_found_by_it(words: str, kind: str, name: str) -> None:
    assert (kind, name) in [(hit.kind, hit.name) for hit in find(words)]


def test_a_class_of_people_is_told_as_it_is_written() -> None:
    assert "class:state_media" in [hit.name for hit in find("state media")]


def test_a_member_that_a_base_declares_is_told_for_the_record_that_was_meant() -> None:
    """The wording of a charge is the text of a charge, and not of any record with a text."""
    assert find("wording of charge").hits[0].places == (
        "warrants.charges.text",
        "notices.charges.text",
    )


def test_ten_hits_are_given_unless_all_are_asked_for() -> None:
    best, every = find("notice"), find("notice", most=None)

    assert len(best) == 10 < best.total == len(every) == every.total
    assert list(best) == list(every)[:10]


def test_words_may_be_given_apart_or_together() -> None:
    assert find("passport", "cancelled") == find("passport cancelled")


def test_a_misspelt_word_is_found_by_the_nearest_one() -> None:
    hits = find("bording")

    assert hits.nearest == ("boarding",)
    assert hits.hits == find("boarding").hits


def test_nothing_is_found_where_nothing_is_like_it() -> None:
    assert (find("xyzzy").hits, find("xyzzy").total) == ((), 0)
