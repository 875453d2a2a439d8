"""
Deadlines: the steps that the Statute of the CCF sets a time for, and whether each was in time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import attrs

from rednotice.codelists.groups import having
from rednotice.insight.life_cycle import carries_out
from rednotice.insight.rulings import results
from rednotice.model import Notice, Proceeding, ProceedingDates
from rednotice.types.dates import PartialDate, months_after

# Months from one step to the next (Statute of the Commission for the Control of INTERPOL's Files).
_TO_REVISE = 6  # Article 42
_TO_DECIDE = {  # Article 40
    **dict.fromkeys(having("proceeding_kinds", "asks_access"), 4),
    **dict.fromkeys(having("proceeding_kinds", "asks_deletion"), 9),
}
_TO_NOTIFY = 1  # Article 38(1)
_TO_CARRY_OUT = 1  # Article 41(2)
_REVISIONS = having("proceeding_kinds", "asks_revision")
_KINDS = _REVISIONS | _TO_DECIDE.keys()
_UNDECIDED = having("proceeding_statuses", "open", "halted") | {None}
_UNFILED = having("proceeding_statuses", "unfiled")
# These results certainly require action; others may not.
_TO_BE_DONE = having("proceeding_results", "data_to_change")
_UNEXAMINED = having("proceeding_results", "unexamined")


@attrs.frozen
class Deadline:
    """
    A step of a proceeding that is due, and whether it was taken in time.

    Attributes:
        step: The member of the proceeding's ``dates`` that says when the step was taken.
        since: The member whose date starts the time: one of ``dates``, or ``new_fact.discovered``.
        months: The length of the time in months.
        last_day: The last day that can be in time; the repr does not show it.
        kept: Whether the step was taken in time; None if the dates leave that open.
    """

    step: str
    since: str
    months: int
    last_day: dt.date = attrs.field(repr=False)
    kept: bool | None


def deadlines(
    proceeding: Proceeding,
    notices: Iterable[Notice] = (),
    *,
    as_of: dt.date | PartialDate | None = None,
) -> tuple[Deadline, ...]:
    """
    The deadlines of *proceeding* before the CCF that its dates determine, in the order of its
    steps.

    The Commission must decide a request for access within four months of the day on which it is
    admissible, and one for correction or deletion within nine. It must notify the General
    Secretariat of the decision within one month, and the Secretariat must carry it out within one
    month of that. A revision must be requested within six months of the discovery of its new fact.
    If the last month lacks the day, the surplus days run into the next month. The Commission may
    extend its time in exceptional circumstances, and the General Secretariat may ask for
    clarifications first; the record cannot show that.

    >>> from rednotice.model import Proceeding, ProceedingDates
    >>> from rednotice.types.dates import PartialDate
    >>> december, may = PartialDate("2031-12"), PartialDate("2033-05-02")
    >>> dates = ProceedingDates(admissible=december, decided=may)
    >>> for due in deadlines(Proceeding(kind="ccf_deletion", dates=dates)):
    ...     print(due.step, due.last_day, due.kept)
    decided 2032-10-01 False
    notified 2033-06-02 None

    Args:
        proceeding: Any proceeding; one of another kind has no deadlines here.
        notices: The notices of the case, whose history may show when the decision was carried out.
        as_of: The day for which the record of the proceeding is current, if its own ``as_of`` does
            not say so. If a decision is still pending, or a revision still planned, after its last
            day, it is late; without this day, *kept* is None for such a step.

    Source:
        Statute of the Commission for the Control of INTERPOL's Files, Articles 38(1), 40, 41(2)
        and 42.
    """
    if proceeding.kind not in _KINDS:
        return ()
    day = proceeding.as_of or as_of
    if isinstance(day, dt.date):
        day = PartialDate.trusted(dt.date.isoformat(day))
    return tuple(one for one in _deadlines(proceeding, notices, day) if one)


class _Limit(NamedTuple):
    """
    The last day in time, counted from the *first* and from the *last* day that a date can mean;
    None if that is not certain.
    """

    first: dt.date | None
    last: dt.date | None


@lru_cache(maxsize=1024)
def _limit(since: PartialDate | None, months: int) -> _Limit:
    if since is None or since.doubtful:
        return _Limit(None, None)
    first, last = since.earliest, since.latest
    return _Limit(first and months_after(first, months), last and months_after(last, months))


def _deadlines(
    proceeding: Proceeding, notices: Iterable[Notice], as_of: PartialDate | None
) -> Iterator[Deadline | None]:
    kind, status, found = proceeding.kind or "", proceeding.status, results(proceeding)
    dates, fact = proceeding.dates, proceeding.new_fact
    if kind in _REVISIONS and fact:
        limit = _limit(fact.discovered, _TO_REVISE)
        filed = dates.filed if dates else None
        kept = _is_kept(limit, filed, as_of if status in _UNFILED else None)
        yield _due("filed", "new_fact.discovered", _TO_REVISE, limit, kept)
    if dates is None:
        return
    if kind in _TO_DECIDE:
        limit = _limit(dates.admissible, _TO_DECIDE[kind])
        undecided = not found and status in _UNDECIDED
        kept = _is_kept(limit, dates.decided, as_of if undecided else None)
        yield _due("decided", "admissible", _TO_DECIDE[kind], limit, kept)
    # Finding a request inadmissible is not a decision on it.
    if dates.decided and not (found and found <= _UNEXAMINED):
        limit = _limit(dates.decided, _TO_NOTIFY)
        yield _due("notified", "decided", _TO_NOTIFY, limit, _is_kept(limit, dates.notified))
        done = [
            step.date
            for notice in (notices if proceeding.id else ())
            for step in notice.history
            if carries_out(step, proceeding.id)
        ]
        if done or dates.implemented or found & _TO_BE_DONE:
            yield _carrying_out(dates, done or [dates.implemented])


def _carrying_out(dates: ProceedingDates, done: list[PartialDate | None]) -> Deadline | None:
    """
    The deadline for carrying out a decision; *done* holds the dates on which each notice was
    changed.
    """
    since, months, limit = "notified", _TO_CARRY_OUT, _limit(dates.notified, _TO_CARRY_OUT)
    if dates.notified is None:
        # It was received between the day of the decision and the end of the month for notification.
        since, months = "decided", _TO_NOTIFY + _TO_CARRY_OUT
        notified, limit = _limit(dates.decided, _TO_NOTIFY), _limit(dates.decided, _TO_CARRY_OUT)
        limit = _Limit(limit.first, notified.last and months_after(notified.last, _TO_CARRY_OUT))
    answers = {_is_kept(limit, date) for date in done}
    kept = True if answers == {True} else False if False in answers else None
    return _due("implemented", since, months, limit, kept)


def _is_kept(
    limit: _Limit, taken: PartialDate | None, untaken_on: PartialDate | None = None
) -> bool | None:
    """
    Whether a step that was *taken* on one day, or still not taken on *untaken_on*, is within its
    *limit*.
    """
    if limit.last is None:
        return None
    if taken is None:
        return False if untaken_on and untaken_on.after(limit.last) else None
    if limit.first and taken.after(limit.first) is False:
        return True
    return False if taken.after(limit.last) else None


def _due(step: str, since: str, months: int, limit: _Limit, kept: bool | None) -> Deadline | None:  # noqa: FBT001  # a result, not a switch
    return None if limit.last is None else Deadline(step, since, months, limit.last, kept)
