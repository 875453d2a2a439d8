"""
Pipes, such as standard input: they can be read once, and their first bytes tell their format.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import select
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from rednotice import formats
from rednotice.datasets.paths import printable
from rednotice.formats.recognising import recognised, sealed
from rednotice.records.limits import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

    from rednotice.formats.reading import Format

STANDARD_INPUT = Path("/dev/stdin")  # also where a system has no such file
_NUMBERED = re.compile(r"(?:/dev|/proc/self)/fd/(\d+)")
_ALSO = {Path("/dev/fd/0"), Path("/proc/self/fd/0")}

_ONCE = "is a pipe that brought more than 64 MiB and can be read only once; write it to a file"
_EMPTY = "brought nothing; the command that fills the pipe may have failed"


def resolved(path: Path) -> Path:
    """
    *path*, or `STANDARD_INPUT` if it is another name of it.
    """
    return STANDARD_INPUT if path in _ALSO else path


def is_pipe(path: Path) -> bool:
    """
    Whether *path* is read as a pipe. Standard input always is, even if it comes from a file.
    """
    if path == STANDARD_INPUT:
        return True
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def called(path: Path) -> str:
    """
    What the pipe *path* is called in a report: its path, if somebody named it.
    """
    if path == STANDARD_INPUT:
        return "<stdin>"
    number = _NUMBERED.fullmatch(str(path))
    return f"<pipe {number[1]}>" if number else printable(path)


class Pipe:
    """
    A pipe, opened at the first reading.

    What was read is held, up to 64 MiB, so that a pipe that brings no more can be read again like a
    file. After that it can be read only once, and takes no more memory however much it brings.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._held = bytearray()
        self._count = 0  # bytes read so far
        self._ended = False
        self._format: Format | None = None
        self._sealed: str | Literal[False] | None = False  # False until somebody has looked

    def reading(self, on_read: Callable[[int], None] | None = None) -> BinaryIO:
        """
        A file that gives what the pipe brings, from the beginning. *on_read* is called with the
        number of bytes of each read.
        """
        return io.BufferedReader(_Reading(self, on_read))

    def format(self) -> Format:
        """
        The format, recognised by the first lines.

        Raises:
            OSError: If the pipe cannot be read, or ends before the first byte.
        """
        if self._format is None:
            with self.reading() as file:
                self._format = formats.by_name(recognised(file))
        return self._format

    def sealed(self) -> str | None:
        """
        What to do first with what the pipe brings, if it is encrypted or compressed.

        Raises:
            OSError: If the pipe cannot be read, or ends before the first byte.
        """
        if self._sealed is False:
            with self.reading() as file:
                self._sealed = sealed(file)
        return self._sealed or None

    def give(self, at: int, buffer: memoryview) -> int:
        """
        Fill *buffer* with the bytes from position *at* on, and return their number, 0 at the end.

        Raises:
            OSError: If the pipe cannot be read, ends before the first byte, or no longer holds the
                bytes. The error names the path.
        """
        if at == self._count and not self._ended:
            self._take(len(buffer))
        start = at - (self._count - len(self._held))
        if start < 0:
            raise OSError(errno.ESPIPE, _ONCE, str(self._path))
        part = self._held[start : start + len(buffer)]
        buffer[: len(part)] = part
        return len(part)

    def _take(self, size: int) -> None:
        """Read up to *size* more bytes."""
        new = self._read(size)
        if not new:
            self._close()
            self._ended = True
            if not self._count:
                raise OSError(errno.EINVAL, _EMPTY, str(self._path))
        if self._count + len(new) > LARGEST:
            self._held.clear()
        self._held += new
        self._count += len(new)

    def _read(self, size: int) -> bytes:
        try:
            if self._path == STANDARD_INPUT:
                return _from_standard_input(size)
            if self._descriptor is None:
                self._descriptor = os.open(self._path, os.O_RDONLY)
            return os.read(self._descriptor, size)
        except OSError as error:
            error.filename = str(self._path)
            raise

    def _close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __del__(self) -> None:
        self._close()


def _from_standard_input(size: int) -> bytes:
    """
    What there is on standard input, up to *size* bytes; nothing at its end.
    """
    if sys.stdin is None:
        raise OSError(errno.EBADF, "is closed")
    stream: Any = sys.stdin.buffer
    part: bytes = stream.read1(size)
    while not part and _does_not_wait():
        # Whoever opened it has other things to do, but we have not.
        select.select([0], [], [])
        with contextlib.suppress(BlockingIOError):
            return os.read(0, size)
    return part


def _does_not_wait() -> bool:
    try:
        return sys.stdin.fileno() == 0 and not os.get_blocking(0)
    except OSError:
        return False


class _Reading(io.RawIOBase):
    """
    One reading of a pipe from its beginning.
    """

    def __init__(self, pipe: Pipe, on_read: Callable[[int], None] | None) -> None:
        super().__init__()
        self._pipe = pipe
        self._on_read = on_read
        self._at = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read into *buffer*."""
        count = self._pipe.give(self._at, memoryview(buffer).cast("B"))
        self._at += count
        if self._on_read is not None:
            self._on_read(count)
        return count
