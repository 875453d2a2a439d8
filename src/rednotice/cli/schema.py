"""
``rednotice schema``: the JSON Schema of the format, as partners hold it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rednotice.cli import CLEAN
from rednotice.errors import UnknownName
from rednotice.gate import NAMES, published
from rednotice.verbs.publishing import publish_schema

if TYPE_CHECKING:
    import argparse

HELP = "print the JSON Schema (2020-12) of a case or of a shared document"
EPILOG = "The same files stand under schemas/ and are served below the schema's own $id."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "name",
        nargs="?",
        default="case",
        help=f"{' or '.join(NAMES)}, or one record or type of them, such as Notice (default: case)",
    )
    parser.add_argument(
        "--snapshot", type=Path, metavar="FOLDER", help="write schemas and codelists there instead"
    )


def run(chosen: argparse.Namespace) -> int:
    """Print the schema, or write all that is published with it."""
    if chosen.snapshot is not None:
        publish_schema(chosen.snapshot)
        return CLEAN
    print(json.dumps(_named(chosen.name), indent=2))
    return CLEAN


def _named(name: str) -> dict[str, Any]:
    if name in NAMES:
        return published(name)
    for schema in map(published, NAMES):
        for known, part in schema["$defs"].items():
            if known.lower() == name.lower():
                return {known: part}
    raise UnknownName(f"a schema must be {' or '.join(NAMES)}, or a name under its $defs")
