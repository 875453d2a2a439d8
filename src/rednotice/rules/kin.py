"""
Kin: the relatives of a subject, and who is a child.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from rednotice.model import Person, Subject
from rednotice.rules.groups import below
from rednotice.rules.view import View

if TYPE_CHECKING:
    from rednotice.documents import Path

_FULL_AGE = 18


def relatives(view: View) -> list[tuple[Path, Person]]:
    """
    The relatives of a subject, by birth, marriage or common life.
    """
    people = [(path, person) for path, person in view.each(Person) if person.relation]
    if not people:
        return []
    kin = below("relations", "relative")
    subjects = {None, *(subject.id for _, subject in view.each(Subject))}
    return [
        (path, person)
        for path, person in people
        if person.relation and person.relation.kind in kin and person.relation.to in subjects
    ]


def is_child(person: Any, today: dt.date) -> bool:
    """
    Whether *person* is said to be a child, or by a certain date of birth is one *today*.
    """
    if person.__dict__.get("minor"):
        return True
    born = person.__dict__.get("born")
    if born is None:
        return False
    # Where the year has no 29 February, whoever was born on the 28th is of age, and nobody younger.
    day = today.replace(day=28) if (today.month, today.day) == (2, 29) else today
    return born.after(day.replace(year=day.year - _FULL_AGE)) is True
