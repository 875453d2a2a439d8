"""
A policy: what of a case leaves for an audience, how coarse, under which thresholds and terms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from rednotice.policies.counts import Counts
from rednotice.policies.thresholds import Thresholds
from rednotice.records import Audience
from rednotice.records.frozen import FrozenMap, frozen_map

# The precisions that a policy may ask of dates, the finest first.
DATES = ("day", "year", "decade")
# These get years in the place of dates, and no free text.
TREATED = frozenset({Audience.PARTNER, Audience.PUBLIC})
# What these audiences hold reaches the states that pursue, sooner or later.
REACHES_PURSUERS = TREATED | {Audience.CCF_BUREAU}


def _kept(keep: Mapping[str, Iterable[str]]) -> FrozenMap:
    return frozen_map({name: frozenset(members) for name, members in keep.items()})


def _steps(cuts: Mapping[str, int]) -> FrozenMap:
    return frozen_map(dict(cuts))


def _alternatives(floor: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(ways) for ways in floor)


@attrs.frozen(kw_only=True, cache_hash=True)
class Policy:
    """
    What of a case leaves for an audience, how coarse, under which thresholds and terms.

    `rednotice.policy` reads one from a file and checks it; what is constructed is not checked. A
    policy can only lower the model's ceiling: what the model does not release to the audience stays
    behind whatever *keep* says. What says how a record is meant leaves with it, also if *keep* does
    not say so.

    Attributes:
        name: The name of the policy.
        version: The number of its version.
        audience: The audience that it is made for.
        keep: The members that leave, for each record class by its name.
        cuts: For each codelist that is cut, the number of its finest levels that are cut off. A
            code on one of them is replaced by the broader code on the finest level that is left.
        dates: The precision of dates: ``day`` (as they are), ``year`` or ``decade``.
        terms: The terms under which a release may be used, as codes of ``terms_of_use``.
        tlp: The Traffic Light Protocol mark of a release.
        thresholds: How alike the cases of a release must be.
        tables: What of the cases may be counted in tables; by default, nothing.
        floor: Facts that must survive. Each item holds ways to members, such as ``notices.kind``,
            of which a released case must have at least one.
        sha256: The hash of the file; empty for a policy that was read from none.
    """

    name: str
    version: int
    audience: Audience
    keep: Mapping[str, frozenset[str]] = attrs.field(converter=_kept, repr=False)
    cuts: Mapping[str, int] = attrs.field(factory=dict, converter=_steps)
    dates: str = "day"
    terms: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    tlp: str | None = None
    thresholds: Thresholds = attrs.field(factory=Thresholds, repr=False)
    tables: Counts = attrs.field(factory=Counts, repr=False)
    floor: tuple[tuple[str, ...], ...] = attrs.field(
        default=(), converter=_alternatives, repr=False
    )
    sha256: str = ""

    @property
    def title(self) -> str:
        """Name and version, as a release states them: ``partner 1``."""
        return f"{self.name} {self.version}"

    @property
    def precision(self) -> str:
        """The precision that dates get: *dates*, or coarser if the model releases no finer ones."""
        return "year" if self.dates == "day" and self.audience in TREATED else self.dates

    def admits(self, cls: type[Any], name: str) -> bool:
        """
        Whether the policy lets the member *name* of the record class *cls* leave, as far as the
        model releases it.
        """
        return name in self.keep.get(cls.__name__, ())
