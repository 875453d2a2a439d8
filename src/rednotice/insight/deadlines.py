"""
Deadlines: the steps that the Statute of the CCF dates, and whether each was taken in time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import attrs

from rednotice.insight.life_cycle import carries_out
from rednotice.model import Notice, Proceeding, ProceedingDates
from rednotice.types.dates import PartialDate, months_after

# Months from one step to the next (Statute of the Commission for the Control of INTERPOL's Files).
_TO_REVISE = 6  # Article 42
_TO_DECIDE = {"ccf_access": 4, "ccf_deletion": 9}  # Article 40
_TO_TELL = 1  # Article 38(1)
_TO_CARRY_OUT = 1  # Article 41(2)
_KINDS = frozenset({"ccf_access", "ccf_deletion", "ccf_revision"})
_UNDECIDED = frozenset({None, "planned", "filed", "pending", "admissible", "stayed"})
# By these results something has to be done; by others that is not certain.
_TO_BE_DONE = frozenset(
    {"not_compliant", "compliant_with_update", "conditions_for_revision_met_not_compliant"}
)


@attrs.frozen
class Deadline:
    """
    A step of a proceeding that is due, and whether it was taken in time.

    Attributes:
        step: The member of the proceeding's ``dates`` that says when the step was taken.
        since: The member from which the time runs: one of ``dates``, or ``new_fact.discovered``.
        months: How many months there are.
        last_day: The last day that can be in time; no representation shows it.
        kept: Whether the step was taken in time; None where the dates leave that open.
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
    The deadlines of *proceeding* before the CCF, in the order of its steps, as far as its dates
    tell them.

    A request for access is decided within four months, and one for correction or deletion within
    nine, from the day on which it is admissible. The decision reaches the General Secretariat
    within one month, which carries it out within one month of that. A revision is asked for within
    six months of the discovery of its new fact. A day that a month does not have is counted on into
    the next. The Commission may extend its time in exceptional circumstances, and the General
    Secretariat may ask for clarifications first; the record cannot show that.

    >>> from rednotice.model import Proceeding, ProceedingDates
    >>> from rednotice.types.dates import PartialDate
    >>> december, may = PartialDate("2031-12"), PartialDate("2033-05-02")
    >>> dates = ProceedingDates(admissible=december, decided=may)
    >>> for due in deadlines(Proceeding(kind="ccf_deletion", dates=dates)):
    ...     print(due.step, due.last_day, due.kept)
    decided 2032-10-01 False
    notified 2033-06-02 None

    Args:
        proceeding: Any; of another kind, it has no deadlines here.
        notices: The notices of the case, whose history may show when the decision was carried out.
        as_of: The day on which the proceeding stands as it is written, where its own ``as_of`` does
            not say so. A decision that is still to come on a day after the last, or a revision that
            is still planned, is late; without a day nothing is said of it.

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
    The last day in time, if time ran from the first day that a date can mean, and from the last;
    None where that is not certain.
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
    kind, status, result = proceeding.kind or "", proceeding.status, proceeding.result
    dates, fact = proceeding.dates, proceeding.new_fact
    if kind == "ccf_revision" and fact:
        limit = _limit(fact.discovered, _TO_REVISE)
        filed = dates.filed if dates else None
        kept = _is_kept(limit, filed, as_of if status == "planned" else None)
        yield _due("filed", "new_fact.discovered", _TO_REVISE, limit, kept)
    if dates is None:
        return
    if kind in _TO_DECIDE:
        limit = _limit(dates.admissible, _TO_DECIDE[kind])
        undecided = result is None and status in _UNDECIDED
        kept = _is_kept(limit, dates.decided, as_of if undecided else None)
        yield _due("decided", "admissible", _TO_DECIDE[kind], limit, kept)
    # That a request is not admissible is no decision on it.
    if dates.decided and result != "inadmissible":
        limit = _limit(dates.decided, _TO_TELL)
        yield _due("notified", "decided", _TO_TELL, limit, _is_kept(limit, dates.notified))
        done = [
            step.date
            for notice in (notices if proceeding.id else ())
            for step in notice.history
            if carries_out(step, proceeding.id)
        ]
        if done or dates.implemented or result in _TO_BE_DONE:
            yield _carrying_out(dates, done or [dates.implemented])


def _carrying_out(dates: ProceedingDates, done: list[PartialDate | None]) -> Deadline | None:
    """
    The deadline of a decision that is *done* step by step, in each notice that it is about.
    """
    since, months, limit = "notified", _TO_CARRY_OUT, _limit(dates.notified, _TO_CARRY_OUT)
    if dates.notified is None:
        # It can have been received on the day of the decision, or when the month was over.
        since, months = "decided", _TO_TELL + _TO_CARRY_OUT
        told, limit = _limit(dates.decided, _TO_TELL), _limit(dates.decided, _TO_CARRY_OUT)
        limit = _Limit(limit.first, told.last and months_after(told.last, _TO_CARRY_OUT))
    answers = {_is_kept(limit, date) for date in done}
    kept = True if answers == {True} else False if False in answers else None
    return _due("implemented", since, months, limit, kept)


def _is_kept(
    limit: _Limit, taken: PartialDate | None, untaken_on: PartialDate | None = None
) -> bool | None:
    """
    Whether a step *taken* on one day, or not yet taken on another, is within its *limit*.
    """
    if limit.last is None:
        return None
    if taken is None:
        return False if untaken_on and untaken_on.after(limit.last) else None
    if limit.first and taken.after(limit.first) is False:
        return True
    return False if taken.after(limit.last) else None


def _due(step: str, since: str, months: int, limit: _Limit, kept: bool | None) -> Deadline | None:  # noqa: FBT001  # an answer, and no switch
    return None if limit.last is None else Deadline(step, since, months, limit.last, kept)
