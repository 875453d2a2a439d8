"""
Uses of ids: where each case id was met first, in a few bytes a case.
"""

from __future__ import annotations

from array import array
from bisect import bisect
from typing import NamedTuple

from rednotice.names.repeats import Repeats, hashed


class Use(NamedTuple):
    """
    A file, and the line where the case begins; without a file, the number of the case.
    """

    file: str | None
    line: int


class Uses:
    """
    The first use of every case id over a whole check.
    """

    def __init__(self) -> None:
        self._ids = Repeats()
        self._lines = array("Q")  # of each first use
        self._files: list[str | None] = [None]
        self._starts = array("Q", [0])  # with how many first uses each file begins

    def before(self, identity: str, use: Use) -> Use | None:
        """
        The first use of the id *identity*; None if it is *use*, which is then kept in mind.
        """
        first = self._ids.add(hashed(identity), len(self._lines))
        if first is not None:
            return Use(self._files[bisect(self._starts, first) - 1], self._lines[first])
        if self._files[-1] != use.file:
            self._files.append(use.file)
            self._starts.append(len(self._lines))
        self._lines.append(use.line)
        return None
