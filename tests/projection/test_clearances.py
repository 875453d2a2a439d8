"""Wordings that an editor cleared for an audience."""

from __future__ import annotations

from typing import Any

import pytest
from filled import release_key

import rednotice
from rednotice.insight.clearances import hash_of
from rednotice.projection.finishing import finish
from rednotice.projection.projecting import project
from rednotice.records import CCF_BUREAU, CCF_COMMISSION, COUNSEL, PARTNER, PUBLIC, Audience

TEXT = "They came to the brother's house in a small town."
CLEARED = {
    "about": "e1.text",
    "audience": "partner",
    "text": "Officials came to a relative.",
    "language": "en",
    "text_sha256": hash_of(TEXT),
    "date": "2026-05",
    "by": "AB",
}


def released(audience: Audience = PARTNER, event: Any = (), **clearance: Any) -> dict[str, Any]:
    whole = {
        "rednotice": "1.0",
        "id": "c-1",
        "subjects": [{"kind": "person"}],
        "events": [
            {"id": "e1", "kind": "protest", "text": TEXT, "according_to": ["class:press"]}
            | dict(event)
        ],
        "cleared": [{**CLEARED, **clearance}],
    }
    projected = project(rednotice.from_dict(whole), audience)
    [left] = finish([projected], release_key(bytes(32), audience, ""))
    return rednotice.to_dict(left)


def test_a_cleared_wording_leaves_beside_its_record() -> None:
    """The words are the editor's, and do not stand in the place of the speaker's."""
    told = released()

    assert told["cleared"] == [
        {
            "about": "event1.text",
            "audience": "partner",
            "text": "Officials came to a relative.",
            "language": "en",
        }
    ]
    assert told["events"] == [{"id": "event1", "kind": "protest", "according_to": ["class:press"]}]


@pytest.mark.parametrize(
    "audience",
    [PUBLIC, CCF_BUREAU, CCF_COMMISSION, COUNSEL],
    ids=lambda one: one.value,
)
def test_a_wording_leaves_for_the_audience_for_which_it_was_cleared_alone(
    audience: Audience,
) -> None:
    """Not even for one that may see more."""
    assert "cleared" not in released(audience)


@pytest.mark.parametrize(
    "event",
    [{"text": f"{TEXT} Twice."}, {"kind": "flight"}],
    ids=["the text has changed", "the record stays behind"],
)
def test_a_wording_for_what_is_not_there_stays_behind(event: Any) -> None:
    """It was read beside other words, or would tell of a record that does not leave."""
    assert "cleared" not in released(event=event)


@pytest.mark.parametrize("about", ["e1", "e1.kind", "e9.text", "shared:e1.text", "e1.note"])
def test_a_wording_that_stands_for_no_text_stays_behind(about: str) -> None:
    """Only a text that is there can leave in other words."""
    assert "cleared" not in released(about=about)


def test_who_cleared_it_and_the_hash_stay_behind() -> None:
    """A hash would tell whoever guesses the text that the guess is right."""
    assert released(by="CD", date="2020") == released()
    longer = f"{TEXT} And again."
    other = released(event={"text": longer}, text_sha256=hash_of(longer))
    assert other == released()


def test_the_wording_is_content_of_the_release() -> None:
    """Another wording gives another release."""
    assert released(text="Officials came.")["id"] != released()["id"]


def test_the_summary_of_the_case_can_be_cleared() -> None:
    """By the id of the case."""
    whole = rednotice.from_dict(
        {
            "rednotice": "1.0",
            "id": "c-1",
            "subjects": [{"kind": "person"}],
            "summary": "What happened.",
            "cleared": [
                {
                    **CLEARED,
                    "about": "c-1.summary",
                    "text_sha256": hash_of("What happened."),
                }
            ],
        }
    )
    [left] = finish([project(whole, PARTNER)], release_key(bytes(32), PARTNER, ""))

    assert left.cleared[0].about == f"{left.id}.summary"
