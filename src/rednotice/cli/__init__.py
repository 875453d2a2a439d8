"""
The command ``rednotice``: each subcommand is a file here, with its arguments and a function to run.

A file in this folder with a line ``HELP = "…"`` is a command. That line is read without importing
the file, so that only the chosen command is imported.
"""

from __future__ import annotations

import os
import re
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from rednotice.cli import streams
from rednotice.cli.streams import complain
from rednotice.cli.usage import Parser, place_of
from rednotice.errors import RednoticeError, UnknownFormat

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

CLEAN, FOUND, FAILED = 0, 1, 2

_HELP = re.compile(r'^HELP = "(.*)"$', re.MULTILINE)


def _commands() -> Iterator[tuple[str, str]]:
    """
    Yield the name and the help text of every command.
    """
    for name in sorted(os.listdir(__path__[0])):  # noqa: PTH208  # pathlib takes as long as all else
        if name.endswith(".py") and not name.startswith("_"):
            with open(f"{__path__[0]}/{name}", encoding="utf-8") as file:  # noqa: PTH123  # pathlib is not imported here
                said = _HELP.search(file.read())
            if said:
                yield name.removesuffix(".py"), said[1]


COMMANDS = dict(_commands())


def parser(filled: Iterable[str] = COMMANDS) -> Parser:
    """
    Build the parser of the command line, with all commands and the arguments of those in *filled*.
    """
    import rednotice  # for its version

    made = Parser(
        prog="rednotice",
        description="Check records of cases in which a notice is used against a person.",
        epilog="Exit status: 0 nothing found, 1 something found, 2 the command could not work.",
    )
    made.add_argument("--version", action="version", version=f"rednotice {rednotice.__version__}")
    commands = made.add_subparsers(title="commands", required=True, metavar="COMMAND")
    made.expected["COMMAND"] = f"must be one of {', '.join(COMMANDS)}"
    wanted = set(filled)
    for name, said in COMMANDS.items():
        command = commands.add_parser(name, help=said, description=f"{said}.")
        if name in wanted:
            module = import_module(f"{__name__}.{name}")
            command.epilog = module.EPILOG
            module.arguments(command)
            command.set_defaults(run=module.run, command=command)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command line *arguments*, by default those of the process, and return the exit status.

    Error messages name an argument by its position and do not repeat what was typed, since other
    people read the logs of a pipeline. Every error gives the exit status of a failure, so that a
    script cannot mistake it for the result of a check.
    """
    try:
        if not streams.prepare():
            complain("the output is closed; send it to a file, or to /dev/null")
            return FAILED
        if sys.flags.optimize > 1:
            complain("texts of rednotice are docstrings; run Python without -OO (PYTHONOPTIMIZE=2)")
            return FAILED
        if "_ARGCOMPLETE" in os.environ:  # a shell asks how its line may go on
            from rednotice.cli import completing

            completing.complete(parser(completing.typed_words() & COMMANDS.keys()))
        return _flushed(list(sys.argv[1:] if arguments is None else arguments))
    except BrokenPipeError:
        streams.silence(sys.stdout)  # the reader closed the pipe
    except OSError as error:
        streams.silence(sys.stdout)
        complain(f"the output: {error.strerror or 'cannot be used'}")
    except KeyboardInterrupt:
        complain("stopped")
    except Exception as error:  # noqa: BLE001  # Python would exit with 1, which means that something was found
        complain(_own_fault(error))
    return FAILED


def _flushed(typed: list[str]) -> int:
    try:
        return _run(typed)
    finally:
        sys.stdout.flush()


def _run(typed: list[str]) -> int:
    """
    Run the command that was *typed*, and report its failure.

    Raises:
        OSError: If the output cannot be written.
        SystemExit: If help was requested, or the usage is wrong.
    """
    commands = parser(set(typed) & COMMANDS.keys())
    chosen, unknown = commands.parse_known_args(typed)
    if unknown:
        places = [count for count, word in enumerate(typed, 1) if word in unknown]
        which = f"argument {places[0]} of {len(typed)}" if places else "an argument"
        chosen.command.refuse(f"{which} is not one that the usage names")
    try:
        status = _run_with_keys(chosen)
    except OSError as error:
        if error.filename is None:
            raise  # from the output, since errors of files have a name
        # Only the system's own words, since the path may contain a name and nothing can check that.
        shown = vars(chosen).get("show_values") and error.filename
        where = shown or place_of(error.filename, chosen)
        complain(f"{where}: {error.strerror or 'cannot be used'}")
    except UnknownFormat as error:
        from rednotice.formats import on_suffix

        where = f"{place_of(error.path, chosen)}: " if error.path else ""
        complain(f"{where}{on_suffix(os.fspath(error.path)) if error.path else error}")
    except RednoticeError as error:
        complain(str(error))
    else:
        return status
    return FAILED


def _run_with_keys(chosen: argparse.Namespace) -> int:
    """
    Run the command with the keys that it was given, and return its exit status.
    """
    options = vars(chosen)
    identities, recipients = options.get("identities", ()), options.get("recipients", ())
    if not identities and not recipients:
        return int(chosen.run(chosen))
    from rednotice.datasets.encrypted import decrypting, encrypting  # needed only with keys

    with decrypting(*identities), encrypting(*recipients):
        return int(chosen.run(chosen))


def _own_fault(error: Exception) -> str:
    """
    The message for an unexpected *error*, whose own message may quote a value.
    """
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {trace.tb_frame.f_globals['__name__']}, line {trace.tb_lineno}" if trace else ""
    return f"a fault of rednotice itself, {type(error).__name__}{where}; please report it"
