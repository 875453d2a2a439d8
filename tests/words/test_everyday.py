"""The table of everyday words points at words of ours, and says what a word means in a record."""

from __future__ import annotations

from collections import Counter

import pytest

import rednotice
from rednotice import codelists
from rednotice.insight.matching import stems_of
from rednotice.records import fields_of
from rednotice.records.unknown_members import member_meant
from rednotice.verbs.finding import find
from rednotice.words.everyday import Everyday, codes_meant, everyday_words


def test_a_member_that_a_word_means_exists() -> None:
    """The record class is public, or the base of public ones, and has the member."""
    bases = {
        base
        for cls in rednotice.model.__dict__.values()
        if isinstance(cls, type)
        for base in cls.__mro__
    }
    known = {
        (cls.__name__, field.name)
        for cls in bases
        if hasattr(cls, "__attrs_attrs__")
        for field in fields_of(cls)
    }

    meant = {member for word in everyday_words() for member in word.members}
    assert len(meant) > 100
    assert meant - known == set()


def test_a_code_that_a_word_means_exists() -> None:
    meant = {code for word in everyday_words() for code in word.codes}

    assert len(meant) > 200
    assert {
        (name, code)
        for name, code in meant
        if name not in codelists.names() or code not in codelists.codelist(name)
    } == set()


def test_no_code_that_a_word_means_is_replaced() -> None:
    assert [
        (name, code)
        for word in everyday_words()
        for name, code in word.codes
        if codelists.codelist(name).codes[code].replaced_by
    ] == []


def test_a_word_stands_once_in_small_letters() -> None:
    """So that it is found by what a user types, in whatever capitals."""
    words = Counter(word.word for word in everyday_words())

    assert [word for word, count in words.items() if count > 1] == []
    assert [word for word in words if word != " ".join(word.lower().split())] == []


def test_no_two_words_of_one_stem_put_different_things_first() -> None:
    """Which of the two was meant could not be told."""
    firsts: dict[frozenset[str], set[str]] = {}
    for word in everyday_words():
        firsts.setdefault(stems_of(word.word), set()).add(word.means[0])

    assert {stems: first for stems, first in firsts.items() if len(first) > 1} == {}


@pytest.mark.thorough
def test_every_everyday_word_leads_to_what_it_means() -> None:
    """
    A meaning is among the first three hits. Only a few words, such as `person`, name so much else
    that it comes later, among those that are shown.
    """
    places = {word.word: place_of(word) for word in everyday_words()}

    assert len(places) > 400
    assert [word for word, place in places.items() if place >= 10] == []
    assert len([word for word, place in places.items() if place >= 3]) <= 4


def place_of(word: Everyday) -> int:
    """The place of the first of its meanings among the hits for *word*."""
    meant = {f"rednotice codelist {name}": code for name, code in word.codes}
    names = {name for _, name in word.members}
    hits = enumerate(find(word.word, most=None))
    return next(
        place
        for place, hit in hits
        if (hit.kind == "member" and hit.name in names)
        or (hit.kind == "code" and meant.get(hit.see) == hit.name.removeprefix("class:"))
    )


@pytest.mark.parametrize(
    ("record", "word", "member"),
    [
        (rednotice.Subject, "dob", "born"),
        (rednotice.Subject, "Date-of-Birth", "born"),
        (rednotice.Subject, "alias", "names"),
        (rednotice.Incident, "threat", "consequence"),
        (rednotice.Incident, "times", "occurrences"),
        (rednotice.Outcome, "arrest_date", "date"),
        (rednotice.Proceeding, "filed", "dates.filed"),
        (rednotice.Notice, "remarks", "note"),
        (rednotice.Case, "dob", "subjects.born"),
    ],
)
def test_a_word_means_a_member_of_a_record(record: type, word: str, member: str) -> None:
    """Also of a record inside it, or of a base class."""
    assert member_meant(record, word) == member


@pytest.mark.parametrize("word", ["born", "xyzzy", "", "times"])
def test_a_word_that_means_nothing_in_a_record_is_not_guessed(word: str) -> None:
    assert member_meant(rednotice.TravelDocument, word) is None


def test_a_word_means_codes_of_a_list() -> None:
    """In this list and not in another."""
    assert codes_meant("outcome_kinds", "Kidnapped") == ("abducted",)
    assert codes_meant("relations", "wife") == ("spouse",)
    assert codes_meant("proceeding_results", "bail") == ("bail_granted", "bail_refused")
    assert codes_meant("outcome_kinds", "wife") == ()
    assert codes_meant("outcome_kinds", "xyzzy") == ()
