"""
The command ``rednotice``: one file a command, each with its arguments, one call, an exit status.
"""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from rednotice.cli.usage import Parser, place_of
from rednotice.errors import RednoticeError, UnknownFormat
from rednotice.formats import UNKNOWN_SUFFIX
from rednotice.records.docstrings import docstring

if TYPE_CHECKING:
    from collections.abc import Sequence

CLEAN, FOUND, FAILED = 0, 1, 2
COMMANDS = ("check", "rule", "codelist", "schema")


def parser() -> Parser:
    """
    The parser of the command line, with all commands.
    """
    import rednotice  # the front door, for its version

    made = Parser(
        prog="rednotice",
        description="Check records of cases in which a notice is used against a person.",
        epilog="Exit status: 0 nothing found, 1 something found, 2 the command could not work.",
    )
    made.add_argument("--version", action="version", version=f"rednotice {rednotice.__version__}")
    commands = made.add_subparsers(title="commands", required=True, metavar="COMMAND")
    made.expected["COMMAND"] = f"must be one of {', '.join(COMMANDS)}"
    for name in COMMANDS:
        module = import_module(f"{__name__}.{name}")
        summary = docstring(module).splitlines()[0]
        command = commands.add_parser(
            name, help=module.HELP, description=f"{module.HELP}.", epilog=module.EPILOG or summary
        )
        module.arguments(command)
        command.set_defaults(run=module.run, command=command)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command line *arguments*, those of the process by default, and give the exit status.

    What is printed of a fault names the argument by its place and repeats nothing that was typed,
    since the log of a pipeline is read by others.
    """
    typed = list(sys.argv[1:] if arguments is None else arguments)
    try:
        commands = parser()
    except RuntimeError as error:  # under -OO there is no text to be told
        sys.stderr.write(f"rednotice: {error}\n")
        return FAILED
    chosen, unknown = commands.parse_known_args(typed)
    if unknown:
        places = [count for count, word in enumerate(typed, 1) if word in unknown]
        which = f"argument {places[0]} of {len(typed)}" if places else "an argument"
        chosen.command.refuse(f"{which} is none that the usage names")
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal or a log that has no such character gets its number, and no traceback.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has seen enough; Python must not complain of it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        # Only the system's own words: no name is known with which the path could be compared.
        shown = vars(chosen).get("show_values") and error.filename
        where = shown or place_of(error.filename, chosen)
        print(f"rednotice: {where}: {error.strerror or 'cannot be used'}", file=sys.stderr)
        return FAILED
    except UnknownFormat as error:
        where = f"{place_of(error.path, chosen)}: " if error.path else ""
        said = f"{UNKNOWN_SUFFIX}, or say --from yaml" if error.path else error
        print(f"rednotice: {where}{said}", file=sys.stderr)
        return FAILED
    except RednoticeError as error:
        print(f"rednotice: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("rednotice: stopped", file=sys.stderr)
        return FAILED
    return status
