"""
Ceilings: which members may leave for an audience, read off the fields.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from rednotice.insight.view import is_prose
from rednotice.model import Case, Contest, RelatedCase, Statement
from rednotice.records import Audience, Having, essentials_of, fields_of
from rednotice.records.shapes import Free, Mapped, Nested, Scalar
from rednotice.records.walk import Field
from rednotice.types.roles import Role
from rednotice.types.texts import Timestamp

# What these audiences hold reaches the states that pursue, sooner or later.
REACHES_PURSUERS = frozenset({Audience.PARTNER, Audience.PUBLIC, Audience.CCF_BUREAU})
# These get years in the place of dates, and no free text.
TREATED = frozenset({Audience.PARTNER, Audience.PUBLIC})
_ONLY_SHARED = frozenset({"operations"})  # members whose records stand in the shared document
_TIME = get_args(Timestamp)[1]


@cache
def may_leave(cls: Any, field: Field, audience: Audience) -> bool:
    """
    Whether *field* of the record class *cls* may leave for *audience*, if the record does.

    The field's own release decides, with these additions. The voice of a record leaves with it, so
    that nothing alleged becomes plain. Free text, its language and times of day never leave for
    partners and the public. A member that holds or names records leaves only if one of them can.
    """
    if cls is RelatedCase:
        return False  # it names another case by its old id
    if not (audience in field.meaning.seen or is_voice(cls, field)):
        return False
    if audience in TREATED and _is_free_text(cls, field):
        return False
    if not _can_point(field, audience):
        return False
    one = field.one
    return not isinstance(one, Nested) or can_be_one(one.record, audience)


def _can_point(field: Field, audience: Audience) -> bool:
    """
    Whether a record that *field* names can leave, if it is a reference. Class words name none.
    """
    if field.ref is None or isinstance(field.ref, Role):
        return True
    targets = {one.name: one for one in fields_of(Case)}
    return any(
        target not in _ONLY_SHARED
        and (target not in targets or _is_held(targets[target], audience))
        for target in field.ref.targets
    )


def _is_held(field: Field, audience: Audience) -> bool:
    """
    Whether the case shows *audience* records in *field*, as far as the releases of fields say.
    """
    if audience not in field.meaning.seen or not isinstance(field.one, Nested):
        return False
    cls = field.one.record
    seen = {
        one.name
        for one in fields_of(cls)
        if audience in one.meaning.seen and not (audience in TREATED and _is_free_text(cls, one))
    }
    return _has_essence(cls, seen)


def shows_pursuers_only(field: Field, audience: Audience) -> bool:
    """
    Whether *audience* may see of the states in *field* only those that pursue.
    """
    return field.meaning.part_kind == "pursuing" and audience not in field.meaning.release


def is_own_id(field: Field) -> bool:
    """
    Whether *field* is the id by which other records point at its record. A release has new ones.
    """
    named = field.one.named if isinstance(field.one, Scalar) else None
    return field.name == "id" and named is not None and named.name == "Id"


def has_own_id(record: Any) -> bool:
    """
    Whether *record* has an id by which others point at it.
    """
    cls: Any = type(record)
    return "id" in record.__dict__ and any(is_own_id(field) for field in fields_of(cls))


def is_voice(cls: Any, field: Field) -> bool:
    """
    Whether *field* of *cls* says by whose word the record stands.
    """
    if field.name == "according_to":
        return True
    return field.name == "by" and issubclass(cls, Contest | Statement)


@cache
def can_be_one(cls: Any, audience: Audience) -> bool:
    """
    Whether enough of a *cls* may leave for *audience* to make it a record.
    """
    fields = {field.name: field for field in fields_of(cls)}
    leaving = {name for name, field in fields.items() if may_leave(cls, field, audience)}
    if not all(field.name in leaving for field in fields.values() if field.required):
        return False
    return _has_essence(cls, leaving)


def _has_essence(cls: Any, members: set[str]) -> bool:
    return any(
        all((one.member if isinstance(one, Having) else one) in members for one in alternative)
        for alternative in essentials_of(cls)
    )


def _is_free_text(cls: Any, field: Field) -> bool:
    one = field.one
    if isinstance(one, Free):
        return one.named.name != "PlainValue"
    if isinstance(one, Mapped):
        return field.name != "missing"
    if not isinstance(one, Scalar) or isinstance(one.ref, Role):
        return False
    if field.name == "language" and any(each.name == "text" for each in fields_of(cls)):
        return True  # it tells that there is a text, and of whom
    return is_prose(one) or _TIME in one.limits
