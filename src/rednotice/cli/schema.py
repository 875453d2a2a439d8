"""
``rednotice schema``: the JSON Schema of the format, as partners hold it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from rednotice.cli import CLEAN
from rednotice.gate import NAMES, published
from rednotice.verbs.publishing import publish_schema

if TYPE_CHECKING:
    import argparse

HELP = "print the JSON Schema (2020-12) of a case or of a shared document"
EPILOG = "The same files stand under schemas/ and are served below the schema's own $id."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("name", nargs="?", choices=NAMES, default="case", help="default: case")
    parser.add_argument(
        "--snapshot", type=Path, metavar="FOLDER", help="write schemas and codelists there instead"
    )


def run(chosen: argparse.Namespace) -> int:
    """Print the schema, or write all that is published with it."""
    if chosen.snapshot is not None:
        publish_schema(chosen.snapshot)
        return CLEAN
    print(json.dumps(published(chosen.name), ensure_ascii=False, indent=2))
    return CLEAN
