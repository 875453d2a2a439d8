"""
A report as one JSON object: the findings, then the numbers.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TextIO

    from rednotice.findings import Finding, Report
    from rednotice.records import Audience


def write(
    report: Report,
    file: TextIO,
    *,
    audience: Audience,
    values: bool = False,
    summary: bool = True,  # noqa: ARG001  # the numbers are part of the object
) -> None:
    """
    Write *report* to *file* as one object.

    It is written part by part: together, its findings would be held twice.
    """
    file.write('{"findings": [')
    # By their numbers, other characters than ASCII reach every kind of output whole.
    file.writelines(
        (", " if count else "") + json.dumps(_finding(finding, values=values))
        for count, finding in enumerate(report.in_order())
    )
    rest = {
        "audience": audience.value,
        "counts": report.counts,
        "more": sum(report.beyond.values()),
        "cases": report.cases,
        "refused": report.refused,
        "shared": report.shared,
        "files": report.files,
        "skipped": report.skipped,
        "unopened": [unread._asdict() for unread in report.unopened],
    }
    file.write(f"], {json.dumps(rest).removeprefix('{')}\n")


def _finding(finding: Finding, *, values: bool) -> dict[str, Any]:
    return finding.as_dict() | ({"value": finding.value} if values else {})
