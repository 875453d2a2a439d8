"""
Write a report as JSON Lines: one finding a line, then a line with the verdict and the counts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from rednotice.findings import Report
    from rednotice.reports import Options


def write(report: Report, file: TextIO, options: Options) -> None:
    """
    Write the findings of *report* to *file*, each on a line.

    The last line has the member `counts`, which no finding has; without a summary it is left out.
    """
    for finding in report.in_order():
        more = {"value": finding.value} if options.values else {}
        file.write(json.dumps(finding.as_dict() | more) + "\n")
    if options.summary:
        file.write(json.dumps(report.as_dict(options.failing)) + "\n")
