"""
Print what changed between two versions of the schema.
"""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from rednotice.cli import CLEAN, FOUND
from rednotice.verbs.diffing import schema_difference

if TYPE_CHECKING:
    import argparse

    from rednotice.migrations.comparing import SchemaChange
    from rednotice.verbs.diffing import SchemaDifference

NAME = "diff"
_TWO = 2
_SHOWN = 3  # places that are named of many with the same change
_WIDTH = 100
_SURE = {True: "yes, proved", False: "no, proved", None: "not decided by a proof"}


def compare(chosen: argparse.Namespace) -> int:
    """Compare the two versions, print the changes, and return the exit status."""
    if len(chosen.versions) != _TWO:
        chosen.command.refuse(
            "argument VERSION: two are compared: rednotice schema diff VERSION VERSION"
        )
    old, new = chosen.versions
    found = schema_difference(old, new, corpus=chosen.paths)
    if chosen.format == "json":
        print(json.dumps(found.as_dict()))
    else:
        _print_text(found, every=chosen.every)
    return CLEAN if found.fits else FOUND


def _print_text(found: SchemaDifference, *, every: bool) -> None:
    alike: dict[tuple[str, str, str], list[SchemaChange]] = {}
    for change in found.changes:
        key = (change.verdict.value, change.sentence, change.basis.value)
        alike.setdefault(key, []).append(change)
    for (verdict, sentence, basis), changes in alike.items():
        places = [change.place for change in changes]
        how = f" ({basis})" if basis != "seen" else ""
        text = f"{verdict}{how}: {_listed(places, every=every)}: {sentence}"
        print(textwrap.fill(text, _WIDTH, subsequent_indent="    ", break_on_hyphens=False))
    if found.changes:
        print()
    for name, sure in found.proved.items():
        what = "shared document" if name == "shared" else name
        print(f"Every {what} of {found.old} is one of {found.new}: {_SURE[sure]}.")
    if found.replayed:
        tried = f"Documents of {found.old} that were tried in {found.new}: {found.replayed:,}"
        print(f"{tried}; refused: {found.refused:,}.")
    print(_conclusion(found))


def _listed(places: list[str], *, every: bool) -> str:
    if every or len(places) <= _SHOWN + 1:
        return ", ".join(places)
    return f"{', '.join(places[:_SHOWN])} and {len(places) - _SHOWN} more"


def _conclusion(found: SchemaDifference) -> str:
    if found.verdict is None:
        follows = f"Nothing changed, so that the number stays {found.number}"
    else:
        follows = f"The worst change is {found.verdict.value}, so that {found.number} follows"
    given = "as it is" if found.fits else f"and not {found.new}"
    return f"{follows}, {given}."
