"""By whose word a record stands."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import rednotice
from rednotice.insight.sources import records_at
from rednotice.insight.view import View
from rednotice.insight.whose_word import speakers_of

COURT = {"id": "b1", "kind": "court", "country": "PL"}
PAPER = {"id": "b2", "kind": "media", "country": "PL"}
INTERVIEW = {"id": "q1", "kind": "interview", "by": ["s1"]}


def speakers(
    *sources: dict[str, Any], at: tuple[str | int, ...] = ("incidents", 0), **members: Any
) -> Any:
    case = rednotice.from_dict(
        {
            "rednotice": "1.0",
            "id": "c-1",
            "pursued_by": ["TJ"],
            "subjects": [{"id": "s1"}],
            "people": [{"id": "p1", "relation": {"kind": "lawyer_of"}}],
            "organisations": [COURT, PAPER],
            "incidents": [{"method": "threat"}],
            "sources": sources,
            **members,
        }
    )
    view = View(case, dt.date(2027, 1, 1))
    return speakers_of(view, *records_at(view, at))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (INTERVIEW, ("s1",)),
        ({"kind": "interview"}, ()),
        ({"kind": "interview", "by": ["s1", "p1"]}, ()),
        ({"kind": "court_judgment", "by": ["b1"]}, ("b1",)),
        ({"kind": "court_judgment", "publisher": "b1"}, ("b1",)),
        ({"kind": "court_judgment", "publisher": "b2"}, ()),
        ({"kind": "ccf_decision"}, ("class:ccf",)),
        ({"kind": "ccf_letter"}, ()),
        ({"kind": "news_article", "publisher": "b2", "by": ["p1"]}, ()),
        ({"kind": "lawyer_statement", "by": ["p1"]}, ()),
        ({"title": "interview", "by": ["s1"]}, ()),
    ],
)
def test_an_interview_a_judgment_and_a_decision_of_the_ccf_speak_for_themselves(
    source: dict[str, Any], expected: tuple[str, ...]
) -> None:
    """A newspaper is never made to say what a lawyer said."""
    assert speakers(source) == expected


def test_a_speaker_who_is_named_comes_before_the_source() -> None:
    incident = {"method": "threat", "according_to": ["p1"]}

    assert speakers(INTERVIEW, incidents=[incident]) == ("p1",)


def test_a_record_on_an_interview_and_an_article_has_no_speaker_by_default() -> None:
    incident = {"method": "threat", "sources": ["q1", "q2"]}

    assert speakers(INTERVIEW, {"id": "q2", "kind": "news_article"}, incidents=[incident]) == ()


def test_a_record_on_two_interviews_has_both_speakers() -> None:
    second = {"id": "q2", "kind": "interview", "by": ["p1"]}
    incident = {"method": "threat", "sources": ["q1", "q2"]}

    assert speakers(INTERVIEW, second, incidents=[incident]) == ("s1", "p1")


def test_a_cause_is_the_word_of_whoever_tells_of_the_act() -> None:
    incident = {"method": "threat", "according_to": ["p1"], "because_of": [{"cause": "unknown"}]}

    assert speakers(INTERVIEW, at=("incidents", 0, "because_of", 0), incidents=[incident]) == (
        "p1",
    )


def test_a_charge_is_not_the_word_of_the_person_who_tells_of_it() -> None:
    """It is its issuer's statement, and the interview only repeats it."""
    charge = {"text": "fraud", "penalties": [{"life": True}]}
    warrant = {"according_to": ["s1"], "charges": [charge]}
    inside = ("warrants", 0, "charges", 0)

    assert speakers(INTERVIEW, at=inside, warrants=[warrant]) == ()
    assert speakers(INTERVIEW, at=(*inside, "penalties", 0), warrants=[warrant]) == ()


def test_an_assessment_of_a_charge_is_not_the_word_of_its_issuer() -> None:
    charge = {"according_to": ["class:issuing_state"], "assessed": [{"flag": "private_dispute"}]}
    warrant = {"charges": [charge]}

    assert speakers(
        INTERVIEW, at=("warrants", 0, "charges", 0, "assessed", 0), warrants=[warrant]
    ) == ("s1",)


def test_a_statement_is_by_whom_it_names_or_by_its_interview() -> None:
    statements = [{"stance": "says", "by": ["p1"]}, {"stance": "says"}]
    unsaid = {"stance": "says", "missing": {"by": "withheld"}}
    members = {"statements": [*statements, unsaid]}

    assert speakers(INTERVIEW, at=("statements", 0), **members) == ("p1",)
    assert speakers(INTERVIEW, at=("statements", 1), **members) == ("s1",)
    assert speakers(INTERVIEW, at=("statements", 2), **members) == ()
