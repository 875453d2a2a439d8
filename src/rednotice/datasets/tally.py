"""
Tally: how much a check went through, and the findings that its report keeps.
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
    Numbers of cases, and findings: those that *keep* gives back, *most* of them, and how many more.
    """

    keep: Keep
    most: int
    cases: int = 0
    refused: int = 0
    shared: int = 0
    _kept: list[Finding] = attrs.field(init=False, factory=list[Finding])
    _dropped: Counter[Severity] = attrs.field(init=False, factory=Counter[Severity])
    _beyond: Counter[Severity] = attrs.field(init=False, factory=Counter[Severity])

    def add(self, findings: Iterable[Finding]) -> None:
        """Count *findings*, and keep those that are to be kept while there is room."""
        for finding in findings:
            kept = self.keep(finding) if len(self._kept) < self.most else None
            if kept is not None:
                self._kept.append(kept)
            elif len(self._kept) < self.most:
                self._dropped[finding.severity] += 1
            else:
                self._beyond[finding.severity] += 1

    def report(self, masks: Masks, *, files: int = 0) -> Report:
        """What was found, without what *masks* says must not be shown."""
        return Report(
            tuple(masks.over(self._kept)),
            cases=self.cases,
            refused=self.refused,
            shared=self.shared,
            files=files,
            dropped=dict(self._dropped),
            beyond=dict(self._beyond),
        )
