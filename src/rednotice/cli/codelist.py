"""
``rednotice codelist NAME``: the codes of a list, with their meaning.
"""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

import attrs

from rednotice import codelists
from rednotice.cli import CLEAN

if TYPE_CHECKING:
    import argparse

HELP = "print a codelist, or name them all"
EPILOG = "Without a name, the lists are named."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="such as notice_kinds")
    parser.add_argument("--core", action="store_true", help="only the codes that forms show first")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form")


def run(chosen: argparse.Namespace) -> int:
    """Print a list, or the names of all lists."""
    if chosen.name is None:
        lists = [codelists.codelist(name) for name in codelists.names()]
        if chosen.format == "json":
            print(json.dumps({each.name: each.title for each in lists}))
            return CLEAN
        width = max(len(each.name) for each in lists)
        for each in lists:
            print(f"{each.name:{width}}  {each.title}")
        return CLEAN
    codelist = codelists.codelist(chosen.name)
    codes = codelist.core if chosen.core else tuple(codelist)
    if chosen.format == "json":
        print(json.dumps([attrs.asdict(code) for code in codes], default=sorted))
        return CLEAN
    print(f"{codelist.title}\n{textwrap.fill(codelist.definition, 88)}\n")
    width = max(len(code.code) for code in codes) if codes else 0
    for code in codes:
        line = f"{code.code:{width}}  {code.label}. {code.definition}"
        print(textwrap.fill(line, 100, subsequent_indent=" " * (width + 2)))
    if codelist.open:
        print(
            "\nThe list is open: it also takes another vocabulary's code, as vocabulary:code. The"
            "\nlist vocabularies names them; a vocabulary of your own begins with x-."
        )
    return CLEAN
