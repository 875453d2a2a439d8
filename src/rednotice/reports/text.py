"""
Write a report as text for people: the findings file by file, and a summary.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rednotice.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rednotice.findings import Finding, Report

_SHOWN = 200  # characters of a value


def write(
    report: Report,
    file: TextIO,
    *,
    failing: Severity,
    values: bool = False,
    summary: bool = True,
) -> None:
    """
    Write the findings of *report* to *file*, followed by a summary.
    """
    name: str | None = None
    for finding in report.in_order():
        if finding.file != name:
            name = finding.file
            file.write(f"{name}\n")
        file.writelines(f"{line}\n" for line in _lines(finding, values=values))
    if summary:
        file.writelines(f"{line}\n" for line in _summary(report, failing))


def _lines(finding: Finding, *, values: bool) -> Iterator[str]:
    case = f" [{finding.case}]" if finding.case else ""
    head = f"  {finding.place or ':'} {finding.severity.value} {finding.rule}{case}"
    yield f"{head} {finding.pointer}".rstrip()
    yield f"      {finding.message}"
    if values and finding.document:
        yield f"      value: {_printable(json.dumps(finding.value, ensure_ascii=False))}"


def _printable(text: str) -> str:
    """
    The beginning of the JSON *text*, without characters that could control a terminal.
    """
    shown = (char if char.isprintable() else json.dumps(char)[1:-1] for char in text[:_SHOWN])
    return "".join(shown)


def _summary(report: Report, failing: Severity) -> Iterator[str]:
    """
    What was checked and found, and the question about leaving with its verdict.
    """
    if len(report):
        yield ""
    yield f"{_checked(report)}: {_found(report)}."
    if more := sum(report.beyond.values()):
        yield f"{_counted(more, 'more finding')} counted and not kept; see --most."
    if len(report):
        heaviest = max(report, key=lambda finding: finding.severity.weight).rule
        yield f"Each rule is explained, for example by: rednotice rule {heaviest}"
    if verdict := report.verdict(failing):
        yield f"{report.question} Verdict: {verdict}{_because(report, failing)}."


def _checked(report: Report) -> str:
    shared = " and the shared document" if report.shared else ""
    files = _counted(report.files, "file")
    checked = f"Checked {_counted(report.cases, 'case')}{shared} in {files}"
    if report.refused:
        more = " more" if report.cases else ""
        checked += f"; {report.refused:,}{more} {'was' if report.refused == 1 else 'were'} refused"
    if report.unopened:
        checked += f"; {_counted(len(report.unopened), 'path')} could not be opened"
    if report.skipped:
        checked += f" ({_counted(report.skipped, 'other file')} passed over)"
    return checked


def _found(report: Report) -> str:
    counts = report.counts
    found = ", ".join(
        _counted(counts[severity.value], _WORDS[severity])
        for severity in reversed(Severity)
        if counts[severity.value]
    )
    if not found:
        return "nothing to mend"
    if report.fails(Severity.WARNING):
        return found
    return f"nothing to mend ({found}{': see --info' if report.dropped else ''})"


def _because(report: Report, failing: Severity) -> str:
    """
    What stands against it, or what to look at all the same. The counts include warnings that were
    not kept.
    """
    if report.unopened:
        return f", {_counted(len(report.unopened), 'path')} could not be opened"
    fails = report.fails(failing)
    counted = [one for one in Severity if (one.weight >= failing.weight) == fails]
    for severity in reversed(counted):
        count = report.counts[severity.value]
        if count and severity is not Severity.INFO:
            found = _counted(count, _WORDS[severity])
            return f", {found}" if fails else f"; look at {found}"
    return ""


_WORDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "piece of information",
}


def _counted(count: int, noun: str) -> str:
    if count == 1:
        return f"1 {noun}"
    plural = noun.replace("piece ", "pieces ", 1) if noun.startswith("piece ") else f"{noun}s"
    return f"{count:,} {plural}"
