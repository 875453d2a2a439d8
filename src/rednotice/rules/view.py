"""
A case as rules look at it: its records by kind and by id, and where its references lead.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import attrs

from rednotice.model import Name, Person, Statement, Subject
from rednotice.records import Audience, fields_of, walk
from rednotice.records.shapes import Many, Scalar
from rednotice.rules.opaque import tokens
from rednotice.types.dates import PartialDate

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.model import Case, SharedDocument

T = TypeVar("T")


class Pointing(NamedTuple):
    """
    A reference: the record and the field where it stands, with its place if that is a list, what
    it names, and in which members that may be found.
    """

    holder: Path
    field: str
    place: int | None
    target: str
    allowed: tuple[str, ...]

    @property
    def path(self) -> Path:
        """Where it stands."""
        return (*self.holder, self.field, *(() if self.place is None else (self.place,)))


class _Plan(NamedTuple):
    """
    What to look for in a record of one class.
    """

    has_id: bool
    pointing: tuple[tuple[str, bool, tuple[str, ...]], ...]
    dates: tuple[str, ...]


@cache
def _plan(cls: Any) -> _Plan:
    fields = fields_of(cls)
    scalars = {field.name: field.shape for field in fields if isinstance(field.shape, Scalar)}
    own = scalars["id"].named if "id" in scalars else None
    return _Plan(
        # The id of a case at another organisation is a label, and no id of ours.
        own is not None and own.name == "Id",
        tuple(
            (field.name, isinstance(field.shape, Many), field.ref.targets)
            for field in fields
            if field.ref
        ),
        tuple(name for name, shape in scalars.items() if shape.python is PartialDate),
    )


class _Inventory(NamedTuple):
    """
    All that rules ask for, found in one pass; whatever is a list is in the model's order.
    """

    records: list[tuple[Path, Any]]
    kinds: dict[type, list[tuple[Path, Any]]]
    ids: dict[str, list[tuple[Path, Any]]]
    dates: list[tuple[Path, Any, str, PartialDate]]
    pointings: list[Pointing]


def _inventory(case: Case | SharedDocument) -> _Inventory:
    records = walk(case)
    kinds: dict[type, list[tuple[Path, Any]]] = defaultdict(list)
    ids: dict[str, list[tuple[Path, Any]]] = {}
    dates: list[tuple[Path, Any, str, PartialDate]] = []
    pointings: list[Pointing] = []
    for entry in records:
        path, record = entry
        kind: Any = record.__class__
        kinds[kind].append(entry)
        members = record.__dict__
        has_id, pointing, dated = _plan(kind)
        if has_id and "id" in members:
            ids.setdefault(members["id"], []).append(entry)
        dates += [(path, record, name, members[name]) for name in dated if name in members]
        for name, is_list, allowed in pointing:
            if name in members:
                value = members[name]
                if is_list:
                    for place, target in enumerate(value):
                        pointings.append(_pointing((path, name, place, target, allowed)))
                else:
                    pointings.append(_pointing((path, name, None, value, allowed)))
    return _Inventory(records, kinds, ids, dates, pointings)


def _member(path: Path) -> str:
    # A path ends with a member, or with a member and a place in its list.
    return next((part for part in reversed(path[-2:]) if isinstance(part, str)), "")


# What the class would do, in half of the time; there is one for each reference.
_pointing: Callable[[tuple[Any, ...]], Pointing] = partial(tuple.__new__, Pointing)


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
    def _found(self) -> _Inventory:
        return _inventory(self.case)

    def each(self, kind: type[T]) -> list[tuple[Path, T]]:
        """
        Every record of class *kind* with its path, in the model's order.
        """
        return self._found.kinds.get(kind, [])

    def records(self) -> list[tuple[Path, Any]]:
        """
        Every record with its path, the case itself first.
        """
        return self._found.records

    @property
    def ids(self) -> dict[str, list[tuple[Path, Any]]]:
        """
        The records that bear each id; more than one is a fault. The case's own id is among them.
        """
        return self._found.ids

    @property
    def dates(self) -> list[tuple[Path, Any, str, PartialDate]]:
        """
        Every date of the case: the path of its record, the record, the member, the date.
        """
        return self._found.dates

    @property
    def pointings(self) -> list[Pointing]:
        """
        Every reference of the case, in the model's order.
        """
        return self._found.pointings

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
        # No id has a colon, so that most are looked up at once.
        found = self._found.ids.get(reference)
        if found is None and reference.startswith("shared:"):
            found = self.shared_ids.get(reference.removeprefix("shared:"))
        return found[0] if found else None

    @cached_property
    def leads(self) -> list[tuple[Pointing, str | None]]:
        """
        Every reference with the member that holds the record it names, or None if it names none.

        Of the case itself the member is the empty text; ``id.field`` is looked up by its id.
        """
        homes: dict[str, str | None] = {}
        found: list[tuple[Pointing, str | None]] = []
        for pointing in self.pointings:
            target = pointing.target
            if target not in homes:
                named = self.named(target.partition(".")[0])
                homes[target] = None if named is None else _member(named[0])
            found.append((pointing, homes[target]))
        return found

    def among(self, kind: type[T], references: Iterable[str]) -> list[tuple[Path, T]]:
        """
        The records of class *kind* that *references* name; what names nothing, or another kind, is
        another rule's affair.
        """
        found: list[tuple[Path, T]] = []
        for reference in references:
            one = self.named(reference)
            if one is not None and isinstance(one[1], kind):
                found.append(one)
        return found

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
    def statements(self) -> dict[str, list[tuple[Path, Statement]]]:
        """
        The statements by what they are about: the id of a record, or id.field.
        """
        found: dict[str, list[tuple[Path, Statement]]] = {}
        for path, statement in self.each(Statement):
            if statement.about:
                found.setdefault(statement.about, []).append((path, statement))
        return found
