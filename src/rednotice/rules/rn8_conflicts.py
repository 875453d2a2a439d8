"""
RN8 Conflicts: values on which statements differ, among themselves or from the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rednotice.findings import Severity
from rednotice.insight.conflicts import Matter, first_to_differ, matters
from rednotice.insight.questions import Problem, rule
from rednotice.insight.stances import asserts, is_coerced, is_unfree
from rednotice.insight.values import agrees, expected
from rednotice.insight.view import View
from rednotice.model import Attributed, EditorDecision, Source, Statement

_NOT_SO = frozenset({"denies", "disputes"})


@rule("RN806", Severity.WARNING)
def value_that_no_statement_holds(view: View) -> Iterator[Problem]:
    """
    A record shows a value that differs from what every statement about it says.

    Records hold preferred values, and statements say whose they are. One of the two was changed
    without the other, or the value has a speaker who is not named: name them in the record's
    `according_to`. More or less exact is not different. Statements that are deprecated or were
    taken back do not count, and neither do those that only fear, foretell or suggest a value.
    """
    for matter in matters(view):
        if _is_shown(matter) and not _has_speakers(matter):
            said = [one for _, one in matter.said]
            if any(map(asserts, said)) and not any(_shows(matter, one) for one in said):
                yield matter.place, "must be what a statement about it says; or name by whose word"


@rule("RN815", Severity.INFO)
def conflict_not_decided(view: View) -> Iterator[Problem]:
    """
    Statements give two different values for one field, and nobody has decided between them.

    Two speakers may differ, and so may one speaker on two days. Both statements stay. Either an
    editor decides, in `editor_decisions` with the reason or by the `rank` of a statement with its
    `rank_reason`; or the field stays open, with `missing: {field: disputed}` in its record. A value
    that is only more exact than the other is no conflict, nor is one that was taken back or is
    deprecated. Codes, dates and numbers are compared, texts are not. Two lists of persons differ
    also where one only leaves somebody out.
    """
    for matter in matters(view):
        at = first_to_differ(matter, view)
        if at and not _is_decided(matter, view) and not _rests_on_coercion(matter, view):
            said = "differs from what another statement says; decide in `editor_decisions`"
            yield (*at, "value"), f"{said}, or leave the field `disputed` in `missing`"


@rule("RN816", Severity.WARNING)
def coerced_value_shown(view: View) -> Iterator[Problem]:
    """
    A record shows a value that only unfree statements hold, and another statement contradicts it.

    Whoever is in custody, before officials or under threat says what is wanted, and to show it is
    to prefer it. Leave the field out, with `missing: {field: disputed}`, until an editor has
    decided, or name in the record's `sources` what else bears it out. A value is not found that a
    statement at liberty holds too, nor one in a record that says by whose word it stands.
    """
    for matter in matters(view):
        if not _is_decided(matter, view) and _rests_on_coercion(matter, view):
            said = "must not rest on words alone that were not free; leave it `disputed`"
            yield matter.place, f"{said}, or name in `sources` what else bears it out"


def _is_shown(matter: Matter) -> bool:
    """
    Whether a record of this document shows a value of *matter*.
    """
    shown = matter.record is not None and matter.field.name in matter.record.__dict__
    return shown and not matter.about.startswith("shared:")


def _shows(matter: Matter, statement: Statement) -> bool:
    """
    Whether the record shows the value of *statement*, more or less exactly.
    """
    return agrees(matter.field, matter.record.__dict__[matter.field.name], statement.value)


def _takes(matter: Matter, statement: Statement) -> bool:
    """
    Whether the field could hold the value of *statement*.
    """
    return expected(matter.field, statement.value) is None


def _reasons(matter: Matter) -> Mapping[str, str]:
    """
    Why members of the record are missing; some records inside others cannot say it.
    """
    return getattr(matter.record, "missing", None) or {}


def _has_speakers(matter: Matter) -> bool:
    return "according_to" in matter.record.__dict__


def _is_decided(matter: Matter, view: View) -> bool:
    """
    Whether an editor decided on *matter*, or left it open on purpose.
    """
    if _reasons(matter).get(matter.field.name) == "disputed":
        return True
    if any(one.rank == "preferred" and one.rank_reason for _, one in matter.said):
        return True
    whole = matter.about.partition(".")[0]
    ids = {one.id for _, one in matter.standing if one.id}
    return any(
        decision.about in {matter.about, whole} or not ids.isdisjoint(decision.between)
        for _, decision in view.each(EditorDecision)
    )


def _rests_on_coercion(matter: Matter, view: View) -> bool:
    """
    Whether *matter* is shown by words alone that were not free, against others.
    """
    if not _is_shown(matter) or _has_speakers(matter):
        return False
    held = [one for _, one in matter.said if _takes(matter, one) and _shows(matter, one)]
    named = matter.record.sources if isinstance(matter.record, Attributed) else ()
    if not held or not all(is_unfree(source) for _, source in view.among(Source, named)):
        return False
    return all(is_coerced(one, view) for one in held) and any(
        _contradicts(one, matter) and not is_coerced(one, view) for _, one in matter.standing
    )


def _contradicts(statement: Statement, matter: Matter) -> bool:
    if statement.stance in _NOT_SO:
        return statement.value is None or _shows(matter, statement)
    said = statement.value is not None and asserts(statement) and _takes(matter, statement)
    return said and not _shows(matter, statement)
