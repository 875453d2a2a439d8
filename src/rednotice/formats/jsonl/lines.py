"""
JSON Lines files: each line is a JSON text of its own.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

import msgspec

from rednotice import faults
from rednotice.formats.json.text import document
from rednotice.formats.reading import Broken, OnFault
from rednotice.records.limits import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from rednotice.documents import Document


def read(file: BinaryIO, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    """
    Yield a document for each line of *file*; blank lines are passed over, broken ones told of.
    """
    line = 0
    while text := file.readline(LARGEST):
        line += 1
        if line == 1:
            text = text.removeprefix(codecs.BOM_UTF8)
        if not text.strip(b" \t\r\n"):
            continue
        whole = text.endswith(b"\n") or len(text) < LARGEST
        text = text.rstrip(b"\r\n")  # so that what is missing at its end is told of on this line
        told: Broken | None = None
        try:
            if not whole:
                _skip_line(file)
                raise Broken(faults.TOO_LARGE, "a line must be no larger than 64 MiB")
            yield document(text, name, line)
        except Broken as broken:
            told = broken
        if told is not None:  # not within the block, or what it raises would show this one
            on_fault(told.finding(name, line))


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(LARGEST)) and not rest.endswith(b"\n"):
        pass


def write(objects: Iterable[Any], file: BinaryIO) -> None:
    """
    Write *objects* to *file*, one a line.
    """
    file.writelines(msgspec.json.encode(item) + b"\n" for item in objects)
