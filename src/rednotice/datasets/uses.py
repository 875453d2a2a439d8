"""
Uses of ids: where each case id was first used, in a few bytes for each case.
"""

from __future__ import annotations

from array import array
from bisect import bisect
from typing import NamedTuple

from rednotice.names.repeats import Repeats, hashed


class Use(NamedTuple):
    """
    A file and the line where the case begins; if there is no file, the number of the case.
    """

    file: str | None
    line: int


class Uses:
    """
    The first use of every case id in a check.
    """

    def __init__(self) -> None:
        self._ids = Repeats()
        self._lines = array("Q")  # the line of each first use
        self._files: list[str | None] = [None]
        self._starts = array("Q", [0])  # for each file, the number of first uses before it

    def before(self, identity: str, use: Use) -> Use | None:
        """
        The first use of the id *identity*; None if *use* is the first, which is then stored.
        """
        first = self._ids.add(hashed(identity), len(self._lines))
        if first is not None:
            return Use(self._files[bisect(self._starts, first) - 1], self._lines[first])
        if self._files[-1] != use.file:
            self._files.append(use.file)
            self._starts.append(len(self._lines))
        self._lines.append(use.line)
        return None
