"""Questions: of which records of a case a rule is asked, and where its problems lie."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from rednotice import gate
from rednotice.findings import Severity
from rednotice.insight.questions import Problem, Questions, rule
from rednotice.insight.view import View
from rednotice.model import Incident, Notice, Person, Subject


def view_of(**members: Any) -> View:
    case = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "Person A"}], **members}
    return View(gate.decode(case), dt.date(2026, 6, 1))


@rule("RN199")
def whole_case(_: View) -> Iterator[Problem]:
    """A question about the case."""
    yield ("subjects",), "first"


@rule("RN198", of=(Person, Subject))
def every_person(_person: Person | Subject, _: View) -> Iterator[Problem]:
    """A question about each person."""
    yield ("label",), "second"


@rule("RN197", of=Notice, having=("number", "history"))
def with_one_member(_notice: Notice, _: View) -> Iterator[Problem]:
    """A question about notices with a number or a history."""
    yield (), "third"


@rule("RN196", of=Incident, having="method", lacking=("by", "against"))
def without_members(_incident: Incident, _: View) -> Iterator[Problem]:
    """A question about incidents with a method that nobody did to anybody."""
    yield (), "fourth"


def test_a_question_about_the_case_is_asked_once_of_its_view() -> None:
    """Its paths begin at the case."""
    assert list(whole_case.problems(view_of())) == [(("subjects",), "first")]


def test_a_question_about_records_is_asked_of_each_class_by_class() -> None:
    """Its paths begin at the record, and what comes of it at the case."""
    view = view_of(people=[{"label": "Person B"}, {"label": "Person C"}])

    assert [path for path, _ in every_person.problems(view)] == [
        ("people", 0, "label"),
        ("people", 1, "label"),
        ("subjects", 0, "label"),
    ]


def test_a_question_is_asked_of_records_that_have_one_of_the_members() -> None:
    """The second notice has neither."""
    notices = [
        {"kind": "red", "number": "2021/1"},
        {"kind": "red"},
        {"kind": "red", "history": [{"status": "published"}]},
    ]

    found = [path for path, _ in with_one_member.problems(view_of(notices=notices))]

    assert found == [("notices", 0), ("notices", 2)]


def test_a_question_is_asked_of_records_that_lack_all_of_the_members() -> None:
    """One that says in `missing` why it has none is not asked, nor is one without the method."""
    incidents = [
        {"method": "phone_call"},
        {"method": "phone_call", "against": ["p1"]},
        {"method": "phone_call", "missing": {"by": "unknown"}},
        {"country": "FR"},
    ]

    found = [path for path, _ in without_members.problems(view_of(incidents=incidents))]

    assert found == [("incidents", 0)]


def test_rules_are_asked_one_after_the_other() -> None:
    """What one finds stands together, whatever the order of records in the case."""
    rules = (every_person, whole_case)

    found = [(one.manual.id, path) for one, path, _ in Questions(rules).asked(view_of())]

    assert found == [("RN198", ("subjects", 0, "label")), ("RN199", ("subjects",))]


@rule("RN195", of_releases=True)
def about_a_release(_: View) -> Iterator[Problem]:
    """A question about documents that have left."""
    yield (), "fifth"


@rule("RN194", guards_release=True)
def before_it_leaves(_: View) -> Iterator[Problem]:
    """A question about whether a case may go."""
    yield (), "sixth"


@rule("RN193", asks_for_more=True)
def for_the_coder(_: View) -> Iterator[Problem]:
    """A question that asks for something."""
    yield (), "seventh"


@rule("RN192", Severity.INFO)
def to_be_known(_: View) -> Iterator[Problem]:
    """A question whose answer is information."""
    yield (), "eighth"


RELEASE = {"audience": "partner", "policy": "partner 1", "date": "2026-11"}


def test_a_release_is_asked_whether_it_is_clean_and_for_nothing_that_a_coder_could_add() -> None:
    """Rules on the content of any document are asked of both."""
    asked = (whole_case, about_a_release, before_it_leaves, for_the_coder, to_be_known)
    lacking = {"incidents": [{"method": "phone_call"}]}
    questions = Questions((*asked, without_members))

    kept = [one.manual.id for one, _, _ in questions.asked(view_of(**lacking))]
    left = [one.manual.id for one, _, _ in questions.asked(view_of(**lacking, release=RELEASE))]

    assert kept == ["RN199", "RN194", "RN193", "RN192", "RN196"]
    assert left == ["RN199", "RN195"]


def test_a_shared_document_that_has_left_is_a_release_too() -> None:
    """It is asked by itself."""
    shared = {"rednotice": "1.0", "shared": True, "release": RELEASE}
    view = View(gate.decode(shared), dt.date(2026, 6, 1))

    assert [message for _, message in about_a_release.problems(view)] == ["fifth"]
    assert list(before_it_leaves.problems(view)) == []


def test_several_cases_are_asked_as_each_would_be_alone() -> None:
    """A release among them is asked its own rules, and what is found stays with its case."""
    rules = (every_person, whole_case, about_a_release, to_be_known, without_members)
    questions = Questions(rules)
    incidents = {"incidents": [{"method": "phone_call"}]}
    views = [view_of(**incidents), view_of(release=RELEASE), view_of(), view_of(**incidents)]

    assert questions.asked_of_each(views) == [questions.asked(view) for view in views]
    assert questions.asked_of_each([]) == []
