"""
Files whose errors name the path also during reads and writes, not only on opening.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import BinaryIO

    from _typeshed import ReadableBuffer, WriteableBuffer


class _Named(io.FileIO):
    """
    An unbuffered file whose errors name *path*.
    """

    def __init__(self, file: int | str, mode: str, path: str) -> None:
        self._path = path
        super().__init__(file, mode)

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        """Read into *buffer*; errors name the path."""
        with self._naming():
            return super().readinto(buffer)

    def readall(self) -> bytes:
        """Read everything that is left; errors name the path."""
        with self._naming():
            return super().readall()

    def write(self, data: ReadableBuffer) -> int:
        """Write *data*; errors name the path."""
        with self._naming():
            return super().write(data)

    @contextmanager
    def _naming(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            error.filename = self._path
            raise


def reading(path: Path) -> AbstractContextManager[BinaryIO]:
    """
    Open the file *path* for reading.
    """
    return io.BufferedReader(_Named(str(path), "rb", str(path)))


def writing(descriptor: int, path: Path) -> AbstractContextManager[BinaryIO]:
    """
    Wrap the open file *descriptor*, whose errors name *path*, and close it at the end.
    """
    return io.BufferedWriter(_Named(descriptor, "wb", str(path)))
