"""
Uses of ids: where each case id was met first, in a few bytes a case.
"""

from __future__ import annotations

from typing import NamedTuple

from rednotice.names.likeness import hashed

_LINES = 2**40  # more than a file has


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
        # By the hash of the id, which is a quarter of its size; both numbers of a use are one.
        self._first: dict[bytes, int] = {}
        self._files: list[str | None] = [None]

    def before(self, identity: str, use: Use) -> Use | None:
        """
        The first use of the id *identity*; None if it is *use*, which is then kept in mind.
        """
        if self._files[-1] != use.file:
            self._files.append(use.file)
        mark = hashed(identity)
        if mark in self._first:
            file, line = divmod(self._first[mark], _LINES)
            return Use(self._files[file], line)
        self._first[mark] = (len(self._files) - 1) * _LINES + use.line
        return None
