"""Sources: on which a record rests, and whether they were coded in full."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import rednotice
from rednotice import gate
from rednotice.documents import Path
from rednotice.insight.sources import (
    is_coded_in_full,
    records_at,
    source_named,
    sources_of,
    sources_read,
)
from rednotice.insight.view import View
from rednotice.model import SharedDocument, Statement

TODAY = dt.date(2027, 1, 1)
ARTICLE = {"id": "q1", "kind": "news_article"}
LETTER = {"id": "q2", "kind": "letter"}
TOLD_OF = {"id": "q3", "title": "papers", "sources": ["q1"]}


def view_of(*sources: dict[str, Any], shared: Any = None, **members: Any) -> View:
    value = {
        "rednotice": "1.0",
        "id": "c-1",
        "subjects": [{"id": "s1"}],
        "incidents": [{"method": "threat"}],
        **members,
    }
    case = rednotice.from_dict({**value, "sources": sources} if sources else value)
    return View(case, TODAY, shared=shared)


def names_at(view: View, *path: str | int) -> tuple[str, ...]:
    return sources_of(view, *records_at(view, path))


def test_a_record_without_sources_rests_on_the_only_source() -> None:
    assert names_at(view_of(ARTICLE), "incidents", 0) == ("q1",)


def test_a_record_without_sources_rests_on_none_of_several() -> None:
    assert names_at(view_of(ARTICLE, LETTER), "incidents", 0) == ()


def test_a_source_that_is_only_told_of_does_not_count() -> None:
    """The article tells of the papers, and nobody here has read them."""
    view = view_of(ARTICLE, TOLD_OF)

    assert [source.id for source in sources_read(view.case)] == ["q1"]
    assert names_at(view, "incidents", 0) == ("q1",)


def test_a_record_rests_on_what_it_names_and_not_on_the_only_source() -> None:
    view = view_of(ARTICLE, incidents=[{"method": "threat", "sources": ["shared:q9"]}])

    assert names_at(view, "incidents", 0) == ("shared:q9",)


def test_a_record_inside_another_rests_on_what_that_one_names() -> None:
    """The charge stands in the warrant that the letter shows."""
    view = view_of(ARTICLE, LETTER, warrants=[{"sources": ["q2"], "charges": [{"text": "fraud"}]}])

    assert names_at(view, "warrants", 0, "charges", 0) == ("q2",)


def test_a_record_that_says_why_its_sources_are_missing_rests_on_none() -> None:
    view = view_of(ARTICLE, incidents=[{"method": "threat", "missing": {"sources": "none"}}])

    assert names_at(view, "incidents", 0) == ()


@pytest.mark.parametrize(
    ("members", "path"),
    [
        ({"handling": {"consent": [{"person": "s1"}]}}, ("handling", "consent", 0)),
        ({"editor_decisions": [{"reason": "other"}]}, ("editor_decisions", 0)),
        ({"record": {"coded_by": "K1"}}, ("record",)),
        ({}, ("sources", 0)),
        ({}, ()),
    ],
)
def test_what_its_keepers_write_of_their_own_accord_rests_on_no_source(
    members: dict[str, Any], path: Path
) -> None:
    """A consent was not given in the article, and the article does not rest on itself."""
    assert names_at(view_of(ARTICLE, **members), *path) == ()


def test_the_only_source_is_found_without_an_id() -> None:
    view = view_of({"kind": "news_article"})
    (name,) = names_at(view, "incidents", 0)

    assert source_named(view, name) == view.case.sources[0]


def shared_with(*sources: dict[str, Any]) -> SharedDocument:
    document = gate.decode(
        {
            "rednotice": "1.0",
            "shared": True,
            "sources": sources,
            "statements": [{"id": "t1", "stance": "says"}],
        }
    )
    assert isinstance(document, SharedDocument)
    return document


@pytest.mark.parametrize(("own", "name"), [({"id": "q7"}, "shared:q7"), ({}, "shared:")])
def test_a_record_of_the_shared_document_rests_on_the_only_source_there(
    own: dict[str, str], name: str
) -> None:
    """The only source of the case is another one."""
    shared = shared_with({**own, "kind": "ngo_report"})
    view = view_of(ARTICLE, shared=shared)
    ((_, statement),) = view.among(Statement, ["shared:t1"])

    assert sources_of(view, statement) == (name,)
    assert source_named(view, name) == shared.sources[0]


@pytest.mark.parametrize(
    ("sources", "named", "expected"),
    [
        ([{**ARTICLE, "coded_in_full": True}], [], True),
        ([{**ARTICLE, "coded_in_full": False}], [], False),
        ([{**ARTICLE, "coded_in_full": True}, LETTER], [], False),
        ([{**ARTICLE, "coded_in_full": True}, LETTER], ["q1"], True),
        ([{**ARTICLE, "coded_in_full": True}, LETTER], ["q1", "q2"], False),
        ([{**ARTICLE, "coded_in_full": True}], ["nobody"], False),
    ],
)
def test_absence_tells_something_only_if_every_source_is_coded_in_full(
    sources: list[dict[str, Any]], named: list[str], *, expected: bool
) -> None:
    incident = {"method": "threat", **({"sources": named} if named else {})}
    view = view_of(*sources, incidents=[incident])

    assert is_coded_in_full(view, ("incidents", 0)) is expected


def test_what_a_case_lacks_as_a_whole_is_asked_although_its_source_is_coded_in_full() -> None:
    """Who pursues decides who must not learn of the case, and no source settles that alone."""
    view = view_of({**ARTICLE, "coded_in_full": True})

    assert not is_coded_in_full(view, ())
