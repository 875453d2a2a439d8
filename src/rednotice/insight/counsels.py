"""
Counsel: the persons and the bodies that act as counsel in a case, and for whom.
"""

from __future__ import annotations

from rednotice.codelists.groups import having
from rednotice.insight.view import View, once
from rednotice.model import Person, Proceeding, Tie
from rednotice.types.roles import class_words

_LAWYERS = having("relations", "counsel")
_THE_PERSON = tuple(class_words("speakers", "the_subject"))


@once
def clients(view: View) -> dict[str, set[str]]:
    """
    The ids or class words of those for whom each counsel acts, by the id of the counsel.

    A lawyer whose relation does not say to whom is left out: it is the only subject. What relations
    say goes before what follows from a proceeding, whose counsel acts for its parties or, where it
    names none, for the person.
    """
    related: dict[str, set[str]] = {}
    for name, client in _relations(view):
        related.setdefault(name, set()).add(client)
    found = dict(related)
    for _, matter in view.each(Proceeding):
        for name in matter.counsel:
            if name not in related:
                found.setdefault(name, set()).update(_parties(matter))
    return found


def _relations(view: View) -> list[tuple[str, str]]:
    ties = [(tie.who, tie.to) for _, tie in view.each(Tie) if tie.kind in _LAWYERS]
    own = [(one.id, one.relation) for _, one in view.each(Person) if one.id and one.relation]
    return ties + [
        (name, relation.to) for name, relation in own if relation.kind in _LAWYERS and relation.to
    ]


def _parties(matter: Proceeding) -> tuple[str, ...]:
    return (*matter.applicant, *matter.respondent) or _THE_PERSON
