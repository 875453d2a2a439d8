"""
``rednotice clear FILE PLACE --for AUDIENCE``: clear a wording of a text for one audience.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rednotice.cli import CLEAN, FOUND
from rednotice.cli.environment import is_in_ci
from rednotice.cli.streams import complain
from rednotice.cli.usage import add_encryption, add_source_format, path_of
from rednotice.records import Audience
from rednotice.verbs.clearing import Clearing, clear_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from rednotice.names.redaction.redactor import Redaction

HELP = "clear a wording of a text for one audience"
EPILOG = (
    "The command shows the text on your terminal, suggests a wording without the persons that it"
    " knows, and asks what is cleared. The wording is kept in the case and leaves for that audience"
    " alone. If the text changes afterwards, the wording no longer leaves."
)
_ASKED = "Clear this wording? y (yes), n (no), or w to write another: "
_WRITE = "Write the wording that may leave, and end it with an empty line:"
_NAMES_SOMEBODY = "this wording names a person, or has a number that tells one; write another"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("file", type=path_of, metavar="FILE", help="the file with the case")
    parser.add_argument(
        "place", metavar="PLACE", help="the id of a record and its member, such as i1.text"
    )
    parser.add_argument(
        "--for",
        dest="audience",
        required=True,
        choices=[one.value for one in Audience if one is not Audience.INTERNAL],
        help="the only audience for which the wording is cleared",
    )
    parser.add_argument("--case", metavar="ID", help="the case, if the file has several")
    parser.add_argument("--by", metavar="INITIALS", help="who clears it")
    parser.add_argument(
        "--names",
        action="append",
        default=[],
        type=path_of,
        metavar="PATH",
        help="cases whose persons are taken out too; give those of all cases; may be given again",
    )
    parser.add_argument(
        "--yes", action="store_true", help="clear the wording that is suggested, and do not ask"
    )
    parser.add_argument(
        "-o", "--output", type=path_of, metavar="OUT", help="the file to write (default: FILE)"
    )
    add_encryption(parser)
    add_source_format(parser, "cases")


def run(chosen: argparse.Namespace) -> int:
    """Show the text, ask, and write the file."""
    from rednotice.verbs.reading import read  # needed only here

    if is_in_ci():
        chosen.command.refuse("a text is cleared by a person, and its log can be read by others")
    names = [case for path in chosen.names for case in read(path, format=chosen.source)]
    clearing = Clearing(
        place=chosen.place,
        audience=Audience(chosen.audience),
        case=chosen.case,
        by=chosen.by,
    )
    done = clear_file(
        chosen.file,
        chosen.output or chosen.file,
        clearing,
        _accept if chosen.yes else _ask,
        format=chosen.source,
        names=names,
    )
    if not done:
        complain("nothing was cleared")
        return FOUND
    print(f"Cleared for {chosen.audience}, and kept in the case.")
    return CLEAN


def _accept(text: str, redact: Callable[[str], Redaction]) -> str | None:
    """
    The suggested wording, unless an editor must look at it first.
    """
    found = redact(text)
    if found.review:
        complain("an editor must read this text first; leave --yes out")
        return None
    return found.text


def _ask(text: str, redact: Callable[[str], Redaction]) -> str | None:
    """
    Show the *text* and what is suggested, and return what the user decides.

    A wording of the user's own is looked through as the text was, and asked about again.
    """
    print(f"The text:\n{_indented(text)}\n")
    found = redact(text)
    for sentence in found.skipped:
        complain(sentence)
    _show("Suggested", text, found)
    while True:
        print(_ASKED, end="", flush=True)
        answer = sys.stdin.readline().strip().lower()
        if answer in {"", "n", "no"}:
            return None
        if answer in {"y", "yes"}:
            return found.text
        if answer in {"w", "write"}:
            own = _written()
            looked_through = redact(own)
            if looked_through.spans:
                complain(_NAMES_SOMEBODY)
            elif own:
                found = looked_through
                _show("Your wording", own, found)


def _show(heading: str, text: str, found: Redaction) -> None:
    print(f"{heading}:\n{_indented(found.text)}\n")
    for question in found.review:
        print(f"Look at `{text[question.start : question.end]}`: it may tell a person.")


def _written() -> str:
    """
    The lines that the user writes, up to an empty one.
    """
    print(_WRITE)
    return "\n".join(iter(lambda: sys.stdin.readline().strip(), ""))


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
