"""The projection: what of a case an audience may see."""

from __future__ import annotations

from typing import Any

import pytest

import rednotice
from rednotice.model import SharedDocument
from rednotice.projection.codes import code_may_leave
from rednotice.projection.projecting import project
from rednotice.records import COUNSEL, PARTNER, PUBLIC, Audience

SUBJECT = {"id": "s1", "kind": "person"}
BY_NOBODY_KNOWN = {"according_to": ["class:unknown_speaker"]}


def left(audience: Audience = PARTNER, shared: Any = None, **members: Any) -> dict[str, Any]:
    whole = {"rednotice": "1.0", "id": "c-1", "subjects": [SUBJECT], **members}
    made = project(rednotice.from_dict(whole), audience, shared=shared)
    return rednotice.to_dict(made)


def test_a_record_without_its_essence_does_not_leave() -> None:
    """That something happened to somebody on a day says nothing without what it was."""
    assert "outcomes" not in left(outcomes=[{"date": "2021", "according_to": ["class:press"]}])


def test_what_points_at_a_record_that_stays_behind_stays_behind() -> None:
    """And so on, until nothing changes."""
    told = left(
        outcomes=[{"id": "o1", "kind": "arrested", "because_of": [{"record": "e1"}]}],
        events=[{"id": "e1", "text": "No kind is known."}],
        statements=[
            {"id": "t1", "about": "e1", "stance": "denies"},
            {"id": "t2", "about": "t1", "stance": "denies"},
            {"about": "t2", "stance": "denies"},
        ],
    )

    assert told["outcomes"] == [{"id": "o1", "kind": "arrested"} | BY_NOBODY_KNOWN]
    assert "statements" not in told


def test_what_points_into_a_record_that_stays_behind_stays_behind() -> None:
    """The charge could leave by itself, and the notice that holds it does not."""
    told = left(
        pursued_by=["TJ"],
        notices=[
            {
                "kind": "entry_ban_alert",
                "charges": [{"id": "k1", "offence": ["fraud"], "according_to": ["class:press"]}],
            }
        ],
        statements=[{"about": "k1", "stance": "denies", "by": ["class:press"]}],
    )

    assert "notices" not in told
    assert "statements" not in told


def test_a_statement_about_a_member_that_may_not_leave_stays_behind() -> None:
    """Also where the member is not there: a denied country tells that there is one."""
    about = [{"about": f"o1.{name}", "stance": "denies"} for name in ("country", "date", "text")]
    told = left(outcomes=[{"id": "o1", "kind": "arrested"}], statements=about)

    assert [one["about"] for one in told["statements"]] == ["o1.date"]


def test_a_nationality_that_somebody_states_leaves_if_its_field_would_show_it() -> None:
    """A partner sees the nationalities of pursuing states alone; another may be the host's."""
    subject = {**SUBJECT, "nationalities": ["TJ", "IS"]}
    says = {"about": "s1.nationalities", "stance": "denies", "by": ["class:press"]}
    values: list[Any] = ["TJ", "IS", ["TJ", "IS"], ["IS"]]
    statements = [{**says, "value": value} for value in values]
    told = left(pursued_by=["TJ"], subjects=[subject], statements=statements)

    assert told["subjects"][0]["nationalities"] == ["TJ"]
    assert [one.get("value") for one in told["statements"]] == ["TJ", None, ["TJ"]]


def test_no_reference_to_the_shared_document_leaves() -> None:
    """An agency there tells the country; its speakers leave as classes."""
    shared = SharedDocument(
        rednotice="1.0",
        shared=True,
        organisations=[rednotice.Organisation(id="g1", kind="media")],
    )
    told = left(
        shared=shared,
        outcomes=[{"kind": "arrested", "according_to": ["shared:g1"]}],
        statements=[{"about": "shared:g1", "stance": "denies"}],
        operations=["shared:op1"],
    )

    assert told["outcomes"][0]["according_to"] == ["class:press"]
    assert "statements" not in told
    assert "operations" not in told


def test_why_something_is_missing_leaves_without_its_secrets() -> None:
    """That a member is withheld, or that nobody asked, tells of those who keep the case."""
    missing = {
        "date": "not_stated",
        "because_of": "withheld",
        "according_to": "not_asked",
        "place": "unknown",
    }
    told = left(outcomes=[{"kind": "arrested", "missing": missing}])

    assert told["outcomes"] == [
        {"kind": "arrested", "missing": {"date": "not_stated"}} | BY_NOBODY_KNOWN
    ]


def test_an_incident_that_nobody_published_does_not_leave() -> None:
    """That a relative told of it is a secret whatever the words are."""
    incident = {"method": "threat"}
    published = {**incident, "published": {"date": "2021-06"}}
    known = {**incident, "known_to": ["TJ"]}
    pursued = {"pursued_by": ["TJ"]}

    assert "incidents" not in left(incidents=[incident], **pursued)
    assert "incidents" not in left(incidents=[known], pursued_by=["TJ", "RU"])
    assert "incidents" not in left(incidents=[known])
    assert left(incidents=[published], **pursued)["incidents"]
    assert left(incidents=[known], **pursued)["incidents"]
    assert left(COUNSEL, incidents=[incident], **pursued)["incidents"]


def test_a_code_that_tells_goes_with_its_record_or_alone() -> None:
    """On an essential member the record goes; on another, the code; in a list, the item."""
    told = left(
        events=[{"kind": "entry_abroad"}, {"kind": "protest"}],
        incidents=[{"method": "threat", "demand": "withdraw_asylum_claim", "known_to": ["TJ"]}],
        pursued_by=["TJ"],
    )

    assert told["events"] == [{"kind": "protest"} | BY_NOBODY_KNOWN]
    assert told["incidents"] == [{"method": "threat"} | BY_NOBODY_KNOWN]


@pytest.mark.parametrize(
    ("codelist", "code", "leaves"),
    [
        ("countries", "TJ", True),
        ("countries", "interpol-2018:922", True),
        ("countries", "x-a:somewhere-secret", False),
        ("offences", "x-a:words-of-a-court", False),
        ("event_kinds", "entry_abroad", False),
        ("event_kinds", "protest", True),
    ],
)
def test_a_code_leaves_if_we_know_what_it_tells(codelist: str, code: str, *, leaves: bool) -> None:
    """A code of another vocabulary is a free text to us."""
    assert code_may_leave(codelist, code, PARTNER) is leaves
    assert code_may_leave(codelist, code, COUNSEL)


def test_no_free_text_leaves_for_partners_and_the_public() -> None:
    """Nor the language that tells of one."""
    charge = {"offence": ["fraud"], "text": "Words.", "language": "tg", "law": "Article 1"}
    told = left(warrants=[{"issuing_state": "TJ", "charges": [charge]}])

    assert told["warrants"][0]["charges"] == [
        {"offence": ["fraud"], "according_to": ["class:issuing_state"]}
    ]


def test_what_belongs_to_another_case_stays_behind() -> None:
    """It has another id in a release."""
    for audience in (COUNSEL, PARTNER, PUBLIC):
        assert "related_cases" not in left(audience, related_cases=[{"case": "c-2"}])


def test_the_case_itself_is_not_changed() -> None:
    """A projection is another case."""
    whole = rednotice.from_dict({"rednotice": "1.0", "id": "c-1", "subjects": [SUBJECT]})
    before = rednotice.dumps(whole)
    project(whole, PARTNER)

    assert rednotice.dumps(whole) == before
