"""
The people whom a pursuing state can reach: those who pay for what becomes known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rednotice.codelists.groups import having
from rednotice.insight.kin import relatives
from rednotice.insight.view import View, once
from rednotice.model import Case, Incident, Outcome, Person, Subject
from rednotice.types.roles import CLASS, class_words
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.documents import Path

_STRUCK = ("contacted", "against", "demand_on", "consequence_for")
_THE_SUBJECT = class_words("concerned", "the_subject") | class_words("speakers", "the_subject")
_REFUTED = having("existence", "refuted")
# What is done to somebody by whoever holds the territory where they are.
_WHERE_THEY_ARE = having("incident_methods", "custody", "movement", "to_liberty", "to_body")


class InReach(NamedTuple):
    """
    Somebody in reach: where the case says so, and the state; None if it is not known and may be any
    pursuing one.
    """

    path: Path
    state: str | None


@once
def people_in_reach(view: View) -> list[InReach]:
    """
    The people of the case whom a pursuing state can reach, each once for each state.

    A relative is in reach who lives in a pursuing state, or whose residence is not known. So is
    everybody whom an incident strikes, or to whom an outcome came, in a pursuing state or at a
    place that is not known, unless they are known to live elsewhere. Class words such as
    ``class:family`` count. Where no pursuing state is named, every state counts as one. The subject
    does not count, nor do persons who act for a pursuing state.
    """
    pursuing = _codes(view.case.pursued_by if isinstance(view.case, Case) else ())
    told: dict[tuple[str | int, str | None], InReach] = {}
    for who, place, state in (*_by_residence(view), *_by_what_was_done(view)):
        if state is None or not pursuing or state in pursuing:
            told.setdefault((who, state), InReach(place, state))
    # A place that is not known adds nothing to one that is.
    known = {who for who, state in told if state is not None}
    return [one for (who, state), one in told.items() if state is not None or who not in known]


_Found = Iterator[tuple[str | int, "Path", str | None]]


def _by_residence(view: View) -> _Found:
    for path, person in relatives(view):
        if not _is_left_out(view, person):
            lives = _code(person.residence)
            yield id(person), (*path, "residence") if lives else path, lives


def _by_what_was_done(view: View) -> _Found:
    subjects = {subject.id for _, subject in view.each(Subject)}  # who do not count
    for path, incident in view.each(Incident):
        members, held = incident.__dict__, incident.method in _WHERE_THEY_ARE
        for member in _STRUCK:
            for place, name in enumerate(members.get(member, ())):
                if name not in subjects:
                    at = (*path, member, place)
                    yield from _reached(view, name, at, incident.country, held=held)
    for path, outcome in view.each(Outcome):
        for place, name in enumerate(outcome.of):
            if name not in subjects:
                yield from _reached(view, name, (*path, "of", place), outcome.country, held=True)


def _reached(view: View, name: str, place: Path, country: str | None, *, held: bool) -> _Found:
    """
    Who is reached by what was done to *name* in *country*; *held* says that it was done where they
    were.
    """
    found = view.record_of(name)
    if found is not None and not isinstance(found[1], Person):
        return
    state = _code(country)
    if name.startswith(CLASS):
        if name not in _THE_SUBJECT:
            yield name, place, state
        return
    if found is None or _is_left_out(view, found[1]):
        return
    elsewhere = found[1].residence is not None and not held
    if state is not None or not elsewhere:
        yield id(found[1]), place, state


def _is_left_out(view: View, person: Person) -> bool:
    if not person.acts_for:
        return person.existence in _REFUTED
    pursuing = _codes(view.case.pursued_by if isinstance(view.case, Case) else ())
    return person.existence in _REFUTED or not pursuing or _codes(person.acts_for) <= pursuing


def _codes(states: tuple[str, ...]) -> frozenset[str]:
    return frozenset(one_code(state) or state for state in states)


def _code(state: str | None) -> str | None:
    return None if state is None else one_code(state) or state
