"""
``rednotice schema``: the published JSON Schema, or the part of it for one record.
"""

from __future__ import annotations

import json
import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from rednotice import gate
from rednotice.cli import CLEAN, differences, members
from rednotice.cli.streams import complain
from rednotice.cli.usage import path_of
from rednotice.model import VERSION
from rednotice.settings.file_schema import NAME as SETTINGS
from rednotice.settings.file_schema import settings_schema
from rednotice.verbs.publishing import publish_schema

if TYPE_CHECKING:
    import argparse

HELP = "print the members of a record, or the JSON Schema (2020-12) of a case"
EPILOG = (
    "Without a name, an overview is printed on a terminal, and the schema into a pipe or a file."
    " The same files stand under schemas/ and are served below the schema's own $id."
    " Compare two versions with: rednotice schema diff VERSION VERSION. The exit status is then 1"
    " if the second has not the number that follows from the changes."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "name",
        nargs="?",
        metavar="NAME",
        help="a record or type, such as Notice, or a member of the case, such as notices; shared is"
        " the shared document, policy the file of a policy, and settings rednotice.toml, as JSON",
    )
    parser.add_argument(
        "versions",
        nargs="*",
        metavar="VERSION",
        help="after the name diff: the old and the new version, each a number, a file or a folder",
    )
    parser.add_argument(
        "--corpus",
        dest="paths",
        nargs="+",
        type=path_of,
        default=(),
        metavar="PATH",
        help="for diff: documents of the old version, which are tried in the new one",
    )
    parser.add_argument("--all", dest="every", action="store_true", help="for diff: every place")
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        help="form (default: text for NAME and on a terminal, else json)",
    )
    parser.add_argument(
        "--json", action="store_const", const="json", dest="format", help="like --format json"
    )
    parser.add_argument("--list", action="store_true", help="name all records and types")
    parser.add_argument(
        "--snapshot",
        type=path_of,
        metavar="FOLDER",
        help=f"write schemas and codelists below FOLDER/{VERSION} instead; files of the same names"
        " are replaced, others left",
    )


def run(chosen: argparse.Namespace) -> int:
    """Print the schema or a part of it, or write all published files."""
    if chosen.name == differences.NAME:
        return differences.compare(chosen)
    if chosen.versions:
        chosen.command.refuse(
            "argument VERSION: is for diff only: rednotice schema diff VERSION VERSION"
        )
    if chosen.snapshot is not None:
        left = publish_schema(chosen.snapshot)
        if left:
            complain(f"other files beside the snapshot, left there: {len(left):,}")
    elif chosen.list:
        _print_names(as_json=chosen.format == "json")
    elif chosen.name is None and _is_for_people(chosen.format):
        print(members.overview(get_terminal_size((100, 24)).columns))
    elif chosen.name is None:
        print(json.dumps(gate.schema(), indent=2))
    elif chosen.name == gate.POLICY:
        print(json.dumps(gate.schema(gate.POLICY), indent=2))
    elif chosen.name == SETTINGS:
        print(json.dumps(settings_schema(), indent=2))
    else:
        name = members.name_of(chosen.name)
        as_json = chosen.format == "json"
        print(json.dumps(members.part(name), indent=2) if as_json else members.table(name))
    return CLEAN


def _is_for_people(form: str | None) -> bool:
    return form == "text" or (form is None and sys.stdout.isatty())


def _print_names(*, as_json: bool) -> None:
    named = members.names()
    if as_json:
        print(json.dumps(named))
        return
    width = max(map(len, named))
    for name, title in named.items():
        print(f"{name:{width}}  {title}")
