"""
JSON Lines files: each line is a separate JSON text.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

import msgspec

from rednotice import faults
from rednotice.formats.json.text import document
from rednotice.formats.jsonl.layout import Layout, whole_within
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
    line, layout = 0, Layout()
    while text := file.readline(LARGEST):
        line += 1
        if line == 1:
            text = text.removeprefix(codecs.BOM_UTF8)
        whole = text.endswith(b"\n") or len(text) < LARGEST
        if whole and (not text.strip(b" \t\r\n") or layout.passes_over(text)):
            continue
        text = text.rstrip(b"\r\n")  # so that a fault at its end has its place on this line
        found: Document | None = None
        told: Broken | None = None
        try:
            if not whole:
                _skip_line(file)
                raise Broken(
                    faults.TOO_LARGE, "A line must be no larger than 64 MiB. Split the document."
                )
            found = document(text, name, line)
            layout.is_whole()
        except Broken as broken:
            found = _within(text, name, line)
            told = layout.explained(broken, text) if found is None else layout.around(text)
        if told is not None:  # outside except: else an exception would show this one
            on_fault(told.finding(name, line))
        if found is not None:
            yield found


def _within(text: bytes, name: str | None, line: int) -> Document | None:
    """
    The document on the *line* with the broken *text*, if a bracket or a comma beside it is all that
    is wrong; else None.
    """
    whole = whole_within(text)
    if whole is None:
        return None
    try:
        return document(whole.text, name, line, whole.column)
    except Broken:
        return None


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(LARGEST)) and not rest.endswith(b"\n"):
        pass


def write(objects: Iterable[Any], file: BinaryIO) -> None:
    """
    Write *objects* to *file*, one on each line.
    """
    file.writelines(msgspec.json.encode(item) + b"\n" for item in objects)
