"""
JSON: one case, or an array of cases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from rednotice import faults
from rednotice.documents import Document
from rednotice.formats import json_text
from rednotice.formats.json_items import Items, Window
from rednotice.formats.reading import LARGEST, Broken, OnFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

_CHUNK = 2**20  # bytes that are read at a time


def read(file: BinaryIO, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    """
    Yield the document of *file*, or each item of the array that it holds, one at a time.

    A broken item is told of, and the others are carried, as far as they can be told from it.
    """

    def document(text: bytes, line: int, column: int) -> Document:
        value = json_text.parse(text)
        return Document(value, text, json_text.locate, name, line, column, json_text.parse)

    def tell(broken: Broken, line: int = 1, column: int = 1) -> None:
        on_fault(broken.finding(name, line, column))

    window = Window(file, _CHUNK)
    if 0 in window.text[:2]:  # JSON begins with characters of ASCII: this is UTF-16 or UTF-32
        tell(Broken(faults.UNREADABLE, "must be UTF-8; save the file so"))
    elif window.next() == ord("["):
        yield from Items(window, document, LARGEST, tell)
    else:
        line, column = window.line, window.column
        try:
            yield document(window.rest(LARGEST), line, column)
        except Broken as broken:
            tell(broken, line, column)


def write(objects: Iterable[Any], file: BinaryIO) -> None:
    """
    Write *objects* to *file*: one alone as itself, several as an array, two blanks a level.
    """
    waiting = iter(objects)
    first = next(waiting, None)
    second = next(waiting, None)
    if first is not None and second is None:
        file.write(_pretty(first) + b"\n")
        return
    file.write(b"[")
    file.writelines(
        (b",\n" if count else b"\n") + _pretty(item)
        for count, item in enumerate(part for part in (first, second) if part is not None)
    )
    file.writelines(b",\n" + _pretty(item) for item in waiting)
    file.write(b"\n]\n" if first is not None else b"]\n")


def _pretty(item: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(item), indent=2)
