"""
``rednotice recall IN --log FILE --key-file K -o FOLDER``: notices to those who hold what must go.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from rednotice.cli import CLEAN
from rednotice.cli.usage import add_kept_cases, add_source_format, path_of, tell_of_waiting
from rednotice.releases.keys import read_key
from rednotice.verbs.recalling import recall

if TYPE_CHECKING:
    import argparse

HELP = "write notices to all who hold records of a person who withdrew their consent"
EPILOG = (
    "A notice names the ids of one edition. It says to stop using and sharing the records and to"
    " keep them sealed; with --confirmed-free, to erase them. Nothing of yours is erased"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_kept_cases(parser)
    parser.add_argument(
        "--log", required=True, type=path_of, metavar="FILE", help="the log of releases"
    )
    parser.add_argument(
        "--key-file", required=True, type=path_of, metavar="FILE", help="the key of the releases"
    )
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        type=path_of,
        metavar="FOLDER",
        help="the folder to make for the notices",
    )
    parser.add_argument(
        "--confirmed-free",
        default="",
        metavar="INITIALS",
        help="who confirmed, away from any pressure, that the withdrawal was the person's own wish",
    )
    add_source_format(parser, "cases")
    parser.add_argument(
        "--today",
        type=dt.date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day of the notices (default: what the clock says)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the notices."""
    tell_of_waiting((chosen.path,))
    written = recall(
        chosen.path,
        chosen.output,
        log=chosen.log,
        key=read_key(chosen.key_file),
        confirmed_free=chosen.confirmed_free,
        today=chosen.today,
        format=chosen.source,
    )
    count = len(written) // 2
    print(f"{count or 'No'} notice{'' if count == 1 else 's'} to send.")
    return CLEAN
