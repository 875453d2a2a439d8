"""
Find records in different lists that can stand for the same happening.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rednotice.codelists.groups import having
from rednotice.model import Event, Incident, Outcome, Proceeding
from rednotice.types.dates import PartialDate
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import View
    from rednotice.types.durations import Duration

_YEAR = len("2021")
_DEPARTURE = "departure"
# The happenings that codes of several lists can stand for; each is a trait of those codes.
_HAPPENINGS = (
    *("assets", "charge", "custody", "death", _DEPARTURE, "disappearance"),
    *("family", "movement", "passport", "violence", "work"),
)
_LISTS: dict[type, str] = {
    Outcome: "outcome_kinds",
    Incident: "incident_methods",
    Event: "event_kinds",
    Proceeding: "proceeding_kinds",
}
_Record = Outcome | Incident | Event | Proceeding


@cache
def _kind_of(codelist: str, code: str) -> str | None:
    """The happening that a record with *code* of *codelist* tells of."""
    return next((name for name in _HAPPENINGS if code in having(codelist, name)), None)


@cache
def is_outcome_for_the_subject(method: str) -> bool:
    """
    Whether *method*, a code of incidents, tells of a change that is an outcome for the subject.
    """
    kind = _kind_of(_LISTS[Incident], method)
    return kind is not None and bool(having(_LISTS[Outcome], kind))


class Happening(NamedTuple):
    """
    What happened to whom, when, where and for how long, with the class and the code of the record
    that says so.
    """

    kind: str
    persons: frozenset[str]
    date: PartialDate
    country: str | None
    duration: Duration | None
    written_in: type
    code: str

    def is_also(self, other: Happening) -> bool:
        """
        Whether this and *other*, which have the same kind, persons and date, are certainly the same
        happening.
        """
        is_a_day = self.date.precision == "day"
        # In one list, arrested and held are two steps, and two stops in one month are common. But
        # nobody makes two such journeys on one day.
        if self.written_in is other.written_in and not (
            is_a_day and (self.code == other.code or self.kind == _DEPARTURE)
        ):
            return False
        if self.country and other.country:
            return self.country == other.country
        return is_a_day and self.duration is not None and self.duration == other.duration


def happenings(view: View) -> Iterator[tuple[Path, Happening]]:
    """
    Yield the happenings that can be compared, with their paths: those whose date several records
    have.

    Records without a person or a date are left out, and so are records whose date is uncertain, is
    an interval, or is known only to the year: two arrests in one year are common.
    """
    # Few dates occur twice, and only what happened then need be looked at.
    found = _dated(view)
    if len({date for _, _, date in found}) == len(found):
        return
    dated: dict[PartialDate, list[tuple[Path, _Record]]] = {}
    for path, record, date in found:
        dated.setdefault(date, []).append((path, record))
    for day, several in dated.items():
        if len(several) > 1 and is_plain(day):
            kinds = [_kind(record) for _, record in several]
            times = Counter(kinds)
            for (path, record), kind in zip(several, kinds, strict=True):
                happening = _happening(view, record, day) if times[kind] > 1 else None
                if happening:
                    yield path, happening


def is_plain(date: str) -> bool:
    """
    Whether *date* is a month or a day without marks or open digits.
    """
    return len(date) > _YEAR and date.replace("-", "").isdigit()


def _dated(view: View) -> list[tuple[Path, _Record, PartialDate]]:
    """
    The records that can tell of a happening and have a date that is more than a year.
    """
    found: list[tuple[Path, _Record, PartialDate]] = []
    several: list[tuple[Path, Outcome | Incident | Event]] = [
        *view.each(Outcome),
        *view.each(Incident),
        *view.each(Event),
    ]
    for path, record in several:
        if record.date and len(record.date) > _YEAR:
            found.append((path, record, record.date))
    for path, trial in view.each(Proceeding):
        if trial.dates and trial.dates.filed and len(trial.dates.filed) > _YEAR:
            found.append((path, trial, trial.dates.filed))
    return found


def _certain(view: View, references: tuple[str, ...]) -> tuple[str, ...]:
    """
    The ids that *references* stand for, or none if a class word leaves open who is meant.
    """
    persons = view.persons_named(references)
    return persons if len(persons) == len(references) else ()


def _happening(view: View, record: _Record, date: PartialDate) -> Happening | None:
    kind, (code, references, country) = _kind(record), _told(record)
    persons = _certain(view, references or _only(view, record))
    if not kind or not persons:
        return None
    where = country and (one_code(country) or country)
    duration = None if isinstance(record, Proceeding) else record.duration
    return Happening(kind, frozenset(persons), date, where, duration, type(record), code)


def _kind(record: _Record) -> str | None:
    """
    The happening that *record* tells of. An outcome that no other list can express is a kind of its
    own.
    """
    code = (record.method if isinstance(record, Incident) else record.kind) or ""
    return _kind_of(_LISTS[type(record)], code) or (code if isinstance(record, Outcome) else None)


def _told(record: _Record) -> tuple[str, tuple[str, ...], str | None]:
    """
    The code of *record*, the persons whom it names, and the country.
    """
    match record:
        case Outcome():
            code = record.kind or ""
            # An outcome's destination corresponds to the country of an event.
            moved = _kind_of(_LISTS[Outcome], code) == _DEPARTURE
            return code, record.of, record.destination if moved else record.country
        case Incident():
            return record.method or "", record.against, record.country
        case Event():
            return record.kind or "", record.of, record.country
        case Proceeding():
            return record.kind or "", record.of, record.forum.country if record.forum else None


def _only(view: View, record: _Record) -> tuple[str, ...]:
    """
    The only subject, whom an outcome or a proceeding concerns if it names nobody.
    """
    if view.subject and isinstance(record, Outcome | Proceeding):
        return (view.subject[1].id or "",)
    return ()
