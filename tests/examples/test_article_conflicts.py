"""
The conflicts that a reader of the two articles finds, and those of them that are derived.

They are in one article, between the two, or between speakers whom both report.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from rednotice.insight.conflicts import conflicts
from rednotice.insight.view import View

Article = Callable[[str], View]
BOTH, SHARED = ("A", "B"), ("Shared",)
WANTED = 16  # of those that a reader finds


class Reading(NamedTuple):
    """
    A conflict as a reader puts it: in which files it shows, about what it is, and of which type.

    If no type is given, nothing derives it, and *why_not* says why.
    """

    words: str
    files: tuple[str, ...]
    about: str
    type: str | None = None
    why_not: str = ""


READINGS = (
    Reading(
        "Who fears deportation and calls the charges false: attorneys in A, B itself",
        BOTH,
        "t1.by",
        "whose_word",
    ),
    Reading(
        "Who was asked to release him: the United States, or its administration",
        BOTH,
        "pr2.forum.body",
        "who",
    ),
    Reading("What befell him in June: an arrest, or being held", BOTH, "o1.kind", "what"),
    Reading("When he was arrested: in June, or in August by the notice", BOTH, "o1.date", "when"),
    Reading(
        "ICE's ground: a visa overstayed, or none that was valid", BOTH, "o1.stated_grounds", "what"
    ),
    Reading(
        "Why he was arrested: ICE's ground, or what the attorneys see behind it",
        BOTH,
        "o1.stated_grounds",
        "explained_otherwise",
    ),
    Reading("Whether he came on a visa: he says so, ICE denies it", BOTH, "rs1.status", "denied"),
    Reading("The charges: the notice accuses, his advocates deny", BOTH, "ch1", "denied"),
    Reading(
        "Who acted against the friend: authorities, or authorities and the man",
        BOTH,
        "e1.by",
        "who",
    ),
    Reading(
        "Where the second flight ended: Hong Kong, or the United States",
        BOTH,
        "e7.country",
        "where",
    ),
    Reading("What Sandweg said of states that abuse notices", BOTH, "shared:x1", "wording"),
    Reading("What Sandweg said of ICE as a tool", BOTH, "shared:ice", "wording"),
    Reading("What Wang said of China's notices", SHARED, "x1", "wording"),
    Reading("What the Justice Department said that the nine did", SHARED, "pr1", "wording"),
    Reading(
        "What the operation is: a search for fugitives, or outside the law",
        SHARED,
        "op1.kind",
        "explained_otherwise",
    ),
    Reading("Whether anybody was ever handed over: unclear, or possible", SHARED, "k3", "how_sure"),
    Reading("Who was on the visit: Meng, or Meng and his family", SHARED, "e3.of", "who"),
    Reading(
        "Why Meng was sentenced: fraud by his plea, persecution by his wife",
        SHARED,
        "pr2",
        "explained_otherwise",
    ),
    Reading(
        "Who is to return: the man, or by B's sentence perhaps the brother",
        BOTH,
        "i1.demand_on",
        why_not="B's sentence has two readings, and one agrees with A",
    ),
    Reading(
        "Whether the friend's home was seized, or that was only sought",
        BOTH,
        "e1",
        why_not="no member of an event says that it was only tried",
    ),
    Reading(
        "What a notice asks for: arrest and return, or arrest or return",
        SHARED,
        "x1",
        why_not="only prose holds it, and prose is not compared",
    ),
    Reading(
        "Whether people were to go back from the United States, or to it",
        SHARED,
        "k2.scope",
        why_not="only prose holds it, and prose is not compared",
    ),
)
FOUND = [one for one in READINGS if one.type]
NOT_FOUND = [one for one in READINGS if not one.type]


def derived(files: tuple[str, ...], article: Article) -> set[tuple[str, str]]:
    return {(one.about, one.type) for one in conflicts(*map(article, files))}


@pytest.mark.parametrize("reading", FOUND, ids=[one.words for one in FOUND])
def test_a_conflict_that_a_reader_finds_is_derived(reading: Reading, article: Article) -> None:
    assert (reading.about, reading.type) in derived(reading.files, article)


@pytest.mark.parametrize("reading", NOT_FOUND, ids=[one.words for one in NOT_FOUND])
def test_a_conflict_that_nothing_derives_has_its_reason(reading: Reading, article: Article) -> None:
    """A reading that is derived one day moves to the others."""
    types = {kind for about, kind in derived(reading.files, article) if about == reading.about}

    assert reading.why_not
    assert types <= {one.type for one in FOUND if one.about == reading.about}


def test_enough_of_what_a_reader_finds_is_derived() -> None:
    assert len(READINGS) == 22
    assert len({(one.files, one.about, one.type) for one in FOUND}) == len(FOUND) >= WANTED


# Derived as well, and counted by a reader as part of a conflict above.
PARTS = {("ch1.contested.by", "whose_word")}


@pytest.mark.parametrize("files", [BOTH, SHARED])
def test_nothing_is_derived_that_a_reader_does_not_find(
    files: tuple[str, ...], article: Article
) -> None:
    read = {(one.about, one.type) for one in FOUND if one.files == files}

    assert derived(files, article) - PARTS == read


@pytest.mark.parametrize("name", ["A", "B", "Shared"])
def test_a_case_beside_itself_has_the_conflicts_that_it_has_alone(
    name: str, article: Article
) -> None:
    assert derived((name, name), article) == derived((name,), article)
