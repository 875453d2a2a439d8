"""
Write a report as one JSON object: the findings, then the verdict and the counts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TextIO

    from rednotice.findings import Finding, Report
    from rednotice.reports import Options


def write(report: Report, file: TextIO, options: Options) -> None:
    """
    Write *report* to *file* as one object.

    It is written finding by finding, so that the findings are not held in memory twice.
    """
    file.write('{"findings": [')
    # Escaped, non-ASCII characters survive every encoding of the output.
    file.writelines(
        (", " if count else "") + json.dumps(_finding(finding, values=options.values))
        for count, finding in enumerate(report.in_order())
    )
    rest = json.dumps(report.as_dict(options.failing))
    file.write(f"], {rest.removeprefix('{')}\n")


def _finding(finding: Finding, *, values: bool) -> dict[str, Any]:
    return finding.as_dict() | ({"value": finding.value} if values else {})
