"""Entries are found by the words of their phrases."""

from __future__ import annotations

import pytest

from rednotice.insight.matching import Index, Phrase, stem_of, words_of

INDEX = Index(
    {
        "passport": [Phrase("passport", 6), Phrase("A paper to travel with.", 1, whole=False)],
        "cancelled": [Phrase("passport cancelled", 6)],
        "travel": [Phrase("travel_document", 6)],
        "by": [Phrase("by", 6), Phrase("Who did it.", 1, whole=False)],
    }
)


def found(query: str) -> list[str]:
    return [match.key for match in INDEX.search(query).found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("cancelled", "cancel"), ("cancelling", "cancels"), ("copies", "copy")),
        *(("denied", "deny"), ("passes", "pass"), ("charged", "charges"), ("frozen", "frozen")),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(("one", "other"), [("status", "state"), ("news", "newer"), ("red", "re")])
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem_of(one) != stem_of(other)


def test_words_are_taken_apart_however_they_are_joined() -> None:
    assert words_of("TravelDocument issuing_state ends-before RN201") == [
        *("travel", "document", "issuing", "state", "ends", "before", "rn", "201")
    ]


def test_words_that_say_nothing_are_left_out_unless_there_are_no_others() -> None:
    """`by` is a member; in a sentence it is noise."""
    assert words_of("denied by the consulate") == ["denied", "consulate"]
    assert found("by") == ["by"]


def test_the_entry_that_is_called_so_comes_before_one_that_has_more_words() -> None:
    assert found("passports") == ["passport", "cancelled"]


def test_an_entry_with_all_words_comes_first() -> None:
    assert found("cancelled passport")[0] == "cancelled"


def test_a_query_may_have_words_that_no_entry_has() -> None:
    assert found("xyzzy passport")[0] == "passport"


def test_a_name_counts_more_than_a_definition() -> None:
    assert found("travel") == ["travel", "passport"]


def test_the_beginning_of_a_long_word_is_enough() -> None:
    assert found("travels") == found("travelling") == found("travel")
    assert found("passpor") == ["passport", "cancelled"]


def test_a_misspelt_word_gives_the_nearest_one_and_says_so() -> None:
    matches = INDEX.search("pasport")

    assert [match.key for match in matches.found] == ["passport", "cancelled"]
    assert matches.nearest == ("passport",)


def test_a_short_word_that_is_not_known_leaves_the_others_as_they_are() -> None:
    """It is nearly like too many: `men` is no misspelling of Mende."""
    assert INDEX.search("trave cancelled").nearest == ("travel",)
    assert INDEX.search("trav cancelled").nearest == ()


@pytest.mark.parametrize("query", ["", " ", "?!", "xyzzy"])
def test_nothing_is_found_for_words_that_nothing_has(query: str) -> None:
    assert found(query) == []
