"""
Coarser cases: the codes and dates of a projected case cut to the levels of its release.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.insight.values import main_member, way
from rednotice.model import Case, Release, Statement
from rednotice.model.base import Attributed
from rednotice.projection.projecting import SOMEBODY, is_one
from rednotice.records import Having, essentials_of, fields_of, walk
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar
from rednotice.types.roles import CLASS

if TYPE_CHECKING:
    from rednotice.projection.levels import Levels
    from rednotice.records.walk import Field


def coarsen(case: Case, levels: Levels) -> Case:
    """
    *case* with its codes and dates as coarse as *levels* say, also those that statements give.

    Members of one codelist are cut together wherever they stand. What is left out is treated as the
    projection treats what may not leave: a record of which nothing essential is left is left out,
    and so is what points at it or at a member that is left out, until nothing changes. Nothing says
    why such a member is missing. What a case says of its release stays.

    Args:
        case: A projected case, which is not changed.
        levels: The levels of the release.
    """
    made: Any = _passed(case, levels).of_record(case)
    return made  # type: ignore[no-any-return]  # a record of the class of the case


def lost_in(case: Case, levels: Levels) -> frozenset[int]:
    """
    The records of *case* that `coarsen` leaves out, by their identity in memory.
    """
    return _passed(case, levels).before


def _passed(case: Case, levels: Levels) -> _Step:
    """
    The step after which nothing changes any more.
    """
    named = {
        record.id: record
        for _, record in walk(case)
        if isinstance(record, Attributed | Case) and record.id is not None
    }
    step = _Step(levels, named, frozenset())
    step.of_record(case)
    while step.lost != step.before:
        step = _Step(levels, named, frozenset(step.lost))
        step.of_record(case)
    return step


@attrs.define(eq=False)
class _Step:
    """
    One pass over the case, which knows which records the pass before has lost, by their identity in
    memory.
    """

    levels: Levels
    named: dict[str, Any]
    before: frozenset[int]
    lost: set[int] = attrs.field(factory=set)

    def of_record(self, record: Any) -> Any | None:
        """What is left of *record*."""
        cls: Any = type(record)
        if cls is Release:
            return record
        members: dict[str, Any] = {}
        for field in fields_of(cls):
            value = record.__dict__.get(field.name)
            left = None if value is None else self._member(record, field, value)
            if left is not None and left != ():
                members[field.name] = left
        if cls is Case:
            members.setdefault("subjects", (SOMEBODY,))
        if not is_one(cls, members):
            self.lost.update(id(part) for _, part in walk(record))
            return None
        return cls(**members)

    def _member(self, record: Any, field: Field, value: Any) -> Any:
        match field.shape:
            case Nested():
                return self.of_record(value)
            case Many(item):
                parts = [self._one(item, part) for part in value]
                return tuple(dict.fromkeys(part for part in parts if part is not None))
            case Free() if isinstance(record, Statement):
                return self._said(record, value)
            case Mapped() if field.name == "missing":
                return self._reasons(type(record), value)
        return self._one(field.shape, value)

    def _one(self, shape: Any, value: Any) -> Any:
        if isinstance(shape, Nested):
            return self.of_record(value)
        if not isinstance(shape, Scalar):
            return value
        is_reference = shape.ref is not None and not value.startswith(CLASS)
        if is_reference and self._is_lost(value):
            return None
        return self.levels.treat(shape, value)

    # References, values of statements, and gaps

    def _is_lost(self, reference: str) -> bool:
        """Whether the record or the member that *reference* names is left out."""
        head, *names = reference.split(".")
        target = self.named.get(head)
        if target is None:
            return False
        fields = way(type(target), names) or ()
        return id(target) in self.before or any(
            self.levels.leaves_out(field.one) for field in fields
        )

    def _said(self, statement: Statement, value: Any) -> Any:
        """*value*, which *statement* gives for a field, treated as that field is."""
        shape = self._field_of(statement.about or "")
        if not isinstance(shape, Scalar):
            return None
        if not isinstance(value, tuple):
            return self._said_once(shape, value)
        parts = [self._said_once(shape, part) for part in value]
        return tuple(dict.fromkeys(part for part in parts if part is not None))

    def _said_once(self, shape: Scalar, value: Any) -> Any:
        if not (type(value) is shape.base and all(limit.holds(value) for limit in shape.limits)):
            return None  # nobody knows how to make it coarser
        treated = self.levels.treat(shape, value)
        return str(treated) if isinstance(treated, str) else treated

    def _field_of(self, about: str) -> Any:
        """The shape of the values of the field *about*; of a record, that of its main member."""
        head, *names = about.split(".")
        target = self.named.get(head)
        fields = way(type(target), names) if target is not None and names else None
        if not fields:
            return None
        last = fields[-1]
        if isinstance(last.shape, Nested):
            main = way(last.shape.record, [main_member(last.shape.record)])
            return main[0].one if main else None
        return last.one

    def _reasons(self, cls: Any, missing: Any) -> dict[str, str] | None:
        shapes = {field.name: field.one for field in fields_of(cls)}
        told = {
            name: reason
            for name, reason in missing.items()
            if not _can_be_left_out(shapes[name], self.levels)
        }
        return told or None


@cache
def _can_be_left_out(shape: Any, levels: Levels) -> bool:
    """
    Whether *levels* can leave out a member of this *shape*, so that its absence says nothing.
    """
    if not isinstance(shape, Nested):
        return levels.leaves_out(shape)
    cls: Any = shape.record
    vital = {
        one.member if isinstance(one, Having) else one
        for group in essentials_of(cls)
        for one in group
    }
    return any(
        levels.leaves_out(field.one)
        for field in fields_of(cls)
        if field.required or field.name in vital
    )
