"""
``rednotice verify OUT --against IN``: whether something of the kept cases is in what was written.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rednotice.cli import CLEAN, FAILED, FOUND
from rednotice.cli.progress import progress
from rednotice.cli.streams import complain
from rednotice.cli.usage import add_source_format, input_of, path_of, tell_of_waiting
from rednotice.records import Audience
from rednotice.verbs.reading import read
from rednotice.verbs.verifying import Verification, verify

if TYPE_CHECKING:
    import argparse

HELP = "search what was written for names, numbers, ids and texts of the kept cases"
EPILOG = (
    "Everything below OUT is searched as bytes: in UTF-8 and UTF-16, escaped, percent-encoded, in"
    " base64, in hexadecimal digits, reversed, in names of files, and in zip, tar, gzip, bzip2 and"
    " xz archives. Exit status: 0 nothing found, 1 something found, 2 something could not be read,"
    " or there was nothing to search"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("output", type=path_of, metavar="OUT", help="the file or folder to search")
    parser.add_argument(
        "--against",
        required=True,
        type=input_of,
        metavar="IN",
        help="the file, folder or pipe of the kept cases; - reads them from standard input",
    )
    parser.add_argument(
        "--for",
        dest="audience",
        choices=[audience.value for audience in Audience if audience is not Audience.INTERNAL],
        help="for whom it was written, if no manifest says so; what that audience may see of names"
        " and texts is not looked for",
    )
    parser.add_argument(
        "--shared",
        type=input_of,
        metavar="FILE",
        help="the shared document of the kept cases, if it is not beside them",
    )
    add_source_format(parser, "kept cases")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form")
    parser.add_argument(
        "--show-values",
        action="store_true",
        help="also print what was found, and names of files that tell something",
    )


def run(chosen: argparse.Namespace) -> int:
    """Search, print the places, and return the exit status."""
    tell_of_waiting((chosen.against, chosen.shared))
    with progress(wanted=True) as on_read:
        cases = read(chosen.against, format=chosen.source, shared=chosen.shared)
        cases.watch(on_read)
        found = verify(
            chosen.output,
            against=cases,
            audience=chosen.audience,
            shared=chosen.shared,
            format=chosen.source,
        )
    lines = found.lines(values=chosen.show_values)
    if chosen.format == "json":
        counts = {
            "cases": found.cases,
            "files": found.files,
            "found": len(found.leaks) + found.more,
        }
        print(json.dumps({**counts, "clean": found.is_clean, "places": lines}, indent=2))
    elif not found.lacks:
        print(*lines, _summary(found), sep="\n")
    if found.lacks:
        complain(found.lacks)
        return FAILED
    return FOUND if found.leaks else FAILED if found.closed else CLEAN


def _summary(found: Verification) -> str:
    cases = f"{found.cases:,} kept case{'' if found.cases == 1 else 's'}"
    count = len(found.leaks) + found.more
    if count:
        return f"Found {count:,} value{'' if count == 1 else 's'} of {cases}; do not send it."
    if found.closed:
        return f"Nothing of {cases} was found, but something could not be read."
    return f"Nothing of {cases} was found."
