"""
RN8 Ambiguity: what one text leaves open between several readings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.questions import Problem, rule
from rednotice.insight.stances import standing
from rednotice.insight.values import exact, field_of
from rednotice.insight.view import View
from rednotice.model import Statement

_AMBIGUOUS = having("missing_reasons", "several_readings")
_READING = having("stances", "reading")
_SEVERAL = 2  # readings without which nothing is ambiguous


_AMBIGUOUS_WITHOUT_READINGS = (
    "The member is called ambiguous, and fewer than two readings are given. Add a statement with"
    " the stance `may_mean` for each."
)


@rule("RN818", Severity.WARNING)
def ambiguous_without_readings(view: View) -> Iterator[Problem]:
    """
    A member is called ambiguous, and fewer than two statements say how it can be read.

    *Ambiguous* means that one text can be read in two ways. Write each reading as a statement about
    the member, with the stance `may_mean` and the value. If two speakers differ, the member is
    `disputed`; if the text does not give the value at all, leave the member out. A record without
    an id is found too, since no statement can be about it.
    """
    for path, record in view.gaps:
        ambiguous = [name for name, reason in record.missing.items() if reason in _AMBIGUOUS]
        for name in ambiguous:
            if len(_readings(view, record, name)) < _SEVERAL:
                said = _AMBIGUOUS_WITHOUT_READINGS
                yield (*path, "missing", name), said


@rule("RN819", Severity.WARNING, of=Statement, having="value")
def reading_shown_as_the_value(statement: Statement, view: View) -> Iterator[Problem]:
    """
    A record shows one reading of an ambiguous text as if it were the only one.

    The reader of the record cannot see that somebody chose. Leave the member out, with
    `missing: {member: ambiguous}`, until a source settles it, and keep the readings as statements.
    Nothing is said where another statement asserts the value, or the record names by whose word it
    stands.
    """
    if statement.stance not in _READING or statement.about is None:
        return
    found = field_of(view, exact(view, statement.about))
    if found is None or found[1] is None:
        return
    _, record, field = found
    shown = record.__dict__
    others = standing(view, statement.about)
    if (
        field.name in shown
        and "according_to" not in shown
        and all(one.stance in _READING for _, one in others)
    ):
        yield ("value",), "The member shows one of several readings. Leave it out of its record."


def _readings(view: View, record: Any, name: str) -> set[str]:
    about = f"{record.__dict__.get('id')}.{name}"
    return {
        repr(one.value)
        for _, one in standing(view, about)
        if one.stance in _READING and one.value is not None
    }
