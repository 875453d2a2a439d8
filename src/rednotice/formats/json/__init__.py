"""
JSON: one case, or an array of cases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from rednotice.documents import Document
    from rednotice.formats.reading import OnFault

SUFFIXES = (".json",)
SAYS_EMPTY = True


def read(file: BinaryIO, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    """
    Yield the documents of *file*, one at a time, and report what cannot be read to *on_fault*.
    """
    from rednotice.formats.json import documents

    return documents.read(file, name, on_fault)


def write(objects: Iterable[object], file: BinaryIO) -> None:
    """
    Write plain *objects* to *file*. The same objects always give the same bytes.
    """
    from rednotice.formats.json import documents

    documents.write(objects, file)
