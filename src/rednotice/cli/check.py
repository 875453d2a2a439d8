"""
``rednotice check PATH…``: files and folders against the schema and the rules.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING, Any

from rednotice.cli import CLEAN, FAILED, FOUND
from rednotice.findings import Finding, Report, Severity
from rednotice.formats import BY_SUFFIX
from rednotice.records import Audience
from rednotice.verbs.checking import check

if TYPE_CHECKING:
    import argparse

HELP = "check files and folders against the schema and the rules"
EPILOG = (
    "A folder stands for its .json, .jsonl, .yaml and .yml files. Findings name places and never"
    " quote values. Explain one with: rednotice rule RN201"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file or a folder")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="form of the report"
    )
    parser.add_argument(
        "--from",
        dest="source",
        choices=sorted(set(BY_SUFFIX.values())),
        help="format of the files, where the suffix does not tell",
    )
    parser.add_argument("--shared", metavar="FILE", help="the shared document of the data set")
    parser.add_argument(
        "--fail-on",
        choices=[severity.value for severity in reversed(Severity)],
        default=Severity.ERROR.value,
        help="exit with 1 from this severity on (default: error)",
    )
    parser.add_argument(
        "--audience",
        choices=[audience.value for audience in Audience],
        default=Audience.INTERNAL.value,
        help="for whom the data are meant; fields are not asked one by one (default: internal)",
    )
    parser.add_argument(
        "--today",
        type=dt.date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day to check for (default: what the clock says)",
    )
    parser.add_argument(
        "--show-values", action="store_true", help="also print the value at each place"
    )
    parser.add_argument(
        "--info", action="store_true", help="also print information, which is only counted else"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print findings, no summary")


def run(chosen: argparse.Namespace) -> int:
    """Check, print, and say by the status whether something was found."""
    failing = Severity(chosen.fail_on)
    everything = chosen.info or chosen.format == "json"
    least = Severity.INFO if everything else _lighter(failing)

    def keep(finding: Finding) -> Finding | None:
        if finding.severity.weight < least.weight:
            return None
        # What is printed has its place; the texts of all documents need not be held for it.
        return finding if chosen.show_values else finding.without_document()

    report = check(
        chosen.paths,
        today=chosen.today,
        audience=chosen.audience,
        format=chosen.source,
        shared=chosen.shared,
        keep=keep,
    )
    if not report.cases and not report.refused and not report.shared:
        # A check that found nothing to look at has not found that all is well.
        print("rednotice: no case was found in what was given", file=sys.stderr)
        return FAILED
    if chosen.format == "json":
        _print_json(report, values=chosen.show_values)
    else:
        _print_text(report, values=chosen.show_values, quiet=chosen.quiet)
    return FOUND if report.fails(failing) else CLEAN


def _lighter(failing: Severity) -> Severity:
    """
    From which severity on findings are printed: warnings, or whatever fails.
    """
    return min(Severity.WARNING, failing, key=lambda severity: severity.weight)


def _print_json(report: Report, *, values: bool) -> None:
    """
    One object, written part by part: together, its findings would be held twice.
    """
    print('{"findings": [', end="")
    for count, finding in enumerate(report.in_order()):
        value = {"value": _value(finding)} if values else {}
        # By their numbers, other characters than ASCII reach every kind of output whole.
        print(", " if count else "", json.dumps({**finding.as_dict(), **value}), sep="", end="")
    rest = {
        "counts": report.counts,
        "cases": report.cases,
        "refused": report.refused,
        "files": report.files,
        "skipped": report.skipped,
    }
    print("], ", json.dumps(rest).removeprefix("{"), sep="")


def _print_text(report: Report, *, values: bool, quiet: bool) -> None:
    file: str | None = None
    for finding in report.in_order():
        if finding.file != file:
            file = finding.file
            print(file)
        line, column = finding.place or ("", "")
        case = f" [{finding.case}]" if finding.case else ""
        head = f"  {line}:{column} {finding.severity.value} {finding.rule}{case} {finding.pointer}"
        print(head.rstrip())
        print(f"      {finding.message}")
        if values:
            print(f"      value: {json.dumps(_value(finding), ensure_ascii=False)[:200]}")
    if quiet:
        return
    if len(report):
        print()
    print(_summary(report))


def _value(finding: Finding) -> Any:
    return finding.document.at(finding.path) if finding.document else None


def _summary(report: Report) -> str:
    beside = " and the shared document" if report.shared else ""
    files = _counted(report.files, "file")
    checked = f"Checked {_counted(report.cases, 'case')}{beside} in {files}"
    if report.refused:
        checked += f"; {report.refused:,} more {'was' if report.refused == 1 else 'were'} refused"
    passed = f" ({_counted(report.skipped, 'other file')} passed over)" if report.skipped else ""
    counts = report.counts
    found = ", ".join(
        _counted(counts[severity.value], _WORDS[severity])
        for severity in reversed(Severity)
        if counts[severity.value]
    )
    if not found:
        found = "nothing to mend"
    elif not report.fails(Severity.WARNING):
        hint = ": see --info" if report.dropped else ""
        found = f"nothing to mend ({found}{hint})"
    lines = [f"{checked}{passed}: {found}."]
    if len(report):
        lines.append(f"Each rule is explained, for example by: rednotice rule {_first(report)}")
    return "\n".join(lines)


def _first(report: Report) -> str:
    return max(report, key=lambda finding: finding.severity.weight).rule


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
