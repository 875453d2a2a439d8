"""
Counts: what of the cases may be counted in tables for an audience, and what crossed with what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

LEAST = 10
"""The least figure that is published, unless a policy asks for more."""
SAFEST = 3
"""The least that a policy may ask."""


_RECORDS = {
    "notices": "a notice or alert",
    "outcomes": "an outcome for the subject",
    "incidents": "an incident of pressure or reprisal",
}


@attrs.frozen
class Dimension:
    """
    What cases can be counted by.

    Attributes:
        title: What it is called at the head of a table.
        way: The member whose values are counted, as names joined by dots.
        kept: Whether the kept cases are counted. These records leave only where everybody knows of
            them, and otherwise nothing leaves of them but a figure. Else what is counted is what
            may leave.
        said: In words, what of a record makes its case count in a row.
    """

    title: str
    way: str
    said: str
    kept: bool = False

    @property
    def records(self) -> str:
        """The member of a case that holds the records of which values are counted."""
        return self.way.partition(".")[0]

    @property
    def record(self) -> str:
        """Such a record, in words."""
        return _RECORDS[self.records]


DIMENSIONS: Mapping[str, Dimension] = MappingProxyType(
    {
        "issuing_state": Dimension(
            "Issuing state",
            "notices.issuing_state",
            "that the state is said to have requested",
        ),
        "year": Dimension(
            "Year",
            "notices.history.date",
            "of which the first dated step is in the year",
        ),
        "notice_kind": Dimension("Kind of notice", "notices.kind", "of the kind"),
        "offence_group": Dimension(
            "Group of offences",
            "notices.charges.offence",
            "whose issuer alleges an offence of the group",
        ),
        "outcome": Dimension("Outcome", "outcomes.kind", "of the kind"),
        "incident_method": Dimension(
            "Method of an incident",
            "incidents.method",
            "of the method",
            kept=True,
        ),
        "relation_class": Dimension(
            "Whom an incident struck",
            "incidents.against",
            "that is said to have struck somebody of the class",
            kept=True,
        ),
    }
)


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


def _pairs(cross: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(pair) for pair in cross)


def _is_enough(_: Any, __: Any, value: Any) -> None:
    if type(value) is not int or value < SAFEST:
        raise ValueError(f"least must be a whole number, {SAFEST} or more")


def _are_dimensions(_: Any, __: Any, by: tuple[Any, ...]) -> None:
    if not set(by) <= DIMENSIONS.keys() or len(set(by)) < len(by):
        raise ValueError(f"by must name some of {', '.join(DIMENSIONS)}, each once")


@attrs.frozen(kw_only=True)
class Counts:
    """
    What of the cases may be counted in tables, and what crossed with what.

    Attributes:
        least: The least number of cases that a published figure stands for; smaller ones, except 0,
            are hidden.
        by: What cases may be counted by: ``issuing_state``, ``year``, ``notice_kind``,
            ``offence_group``, ``outcome``, ``incident_method`` and ``relation_class``.
        cross: Pairs of these that may be crossed in one table.

    Raises:
        ValueError: If a value is not of the kind described.
    """

    least: int = attrs.field(default=LEAST, validator=_is_enough)
    by: tuple[str, ...] = attrs.field(default=(), converter=_in_order, validator=_are_dimensions)
    cross: tuple[tuple[str, ...], ...] = attrs.field(default=(), converter=_pairs)

    def __attrs_post_init__(self) -> None:
        if any(len(set(pair)) != 2 or not set(pair) <= set(self.by) for pair in self.cross):  # noqa: PLR2004  # a pair
            raise ValueError("each item of cross must name two different words of by")
        if len({frozenset(pair) for pair in self.cross}) < len(self.cross):
            raise ValueError("cross must name each pair once")
