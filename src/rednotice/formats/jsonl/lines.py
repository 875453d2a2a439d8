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
        if whole and not text.strip(b" \t\r\n"):
            continue
        if not (whole and layout.passes_over(text)):
            if not whole:
                _skip_line(file)
            # Without its end, so that a fault there has its place on this line.
            found, told = _found(text.rstrip(b"\r\n"), name, line, layout, whole=whole)
            if told is not None:
                on_fault(told.finding(name, line))
            if found is not None:
                yield found
        if rest := layout.rest:
            on_fault(rest.finding(name, line))
            return


def _found(
    text: bytes, name: str | None, line: int, layout: Layout, *, whole: bool
) -> tuple[Document | None, Broken | None]:
    """
    The document on the *line* with *text*, and what is to be told of it; *whole* says whether the
    line is no larger than a document may be.
    """
    try:
        if not whole:
            raise Broken(
                faults.TOO_LARGE, "A line must be no larger than 64 MiB. Split the document."
            )
        found = document(text, name, line)
    except Broken as broken:
        within = _within(text, name, line) if whole else None
        told = layout.explained(broken, text) if within is None else layout.around(text)
        return within, told
    layout.is_whole()
    return found, None


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
