"""Conflicts are derived from statements, and each has a type."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import rednotice
from rednotice.insight.conflicts import conflicts
from rednotice.insight.view import View

TODAY = dt.date(2027, 1, 1)


def view_of(*statements: dict[str, Any]) -> View:
    """A case about which a mother (p1) and the subject (s1) make *statements*."""
    case = rednotice.from_dict(
        {
            "rednotice": rednotice.VERSION,
            "id": "c-1",
            "subjects": [{"id": "s1", "label": "A"}],
            "people": [{"id": "p1", "label": "mother"}, {"id": "p2", "label": "brother"}],
            "notices": [{"id": "n1", "kind": "red"}, {"id": "n2", "kind": "diffusion"}],
            "incidents": [{"id": "i1", "method": "detention"}],
            "proceedings": [{"id": "pr1", "kind": "extradition"}],
            "outcomes": [{"id": "o1", "kind": "arrested"}],
            "statements": statements,
        }
    )
    return View(case, TODAY)


@pytest.mark.parametrize(
    ("about", "one", "other", "wanted"),
    [
        ("i1.against", ["p1"], ["p1", "p2"], "who"),
        ("o1.date", "2021-06", "2021-08", "when"),
        ("o1.duration", "P3D", "P30D", "how_long"),
        ("pr1.forum.country", "IT", "FR", "where"),
        ("o1.kind", "arrested", "stopped", "what"),
        ("i1.persons", 7, 12, "how_many"),
        ("pr1.in_absentia", True, False, "whether"),
        ("i1.notices", ["n1"], ["n2"], "which_record"),
    ],
)
def test_a_conflict_of_values_says_what_they_differ_in(
    about: str, one: object, other: object, wanted: str
) -> None:
    view = view_of(
        {"about": about, "by": ["s1"], "stance": "says", "value": one},
        {"about": about, "by": ["p1"], "stance": "says", "value": other},
    )

    (found,) = conflicts(view)

    assert found.type == wanted
    assert found.places == (("statements", 0), ("statements", 1))


def test_a_denial_of_what_another_asserts_is_a_conflict() -> None:
    view = view_of(
        {"about": "o1.date", "by": ["p1"], "stance": "says", "value": "2021-06"},
        {"about": "o1.date", "by": ["s1"], "stance": "denies"},
    )

    assert [(one.about, one.type) for one in conflicts(view)] == [("o1.date", "denied")]


def test_silence_is_no_conflict() -> None:
    view = view_of(
        {"about": "o1.date", "by": ["p1"], "stance": "says", "value": "2021-06"},
        {"about": "o1.date", "by": ["s1"], "stance": "did_not_answer"},
    )

    assert conflicts(view) == []


def test_a_value_inside_a_record_that_is_absent_can_be_disputed() -> None:
    """The proceeding has no forum, and two speakers name different countries for it."""
    view = view_of(
        {"about": "pr1.forum.country", "by": ["s1"], "stance": "says", "value": "IT"},
        {"about": "pr1.forum.country", "by": ["p1"], "stance": "says", "value": "FR"},
    )

    assert [one.about for one in conflicts(view)] == ["pr1.forum.country"]


def test_a_number_and_the_best_guess_of_its_range_are_one_thing() -> None:
    view = view_of(
        {"about": "i1.persons", "by": ["s1"], "stance": "says", "value": 7},
        {"about": "i1.persons.best", "by": ["p1"], "stance": "says", "value": 12},
    )

    assert [one.about for one in conflicts(view)] == ["i1.persons.best"]


def test_two_readings_of_one_text_are_no_conflict() -> None:
    """Their speaker does not contradict himself: the text is ambiguous."""
    view = view_of(
        {"about": "i1.against", "by": ["p1"], "stance": "may_mean", "value": ["p1"]},
        {"about": "i1.against", "by": ["p1"], "stance": "may_mean", "value": ["p2"]},
    )

    assert conflicts(view) == []
