"""States under several codes."""

from __future__ import annotations

import pytest

from rednotice import codelists
from rednotice.types.states import one_code

SAME = [
    ("XK", "interpol-2018:913"),
    ("XK", "interpol-2023:UNK"),
    ("org:ICC", "interpol-2023:914"),
    ("org:ICC", "interpol-2018:923"),
    ("interpol-2018:924", "interpol-2023:916"),
    ("MM", "BU"),
    ("TJ", "interpol-2023:TJ"),
    ("eu:EU", "interpol-2023:AT,BE,BG,CY,DE,NL"),
    ("YU", "interpol-2023:YU"),
]
DIFFERENT = [
    # One number that INTERPOL gave to two issuers, years apart.
    ("interpol-2018:922", "interpol-2023:922"),
    ("TJ", "TR"),
    ("CN", "HK"),
    ("YU", "ME"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_codes_of_one_issuer_meet(one: str, other: str) -> None:
    """
    Whichever vocabulary an import met, the state is the same.
    """
    assert one_code(one) == one_code(other) is not None


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_codes_of_two_issuers_do_not_meet(one: str, other: str) -> None:
    """
    Numbers are read with their vocabulary, and a territory is not its state.
    """
    assert None not in {one_code(one), one_code(other)}
    assert one_code(one) != one_code(other)


@pytest.mark.parametrize("code", ["interpol-2018:250", "interpol-2023:QQ", "sis:RU", "org:XYZ"])
def test_a_code_that_is_not_known_is_not_guessed_at(code: str) -> None:
    """
    A rule that compares states says nothing about it.
    """
    assert one_code(code) is None


def test_every_country_is_known_under_its_own_code() -> None:
    """
    Ours are plain, and stay what they are unless another replaced them.
    """
    for country in codelists.codelist("countries"):
        assert one_code(country.code) == (country.replaced_by or country.code)
