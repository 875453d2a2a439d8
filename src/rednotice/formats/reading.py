"""
What all formats share: limits, and the exception for a broken text.
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
BLANK = "The file holds no case. Write one, or delete the file."
NOT_UTF8 = "The file is not in UTF-8. Save it as UTF-8."
LOOKS_LIKE_YAML = "It looks like YAML. Name the file .yaml."
HALF_A_CHARACTER = "A text holds half of a character (a lone surrogate). Copy it again."


class Format(Protocol):
    """
    A file format: it reads documents and writes plain objects.

    *SUFFIXES* are the suffixes of its files. *SAYS_EMPTY* says whether a file can state that it
    holds no document; if it cannot, a blank file may have lost its document.
    """

    SUFFIXES: tuple[str, ...]
    SAYS_EMPTY: bool

    def read(self, file: BinaryIO, name: str | None, on_fault: OnFault, /) -> Iterator[Document]:
        """
        Yield the documents of *file*; report what cannot be read, with its place, to *on_fault*.
        """
        ...

    def write(self, objects: Iterable[object], file: BinaryIO, /) -> None:
        """Write plain *objects* to *file*. The same objects always give the same bytes."""
        ...


class Broken(Exception):  # never leaves the formats
    """
    A text that breaks the rules of its format; *outside* says that the fault lies between documents
    and no document is lost.
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
        """The finding for a broken text that begins at *line* and *column* of the file *name*."""
        down, right = self.place
        at = LineColumn(line + down - 1, right + (column - 1 if down == 1 else 0))
        return Finding(self.fault, self.message, file=name, at=at, outside=self.outside)
