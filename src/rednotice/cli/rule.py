"""
``rednotice rule ID``: the manual page of a rule.
"""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any

from rednotice.cli import CLEAN
from rednotice.rules import manual, manuals, rule_named

if TYPE_CHECKING:
    import argparse

    from rednotice.findings import Manual

HELP = "explain a rule, or list them all"
EPILOG = "Without an id, every rule is listed in a line."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("id", nargs="?", metavar="ID", help="such as RN201, or the rule's name")
    parser.add_argument("--all", action="store_true", help="every rule, with its whole page")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form")


def run(chosen: argparse.Namespace) -> int:
    """Print one manual page, all pages, or the list of rules."""
    pages = manuals() if chosen.all or chosen.id is None else (manual(_in_full(chosen.id)),)
    if chosen.format == "json":
        whole = [_as_object(page) for page in pages]
        print(json.dumps(whole if chosen.all or chosen.id is None else whole[0]))
    elif chosen.id is None and not chosen.all:
        width = max(len(page.name) for page in pages)
        for page in pages:
            print(f"{page.id}  {page.severity.value:7}  {page.name:{width}}  {page.title}")
    else:
        print("\n\n".join(_as_text(page) for page in pages))
    return CLEAN


def _in_full(asked: str) -> str:
    """
    The name or id *asked* for; ``rn7`` and ``7`` are ``RN007``.
    """
    digits = asked.strip().upper().removeprefix("RN")
    return f"RN{digits:0>3}" if digits.isascii() and digits.isdigit() else asked


def _as_object(page: Manual) -> dict[str, Any]:
    return {
        "rule": page.id,
        "name": page.name,
        "severity": page.severity.value,
        "since": page.since,
        "title": page.title,
        "text": page.text,
    }


def _as_text(page: Manual) -> str:
    weight = page.severity.value
    rule = rule_named(page.id)  # None for a fault
    if rule is not None and rule.guards_release:
        weight = "error with --for an audience, else info"
    if rule is not None and rule.of_releases:
        weight = f"{weight}, asked of releases"
    head = f"{page.id} {page.name} ({weight}; since {page.since})"
    paragraphs = [textwrap.fill(part, 88) for part in page.text.split("\n\n")]
    return "\n\n".join([head, *paragraphs])
