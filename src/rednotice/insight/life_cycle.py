"""
The life cycle of a notice: which steps end it, which need an earlier step, and which order is
certain.

Source:
    INTERPOL's Rules on the Processing of Data, Articles 50, 76 to 81 and 97 to 101, and Resolution
    GA-2017-86-RES-09 for what is restored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rednotice.codelists.groups import having
from rednotice.model import StatusChange

Steps = Sequence[StatusChange]

BEGINNINGS = having("notice_statuses", "begins")
REQUESTS = having("notice_statuses", "asks")
# Steps of one history that are compared, each with each; no real notice has as many.
LONGEST = 200
_ENDS = having("notice_statuses", "ends")
# Statuses that are possible only before the end. An addendum, an update or an unknown status may be
# recorded afterwards, and data that was withdrawn or cancelled may still be deleted.
_LIFE = having("notice_statuses", "before_the_end")
# Steps that carry out a decision on data.
_CARRYING_OUT = having("notice_statuses", "carries_out")
_BY_CCF = having("status_bases", "by_ccf") | {None}
# These steps can reverse an end.
_BACK = having("notice_statuses", "brings_back")
# A diffusion is sent before anybody reviews it, so it needs no request; nor does a recorded notice.
_NEEDS = {
    **dict.fromkeys(having("notice_statuses", "follows_the_request"), REQUESTS),
    **dict.fromkeys(having("notice_statuses", "follows_the_beginning"), BEGINNINGS),
}


def after_the_end(steps: Steps) -> Iterator[int]:
    """
    Yield the indices of steps that follow an end although they cannot.

    A step follows another if its date or, where the dates do not decide, its place in the list says
    so.
    """
    steps = steps[:LONGEST]
    ends = [(place, step) for place, step in enumerate(steps) if step.status in _ENDS]
    ends = [(place, end) for place, end in ends if _is_final(end, steps)]
    for at, step in enumerate(steps if ends else ()):
        if step.status in _LIFE and any(_follows(at, step, place, end) for place, end in ends):
            yield at


def before_the_beginning(steps: Steps) -> Iterator[int]:
    """
    Yield the indices of steps that are certainly dated before every step that they can follow.
    """
    steps = steps[:LONGEST]
    for at, step in enumerate(steps):
        if step.date and step.status in _NEEDS:
            needed = [other for other in steps if other.status in _NEEDS[step.status]]
            if needed and all(_lies_before(step, other) for other in needed):
                yield at


def out_of_order(steps: Steps) -> Iterator[int]:
    """
    Yield the indices of steps that are certainly dated before a step that is listed above them.
    """
    above: list[StatusChange] = []
    for at, step in enumerate(steps[:LONGEST]):
        if any(_lies_before(step, other) for other in above):
            yield at
        above.append(step)


def carries_out(step: StatusChange, proceeding: str | None) -> bool:
    """
    Whether *step* carries out the decision of the proceeding with the id *proceeding*.
    """
    return (
        step.proceeding == proceeding
        and proceeding is not None
        and step.status in _CARRYING_OUT
        and step.basis in _BY_CCF
    )


def _is_final(end: StatusChange, steps: Steps) -> bool:
    return all(_lies_before(step, end) for step in steps if step.status in _BACK)


def _follows(at: int, step: StatusChange, place: int, end: StatusChange) -> bool:
    if at == place:
        return False
    if at > place:
        return not _lies_before(step, end)
    return _lies_before(end, step)


def _lies_before(one: StatusChange, other: StatusChange) -> bool:
    return bool(one.date and other.date and one.date.surely_before(other.date))
