"""Of many words, those that cannot be a name in a path are left out before they are compared."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rednotice.names import screening
from rednotice.names.recognition import telling_words_of
from rednotice.names.romanisation import letters_of, normal

sys.path.insert(0, str(Path(__file__).parent))
from twenty_persons import PERSONS  # found beside this file

NAMES = sorted({word for one in PERSONS for word in one.name.split()})
OFFICIAL = sorted({word for one in PERSONS for name in one.official for word in name.split()})
SIGNS = st.sampled_from("abdehijklmnoprstuvyzščаеийшщяёкжΓωбابمحمד王臆造李小伟박형김にほンッ")
DENSE = st.text(st.sampled_from("王臆造李小伟赵钱孙박형김にほンッ"), min_size=1, max_size=12)
WORDS = st.sampled_from([*NAMES, *OFFICIAL]) | st.text(SIGNS, min_size=1, max_size=45)


@pytest.fixture(autouse=True)
def _always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also few words are screened."""
    monkeypatch.setattr(screening, "_FEW", 0)


@given(
    st.lists(WORDS | DENSE, min_size=1, max_size=8),
    st.integers(0, 3),
    st.integers(0, 4),
    st.integers(3, 20),
)
@example(["李王臆造"], 0, 2, 6)  # two characters within
@example(["朴王赵李"], 0, 2, 4)  # one
@example(["박형김"], 0, 3, 5)  # an end
@example(["Vymyslova"], 0, 3, 6)  # an end
def test_a_word_that_a_path_may_be_made_of_is_kept(
    words: list[str], way: int, start: int, size: int
) -> None:
    """Whatever the scripts, and also if the path has only a part of it."""
    plain = sorted({*filter(None, map(normal, words))})
    units = letters_of(normal(words[0])).units
    run = "".join(unit[way % len(unit)] for unit in units)[start : start + size]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(screening, "_FEW", len(plain))
        expected, _ = telling_words_of(plain, {run}, 10**9)

    assert telling_words_of(plain, {run}, 10**9)[0] == expected


def test_most_words_of_a_large_document_are_left_out() -> None:
    """They have too few letters in common with the name of a file."""
    words = ["Berglöf", "Wolf", "Рахимов", "Юсуф", "王臆造", "Zdenka", "Vymyslov"]

    assert screening.worth_comparing(map(normal, words), "zdenka") == ["zdenka"]


def test_the_comparison_ends_where_it_would_take_too_long() -> None:
    """A word without spaces between its characters takes longer than others."""
    _, effort = telling_words_of(["zdenka"] * 15, {"zdenka"}, 10)

    assert effort == 11


def test_to_screen_many_words_is_an_effort_too() -> None:
    """Or a file of millions would be screened to its end."""
    assert telling_words_of(["zdenka"] * 1_600, {"zdenka"}, 10) == (frozenset(), 100)
