"""
JSON Lines files: each line is a separate JSON text.
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
    Yield a document for each line of *file*; skip blank lines and report broken ones to *on_fault*.
    """
    line = 0
    while text := file.readline(LARGEST):
        line += 1
        if line == 1:
            text = text.removeprefix(codecs.BOM_UTF8)
        if not text.strip(b" \t\r\n"):
            continue
        whole = text.endswith(b"\n") or len(text) < LARGEST
        text = text.rstrip(b"\r\n")  # so that a fault at its end has its place on this line
        told: Broken | None = None
        try:
            if not whole:
                _skip_line(file)
                raise Broken(
                    faults.TOO_LARGE, "A line must be no larger than 64 MiB. Split the document."
                )
            yield document(text, name, line)
        except Broken as broken:
            told = broken
        if told is not None:  # outside except: else an exception would show this one
            on_fault(told.finding(name, line))


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(LARGEST)) and not rest.endswith(b"\n"):
        pass


def write(objects: Iterable[Any], file: BinaryIO) -> None:
    """
    Write *objects* to *file*, one on each line.
    """
    file.writelines(msgspec.json.encode(item) + b"\n" for item in objects)
