"""
Values of statements: whether the field accepts them, and whether they agree with the record.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from rednotice.codelists.groups import above
from rednotice.insight.view import View
from rednotice.model import Record
from rednotice.records import fields_of
from rednotice.records.shapes import Many, Nested, Scalar
from rednotice.records.walk import Field
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.documents import Path

_PYTHON: dict[type, tuple[type, ...]] = {float: (float, int)}


@cache
def _members_of(cls: Any) -> dict[str, Field]:
    return {field.name: field for field in fields_of(cls)}


def way(cls: Any, names: Iterable[str]) -> tuple[Field, ...] | None:
    """
    The fields that *names* lead through, each in the record that the one before holds, beginning
    with a field of *cls*; None if there is no such way. No way leads through a list.
    """
    found: list[Field] = []
    for name in names:
        field = _members_of(cls).get(name) if cls is not None else None
        if field is None:
            return None
        found.append(field)
        cls = field.shape.record if isinstance(field.shape, Nested) else None
    return tuple(found)


@lru_cache(maxsize=4096)
def _way(cls: Any, names: str) -> tuple[Field, ...] | None:
    """As `way`, with the names joined by dots. Statements of all cases are about the same few."""
    return way(cls, names.split("."))


def field_of(view: View, about: str) -> tuple[Path, Any, Field] | None:
    """
    The path of the record that holds the field *about*, that record, and the field; None if *about*
    names no field. The record is None if it is absent from the one that would hold it.
    """
    head, _, names = about.partition(".")
    named = view.record_of(head)
    fields = _way(named[1].__class__, names) if named and names else None
    if named is None or not fields:
        return None
    path, record = named
    for field in fields[:-1]:
        path = (*path, field.name)
        record = getattr(record, field.name) if record is not None else None
    return path, record, fields[-1]


def is_there(view: View, about: str) -> bool:
    """
    Whether *about* names members that its record can have; True if the record does not exist.
    """
    head, dot, names = about.partition(".")
    named = view.record_of(head)
    return named is None or not dot or _way(named[1].__class__, names) is not None


def exact(view: View, about: str) -> str:
    """
    The scalar field that a value about *about* belongs to. If *about* names a field that holds a
    record, this is the main member of that record: the number of a range, the kind of a relation.
    """
    found = field_of(view, about)
    if found is None or not isinstance(found[2].shape, Nested):
        return about
    return f"{about}.{main_member(found[2].shape.record)}"


@cache
def main_member(cls: Any) -> str:
    """
    The member that the rest of a record of class *cls* is about; the model puts it first.
    """
    common = {field.name for field in fields_of(Record)}
    return next(field.name for field in fields_of(cls) if field.name not in common)


def expected(field: Field, value: Any) -> str | None:
    """
    The words that follow "must be" if *field* does not accept *value*; None if it does.

    Fields that hold records are not checked, since a statement can only approximate a record: a
    relation by its kind, a range by its number.
    """
    shape, one = field.shape, field.one
    if not isinstance(one, Scalar):
        return None
    if not isinstance(shape, Many):
        return None if _holds(one, value) else one.expects
    if not isinstance(value, (list, tuple)):
        return shape.expects
    return None if all(_holds(one, part) for part in value) else f"a list, each item {one.expects}"


def _holds(shape: Scalar, value: Any) -> bool:
    if type(value) not in _PYTHON.get(shape.base, (shape.base,)):
        return False
    return all(limit.holds(value) for limit in shape.limits)


def contradicts(field: Field, one: Any, other: Any) -> bool:
    """
    Whether *one* and *other*, two values that statements give for *field*, cannot both be right.

    A value that is only more exact contradicts nothing. But two lists of persons differ if one of
    them names somebody whom the other leaves out: who took part is what they disagree about.
    """
    if isinstance(field.shape, Many) and names_persons(field):
        return set(_listed(one)) != set(_listed(other))
    return not agrees(field, one, other)


def names_persons(field: Field) -> bool:
    """
    Whether *field* refers to persons.
    """
    return field.ref is not None and "people" in field.ref.targets


def _listed(value: Any) -> list[Any] | tuple[Any, ...]:
    return value if isinstance(value, (list, tuple)) else [value]


def agrees(field: Field, shown: Any, said: Any) -> bool:
    """
    Whether *said* agrees with *shown*, the value of *field*: the same value, or a more or less
    exact one.

    A brother agrees with a sibling, and a day with its month. Prose is never compared.
    """
    if isinstance(field.shape, Many):
        several = _listed(said)
        return all(any(_same(field.one, one, other) for one in shown) for other in several) or all(
            any(_same(field.one, one, other) for other in several) for one in shown
        )
    return _same(field.one, shown, said)


def _same(shape: Any, shown: Any, said: Any) -> bool:
    if shown == said or not isinstance(shape, Scalar) or not _holds(shape, said):
        return True
    if shape.python is PartialDate:
        return PartialDate(shown).overlaps(PartialDate(said)) is not False
    if shape.python is Duration:
        one, other = Duration(shown), Duration(said)
        return one.shorter_than(other) is not True and other.shorter_than(one) is not True
    codes = next((limit for limit in shape.limits if isinstance(limit, Codes)), None)
    if codes is not None:
        return _is_one_code(codes.name, shown, said)
    # Ids and numbers are equal or not; a text can say the same in other words.
    return shape.base is str and shape.ref is None


def _is_one_code(codelist: str, shown: str, said: str) -> bool:
    if codelist == "countries":
        one, other = one_code(shown), one_code(said)
        return one is None or other is None or one == other
    # The meaning of another vocabulary's code is not known here.
    if ":" in shown or ":" in said:
        return True
    return shown in above(codelist, said) or said in above(codelist, shown)
