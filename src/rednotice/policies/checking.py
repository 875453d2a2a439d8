"""
Whether what a policy's file says can be a policy: all its faults, each with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice import toml_files
from rednotice.errors import PolicyFault
from rednotice.model import Case
from rednotice.policies.ceilings import ceiling_of, decided, is_fixed
from rednotice.policies.counts import LEAST, Counts
from rednotice.policies.definition import TREATED
from rednotice.policies.file_schema import policy_schema
from rednotice.policies.thresholds import Thresholds
from rednotice.records import Audience, fields_of, record_classes
from rednotice.records.reach import ways

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

Said = Mapping[str, Any]
_HELP = "`rednotice policy new` writes those that are"
_CLASSES: dict[str, Any] = {cls.__name__: cls for cls in record_classes(Case)}


def faults_of(said: Said) -> list[PolicyFault]:
    """
    All faults of *said*, which a file of a policy holds; empty if it is a policy.
    """
    shape = list(_faults_of_shape(said))
    audience = _audience(said)
    if audience is None:
        return shape
    return [
        *shape,
        *_faults_of_dates(said, audience),
        *(_faults_of_thresholds(said) if not shape else ()),
        *(_faults_of_tables(said, audience) if not shape else ()),
        *_faults_of_members(said, audience),
        *(_faults_of_floor(said, audience) if not shape else ()),
    ]


def _audience(said: Said) -> Audience | None:
    names = {one.value: one for one in Audience if one is not Audience.INTERNAL}
    given = said.get("audience")
    return names.get(given) if isinstance(given, str) else None


# What the schema says


@cache
def _schema() -> dict[str, Any]:
    return policy_schema("")


@cache
def _engine() -> Draft202012Validator:
    return toml_files.validator(_schema())


def _faults_of_shape(said: Said) -> Iterator[PolicyFault]:
    for fault in toml_files.faults(said, _schema(), _engine(), _HELP):
        yield PolicyFault(fault.place, fault.message)


# What the model says


def _faults_of_dates(said: Said, audience: Audience) -> Iterator[PolicyFault]:
    if audience in TREATED and said.get("dates") == "day":
        yield PolicyFault(
            "dates", f"must be year or decade: {audience.value} never gets a month or a day"
        )


def _faults_of_thresholds(said: Said) -> Iterator[PolicyFault]:
    try:
        Thresholds(**said.get("thresholds", {}))
    except ValueError as error:
        yield PolicyFault("thresholds", str(error))


def _faults_of_tables(said: Said, audience: Audience) -> Iterator[PolicyFault]:
    try:
        counts = Counts(**said.get("tables", {}))
    except ValueError as error:
        yield PolicyFault("tables", str(error))
        return
    if audience is Audience.PUBLIC and counts.least < LEAST:
        yield PolicyFault("tables.least", f"must be {LEAST} or more: anybody may see the tables")


def _faults_of_members(said: Said, audience: Audience) -> Iterator[PolicyFault]:
    for name in said:
        if name in _CLASSES:
            keep, drop = _names(said[name], "keep"), _names(said[name], "drop")
            yield from _faults_of_table(name, keep, drop, audience)
    for name, members in decided(audience).items():
        if name not in said:
            yield PolicyFault(
                name, f"this table is missing; put {_listed(members)} in keep or drop"
            )


def _faults_of_table(
    name: str, keep: set[str], drop: set[str], audience: Audience
) -> Iterator[PolicyFault]:
    cls = _CLASSES[name]
    fields = {field.name: field for field in fields_of(cls)}
    fixed = {one for one, field in fields.items() if is_fixed(cls, field)}
    ceiling = ceiling_of(audience)
    open_to_it = set(decided(audience).get(name, ()))
    above = [one for one in fields if one in keep and not ceiling.admits(cls, one)]
    both = [one for one in fields if one in keep & drop]
    stays = [one for one in fields if one in drop & fixed]
    unsaid = [one for one in fields if one in open_to_it - keep - drop]
    if above:
        yield PolicyFault(
            f"{name}.keep",
            f"the model never releases {_listed(above)} to {audience.value}; take it out",
        )
    if both:
        yield PolicyFault(name, f"{_listed(both)} must stand in keep or in drop, not in both")
    if stays:
        yield PolicyFault(
            f"{name}.drop",
            f"{_listed(stays)} leaves wherever its record does, or else the release would say"
            " something else than the record; take it out",
        )
    if unsaid:
        yield PolicyFault(name, f"put {_listed(unsaid)} in keep or in drop: nothing is left unsaid")


def _names(table: Any, list_name: str) -> set[str]:
    listed = table.get(list_name, ()) if isinstance(table, dict) else ()
    return {one for one in listed if isinstance(one, str)} if isinstance(listed, list) else set()


def _listed(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in names)


@cache
def _ways() -> Mapping[str, tuple[tuple[Any, str], ...]]:
    """
    The class and the name of each member on the way, by the way's spelling.
    """
    found: dict[str, tuple[tuple[Any, str], ...]] = {}
    for way in ways(Case):
        before = found.get(".".join(way.path[:-1]), ())
        found[".".join(way.path)] = (*before, (way.cls, way.field.name))
    return found


def _faults_of_floor(said: Said, audience: Audience) -> Iterator[PolicyFault]:
    keep = {
        name: _names(said.get(name), "keep") | set(_fixed_of(cls)) for name, cls in _CLASSES.items()
    }
    ceiling = ceiling_of(audience)
    for number, alternatives in enumerate(said["floor"], 1):
        place = f"floor, item {number}"
        unknown = [one for one in alternatives if one not in _ways()]
        for one in unknown:
            near = get_close_matches(one, _ways(), n=1)
            yield PolicyFault(
                place,
                "does not lead to a member of a case"
                + (f". Did you mean `{near[0]}`?" if near else ", such as notices.kind does"),
            )
        if not unknown and not any(
            all(
                name in keep[cls.__name__] and ceiling.admits(cls, name)
                for cls, name in _ways()[one]
            )
            for one in alternatives
        ):
            yield PolicyFault(
                place, "the policy keeps nothing of this, so that no case could leave"
            )


def _fixed_of(cls: Any) -> Iterator[str]:
    return (field.name for field in fields_of(cls) if is_fixed(cls, field))
