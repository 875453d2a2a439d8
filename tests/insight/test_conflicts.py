"""Conflicts are derived from statements and from several codings, and each has a type."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import rednotice
from rednotice.insight.conflicts import conflicts
from rednotice.insight.places import Place
from rednotice.insight.view import View

TODAY = dt.date(2027, 1, 1)


def view_of(*statements: dict[str, Any]) -> View:
    """A case about which a mother (p1) and the subject (s1) make *statements*."""
    case = rednotice.from_dict(
        {
            "rednotice": rednotice.VERSION,
            "id": "c-1",
            "subjects": [{"id": "s1", "label": "A"}],
            "people": [{"id": "p1", "label": "mother"}, {"id": "p2", "label": "brother"}],
            "notices": [{"id": "n1", "kind": "red"}, {"id": "n2", "kind": "diffusion"}],
            "incidents": [{"id": "i1", "method": "detention"}],
            "proceedings": [{"id": "pr1", "kind": "extradition"}],
            "outcomes": [{"id": "o1", "kind": "arrested"}],
            "statements": statements,
        }
    )
    return View(case, TODAY)


@pytest.mark.parametrize(
    ("about", "one", "other", "wanted"),
    [
        ("i1.against", ["p1"], ["p1", "p2"], "who"),
        ("o1.date", "2021-06", "2021-08", "when"),
        ("o1.duration", "P3D", "P30D", "how_long"),
        ("pr1.forum.country", "IT", "FR", "where"),
        ("o1.kind", "arrested", "stopped", "what"),
        ("i1.persons", 7, 12, "how_many"),
        ("pr1.in_absentia", True, False, "whether"),
        ("i1.notices", ["n1"], ["n2"], "which_record"),
    ],
)
def test_a_conflict_of_values_says_what_they_differ_in(
    about: str, one: object, other: object, wanted: str
) -> None:
    view = view_of(
        {"about": about, "by": ["s1"], "stance": "says", "value": one},
        {"about": about, "by": ["p1"], "stance": "says", "value": other},
    )

    (found,) = conflicts(view)

    assert found.type == wanted
    assert found.places == (Place(0, ("statements", 0)), Place(0, ("statements", 1)))


def test_a_denial_of_what_another_asserts_is_a_conflict() -> None:
    view = view_of(
        {"about": "o1.date", "by": ["p1"], "stance": "says", "value": "2021-06"},
        {"about": "o1.date", "by": ["s1"], "stance": "denies"},
    )

    assert [(one.about, one.type) for one in conflicts(view)] == [("o1.date", "denied")]


def test_silence_is_no_conflict() -> None:
    view = view_of(
        {"about": "o1.date", "by": ["p1"], "stance": "says", "value": "2021-06"},
        {"about": "o1.date", "by": ["s1"], "stance": "did_not_answer"},
    )

    assert conflicts(view) == []


def test_a_value_inside_a_record_that_is_absent_can_be_disputed() -> None:
    """The proceeding has no forum, and two speakers name different countries for it."""
    view = view_of(
        {"about": "pr1.forum.country", "by": ["s1"], "stance": "says", "value": "IT"},
        {"about": "pr1.forum.country", "by": ["p1"], "stance": "says", "value": "FR"},
    )

    assert [one.about for one in conflicts(view)] == ["pr1.forum.country"]


def test_a_number_and_the_best_guess_of_its_range_are_one_thing() -> None:
    view = view_of(
        {"about": "i1.persons", "by": ["s1"], "stance": "says", "value": 7},
        {"about": "i1.persons.best", "by": ["p1"], "stance": "says", "value": 12},
    )

    assert [one.about for one in conflicts(view)] == ["i1.persons.best"]


def test_two_readings_of_one_text_are_no_conflict() -> None:
    """Their speaker does not contradict himself: the text is ambiguous."""
    view = view_of(
        {"about": "i1.against", "by": ["p1"], "stance": "may_mean", "value": ["p1"]},
        {"about": "i1.against", "by": ["p1"], "stance": "may_mean", "value": ["p2"]},
    )

    assert conflicts(view) == []


def test_another_account_of_what_is_granted_is_a_conflict() -> None:
    view = view_of(
        {"about": "o1", "by": ["p1"], "stance": "other_explanation", "text": "It was a visit."}
    )

    assert [(one.about, one.type) for one in conflicts(view)] == [("o1", "explained_otherwise")]


def coding_of(**members: Any) -> View:
    """One coding of the case of s1, whose brother is p1 and whose attorney is p2."""
    case = {
        "rednotice": rednotice.VERSION,
        "id": "c-1",
        "subjects": [{"id": "s1", "label": "A"}],
        "people": [
            {"id": "p1", "label": "brother", "relation": {"kind": "brother"}},
            {"id": "p2", "label": "attorney", "relation": {"kind": "lawyer_of"}},
        ],
    }
    return View(rednotice.from_dict(case | members), TODAY)


def found_in(*views: View) -> list[tuple[str, str]]:
    return [(one.about, one.type) for one in conflicts(*views)]


@pytest.mark.parametrize(
    ("list_", "member", "one", "other", "wanted"),
    [
        ("incidents", "against", ["p1"], ["p1", "s1"], "who"),
        ("incidents", "date", "2021-06", "2021-08", "when"),
        ("incidents", "country", "IT", "FR", "where"),
        ("incidents", "method", "threat", "detention", "what"),
        ("incidents", "according_to", ["p1"], ["p2"], "whose_word"),
        ("outcomes", "duration", "P3D", "P30D", "how_long"),
    ],
)
def test_records_with_one_id_are_compared_across_codings(
    list_: str, member: str, one: object, other: object, wanted: str
) -> None:
    some = coding_of(**{list_: [{"id": "r1", member: one}]})
    others = coding_of(**{list_: [{"id": "r1", member: other}]})

    assert found_in(some, others) == [(f"r1.{member}", wanted)]


def test_records_with_different_ids_are_two_things() -> None:
    some = coding_of(incidents=[{"id": "i1", "method": "threat"}])
    others = coding_of(incidents=[{"id": "i2", "method": "detention"}])

    assert found_in(some, others) == []


def test_a_member_that_one_coding_lacks_is_no_conflict() -> None:
    """Absent means unknown."""
    some = coding_of(incidents=[{"id": "i1", "method": "threat", "date": "2021"}])
    others = coding_of(incidents=[{"id": "i1", "method": "threat"}])

    assert found_in(some, others) == []


def test_a_more_exact_value_is_no_conflict_across_codings() -> None:
    some = coding_of(people=[{"id": "p1", "relation": {"kind": "sibling"}}])
    others = coding_of(people=[{"id": "p1", "relation": {"kind": "brother"}}])

    assert found_in(some, others) == []


def test_a_class_word_agrees_with_somebody_of_that_class() -> None:
    some = coding_of(incidents=[{"id": "i1", "against": ["p1"]}])
    others = coding_of(incidents=[{"id": "i1", "against": ["class:family"]}])

    assert found_in(some, others) == []


def test_a_class_word_differs_from_somebody_of_another_class() -> None:
    some = coding_of(incidents=[{"id": "i1", "against": ["s1"]}])
    others = coding_of(incidents=[{"id": "i1", "against": ["class:family"]}])

    assert found_in(some, others) == [("i1.against", "who")]


def test_a_record_inside_is_compared_member_by_member() -> None:
    some = coding_of(proceedings=[{"id": "pr1", "kind": "asylum", "forum": {"country": "IT"}}])
    others = coding_of(proceedings=[{"id": "pr1", "kind": "asylum", "forum": {"country": "FR"}}])

    assert found_in(some, others) == [("pr1.forum.country", "where")]


def test_a_contest_is_compared_with_the_contest_of_the_same_kind() -> None:
    """The one coding names the attorney as who calls the charge invented, the other the brother."""

    def contested_by(who: str) -> View:
        contests = [{"kind": "fabricated", "by": [who]}, {"kind": "time_barred", "by": ["p2"]}]
        charges = [{"id": "k1", "contested": contests}]
        return coding_of(notices=[{"id": "n1", "kind": "red", "charges": charges}])

    assert found_in(contested_by("p2"), contested_by("p1")) == [("k1.contested.by", "whose_word")]


def test_a_statement_of_one_coding_meets_the_record_of_the_other() -> None:
    statement = {"about": "i1.date", "by": ["p1"], "stance": "says", "value": "2021-08"}
    some = coding_of(incidents=[{"id": "i1", "date": "2021-06"}])
    others = coding_of(incidents=[{"id": "i1"}], statements=[statement])

    assert found_in(some, others) == [("i1.date", "when")]


def test_a_record_does_not_differ_from_the_statements_of_its_own_coding() -> None:
    """An editor may show neither: another rule asks for the statement that a record needs."""
    statement = {"about": "i1.date", "by": ["p1"], "stance": "says", "value": "2021-08"}
    some = coding_of(incidents=[{"id": "i1", "date": "2021-06"}], statements=[statement])
    others = coding_of(incidents=[{"id": "i1", "method": "threat"}])

    assert found_in(some, others) == []


def test_whose_word_a_statement_is_can_differ_between_codings() -> None:
    def said_by(who: str) -> View:
        fear = {"id": "t1", "about": "s1", "by": [who], "stance": "fears", "text": "prison"}
        return coding_of(statements=[fear])

    assert found_in(said_by("p1"), said_by("p2")) == [("t1.by", "whose_word")]


def test_a_denial_in_one_coding_meets_what_the_other_asserts() -> None:
    said = {"about": "i1.date", "by": ["p1"], "stance": "says", "value": "2021-06"}
    denied = {"about": "i1.date", "by": ["p2"], "stance": "denies"}
    some = coding_of(incidents=[{"id": "i1", "date": "2021-06"}], statements=[said])
    others = coding_of(incidents=[{"id": "i1", "date": "2021-06"}], statements=[denied])

    (found,) = conflicts(some, others)

    assert found.type == "denied"
    assert found.places == (Place(0, ("statements", 0)), Place(1, ("statements", 0)))


def copies_with(one: dict[str, Any], other: dict[str, Any], **origin: Any) -> View:
    """A case with a statement in each of two copies of one report; *origin* unties the first."""
    origin = origin or {"derived_from": [{"source": "q1"}]}
    return coding_of(
        incidents=[{"id": "i1", "method": "threat"}],
        sources=[
            {"id": "q1", "title": "report"},
            {"id": "q2", "title": "a copy", **origin},
            {"id": "q3", "title": "another copy", "derived_from": [{"source": "q1"}]},
        ],
        statements=[
            {"about": "i1", "sources": ["q2"], "stance": "says", "by": ["p1"], **one},
            {"about": "i1", "sources": ["q3"], "stance": "says", "by": ["p1"], **other},
        ],
    )


ONE, OTHER = ({"sha256": digit * 64} for digit in "1f")


def test_copies_that_quote_one_speaker_in_different_words_are_a_conflict() -> None:
    view = copies_with({"quotation": ONE}, {"quotation": OTHER})

    assert found_in(view) == [("i1", "wording")]


def test_copies_that_quote_the_same_words_are_none() -> None:
    assert found_in(copies_with({"quotation": ONE}, {"quotation": ONE})) == []


def test_sources_of_their_own_may_quote_different_words() -> None:
    """A speaker can say two things to two reporters."""
    view = copies_with({"quotation": ONE}, {"quotation": OTHER}, publisher="class:press")

    assert found_in(view) == []


@pytest.mark.parametrize("sources", [["q1", "q4"], ["q2", "q3"]])
def test_a_statement_that_rests_on_more_than_one_copy_is_compared_with_no_other(
    sources: list[str],
) -> None:
    """It has another origin as well, or is in the very copy with which it would be compared."""
    view = coding_of(
        incidents=[{"id": "i1", "method": "threat"}],
        sources=[
            {"id": "q1", "title": "report"},
            {"id": "q2", "title": "a copy", "derived_from": [{"source": "q1"}]},
            {"id": "q3", "title": "another copy", "derived_from": [{"source": "q1"}]},
            {"id": "q4", "title": "a report of its own"},
        ],
        statements=[
            {"about": "i1", "by": ["p1"], "stance": "says", "sources": where, "quotation": what}
            for where, what in ((sources, ONE), (["q3"], OTHER))
        ],
    )

    assert found_in(view) == []


def test_two_speakers_of_one_report_may_say_different_words() -> None:
    view = copies_with({"quotation": ONE}, {"quotation": OTHER, "by": ["p2"]})

    assert found_in(view) == []


def test_copies_that_tell_one_thing_with_different_certainty_are_a_conflict() -> None:
    view = copies_with(
        {"by": ["q2"], "stance": "does_not_know"}, {"by": ["q3"], "stance": "suggests"}
    )

    assert found_in(view) == [("i1", "how_sure")]


def test_copies_that_both_hold_it_possible_are_none() -> None:
    assert found_in(copies_with({"stance": "fears"}, {"stance": "suggests"})) == []


def test_copies_in_two_codings_are_compared_by_their_independence_group() -> None:
    def copy(name: str, quotation: dict[str, str]) -> View:
        said = {"about": "s1", "by": ["p1"], "stance": "says", "quotation": quotation}
        source = {"id": name, "title": "a copy", "independence_group": "agency"}
        return coding_of(sources=[source], statements=[said])

    assert found_in(copy("q1", ONE), copy("q2", OTHER)) == [("s1", "wording")]
