"""
Groups of findings that say the same, for formats that a person reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rednotice.findings import Finding

# A few findings are all shown. Of more, the first show what is meant.
_FEW, _FIRST = 5, 3


@attrs.define
class Group:
    """
    The findings of one rule that have one message: those to show, and the others.
    """

    shown: list[Finding] = attrs.field(factory=list["Finding"])
    rest: list[Finding] = attrs.field(factory=list["Finding"])

    @property
    def first(self) -> Finding:
        """The first finding."""
        return self.shown[0]

    def __len__(self) -> int:
        return len(self.shown) + len(self.rest)

    @property
    def files_of_rest(self) -> int:
        """The number of files in which the others stand."""
        return len({finding.file for finding in self.rest})


def groups(findings: Iterable[Finding], *, every: bool) -> list[Group]:
    """
    Group *findings* by rule, severity and message, in the order of their first findings.

    If *every* is true, each finding is to be shown.
    """
    found: dict[tuple[object, ...], Group] = {}
    for finding in findings:
        key = (finding.rule, finding.severity, finding.message)
        found.setdefault(key, Group()).shown.append(finding)
    for group in found.values():
        if not every and len(group.shown) > _FEW:
            group.rest = group.shown[_FIRST:]
            del group.shown[_FIRST:]
    return list(found.values())
