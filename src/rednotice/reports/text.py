"""
Write a report as text for people: the findings file by file, and a summary.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rednotice.findings import Severity
from rednotice.reports.parts.groups import groups
from rednotice.reports.parts.places import line_and_column
from rednotice.reports.parts.sentences import beyond, counted, printable, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from rednotice.findings import Finding, Report
    from rednotice.reports import Options
    from rednotice.reports.parts.groups import Group

# Escape sequences of a terminal (ECMA-48, select graphic rendition).
_BOLD, _FAINT = "1", "2"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_BEFORE, _AFTER = 60, 120  # characters of a line that are shown before and after the place


def write(report: Report, file: TextIO, options: Options) -> None:
    """
    Write the findings of *report* to *file*, followed by a summary.

    Of many findings that say the same, only the first are shown, unless each is wanted.
    """
    found = groups(report.in_order(), every=options.every)
    file.writelines(f"{line}\n" for line in _findings(report, found, options))
    file.writelines(f"{line}\n" for line in _rest(found, options))
    if options.summary:
        file.writelines(f"{line}\n" for line in _summary(report, options))


def _findings(report: Report, found: Iterable[Group], options: Options) -> Iterator[str]:
    shown = {id(finding) for group in found for finding in group.shown}
    name: str | None = None
    for finding in report.in_order():
        if id(finding) not in shown:
            continue
        if finding.file != name:
            name = finding.file
            yield _painted(str(name), _BOLD, options)
        yield from _lines(finding, options)


def _lines(finding: Finding, options: Options) -> Iterator[str]:
    severity = _painted(finding.severity.value, _COLOURS[finding.severity], options)
    place = _painted(str(finding.place or ":"), _FAINT, options)
    case = f" [{finding.case}]" if finding.case else ""
    yield f"  {place} {severity} {finding.rule}{case} {finding.pointer}".rstrip()
    yield f"      {finding.message}"
    if options.values and finding.document:
        yield from _excerpt(finding)
        if finding.path or finding.key:  # the whole document would tell nothing of the place
            value = json.dumps(finding.value, ensure_ascii=False)
            key = json.dumps(finding.key, ensure_ascii=False)
            of = f" of {key}" if finding.key else ""
            yield f"      {printable(f'value{of}: {value}')}"


def _excerpt(finding: Finding) -> Iterator[str]:
    """
    The part of the line around the place, and a mark below the place.
    """
    place, line = line_and_column(finding), finding.line
    if place is None or line is None:
        return
    start = max(0, place.column - 1 - _BEFORE)
    before = printable(line[start : place.column - 1])
    gutter = f"      {place.line} | "
    yield f"{gutter}{before}{printable(line[place.column - 1 :][:_AFTER])}".rstrip()
    yield f"{' ' * (len(gutter) - 2)}| {' ' * len(before)}^"


def _rest(found: Iterable[Group], options: Options) -> Iterator[str]:
    """
    One line for each group of which not every finding was shown.
    """
    left = [group for group in found if group.rest]
    if left:
        yield ""
        yield "More of the same, each shown by --all:"
    for group in left:
        first = group.first
        severity = _painted(first.severity.value, _COLOURS[first.severity], options)
        where = counted(group.files_of_rest, "file")
        yield f"  {severity} {first.rule} {len(group.rest):,} more in {where}: {first.message}"


def _summary(report: Report, options: Options) -> Iterator[str]:
    """
    What was checked and found, where a rule is explained, and the verdict.
    """
    if len(report):
        yield ""
    said = list(summary(report, options.failing))
    if len(report):
        heaviest = max(report, key=lambda finding: finding.severity.weight).rule
        place = 2 if beyond(report) else 1
        said.insert(place, f"Each rule is explained, for example by: rednotice rule {heaviest}")
    yield from said


def _painted(text: str, how: str, options: Options) -> str:
    return f"\x1b[{how}m{text}\x1b[0m" if options.colour else text
