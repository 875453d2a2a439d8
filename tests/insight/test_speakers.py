"""Speakers: the class of who speaks, and of whom an act concerns."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import rednotice
from rednotice import gate
from rednotice.insight.speakers import concerned_class, speaker_class
from rednotice.insight.view import View
from rednotice.model import SharedDocument, Statement

PEOPLE = [
    {"id": "p1", "relation": {"kind": "brother"}},
    {"id": "p2", "relation": {"kind": "ex_spouse"}},
    {"id": "p3", "relation": {"kind": "lawyer_of"}},
    {"id": "p4", "relation": {"kind": "parent"}, "acts_for": ["TJ"]},
    {"id": "p5", "relation": {"kind": "complainant_against"}},
    {"id": "p6", "relation": {"kind": "parent"}},
]
ORGANISATIONS = [
    {"id": "o1", "kind": "court", "country": "TJ"},
    {"id": "o2", "kind": "court", "country": "PL"},
    {"id": "o3", "kind": "state_media", "country": "TJ"},
    {"id": "o4", "kind": "media", "country": "TJ"},
    {"id": "o5", "kind": "police", "country": "PL"},
    {"id": "o6", "kind": "interpol_ncb", "country": "TJ"},
    {"id": "o7", "kind": "interpol"},
    {"id": "o8", "kind": "bank", "country": "PL"},
    {"id": "o9", "kind": "media", "country": "PL", "acts_for": ["TJ"]},
    {"id": "o10", "kind": "police", "part_of": "o11"},
    {"id": "o11", "kind": "state", "country": "TJ"},
    {"id": "o12", "kind": "state_media", "country": "PL"},
]
STATEMENTS = [
    {"about": "n1", "stance": "accuses", "by": ["p2"]},
    {"about": "s1", "stance": "accuses", "by": ["p6"], "circumstances": "in_custody"},
    {"about": "s1", "stance": "says", "by": ["p1"]},
    {"about": "s1", "stance": "says", "by": ["p1"], "circumstances": "under_threat"},
]


def view_of(**members: Any) -> View:
    value = {
        "rednotice": "1.0",
        "id": "c-1",
        "pursued_by": ["TJ"],
        "subjects": [{"id": "s1"}],
        "people": PEOPLE,
        "organisations": ORGANISATIONS,
        "statements": STATEMENTS,
        "notices": [{"id": "n1", "kind": "red", "issuing_state": "TJ"}],
        **members,
    }
    case: Any = gate.decode(value)
    assert gate.is_accepted(value)
    return View(case, dt.date(2027, 1, 1))


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        *[("s1", "person"), ("p1", "relative_or_friend"), ("p3", "counsel")],
        *[("p2", "complainant"), ("p4", "pursuing_authority"), ("p5", "complainant")],
        *[("o1", "pursuing_court"), ("o2", "third_court"), ("o3", "state_media")],
        *[("o4", "press"), ("o5", "third_authority"), ("o6", "pursuing_authority")],
        *[("o7", "interpol"), ("o8", "private_body"), ("o9", "state_media")],
        *[("o10", "pursuing_authority"), ("o11", "issuing_state"), ("o12", "other")],
        *[("n1", "issuing_state"), ("class:ngo", "ngo"), ("nobody", None)],
    ],
)
def test_a_speaker_has_the_class_that_the_case_gives(reference: str, expected: str | None) -> None:
    """An accusing former spouse is no supporter, and whoever acts for a pursuer is on its side."""
    assert speaker_class(view_of(), reference) == expected


def test_a_parent_who_accuses_only_in_custody_is_not_free_and_no_complainant() -> None:
    """Words that were wrung from a parent are neither the family's nor an accuser's."""
    assert speaker_class(view_of(), "p6") == "person_not_free"


def test_one_person_is_free_in_one_statement_and_not_in_another() -> None:
    """Circumstances are those of the statement, not of the person."""
    view = view_of()
    said = [one for _, one in view.each(Statement) if one.by == ("p1",)]

    assert [speaker_class(view, "p1", one) for one in said] == [
        "relative_or_friend",
        "person_not_free",
    ]


def test_a_former_spouse_who_has_said_nothing_is_on_no_side() -> None:
    """The relation alone does not tell."""
    assert speaker_class(view_of(statements=STATEMENTS[2:]), "p2") == "other"


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        *[("s1", "subject"), ("p1", "family"), ("p2", "family"), ("p3", "counsel")],
        *[("p5", "somebody_else"), ("o8", "somebody_else"), ("class:circle", "circle")],
        ("nobody", None),
    ],
)
def test_whom_an_act_concerns_has_a_class(reference: str, expected: str | None) -> None:
    """A former spouse is family, whatever side they are on."""
    assert concerned_class(view_of(), reference) == expected


def test_a_body_of_the_shared_document_has_the_country_of_the_one_above_it() -> None:
    """The shared document names its own records without `shared:`, and its media as well."""
    shared = rednotice.from_dict(
        {
            "rednotice": rednotice.VERSION,
            "shared": True,
            "organisations": [
                {"id": "tj", "kind": "state", "country": "TJ"},
                {"id": "mission", "kind": "diplomatic_consular", "part_of": "tj"},
                {"id": "paper", "kind": "media"},
            ],
            "sources": [{"id": "q1", "title": "report", "publisher": "paper"}],
        },
        SharedDocument,
    )
    case = rednotice.from_dict(
        {
            "rednotice": rednotice.VERSION,
            "id": "c-1",
            "pursued_by": ["TJ"],
            "subjects": [{"label": "A"}],
        }
    )
    view = View(case, dt.date(2027, 1, 1), shared=shared)

    assert speaker_class(view, "shared:mission") == "pursuing_authority"
    assert speaker_class(view, "shared:q1") == "press"
