"""What `rednotice find` prints."""

from __future__ import annotations

import json

import pytest

from rednotice.cli import CLEAN, FAILED, main
from rednotice.insight.glossary import terms
from rednotice.verbs.finding import find


def found(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["find", *arguments]) == CLEAN
    return capsys.readouterr().out


def test_a_word_is_told_with_its_places_and_what_to_write(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = found("boarding", capsys=capsys)

    assert told.startswith("outcomes.kind: boarding_refused\n  Boarding refused. ")
    assert '  - The subject is not let on board. Write:\n    {"outcomes": [{"kind"' in told
    assert "\nincidents.method and incidents.consequence: boarding_refused\n" in told
    assert "  See: rednotice codelist outcome_kinds\n" in told


def test_no_line_of_a_definition_is_longer_than_a_hundred_signs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What to write stands on one line, so that it can be copied."""
    lines = found("notice", "--all", capsys=capsys).splitlines()

    assert [line for line in lines if len(line) > 100 and not line.startswith("    {")] == []


def test_a_place_in_many_records_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """A country may stand in dozens of members."""
    first = found("Tajikistan", capsys=capsys).splitlines()[0]

    assert first.startswith("pursued_by, subjects.birth_country and ")
    assert first.endswith(" more: TJ")


def test_the_rest_is_counted_unless_all_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    few, every = (found("notice", *more, capsys=capsys) for more in ((), ("--all",)))

    assert few.endswith(" hits are shown; --all shows the others.\n")
    assert "--all" not in every
    assert len(every.split("\n\n")) == find("notice").total


def test_machines_get_the_same_hits(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(found("boarding", "--format", "json", capsys=capsys))

    assert told["total"] == 2
    assert told["hits"] == [hit.as_dict() for hit in find("boarding")]
    assert told["hits"][0]["homes"][0]["write"] == {"outcomes": [{"kind": "boarding_refused"}]}


@pytest.mark.parametrize("kind", ["rule", "record", "list", "term", "command"])
def test_a_hit_says_what_it_is(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    named = {"rule": "RN201", "record": "Notice", "list": "tlp", "command": "verify"}
    words = named.get(kind, terms()[0].name)
    said = {"list": "(a codelist, in ", "record": "(a record, in ", "term": "(a word of the gloss"}
    said["command"] = "rednotice verify (a command)"

    assert said.get(kind, "(a rule)") in found(words, "--all", capsys=capsys)


def test_a_misspelt_word_is_answered_with_the_one_that_was_taken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The word that was typed is not repeated."""
    told = found("bording", capsys=capsys)

    assert told.startswith("Nothing is spelt so. These are the hits for: boarding\n")
    assert "bording" not in told


@pytest.mark.parametrize("form", [[], ["--format", "json"]], ids=str)
def test_a_word_that_nothing_has_ends_with_2(
    form: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", "xyzzy", *form]) == FAILED

    told = capsys.readouterr()
    assert "nothing has such a word" in told.err
    assert "xyzzy" not in told.err + told.out
