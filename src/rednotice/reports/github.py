"""
Write a report as workflow commands of GitHub Actions, which annotate the lines of a change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice.findings import Severity
from rednotice.reports.parts.places import line_and_column, path_from
from rednotice.reports.parts.sentences import sentence, summary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rednotice.findings import Finding, Report
    from rednotice.reports import Options

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = str.maketrans(_DATA | {":": "%3A", ",": "%2C"})
_MESSAGE = str.maketrans(_DATA)


def write(report: Report, file: TextIO, options: Options) -> None:
    """
    Write one command for each finding of *report* to *file*, followed by a summary.

    The log of a run shows only the message of a command, so the message names the place as well.
    """
    file.writelines(f"{_command(finding, options.root)}\n" for finding in report.in_order())
    if options.summary:
        file.writelines(f"{line}\n" for line in summary(report, options.failing))


def _command(finding: Finding, root: str) -> str:
    properties = ",".join(
        f"{name}={value.translate(_PROPERTY)}" for name, value in _properties(finding, root)
    )
    place = ":".join(str(part) for part in (finding.file, finding.place) if part is not None)
    message = f"{place}{': ' if place else ''}{finding.rule} {sentence(finding)}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{message.translate(_MESSAGE)}"


def _properties(finding: Finding, root: str) -> Iterator[tuple[str, str]]:
    if finding.file:
        yield "file", path_from(root, finding.file)
        if place := line_and_column(finding):
            yield "line", str(place.line)
            yield "col", str(place.column)
    yield "title", f"{finding.rule} {finding.name}"
