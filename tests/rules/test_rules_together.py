"""Rules together: a case may go to each audience, and its release is clean, both at once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import rednotice
from rednotice import Audience, Report

TODAY = dt.date(2027, 1, 1)
OUTSIDE = [audience for audience in Audience if audience is not Audience.INTERNAL]
EVERYBODY = ["partners", "lawyers", "ccf", "anonymous_publication"]
KEPT: dict[str, Any] = {
    "rednotice": "1.0",
    "id": "c-7k2m9q",
    "pursued_by": ["TJ"],
    "subjects": [{"id": "s1", "label": "Editor A", "names": [{"text": "Ida Beispiel"}]}],
    "people": [{"id": "p1", "label": "brother", "relation": {"kind": "brother"}}],
    "incidents": [{"method": "threat", "against": ["p1"], "demand": "stop_publishing"}],
    "sources": [{"title": "interview", "date": "2026-03"}],
    "missing": {"notices": "not_asked"},
    "handling": {
        "tlp": "clear",
        "review_after": "2028-01",
        "consent": [
            {"person": who, "given": "free", "date": "2026-03", "purposes": EVERYBODY}
            for who in ("s1", "p1")
        ],
        "risks": [{"adversary": "TJ", "level": "high"}],
    },
}
NOTICE = {
    "id": "notice1",
    "kind": "red",
    "issuing_state": "TJ",
    "charges": [
        {
            "offence": ["extremism"],
            "contested": [{"kind": "fabricated", "by": ["class:person_or_supporters"]}],
        }
    ],
    "history": [{"status": "published", "date": "2021", "according_to": ["class:press"]}],
}
STATEMENTS = [
    {"about": "notice1.charges", "stance": "denies", "by": ["class:person_or_supporters"]},
]
THREAT = {
    "method": "threat",
    "against": ["class:family"],
    "to_press": ["class:subject"],
    "demand": "stop_publishing",
    "according_to": ["class:person_or_supporters"],
}
ARREST = {"kind": "arrested", "according_to": ["class:press"]}
# What of a case may leave, by audience.
LEFT: dict[str, dict[str, Any]] = {
    "counsel": {
        "subjects": [{"id": "subject1", "names": [{"text": "Ida Beispiel"}]}],
        "incidents": [{**THREAT, "date": "2025-08-12", "country": "TJ"}],
        "outcomes": [{**ARREST, "date": "2021-06-15", "country": "AT"}],
        "sources": [{"title": "interview", "date": "2026-03"}],
    },
    "ccf_commission": {"subjects": [{"id": "subject1", "names": [{"text": "Ida Beispiel"}]}]},
    "ccf_bureau": {"subjects": [{"id": "subject1", "names": [{"text": "Ida Beispiel"}]}]},
    "partner": {"incidents": [THREAT], "outcomes": [{**ARREST, "date": "2021"}]},
    "public": {"outcomes": [ARREST]},
}


def kept(audience: Audience) -> Report:
    """What is found in the case that is kept, when it is asked whether it may go."""
    return rednotice.check(KEPT, today=TODAY, audience=audience)


def left(audience: Audience, **members: Any) -> Report:
    """What is found in the release of the case, with other *members*."""
    release = {"audience": audience.value, "policy": "example 1", "date": "2026-12"}
    value = {
        "rednotice": "1.0",
        "id": "c-0j777dd36bap1cj5",
        "release": {**release, "tlp": "amber", "terms": ["no_policing", "no_screening"]},
        "pursued_by": ["TJ"],
        "subjects": [{"kind": "person"}],
        "notices": [NOTICE],
        "statements": STATEMENTS,
        **LEFT[audience.value],
        **members,
    }
    return rednotice.check(value, today=TODAY, audience=audience)


@pytest.mark.parametrize("audience", OUTSIDE)
def test_a_case_that_is_kept_may_go_to_an_audience(audience: Audience) -> None:
    """All that guards a release can be had together, at every severity."""
    report = kept(audience)

    assert [str(finding) for finding in report] == []
    assert report.verdict("info") == f"may go to {audience.value}"


@pytest.mark.parametrize("audience", OUTSIDE)
def test_a_release_to_an_audience_passes_all_rules_at_once(audience: Audience) -> None:
    """No rule misses there what another wants gone."""
    report = left(audience)

    assert [str(finding) for finding in report] == []
    assert report.verdict("info") == f"a clean release for {audience.value}"


@pytest.mark.parametrize("audience", OUTSIDE)
def test_what_is_kept_is_no_clean_release(audience: Audience) -> None:
    """The label, the people and the handling of the case never leave whole."""
    report = left(audience, **{name: KEPT[name] for name in ("subjects", "people", "handling")})

    assert "RN921" in {finding.rule for finding in report}
    assert report.verdict() == f"not a clean release for {audience.value}"


@pytest.mark.parametrize("audience", [Audience.PARTNER, Audience.PUBLIC])
def test_what_goes_to_counsel_is_not_clean_for_those_beyond(audience: Audience) -> None:
    """Names and days are for others."""
    found = {finding.rule for finding in left(audience, **LEFT["counsel"])}

    assert {"RN921", "RN925"} <= found
