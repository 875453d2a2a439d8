"""
Ceilings: which members may leave, by what the fields say and by what a policy keeps of that.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, get_args

import attrs

from rednotice.insight.layouts import is_prose
from rednotice.model import Case, Clearance, Contest, RelatedCase, Statement
from rednotice.policies.definition import TREATED, Policy
from rednotice.records import Audience, Having, essentials_of, fields_of, record_classes
from rednotice.records.frozen import frozen_map
from rednotice.records.shapes import Free, Mapped, Nested, Scalar
from rednotice.records.walk import Field
from rednotice.types.roles import Role
from rednotice.types.texts import Timestamp

_ONLY_SHARED = frozenset({"operations"})  # members whose records stand in the shared document
_TIME = get_args(Timestamp)[1]
_ANSWERS = 2**14  # several times the members of the model, so that two or three policies fit


def may_leave(cls: Any, field: Field, policy: Policy | Audience) -> bool:
    """
    Whether *field* of the record class *cls* may leave under *policy*, if the record does. An
    audience stands for the model's ceiling.

    The policy and the field's own release decide, with these additions. The voice of a record
    leaves with it, so that nothing alleged becomes plain. Free text, its language and times of day
    never leave for partners and the public. A member that holds or names records leaves only if one
    of them can. What an earlier release said of itself never leaves.
    """
    return _may_leave(cls, field, as_policy(policy))


@lru_cache(_ANSWERS)
def fields_that_leave(cls: Any, policy: Policy) -> tuple[Field, ...]:
    """
    The fields of the record class *cls* that may leave under *policy*, and its own id.
    """
    return tuple(
        field for field in fields_of(cls) if is_own_id(field) or _may_leave(cls, field, policy)
    )


def can_be_one(cls: Any, policy: Policy | Audience) -> bool:
    """
    Whether enough of a *cls* may leave under *policy* to make it a record.
    """
    return _can_be_one(cls, as_policy(policy))


def as_policy(policy: Policy | Audience) -> Policy:
    """
    *policy*, or the ceiling of an audience.
    """
    return ceiling_of(policy) if isinstance(policy, Audience) else policy


@cache
def ceiling_of(audience: Audience) -> Policy:
    """
    The policy that keeps all that the model may ever release to *audience*.

    It asks nothing of the cases: it has no thresholds, no floor and no terms.
    """
    classes = record_classes(Case)
    everything = Policy(
        name=audience.value,
        version=0,
        audience=audience,
        keep={cls.__name__: [field.name for field in fields_of(cls)] for cls in classes},
        dates="year" if audience in TREATED else "day",
    )
    return attrs.evolve(everything, keep=_left_under(everything))


def _left_under(policy: Policy) -> dict[str, list[str]]:
    return {
        cls.__name__: [
            field.name
            for field in fields_of(cls)
            if is_own_id(field) or _may_leave(cls, field, policy)
        ]
        for cls in classes_that_leave(policy)
    }


def classes_that_leave(policy: Policy | Audience) -> tuple[type, ...]:
    """
    The record classes of which something may leave under *policy*, parents first.
    """
    met: dict[type, None] = {Case: None}
    waiting: list[type] = [Case]
    while waiting:
        cls = waiting.pop(0)
        for field in fields_of(cls):
            one = field.one
            if isinstance(one, Nested) and one.record not in met and may_leave(cls, field, policy):
                met[one.record] = None
                waiting.append(one.record)
    return tuple(met)


@cache
def decided(audience: Audience) -> Mapping[str, tuple[str, ...]]:
    """
    The members of which a policy for *audience* decides, by record class: those that the model may
    release to it, but for the fixed ones.
    """
    ceiling = ceiling_of(audience)
    found = {
        cls.__name__: tuple(
            field.name
            for field in fields_of(cls)
            if not is_fixed(cls, field) and ceiling.admits(cls, field.name)
        )
        for cls in record_classes(Case)
    }
    return frozen_map({name: members for name, members in found.items() if members})


def is_fixed(cls: Any, field: Field) -> bool:
    """
    Whether no policy decides on *field* of *cls*: it is an id, which is new in each release, a case
    needs it, or it says how a record is meant.
    """
    return is_own_id(field) or (cls is Case and field.required) or qualifies(cls, field)


# Members without which a release would say more, or something else, than the record does.
_HOW_IT_IS_MEANT = frozenset({"circumstances", "contested", "existence", "stance"})
_WHO_DENIES = frozenset(
    {(Case, "statements"), (Contest, "kind"), (Statement, "about"), (Statement, "against")}
)
_NO_QUALIFIERS = frozenset({"counsel", "signatory"})  # they tell that there is counsel


def qualifies(cls: Any, field: Field) -> bool:
    """
    Whether *field* of *cls* says how a record is meant: by whose word it stands, whom it concerns,
    whether it is established, who denies it, and whether that was taken back.

    Such a member leaves wherever its record does, if the model releases it.
    """
    if field.name in _HOW_IT_IS_MEANT or (cls, field.name) in _WHO_DENIES:
        return True
    in_role = isinstance(field.ref, Role) and field.name not in _NO_QUALIFIERS
    return in_role or is_voice(cls, field)


@lru_cache(_ANSWERS)
def _may_leave(cls: Any, field: Field, policy: Policy) -> bool:
    if cls is RelatedCase:
        return False  # it names another case by its old id
    if cls is Case and field.name == "release":
        return False  # each release states its own
    if not _is_seen(cls, field, policy) or not _can_point(field, policy):
        return False
    one = field.one
    if cls is Case and field.required:
        return True  # a case is about somebody, even if nothing of them may be said
    return not isinstance(one, Nested) or _can_be_one(one.record, policy)


def _is_seen(cls: Any, field: Field, policy: Policy) -> bool:
    """
    Whether the model and *policy* admit *field*, whatever they say of other records.
    """
    if not (policy.admits(cls, field.name) or is_fixed(cls, field)):
        return False
    if not (policy.audience in field.meaning.seen or is_voice(cls, field)):
        return False
    return not (policy.audience in TREATED and _is_free_text(cls, field))


def _can_point(field: Field, policy: Policy) -> bool:
    """
    Whether a record that *field* names can leave, if it is a reference. Class words name none.
    """
    if field.ref is None or isinstance(field.ref, Role):
        return True
    targets = {one.name: one for one in fields_of(Case)}
    return any(
        target not in _ONLY_SHARED and (target not in targets or _is_held(targets[target], policy))
        for target in field.ref.targets
    )


def _is_held(field: Field, policy: Policy) -> bool:
    """
    Whether a case shows records in *field*, as far as its own release and theirs say.
    """
    if not _is_seen(Case, field, policy) or not isinstance(field.one, Nested):
        return False
    cls = field.one.record
    return _has_essence(cls, {one.name for one in fields_of(cls) if _is_seen(cls, one, policy)})


def shows_pursuers_only(field: Field, audience: Audience) -> bool:
    """
    Whether *audience* may see of the states in *field* only those that pursue.
    """
    return field.meaning.part_kind == "pursuing" and audience not in field.meaning.release


@cache
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
    return "id" in record.__dict__ and _has_own_ids(cls)


@cache
def _has_own_ids(cls: Any) -> bool:
    return any(map(is_own_id, fields_of(cls)))


@cache
def is_voice(cls: Any, field: Field) -> bool:
    """
    Whether *field* of *cls* says by whose word the record stands.
    """
    if field.name == "according_to":
        return True
    return field.name == "by" and issubclass(cls, Contest | Statement)


@lru_cache(_ANSWERS)
def _can_be_one(cls: Any, policy: Policy) -> bool:
    fields = {field.name: field for field in fields_of(cls)}
    leaving = {name for name, field in fields.items() if _may_leave(cls, field, policy)}
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
    if cls is Clearance:
        return False  # an editor has read it
    if isinstance(one, Free):
        return one.named.name != "PlainValue"
    if isinstance(one, Mapped):
        return field.name != "missing"
    if not isinstance(one, Scalar) or isinstance(one.ref, Role):
        return False
    if field.name == "language" and any(each.name == "text" for each in fields_of(cls)):
        return True  # it tells that there is a text, and of whom
    return is_prose(one) or _TIME in one.limits
