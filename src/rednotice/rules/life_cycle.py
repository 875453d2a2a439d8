"""
The life of a notice: which steps end it, which need another before them, and what order is certain.

Source:
    INTERPOL's Rules on the Processing of Data, Articles 50, 76 to 81 and 97 to 101, and Resolution
    GA-2017-86-RES-09 for what is restored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rednotice.model import StatusChange

Steps = Sequence[StatusChange]

BEGINNINGS = frozenset({"published", "circulated", "recorded"})
_ENDS = frozenset({"refused", "withdrawn", "cancelled", "deleted", "expired"})
# What only a notice that has not ended can become or be. An addendum, an update or an unknown
# status may be noted afterwards, and data that was withdrawn or cancelled may still be deleted.
_LIFE = frozenset(
    {
        *("requested", "under_review", "pending_information", "published", "circulated"),
        *("recorded", "suspended", "blocked", "renewed", "refused"),
    }
)
# After these steps an end may not have been one.
_BACK = frozenset({"restored", "retyped", "other"})
# A diffusion is sent before anybody reviews it, so that it needs no request; nor does a record.
_NEEDS = {
    **dict.fromkeys(
        ("under_review", "pending_information", "refused", "published"), frozenset({"requested"})
    ),
    **dict.fromkeys(("suspended", "renewed", "expired"), BEGINNINGS),
}


def after_the_end(steps: Steps) -> Iterator[int]:
    """
    The places of steps that cannot follow the end which they follow.

    A step follows another by its date, or by its place in the list while no date says otherwise.
    """
    ends = [(at, step) for at, step in enumerate(steps) if step.status in _ENDS]
    if not ends:
        return
    back = [step for step in steps if step.status in _BACK]
    final = [
        (place, end) for place, end in ends if all(_certainly_before(one, end) for one in back)
    ]
    for at, step in enumerate(steps):
        if step.status in _LIFE and any(_follows(at, step, place, end) for place, end in final):
            yield at


def before_the_beginning(steps: Steps) -> Iterator[int]:
    """
    The places of steps that are certainly dated before every step which they can follow.
    """
    for at, step in enumerate(steps):
        needs = _NEEDS.get(step.status)
        if needs is None or step.date is None:
            continue
        needed = [other for other in steps if other.status in needs]
        if needed and all(_certainly_before(step, other) for other in needed):
            yield at


def out_of_order(steps: Steps) -> Iterator[int]:
    """
    The places of steps that are certainly dated before one that is listed above them.
    """
    for at, step in enumerate(steps):
        if step.date and any(_certainly_before(step, above) for above in steps[:at]):
            yield at


def _follows(at: int, step: StatusChange, place: int, end: StatusChange) -> bool:
    if step is end or _certainly_before(step, end):
        return False
    return _certainly_before(end, step) or at > place


def _certainly_before(one: StatusChange, other: StatusChange) -> bool:
    return bool(one.date and other.date and one.date.before(other.date))
