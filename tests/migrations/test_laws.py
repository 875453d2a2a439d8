"""The laws of migrations: what is brought to another version and back is what it was."""

from __future__ import annotations

from typing import Any

import pytest
from earlier import FIRST, documents, down, edition, examples, up
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents as current

from rednotice.migrations import residue, steps


@pytest.mark.parametrize("name", examples())
def test_an_example_of_the_first_edition_comes_back_as_it_was(name: str) -> None:
    document = examples()[name]
    newer = up(document, FIRST).value

    assert edition("1.0", newer).accepts(newer)
    assert down(newer, FIRST).value == document


@given(documents())
def test_up_and_down_again_is_the_same_document(document: dict[str, Any]) -> None:
    newer = up(document, FIRST).value

    assert edition("1.0", newer).accepts(newer)
    assert down(newer, FIRST).value == document


@given(current())
def test_down_and_up_again_is_the_same_document(document: dict[str, Any]) -> None:
    """Also what the older version has no room for: it waits there."""
    for step in reversed(steps()):
        try:
            older = down(document, step).value
        except ValueError:
            assert document.get("shared")  # a shared document of 0.9 has no extensions
            return
        assert edition(step.older, older).accepts(older)
        assert up(older, step).value == document


@given(documents())
def test_what_waits_is_only_what_the_version_cannot_hold(document: dict[str, Any]) -> None:
    """A document that went down and up has nothing waiting that it did not have before."""
    newer = up(document, FIRST).value
    older = down(newer, FIRST).value

    assert residue.waiting_in(older) == 0
    assert up(older, FIRST).value == newer


@given(documents(), st.data())
def test_a_record_that_was_removed_gives_nothing_to_another(
    document: dict[str, Any], data: st.DataObject
) -> None:
    """What waits for it waits on; no other record gets its motive or its speaker."""
    newer = up(document, FIRST).value
    lists = [name for name, value in newer.items() if isinstance(value, list) and value]
    if not lists or document.get("shared"):
        return
    chosen = data.draw(st.sampled_from(lists))
    if chosen == "subjects" and len(newer[chosen]) == 1:
        return
    gone = newer[chosen].pop(data.draw(st.integers(0, len(newer[chosen]) - 1)))
    if not newer[chosen]:
        del newer[chosen]

    older = down(newer, FIRST).value

    for record in older.get(chosen, ()):
        assert record in document.get(chosen, ()) or record != gone
    assert edition("0.9", older).accepts(older)
