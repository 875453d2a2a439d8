"""
Kin: the relatives of a subject, and who is a child.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rednotice.codelists.groups import below
from rednotice.insight.view import View, once
from rednotice.model import Person, Subject
from rednotice.types.dates import PartialDate, months_after

if TYPE_CHECKING:
    from rednotice.documents import Path

_FULL_AGE = 12 * 18  # months (Convention on the Rights of the Child, Article 1)


@once
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
    members = person.__dict__
    if members.get("minor"):
        return True
    day = comes_of_age(members["born"]) if "born" in members else None
    return day is not None and day > today


@lru_cache(maxsize=512)
def comes_of_age(born: PartialDate) -> dt.date | None:
    """
    The earliest day on which somebody can have come of age, if the birth is known for certain.

    Whoever was born on 29 February comes of age on 1 March, where there is no such day.
    """
    first = None if born.doubtful else born.earliest
    # Who comes of age after all days of the calendar is a child on every day.
    return None if first is None else months_after(first, _FULL_AGE) or dt.date.max
