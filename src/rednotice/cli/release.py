"""
``rednotice release IN -o OUT --policy P --key-file K``: what would leave, and with --yes, leaves.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

from rednotice.cli import CLEAN, FOUND
from rednotice.cli.progress import progress
from rednotice.cli.usage import (
    add_kept_cases,
    add_source_format,
    input_of,
    path_of,
    tell_of_waiting,
)
from rednotice.releases.keys import read_key
from rednotice.verbs.reading import read
from rednotice.verbs.releasing import EDITION, release

if TYPE_CHECKING:
    import argparse

_TIMES = 2  # that a release reads its cases
_EDITION = re.compile("[a-z0-9][a-z0-9._-]{0,63}")
HELP = "release cases under a policy, or only say what would leave"
EPILOG = (
    "Without --yes nothing is written: the command says what would leave, what not, and why. A case"
    " that may not go is left out. If a threshold or the search of the written files fails, or"
    " somebody withdrew their consent, nothing leaves. Exit status: 0 all cases leave, 1 some or"
    " none, 2 the command could not work"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_kept_cases(parser)
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        type=path_of,
        metavar="OUT",
        help="the folder to make; nothing is ever overwritten",
    )
    parser.add_argument(
        "--policy",
        required=True,
        metavar="POLICY",
        help="the policy: counsel, ccf-commission, ccf-bureau, partner, research, public, or a"
        " file",
    )
    parser.add_argument(
        "--key-file",
        required=True,
        type=path_of,
        metavar="FILE",
        help="the key, from: rednotice key new",
    )
    parser.add_argument(
        "--to", default="", metavar="LABEL", help="the recipient, by whom a recall finds them"
    )
    parser.add_argument(
        "--log", type=path_of, metavar="FILE", help="the log of releases, made if it is not there"
    )
    parser.add_argument(
        "--yes", action="store_true", help="release, and not only say what would leave"
    )
    parser.add_argument(
        "--edition",
        metavar="NAME",
        help="the edition, such as 2026-11 or spring-2 (default: the month)",
    )
    parser.add_argument(
        "--as",
        dest="written",
        choices=("jsonl", "yaml"),
        default="jsonl",
        help="one file for all cases, or one file in YAML for each (default: jsonl)",
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
        help="the day of the release (default: what the clock says)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Release, or say what would leave, and return the exit status."""
    if chosen.yes and not (chosen.to.strip() and chosen.log):
        chosen.command.refuse("with --yes, --to and --log are required: what left can be recalled")
    if chosen.edition is not None and not _EDITION.fullmatch(chosen.edition):
        chosen.command.refuse(f"argument --edition: {EDITION}")
    tell_of_waiting((chosen.path, chosen.shared))
    key = read_key(chosen.key_file)
    with progress(wanted=True) as on_read:
        cases = read(chosen.path, format=chosen.source)
        cases.watch(on_read and (lambda count, size: on_read(count, size and _TIMES * size)))
        report = release(
            cases,
            chosen.output,
            policy=chosen.policy,
            key=key,
            to=chosen.to,
            log=chosen.log,
            edition=chosen.edition or "",
            yes=chosen.yes,
            today=chosen.today,
            shared=chosen.shared,
            format=chosen.source,
            yaml=chosen.written == "yaml",
        )
    if chosen.format == "json":
        print(json.dumps(report.as_dict(), indent=2))
    else:
        print(*report.lines(), sep="\n")
    return CLEAN if report.is_whole else FOUND
