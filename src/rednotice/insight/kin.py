"""
The relatives of a subject, and who is a child.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rednotice.codelists.groups import having
from rednotice.insight.view import View, once
from rednotice.model import Person, Subject
from rednotice.types.dates import PartialDate, months_after

if TYPE_CHECKING:
    from rednotice.documents import Path

_FULL_AGE = 12 * 18  # months (Convention on the Rights of the Child, Article 1)


@once
def relatives(view: View) -> list[tuple[Path, Person]]:
    """
    The relatives of the subjects by birth, marriage or partnership.
    """
    people = [(path, person) for path, person in view.each(Person) if person.relation]
    if not people:
        return []
    kin = having("relations", "kin")
    subjects = {None, *(subject.id for _, subject in view.each(Subject))}
    return [
        (path, person)
        for path, person in people
        if person.relation and person.relation.kind in kin and person.relation.to in subjects
    ]


def is_child(person: Any, today: dt.date) -> bool:
    """
    Whether the record says that *person* is a child, or a certain date of birth makes *person* a
    child *today*.
    """
    members = person.__dict__
    if members.get("minor"):
        return True
    day = comes_of_age(members["born"]) if "born" in members else None
    return day is not None and day > today


@lru_cache(maxsize=512)
def comes_of_age(born: PartialDate) -> dt.date | None:
    """
    The earliest day on which somebody can have come of age; None if the date of birth is uncertain.

    A person born on 29 February comes of age on 1 March if the year has no 29 February.
    """
    first = None if born.doubtful else born.earliest
    # A person who would come of age after the last day of the calendar is always a child.
    return None if first is None else months_after(first, _FULL_AGE) or dt.date.max
