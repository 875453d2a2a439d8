"""
YAML: each document of the stream is a case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from rednotice.documents import Document
    from rednotice.formats.reading import OnFault

SUFFIXES = (".yaml", ".yml")
SAYS_EMPTY = False


def read(file: BinaryIO, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    """
    Yield the documents of *file*, one at a time, and report what cannot be read to *on_fault*.
    """
    from rednotice.formats.yaml import documents

    return documents.read(file, name, on_fault)


def write(objects: Iterable[object], file: BinaryIO) -> None:
    """
    Write plain *objects* to *file*. The same objects always give the same bytes.
    """
    from rednotice.formats.yaml import documents

    documents.write(objects, file)
