"""
``rednotice check PATH…``: files and folders against the schema and the rules.
"""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from rednotice import formats, reports
from rednotice.cli import CLEAN, FAILED, FOUND
from rednotice.cli.streams import complain
from rednotice.cli.usage import argument, path_of
from rednotice.findings import Finding, Severity
from rednotice.records import Audience
from rednotice.verbs.checking import MOST, check

if TYPE_CHECKING:
    import argparse

HELP = "check files and folders against the schema and the rules"
EPILOG = (
    f"A folder stands for its {', '.join(formats.BY_SUFFIX)} files. Findings name places and never"
    " quote values. Explain one with: rednotice rule RN201"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", nargs="+", type=path_of, metavar="PATH", help="a file or a folder")
    parser.add_argument(
        "--format", choices=reports.NAMES, default="text", help="form of the report"
    )
    parser.add_argument(
        "--from",
        dest="source",
        choices=formats.NAMES,
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
        "--for",
        dest="audience",
        choices=[audience.value for audience in Audience],
        default=Audience.INTERNAL.value,
        help="ask whether the cases may go to this audience: consent, legal basis, review, marks,"
        " people in reach. A document that has a release record is asked whether it is clean for"
        " the audience that it names (default: internal)",
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
    parser.add_argument(
        "--most",
        type=int,
        default=MOST,
        metavar="NUMBER",
        help="keep this many findings and count the rest (default: 10,000)",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print findings, no summary")


def run(chosen: argparse.Namespace) -> int:
    """Check, print the report, and return the exit status."""
    failing = Severity(chosen.fail_on)
    everything = chosen.info or chosen.format == "json"
    least = Severity.INFO if everything else _lighter(failing)

    def keep(finding: Finding) -> Finding | None:
        if finding.severity.weight < least.weight:
            return None
        # Look the place up now, so that the texts of all documents need not be held.
        return finding if chosen.show_values else finding.without_document()

    report = check(
        chosen.paths,
        today=chosen.today,
        audience=chosen.audience,
        format=chosen.source,
        shared=chosen.shared,
        keep=keep,
        most=chosen.most,
        masked=not chosen.show_values,
    )
    if report.files:
        reports.by_name(chosen.format).write(
            report,
            sys.stdout,
            failing=failing,
            values=chosen.show_values,
            summary=not chosen.quiet,
        )
    for unread in report.unopened:
        where = unread.path if chosen.show_values else argument(chosen, "paths", unread)
        complain(f"{where}: {unread.reason}")
    if report.unopened:
        return FAILED
    if not report.files:
        # If there was nothing to check, the check must not pass.
        complain(f"no file was found; cases are {', '.join(formats.BY_SUFFIX)}")
        return FAILED
    return FOUND if report.fails(failing) else CLEAN


def _lighter(failing: Severity) -> Severity:
    """
    The lowest severity of findings to print: warnings, or the severity that fails the check.
    """
    return min(Severity.WARNING, failing, key=lambda severity: severity.weight)
