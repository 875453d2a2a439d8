"""
Write a report as a Code Quality report of GitLab, which a merge request shows.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rednotice.findings import Severity
from rednotice.reports.parts.places import fingerprinted, line_and_column, path_from
from rednotice.reports.parts.sentences import beyond, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rednotice.findings import Report
    from rednotice.reports import Options

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(report: Report, file: TextIO, options: Options) -> None:
    """
    Write *report* to *file* as an array of issues.

    An issue must have a file and a line. A finding without one stands at the first line.

    Source:
        GitLab, Code Quality, "Code Quality report format".
    """
    issues = [*_issues(report, options.root), *_not_kept(report)]
    file.write(json.dumps(issues, indent=1) + "\n")


def _issues(report: Report, root: str) -> Iterator[dict[str, Any]]:
    for finding, fingerprint in fingerprinted(report.in_order()):
        place = line_and_column(finding)
        path = path_from(root, finding.file) if finding.file else "."
        yield {
            "description": f"{finding.rule} {sentence(finding)}",
            "check_name": f"{finding.rule} {finding.name}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": path, "lines": {"begin": place.line if place else 1}},
        }


def _not_kept(report: Report) -> Iterator[dict[str, Any]]:
    """
    An issue that counts the findings that were not kept, as nothing else in the report can.
    """
    if more := beyond(report):
        yield {
            "description": more,
            "check_name": "not-kept",
            "fingerprint": "0" * 64,
            "severity": _SEVERITIES[Severity.INFO],
            "location": {"path": ".", "lines": {"begin": 1}},
        }
