"""
What happens to each member of the model under a policy, in plain words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from rednotice import codelists
from rednotice.codelists.groups import leaving
from rednotice.model import (
    Case,
    Clearance,
    Incident,
    Notice,
    Person,
    Proceeding,
    Release,
    Residence,
    RestsOn,
    Source,
    Statement,
    StatusChange,
    TravelDocument,
)
from rednotice.policies.ceilings import (
    ceiling_of,
    classes_that_leave,
    is_fixed,
    is_own_id,
    may_leave,
    qualifies,
    shows_pursuers_only,
)
from rednotice.policies.definition import REACHES_PURSUERS, Policy
from rednotice.records import Audience, fields_of, record_classes
from rednotice.records.shapes import Free, Mapped, Nested, Scalar
from rednotice.records.walk import Field
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.roles import Role

STAYS = "stays_behind"
_AS_IT_IS = ("as_it_is", "leaves as it is")


@attrs.frozen
class Told:
    """
    What happens to one member under a policy.

    Attributes:
        record: The record class that has the member, by its name.
        member: The name of the member.
        fate: What happens, in one word for machines, such as ``as_it_is`` or ``stays_behind``.
        because: Who decided that it stays behind: ``model`` or ``policy``; empty if it leaves.
        words: What happens, in words.
    """

    record: str
    member: str
    fate: str
    because: str
    words: str


def told(policy: Policy) -> tuple[Told, ...]:
    """
    What happens to each member of the model under *policy*, in the model's order.
    """
    leaving_now = frozenset(classes_that_leave(policy))
    leaving_ever = frozenset(classes_that_leave(ceiling_of(policy.audience)))
    return tuple(
        _member(policy, cls, field, leaves=cls in leaving_now, could=cls in leaving_ever)
        for cls in record_classes(Case)
        for field in fields_of(cls)
    )


def _member(policy: Policy, cls: Any, field: Field, *, leaves: bool, could: bool) -> Told:
    name = cls.__name__
    if cls in {Release, RestsOn} or (cls is Case and field.name == "release"):
        return Told(name, field.name, "written_anew", "", "is written anew for each release")
    if leaves and (is_own_id(field) or may_leave(cls, field, policy)):
        fate, words = _how(policy, cls, field)
        return Told(name, field.name, fate, "", words)
    ceiling = ceiling_of(policy.audience)
    if not could or not (is_own_id(field) or may_leave(cls, field, ceiling)):
        why = f"the model never releases it to {policy.audience.value}"
        return Told(name, field.name, STAYS, "model", f"stays behind: {why}")
    return Told(
        name, field.name, STAYS, "policy", f"stays behind: {_by_policy(policy, cls, field)}"
    )


def _by_policy(policy: Policy, cls: Any, field: Field) -> str:
    if not (policy.admits(cls, field.name) or is_fixed(cls, field)):
        return "the policy drops it"
    if cls in classes_that_leave(policy):
        return "the policy drops too much of what it holds or names"
    return "the policy drops the records that have it"


def _how(policy: Policy, cls: Any, field: Field) -> tuple[str, str]:
    fate, words = _treated(policy, cls, field)
    if not is_own_id(field) and qualifies(cls, field):
        words += "; it leaves wherever its record does"
    return fate, words


def _treated(policy: Policy, cls: Any, field: Field) -> tuple[str, str]:
    one = field.one
    if is_own_id(field):
        return "another_id", "leaves as another id, where something points at it"
    match one:
        case Nested(record):
            return _records(policy, record)
        case Mapped() if field.name == "missing":
            words = "leaves for members that leave, without reasons that tell of a source"
            return "as_its_members", words
        case Free() if cls is Statement:
            return "as_its_field", "leaves as the field does that it is about"
        case Scalar(ref=Role()):
            return _in_a_role(policy, field)
        case Scalar(ref=None):
            return _value(policy, field, one)
        case Scalar():
            return "another_id", "leaves as another id, if what it names leaves"
    return _AS_IT_IS


_CONSENT = frozenset({Audience.CCF_COMMISSION})
_FILED = frozenset({Audience.CCF_COMMISSION, Audience.CCF_BUREAU})
# Records of which only some leave, and for whom that is so.
_GATED: dict[Any, tuple[frozenset[Audience], str]] = {
    Incident: (
        REACHES_PURSUERS,
        "incidents that were published, or of which every pursuing state knows",
    ),
    Notice: (
        REACHES_PURSUERS,
        "those that are public or that a pursuing state requested, the latter as claimed",
    ),
    StatusChange: (
        REACHES_PURSUERS,
        "the steps of a notice that is public, or of which every pursuing state knows",
    ),
    Proceeding: (
        REACHES_PURSUERS,
        "matters that were published, or of which every pursuing state or its bureau was told",
    ),
    TravelDocument: (REACHES_PURSUERS, "papers that a pursuing state issued"),
    Person: (_CONSENT, "persons who agreed to it themselves"),
    Residence: (_CONSENT, "if every subject agreed"),
    Source: (_FILED, "exhibits, and what the bureau may be told of them"),
    Clearance: (frozenset(Audience), "wordings for this audience whose text has not changed"),
}


def _records(policy: Policy, record: Any) -> tuple[str, str]:
    words = f"leaves as far as its own members do: see {record.__name__}"
    if gated := _GATED.get(record):
        audiences, only = gated
        words += f"; only {only}" if policy.audience in audiences else ""
    return "as_its_members", words


def _in_a_role(policy: Policy, field: Field) -> tuple[str, str]:
    if policy.audience in field.meaning.release:
        words = "leaves as another id if it names a record that leaves, or else as a class word"
        return "another_id_or_class", words
    return "as_a_class", "leaves as a class word"


def _value(policy: Policy, field: Field, shape: Scalar) -> tuple[str, str]:
    if shows_pursuers_only(field, policy.audience):
        return "pursuing_only", "leaves for pursuing states only"
    if shape.python is PartialDate and policy.precision != "day":
        return policy.precision, f"leaves as a {policy.precision}"
    for limit in shape.limits:
        if isinstance(limit, Codes):
            return _code(policy, limit.name)
    return _AS_IT_IS


def _code(policy: Policy, codelist: str) -> tuple[str, str]:
    steps = policy.cuts.get(codelist, 0)
    fate, words = _AS_IT_IS
    if steps:
        levels = "level" if steps == 1 else f"{steps} levels"
        fate = "cut"
        words = f"is cut to broader groups: the list {codelist} loses its finest {levels}"
    telling = len(codelists.codelist(codelist)) - len(leaving(codelist, policy.audience))
    if telling:
        fate = fate if steps else "as_it_is_in_part"
        words += f", but for codes that tell too much ({telling:,} of the list {codelist})"
    return fate, words


def differences(one: Policy, other: Policy) -> Iterator[tuple[Told, Told]]:
    """
    What happens to each member under *one* and under *other*, where that differs.
    """
    for first, second in zip(told(one), told(other), strict=True):
        if (first.fate, first.words) != (second.fate, second.words):
            yield first, second
