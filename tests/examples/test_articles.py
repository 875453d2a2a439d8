"""The two articles as cases: every fact is listed, found, and held by nobody but its speaker."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import rednotice
from rednotice.model import Case, SharedDocument
from rednotice.records import walk

EXAMPLES = Path(__file__).parents[2] / "examples"
README = (EXAMPLES / "README.md").read_text(encoding="utf-8")
FILES = {"A": "article-a.yaml", "B": "article-b.yaml", "Shared": "shared.yaml"}
ARTICLES = ("A", "B")

_CITED = re.compile(r"\b(A|B|Shared) ((?:`/[^`]*`(?:, )?)+)")
_POINTER = re.compile(r"`(/[^`]*)`")
_FACT = re.compile(r"^([0-9]+)\. (.*)$", re.MULTILINE)
_ROW = re.compile(r"^\|(?! What | ---)(.*)\|$", re.MULTILINE)

# What a coder adds to an article, and so is no fact of it.
NO_FACTS = ("record", "related_cases", "handling", "summary")
MOST_VALUES = 1150  # of both articles and of what they share
MOST_WORDS = 5  # in a row that may be an article's own


@cache
def document(name: str) -> Case | SharedDocument:
    cls = SharedDocument if name == "Shared" else Case
    return rednotice.loads((EXAMPLES / FILES[name]).read_bytes(), cls, format="yaml")


@cache
def written(name: str) -> Any:
    return json.loads(rednotice.dumps(document(name)))


def cited(text: str) -> list[tuple[str, str]]:
    """The pointers of *text*, each with the name of its file."""
    return [
        (name, pointer)
        for name, pointers in _CITED.findall(text)
        for pointer in _POINTER.findall(pointers)
    ]


def at(name: str, pointer: str) -> Any:
    """What stands at *pointer* (RFC 6901) in the file called *name*."""
    value = written(name)
    for part in pointer.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def test_the_facts_are_numbered_without_gaps() -> None:
    """The facts are counted from 1, one a line, and are at least 150."""
    numbers = [int(number) for number, _ in _FACT.findall(README)]

    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 150


def test_every_fact_has_a_place() -> None:
    """Each fact points into the file of an article or into what both share."""
    unplaced = [number for number, text in _FACT.findall(README) if not cited(text)]

    assert unplaced == []


def test_every_pointer_is_in_a_file_that_is_named() -> None:
    """A text in backticks that begins with a stroke is a pointer, with its file before it."""
    pointers = _POINTER.findall(README)

    assert pointers
    assert len(cited(README)) == len(pointers)


def leads_somewhere(name: str, pointer: str) -> bool:
    """Whether anything stands at *pointer*."""
    try:
        at(name, pointer)
    except (LookupError, TypeError, ValueError):
        return False
    return True


def test_every_pointer_leads_somewhere() -> None:
    """What the list of facts and the table point at is in the file that they name."""
    assert [place for place in cited(README) if not leads_somewhere(*place)] == []


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_invented(name: str) -> None:
    """Every record belongs to a fact: it is pointed at, or one above it or within it is."""
    pointers = [pointer for file, pointer in cited(README) if file == name]
    invented = []
    for path, _ in walk(document(name)):
        place = "".join(f"/{part}" for part in path)
        if not path or path[0] in NO_FACTS or path[-1] == "quotation":
            continue
        if not any(
            f"{place}/".startswith(f"{pointer}/") or pointer.startswith(f"{place}/")
            for pointer in pointers
        ):
            invented.append(place)

    assert invented == []


def test_where_the_articles_differ_the_files_do() -> None:
    """Each row of the table names two places, and what stands there is not the same."""
    rows = [cited(row) for row in _ROW.findall(README)]

    assert len(rows) >= 20
    assert [row for row in rows if len(row) != 2] == []
    assert [row for row in rows if at(*row[0]) == at(*row[1])] == []


def test_the_check_finds_no_error() -> None:
    """The folder holds no fault, and no case breaks a rule."""
    report = rednotice.check(EXAMPLES)

    assert [str(found) for found in report if found.severity == rednotice.Severity.ERROR] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_a_case_is_valid_without_the_shared_document(name: str, tmp_path: Path) -> None:
    """A case alone in a folder has no errors: what it needs to be read is in it."""
    shutil.copy(EXAMPLES / FILES[name], tmp_path)
    report = rednotice.check(tmp_path)

    assert [str(found) for found in report if found.severity == rednotice.Severity.ERROR] == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_comes_back_as_it_was(name: str) -> None:
    """What is written and read again is the same."""
    assert rednotice.loads(rednotice.dumps(document(name)), type(document(name))) == document(name)


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_one_source_in_both_files(name: str) -> None:
    """A case holds its article as the shared document does, but for what the coder notes."""
    own = written(name)["sources"][0]
    there = next(source for source in written("Shared")["sources"] if source["id"] == own["id"])
    text = json.dumps({key: own[key] for key in there})

    assert json.loads(text.replace("shared:", "")) == there


@pytest.mark.parametrize("name", ARTICLES)
def test_no_article_links_the_man_to_the_operation(name: str) -> None:
    """The operation is told of beside the case; that he belongs to it nobody says."""
    assert "operations" not in written(name)
    assert "shared:op1" not in json.dumps(written(name))


@pytest.mark.parametrize("name", ARTICLES)
def test_a_case_claims_nobodys_consent(name: str) -> None:
    """The cases rest on published reporting, and go to partners at most."""
    handling = written(name)["handling"]

    assert "consent" not in handling
    assert handling["legal_basis"] == [{"basis": "published_reporting", "audience": "partner"}]


@pytest.mark.parametrize(("audience", "may"), [("partner", True), ("public", False)])
def test_the_cases_may_go_to_partners_and_no_further(audience: str, may: bool) -> None:  # noqa: FBT001  # a column
    """What guards a release lets the cases go to partners, and not to the public."""
    for name in ARTICLES:
        report = rednotice.check(EXAMPLES, audience=audience, today=dt.date(2026, 12, 1))
        own = [found for found in report if found.file and found.file.endswith(FILES[name])]

        assert may is not any(found.severity == rednotice.Severity.ERROR for found in own)


@pytest.mark.parametrize("name", ARTICLES)
def test_what_nobody_may_find_out_is_not_there(name: str) -> None:
    """No name of the man or his relative, no village and no place of detention is recorded."""
    case: Any = document(name)

    assert [person.names for person in (*case.subjects, case.people[0])] == [(), ()]
    assert {happening.place for happening in (*case.events, *case.outcomes)} == {None}


def values(plain: Any) -> int:
    """How many single values *plain*, a document as YAML reads it, holds at any depth."""
    inner = plain.values() if isinstance(plain, dict) else plain
    return sum(map(values, inner)) if isinstance(plain, (dict, list)) else 1


def test_the_articles_are_told_in_few_values() -> None:
    """What follows by default is not written out: whoever codes by hand types every value."""
    files = [
        yaml.safe_load((EXAMPLES / file).read_text(encoding="utf-8")) for file in FILES.values()
    ]

    assert sum(map(values, files)) <= MOST_VALUES


@pytest.mark.parametrize("name", FILES)
def test_a_quotation_is_held_as_a_hash_and_a_few_words(name: str) -> None:
    """Offset, length and hash find the words in the article; no more than an extract is copied."""
    quoted = [one.quotation for one in document(name).statements if one.quotation]
    extracts = [one.extract.split() for one in quoted if one.extract]

    assert len(extracts) == len(quoted) > 0
    assert max(map(len, extracts)) <= MOST_WORDS
    assert all(one.offset and one.length for one in quoted)


@pytest.mark.parametrize("name", FILES)
def test_words_that_are_copied_are_few(name: str) -> None:
    """A text that is said to be exact is no longer than an extract."""
    exact = [one.text for one in document(name).statements if one.quote == "exact" and one.text]

    assert max((len(text.split()) for text in exact), default=0) <= MOST_WORDS


def test_each_case_says_that_the_other_is_about_the_same_man() -> None:
    """A counter sees one case, and not two."""
    related = {name: written(name)["related_cases"] for name in ARTICLES}

    assert related == {
        "A": [{"case": written("B")["id"], "relation": "duplicate_of"}],
        "B": [{"case": written("A")["id"], "relation": "duplicate_of"}],
    }


def test_what_no_article_dates_is_the_coders() -> None:
    """Neither article has a year: each case says that its year is a decision and not a reading."""
    for name in ARTICLES:
        decisions = written(name)["editor_decisions"]

        assert any("2021" in decision.get("text", "") for decision in decisions)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_pleasant_to_read(name: str) -> None:
    """No line is longer than a screen is wide, and comments are few."""
    lines = (EXAMPLES / FILES[name]).read_text(encoding="utf-8").splitlines()

    assert max(map(len, lines)) <= 110
    assert sum(line.lstrip().startswith("#") for line in lines) <= len(lines) / 20
