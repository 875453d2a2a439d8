"""A case in which every member of the schema has a value, and the ways to each of them."""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
from collections.abc import Iterator
from functools import cache
from typing import Any

from rednotice import gate
from rednotice.model import Case, Statement
from rednotice.policies.ceilings import is_own_id, is_voice, may_leave
from rednotice.projection.codes import code_may_leave
from rednotice.projection.finishing import finish
from rednotice.projection.projecting import project
from rednotice.records import Audience, fields_of
from rednotice.records.limits import Between, Exactly, Length
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape
from rednotice.records.walk import Field
from rednotice.releases.keys import Key
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration
from rednotice.types.roles import Role

Way = tuple[str, ...]
KEY = bytes.fromhex("9f3a61c8047be25d13f0a894c6e17b5208d94fb36ea1703c5bd2e6871f409ac5")
TODAY = dt.date(2018, 1, 1)  # before any consent of the filled case expires
DATES = ("2019-06-15", "2021-02")
TEXTS = {PartialDate: DATES, Duration: ("P30D", "P2Y")}
# Class words that stay apart when they are grouped.
WORDS = {"concerned": ("family", "circle"), "speakers": ("press", "third_authority")}
VALUES = {  # of types that a pattern limits
    "Address": ("https://one.example/a", "https://two.example/b"),
    "Extract": ("some words", "other words"),
    "Language": ("en", "de"),
    "Edition": ("e-1", "e-2"),
    "PolicyName": ("example 1", "example 2"),
    "Money": ("TRY 500000", "EUR 12.50"),
    "NoticeNumber": ("2031/4407", "2030/17"),
    "Sha256": ("a" * 64, "b" * 64),
    "Timestamp": ("2026-03-01T12:00:00Z", "2025-03-01T12:00:00Z"),
    "Id": ("group-a", "group-b"),
}


def release_key(secret: bytes, audience: Audience, release: str) -> bytes:
    """The key of one release, from a *secret* that a test can name although no key may be so."""
    key = Key(hashlib.sha256(secret).digest())
    return key.derived("rednotice release", audience.value, release)


def released(document: Any, audience: Audience) -> str:
    """What *audience* gets of the case *document*, as text."""
    import rednotice

    case: Any = gate.decode(document)
    key = release_key(KEY, audience, "")
    [left] = finish([project(case, audience, today=TODAY)], key)
    return rednotice.dumps(left).decode()


@cache
def _filled() -> dict[str, Any]:
    whole = _record(Case, 0, "")
    whole["rednotice"], whole["id"] = "1.0", "c-1"
    whole["pursued_by"] = ["TJ"]
    whole["subjects"][0]["nationalities"] = ["TJ"]  # of others, fewer learn
    _open_the_gates(whole)
    return whole


def _open_the_gates(whole: dict[str, Any]) -> None:
    """Let everything be known to those who pursue, in two ways where there are two."""
    for part in objects(whole):
        if "known_to" in part:
            part["known_to"] = ["TJ"]
    for paper in whole["subjects"][0]["documents"]:  # whoever issued a paper knows it
        paper["issuing_state"] = "TJ"
    free = {"purposes": ["ccf"], "given": "free", "status": "given"}
    agrees = {key: value for key, value in whole["handling"]["consent"][0].items() if key != "id"}
    whole["handling"]["consent"] = [
        {**agrees, **free, "person": one, "guardian": "su-0"} for one in ("su-0", "su-9", "pe-0")
    ]
    # No body agrees to anything. The class of whoever speaks is visible, whatever it is read from.
    second = {"id": "su-9", "kind": "person", "according_to": ["class:press"]}
    whole["subjects"].append(second)
    source = whole["sources"][0]
    source["privileged"], source["exhibit"]["tell_source"] = False, "whole"


def objects(part: Any) -> Iterator[dict[str, Any]]:
    """Every object inside *part*, itself first, without the reasons for what is missing."""
    if isinstance(part, dict):
        yield part
        part = [value for name, value in part.items() if name != "missing"]
    if isinstance(part, list):
        for one in part:
            yield from objects(one)


# What decides whether a unit leaves, beside what those who may not see it can see.
DECIDES = frozenset(
    {"known_to", "published", "observations", "public_extract", "forum", "effect", "ncb_answer"}
    | {"concerns", "handling", "consent", "minor", "born", "privileged", "exhibit", "tell_source"}
)


def decides(way: tuple[Field, ...]) -> bool:
    """Whether a gate reads the member at *way*, so that the release can depend on it."""
    return way[0].name == "handling" or way[-1].name in DECIDES


def filled() -> dict[str, Any]:
    """A new copy of the filled case, in which every reference names a record that is there."""
    return copy.deepcopy(_filled())


def _record(cls: Any, variant: int, way: str) -> dict[str, Any]:
    made = {
        field.name: _value(cls, field, variant, f"{way}{field.name[:2]}")
        for field in fields_of(cls)
    }
    if cls is Statement:
        made |= {"about": "no-0.kind", "stance": "denies", "value": ("red", "blue")[variant]}
    if "by" in voices(cls):
        made["according_to"] = ["class:ngo"]  # or else it would say again what `by` says
    return made


def voices(cls: Any) -> set[str]:
    """The members of *cls* that say by whose word the record stands."""
    return {field.name for field in fields_of(cls) if is_voice(cls, field)}


def _value(cls: Any, field: Field, variant: int, way: str) -> Any:
    if is_own_id(field):
        return f"{way[:-2] or 'x'}-{variant}"[:60]
    if isinstance(field.one, Mapped):
        return _map(cls, field, variant)
    one = _one(field, field.one, variant, way)
    return [one] if isinstance(field.shape, Many) else one


def _map(cls: Any, field: Field, variant: int) -> dict[str, Any]:
    if field.name != "missing":
        return {"org.example": variant}
    optional = [one.name for one in fields_of(cls) if not one.required and one.name != "missing"]
    reason = ("not_stated", "unknown")[variant]
    return {name: reason for name in optional if not is_id(cls, name)}


def is_id(cls: Any, name: str) -> bool:
    """Whether *name* is the own id of *cls*."""
    return any(field.name == name and is_own_id(field) for field in fields_of(cls))


def _one(field: Field, shape: Shape, variant: int, way: str) -> Any:
    match shape:
        case Nested(record):
            return _record(record, variant, way)
        case Free():
            return variant
        case Scalar(ref=Role() as role):
            return f"class:{WORDS[role.classes][variant]}"
        case Scalar(ref=None):
            return _scalar(shape, variant)
    return _target(field)


# A record that leaves for partners, of each kind at which something may point.
TARGETS = {
    "notices": "no-0",
    "warrants": "wa-0",
    "charges": "wach-0",
    "outcomes": "ou-0",
    "incidents": "in-0",
    "events": "ev-0",
    "statements": "st-0",
    "proceedings": "pr-0",
    "subjects": "su-0",
    "sources": "so-0",
    "organisations": "or-0",
    "people": "pe-0",
}


def _target(field: Field) -> str:
    allowed: Any = field.ref and field.ref.targets
    if "anything" in allowed:
        return "ou-0"
    return next((name for kind, name in TARGETS.items() if kind in allowed), "shared:op1")


def _as_far_as_possible(limit: Codes) -> list[str]:
    """The codes of a list that leave for the widest audience for which any code leaves."""
    codes = [code.code for code in limit.codelist]
    for audience in (
        Audience.PUBLIC,
        Audience.PARTNER,
        Audience.CCF_BUREAU,
        Audience.CCF_COMMISSION,
        Audience.COUNSEL,
    ):
        leaving = [code for code in codes if code_may_leave(limit.name, code, audience)]
        if leaving:
            return leaving
    return codes


def _scalar(shape: Scalar, variant: int) -> Any:
    limit: Any = shape.limits[0] if shape.limits else None
    if shape.python in TEXTS:
        return TEXTS[shape.python][variant]
    if limit is None:
        return not variant
    match limit:
        case Codes():
            leaving = _as_far_as_possible(limit)
            return leaving[min(variant, len(leaving) - 1)]
        case Exactly(value):
            return value
        case Length():
            return ("ZQ some words", "ZQ other words")[variant]
        case Between(low, _) if shape.base is int:
            return int(low) + 2 + variant
        case Between(low, high):
            return (low + high) / (2 + variant)
    name = shape.named.name if shape.named else ""
    return VALUES[name][variant]


def ways(
    cls: Any = Case, before: tuple[Field, ...] = ()
) -> Iterator[tuple[tuple[Field, ...], Any]]:
    """Every way to a member, as its fields, with the class that holds the last one."""
    for field in fields_of(cls):
        here = (*before, field)
        if field.name == "cleared":
            continue  # it leaves for one audience alone, and has tests of its own
        if not is_own_id(field) and field.name != "rednotice":
            yield here, cls
        if isinstance(field.one, Nested):
            yield from ways(field.one.record, here)


def leaves(way: tuple[Field, ...], audience: Audience) -> bool:
    """Whether every field on *way* may leave."""
    cls: Any = Case
    for field in way:
        if not may_leave(cls, field, audience):
            return False
        cls = field.one.record if isinstance(field.one, Nested) else None
    return True


def without(way: tuple[Field, ...]) -> dict[str, Any]:
    """The filled case without the member at *way*."""
    whole = filled()
    del holder(whole, way)[way[-1].name]
    return whole


def changed(way: tuple[Field, ...], cls: Any) -> dict[str, Any]:
    """The filled case with another value of the member at *way*."""
    whole = filled()
    prefix = "".join(field.name[:2] for field in way)
    holder(whole, way)[way[-1].name] = _value(cls, way[-1], 1, prefix)
    return whole


def doubled(way: tuple[Field, ...], cls: Any) -> dict[str, Any]:
    """The filled case with a further item of the list at *way*."""
    whole = filled()
    prefix = "".join(field.name[:2] for field in way)
    holder(whole, way)[way[-1].name] += _value(cls, way[-1], 1, prefix)
    return whole


def holder(whole: Any, way: tuple[Field, ...]) -> Any:
    """The object that holds the member at *way*."""
    for field in way[:-1]:
        whole = whole[field.name]
        whole = whole[0] if isinstance(whole, list) else whole
    return whole
