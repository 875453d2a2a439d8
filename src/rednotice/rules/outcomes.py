"""
RN7 Outcomes and proceedings: one home for each happening.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rednotice import codelists
from rednotice.findings import Severity
from rednotice.model import Because, Case, Event, Incident, Outcome, Proceeding
from rednotice.rules.groups import below
from rednotice.rules.happenings import Happening, happenings
from rednotice.rules.missing import accounts_for
from rednotice.rules.rule import Problem, rule
from rednotice.rules.view import View
from rednotice.types.dates import PartialDate, months_after

if TYPE_CHECKING:
    from rednotice.documents import Path

# For which kinds of proceeding a group of results is meant; a group that is not here fits all.
_PROCEEDINGS = {
    "asylum_result": {"asylum", "exclusion_cessation", "immigration", "removal"},
    "ccf_result": {"ccf"},
    "civil_result": {"civil"},
    "criminal_result": {"criminal", "constitutional"},
    "detention_result": {
        *("detention_review", "release_request", "provisional_arrest", "extradition", "surrender"),
        *("removal", "immigration", "criminal", "constitutional"),
    },
    "extradition_result": {"extradition", "surrender", "provisional_arrest"},
    "removal_result": {"removal", "immigration", "asylum"},
    "un_result": {"united_nations", "regional_court"},
}
# Months that the CCF has from the day on which a request is admissible (Statute, Article 40).
_MONTHS_OF_THE_CCF = {"ccf_access": 4, "ccf_deletion": 9}
_MONTHS_FOR_A_REVISION = 6
# The records that say because of what they are.
_WITH_CAUSES: tuple[type[Incident | Event | Proceeding | Outcome], ...] = (
    Incident,
    Event,
    Proceeding,
    Outcome,
)
_UNDECIDED = {"planned", "filed", "pending", "admissible"}
_OPEN = {None, "stayed", *_UNDECIDED}


@rule("RN701", Severity.WARNING)
def outcome_without_kind(view: View) -> Iterator[Problem]:
    """
    An outcome does not say what was done to the person, or what changed.

    Tables of outcomes go by the kind. Choose a code of the list outcome_kinds; where accounts
    differ, keep them as statements and write `missing: {kind: disputed}`.
    """
    for path, outcome in view.each(Outcome):
        if not accounts_for(outcome, "kind"):
            yield path, "must say what happened in `kind`, or in `missing` why that is not known"


@rule("RN702", Severity.WARNING)
def happening_written_twice(view: View) -> Iterator[Problem]:
    """
    The same was done to the same persons in the same country at the same time, in two records.

    Everything that happened is written once, or counts count it twice and the copies will differ.
    What was done in order to press or punish is an incident, what was done to a person abroad an
    outcome, what explains the rest an event. Keep one of the two; who tells it how goes into
    statements about it. Dates known to no more than a year, or in doubt, are not compared.
    """
    met: dict[Happening, tuple[Path, type, str]] = {}
    for path, kind, code, happening in happenings(view):
        first = met.setdefault(happening, (path, kind, code))
        if first[0] is path:
            continue
        # Within one list, arrested and held are two steps, and two stops in one month are common.
        if first[1] is kind and (first[2] != code or happening.date.precision != "day"):
            continue
        yield path, "seems to be written in another record too; keep one of the two"


@rule("RN703", Severity.WARNING)
def result_of_another_kind_of_proceeding(view: View) -> Iterator[Problem]:
    """
    A proceeding has a result that its kind cannot end with, such as an extradition acquitted.

    Either the kind or the result is wrong, or two proceedings were written as one. The groups of
    the list proceeding_results say for which kinds a result is meant.
    """
    for path, proceeding in view.each(Proceeding):
        kind, result = proceeding.kind, proceeding.result
        if kind is None or result is None or kind == "other":
            continue
        meant = _kinds_that_end_with(result)
        if meant and kind not in meant:
            yield (*path, "result"), "must be a result that the `kind` of proceeding can end with"


@rule("RN704", Severity.INFO)
def ccf_later_than_its_time_limit(view: View) -> Iterator[Problem]:
    """
    The CCF decided, or has yet to decide, after its time limit.

    It has four months for a request for access and nine for one for correction or deletion, from
    the day on which the request is admissible; it may extend them in exceptional circumstances
    (Statute of the Commission for the Control of INTERPOL's Files, Article 40). An undecided
    request is judged on the day that the record describes, where `as_of` names one. Only a certain
    lateness is reported. Ask the Commission how the request stands; lateness itself is computed and
    never entered.
    """
    for path, proceeding in view.each(Proceeding):
        months, dates = _MONTHS_OF_THE_CCF.get(proceeding.kind or ""), proceeding.dates
        due = _last_day(dates.admissible, months) if months and dates else None
        if due is None or dates is None:
            continue
        if dates.decided is not None:
            if dates.decided.after(due):
                said = f"came later than {months} months after `admissible`: the forum was late"
                yield (*path, "dates", "decided"), said
        elif (
            proceeding.result is None
            and proceeding.status in _OPEN
            and _described(proceeding, view).after(due)
        ):
            said = f"should have a decision after {months} months; ask how it stands"
            yield (*path, "dates"), said


@rule("RN705", Severity.WARNING)
def revision_filed_late(view: View) -> Iterator[Problem]:
    """
    A revision was filed more than six months after the new fact was discovered.

    The CCF takes up a request for revision only within six months of the discovery (Statute of the
    Commission for the Control of INTERPOL's Files, Article 42). What counts is when the applicant
    discovered the fact, not when it happened. If both dates are right, say in the text why the
    request was still made.
    """
    for path, proceeding in view.each(Proceeding):
        fact, dates = proceeding.new_fact, proceeding.dates
        if proceeding.kind != "ccf_revision" or fact is None or dates is None or not dates.filed:
            continue
        due = _last_day(fact.discovered, _MONTHS_FOR_A_REVISION)
        if due is not None and dates.filed.after(due):
            yield (*path, "dates", "filed"), "must be within six months of `new_fact.discovered`"


@rule("RN706")
def cause_without_content(view: View) -> Iterator[Problem]:
    """
    A cause names neither a record of the case nor a cause in general.

    Nothing is said so. Name the record in `record`, or a code of the list causes in `cause`, which
    has `unknown` for a speaker who says that nobody knows; or say in `missing` why there is none.
    """
    for path, because in view.each(Because):
        if not accounts_for(because, "record", "cause"):
            yield path, "must name a `record` of the case or a `cause`"


@rule("RN707", Severity.WARNING)
def cause_beside_a_record(view: View) -> Iterator[Problem]:
    """
    A cause names a record of the case, and a cause in general beside it.

    A cause in general is for what no record holds. Two causes, said at once, are two entries; the
    way by which a record worked is its `via`.
    """
    for path, because in view.each(Because):
        if because.record is not None and because.cause is not None:
            yield (*path, "cause"), "must not stand beside `record`; make it an entry of its own"


@rule("RN708", Severity.WARNING)
def cause_on_nobodys_word(view: View) -> Iterator[Problem]:
    """
    Something is said to be because of something else, and nobody says so.

    That an arrest came of a notice is the claim that is disputed most, and always somebody's word.
    Name the speaker in the entry's `according_to`, or the document in its `sources`; the record's
    own are taken for it where the entry has none.
    """
    for kind in _WITH_CAUSES:
        for path, record in view.each(kind):
            if record.according_to or record.sources or not record.because_of:
                continue
            if record.id is not None and f"{record.id}.because_of" in view.statements:
                continue
            for at, because in enumerate(record.because_of):
                if not because.according_to and not because.sources:
                    place = (*path, "because_of", at)
                    yield place, "must be somebody's word; name whose in `according_to`"


@rule("RN709", Severity.WARNING)
def result_before_the_end(view: View) -> Iterator[Problem]:
    """
    A proceeding has a result while its status says that nothing is decided.

    One of the two was not brought up to date. A decision under appeal is `appealed`; a finding that
    a request is admissible is a date, `dates.admissible`, and decides nothing.
    """
    for path, proceeding in view.each(Proceeding):
        if proceeding.status in _UNDECIDED and proceeding.result not in {None, "admissible"}:
            yield (
                (*path, "status"),
                "must not be open where there is a `result`; bring it up to date",
            )


@cache
def _kinds_that_end_with(result: str) -> frozenset[str]:
    """
    The kinds of proceeding for which *result* is meant; none where it fits all.
    """
    code = codelists.load("proceeding_results").codes[result]
    meant = _PROCEEDINGS.get(code.broader or code.code, set())
    return frozenset[str]().union(*(below("proceeding_kinds", kind) for kind in meant))


def _described(proceeding: Proceeding, view: View) -> PartialDate:
    """
    The day on which *proceeding* stands as it is written; the day of asking where none is named.
    """
    book = view.case.record if isinstance(view.case, Case) else None
    whole = book.as_of if book else None
    return proceeding.as_of or whole or PartialDate.trusted(view.today.isoformat())


def _last_day(date: PartialDate | None, months: int) -> dt.date | None:
    """
    The last day that can lie within *months* after *date*; None where that is not certain.
    """
    latest = None if date is None or date.doubtful else date.latest
    return None if latest is None else months_after(latest, months)
