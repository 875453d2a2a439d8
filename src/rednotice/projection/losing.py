"""
Losing: which records of a case go if kinds of values are left out, for many sets of kinds at once.
"""

from __future__ import annotations

from functools import cache, cached_property, reduce
from operator import and_
from typing import TYPE_CHECKING, Any

from rednotice.codelists.groups import having
from rednotice.insight.values import main_member, way
from rednotice.model import Case, Release, Statement
from rednotice.model.base import Attributed
from rednotice.projection.levels import kind_of
from rednotice.records import Having, essentials_of, fields_of, walk
from rednotice.records.shapes import Free, Nested, Scalar
from rednotice.types.roles import CLASS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rednotice.records.walk import Field

# The numbers of sets of kinds, a bit for each.
Sets = int
NONE_OF_THEM: Sets = 0


def losses(case: Case, sets: Sequence[frozenset[str]]) -> dict[int, Sets]:
    """
    The records of *case* that go with what is left out, by their identity in memory, each with the
    numbers of those of *sets* with which it goes.

    A record goes if nothing essential is left of it, or if what holds it goes. What points at a
    record that goes is left out too, until nothing changes. The case stays, and so does what it
    says of its release.

    Args:
        case: The case.
        sets: Sets of kinds, as `kind_of` names them. All values of the kinds in a set are left out
            together.
    """
    if not any(sets):
        return {}
    step = _Step(case, sets)
    while step.finds_more():
        pass
    return step.gone


class _Step:
    """
    What is known so far of the records that go.
    """

    def __init__(self, case: Case, sets: Sequence[frozenset[str]]) -> None:
        self.gone: dict[int, Sets] = {}
        self._taken: dict[int, Sets] = {}
        self._case = case
        self._all: Sets = (1 << len(sets)) - 1
        self._with = {
            kind: sum(1 << at for at, each in enumerate(sets) if kind in each)
            for kind in frozenset[str]().union(*sets)
        }

    @cached_property
    def _named(self) -> dict[str, Any]:
        return named_in(self._case)

    def finds_more(self) -> bool:
        """
        Go over the case once, and say whether more records at which something points go than were
        taken to.
        """
        self._taken = {}
        self._visit(self._case)
        return any(self.gone.get(one, NONE_OF_THEM) != sets for one, sets in self._taken.items())

    def _visit(self, record: Any) -> Sets:
        """The sets with which *record* goes, whatever becomes of what holds it."""
        cls: Any = type(record)
        if cls is Release:
            return NONE_OF_THEM
        held: dict[str, Sets] = {}
        members = record.__dict__
        for name in _holding(cls):
            if name in members:
                held[name] = self._all_of([self._visit(part) for part in _parts(members[name])])
        if cls is Case:
            return NONE_OF_THEM
        found = self._without_essence(record, held)
        if found:
            for _, part in walk(record):
                self.gone[id(part)] = self.gone.get(id(part), NONE_OF_THEM) | found
        return found

    def _without_essence(self, record: Any, held: dict[str, Sets]) -> Sets:
        cls: Any = type(record)
        required, groups = _vital(cls)
        found = NONE_OF_THEM
        for field in required:
            found |= self._member(record, field, held)
        if not groups:
            return found
        return found | self._all_of(self._group(record, group, held) for group in groups)

    def _group(self, record: Any, group: tuple[_Vital, ...], held: dict[str, Sets]) -> Sets:
        found = NONE_OF_THEM
        for field, codes in group:
            if codes is not None and record.__dict__.get(field.name) not in codes:
                return self._all
            found |= self._member(record, field, held)
        return found

    def _member(self, record: Any, field: Field, held: dict[str, Sets]) -> Sets:
        """The sets with which the member *field* of *record* goes; all if it is not there."""
        value = record.__dict__.get(field.name)
        if value is None:
            return self._all
        if field.name in held:
            return held[field.name]
        if isinstance(field.one, Free) and isinstance(record, Statement):
            shape, parts = said(record, self._named)
            return self._kind(shape) if parts else self._all
        if field.ref is None:
            return self._kind(field.one)
        return self._kind(field.one) | self._all_of(map(self._reference, _parts(value)))

    def _reference(self, reference: str) -> Sets:
        found = NONE_OF_THEM
        if reference.startswith(CLASS):
            return found
        target, fields = pointed(reference, self._named)
        for field in fields:
            found |= self._kind(field.one)
        gone = self.gone.get(id(target), NONE_OF_THEM)
        self._taken.setdefault(id(target), gone)  # it only grows, so that the first tells
        return found | gone

    def _kind(self, shape: Any) -> Sets:
        return self._with.get(kind_of(shape) or "", NONE_OF_THEM)

    def _all_of(self, parts: Iterable[Sets]) -> Sets:
        return reduce(and_, parts, self._all)


# A field, and the codes of which it must hold one if not every value will do.
_Vital = tuple["Field", frozenset[str] | None]


@cache
def _vital(cls: Any) -> tuple[tuple[Field, ...], tuple[tuple[_Vital, ...], ...]]:
    """
    The fields that a *cls* must have, and the groups of which it must have one.
    """
    fields = {field.name: field for field in fields_of(cls)}
    required = tuple(field for field in fields.values() if field.required)
    groups = tuple(tuple(_one(fields, one) for one in group) for group in essentials_of(cls))
    return required, groups


def _one(fields: dict[str, Field], essential: str | Having) -> _Vital:
    if isinstance(essential, str):
        return fields[essential], None
    field = fields[essential.member]
    return field, having(kind_of(field.one) or "", *essential.traits)


@cache
def _holding(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(cls) if isinstance(field.one, Nested))


def _parts(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


# What references name


def named_in(case: Case) -> dict[str, Any]:
    """
    The records of *case* by their ids.
    """
    return {
        record.id: record
        for _, record in walk(case)
        if isinstance(record, Attributed | Case) and record.id is not None
    }


def pointed(reference: str, named: dict[str, Any]) -> tuple[Any, tuple[Field, ...]]:
    """
    The record that *reference* names, and the fields that it names in it; None if there is none.
    """
    head, *names = reference.split(".")
    target = named.get(head)
    return target, way(type(target), names) or () if target is not None else ()


def said(statement: Statement, named: dict[str, Any]) -> tuple[Scalar | None, tuple[Any, ...]]:
    """
    The shape of the field that *statement* gives values for, and those values that it accepts.
    """
    _, fields = pointed(statement.about or "", named)
    last = fields[-1] if fields else None
    if last is not None and isinstance(last.shape, Nested):
        main = way(last.shape.record, [main_member(last.shape.record)])
        last = main[0] if main else None
    if last is None or not isinstance(last.one, Scalar):
        return None, ()
    shape = last.one
    accepted = (
        part
        for part in _parts(statement.value)
        if type(part) is shape.base and all(limit.holds(part) for limit in shape.limits)
    )
    return shape, tuple(accepted)
