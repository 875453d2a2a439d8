"""
The sentences that sum up a report: what was checked, what was found, and the verdict.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rednotice.findings import Severity
from rednotice.names.masks import hides

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rednotice.findings import Finding, LeftOut, Report

_SHOWN = 200  # characters of a value
_HIDDEN = (
    "A name in parentheses stands for a path or an id that may contain a person's name or number."
    " To see it, run the check with --show-values on a machine of your own."
)


def summary(report: Report, failing: Severity) -> Iterator[str]:
    """
    Yield what was checked and found, how many findings were not kept, what settings did, how to
    see what is hidden, and the verdict.
    """
    yield f"{_checked(report)}: {_found(report)}."
    if more := beyond(report):
        yield more
    if report.left_out:
        yield from _settings(report, report.left_out)
    if any(hides(finding.file) or hides(finding.case) for finding in report):
        yield _HIDDEN
    if line := verdict(report, failing):
        yield line


def beyond(report: Report) -> str | None:
    """
    How many findings were counted but not kept; None if all were kept.
    """
    more = sum(report.beyond.values())
    return f"{counted(more, 'more finding')} counted and not kept; see --most." if more else None


def verdict(report: Report, failing: Severity) -> str | None:
    """
    The question about leaving with its verdict; None if there is no question.
    """
    said = report.verdict(failing)
    return said and f"{report.question} Verdict: {said}{_because(report, failing)}."


def sentence(finding: Finding) -> str:
    """
    The message with the case and the place in it, for formats that show them nowhere else.
    """
    case = finding.case and f"[{finding.case}]"
    where = " ".join(part for part in (case, finding.pointer) if part)
    return f"{where}{': ' if where else ''}{finding.message}"


def printable(text: str) -> str:
    """
    The beginning of *text*, without characters that could control a terminal.
    """
    shown = (char if char.isprintable() else json.dumps(char)[1:-1] for char in text[:_SHOWN])
    return "".join(shown)


def counted(count: int, noun: str) -> str:
    """
    The *count* with its *noun* in the singular or the plural.
    """
    if count == 1:
        return f"1 {noun}"
    plural = noun.replace("piece ", "pieces ", 1) if noun.startswith("piece ") else f"{noun}s"
    return f"{count:,} {plural}"


def _checked(report: Report) -> str:
    shared = " and the shared document" if report.shared else ""
    files = counted(report.files, "file")
    checked = f"Checked {counted(report.cases, 'case')}{shared} in {files}"
    if report.refused:
        more = " more" if report.cases else ""
        checked += f"; {report.refused:,}{more} {'was' if report.refused == 1 else 'were'} refused"
    if report.unopened:
        checked += f"; {counted(len(report.unopened), 'path')} could not be opened"
    if report.changed is not None:
        checked += f"; findings of {counted(report.changed, 'changed file')} only"
    if report.skipped:
        checked += f" ({counted(report.skipped, 'other file')} passed over)"
    return checked


def _found(report: Report) -> str:
    counts = report.counts
    found = ", ".join(
        counted(counts[severity.value], _WORDS[severity])
        for severity in reversed(Severity)
        if counts[severity.value]
    )
    if not found:
        return "nothing to mend"
    if report.fails(Severity.WARNING):
        return found
    return f"nothing to mend ({found}{': see --info' if report.dropped else ''})"


def _settings(report: Report, left: LeftOut) -> Iterator[str]:
    """
    What the settings left out, lowered or did not list, if they did.
    """
    done = {
        "ignored": left.ignored,
        "suppressed": left.suppressed,
        "in the baseline": left.baselined,
    }
    several = [f"{_by_severity(counts)} {what}" for what, counts in done.items() if counts]
    if several:
        yield f"Left out by {left.settings}: {'; '.join(several)}."
    if report.has_too_many_warnings:
        yield f"Too many warnings: {left.settings} allows {left.warnings:,}."
    if left.lowered:
        yield f"Lowered by {left.settings}: {_by_severity(left.lowered)}."
    if left.unlisted:
        yield (
            f"Not listed because of {left.settings}: {_by_severity(left.unlisted)}. Each counts all"
            " the same, since settings change no verdict."
        )


def _by_severity(counts: Mapping[Severity, int]) -> str:
    return ", ".join(
        counted(counts[one], _WORDS[one]) for one in reversed(Severity) if counts.get(one)
    )


def _because(report: Report, failing: Severity) -> str:
    """
    What stands against it, or what to look at all the same. The counts include warnings that were
    not kept.
    """
    if report.unopened:
        return f", {counted(len(report.unopened), 'path')} could not be opened"
    fails = report.fails(failing)
    weighed = [one for one in Severity if (one.weight >= failing.weight) == fails]
    for severity in reversed(weighed):
        count = report.counts[severity.value]
        if count and severity is not Severity.INFO:
            found = counted(count, _WORDS[severity])
            return f", {found}" if fails else f"; look at {found}"
    return ""


_WORDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "piece of information",
}
