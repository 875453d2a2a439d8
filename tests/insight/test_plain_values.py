"""Plain values: what rules about single values look at, put down once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from rednotice import gate
from rednotice.insight.layouts import is_prose
from rednotice.insight.view import View
from rednotice.model import Case, SharedDocument
from rednotice.records import fields_of
from rednotice.records.shapes import Scalar
from rednotice.records.walk import record_classes

# A zero, a control character, a sign of direction, one without a width, and what a conversion lost.
UNSEEN = ("\x00", "\x1b", "\u202e", "\u200b", "\u200d", "\ufffd")
LIMITED = {
    (cls.__name__, field.name): field.one
    for root in (Case, SharedDocument)
    for cls in record_classes(root)
    for field in fields_of(cls)
    if isinstance(field.one, Scalar) and field.one.base is str and not is_prose(field.one)
}


def view_of(**members: Any) -> View:
    value = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "Person A"}], **members}
    assert gate.is_accepted(value)
    return View(gate.decode(value), dt.date(2026, 6, 1))


@pytest.mark.parametrize("member", LIMITED, ids=".".join)
def test_a_text_that_is_no_prose_can_hold_no_unseen_sign(member: tuple[str, str]) -> None:
    """So a search of the prose finds every such sign of a case."""
    shape = LIMITED[member]
    examples = [text for text in (shape.named.examples if shape.named else ()) if text]

    for text in ["a", "2021", *examples]:
        for sign in UNSEEN:
            for changed in (sign, f"{sign}{text}", f"{text}{sign}", f"{text[:1]}{sign}{text[1:]}"):
                assert not all(limit.holds(changed) for limit in shape.limits)


def test_texts_and_codes_are_found_alone_and_in_lists() -> None:
    """Ids, dates and codes of other lists are neither."""
    view = view_of(
        pursued_by=["TR", "GE"],
        summary="Two calls.",
        notices=[{"id": "n1", "kind": "red", "issuing_state": "TR"}],
        missing={"warrants": "unknown"},
    )

    assert view.prose == ["Person A"]
    assert view.identifying == ["Two calls."]  # it may say anything
    assert view.states == ["TR", "GE", "TR"]
    assert view.state_lists == [((), "pursued_by", ("TR", "GE"))]
