"""
Projected cases made so coarse that they meet the thresholds of a release.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from rednotice.projection.coarsening import coarsen
from rednotice.projection.levels import Levels
from rednotice.projection.rows import row_of
from rednotice.projection.search import search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rednotice.model import Case
    from rednotice.policies.thresholds import Thresholds
    from rednotice.projection.alike import Alike


@attrs.frozen(kw_only=True)
class Met:
    """
    Cases that meet their thresholds, or why they cannot.

    Attributes:
        cases: The cases, coarsened, in the order given, without those left out; none if the whole
            is refused.
        levels: The levels at which they meet the thresholds.
        left_out: The places of the cases left out among those given.
        reached: How alike the cases are; None if the whole is refused.
        loss: The share of information that is lost, from 0 to 1, as `search` says.
        refused: Empty, or a sentence that says why nothing can be released, and what can instead.
    """

    cases: tuple[Case, ...] = ()
    levels: Levels = attrs.field(factory=Levels)
    left_out: tuple[int, ...] = ()
    reached: Alike | None = None
    loss: float = 1.0
    refused: str = ""

    @property
    def k(self) -> int:
        """The least number of cases that agree in all quasi-identifiers; 0 if there are none."""
        return self.reached.k if self.reached else 0

    @property
    def l(self) -> int | None:  # noqa: E743  # its name in the field
        """The least number of values of a sensitive member among cases that agree, if any."""
        return self.reached.l if self.reached else None


def meet(cases: Sequence[Case], thresholds: Thresholds) -> Met:
    """
    Make *cases* as coarse as *thresholds* ask, and leave out those that stay apart.

    The result depends on the cases given and on nothing else, and their order makes no difference
    to what becomes of each.

    Args:
        cases: Projected cases, before they are finished.
        thresholds: The thresholds.
    """
    found = search((row_of(case, thresholds) for case in cases), thresholds)
    if found.refused:
        return Met(refused=found.refused)
    gone = set(found.left_out)
    return Met(
        cases=tuple(coarsen(case, found.levels) for at, case in enumerate(cases) if at not in gone),
        levels=found.levels,
        left_out=found.left_out,
        reached=found.reached,
        loss=found.loss,
    )
