"""
JSON Lines: one case on each line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from rednotice.documents import Document
    from rednotice.formats.reading import OnFault

SUFFIXES = (".jsonl", ".ndjson")
SAYS_EMPTY = False


def read(file: BinaryIO, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    """
    Yield the documents of *file*, one at a time, and report what cannot be read to *on_fault*.
    """
    from rednotice.formats.jsonl import lines

    return lines.read(file, name, on_fault)


def write(objects: Iterable[object], file: BinaryIO) -> None:
    """
    Write plain *objects* to *file*. The same objects always give the same bytes.
    """
    from rednotice.formats.jsonl import lines

    lines.write(objects, file)
