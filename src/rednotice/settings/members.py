"""
Members of a case as settings name them: ``/notices/*/issuing_state``, with ``*`` for any item.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import attrs

from rednotice.insight.filled import case_paths
from rednotice.insight.values import way
from rednotice.model import Case, SharedDocument
from rednotice.records import Field, fields_of
from rednotice.records.limits import Limit
from rednotice.records.shapes import Many, Nested, Scalar, Shape
from rednotice.records.unknown_members import member_meant
from rednotice.settings.patterns import PointerPattern, parts_of
from rednotice.settings.tables import refuse
from rednotice.types.codes import Codes
from rednotice.words.likeness import nearest

_ITEM = "*"
_FEW = 3  # members that a message offers


@attrs.frozen
class MemberPath:
    """
    A member of a case, wherever it stands: the names that lead to it from the case.
    """

    names: tuple[str, ...]

    @classmethod
    def of(cls, pattern: str, *path: str | int) -> MemberPath:
        """
        The member that *pattern* names.

        Raises:
            InvalidSettings: If there is no such member; for the setting at *path*.
        """
        given = pattern.strip()
        separated = parts_of(given) if given.startswith("/") else given.split(".")
        names = tuple(part for part in separated if part != _ITEM and not part.isdecimal())
        if fields_on(names) is None:
            refuse(_no_member(names), *path)
        if given != pointer_of(names):
            refuse(_otherwise(names), *path)
        return cls(names)

    @property
    def field(self) -> Field:
        """The field of the member."""
        fields = fields_on(self.names)
        if fields is None:
            raise LookupError("a case has no such member")
        return fields[-1]

    @property
    def codelist(self) -> str | None:
        """The name of the codelist of the member; None if it holds no codes of a list."""
        return next((limit.name for limit in self._limits if isinstance(limit, Codes)), None)

    def accepts(self, code: str) -> bool:
        """Whether the member, or an item of it, can be *code*."""
        return all(limit.holds(code) for limit in self._limits)

    @property
    def _limits(self) -> tuple[Limit, ...]:
        one = self.field.one
        return one.limits if isinstance(one, Scalar) else ()

    @property
    def dotted(self) -> str:
        """The names joined by dots."""
        return ".".join(self.names)

    def __str__(self) -> str:
        return pointer_of(self.names)


_SEE = "`rednotice find WORD` says where things go; write it like `/notices/*/issuing_state`"


def places(pattern: str, *path: str | int) -> PointerPattern:
    """
    The places in cases or shared documents that *pattern* matches.

    Raises:
        InvalidSettings: If there can be no such place; for the setting at *path*.
    """
    found = PointerPattern.of(pattern.strip(), *path)
    parts = tuple(_ITEM if part.isdecimal() else part for part in found.parts)
    if not any(_leads_somewhere(parts, root) for root in (Case, SharedDocument)):
        names = tuple(part for part in parts if part != _ITEM)
        if fields_on(names) is None:
            refuse(_no_member(names), *path)
        refuse(_otherwise(names), *path)
    return found


def _leads_somewhere(parts: tuple[str, ...], root: Any) -> bool:
    """
    Whether *parts* lead from a *root* through members and items of lists, or into a map.
    """
    shape: Shape = Nested(root)
    for part in parts:
        if isinstance(shape, Nested):
            step = way(shape.record, (part,))
            if step is None:
                return False
            shape = step[0].shape
        elif isinstance(shape, Many):
            if part != _ITEM:
                return False
            shape = shape.item
        else:
            return not isinstance(shape, Scalar)
    return True


@cache
def fields_on(names: tuple[str, ...]) -> tuple[Field, ...] | None:
    """
    The fields that *names* lead through from a case, also through lists; None if there is no way.
    """
    found: list[Field] = []
    cls: type | None = Case
    for name in names:
        step = way(cls, (name,))
        if step is None:
            return None
        found += step
        cls = step[0].one.record if isinstance(step[0].one, Nested) else None
    return tuple(found) or None


def pointer_of(names: Iterable[str]) -> str:
    """
    The pattern of the member that *names* lead to: ``/notices/*/kind``.
    """
    names = tuple(names)
    pointer = ""
    for end, name in enumerate(names, 1):
        fields = fields_on(names[:end])
        is_list = fields is not None and isinstance(fields[-1].shape, Many)
        pointer += f"/{name}" + (f"/{_ITEM}" if is_list and end < len(names) else "")
    return pointer


def _no_member(names: tuple[str, ...]) -> str:
    near = [f"`{pointer_of(one)}`" for one in _near(names)]
    advice = f"did you mean {' or '.join(near)}?" if near else _SEE
    return f"there is no such member of a case; {advice}"


def _otherwise(names: tuple[str, ...]) -> str:
    return f"must be written `{pointer_of(names)}`, with `*` for each item of a list"


def _near(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """
    The members that somebody may mean who writes *names*; empty if nobody knows.
    """
    if not names:
        return []
    known = next(end for end in range(len(names)) if fields_on(names[: end + 1]) is None)
    before, wrong, after = names[:known], names[known], names[known + 1 :]
    for meant in _instead_of(before, wrong):
        there = (*before, *meant, *after)
        if fields_on(there) is not None:
            return [there]
        if after and (further := _near(there)):
            return further
    return _elsewhere(names[-1])


def _instead_of(before: tuple[str, ...], wrong: str) -> list[tuple[str, ...]]:
    fields = fields_on(before)
    holds = fields[-1].one if fields else Nested(Case)
    if not isinstance(holds, Nested):
        return []
    meant = member_meant(holds.record, wrong)
    names = [field.name for field in fields_of(holds.record)]
    found = [one for one in (meant, nearest(wrong, names)) if one]
    return [tuple(one.split(".")) for one in found]


def _elsewhere(name: str) -> list[tuple[str, ...]]:
    """
    The members called *name* that are the nearest to the case, if they are few.
    """
    paths = [tuple(path.split(".")) for path in case_paths()]
    found = [path for path in paths if path[-1] == name]
    nearest = [path for path in found if len(path) == min(map(len, found))]
    return nearest if len(nearest) <= _FEW else []
