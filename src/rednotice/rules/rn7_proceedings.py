"""
RN7 Proceedings: results that fit, and steps that were not taken in time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rednotice import codelists
from rednotice.codelists.groups import below, having, naming
from rednotice.findings import Severity
from rednotice.insight.deadlines import Deadline, deadlines
from rednotice.insight.questions import Problem, rule
from rednotice.insight.rulings import decided, results
from rednotice.insight.view import View, once
from rednotice.model import Case, Proceeding

if TYPE_CHECKING:
    from rednotice.documents import Path

_UNDECIDED = having("proceeding_statuses", "open")
_NO_DECISION = having("proceeding_results", "decides_nothing")


_OF_ANOTHER_KIND = (
    "A proceeding of this `kind` cannot end with this result. Correct one of the two."
)
_NAMED = 6  # results that a message names
# The traits of a result that any proceeding can end with, or any but one before the CCF.
_ANY, _ANY_BUT_CCF = "any", "any_but_ccf"
_IN_FULL = "`rednotice codelist proceeding_results --format json` shows them by their `traits`."


@rule("RN703", Severity.WARNING, of=Proceeding, having=("result", "rulings"))
def result_of_another_kind_of_proceeding(proceeding: Proceeding, _: View) -> Iterator[Problem]:
    """
    A proceeding has a result that its kind cannot end with, such as an extradition acquitted.

    Either the kind or the result is wrong, or two proceedings were written as one. The message
    names results that such a proceeding can end with. `rednotice codelist proceeding_results
    --format json` shows the kinds for which each result is meant, among its `traits`:
    `ends_extradition` stands for `extradition`, `ends_ccf` for every request to the CCF, `ends_any`
    for every kind, and `ends_any_but_ccf` for all but these requests.
    """
    kind = proceeding.kind
    if kind is None or kind == "other":
        return
    for one in decided(proceeding):
        meant = _kinds_that_end_with(one.result) if one.result else ()
        if meant and kind not in meant:
            place = (*one.place, "result")
            yield (
                place,
                f"{_OF_ANOTHER_KIND} It can end with {_results_named(kind)} and others. {_IN_FULL}",
            )


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
    for place, missed in _missed(view, "decided"):
        if place[-1] == "decided":
            months = f"{missed.months} months after `{missed.since}`"
            yield (
                place,
                f"The decision came later than {months}. The delay may be an argument.",
            )
        else:
            yield (
                place,
                f"No decision is recorded after {missed.months} months. Ask how the case stands.",
            )


_REASON = "Correct a date, or say in the text why the request is still made."


@rule("RN705", Severity.WARNING)
def revision_filed_late(view: View) -> Iterator[Problem]:
    """
    A revision was filed, or is still planned, more than six months after the new fact was found.

    The CCF takes up a request for revision only within six months of the discovery (Statute of the
    Commission for the Control of INTERPOL's Files, Article 42). What counts is when the applicant
    discovered the fact, not when it happened. If both dates are right, say in the text why the
    request is still made.
    """
    for place, missed in _missed(view, "filed"):
        yield place, f"This is over {missed.months} months after `{missed.since}`. {_REASON}"


_RESULT_BEFORE_THE_END = (
    "The proceeding has a result, and its status says that nothing is decided. Correct one of the"
    " two."
)


@rule("RN709", Severity.WARNING, of=Proceeding, having=("result", "rulings"))
def result_before_the_end(proceeding: Proceeding, _: View) -> Iterator[Problem]:
    """
    A proceeding has a result while its status says that nothing is decided.

    One of the two was not brought up to date. A decision under appeal is `appealed`; a finding that
    a request is admissible is a date, `dates.admissible`, and decides nothing.
    """
    if proceeding.status in _UNDECIDED and results(proceeding) - _NO_DECISION:
        yield ("status",), _RESULT_BEFORE_THE_END


_DECIDED_BEFORE_THE_END = (
    "The proceeding has the date of a decision, and its status says that nothing is decided."
    " Correct the status, or the date if the decision is still to come."
)


@rule("RN718", Severity.WARNING, of=Proceeding, having="dates")
def decided_before_the_end(proceeding: Proceeding, _: View) -> Iterator[Problem]:
    """
    A proceeding has the date of its decision while its status says that nothing is decided.

    Counts of pending proceedings go by the status, and lateness by the dates, so that the two would
    tell different things of one request. Write the status that came with the decision, such as
    `decided` or `final`. A decision that the request is admissible decides nothing, and its date is
    `dates.admissible`. If the proceeding has a result as well, RN709 tells.
    """
    dates = proceeding.dates
    if proceeding.status in _UNDECIDED and dates and dates.decided and not results(proceeding):
        yield ("status",), _DECIDED_BEFORE_THE_END


@rule("RN710", Severity.INFO)
def decision_made_known_late(view: View) -> Iterator[Problem]:
    """
    A decision of the CCF was made known more than a month after it was taken.

    The Commission has one month to give its decision to the General Secretariat (Statute of the
    Commission for the Control of INTERPOL's Files, Article 38(1)); until then nobody can carry it
    out. Where `notified` is the day of the letter to the applicant, the General Secretariat may
    have had the decision earlier: ask the Commission when.
    """
    for place, missed in _missed(view, "notified"):
        yield (
            place,
            f"This came over a month after `{missed.since}`. Ask when it was passed on.",
        )


@rule("RN711", Severity.INFO)
def decision_carried_out_late(view: View) -> Iterator[Problem]:
    """
    A decision of the CCF was carried out later than a month after it was received.

    The General Secretariat has one month from the day on which it receives the decision, or the
    clarifications that it asked for (Statute of the Commission for the Control of INTERPOL's Files,
    Article 41(2)). Where `notified` is not known, two months are counted from the decision. The
    step of the notice's history that names the proceeding shows when it was done, or
    `implemented`. Ask the Commission why; copies made in the meantime may still be in use.
    """
    for place, missed in _missed(view, "implemented"):
        months = "a month" if missed.months == 1 else f"{missed.months} months"
        since = f"{months} after `{missed.since}`"
        yield place, f"The decision was carried out later than {since}. Ask the Commission why."


def _missed(view: View, step: str) -> list[tuple[Path, Deadline]]:
    """
    The deadlines for *step* that were certainly not kept, each with its place: the date of the
    step, or the innermost record around it.
    """
    return _all_missed(view).get(step, [])


@once
def _all_missed(view: View) -> dict[str, list[tuple[Path, Deadline]]]:
    found: dict[str, list[tuple[Path, Deadline]]] = {}
    case = view.case if isinstance(view.case, Case) else None
    notices = case.notices if case else ()
    described = case.record.as_of if case and case.record else None
    for path, proceeding in view.each(Proceeding):
        for one in deadlines(proceeding, notices, as_of=described or view.today):
            if one.kept is False:
                dates = proceeding.dates
                place = (*path, "dates") if dates else path
                if dates and one.step in dates.__dict__:
                    place = (*place, one.step)
                found.setdefault(one.step, []).append((place, one))
    return found


@cache
def _kinds_that_end_with(result: str) -> frozenset[str]:
    """
    The kinds of proceeding for which *result* is meant; none where it fits all.
    """
    meant = naming("proceeding_results", "ends_")[result]
    kinds = codelists.codelist("proceeding_kinds").codes
    if _ANY_BUT_CCF in meant:
        return frozenset(kinds) - having("proceeding_kinds", "before_ccf")
    return frozenset[str]().union(*(below("proceeding_kinds", kind) for kind in meant & set(kinds)))


@cache
def _results_named(kind: str) -> str:
    """
    Results that a proceeding of this *kind* can end with, in words: those that forms show, and
    those that are meant for its kind, before others.
    """
    listed = codelists.codelist("proceeding_results")
    kinds = naming("proceeding_results", "ends_")
    of_all = {_ANY, _ANY_BUT_CCF}
    possible = (
        one for one in listed if _ANY in kinds[one.code] or kind in _kinds_that_end_with(one.code)
    )
    first = sorted(
        (one for one in possible if not one.replaced_by),
        # A result whose content is not given has others below it.
        key=lambda one: (
            bool(listed.narrower(one.code)),
            not one.core,
            not kinds[one.code].isdisjoint(of_all),
        ),
    )
    return ", ".join(f"`{one.code}`" for one in first[:_NAMED])
