"""
The command ``rednotice``: one file a command, each with its arguments, one call, an exit status.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from rednotice.errors import RednoticeError

if TYPE_CHECKING:
    from collections.abc import Sequence

CLEAN, FOUND, FAILED = 0, 1, 2
COMMANDS = ("check", "rule", "codelist", "schema")


def parser() -> argparse.ArgumentParser:
    """
    The parser of the command line, with all commands.
    """
    import rednotice  # the front door, for its version

    made = argparse.ArgumentParser(
        prog="rednotice",
        description="Check records of cases in which a notice is used against a person.",
        epilog="Exit status: 0 nothing found, 1 something found, 2 the command could not work.",
    )
    made.add_argument("--version", action="version", version=f"rednotice {rednotice.__version__}")
    commands = made.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name in COMMANDS:
        module = import_module(f"{__name__}.{name}")
        summary = (module.__doc__ or "").strip().splitlines()[0]
        command = commands.add_parser(
            name, help=module.HELP, description=f"{module.HELP}.", epilog=module.EPILOG or summary
        )
        module.arguments(command)
        command.set_defaults(run=module.run)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command line *arguments*, those of the process by default, and give the exit status.
    """
    chosen = parser().parse_args(arguments)
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
        # Only the system's own words, and the path that the user typed.
        print(f"rednotice: {error.filename or 'a file'}: {error.strerror}", file=sys.stderr)
        return FAILED
    except RednoticeError as error:
        print(f"rednotice: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("rednotice: stopped", file=sys.stderr)
        return FAILED
    return status
