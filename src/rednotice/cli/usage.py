"""
Report wrong usage of the command line without repeating what was typed.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from rednotice.cli import streams

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from _typeshed import SupportsWrite

    from rednotice.findings import Unread

_ABOUT = re.compile(r"argument ([^:]+): (.*)", re.DOTALL)
# Messages of the standard library that quote nothing; all others are replaced.
_QUOTES_NOTHING = (
    "expected ",
    "not allowed with argument ",
    "one of the arguments ",
    "the following arguments are required: ",
)


def _formatter(prog: str) -> argparse.HelpFormatter:
    """
    The formatter of the help text. It gets the width of a line, since it would import a module to
    find it.
    """
    return argparse.HelpFormatter(prog, width=_columns() - 2)


def _columns() -> int:
    with contextlib.suppress(KeyError, ValueError):
        if wide := int(os.environ["COLUMNS"]):
            return wide
    with contextlib.suppress(OSError):
        return os.get_terminal_size().columns or 80
    return 80


class Parser(argparse.ArgumentParser):
    """
    A parser whose messages name the option and the expectation but quote no value.

    *expected* holds what each argument must be, and *names* the name that users know it by. Options
    cannot be abbreviated, since a mistyped option could then mean another one.
    """

    def __init__(self, **options: Any) -> None:
        self.expected: dict[str, str] = {}
        self.names: dict[str, str] = {}
        super().__init__(**options, allow_abbrev=False, formatter_class=_formatter)

    def add_argument(self, *flags: str, **options: Any) -> argparse.Action:
        """Add an argument, and remember what it expects."""
        action = super().add_argument(*flags, **options)
        called = "/".join(action.option_strings) or str(action.metavar or action.dest)
        self.names[action.dest] = called
        if action.choices is not None:
            self.expected[called] = f"must be one of {', '.join(map(str, action.choices))}"
        elif action.nargs == 0:
            self.expected[called] = "takes no value"
        elif action.type in {path_of, input_of}:
            from rednotice.datasets.paths import NO_PATH  # pathlib is slow to import

            self.expected[called] = NO_PATH
        elif action.type is not None:
            self.expected[called] = f"must be of the form {action.metavar or action.dest}"
        return action

    def error(self, message: str) -> NoReturn:
        """
        Print the usage and the error, and exit with status 2.
        """
        about = _ABOUT.fullmatch(message)
        called, reason = about.groups() if about else ("", message)
        if not reason.startswith(_QUOTES_NOTHING):
            reason = self.expected.get(called, "must be as the usage says")
        self.refuse(f"argument {called}: {reason}" if about else reason)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is sys.stderr:
            streams.tell(message)
        else:
            sys.stdout.write(message)  # argparse would ignore errors in writing

    def refuse(self, reason: str) -> NoReturn:
        """
        Print the usage and *reason*, which must quote nothing, and exit with status 2.
        """
        super().error(reason)


def path_of(text: str) -> Path:
    """
    Convert *text* to a path.

    Raises:
        ValueError: If it is empty, for example from an empty shell variable, or no file can have
            this name.
    """
    from rednotice.datasets.paths import usable  # needed only for paths

    return usable(text)


def input_of(text: str) -> Path:
    """
    As `path_of`, with ``-`` for standard input. A file of that name is given as ``./-``.
    """
    from rednotice.datasets.paths import usable  # needed only for paths
    from rednotice.datasets.pipes import STANDARD_INPUT

    return STANDARD_INPUT if text == "-" else usable(text)


def add_kept_cases(parser: argparse.ArgumentParser) -> None:
    """
    Add the argument IN of a command that works on the kept cases.
    """
    parser.add_argument(
        "path",
        type=input_of,
        metavar="IN",
        help="the file, folder or pipe of the kept cases; - reads them from standard input",
    )


def add_source_format(parser: argparse.ArgumentParser, of: str = "files") -> None:
    """
    Add the options ``--from`` and ``--identity`` of a command that reads files or pipes; *of* says
    which, in its help.
    """
    from rednotice import formats  # needed only by commands that read cases

    parser.add_argument(
        "--from",
        dest="source",
        choices=formats.NAMES,
        help=f"format of the {of}, where the suffix does not tell; that of a pipe is recognised",
    )
    add_identity(parser)


def add_identity(parser: argparse.ArgumentParser) -> None:
    """
    Add the option ``--identity`` of a command that reads files which may be encrypted.
    """
    parser.add_argument(
        "--identity",
        dest="identities",
        action="append",
        default=[],
        type=path_of,
        metavar="FILE",
        help="file with your key of age, to read files that end in .age; may be given again",
    )


def add_encryption(parser: argparse.ArgumentParser) -> None:
    """
    Add the option ``--encrypt-to`` of a command that writes a file which may be encrypted.
    """
    parser.add_argument(
        "--encrypt-to",
        dest="recipients",
        action="append",
        default=[],
        metavar="KEY",
        help="public key of somebody who may read what is written, whose name must end in .age;"
        " may be given again",
    )


def tell_of_waiting(paths: Iterable[Path | None]) -> None:
    """
    Say that the command waits for the user, if one of *paths* is a terminal.
    """
    from rednotice.datasets.pipes import STANDARD_INPUT

    if STANDARD_INPUT in paths and sys.stdin is not None and sys.stdin.isatty():
        end = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D on a line of its own"
        streams.complain(f"waiting for cases from the terminal; end them with {end}")


def place_of(path: object, chosen: argparse.Namespace) -> str:
    """
    The position of the argument in *chosen* that is *path* or a folder around it: ``PATH 2 of 3``.
    """
    from pathlib import Path  # slow to import

    from rednotice.datasets.pipes import STANDARD_INPUT

    if path == str(STANDARD_INPUT):
        return "standard input"
    where = Path(path) if isinstance(path, str | os.PathLike) else None
    for member, called in chosen.command.names.items():
        given = getattr(chosen, member, None)
        several = given if isinstance(given, list) else [given]
        for count, one in enumerate(several, 1):
            if where is None or not isinstance(one, str | Path):
                continue
            place = called if len(several) == 1 else f"{called} {count} of {len(several)}"
            if where == Path(one):
                return place
            if Path(one) in where.parents:
                return f"a file below {place}"
    return "a file"


def argument(chosen: argparse.Namespace, member: str, unread: Unread) -> str:
    """
    The position of the argument, among the paths *chosen* has under *member*, that led to *unread*.
    """
    from rednotice.datasets.pipes import STANDARD_INPUT

    called, several = chosen.command.names[member], getattr(chosen, member)
    if several[unread.argument - 1] == STANDARD_INPUT:
        return "standard input"
    place = called if len(several) == 1 else f"{called} {unread.argument} of {len(several)}"
    return f"a file below {place}" if unread.below else place
