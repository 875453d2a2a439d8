"""A view: what rules ask of a case, found in one pass."""

from __future__ import annotations

import datetime as dt
from typing import Any

from rednotice import gate
from rednotice.insight.view import View, once
from rednotice.model import Case
from rednotice.records import walk

TODAY = dt.date(2027, 1, 1)


def case_of(**members: Any) -> Case:
    """A case with these members, as the gate lets it in."""
    value = {"rednotice": "1.0", "id": "c-1", "subjects": [{"id": "s1"}], **members}
    assert gate.is_accepted(value)
    case: Any = gate.decode(value)
    return case


def test_a_question_is_asked_of_a_view_once_and_of_another_view_again() -> None:
    """What several rules want is found for the first, and a view keeps nothing for another."""
    asked: list[View] = []

    @once
    def how_many(view: View) -> int:
        asked.append(view)
        return len(view.records)

    one, other = View(case_of(), TODAY), View(case_of(people=[{"label": "aunt"}]), TODAY)

    assert [how_many(one), how_many(one), how_many(other)] == [2, 2, 3]
    assert asked == [one, other]


def test_the_shared_document_may_be_a_view_already() -> None:
    """Many cases point into one document, which need not be gone over for each."""
    value = {"rednotice": "1.0", "shared": True, "sources": [{"id": "q1", "title": "report"}]}
    shared: Any = gate.decode(value)
    found = (("sources", 0), shared.sources[0])

    for beside in (shared, View(shared, TODAY)):
        view = View(case_of(sources=[{"id": "q2", "title": "copy"}]), TODAY, shared=beside)
        assert view.record_of("shared:q1") == found
        assert view.record_of("shared:q2") is None


def test_a_record_is_named_by_its_id_or_one_of_its_fields() -> None:
    """The member that holds it is its home; that of the case itself has no name."""
    penalties = [{"id": "b1", "kind": "imposed"}]
    notices = [{"id": "n1", "kind": "red", "penalties": penalties}]
    view = View(case_of(notices=notices), TODAY)

    homes = [view.home(reference) for reference in ("n1", "n1.kind", "b1", "c-1", "n2", "n2.kind")]

    assert homes == ["notices", "notices", "penalties", "", None, None]


def test_only_references_that_want_a_look_are_strays() -> None:
    """One that names another record where it may point is none, whether alone or in a list."""
    case = case_of(
        notices=[
            {"id": "n1", "kind": "red", "warrants": ["w1", "w9", "s1"], "supersedes": ["n1", "n2"]},
            {"id": "n2", "kind": "blue"},
        ],
        warrants=[{"id": "w1", "authority": "shared:o1"}],
        statements=[
            {"stance": "alleges", "about": "n1.kind", "by": ["s1"]},
            {"stance": "alleges", "about": "n9"},
            {"id": "st3", "stance": "alleges", "about": "st3"},
        ],
    )

    strays = View(case, TODAY).strays

    assert {(stray.path, stray.target) for stray in strays} == {
        (("notices", 0, "warrants", 1), "w9"),
        (("notices", 0, "warrants", 2), "s1"),
        (("notices", 0, "supersedes", 0), "n1"),
        (("warrants", 0, "authority"), "shared:o1"),
        (("statements", 1, "about"), "n9"),
        (("statements", 2, "about"), "st3"),
    }


def test_a_class_word_is_no_stray_and_names_the_only_subject_or_nobody() -> None:
    """Two records that both speak of the family need not mean one relative."""
    view = View(case_of(incidents=[{"method": "threat", "against": ["class:family"]}]), TODAY)
    crowd = View(case_of(subjects=[{"id": "s1"}, {"id": "s2"}]), TODAY)

    assert view.strays == []
    assert view.record_of("class:subject") == view.subject
    assert view.record_of("class:family") is None
    assert view.persons_named(("class:person", "class:family", "p1")) == ("s1", "p1")
    assert crowd.record_of("class:subject") is None
    assert crowd.persons_named(("class:subject",)) == ()


def test_every_date_and_every_reason_is_found() -> None:
    """One pass finds what a walk over all fields would."""
    case = case_of(
        subjects=[{"id": "s1", "born": "1980", "missing": {"sex": "not_stated"}}],
        notices=[{"kind": "red", "history": [{"status": "published", "date": "2020-01"}]}],
        missing={"warrants": "unknown"},
    )

    view = View(case, TODAY)

    dates = [(*path, member) for path, _, member, _ in view.dates]
    assert dates == [("subjects", 0, "born"), ("notices", 0, "history", 0, "date")]
    assert [path for path, _ in view.gaps] == [(), ("subjects", 0)]
    assert view.records == walk(case)


def test_a_view_knows_the_ids_of_all_classes_that_have_one() -> None:
    """The id of a case at another organisation is a label there, and names nothing here."""
    also = {"organisation": "an archive", "id": "x1"}
    view = View(case_of(record={"also_known_as": [also]}), TODAY)

    assert set(view.ids) == {"c-1", "s1"}
