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
    {"id": "p7", "relation": {"kind": "lawyer_of", "to": "p1"}},
    {"id": "p8", "relation": {"kind": "lawyer_of", "to": "p5"}},
    {"id": "p9"},
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
    {"id": "o13", "kind": "law_firm", "country": "PL"},
    {"id": "o14", "kind": "law_firm", "country": "TJ"},
    {"id": "o15", "kind": "advocacy"},
    {"id": "o16", "kind": "ngo"},
    {"id": "o17", "kind": "company"},
    {"id": "o18", "kind": "law_firm"},
    {"id": "o19", "kind": "law_firm", "acts_for": ["TJ"]},
]
RELATIONS = [
    {"who": "o14", "kind": "lawyer_of", "to": "p5"},
    {"who": "o15", "kind": "lawyer_of", "to": "p1"},
    {"who": "s1", "kind": "owner_of", "to": "o17"},
    {"who": "o18", "kind": "lawyer_of", "to": "o17"},
]
PROCEEDINGS = [
    {"kind": "ccf_deletion", "counsel": ["o16", "p9", "o14", "class:counsel"]},
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
        "relations": RELATIONS,
        "proceedings": PROCEEDINGS,
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


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        # A firm of whose clients nothing is said, and one that acts for the subject's own company.
        *[("o13", "counsel"), ("o18", "counsel")],
        # Bodies of other kinds that act for a brother, or in a proceeding of the subject.
        *[("o15", "counsel"), ("o16", "counsel")],
        # A person known as counsel by a proceeding alone, and the lawyer of a brother.
        *[("p9", "counsel"), ("p7", "counsel")],
        # Counsel of the complainant, whatever proceeding names them, and of a pursuing state.
        *[("o14", "private_body"), ("p8", "other"), ("o19", "pursuing_authority")],
    ],
)
def test_counsel_is_whoever_acts_for_the_person_or_the_family(
    reference: str, expected: str
) -> None:
    """A firm of lawyers speaks as counsel, and the other side's lawyers do not."""
    assert speaker_class(view_of(), reference) == expected


def test_counsel_of_somebody_else_in_a_proceeding_is_not_the_persons() -> None:
    """Whoever acts for the applicant of a claim against a third party is nobody's supporter."""
    matter = {"kind": "civil", "applicant": ["p5"], "respondent": ["o8"], "counsel": ["p9"]}

    assert speaker_class(view_of(proceedings=[matter]), "p9") == "other"


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
        *[("o16", "counsel"), ("p9", "counsel"), ("o17", "own_company"), ("nobody", None)],
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


def test_the_lawyer_of_a_parent_who_accuses_is_not_the_persons() -> None:
    """Whoever freely accuses the subject has lawyers on the other side."""
    accuses = {"about": "s1", "stance": "accuses", "by": ["p6"]}
    tie = {"who": "o13", "kind": "lawyer_of", "to": "p6"}

    assert speaker_class(view_of(statements=[accuses], relations=[tie]), "o13") == "private_body"


def test_words_in_a_case_whose_only_source_was_given_in_custody_are_not_free() -> None:
    """The incident need not name the source for that."""
    view = view_of(
        incidents=[{"method": "threat", "according_to": ["s1"]}],
        sources=[{"kind": "interview", "by": ["s1"], "circumstances": "in_custody"}],
    )
    (incident,) = view.case.incidents

    assert speaker_class(view, "s1", incident) == "person_not_free"
