"""
Happenings: which codes of outcomes, incidents and events can stand for one and the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rednotice.model import Event, Incident, Outcome
from rednotice.types.dates import PartialDate

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.rules.view import View

# One row for each kind of happening that more than one list of codes can name: the codes of
# outcomes, of incidents, of events.
_ROWS = (
    (
        "custody",
        {"arrested", "held", "house_arrest", "custody"},
        {
            "detention",
            "arrest_charge",
            "imprisonment",
            "house_arrest",
            "camp_internment",
        },
        {"domestic_detention"},
    ),
    ("disappearance", {"disappeared", "abducted"}, {"disappearance"}, set[str]()),
    ("death", {"died", "killed"}, {"death"}, set[str]()),
    (
        "violence",
        {"ill_treated"},
        {"ill_treatment", "beating", "sexual_violence"},
        set[str](),
    ),
    (
        "passport",
        {"passport_refused"},
        {"passport_seized_or_refused", "passport_cancelled"},
        set[str](),
    ),
    ("assets", {"assets_frozen"}, {"asset_freeze"}, set[str]()),
    ("work", {"job_lost"}, {"job_loss"}, set[str]()),
    ("family", {"separated_from_family"}, {"family_separation"}, set[str]()),
    ("departure", {"left_for_third_country"}, set[str](), {"relocation", "flight"}),
)
_KINDS: dict[tuple[type, str], str] = {
    (kind, code): name
    for name, *codes in _ROWS
    for kind, members in zip((Outcome, Incident, Event), codes, strict=True)
    for code in members
}


class Happening(NamedTuple):
    """
    What happened to whom, where and when, whichever list it is written in.
    """

    kind: str
    persons: frozenset[str]
    country: str
    date: PartialDate


def happenings(view: View) -> Iterator[tuple[Path, type, str, Happening]]:
    """
    What is certain enough to be compared: its path, its class, its code, and the happening.

    A record without a person, a country or a date is left out, and so is one whose date is in
    doubt, spans a time, or is known to no more than a year: two arrests in one year are common.
    """
    for path, record, code, persons in _told(view):
        date, country = record.date, record.country
        # Each outcome is a kind of its own, if no other list has the like.
        kind = _KINDS.get((type(record), code), code if isinstance(record, Outcome) else None)
        if kind and persons and country and date and _is_certain(date):
            yield path, type(record), code, Happening(kind, frozenset(persons), country, date)


_Told = tuple["Path", Outcome | Incident | Event, str, tuple[str, ...]]


def _told(view: View) -> Iterator[_Told]:
    """
    What is said to have been done to whom: the record with its path, its code, and the persons.
    """
    only = (view.subject[1].id or "",) if view.subject else ()
    for path, outcome in view.each(Outcome):
        yield path, outcome, outcome.kind or "", outcome.of or only
    for path, incident in view.each(Incident):
        yield path, incident, incident.method or "", incident.against
    for path, event in view.each(Event):
        yield path, event, event.kind or "", event.of


def _is_certain(date: PartialDate) -> bool:
    # Digits and hyphens alone: a plain year, month or day.
    return len(date) > len("2021") and date.replace("-", "").isdigit()
