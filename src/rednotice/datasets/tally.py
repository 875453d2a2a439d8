"""
The counts of a check, and the findings that its report keeps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from rednotice.findings import Finding, Report, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rednotice.names.masks import Masks

Keep = Callable[[Finding], Finding | None]


@attrs.define
class Tally:
    """
    Counts cases and findings, and keeps what *keep* returns for each finding, up to *most*
    findings.
    """

    keep: Keep
    most: int
    cases: int = 0
    refused: int = 0
    shared: int = 0
    audience: str = "internal"
    releases: Counter[str] = attrs.field(factory=Counter[str])
    guarded: int = 0
    _kept: list[Finding] = attrs.field(init=False, factory=list[Finding])
    _dropped: Counter[Severity] = attrs.field(init=False, factory=Counter[Severity])
    _beyond: Counter[Severity] = attrs.field(init=False, factory=Counter[Severity])

    def add(self, findings: Iterable[Finding]) -> None:
        """Count *findings*, and keep those that `keep` returns while there is room."""
        for finding in findings:
            kept = self.keep(finding) if len(self._kept) < self.most else None
            if kept is not None:
                self._kept.append(kept)
            elif len(self._kept) < self.most:
                self._dropped[finding.severity] += 1
            else:
                self._beyond[finding.severity] += 1

    def report(self, masks: Masks, *, files: int = 0) -> Report:
        """The report, with ids and paths masked by *masks*."""
        return Report(
            tuple(masks.over(self._kept)),
            cases=self.cases,
            refused=self.refused,
            shared=self.shared,
            files=files,
            dropped=dict(self._dropped),
            beyond=dict(self._beyond),
            audience=self.audience,
            releases=dict(sorted(self.releases.items())),
            guarded=self.guarded,
        )
