"""
The dates of what a person did or experienced.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rednotice.insight.date_texts import date_texts
from rednotice.insight.view import View, once
from rednotice.model import (
    Charge,
    Event,
    Incident,
    Notice,
    Outcome,
    Person,
    Statement,
    StatusChange,
    Subject,
    Warrant,
)
from rednotice.types.dates import PartialDate

_NOBODY = ("",)  # stands for the ids if nobody is named


def lived_by(person: Subject | Person, view: View) -> Iterator[PartialDate]:
    """
    Yield the dates of what *person* did or experienced. A record that names nobody is about the
    only subject.
    """
    lives = _lives(view)
    if person.id:
        yield from lives.get(person.id, ())
    if view.subject and view.subject[1] is person:
        yield from lives.get("", ())
    dates = [one.date for one in person.positions]
    if isinstance(person, Subject):
        dates += (one.issued for one in person.documents)
        dates += (one.date for one in person.residences)
    yield from filter(None, dates)


def may_have_lived_before(born: PartialDate, view: View) -> bool:
    """
    Whether anything in the case may lie before *born*; if not, nobody lived it.
    """
    first, number = _first_told(view)
    return (
        date_texts(view)[-1].startswith("[")  # a set sorts last
        or (first is not None and first < str.__str__(born))
        or (number is not None and number < str.__str__(born))
    )


@once
def _first_told(view: View) -> tuple[str | None, str | None]:
    """
    The text of the first date that is none of a birth, and the first number of a notice. If a date
    lies before another, its text sorts before the other's.
    """
    births = {str.__str__(person.born) for _, person in view.persons if person.born}
    numbers = [notice.number for _, notice in view.each(Notice) if notice.number]
    first = next((text for text in date_texts(view) if text not in births), None)
    return first, min(numbers, default=None)


@once
def _lives(view: View) -> dict[str, list[PartialDate]]:
    """
    The dates by the ids of persons; dates of records that name nobody have an empty key.
    """
    lives: dict[str, list[PartialDate]] = defaultdict(list)
    for references, date in _happened(view):
        if date:
            for person in view.persons_named(references):
                lives[person].append(date)
    return lives


def _happened(view: View) -> Iterator[tuple[tuple[str, ...], PartialDate | None]]:
    for _, notice in view.each(Notice):
        about = notice.about or _NOBODY
        parts: tuple[StatusChange | Charge, ...] = (*notice.history, *notice.charges)
        for part in parts:
            yield about, part.date
        if notice.number:
            # It is a date like any other, except that the grammar has no year 0.
            yield about, PartialDate.trusted(max(notice.number[:4], "0001"))
    for _, warrant in view.each(Warrant):
        against = warrant.against or _NOBODY
        yield against, warrant.issued
        for charge in warrant.charges:
            yield against, charge.date
    for _, outcome in view.each(Outcome):
        yield outcome.of or _NOBODY, outcome.date
    for _, event in view.each(Event):
        yield event.of, event.date
    for _, incident in view.each(Incident):
        yield (*incident.contacted, *incident.against), incident.date
    for _, statement in view.each(Statement):
        yield statement.by, statement.date
