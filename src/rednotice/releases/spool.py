"""
Projected cases on their way: held in memory under their kept ids, and on disk once they are what
leaves.
"""

from __future__ import annotations

import heapq
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

_RUN = 2**24  # bytes of lines that are sorted in memory


class Spool:
    """
    Lines that are gone over again. Those that were added stay in memory, compressed, since they
    have the ids of kept cases and some of them will not leave. Those that are sorted leave, and
    stand in files of *folder* that have no name and that only their owner can open. The system
    removes them when they are closed, also if the process is killed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._lines: list[bytes] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _new(self) -> IO[bytes]:
        return self._stack.enter_context(tempfile.TemporaryFile(dir=self._folder))

    def add(self, line: bytes) -> None:
        """Add *line*."""
        self._lines.append(zlib.compress(line, level=1))

    def __iter__(self) -> Iterator[bytes]:
        """The lines in the order in which they were added."""
        return map(zlib.decompress, self._lines)

    def sorted(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """
        *lines*, which have no line breaks, sorted: in runs on disk, which are merged, so that
        memory stays flat.
        """
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
