"""
Thresholds: how alike released cases must be, and what may be given up so that they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from rednotice import codelists
from rednotice.model import Case
from rednotice.records import fields_of
from rednotice.records.frozen import FrozenMap, frozen_map
from rednotice.records.shapes import Nested, Scalar
from rednotice.types.roles import Role

PRECISIONS = ("year", "decade", "none")


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


def _each_once(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


def _steps(coarsen: Mapping[str, int]) -> FrozenMap:
    return frozen_map(dict(coarsen))


def _at_least(least: int) -> Any:
    def check(_: Any, field: Any, value: Any) -> None:
        if type(value) is not int or value < least:
            raise ValueError(f"{field.name} must be a whole number, {least} or more")

    return check


def _lead_to_values(_: Any, field: Any, ways: tuple[Any, ...]) -> None:
    if not all(isinstance(way, str) and _holds_values(way) for way in ways):
        raise ValueError(
            f"{field.name} must name members of a case that hold plain values, such as"
            " notices.issuing_state"
        )
    if len(set(ways)) < len(ways):
        raise ValueError(f"{field.name} must name each member once")


def _holds_values(way: str) -> bool:
    cls: Any = Case
    *holders, last = way.split(".")
    for name in holders:
        shape = _members(cls).get(name)
        if not isinstance(shape, Nested):
            return False
        cls = shape.record
    shape = _members(cls).get(last)
    # An id names a record of its own case, so ids of two cases cannot be compared.
    return isinstance(shape, Scalar) and (shape.ref is None or isinstance(shape.ref, Role))


def _members(cls: Any) -> dict[str, Any]:
    return {field.name: field.one for field in fields_of(cls)}


def _are_codelists(_: Any, field: Any, names: Iterable[str]) -> None:
    if not set(names) <= set(codelists.names()):
        raise ValueError(f"{field.name} must name codelists; `rednotice codelist` lists them")


def _are_numbers_of_steps(_: Any, field: Any, coarsen: Mapping[str, Any]) -> None:
    if not all(type(steps) is int and steps >= 0 for steps in coarsen.values()):
        raise ValueError(f"each number of steps in {field.name} must be a whole number, 0 or more")


def _grow_coarser(_: Any, field: Any, dates: tuple[str, ...]) -> None:
    if list(dates) != [one for one in PRECISIONS if one in dates]:
        raise ValueError(f"{field.name} must name some of {', '.join(PRECISIONS)}, in this order")


def _is_a_share(_: Any, field: Any, value: Any) -> None:
    if type(value) not in {int, float} or not (math.isfinite(value) and 0 <= value < 1):
        raise ValueError(f"{field.name} must be a share of the cases, from 0 to below 1")


@attrs.frozen(kw_only=True)
class Thresholds:
    """
    How alike the cases of one release must be, and what may be given up so that they are.

    Without arguments nothing is asked and nothing is given up.

    Attributes:
        k: The least number of cases that agree in all quasi-identifiers (k-anonymity); 1 asks
            nothing.
        l: The least number of different values that each sensitive member has among cases that
            agree in all quasi-identifiers (distinct l-diversity); 1 asks nothing.
        quasi: The quasi-identifiers: members by which a case could be recognised. Each is a way of
            member names joined by dots that begins at the case and goes through lists, such as
            ``notices.charges.offence``. All values of a member in one case count as one set.
        sensitive: The members, as ways, of which an observer who recognises the group of a case
            must not learn the value.
        coarsen: For each codelist that may be cut, the greatest number of steps up `broader` by
            which all its codes may be replaced.
        drop: The codelists whose codes may be left out altogether.
        dates: The precisions that dates may have, the finest first: ``year``, ``decade``, ``none``
            (left out). If empty, dates stay as they are.
        leave_out: The largest share of the cases that may be left out, from 0 to below 1.
        least_cases: The least number of cases in a release.

    Raises:
        ValueError: If a value is not of the kind described.
    """

    k: int = attrs.field(default=1, validator=_at_least(1))
    l: int = attrs.field(default=1, validator=_at_least(1))  # noqa: E741  # its name in the field
    quasi: tuple[str, ...] = attrs.field(default=(), converter=_in_order, validator=_lead_to_values)
    sensitive: tuple[str, ...] = attrs.field(
        default=(), converter=_in_order, validator=_lead_to_values
    )
    coarsen: Mapping[str, int] = attrs.field(
        factory=dict, converter=_steps, validator=[_are_codelists, _are_numbers_of_steps]
    )
    drop: frozenset[str] = attrs.field(
        default=frozenset(), converter=_each_once, validator=_are_codelists
    )
    dates: tuple[str, ...] = attrs.field(default=(), converter=_in_order, validator=_grow_coarser)
    leave_out: float = attrs.field(default=0.0, validator=_is_a_share)
    least_cases: int = attrs.field(default=1, validator=_at_least(0))

    def __attrs_post_init__(self) -> None:
        if self.k > 1 and not self.quasi:
            raise ValueError("k above 1 asks for quasi-identifiers: name them in quasi")
        if self.l > 1 and not self.sensitive:
            raise ValueError("l above 1 asks for sensitive members: name them in sensitive")
        if set(self.quasi) & set(self.sensitive):
            raise ValueError("a member is a quasi-identifier or sensitive, not both")
