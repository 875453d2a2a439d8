"""
RN8 Conflicts: values on which statements differ, among themselves or from the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from rednotice.findings import Severity
from rednotice.insight.questions import Problem, rule
from rednotice.insight.stances import asserts, counts, is_coerced, is_unfree, standing
from rednotice.insight.values import agrees, expected, field_of
from rednotice.insight.view import View, once
from rednotice.model import EditorDecision, Record, Source, Statement

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.records.walk import Field

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
    for matter in _matters(view):
        if matter.is_shown and "according_to" not in matter.record.__dict__:
            said = [one for _, one in matter.said]
            if any(map(asserts, said)) and not any(map(matter.shows, said)):
                yield matter.place, "must be what a statement about it says; or name by whose word"


@rule("RN815", Severity.INFO)
def conflict_not_decided(view: View) -> Iterator[Problem]:
    """
    Statements give two different values for one field, and nobody has decided between them.

    Two speakers may differ, and so may one speaker on two days. Both statements stay. Either an
    editor decides, in `editor_decisions` with the reason or by the `rank` of a statement with its
    `rank_reason`; or the field stays open, with `missing: {field: disputed}` in its record. A value
    that is only more exact than the other is no conflict, nor is one that was taken back or is
    deprecated. Codes, dates and numbers are compared, texts are not.
    """
    for matter in _matters(view):
        at = _first_at_odds(matter)
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
    for matter in _matters(view):
        if not _is_decided(matter, view) and _rests_on_coercion(matter, view):
            said = "must not rest on words alone that were not free; leave it `disputed`"
            yield matter.place, f"{said}, or name in `sources` what else bears it out"


class _Matter(NamedTuple):
    """
    A field of which statements hold a value: by which name they are about it, where it is, the
    statements about it that stand, and those of them that hold a value.
    """

    about: str
    place: Path
    record: Any
    field: Field
    standing: list[tuple[Path, Statement]]
    said: list[tuple[Path, Statement]]

    @property
    def is_shown(self) -> bool:
        """Whether a record of this document shows a value."""
        return not self.about.startswith("shared:") and self.field.name in self.record.__dict__

    def takes(self, statement: Statement) -> bool:
        """Whether the field could hold the value of *statement*."""
        return expected(self.field, statement.value) is None

    def shows(self, statement: Statement) -> bool:
        """Whether the record shows the value of *statement*, more or less exactly."""
        return agrees(self.field, self.record.__dict__[self.field.name], statement.value)


@once
def _matters(view: View) -> list[_Matter]:
    found: list[_Matter] = []
    for about, statements in view.statements.items():
        if all(one.value is None for _, one in statements):
            continue  # as most are
        named, stand = field_of(view, about), standing(view, about)
        said = [(path, one) for path, one in stand if one.value is not None and counts(one)]
        if named and said:
            path, record, field = named
            found.append(_Matter(about, (*path, field.name), record, field, stand, said))
    return found


def _first_at_odds(matter: _Matter) -> Path | None:
    """
    The first statement on *matter* whose value contradicts that of one before it.
    """
    said = [(path, one) for path, one in matter.said if asserts(one) and matter.takes(one)]
    for (_, one), (path, other) in combinations(said, 2):
        if not agrees(matter.field, one.value, other.value):
            return path
    return None


def _is_decided(matter: _Matter, view: View) -> bool:
    """
    Whether an editor decided on *matter*, or left it open on purpose.
    """
    if (matter.record.missing or {}).get(matter.field.name) == "disputed":
        return True
    if any(one.rank == "preferred" and one.rank_reason for _, one in matter.said):
        return True
    whole = matter.about.partition(".")[0]
    ids = {one.id for _, one in matter.standing if one.id}
    return any(
        decision.about in {matter.about, whole} or not ids.isdisjoint(decision.between)
        for _, decision in view.each(EditorDecision)
    )


def _rests_on_coercion(matter: _Matter, view: View) -> bool:
    """
    Whether *matter* is shown by words alone that were not free, against others.
    """
    if not matter.is_shown or "according_to" in matter.record.__dict__:
        return False
    held = [one for _, one in matter.said if matter.takes(one) and matter.shows(one)]
    named = matter.record.sources if isinstance(matter.record, Record) else ()
    if not held or not all(is_unfree(source) for _, source in view.among(Source, named)):
        return False
    return all(is_coerced(one, view) for one in held) and any(
        _contradicts(one, matter) and not is_coerced(one, view) for _, one in matter.standing
    )


def _contradicts(statement: Statement, matter: _Matter) -> bool:
    if statement.stance in _NOT_SO:
        return statement.value is None or matter.shows(statement)
    said = statement.value is not None and asserts(statement) and matter.takes(statement)
    return said and not matter.shows(statement)
