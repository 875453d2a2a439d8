"""Which code is offered for a text that is not one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice import codelists
from rednotice.types.codes_meant import GUARDING, advice_on
from rednotice.words.everyday import everyday_words
from rednotice.words.likeness import nearest, plain

CODES = [(name, code.code) for name in codelists.names() for code in codelists.codelist(name)]


@pytest.mark.parametrize(
    ("name", "text", "step"),
    [
        ("countries", "TJK", "Write `TJ`."),
        ("countries", "tj", "Write `TJ`."),
        ("notice_kinds", "Red", "Write `red`."),
        ("notice_kinds", "Red notice", "Write `red`."),
        ("outcome_kinds", "kidnapped", "Did you mean `abducted`?"),
        ("incident_methods", "phone_presure", "Did you mean `phone_pressure`?"),
        ("incident_methods", "phone-pressure", "Write `phone_pressure`."),
        ("relations", "wife", "Did you mean `spouse`?"),
        ("tlp", "AMBER+STRICT", "Write `amber+strict`."),
        ("proceeding_results", "bail", "Did you mean `bail_granted` or `bail_refused`?"),
        ("notice_kinds", "wanted", "Did you mean `red`, `wanted_list` or `diffusion_wanted`?"),
    ],
)
def test_the_right_code_is_offered(name: str, text: str, step: str) -> None:
    """In another spelling, by its label, misspelt, or in everyday words."""
    assert advice_on(name, text) == f"`{text}` is not a code of {name}. {step}"


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("outcome_kinds", "`rednotice codelist outcome_kinds` lists them."),
        ("sexes", "Write one of "),
        ("tlp", "`rednotice codelist tlp` lists them."),
    ],
)
@pytest.mark.parametrize("text", ["Zuzanna Invented", "zz", "", "x" * 10_000, "\ud800"])
def test_a_text_that_is_like_no_code_is_not_repeated(name: str, text: str, step: str) -> None:
    """It may be anything; the codes of a short list are named."""
    assert advice_on(name, text).startswith(f"This is not a code of {name}. {step}")


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("notice_kinds", "a red notice", "red"),
        ("notice_statuses", "the notice was deleted", "deleted"),
        ("outcome_kinds", "was arrested", "arrested"),
        ("proceeding_kinds", "the CCF request", "ccf"),
        ("proceeding_kinds", "ccf request for deletion", "ccf_deletion"),
        ("proceeding_kinds", "deletion request to the CCF", "ccf_deletion"),
    ],
)
def test_a_code_among_words_that_add_nothing_is_offered(name: str, text: str, code: str) -> None:
    """Of two codes in the text, the one that says more."""
    said = f"This is not a code of {name}. Write `{code}` alone, if you mean that."

    assert advice_on(name, text) == said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notice_kinds", "red for Zuzanna"),
        ("notice_kinds", "not red"),
        ("notice_kinds", "red diffusion"),
        ("notice_kinds", "blue or red"),
        ("notice_statuses", "deleted by the CCF"),
        ("notice_statuses", "status unknown"),
        ("outcome_kinds", "arrested and released"),
        ("proceeding_kinds", "criminal appeal to the CCF"),
        ("proceeding_kinds", "request for release and deletion"),
        ("proceeding_kinds", "other ccf proceeding"),
        ("proceeding_results", "partly compliant"),
        ("proceeding_results", "conditions for revision met"),
        ("proceeding_results", "never admissible"),
        ("proceeding_statuses", "re admissible"),
    ],
)
def test_a_code_among_words_that_say_more_is_not_offered(name: str, text: str) -> None:
    """It would drop what they say, and the other words may be somebody's name."""
    said = f"This is not a code of {name}. `rednotice codelist {name}` lists them."

    assert advice_on(name, text).startswith(said)


@pytest.mark.parametrize("word", ["irregular", "unregular", "illegal", "immaterial"])
def test_a_word_with_a_prefix_is_not_taken_for_the_word(word: str) -> None:
    """It says the opposite."""
    assert nearest(word, [word[2:]]) is None
    assert nearest(word[2:], [word]) is None
    assert nearest(word[1:], [word]) == word


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("outcome_kinds", "passport returned"),
        ("outcome_kinds", "account opened"),
        ("outcome_kinds", "assets unfrozen"),
        ("proceeding_results", "conviction upheld"),
        ("proceeding_results", "detention lifted"),
        ("proceeding_results", "bail revoked"),
        ("stances", "does not deny"),
        ("demands", "return money"),
        ("offences", "illegal migration"),
    ],
)
def test_a_code_that_shares_a_word_with_the_text_is_not_offered(name: str, text: str) -> None:
    """It says something else, or the opposite: each word must be meant."""
    assert "`rednotice codelist" in advice_on(name, text)


def test_a_code_of_a_former_state_is_not_offered() -> None:
    """The one that took its place is."""
    assert advice_on("countries", "Burma").endswith("Write `MM`.")
    assert advice_on("countries", "bu").endswith("Write `MM`.")


@given(st.sampled_from(CODES), st.integers(0, 40), st.sampled_from("abcxyz "))
def test_what_is_offered_is_a_code_of_the_list(code: tuple[str, str], at: int, sign: str) -> None:
    """After whatever slip of the pen."""
    name, right = code
    for slip in (right[:at] + right[at + 1 :], right[:at] + sign + right[at:], right.title()):
        offered = {part for part in advice_on(name, slip).split("`")[1::2] if part != slip}
        known = {one.code for one in codelists.codelist(name)}
        assert offered - known <= {f"rednotice codelist {name}", "vocabulary:code"}


@pytest.mark.parametrize("name", sorted(GUARDING))
def test_a_list_that_protects_is_spelt_and_never_guessed(name: str) -> None:
    """A near word may be a weaker mark, a wider audience, a consent that was not given."""
    codes = [code.code for code in codelists.codelist(name)]
    slips = {code[:at] + code[at + 1 :] for code in codes for at in range(len(code))}
    words = {word.word for word in everyday_words()} | {f"{code} mark" for code in codes}
    for text in (slips | words) - set(codes):
        offered = [one for one in codes if f"`{one}`" in advice_on(name, text)]
        assert offered == [] or [plain(one) for one in offered] == [plain(text)]
