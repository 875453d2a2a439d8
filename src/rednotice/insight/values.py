"""
Values of statements: whether the field accepts them, and whether they agree with the record.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice.codelists.groups import above
from rednotice.insight.view import View
from rednotice.records import fields_of
from rednotice.records.shapes import Many, Scalar
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


def field_of(view: View, about: str) -> tuple[Path, Any, Field] | None:
    """
    The path, the record and the field that *about* names; None if it names no field.
    """
    if "." not in about:
        return None
    head, _, member = about.partition(".")
    named = view.record_of(head)
    field = _members_of(named[1].__class__).get(member) if named else None
    return (*named, field) if named and field else None


def is_there(view: View, about: str) -> bool:
    """
    Whether *about* names a member that its record can have; True if the record does not exist.
    """
    if "." not in about:
        return True
    head, _, member = about.partition(".")
    named = view.record_of(head)
    return named is None or member in _members_of(named[1].__class__)


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


def agrees(field: Field, shown: Any, said: Any) -> bool:
    """
    Whether *said* agrees with *shown*, the value of *field*: the same value, or a more or less
    exact one.

    A brother agrees with a sibling, and a day with its month. Prose is never compared.
    """
    if isinstance(field.shape, Many):
        several = said if isinstance(said, (list, tuple)) else [said]
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
