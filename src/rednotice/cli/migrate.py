"""
``rednotice migrate PATH -o OUT``: documents of one version of the schema in another version.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import rednotice
from rednotice import formats, migrations, reports
from rednotice.cli import CLEAN, FAILED, FOUND
from rednotice.cli.streams import complain
from rednotice.cli.usage import add_encryption, add_identity, argument, path_of
from rednotice.findings import Severity
from rednotice.model import VERSION
from rednotice.verbs.migrating import migrate

if TYPE_CHECKING:
    import argparse

    from rednotice.verbs.migrating import Migration

HELP = "bring documents to another version of the schema"
EPILOG = (
    "Nothing else of a document changes, and the old file stays. What a version cannot hold waits"
    " in the document under extensions, and takes its place again on the way back."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", nargs=1, type=path_of, metavar="PATH", help="a file or a folder")
    parser.add_argument(
        "-o",
        "--output",
        type=path_of,
        required=True,
        metavar="OUT",
        help="the new file or, for a folder, the new folder; it must not exist",
    )
    parser.add_argument(
        "--to",
        choices=migrations.versions(),
        default=VERSION,
        help=f"the version to bring the documents to (default: {VERSION})",
    )
    parser.add_argument(
        "--from-version",
        choices=migrations.versions(),
        help="the version that the documents follow, whatever they say: those of the first edition"
        " say 1.0 and follow 0.9 (default: what each document says)",
    )
    parser.add_argument(
        "--from",
        dest="source",
        choices=formats.NAMES,
        help="format of the files, where the suffix does not tell",
    )
    add_identity(parser)
    add_encryption(parser)
    parser.add_argument(
        "--plain-red",
        action="store_true",
        help="write cases that are marked `tlp: red` also to files that are not encrypted",
    )
    parser.add_argument(
        "--all",
        dest="every",
        action="store_true",
        help="show each finding, also of many that say the same",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form")


def run(chosen: argparse.Namespace) -> int:
    """Migrate, say what could not be carried, and return the exit status."""
    made = migrate(
        chosen.paths[0],
        chosen.output,
        to=chosen.to,
        from_version=chosen.from_version,
        format=chosen.source,
        plain_red=chosen.plain_red,
    )
    if chosen.format == "json":
        print(json.dumps(_as_dict(made)))
    else:
        _print_text(made, every=chosen.every)
    for unread in made.report.unopened:
        complain(f"{argument(chosen, 'paths', unread)}: {unread.reason}")
    if made.unwritten:
        complain(f"files not written, since a document in them was refused: {made.unwritten:,}")
    if made.red:
        complain(
            f"files not written, since a case in them is marked `tlp: red`: {made.red:,}; encrypt"
            " them (--encrypt-to), or say that they may be plain (--plain-red)"
        )
    if made.commented:
        complain(f"files with comments, which the new files do not have: {made.commented:,}")
    if made.report.passed_over:
        others = len(made.report.passed_over)
        complain(f"other files in the folder, which are not copied: {others:,}")
    if made.report.unopened:
        return FAILED
    if not made.report.files:
        complain(f"no file was found; cases are {', '.join(formats.BY_SUFFIX)}")
        return FAILED
    return FOUND if made.red or made.report.fails() else CLEAN


def _as_dict(made: Migration) -> dict[str, object]:
    return {
        "version": made.version,
        "documents": made.written,
        "changed": made.changed,
        "refused": made.report.refused,
        "files": len(made.files),
        "findings": [finding.as_dict() for finding in made.report],
    }


def _print_text(made: Migration, *, every: bool) -> None:
    if made.report.findings:
        options = reports.Options(
            failing=Severity.ERROR, summary=False, every=every, version=rednotice.__version__
        )
        reports.by_name("text").write(made.report, sys.stdout, options)
    print(
        f"documents in version {made.version}: {made.written:,}, of which {made.changed:,} followed"
        f" another version; refused: {made.report.refused:,}"
    )
