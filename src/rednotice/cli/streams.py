"""
The streams of the process: output that cannot be written is a failure, and no result.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import IO


def prepare() -> bool:
    """
    Make the streams safe to write to, and say whether there is an output at all.

    A stream that was closed leaves its number free, and the next file that is opened would get it,
    with all that somebody writes to the stream.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # for good
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal or a log that has no such character gets its number, and no traceback.
        sys.stdout.reconfigure(errors="backslashreplace")
    return sys.stdout is not None


def complain(message: str) -> None:
    """
    Say *message*, one line, where errors are said.
    """
    tell(f"rednotice: {message}\n")


def tell(text: str) -> None:
    """
    Write *text* where errors are said; if that is impossible, the exit status has to say it.
    """
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        silence(sys.stderr)


def silence(stream: IO[str]) -> None:
    """
    Have whatever *stream* still holds go nowhere, so that Python does not fail on it at its end.
    """
    with contextlib.suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), stream.fileno())
