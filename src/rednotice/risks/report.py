"""
The risk report of a release: what was measured, what was left out, and which risks are accepted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from rednotice.projection.alike import Alike
from rednotice.risks.measuring import Combination, Matches, Sequences

SMALL = 5  # cases of a class that is called small whatever the policy asks
RISKS: Mapping[str, str] = {
    "small_classes": "fewer cases agree in what others may know than the policy asks",
    "little_diversity": "cases that agree have fewer values of a sensitive member than it asks",
    "unique_combinations": "up to three members together tell a case from all others",
    "unique_sequences": "the dates and kinds of what happened tell a case from all others",
    "register_matches": "fewer entries of the public register match a case than the policy asks",
}


@attrs.frozen
class Accepted:
    """
    A risk that somebody accepted: one of `RISKS`, the reason, and who it was.
    """

    risk: str
    reason: str
    by: str


@attrs.frozen(kw_only=True, repr=False)
class RiskReport:
    """
    How well somebody who has a release could tell whose case is whose. It has no value of a case.

    Attributes:
        policy: Name and version of the policy.
        audience: The audience.
        cases: The number of cases.
        quasi: The members by which a case could be recognised.
        sensitive: The members that nobody should learn.
        asked: What the policy asks: ``k`` and ``l``.
        alike: How alike the cases are.
        sizes: The number of classes of cases that agree, by their size.
        combinations: The smallest combinations of members that tell a case from all others.
        sequences: How many cases the sequence of what happened tells from all others.
        register: How the cases match a public register; None if none was given.
        coarsened: In words, what was made coarser in all cases alike.
        left_out: The members that the model releases to the audience and the policy leaves out.
        accepted: The risks that somebody accepted.
    """

    policy: str
    audience: str
    cases: int
    quasi: tuple[str, ...]
    sensitive: tuple[str, ...]
    asked: Mapping[str, int]
    alike: Alike
    sizes: Mapping[int, int]
    combinations: tuple[Combination, ...]
    sequences: Sequences
    register: Matches | None = None
    coarsened: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    accepted: tuple[Accepted, ...] = ()

    def __repr__(self) -> str:
        return f"<RiskReport {self.policy}: {len(self.open)} of {len(self.risks)} risks open>"

    @property
    def risks(self) -> tuple[str, ...]:
        """The risks that the release has, of `RISKS`."""
        reached, asked = self.alike, self.asked
        has = {
            "small_classes": 0 < reached.k < asked["k"],
            "little_diversity": reached.l is not None and reached.l < asked["l"],
            "unique_combinations": bool(self.combinations),
            "unique_sequences": self.sequences.unique_with_dates > 0,
            "register_matches": self.register is not None and self.register.few > 0,
        }
        return tuple(name for name in RISKS if has[name])

    @property
    def open(self) -> tuple[str, ...]:
        """The risks that nobody accepted."""
        accepted = {one.risk for one in self.accepted}
        return tuple(name for name in self.risks if name not in accepted)

    @property
    def prosecutor(self) -> float:
        """The chance of finding a person who is known to be in the release, at worst."""
        return 1 / self.alike.k if self.alike.k else 0.0

    @property
    def marketer(self) -> float:
        """The share of all cases that somebody who guesses would find, on average."""
        return sum(self.sizes.values()) / self.cases if self.cases else 0.0

    @property
    def small(self) -> int:
        """The number of cases in classes of fewer than `SMALL`."""
        return sum(size * count for size, count in self.sizes.items() if size < SMALL)

    def as_dict(self) -> dict[str, Any]:
        """The report as a JSON object."""
        return {
            "rednotice_risk_report": 1,
            **attrs.asdict(self, filter=lambda member, _: member.name not in {"sizes", "asked"}),
            "asked": dict(self.asked),
            "sizes": {str(size): count for size, count in self.sizes.items()},
            "prosecutor_risk": self.prosecutor,
            "marketer_risk": self.marketer,
            "in_small_classes": self.small,
            "risks": list(self.risks),
            "open": list(self.open),
        }
