"""
RN9 Harm: what must not leave, and what must not be said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.guilt import calls_guilty
from rednotice.insight.kin import is_child
from rednotice.insight.people_in_reach import people_in_reach
from rednotice.insight.pursuit import pursues
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View
from rednotice.model import (
    Case,
    Notice,
    Person,
    SharedDocument,
    Source,
    Statement,
    Subject,
    Warrant,
)
from rednotice.records import Audience
from rednotice.types.numbers import GREATEST
from rednotice.types.states import one_code
from rednotice.types.values import DEEPEST

_DETAILS_OF_A_CHILD = ("names", "sex", "born", "nationalities", "described_as", "positions")


@rule("RN910", of=Statement, having="terms", guards_release=True)
def statement_off_the_record(statement: Statement, view: View) -> Iterator[Problem]:
    """
    A statement was made off the record, and the case is meant for others than those who heard it.

    It was said on the promise that it stays. Leave it out, or ask the speaker for other terms.
    """
    private = statement.terms in having("attribution_terms", "for_hearers_only")
    if private and view.audience is not Audience.INTERNAL:
        yield ("terms",), "The source may not leave under its terms. Leave it out."


_PRIVILEGED_SOURCE = "The source is privileged and may not go beyond counsel. Leave it out."


@rule("RN911", of=Source, having="privileged", guards_release=True)
def privileged_source(source: Source, view: View) -> Iterator[Problem]:
    """
    A source is protected by legal privilege, and the case is meant for others than counsel.

    Once it was shown to others, the privilege may be lost in court. Leave the source out, and what
    only it tells; only the client can waive it.
    """
    if source.privileged and view.audience not in {Audience.INTERNAL, Audience.COUNSEL}:
        yield ("privileged",), _PRIVILEGED_SOURCE


_CHILD_WITH_DETAILS = (
    "This is a detail about a child. Leave it out, and say only that the person is a child."
)


@rule("RN912", of=Person, having=_DETAILS_OF_A_CHILD, guards_release=True)
def child_with_details(person: Person, view: View) -> Iterator[Problem]:
    """
    A child among the people of the case has a name, a sex, a date of birth or another detail.

    Of a child, no more is said than that it is one; few details are enough to find it in a village
    or a school. Take the details out of what leaves, and keep only those that you cannot do
    without.
    """
    if person.public_role is None and is_child(person, view.today):
        for member in _DETAILS_OF_A_CHILD:
            if member in person.__dict__:
                yield (member,), _CHILD_WITH_DETAILS


_NO_STATE_TO_GUARD_AGAINST = (
    "The case names no state that pursues. Name them in `pursued_by` before the case goes to"
    " others."
)


@rule("RN913", of=Case, lacking="pursued_by", guards_release=True)
def no_state_to_guard_against(case: Case, view: View) -> Iterator[Problem]:
    """
    A case is meant for others and tells no state that pursues.

    What a reader may learn hangs on what the pursuing state must not, and a check that finds
    nothing to hang on refuses. Where `pursued_by` is absent, the states that issued the notices and
    warrants of the case count as pursuing. Notices that seek help or inform do not count. Name the
    states in `pursued_by` where no notice tells one. If nobody can tell, say so in `missing`: every
    state counts as one then.
    """
    notices = (notice for notice in case.notices if pursues(notice))
    papers: tuple[Notice | Warrant, ...] = (*notices, *case.warrants)
    if view.audience is not Audience.INTERNAL and not any(one.issuing_state for one in papers):
        yield (), _NO_STATE_TO_GUARD_AGAINST


_PERHAPS_IN_REACH = (
    "A pursuing state may be able to reach this person. Assess the risk in `handling.risks`."
)


_PERSON_IN_REACH_WITHOUT_RISK_ASSESSMENT = (
    "A pursuing state can reach this person. Assess the risk in `handling.risks`."
)


@rule("RN914", of=Case, guards_release=True)
def person_in_reach_without_risk_assessment(case: Case, view: View) -> Iterator[Problem]:
    """
    A pursuing state can reach somebody in the case, and nobody assessed the risk from it.

    They pay for what becomes known. In reach is a relative who lives in a pursuing state or whose
    residence is not known, and everybody who was contacted, threatened, held or kept from leaving
    there, or nobody knows where. A class word such as `class:family` counts like a person. Where no
    pursuing state is named, every state counts as one. Assess who could be harmed by what leaves,
    enter it in `handling` under `risks` with the state as `adversary`, and do it again when
    something changes: a hearing, a publication, an arrest.
    """
    pursuing = {one_code(state) or state for state in case.pursued_by}
    risks = case.handling.risks if case.handling else ()
    assessed = {one_code(risk.adversary) or risk.adversary for risk in risks if risk.adversary}
    all_assessed = pursuing <= assessed if pursuing else bool(risks)
    for path, state in people_in_reach(view):
        if state is None and not all_assessed:
            yield path, _PERHAPS_IN_REACH
        elif state is not None and state not in assessed:
            yield path, _PERSON_IN_REACH_WITHOUT_RISK_ASSESSMENT


_SUBJECT_CALLED_GUILTY = (
    "The text calls somebody guilty. Say who accuses them of what, or what they are."
)


@rule(
    "RN915",
    Severity.WARNING,
    of=(Case, Subject, Person),
    having=("label", "summary", "note"),
)
def subject_called_guilty(record: Case | Subject | Person, _: View) -> Iterator[Problem]:
    """
    A label, a note or the summary calls a person a criminal, a terrorist or a fugitive.

    A charge is its issuer's statement and never a fact. Say who accuses them of what, or what they
    are: "the journalist", "the man". English words only, and not where the text says whose word it
    is, as in "called a terrorist by the prosecutor".
    """
    for member in ("label", "summary", "note"):
        text = record.__dict__.get(member)
        if text and calls_guilty(text):
            yield (member,), _SUBJECT_CALLED_GUILTY


@rule("RN916", of=(Case, SharedDocument), having="extensions")
def extension_too_deep(document: Case | SharedDocument, _: View) -> Iterator[Problem]:
    """
    An extension is nested more than 32 levels deep.

    Other people's readers refuse it or break on it, and the schema cannot count. Flatten it.
    """
    # The key is a value of the document, and is not told.
    if any(_is_deep(value) for value in (document.extensions or {}).values()):
        yield ("extensions",), f"An extension is deeper than {DEEPEST} levels. Flatten it."


@rule("RN931", of=Case, having="extensions")
def number_that_others_change(case: Case, _: View) -> Iterator[Problem]:
    """
    An extension holds a number beyond 2^53, which other software rounds.

    JavaScript and most databases read it as another number, without a word. Write it as text.
    """
    # The key is a value of the document, and is not told.
    if any(_holds_a_great_number(value) for value in (case.extensions or {}).values()):
        yield ("extensions",), "An extension holds a number beyond 2^53. Write it as text."


def _holds_a_great_number(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_a_great_number, value.values()))
    if isinstance(value, (list, tuple)):
        return any(map(_holds_a_great_number, value))
    return isinstance(value, (int, float)) and abs(value) > GREATEST


def _is_deep(value: Any) -> bool:
    """
    Whether lists and objects stand in each other deeper than the format allows.

    It goes level by level, so that no nesting, however deep, exhausts it.
    """
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [part for part in level if isinstance(part, (dict, list, tuple))]
        if not level:
            return False
        level = [part for one in level for part in (one.values() if isinstance(one, dict) else one)]
    return True
