"""
What every format that reads has in common: bounds, and how it says that a text is broken.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from rednotice.documents import LineColumn
from rednotice.findings import Finding, Manual
from rednotice.records.limits import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from rednotice.documents import Document

OnFault = Callable[[Finding], None]
Spot = tuple[int, int]  # line and column within a text, both from 1

DEEPEST = LEVELS  # levels of one document
BLANK = "holds no case; write one, or delete the file"
NOT_UTF8 = "must be UTF-8; save the file as UTF-8"


class Format(Protocol):
    """
    A place on the outside: it reads documents and writes plain objects, and knows no more.

    *SUFFIXES* are those of its files. *SAYS_EMPTY* tells whether a file has a way to say that it
    holds no document; where it has none, a blank file may have lost one.
    """

    SUFFIXES: tuple[str, ...]
    SAYS_EMPTY: bool

    def read(self, file: BinaryIO, name: str | None, on_fault: OnFault, /) -> Iterator[Document]:
        """Yield the documents of *file*; what cannot be read goes to *on_fault*, with its place."""
        ...

    def write(self, objects: Iterable[object], file: BinaryIO, /) -> None:
        """Write plain *objects* to *file*, the same objects always as the same bytes."""
        ...


class Broken(Exception):  # it never leaves the formats
    """
    A text that is not what its format says; *outside* of its documents, if none is lost by it.
    """

    def __init__(
        self, fault: Manual, message: str, place: Spot = (1, 1), *, outside: bool = False
    ) -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message
        self.place = place
        self.outside = outside

    def finding(self, name: str | None, line: int = 1, column: int = 1) -> Finding:
        """The finding, where the broken text begins at *line* and *column* of the file *name*."""
        down, right = self.place
        at = LineColumn(line + down - 1, right + (column - 1 if down == 1 else 0))
        return Finding(self.fault, self.message, file=name, at=at, outside=self.outside)
