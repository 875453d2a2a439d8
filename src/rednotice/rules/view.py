"""
A case as rules look at it: its records by kind and by id, and where its references lead.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from rednotice.model import Name, Person, Statement, Subject
from rednotice.records import Audience, fields_of, walk
from rednotice.records.shapes import Scalar
from rednotice.rules.opaque import tokens
from rednotice.types.dates import PartialDate

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.model import Case, SharedDocument

T = TypeVar("T")


@attrs.frozen
class Pointing:
    """
    A reference: where it stands, what it names, and in which members that may be found.
    """

    path: Path
    field: str
    target: str
    allowed: tuple[str, ...]


@cache
def _pointing_fields(cls: type) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((field.name, field.ref.targets) for field in fields_of(cls) if field.ref)


@cache
def _date_fields(cls: type) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields_of(cls)
        if isinstance(field.shape, Scalar) and field.shape.python is PartialDate
    )


@attrs.define(slots=False, eq=False, repr=False)
class View:
    """
    One case, gone over once. *today* and *audience* are what the asker says they are.
    """

    case: Case | SharedDocument
    today: dt.date
    audience: Audience = Audience.INTERNAL
    shared: SharedDocument | None = None
    file: str | None = None

    @cached_property
    def _records(self) -> list[tuple[Path, Any]]:
        return list(walk(self.case))

    @cached_property
    def _by_kind(self) -> dict[type, list[tuple[Path, Any]]]:
        kinds: dict[type, list[tuple[Path, Any]]] = {}
        for path, record in self._records:
            kinds.setdefault(type(record), []).append((path, record))
        return kinds

    def each(self, kind: type[T]) -> list[tuple[Path, T]]:
        """
        Every record of class *kind* with its path, in the model's order.
        """
        return self._by_kind.get(kind, [])

    def records(self) -> list[tuple[Path, Any]]:
        """
        Every record with its path, the case itself first.
        """
        return self._records

    @cached_property
    def ids(self) -> dict[str, list[tuple[Path, Any]]]:
        """
        The records that bear each id; more than one is a fault. The case's own id is among them.
        """
        found: dict[str, list[tuple[Path, Any]]] = {}
        for path, record in self._records:
            own = record.__dict__.get("id")
            # A case's id at another organisation is no id of ours.
            if own is not None and "also_known_as" not in path:
                found.setdefault(own, []).append((path, record))
        return found

    @cached_property
    def shared_ids(self) -> dict[str, list[tuple[Path, Any]]]:
        """
        The records of the shared document by their ids; empty where there is none.
        """
        if self.shared is None:
            return {}
        return View(self.shared, self.today).ids

    def named(self, reference: str) -> tuple[Path, Any] | None:
        """
        The record that *reference* names, ``shared:`` included, or None if it names none.
        """
        where, colon, name = reference.rpartition(":")
        ids = self.shared_ids if colon and where == "shared" else self.ids
        found = ids.get(name)
        return found[0] if found else None

    def among(self, kind: type[T], references: Iterable[str]) -> list[tuple[Path, T]]:
        """
        The records of class *kind* that *references* name; what names nothing, or another kind, is
        another rule's affair.
        """
        found = (self.named(reference) for reference in references)
        return [(one[0], one[1]) for one in found if one and isinstance(one[1], kind)]

    @cached_property
    def subject(self) -> tuple[Path, Subject] | None:
        """
        The only subject of the case, or None where there are several or none.
        """
        subjects = self.each(Subject)
        return subjects[0] if len(subjects) == 1 else None

    def meant(self, references: tuple[str, ...]) -> list[tuple[Path, Any]]:
        """
        The records that *references* name; where they name nobody, the only subject of the case.
        """
        if references:
            return self.among(object, references)
        return [self.subject] if self.subject else []

    @cached_property
    def persons(self) -> list[tuple[Path, Subject | Person]]:
        """
        The subjects and the other persons.
        """
        return [*self.each(Subject), *self.each(Person)]

    @cached_property
    def parts_of_names(self) -> frozenset[str]:
        """
        The parts of all persons' names by which somebody could be told.
        """
        return tokens(
            text
            for _, name in self.each(Name)
            for text in (name.text, name.family, name.forename)
            if text
        )

    @cached_property
    def dates(self) -> list[tuple[Path, Any, str, PartialDate]]:
        """
        Every date of the case: the path of its record, the record, the member, the date.
        """
        return [
            (path, record, name, date)
            for path, record in self._records
            for name in _date_fields(record.__class__)
            if (date := record.__dict__.get(name)) is not None
        ]

    @cached_property
    def statements(self) -> dict[str, list[tuple[Path, Statement]]]:
        """
        The statements by what they are about: the id of a record, or id.field.
        """
        found: dict[str, list[tuple[Path, Statement]]] = {}
        for path, statement in self.each(Statement):
            if statement.about:
                found.setdefault(statement.about, []).append((path, statement))
        return found

    @cached_property
    def pointings(self) -> list[Pointing]:
        """
        Every reference of the case, in the model's order.
        """
        found = []
        for path, record in self._records:
            members = record.__dict__
            for name, allowed in _pointing_fields(record.__class__):
                value = members.get(name)
                if not value:
                    continue
                if type(value) is tuple:
                    for place, target in enumerate(value):
                        found.append(Pointing((*path, name, place), name, target, allowed))
                else:
                    found.append(Pointing((*path, name), name, value, allowed))
        return found
