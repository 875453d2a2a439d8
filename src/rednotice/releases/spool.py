"""
Projected cases on disk: in a file without a name, and sorted in runs, so that memory stays flat.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

_RUN = 2**24  # bytes of lines that are sorted in memory


class Spool:
    """
    Lines in files of *folder* that have no name and that only their owner can open. The system
    removes them when they are closed, also if the process is killed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._file = self._new()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _new(self) -> IO[bytes]:
        return self._stack.enter_context(tempfile.TemporaryFile(dir=self._folder))

    def add(self, line: bytes) -> None:
        """Add *line*, which has no line break."""
        self._file.write(line + b"\n")

    def __iter__(self) -> Iterator[bytes]:
        """The lines in the order in which they were added."""
        self._file.seek(0)
        for line in self._file:
            yield line.rstrip(b"\n")

    def sorted(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """*lines*, sorted: in runs on disk, which are merged."""
        runs: list[IO[bytes]] = []
        run: list[bytes] = []
        size = 0
        for line in lines:
            run.append(line + b"\n")
            size += len(line)
            if size >= _RUN:
                runs.append(self._written(run))
                run, size = [], 0
        run.sort()
        for line in heapq.merge(run, *runs):
            yield line.rstrip(b"\n")

    def _written(self, run: list[bytes]) -> IO[bytes]:
        file = self._new()
        file.writelines(sorted(run))
        file.seek(0)
        return file
