"""
JSON: one case, or an array of cases.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, Any

import msgspec

from rednotice import faults
from rednotice.documents import Document
from rednotice.formats import json_text
from rednotice.formats.reading import LARGEST, Broken, OnFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

_CHUNK = 2**20
_BETWEEN = re.compile(r"[ \t\r\n]*")
_decoder = json.JSONDecoder()


def read(file: BinaryIO, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    """
    Yield the document of *file*, or each item of the array that it holds, one at a time.
    """
    head = file.read(_CHUNK)
    head = head.removeprefix(codecs.BOM_UTF8)
    if head.lstrip(b" \t\r\n")[:1] == b"[":
        yield from _items(_Text(head, file), name, on_fault)
        return
    text = head + file.read(LARGEST)
    try:
        yield Document(json_text.parse(text), text, json_text.locate, name)
    except Broken as broken:
        on_fault(broken.finding(name))


class _Text:
    """
    The part of a file that is being looked at, with the place where it begins.
    """

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8")()
        self.text = self._decode.decode(head)
        self.at = 0
        self.line, self.column = 1, 1

    def more(self) -> bool:
        """Read on; False at the end of the file."""
        chunk = self._file.read(_CHUNK)
        self.text += self._decode.decode(chunk, final=not chunk)
        return bool(chunk)

    def move(self, to: int) -> str:
        """Go on to *to* and give what lies between."""
        passed = self.text[self.at : to]
        down = passed.count("\n")
        self.line += down
        self.column = len(passed) - passed.rfind("\n") if down else self.column + len(passed)
        self.at = to
        if self.at > _CHUNK:
            self.text, self.at = self.text[self.at :], 0
        return passed

    def next(self) -> str:
        """The next character that is not blank; empty at the end of the file."""
        while True:
            blank = _BETWEEN.match(self.text, self.at)
            self.move(blank.end() if blank else self.at)
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""


def _items(text: _Text, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    try:
        text.next()
        text.move(text.at + 1)
        if text.next() == "]":
            text.move(text.at + 1)
        else:
            yield from _each(text, name, on_fault)
        if text.next():
            raise Broken(faults.UNREADABLE, "is not JSON: the text must end with its value")
    except UnicodeDecodeError:
        message = "must be UTF-8; save the file so"
        on_fault(Broken(faults.UNREADABLE, message).finding(name, text.line, text.column))
    except Broken as broken:
        on_fault(broken.finding(name, text.line, text.column))


def _each(text: _Text, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    while True:
        text.next()
        line, column = text.line, text.column
        item = text.move(_end_of_item(text)).encode("utf-8", "surrogatepass")
        try:
            yield Document(json_text.parse(item), item, json_text.locate, name, line, column)
        except Broken as broken:
            on_fault(broken.finding(name, line, column))
        mark = text.next()
        if mark not in {",", "]"} or not mark:
            raise Broken(faults.UNREADABLE, "is not JSON: expecting a comma or the array's end")
        text.move(text.at + 1)
        if mark == "]":
            return


def _end_of_item(text: _Text) -> int:
    """
    Where the item that begins here ends; as much of the file is read as it takes.
    """
    while True:
        try:
            _, end = _decoder.raw_decode(text.text, text.at)
        except json.JSONDecodeError as error:
            # Either the item goes on in the next chunk, or it is broken: more text will tell.
            if len(text.text) - text.at > LARGEST:
                raise Broken(faults.TOO_LARGE, "an item must be no larger than 64 MiB") from None
            if not text.more():
                start = text.text[text.at : error.pos]
                down = start.count("\n")
                place = (down + 1, len(start) - start.rfind("\n"))
                message = f"is not JSON: {error.msg[:1].lower() + error.msg[1:]}"
                raise Broken(faults.UNREADABLE, message, place) from None
        except RecursionError:
            raise Broken(faults.TOO_LARGE, "a document must be no deeper than 100 levels") from None
        else:
            # A number at the very end may have more digits in the next chunk.
            if end < len(text.text) or not text.more():
                return end


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
