"""
The standard streams: if output cannot be written, the command fails.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import IO


def prepare() -> bool:
    """
    Make the streams safe to write to, and return whether standard output exists.

    A closed stream leaves its file descriptor free. The next file that is opened would get that
    descriptor, and everything written to the stream would end up in the file.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # stays open until the end
    if isinstance(sys.stdout, io.TextIOWrapper):
        # If the encoding lacks a character, print an escape instead of failing.
        sys.stdout.reconfigure(errors="backslashreplace")
    return sys.stdout is not None


def complain(message: str) -> None:
    """
    Print the one-line *message* to standard error.
    """
    tell(f"rednotice: {message}\n")


def tell(text: str) -> None:
    """
    Write *text* to standard error. If that fails, only the exit status reports the error.
    """
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        silence(sys.stderr)


def silence(stream: IO[str]) -> None:
    """
    Discard what *stream* still buffers, so that Python does not fail on it at exit.
    """
    with contextlib.suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123  # pathlib is not imported here
        os.dup2(nowhere.fileno(), stream.fileno())
