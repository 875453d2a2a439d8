"""Writing out on which source a case rests, before a second one is added."""

from __future__ import annotations

from typing import Any

import pytest

import rednotice
from rednotice import Case, Incident, Source, Subject

CASE = {
    "rednotice": "1.0",
    "id": "c-1",
    "subjects": [{"id": "s1"}],
    "warrants": [{"charges": [{"text": "fraud"}]}],
    "incidents": [
        {"method": "threat"},
        {"method": "threat", "sources": ["shared:q9"]},
        {"method": "threat", "missing": {"sources": "none"}},
    ],
    "sources": [{"kind": "interview"}, {"title": "told of", "sources": ["q1"]}],
    "editor_decisions": [{"reason": "other"}],
    "handling": {"consent": [{"person": "s1"}]},
}


def written(**members: Any) -> rednotice.Case:
    return rednotice.with_sources_written(rednotice.from_dict({**CASE, **members}))


def test_only_records_that_rest_on_the_default_get_it_written() -> None:
    """One names another source, and one says that it has none."""
    named = [incident.sources for incident in written().incidents]

    assert named == [("q2",), ("shared:q9",), ()]


def test_a_source_without_an_id_gets_one_that_nothing_points_at() -> None:
    """A document told of in q1, which is not there, must not come to rest on this source."""
    assert [source.id for source in written().sources] == ["q2", None]


def test_a_record_inside_another_gets_nothing() -> None:
    """It rests on what the outer one names."""
    case = written()

    assert case.warrants[0].sources == ("q2",)
    assert case.warrants[0].charges[0].sources == ()


def test_a_consent_gets_nothing() -> None:
    case = written()

    assert case.handling is not None
    assert case.handling.consent[0].sources == ()


def test_a_case_with_two_sources_stays_as_it_is() -> None:
    two = [{"id": "q1", "kind": "interview"}, {"id": "q2", "kind": "letter"}]

    assert written(sources=two) == rednotice.from_dict({**CASE, "sources": two})


def test_the_case_that_was_given_is_not_changed() -> None:
    case = rednotice.from_dict(CASE)
    rednotice.with_sources_written(case)

    assert rednotice.to_dict(case) == CASE


def test_a_shared_document_is_written_out_too() -> None:
    document = rednotice.from_dict(
        {
            "rednotice": "1.0",
            "shared": True,
            "events": [{"kind": "protest"}],
            "sources": [{"id": "q1", "kind": "ngo_report"}],
        },
        rednotice.SharedDocument,
    )

    assert rednotice.with_sources_written(document).events[0].sources == ("q1",)


def test_anything_else_is_refused() -> None:
    with pytest.raises(TypeError, match="only a case or a shared document"):
        rednotice.with_sources_written(rednotice.Subject(id="s1"))  # type: ignore[type-var]


def test_a_reason_why_the_source_has_no_id_goes_when_it_gets_one() -> None:
    """Otherwise the check would say that the id is there and said to be missing."""
    source = Source(kind="interview", missing={"id": "unknown", "title": "unknown"})
    case = Case(
        rednotice="1.0",
        id="c-1",
        subjects=[Subject(id="s1")],
        incidents=[Incident(method="threat")],
        sources=[source],
    )

    assert rednotice.with_sources_written(case).sources[0].missing == {"title": "unknown"}
