"""
``rednotice tables IN -o FOLDER``: counts that may be published, without small figures.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

from rednotice.cli import CLEAN, FOUND
from rednotice.cli.streams import complain
from rednotice.cli.usage import (
    add_kept_cases,
    add_source_format,
    input_of,
    path_of,
    tell_of_waiting,
)
from rednotice.releases.keys import read_key
from rednotice.tables.words import shown
from rednotice.verbs.tabulating import tabulate

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from rednotice.tables.making import Tabulation

HELP = "write tables of counts that may be published"
EPILOG = (
    "The table [tables] of the policy says what may be counted. Small figures are hidden, and"
    " others with them, so that nobody can reckon a small one. The extra rednotice[tables] is"
    " needed. Exit status: 0 tables of all cases, 1 some cases are not counted, or nothing was"
    " written, 2 the command could not work"
)
_EDITION = re.compile("[a-z0-9][a-z0-9._-]{0,63}")
_NO_LOG = (
    "no log of releases was named, so that readers of an earlier release may reckon more; name it"
    " with --log and --key-file before you publish"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_kept_cases(parser)
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        type=path_of,
        metavar="FOLDER",
        help="the folder to make; nothing is ever overwritten",
    )
    parser.add_argument(
        "--policy",
        default="public",
        metavar="POLICY",
        help="the policy: public, partner, research, or a file (default: public)",
    )
    parser.add_argument(
        "--log",
        type=path_of,
        metavar="FILE",
        help="the log of releases, made if it is not there: the tables are compared with what has"
        " left, and entered in it",
    )
    parser.add_argument(
        "--key-file", type=path_of, metavar="FILE", help="the key of the releases, for --log"
    )
    parser.add_argument(
        "--to", default="", metavar="LABEL", help="the recipient (default: the audience)"
    )
    parser.add_argument(
        "--edition",
        metavar="NAME",
        help="the edition, such as 2026-11 or spring-2 (default: the month)",
    )
    parser.add_argument(
        "--shared",
        type=input_of,
        metavar="FILE",
        help="the shared document of the cases, if it is not beside them",
    )
    add_source_format(parser, "cases")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form")
    parser.add_argument(
        "--today",
        type=dt.date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day of the tables (default: what the clock says)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the tables, and return the exit status."""
    if chosen.log and not chosen.key_file:
        chosen.command.refuse("with --log, --key-file is required: the log is read with the key")
    if chosen.edition is not None and not _EDITION.fullmatch(chosen.edition):
        chosen.command.refuse("argument --edition: must be of the form 2026-11 or spring-2")
    tell_of_waiting((chosen.path, chosen.shared))
    made = tabulate(
        chosen.path,
        chosen.output,
        policy=chosen.policy,
        key=read_key(chosen.key_file) if chosen.log else None,
        log=chosen.log,
        to=chosen.to,
        edition=chosen.edition or "",
        today=chosen.today,
        shared=chosen.shared,
        format=chosen.source,
    )
    if chosen.format == "json":
        print(json.dumps(made.as_dict(), indent=2, ensure_ascii=False))
    else:
        print(*_lines(made), sep="\n")
    if not made.refused and not chosen.log:
        complain(_NO_LOG)
    return FOUND if made.refused or made.left_out else CLEAN


def _lines(made: Tabulation) -> Iterator[str]:
    head = f"policy {made.policy}, for {made.audience}, edition {made.edition}"
    if made.refused:
        yield f"No tables: {head}. {made.refused}."
    else:
        yield f"Tables: {head}. Cases counted: {shown(made.cases)}."
        yield from (f"  {one.title}: {one.hidden:,} hidden" for one in made.tables)
    if made.left_out:
        yield ""
        yield "Not counted, by the reason (a case can have several):"
        yield from (f"  {count:,}: {reason}" for reason, count in made.left_out)
