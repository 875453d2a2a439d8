"""What a case rests on, in summary."""

from __future__ import annotations

from typing import Any

import pytest
from filled import changed, filled, ways

from rednotice import codelists, from_dict, gate
from rednotice.codelists.groups import naming
from rednotice.model import RestsOn
from rednotice.projection.resting import rests_on


def summary(*sources: dict[str, Any], **record: Any) -> RestsOn | None:
    """The summary of a case with these sources and this record of the record."""
    document: dict[str, Any] = {"rednotice": "1.0", "id": "c-1", "subjects": [{"kind": "person"}]}
    if sources:
        document["sources"] = [*sources]
    if record:
        document["record"] = record
    return rests_on(from_dict(document))


def test_every_kind_of_source_has_one_class() -> None:
    """The list of kinds says which, and nothing else does."""
    classes = naming("source_kinds", "class_")

    assert {code.code: 1 for code in codelists.codelist("source_kinds")} == {
        kind: len(found) for kind, found in classes.items()
    }
    assert set().union(*classes.values()) == {
        one.code for one in codelists.codelist("source_classes")
    }


def test_a_summary_tells_state_year_and_classes() -> None:
    found = summary(
        {"kind": "interview"}, {"kind": "news_article"}, state="verified", as_of="2026-05-17"
    )

    assert found == RestsOn(
        state="verified",
        as_of="2026",
        source_classes=["person_or_supporters", "press"],
        independent=2,
    )


@pytest.mark.parametrize(
    "kind", ["interview", "relative_testimony", "subject_testimony", "lawyer_statement"]
)
def test_nobody_can_see_who_on_the_persons_side_spoke(kind: str) -> None:
    """A relative, the person and counsel give the same summary."""
    assert summary({"kind": kind}) == summary({"kind": "relative_testimony"})


def test_a_title_a_name_and_an_address_are_not_in_the_summary() -> None:
    named = {"title": "Interview with the brother", "by": ["class:counsel"], "held": True}

    assert summary({"kind": "interview", **named}) == summary({"kind": "interview"})


def test_a_source_without_a_kind_tells_nothing() -> None:
    found: Any = summary({"title": "a talk"})

    assert found.source_classes == ("other",)


def test_a_source_that_was_only_told_of_does_not_count() -> None:
    """Somebody else read it."""
    told = {"id": "q2", "kind": "court_judgment", "sources": ["q1"]}

    assert summary({"id": "q1", "kind": "news_article"}, told) == summary({"kind": "news_article"})


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        ([{"id": "q1"}, {"id": "q2"}, {"id": "q3"}], 3),
        ([{"id": "q1"}, {"id": "q2", "derived_from": [{"source": "q1"}]}, {"id": "q3"}], 2),
        ([{"id": "q1", "independence_group": "g"}, {"id": "q2", "independence_group": "g"}], 1),
        ([{"independence_group": "g"}, {"id": "q2", "independence_group": "g"}], 1),
        ([{"independence_group": "g"}, {"independence_group": "h"}, {}], 3),
        ([{"id": "q1"}, {"derived_from": [{"source": "q1"}]}], 1),
        ([{"id": f"q{at}", "derived_from": [{"source": f"q{1 - at}"}]} for at in (0, 1)], 1),
        ([{"id": f"q{at}"} for at in range(12)], 12),
    ],
)
def test_sources_that_go_back_to_one_are_one(sources: list[dict[str, Any]], count: int) -> None:
    found: Any = summary(*({"kind": "news_article", **one} for one in sources))

    assert found.independent == count


def test_a_case_was_public_only_if_all_its_sources_were_published() -> None:
    """Otherwise the summary does not say that it was not."""
    page: dict[str, Any] = {"kind": "news_article", "address": "https://one.example/a"}
    paper: dict[str, Any] = {"kind": "news_article", "publisher": "class:press"}

    def is_public(*sources: dict[str, Any]) -> Any:
        found: Any = summary(*sources)
        return found.already_public

    assert is_public(page, paper) is True
    assert is_public(page, {"kind": "interview"}) is None


def test_a_case_that_rests_on_nothing_has_no_summary() -> None:
    """A year alone says nothing of what the record rests on."""
    assert summary() is None
    assert summary(as_of="2026-05") is None
    assert summary(state="draft") == RestsOn(state="draft")


def summed_up(document: dict[str, Any]) -> RestsOn | None:
    """The summary of a filled case, whose only source was read."""
    document["sources"][0].pop("sources", None)
    case: Any = gate.decode(document)
    return rests_on(case)


@pytest.mark.thorough
def test_nothing_but_sources_and_the_record_moves_a_summary() -> None:
    """It is visible content, so what else the case holds makes no difference to it."""
    expected = summed_up(filled())
    moved = [
        ".".join(field.name for field in way)
        for way, cls in ways()
        if way[0].name not in {"sources", "record"} and summed_up(changed(way, cls)) != expected
    ]

    assert expected is not None
    assert expected.source_classes
    assert moved == []
