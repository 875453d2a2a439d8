"""
``rednotice check PATH…``: files and folders against the schema and the rules.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from rednotice.cli import CLEAN, FAILED, FOUND
from rednotice.cli.streams import complain
from rednotice.cli.usage import argument, path_of
from rednotice.findings import Finding, Report, Severity
from rednotice.formats import BY_SUFFIX
from rednotice.records import Audience
from rednotice.verbs.checking import check

if TYPE_CHECKING:
    import argparse

HELP = "check files and folders against the schema and the rules"
EPILOG = (
    f"A folder stands for its {', '.join(BY_SUFFIX)} files. Findings name places and never quote"
    " values. Explain one with: rednotice rule RN201"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", nargs="+", type=path_of, metavar="PATH", help="a file or a folder")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="form of the report"
    )
    parser.add_argument(
        "--from",
        dest="source",
        choices=sorted(set(BY_SUFFIX.values())),
        help="format of the files, where the suffix does not tell",
    )
    parser.add_argument(
        "--shared",
        type=path_of,
        metavar="FILE",
        help="the shared document of the data set, or a file in which it stands in front",
    )
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
        help="for whom the data are meant: the summary says whether they may go there, and RN917"
        " what must be treated before (default: internal)",
    )
    parser.add_argument(
        "--today",
        type=dt.date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day to check for (default: what the clock says)",
    )
    parser.add_argument(
        "--show-values",
        action="store_true",
        help="also print the value at each place, and ids and paths that contain a name",
    )
    parser.add_argument(
        "--info",
        action="store_true",
        help="also print information, which is otherwise only counted",
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
        masked=not chosen.show_values,
    )
    if report.files:
        _print(report, chosen)
    if report.unopened:
        for each in report.unopened:
            where = each.path if chosen.show_values else argument(chosen, "paths", each)
            complain(f"{where}: {each.reason}")
        return FAILED
    if not report.files:
        # A check that found nothing to look at has not found that all is well.
        complain(f"no file was found; cases are {', '.join(BY_SUFFIX)}")
        return FAILED
    return FOUND if report.fails(failing) else CLEAN


def _print(report: Report, chosen: argparse.Namespace) -> None:
    if chosen.format == "json":
        _print_json(report, values=chosen.show_values)
    else:
        _print_text(report, values=chosen.show_values)
        if not chosen.quiet:
            print(_summary(report, Audience(chosen.audience)))


_SHOWN = 200  # characters of a value


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
        "shared": report.shared,
        "files": report.files,
        "skipped": report.skipped,
        "unopened": [each._asdict() for each in report.unopened],
    }
    print("], ", json.dumps(rest).removeprefix("{"), sep="")


def _print_text(report: Report, *, values: bool) -> None:
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
            print(f"      value: {_printable(json.dumps(_value(finding), ensure_ascii=False))}")


def _printable(text: str) -> str:
    """
    The beginning of the JSON *text*, without what could move a terminal's cursor.
    """
    shown = (char if char.isprintable() else json.dumps(char)[1:-1] for char in text[:_SHOWN])
    return "".join(shown)


def _value(finding: Finding) -> Any:
    return finding.document.at(finding.path) if finding.document else None


def _summary(report: Report, audience: Audience) -> str:
    beside = " and the shared document" if report.shared else ""
    files = _counted(report.files, "file")
    checked = f"Checked {_counted(report.cases, 'case')}{beside} in {files}"
    if report.refused:
        more = " more" if report.cases else ""
        checked += f"; {report.refused:,}{more} {'was' if report.refused == 1 else 'were'} refused"
    if report.unopened:
        checked += f"; {_counted(len(report.unopened), 'path')} could not be opened"
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
        lines.insert(0, "")
        lines.append(f"Each rule is explained, for example by: rednotice rule {_first(report)}")
    if audience is not Audience.INTERNAL and (report.cases or report.shared or report.fails()):
        lines.append(f"May go to {_NAMES[audience]}: {_may_go(report)}.")
    return "\n".join(lines)


def _may_go(report: Report) -> str:
    """
    Whether the data may go to the audience; warnings are in the report, whatever was to be kept.
    """
    errors, warnings, _ = report.counts.values()
    if report.unopened:
        return f"no, {_counted(len(report.unopened), 'path')} could not be opened"
    if errors:
        return f"no, {_counted(errors, 'error')}"
    if any(finding.rule == _TREATED for finding in report):
        return f"only when what {_TREATED} names was treated"
    if warnings:
        return f"no error stands against it; look at {_counted(warnings, 'warning')}"
    return "nothing stands against it"


def _first(report: Report) -> str:
    return max(report, key=lambda finding: finding.severity.weight).rule


_TREATED = "RN917"
_NAMES = {
    Audience.COUNSEL: "counsel",
    Audience.CCF: "the CCF",
    Audience.PARTNER: "a partner",
    Audience.PUBLIC: "the public",
}
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
