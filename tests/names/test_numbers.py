"""Numbers that identify a person, and copies of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.names import numbers as module
from rednotice.names.numbers import holds_a_number, identifying

NOTICE = frozenset({"2031/44071"})


@pytest.mark.parametrize("text", ["2031/44071", "XA 1234567", "AB-2021/4711"])
def test_a_long_number_identifies(text: str) -> None:
    """Seven signs with four digits do not occur by chance."""
    assert identifying([text]) == {text}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2031/12",
            "Anna Beispiel",
            "14 Example Street, 2nd floor",
            "https://example.org/1234567",
        ),
        *("a report of 2021 with 300 pages and more words than a number", ""),
    ],
)
def test_a_short_number_a_name_and_a_sentence_do_not(text: str) -> None:
    """They would be found everywhere."""
    assert identifying([text]) == frozenset()


@pytest.mark.parametrize(
    "text",
    ["2031/44071", "c-2031-44071", "203144071", "no. 2031 44071.", "x=2031%2F44071", "2031_44071b"],
)
def test_a_copy_is_found_whatever_stands_between_its_parts(text: str) -> None:
    """As ids, files and addresses write it."""
    assert holds_a_number(text, NOTICE)


@pytest.mark.parametrize("text", ["12031/44071", "2031/440715", "2031, and 44071", "44071", ""])
def test_a_part_and_a_longer_number_are_no_copies(text: str) -> None:
    """Another number may have the same digits in it."""
    assert not holds_a_number(text, NOTICE)


def test_letters_are_compared_in_any_case() -> None:
    """An id has small letters only."""
    assert holds_a_number("p-xa1234567", frozenset({"XA 1234567"}))


def test_no_number_is_in_no_text() -> None:
    """An empty pattern would be in each."""
    assert not holds_a_number("2031/44071", frozenset())


PARTS = st.sampled_from(["2031", "44071", "XA", "7", "1234567", "ref", "12"])
NUMBERS = st.lists(PARTS, min_size=2, max_size=3).map("/".join)
TEXTS = st.lists(PARTS | st.sampled_from(["/", " ", "%2F", "-", "x", "no. "]), max_size=8)


@given(st.lists(NUMBERS, max_size=6), TEXTS.map("".join), st.sampled_from([0, 1, 100]))
def test_several_numbers_are_found_as_each_is(numbers: list[str], text: str, many: int) -> None:
    """Of thousands only those are compared of which a piece stands in the text."""
    several = identifying(numbers)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MANY", many)
        found = holds_a_number(text, several)
    assert found == any(holds_a_number(text, frozenset({one})) for one in several)
