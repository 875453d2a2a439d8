"""What leaves stays true: its voice, its stance and whether it exists are those that it had."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.model import Case, SharedDocument
from rednotice.policies.ceilings import is_voice
from rednotice.projection.projecting import project
from rednotice.records import (
    CCF_BUREAU,
    CCF_COMMISSION,
    COUNSEL,
    PARTNER,
    PUBLIC,
    Audience,
    fields_of,
    walk,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(path for path in EXAMPLES.glob("*.yaml") if path.name != "shared.yaml")
SHARED = rednotice.loads((EXAMPLES / "shared.yaml").read_bytes(), SharedDocument, format="yaml")
QUALIFIERS = ("stance", "existence", "condition", "carried_out", "contested", "closed", "terms")
every_example = pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
every_audience = pytest.mark.parametrize(
    "audience", [COUNSEL, CCF_COMMISSION, CCF_BUREAU, PARTNER, PUBLIC], ids=lambda one: one.value
)


def example(file: Path) -> Case:
    return rednotice.loads(file.read_bytes(), format="yaml")


def case(**members: Any) -> Case:
    whole = {"rednotice": "1.0", "id": "c-1", "subjects": [{"id": "s1", "kind": "person"}]}
    return rednotice.from_dict({**whole, **members})


def left(document: Case, audience: Audience = PARTNER) -> dict[str, Any]:
    return rednotice.to_dict(project(document, audience))


@every_audience
@every_example
def test_a_record_of_an_example_leaves_with_its_voice(file: Path, audience: Audience) -> None:
    """What named a speaker names one in the release, and what named none is given no other's."""
    whole = example(file)
    before = dict(walk(whole))
    after = project(whole, audience, shared=SHARED)
    said = {one.id: one for one in before.values() if getattr(one, "id", None)}
    for _, record in walk(after):
        cls: Any = type(record)
        original = said.get(getattr(record, "id", None) or "")
        for field in fields_of(cls):
            if original is not None and is_voice(cls, field):
                named = bool(getattr(original, field.name))
                assert not named or getattr(record, field.name), field.name


@every_audience
@every_example
def test_no_stance_of_an_example_becomes_another(file: Path, audience: Audience) -> None:
    """A denial stays a denial, and a silence a silence, beside what it is about."""
    whole = example(file)
    stances = {(one.about, one.stance, len(one.by) > 0) for one in whole.statements if one.about}
    for one in project(whole, audience, shared=SHARED).statements:
        # Who says it may be known by its source alone, so a release may name more.
        assert (one.about, one.stance, True) in stances or (one.about, one.stance, False) in stances


def test_a_relative_and_counsel_speak_as_one_side_for_a_partner() -> None:
    """Nobody can see whether a relative talked."""
    people = [
        {"id": "p1", "relation": {"kind": "brother"}},
        {"id": "p2", "relation": {"kind": "lawyer_of"}},
    ]
    for speaker in ("p1", "p2", "s1", "class:supporter"):
        told = case(people=people, outcomes=[{"kind": "arrested", "according_to": [speaker]}])

        assert left(told)["outcomes"][0]["according_to"] == ["class:person_or_supporters"]


def test_the_commission_sees_which_class_speaks_and_the_bureau_does_not() -> None:
    """Counsel's word and a relative's have another weight; that a relative spoke is a secret."""
    told = case(
        people=[{"id": "p2", "relation": {"kind": "lawyer_of"}}],
        notices=[{"kind": "red", "according_to": ["p2"]}],
    )

    assert left(told, CCF_COMMISSION)["notices"][0]["according_to"] == ["class:counsel"]
    assert left(told, CCF_BUREAU)["notices"][0]["according_to"] == ["class:person_or_supporters"]


def test_a_source_that_speaks_for_itself_is_named_by_class() -> None:
    """The source stays behind, and the record does not become plain."""
    told = case(
        sources=[{"id": "q1", "kind": "interview", "by": ["s1"], "title": "Talk"}],
        outcomes=[{"kind": "arrested"}],
    )

    assert left(told)["outcomes"][0]["according_to"] == ["class:person_or_supporters"]


def test_what_rests_on_a_newspaper_is_told_by_the_press() -> None:
    """The paper is no speaker; but a reader without the source must not take it plain."""
    told = case(
        organisations=[{"id": "b1", "kind": "media", "country": "FR"}],
        sources=[{"id": "q1", "kind": "news_article", "publisher": "b1", "title": "Report"}],
        outcomes=[{"kind": "arrested"}],
    )

    assert left(told)["outcomes"][0]["according_to"] == ["class:press"]


def test_what_silence_means_is_spelled_out() -> None:
    """A reader who does not know the format must not take a charge or an argument for a finding."""
    charge = {"offence": ["fraud"], "contested": [{"kind": "fabricated", "by": ["class:press"]}]}
    told = case(notices=[{"kind": "red", "issuing_state": "TJ", "charges": [charge]}])

    [notice] = left(told, COUNSEL)["notices"]
    assert notice["existence"] == "claimed"
    assert notice["charges"][0]["according_to"] == ["class:issuing_state"]
    assert notice["charges"][0]["contested"][0]["stance"] == "argued"


def test_a_class_that_must_not_be_seen_leaves_as_somebody() -> None:
    """That the person has counsel stays behind; that the act concerned somebody does not."""
    told = case(
        events=[{"kind": "protest", "toward": ["class:counsel"], "according_to": ["class:press"]}]
    )

    assert left(told)["events"][0]["toward"] == ["class:somebody_else"]


def test_a_step_of_which_nobody_is_known_is_not_given_to_the_notices_speaker() -> None:
    """It rested on a source of its own, which stays behind."""
    told = case(
        sources=[{"id": "q1", "title": "List"}, {"id": "q2", "title": "Talk"}],
        notices=[
            {
                "kind": "red",
                "according_to": ["class:press"],
                "published": {"date": "2021"},
                "history": [{"status": "published", "sources": ["q1"]}],
            }
        ],
    )

    [step] = left(told)["notices"][0]["history"]
    assert step["according_to"] == ["class:unknown_speaker"]


def test_words_that_were_not_free_do_not_become_free() -> None:
    """Whoever spoke in custody speaks as somebody who was not free."""
    told = case(
        sources=[{"id": "q1", "kind": "interview", "by": ["s1"], "circumstances": "in_custody"}],
        outcomes=[{"kind": "arrested", "according_to": ["s1"], "sources": ["q1"]}],
    )

    assert left(told)["outcomes"][0]["according_to"] == ["class:person_not_free"]


def test_a_denial_leaves_without_a_value_and_an_assertion_does_not() -> None:
    """A silence or a denial speaks by itself; that somebody says something, says nothing."""
    about = {"about": "o1.country", "by": ["class:third_authority"]}
    told = case(
        outcomes=[{"id": "o1", "kind": "arrested"}],
        statements=[
            {"about": "o1.date", "by": ["class:press"], "stance": "says", "text": "On a day"},
            {"about": "o1.date", "by": ["class:press"], "stance": "denies", "text": "Not then"},
            {**about, "stance": "denies"},
        ],
    )

    assert [(one["about"], one["stance"]) for one in left(told)["statements"]] == [
        ("o1.date", "denies")
    ]


def test_the_value_of_a_statement_is_treated_as_its_field() -> None:
    """A day becomes a year there too, a telling code is left out, and a speaker has a class."""
    says = {"by": ["class:press"], "stance": "says"}
    told = case(
        outcomes=[{"id": "o1", "kind": "arrested"}],
        statements=[
            {**says, "about": "o1.date", "value": "2021-06-15?"},
            {**says, "about": "o1.according_to", "value": ["s1"]},
            {**says, "about": "o1.text", "value": "In a town"},
        ],
    )

    assert [one["value"] for one in left(told)["statements"]] == [
        "2021?",
        ["class:person_or_supporters"],
    ]


def test_what_was_taken_back_stays_taken_back() -> None:
    """The order told it, and a release has an order of its own."""
    says = {"about": "o1.date", "by": ["s1"]}
    told = case(
        outcomes=[{"id": "o1", "kind": "arrested"}],
        statements=[
            {**says, "stance": "says", "value": "2020"},
            {**says, "stance": "withdrew"},
            {**says, "stance": "says", "value": "2021"},
        ],
    )

    first, withdrawal, later = left(told)["statements"]
    assert withdrawal["against"] == [first["id"]]
    assert "id" not in later
