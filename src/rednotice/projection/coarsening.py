"""
Coarser cases: the codes and dates of a projected case cut to the levels of its release.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.model import Case, Release, Statement
from rednotice.projection.levels import plain
from rednotice.projection.losing import losses, named_in, pointed, said
from rednotice.projection.projecting import SOMEBODY
from rednotice.records import Having, assembled, essentials_of, fields_of
from rednotice.records.frozen import frozen_map
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar
from rednotice.types.roles import CLASS

if TYPE_CHECKING:
    from rednotice.projection.levels import Levels
    from rednotice.records.walk import Field


def coarsen(case: Case, levels: Levels) -> Case:
    """
    *case* with its codes and dates as coarse as *levels* say, also those that statements give.

    Members of one codelist are cut together wherever they stand. What is left out is treated as the
    projection treats what may not leave: records of which nothing essential is left go, as `losses`
    says, and so does what points at them or at a member that is left out. Nothing says why such a
    member is missing.

    Args:
        case: A projected case, which is not changed.
        levels: The levels of the release.
    """
    made: Any = _Coarser(levels, named_in(case), losses(case, [levels.left_out])).of_record(case)
    return made  # type: ignore[no-any-return]  # a record of the class of the case


@attrs.frozen(eq=False)
class _Coarser:
    """
    One pass over a case of which it is known what goes, by the identity of records in memory.
    """

    levels: Levels
    named: dict[str, Any]
    gone: dict[int, int]

    def of_record(self, record: Any) -> Any | None:
        """What is left of *record*."""
        cls: Any = type(record)
        if id(record) in self.gone:
            return None
        if cls is Release:
            return record
        members: dict[str, Any] = {}
        fields = _fields(cls)
        for name, value in record.__dict__.items():
            left = self._member(record, fields[name], value)
            if left is not None and left != ():
                members[name] = left
        if cls is Case:
            members.setdefault("subjects", (SOMEBODY,))
        return assembled(cls, members)

    def _member(self, record: Any, field: Field, value: Any) -> Any:
        match field.shape:
            case Many(item):
                parts = [self._one(item, part) for part in value]
                left = [part for part in parts if part is not None]
                return tuple(dict.fromkeys(left) if len(left) > 1 else left)
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
        if is_reference and self._is_gone(value):
            return None
        return self.levels.treat(shape, value)

    def _is_gone(self, reference: str) -> bool:
        target, fields = pointed(reference, self.named)
        left_out = any(self.levels.leaves_out(field.one) for field in fields)
        return left_out or id(target) in self.gone

    def _said(self, statement: Statement, value: Any) -> Any:
        """*value*, which *statement* gives for a field, treated as that field is."""
        shape, accepted = said(statement, self.named)
        if shape is None:
            return None
        treated = (self.levels.treat(shape, part) for part in accepted)
        left = [plain(part) for part in treated if part is not None]
        if not left:
            return None
        return tuple(dict.fromkeys(left)) if isinstance(value, tuple) else left[0]

    def _reasons(self, cls: Any, missing: Any) -> dict[str, str] | None:
        shapes = {field.name: field.one for field in fields_of(cls)}
        told = {
            name: reason
            for name, reason in missing.items()
            if not _can_be_left_out(shapes[name], self.levels)
        }
        return frozen_map(told) if told else None


@cache
def _fields(cls: Any) -> dict[str, Field]:
    return {field.name: field for field in fields_of(cls)}


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
