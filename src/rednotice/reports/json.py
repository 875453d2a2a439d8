"""
Write a report as one JSON object: the findings, then the counts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TextIO

    from rednotice.findings import Finding, Report, Severity


def write(
    report: Report,
    file: TextIO,
    *,
    failing: Severity,
    values: bool = False,
    summary: bool = True,  # noqa: ARG001  # the counts are always in the object
) -> None:
    """
    Write *report* to *file* as one object.

    It is written finding by finding, so that the findings are not held in memory twice.
    """
    file.write('{"findings": [')
    # Escaped, non-ASCII characters survive every encoding of the output.
    file.writelines(
        (", " if count else "") + json.dumps(_finding(finding, values=values))
        for count, finding in enumerate(report.in_order())
    )
    rest = {
        "question": report.question,
        "audience": report.audience,
        "verdict": report.verdict(failing),
        "releases": report.releases,
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
