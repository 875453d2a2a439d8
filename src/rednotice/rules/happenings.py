"""
Happenings: which codes of outcomes, incidents and events can stand for one and the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

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
        {"detention", "arrest_charge", "imprisonment", "house_arrest", "camp_internment"},
        {"domestic_detention"},
    ),
    ("disappearance", {"disappeared", "abducted"}, {"disappearance"}, set[str]()),
    ("death", {"died", "killed"}, {"death"}, set[str]()),
    ("violence", {"ill_treated"}, {"ill_treatment", "beating", "sexual_violence"}, set[str]()),
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


@attrs.frozen
class Happening:
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
    for path, outcome in view.each(Outcome):
        if outcome.kind is not None:
            yield from _told(view, path, outcome, outcome.kind, outcome.of, unnamed=True)
    for path, incident in view.each(Incident):
        if (Incident, incident.method) in _KINDS and incident.method is not None:
            yield from _told(view, path, incident, incident.method, incident.against)
    for path, event in view.each(Event):
        if (Event, event.kind) in _KINDS and event.kind is not None:
            yield from _told(view, path, event, event.kind, event.of)


def _told(  # noqa: PLR0913  # the parts of one sentence
    view: View,
    path: Path,
    record: Outcome | Incident | Event,
    code: str,
    persons: tuple[str, ...],
    *,
    unnamed: bool = False,
) -> Iterator[tuple[Path, type, str, Happening]]:
    date, country = record.date, record.country
    if date is None or country is None or not _is_certain(date):
        return
    if not persons and unnamed and view.subject:
        persons = (view.subject[1].id or "",)
    if persons:
        kind = _KINDS.get((type(record), code), code)
        yield path, type(record), code, Happening(kind, frozenset(persons), country, date)


def _is_certain(date: PartialDate) -> bool:
    if date.uncertain or date.approximate or date.is_interval or "X" in date:
        return False
    return date.precision in {"day", "month"}
