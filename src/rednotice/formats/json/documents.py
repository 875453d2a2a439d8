"""
JSON files: one document, or an array of documents, which is read one item at a time.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import msgspec

from rednotice import faults
from rednotice.formats.json.items import Items, Window
from rednotice.formats.json.text import document as json_document
from rednotice.formats.reading import BLANK, NOT_UTF8, Broken, OnFault
from rednotice.records.limits import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from rednotice.documents import Document

_CHUNK = 2**20  # bytes that are read at a time


def read(file: BinaryIO, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    """
    Yield the document of *file*, or each item of the array that it holds, one at a time.

    Report a broken item to *on_fault*, and go on with the others as far as their extent can be
    told.
    """

    def document(text: bytes, line: int, column: int) -> Document:
        return json_document(text, name, line, column)

    def tell(broken: Broken, line: int = 1, column: int = 1) -> None:
        on_fault(broken.finding(name, line, column))

    window = Window(file, _CHUNK)
    if 0 in window.text[:2]:  # JSON begins with ASCII characters: this is UTF-16 or UTF-32
        tell(Broken(faults.UNREADABLE, NOT_UTF8))
    elif (mark := window.next()) == ord("["):
        yield from Items(window, document, LARGEST, tell)
    elif mark is None:
        tell(Broken(faults.UNREADABLE, BLANK, outside=True), window.line, window.column)
    else:
        line, column = window.line, window.column
        try:
            yield document(window.rest(LARGEST), line, column)
        except Broken as error:
            told = error
        else:
            return
        tell(told, line, column)  # outside except: else an exception would show this one


def write(objects: Iterable[Any], file: BinaryIO) -> None:
    """
    Write *objects* to *file*: one object alone, several as an array, indented by two spaces.
    """
    waiting = iter(objects)
    first = next(waiting, None)
    second = next(waiting, None)
    if first is None:
        file.write(b"[]\n")
    elif second is None:
        file.write(_pretty(first) + b"\n")
    else:
        file.write(b"[\n" + _pretty(first))
        file.writelines(b",\n" + _pretty(item) for item in chain((second,), waiting))
        file.write(b"\n]\n")


def _pretty(item: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(item), indent=2)
