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
_ENDS = frozenset(",] \t\r\n")
_decoder = json.JSONDecoder(parse_int=str, parse_float=str)  # only the end of an item is asked for


def read(file: BinaryIO, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    """
    Yield the document of *file*, or each item of the array that it holds, one at a time.
    """
    head = file.read(_CHUNK).removeprefix(codecs.BOM_UTF8)
    while not head.strip(b" \t\r\n") and (more := file.read(_CHUNK)):
        head += more
    if head.lstrip(b" \t\r\n")[:1] == b"[":
        yield from _items(_Text(head, file), name, on_fault)
        return
    text = head + file.read(LARGEST)
    try:
        yield Document(json_text.parse(text), text, json_text.locate, name, parse=json_text.parse)
    except Broken as broken:
        on_fault(broken.finding(name))


class _Text:
    """
    The part of a file that is being looked at, with the place where it begins.
    """

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._file = file
        # What is no UTF-8 is carried along, so that it is the fault of the one item it stands in.
        self._decode = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self.text = self._decode.decode(head)
        self.at = 0
        self.line, self.column = 1, 1

    def more(self) -> bool:
        """Read on; False at the end of the file."""
        chunk = self._file.read(_CHUNK)
        text = self._decode.decode(chunk, final=not chunk)
        self.text += text
        return bool(chunk or text)

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
            raise _unexpected(text, 0, "the text must end with its value")
    except Broken as broken:
        on_fault(broken.finding(name, text.line, text.column))


def _each(text: _Text, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    while True:
        text.next()
        line, column = text.line, text.column
        item = text.move(_end_of_item(text)).encode("utf-8", "surrogateescape")
        try:
            value = json_text.parse(item)
            yield Document(value, item, json_text.locate, name, line, column, json_text.parse)
        except Broken as broken:
            on_fault(broken.finding(name, line, column))
        mark = text.next()
        if mark not in {",", "]"}:
            raise _unexpected(text, 0, "expecting a comma or the array's end")
        text.move(text.at + 1)
        if mark == "]":
            return


def _end_of_item(text: _Text) -> int:
    """
    Where the item that begins here ends; as much of the file is read as it takes.
    """
    while True:
        if len(text.text) - text.at > LARGEST:
            raise Broken(faults.TOO_LARGE, "an item must be no larger than 64 MiB")
        try:
            _, end = _decoder.raw_decode(text.text, text.at)
        except json.JSONDecodeError as error:
            # Either the item goes on in the next chunk, or it is broken: more text will tell.
            if not text.more():
                raise _unexpected(text, error.pos - text.at, error.msg) from None
        except RecursionError:
            raise Broken(faults.TOO_LARGE, "a document must be no deeper than 100 levels") from None
        else:
            # A number at the very end may go on in the next chunk.
            if (end < len(text.text) and text.text[end] in _ENDS) or not text.more():
                return end


def _unexpected(text: _Text, after: int, expected: str) -> Broken:
    """
    What is wrong *after* so many characters from here.
    """
    passed = text.text[text.at : text.at + after]
    place = passed.count("\n") + 1, len(passed) - passed.rfind("\n")
    char = text.text[text.at + after : text.at + after + 1]
    if "\udc80" <= char <= "\udcff":
        return Broken(faults.UNREADABLE, "must be UTF-8; save the file so", place)
    message = f"is not JSON: {expected[:1].lower() + expected[1:]}"
    return Broken(faults.UNREADABLE, message, place)


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
