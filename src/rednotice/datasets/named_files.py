"""
Files whose errors name the path also during reads and writes, not only on opening.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import BinaryIO

    from _typeshed import ReadableBuffer, WriteableBuffer


class _Named(io.FileIO):
    """
    An unbuffered file whose errors name *path*. *on_read* is called with the number of bytes of
    each read.
    """

    def __init__(
        self, file: int | str, mode: str, path: str, on_read: Callable[[int], None] | None = None
    ) -> None:
        self._path = path
        self._on_read = on_read
        super().__init__(file, mode)

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        """Read into *buffer*; errors name the path."""
        with self._naming():
            count = super().readinto(buffer)
        if self._on_read is not None:
            self._on_read(count or 0)
        return count

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


def reading(
    path: Path, on_read: Callable[[int], None] | None = None
) -> AbstractContextManager[BinaryIO]:
    """
    Open the file *path* for reading. *on_read* is called with the number of bytes of each read.
    """
    return io.BufferedReader(_Named(str(path), "rb", str(path), on_read))


def writing(descriptor: int, path: Path) -> AbstractContextManager[BinaryIO]:
    """
    Wrap the open file *descriptor*, whose errors name *path*, and close it at the end.
    """
    return io.BufferedWriter(_Named(descriptor, "wb", str(path)))
