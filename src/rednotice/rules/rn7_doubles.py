"""
RN7 Doubles: what happened once and is written twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rednotice.codelists.groups import having, naming
from rednotice.findings import Severity
from rednotice.insight.happenings import Happening, happenings, is_plain
from rednotice.insight.life_cycle import carries_out
from rednotice.insight.questions import Problem, rule
from rednotice.insight.rulings import results
from rednotice.insight.view import View
from rednotice.model import (
    Name,
    Notice,
    Proceeding,
    Residence,
    Search,
    Source,
    Statement,
    StatusChange,
    Subject,
    TravelDocument,
    Warrant,
)
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.documents import Path

# The status of a person by the result that grants or orders it.
_STATUSES = naming("proceeding_results", "status_")
# What must be there to tell one such record from another. Two charges may be two counts of one
# offence, and two interviews may have one title.
_TELLING: dict[type[Any], frozenset[str]] = {
    Name: frozenset({"text", "family", "forename"}),
    TravelDocument: frozenset({"number"}),
    Warrant: frozenset({"reference"}),
    Notice: frozenset({"number"}),
    StatusChange: frozenset({"date"}),
    Proceeding: frozenset({"reference"}),
    Source: frozenset({"address"}),
    Statement: frozenset({"about"}),
}
# What most often tells two of them apart.
_FURTHER = ("kind", "text", "value", "by", "stance")


@rule("RN702", Severity.WARNING)
def happening_written_twice(view: View) -> Iterator[Problem]:
    """
    The same was done to the same persons in the same country at the same time, in two records.

    Everything that happened is written once, or counts count it twice and the copies will differ.
    What was done in order to press or punish is an incident, what was done to the subject an
    outcome, what a court does a proceeding, what explains the rest an event; a flight and the entry
    with which it ends are one journey. Keep one of the two; who tells it how goes into statements
    about it. Dates known to no more than a year, or in doubt, are not compared. Where a country is
    not said, the day and the duration must be the same.
    """
    met: dict[Happening, set[Happening]] = {}
    for path, happening in happenings(view):
        told = [*_ways_to_tell(happening)]
        if any(happening.is_also(other) for key, _ in told for other in met.get(key, ())):
            yield path, "Another record seems to hold the same event. Keep one of the two."
        for key, one in told:
            met.setdefault(key, set()).add(one)


def _ways_to_tell(happening: Happening) -> Iterator[tuple[Happening, Happening]]:
    """
    By what *happening* may be known as another one, by its country or by its duration, and what of
    it matters then. Without that, each of thousands on one day would be compared with all others.
    """
    any_record = happening._replace(written_in=object, code="")
    if happening.country:
        yield any_record._replace(duration=None), happening._replace(duration=None)
    if happening.duration is not None:
        yield any_record._replace(country=None), happening


_STATUS_THAT_A_PROCEEDING_GRANTED = (
    "A proceeding gave this status and holds it already. Take this residence out."
)


@rule("RN712", Severity.WARNING)
def status_that_a_proceeding_granted(view: View) -> Iterator[Problem]:
    """
    A residence repeats what a proceeding of the same country granted or ordered.

    Protection that was granted stands in its proceeding, with court, dates and grounds; a residence
    is for a status that no proceeding of the case gave. Take the residence out, or give it the
    status that followed later, such as that of a permanent resident. A residence that says how long
    the status held stays, since the proceeding has no place for that.
    """
    if not view.each(Residence):
        return
    granted = [
        (one.forum.country, _STATUSES[result], one.dates and one.dates.decided, one.of)
        for _, one in view.each(Proceeding)
        if one.forum and one.forum.country
        for result in sorted(results(one) & _STATUSES.keys())
    ]
    for path, subject in view.each(Subject):
        for at, residence in enumerate(subject.residences):
            for country, status, decided, persons in granted:
                if (
                    not _has_an_end(residence)
                    and residence.status in status
                    and _is_one_state(residence.country, country)
                    and (
                        (subject.id or "") in view.persons_named(persons)
                        if persons
                        else view.subject
                    )
                    and not (residence.date and decided and residence.date.surely_before(decided))
                ):
                    yield (*path, "residences", at), _STATUS_THAT_A_PROCEEDING_GRANTED
                    break


_ACCESS_REQUEST_WRITTEN_TWICE = (
    "A proceeding seems to hold the same request. Keep the proceeding, and take this search out."
)


@rule("RN713", Severity.WARNING)
def access_request_written_twice(view: View) -> Iterator[Problem]:
    """
    A request for access to the CCF is a search and a proceeding.

    It is a proceeding where its dates, or what was disclosed, are known, and a search where only
    the answer is. Found are two with the same month or day: a search has the day of the request or
    of its answer. Keep the proceeding.
    """
    if not view.each(Search):
        return
    known = {
        date
        for _, one in view.each(Proceeding)
        if one.kind in having("proceeding_kinds", "asks_access") and one.dates
        for date in (one.dates.filed, one.dates.decided, one.dates.notified)
        if date and is_plain(date)
    }
    for path, search in view.each(Search):
        asked = search.answer not in having("search_answers", "nobody_asked")
        of_the_ccf = search.place in having("search_places", "asks_ccf")
        if asked and of_the_ccf and search.date in known:
            yield path, _ACCESS_REQUEST_WRITTEN_TWICE


@rule("RN714", Severity.WARNING, of=Proceeding, having="dates")
def implementation_written_twice(proceeding: Proceeding, view: View) -> Iterator[Problem]:
    """
    A proceeding says when its decision was carried out, and so does the history of the notice.

    What became of a notice stands in its history, where the step names the proceeding. The two
    dates differ already, or will. Take `implemented` out; it is for a decision that no notice of
    the case shows. Nothing is said where the proceeding concerns another notice too, whose history
    does not show it.
    """
    if not proceeding.dates or not proceeding.dates.implemented:
        return
    showing = {
        at
        for at, notice in view.each(Notice)
        if any(carries_out(step, proceeding.id) for step in notice.history)
    }
    concerned = {at for at, _ in view.among(Notice, proceeding.concerns)}
    if showing and concerned <= showing:
        place = ("dates", "implemented")
        yield place, "The history of the notice says this already. Take `implemented` out."


@rule("RN715", Severity.WARNING, of=Proceeding, having="rulings")
def result_written_twice(proceeding: Proceeding, _: View) -> Iterator[Problem]:
    """
    A proceeding has a result or an effect of its own beside rulings that say the same.

    One result for everything stands in `result` and `effect`, and so does the result of a
    proceeding that decides on one matter. Where notices, charges or warrants fared differently,
    each has a ruling, and then the proceeding needs no result. It may keep one that sums the
    rulings up and that none of them has, such as partly granted. Take out whichever repeats the
    other, or counts count one decision twice.
    """
    said = {ruling.result for ruling in proceeding.rulings}
    sums_up = proceeding.result in having("proceeding_results", "sums_up") - said
    if proceeding.result and not sums_up:
        yield ("result",), "The `rulings` say this already, for each matter. Take it out here."
    if proceeding.effect and any(ruling.effect for ruling in proceeding.rulings):
        yield ("effect",), "The `rulings` say this already, for each matter. Take it out here."


_NATIONALITY_WRITTEN_TWICE = "The `nationality_history` has this nationality too. Take it out here."


@rule("RN716", Severity.WARNING, of=Subject, having="nationality_history")
def nationality_written_twice(subject: Subject, _: View) -> Iterator[Problem]:
    """
    A nationality stands in the plain list and in the history.

    The plain list is for a nationality that nobody disputes and whose dates do not matter. One that
    was gained or lost, or that is contested, stands in the history, with its dates. Take it out of
    the plain list, where it seems to be beyond dispute.
    """
    dated = {one.country for one in subject.nationality_history}
    for at, country in enumerate(subject.nationalities):
        if country in dated:
            yield ("nationalities", at), _NATIONALITY_WRITTEN_TWICE


def _has_an_end(residence: Residence) -> bool:
    date = residence.date
    return bool(residence.duration or (date and date.is_interval and date.latest))


def _is_one_state(one: str | None, other: str) -> bool:
    return one is not None and (one_code(one) or one) == (one_code(other) or other)


@rule("RN717", Severity.WARNING)
def record_written_twice(view: View) -> Iterator[Problem]:
    """
    Two records of one list say the same, member by member.

    It is counted twice, or one of the two was meant to be another. Take one out, or correct it.
    Compared are names, papers, notices and their steps, proceedings, sources and statements, apart
    from their ids, where a number, a date, an address or a name tells which one is meant.
    """
    for kind, telling in _TELLING.items():
        entries = view.each(kind)
        if len(entries) < 2:  # noqa: PLR2004  # two are needed for a double
            continue
        told = [entry for entry in entries if not telling.isdisjoint(entry[1].__dict__)]
        if len(told) < 2:  # noqa: PLR2004  # as above
            continue
        keys = [tuple(map(record.__dict__.get, (*telling, *_FURTHER))) for _, record in told]
        if len(set(keys)) == len(keys):
            continue  # as in most cases, whose records need not be compared member by member
        met: set[tuple[Path, frozenset[tuple[str, Any]]]] = set()
        for path, record in told:
            members = record.__dict__
            known = path[:-1], frozenset(one for one in members.items() if one[0] != "id")
            if known in met:
                yield path, "Another record of the list says the same. Take one of the two out."
            met.add(known)
