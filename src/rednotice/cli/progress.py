"""
A progress bar on the terminal, for work that takes long.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any

from rednotice.cli.environment import is_in_ci

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE = 1.0  # seconds without a bar
_CLEAR = "\r\x1b[K"  # back to the beginning of the line, and erase it (ECMA-48)


@contextlib.contextmanager
def progress(*, wanted: bool) -> Iterator[Callable[[int, int | None], None] | None]:
    """
    Give a function to be called with the bytes of each read and of all, which shows a bar; None if
    no bar is *wanted* or nobody looks at a terminal.

    The bar names no file. At the end the line is as it was before.
    """
    if not wanted or is_in_ci() or os.environ.get("TERM") == "dumb" or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar.read
    finally:
        bar.close()


class _Bar:
    """
    A bar that appears if the work goes on for longer than `_PATIENCE`.
    """

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._read = 0
        self._bar: Any = None

    def read(self, count: int, size: int | None) -> None:
        """Count *count* more bytes of *size*."""
        self._read += count
        if self._bar is None and time.monotonic() - self._start > _PATIENCE:
            self._bar = _made(size)
        if self._bar is not None:
            # The first lines of a file may be read twice.
            self._bar.update(self._read if size is None else min(self._read, size))

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.finish(end=_CLEAR, dirty=True)


def _made(size: int | None) -> Any:
    library: Any = import_module("progressbar")  # needed only here, and mostly untyped
    if size is None:
        size, widgets = library.UnknownLength, ["Reading ", library.DataSize()]
    else:
        widgets = ["Reading ", library.Percentage(), " ", library.Bar(), " ", library.ETA()]
    return library.ProgressBar(
        max_value=size,
        widgets=widgets,
        fd=sys.stderr,
        is_terminal=True,
        line_breaks=False,
        enable_colors=False,
    ).start()
