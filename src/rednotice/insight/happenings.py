"""
Find records in different lists that can stand for the same happening.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rednotice.model import Event, Incident, Outcome, Proceeding
from rednotice.types.dates import PartialDate
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import View
    from rednotice.types.durations import Duration

_DEPARTURE = "departure"
# One row for each kind of happening that several codelists can express: the codes of outcomes, of
# incidents, of events, and of kinds of proceeding that begin with it.
_ROWS: tuple[tuple[str, set[str], set[str], set[str], set[str]], ...] = (
    (
        "custody",
        {"arrested", "held", "house_arrest", "custody"},
        {"detention", "arrest_charge", "imprisonment", "house_arrest", "camp_internment"},
        {"domestic_detention"},
        set(),
    ),
    ("disappearance", {"disappeared", "abducted"}, {"disappearance"}, set(), set()),
    ("death", {"died", "killed"}, {"death"}, set(), set()),
    (
        "violence",
        {"ill_treated"},
        {"ill_treatment", "beating", "sexual_violence"},
        set(),
        set(),
    ),
    (
        "passport",
        {"passport_refused"},
        {"passport_seized_or_refused", "passport_cancelled"},
        set(),
        set(),
    ),
    ("assets", {"assets_frozen"}, {"asset_freeze"}, set(), set()),
    ("work", {"job_lost"}, {"job_loss"}, set(), set()),
    ("family", {"separated_from_family"}, {"family_separation"}, set(), set()),
    (
        _DEPARTURE,
        {"left_for_third_country"},
        set(),
        {"relocation", "flight", "entry_abroad"},
        set(),
    ),
    ("charge", set(), {"prosecution"}, set(), {"criminal"}),
)
_KINDS: dict[tuple[type, str], str] = {
    (kind, code): name
    for name, *codes in _ROWS
    for kind, members in zip((Outcome, Incident, Event, Proceeding), codes, strict=True)
    for code in members
}


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
    dated: dict[str, list[_Candidate]] = {}
    for candidate in _candidates(view):
        date = candidate[-2]
        if date:
            dated.setdefault(date, []).append(candidate)
    for day, several in dated.items():
        if len(several) > 1 and is_plain(day):
            for candidate in several:
                happening = _happening(candidate)
                if happening:
                    yield candidate[0], happening


def is_plain(date: str) -> bool:
    """
    Whether *date* is a month or a day without marks or open digits.
    """
    return len(date) > len("2021") and date.replace("-", "").isdigit()


# The parts of a record from which a happening is made: path, record, code, persons, date, country.
# This is a plain tuple and not a class, since most of them are soon discarded.
_Candidate = tuple[
    "Path",
    Outcome | Incident | Event | Proceeding,
    str,
    tuple[str, ...],
    PartialDate | None,
    str | None,
]


def _candidates(view: View) -> Iterator[_Candidate]:
    only = (view.subject[1].id or "",) if view.subject else ()
    for path, outcome in view.each(Outcome):
        code = outcome.kind or ""
        # An outcome's destination corresponds to the country of an event.
        moved = _KINDS.get((Outcome, code)) == _DEPARTURE
        country = outcome.destination if moved else outcome.country
        yield path, outcome, code, _certain(view, outcome.of or only), outcome.date, country
    for path, incident in view.each(Incident):
        date, country = incident.date, incident.country
        yield path, incident, incident.method or "", _certain(view, incident.against), date, country
    for path, event in view.each(Event):
        yield path, event, event.kind or "", _certain(view, event.of), event.date, event.country
    for path, trial in view.each(Proceeding):
        if trial.kind == "criminal" and trial.dates:
            country = trial.forum.country if trial.forum else None
            yield (
                path,
                trial,
                trial.kind,
                _certain(view, trial.of or only),
                trial.dates.filed,
                country,
            )


def _certain(view: View, references: tuple[str, ...]) -> tuple[str, ...]:
    """
    The ids that *references* stand for, or none if a class word leaves open who is meant.
    """
    persons = view.persons_named(references)
    return persons if len(persons) == len(references) else ()


def _happening(candidate: _Candidate) -> Happening | None:
    _, record, code, persons, date, country = candidate
    # An outcome that no other list can express is a kind of its own.
    kind = _KINDS.get((type(record), code), code if isinstance(record, Outcome) else None)
    if not kind or not persons or not date:
        return None
    where = country and (one_code(country) or country)
    duration = None if isinstance(record, Proceeding) else record.duration
    return Happening(kind, frozenset(persons), date, where, duration, type(record), code)
