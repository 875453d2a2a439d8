"""
Split a JSON array into its items while the file is read.
"""

from __future__ import annotations

import codecs
import os
import re
from typing import TYPE_CHECKING

from rednotice import faults
from rednotice.formats.json import extent
from rednotice.formats.reading import Broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from rednotice.documents import Document

_COMMA, _ARRAY_END = b",]"
_STEP = 2**20  # bytes whose characters are counted in one step

_BLANKS = b" \t\r\n"
# The text between two items, if the second begins with a bracket.
_GAP = re.compile(rb"[ \t\r\n]*+,[ \t\r\n]*+(?=[\[{])")
_HEAD = 32  # bytes at the start of an item that are compared with the item before

_CROSSED = " The brackets of this item do not match."
_ENDLESS = (
    " The end of this item was not found, so that nothing after its beginning was read as an item."
)
_NOTHING = "This is not JSON. An item is missing here. Write one, or take out the comma."


class Window:
    """
    The part of a file that is in memory. *at* is the current position in it.

    Line and column of the position count from 1. Columns count characters, or bytes if the file is
    not UTF-8.
    """

    def __init__(self, file: BinaryIO, chunk: int) -> None:
        self._file = file
        self._chunk = chunk
        self._letters = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self.text: bytes = file.read(len(codecs.BOM_UTF8)).removeprefix(codecs.BOM_UTF8)
        self.at: int = 0
        self.line: int = 1
        self.column: int = 1

    def more(self) -> bool:
        """Drop the text before the position and read more; False at the end of the file."""
        self.forget()
        # The more text is held, the more is read, so that it is not copied once for every chunk.
        chunk = self._file.read(min(max(len(self.text), self._chunk), 16 * self._chunk))
        self.text += chunk
        return bool(chunk)

    def forget(self) -> None:
        """Drop the text before the position, so that *at* becomes 0."""
        self.text, self.at = self.text[self.at :], 0

    def go_to(self, at: int) -> bytes:
        """Move to *at* and return the text between."""
        passed = self.text[self.at : at]
        begins = passed.rfind(b"\n") + 1
        if begins:
            self.line += passed.count(b"\n")
            self.column = 1
            self._letters.reset()
        for start in range(begins, len(passed), _STEP):
            self.column += len(self._letters.decode(passed[start : start + _STEP]))
        self.at = at
        return passed

    def next(self) -> int | None:
        """Skip blanks and return the next byte; None at the end of the file."""
        while True:
            self.go_to(extent.end(extent.BLANK, self.text, self.at))
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return None

    def rest(self, size: int) -> bytes:
        """The text after the position, with up to *size* more bytes of the file."""
        return self.text[self.at :] + self._file.read(size)


class Items:
    """
    The items of the array at the position of *window*, each converted by *document*.

    *tell* is called for broken items, for items of more than *largest* bytes, which are skipped,
    and for faults between items. Each byte is read a few times at most, however long an item is.
    """

    def __init__(
        self,
        window: Window,
        document: Callable[[bytes, int, int], Document],
        largest: int,
        tell: Callable[[Broken, int, int], None],
    ) -> None:
        self._window = window
        self._document = document
        self._largest = largest
        self._tell = tell
        self._seam = b""
        self._gap = 0  # number of bytes of the seam that stand between the items
        self._near = 0  # number of bytes in which the seam is searched for
        self._pause = self._wait = 0  # number of items for which the seam is not searched for

    def __iter__(self) -> Iterator[Document]:
        window = self._window
        window.go_to(window.at + 1)
        due = window.next() != _ARRAY_END
        while due and window.next() is not None:
            yield from self._by_seam()
            line, column = window.line, window.column
            text, note = self._pass_over(self._largest, item=True)
            noted: Broken | None = None
            try:
                if text is None:
                    raise Broken(
                        faults.TOO_LARGE,
                        "An item must be no larger than 64 MiB. Split the document.",
                    )
                if not text:
                    raise Broken(faults.UNREADABLE, _NOTHING, outside=True)
                self._remember_seam(text)
                yield self._document(text, line, column)
            except Broken as broken:
                noted = Broken(
                    broken.fault, broken.message + note, broken.place, outside=broken.outside
                )
            if noted is not None:  # outside except: else an exception would show this one
                self._tell(noted, line, column)
            if note == _ENDLESS:
                return
            due = self._goes_on()
        if due:
            self._unreadable("The array has no end. Close it with ].")
            return
        window.go_to(window.at + 1)
        if window.next() is not None:
            self._unreadable(
                "The text goes on after its value, and the rest was not read. Take it out."
            )

    def _unreadable(self, message: str) -> None:
        broken = Broken(faults.UNREADABLE, f"This is not JSON. {message}", outside=True)
        self._tell(broken, self._window.line, self._window.column)

    def _goes_on(self) -> bool:
        """
        Skip the comma after an item, and return whether another item must follow.
        """
        window = self._window
        mark = window.next()
        if mark in extent.CLOSING:
            self._unreadable("A comma is missing between two items. Add it.")
            return True
        if mark not in {_COMMA, _ARRAY_END, None}:
            self._unreadable(
                "A comma or the end of the array is missing. Add it: what follows was not read."
            )
            self._pass_over(0, item=False)
            mark = window.next()
        if mark == _COMMA:
            window.go_to(window.at + 1)
        return mark != _ARRAY_END

    def _pass_over(self, largest: int, *, item: bool) -> tuple[bytes | None, str]:
        """
        Skip the *item* at the position, or whatever else stands before the next comma of the array.

        Returns the text, or None if it has more than *largest* bytes, and a message about its end.
        """
        window = self._window
        whole = item and window.text[window.at] in extent.CLOSING
        item_extent = extent.Extent(window.at, whole=whole)
        kept, final = True, False
        while not (ended := item_extent.ends_in(window.text, final=final)) and not final:
            if item_extent.is_hopeless:
                break
            kept = kept and item_extent.at - window.at <= largest + extent.TAIL
            if not kept:
                window.go_to(max(window.at, item_extent.at - extent.TAIL))
            item_extent.at -= window.at
            final = not window.more()
        stop = item_extent.at if ended else len(window.text)
        kept = kept and stop - window.at <= largest
        text = window.go_to(stop).rstrip(_BLANKS)
        if len(text) > _STEP:
            window.forget()  # else the text would be held twice while it is parsed
        crossed = _CROSSED if item_extent.crossed else ""
        note = _ENDLESS if item_extent.open and not ended else crossed
        return text if kept else None, note

    def _remember_seam(self, text: bytes) -> None:
        """
        Remember the seam after the item *text*: everything up to the next item, and the start of
        that item as far as *text* starts in the same way.
        """
        ahead = self._window.text
        if gap := _GAP.match(ahead, self._window.at):
            heads = text[:_HEAD], ahead[gap.end() : gap.end() + _HEAD]
            head = os.path.commonprefix(heads)  # noqa: RUF071  # compares bytes, as intended
            self._seam = gap.group() + head if head else b""
            self._gap = len(gap.group())
            self._near = min(4 * len(text) + 256, self._largest) + len(self._seam)

    def _by_seam(self) -> Iterator[Document]:
        """
        The next items that are valid and are followed by the same seam as the items before.

        The items of one file are mostly written in the same way, and searching for the seam takes a
        fifth of the time of following brackets. The text before a seam is only a guess at an item.
        But valid JSON has all its brackets and quotation marks closed, so if the text parses, the
        guess was right.
        """
        window = self._window
        if self._pause:
            self._pause -= 1
            return
        while self._seam:
            stop = window.text.find(self._seam, window.at, window.at + self._near)
            if stop < 0:
                return
            text = window.text[window.at : stop].rstrip(_BLANKS)
            try:
                yield self._document(text, window.line, window.column)
            except Broken:
                self._pause = self._wait = 2 * self._wait + 1
                return
            self._wait = 0
            window.go_to(stop + self._gap)
