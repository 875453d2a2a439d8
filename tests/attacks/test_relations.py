"""Attacks on relations: families, people in two cases, lawyers and sources that cases share."""

from __future__ import annotations

import json
from typing import Any

import pytest
from released import case, every_audience, examples, far_audience, left, parts, plain, released

import rednotice
from rednotice.records import Audience

THREAT = {"method": "threat", "known_to": ["TJ"], "to_press": ["s1"]}
WORD = {"according_to": ["class:person_or_supporters"]}


def family(*kinds: str, threatened: int = 1) -> Any:
    """A case with a relative of each kind, of whom the first ones were threatened."""
    people = [
        {"id": f"p{at}", "kind": "person", "relation": {"kind": kind}}
        for at, kind in enumerate(kinds)
    ]
    against = [one["id"] for one in people[:threatened]]
    return case(people=people, incidents=[{**THREAT, **WORD, "against": against}])


@far_audience
def test_t35_neither_number_nor_kind_of_relatives_is_told(audience: Audience) -> None:
    """Nor how many of them were threatened: a family's pattern is as good as a name."""
    told = {
        released(family("brother"), audience),
        released(family("parent"), audience),
        released(family("brother", "parent", "spouse", threatened=3), audience),
        released(family("child", "child", "child", "child", threatened=1), audience),
    }

    assert len(told) == 1


def test_t35_a_partner_sees_that_the_family_is_threatened() -> None:
    """A class, and neither number nor person."""
    [incident] = left(family("child", "parent", threatened=2))["incidents"]

    assert incident["against"] == ["class:family"]


@every_audience
def test_t36_a_relative_who_has_a_case_of_their_own_joins_no_two_cases(audience: Audience) -> None:
    """No id, and no record of related cases, leads from one released case to another."""
    cases = [
        case(id="c-1", related_cases=[{"case": "c-2", "relation": "relative_of_subject"}],
             people=[{"id": "p1", "label": "A", "relation": {"kind": "brother"}}]),
        case(id="c-2", subjects=[{"id": "s1", "label": "A"}], notices=[{"kind": "red"}]),
    ]  # fmt: skip
    told = [json.loads(line) for line in released(cases, audience).splitlines()]
    ids = {one["id"] for one in told}

    assert len(told) == 2
    for one in told:
        assert not (ids - {one["id"]}) & {part for part in parts(one) if isinstance(part, str)}
        assert "related_cases" not in one


SHARED_BY_CASES: dict[str, Any] = {
    "lawyer": {"people": [{"id": "p1", "label": "Counsel Z", "relation": {"kind": "lawyer_of"}}]},
    "source": {"sources": [{"id": "q1", "title": "A paper", "date": "2019-04-07"}]},
    "operation": {"operations": ["shared:op1"]},
    "coder": {"record": {"coded_by": "Somebody", "coded_on": "2020-03-04"}},
}


@far_audience
@pytest.mark.parametrize("what", SHARED_BY_CASES)
def test_t37_what_two_cases_share_does_not_show(what: str, audience: Audience) -> None:
    """One lawyer, source, operation or coder in both leaves the release as it is without."""
    notices = [[{"kind": "red"}], [{"kind": "blue"}]]
    apart = [case(id=f"c-{at}", notices=one) for at, one in enumerate(notices)]
    joined = [rednotice.from_dict({**plain(one), **SHARED_BY_CASES[what]}) for one in apart]

    assert released(joined, audience) == released(apart, audience)


@far_audience
def test_t38_no_length_and_no_number_of_what_is_withheld_is_told(audience: Audience) -> None:
    """Files of a long story and of a short one have one length."""
    bare = case(incidents=[{**THREAT, **WORD}])
    rich = case(
        summary="A long story. " * 500,
        subjects=[{"id": "s1", "names": [{"text": f"Alias {at}"} for at in range(30)]}],
        people=[{"id": f"p{at}", "label": "A", "relation": {"kind": "friend"}} for at in range(9)],
        sources=[{"id": f"q{at}", "title": "A paper"} for at in range(40)],
        incidents=[{**THREAT, **WORD, "text": "Long. " * 300, "sources": ["q1", "q2"]}],
        searches=[{"answer": "not_seen"}] * 7,
    )

    assert released(rich, audience) == released(bare, audience)


@far_audience
def test_t38_equal_records_are_not_counted(audience: Audience) -> None:
    """Ten hidden speakers who say the same are one statement of their class."""
    says = {"about": "n1", "stance": "denies", "by": ["class:relative_or_friend"]}
    notices = [{"id": "n1", "kind": "red"}]
    once = case(notices=notices, statements=[says])
    often = case(notices=notices, statements=[{**says, "id": f"t{at}"} for at in range(10)])

    assert released(once, audience) == released(often, audience)


# T61


PRESENCE: dict[str, Any] = {
    "asylum": {"proceedings": [{"kind": "asylum", "forum": {"country": "IS"}}]},
    "a search": {"searches": [{"answer": "no_data"}]},
    "a withheld name": {"subjects": [{"id": "s1", "missing": {"names": "withheld"}}]},
    "a note": {"note": "Somebody called."},
    "an extension": {"extensions": {"org.example": {"asylum": True}}},
    "consent": {"handling": {"consent": [{"person": "s1", "status": "refused"}]}},
    "a flight": {"events": [{"kind": "flight", "date": "2020"}]},
    "a text": {"summary": "A story."},
}


@far_audience
@pytest.mark.parametrize("what", PRESENCE)
def test_t61_that_something_is_there_is_not_told(what: str, audience: Audience) -> None:
    """No empty member, no mark and no reason stands where something was."""
    assert released(case(**PRESENCE[what]), audience) == released(case(), audience)


@every_audience
def test_t61_nothing_empty_leaves(audience: Audience) -> None:
    """An empty list or null would say that there was one."""
    told = released(examples(), audience)

    assert not any(empty in told for empty in (b"null", b"[]", b"{}", b'""'))
