"""
Find where an item of a JSON array ends, from its brackets and quotation marks alone.
"""

from __future__ import annotations

import re

from rednotice.formats.reading import DEEPEST

_QUOTE, _COMMA, _ARRAY_END, _OBJECT_END = b'",]}'
CLOSING = {ord("["): _ARRAY_END, ord("{"): _OBJECT_END}

TAIL = 128  # bytes at the end of a line that may be read again
_HOPELESS = 1_000_000  # levels; what is so deep was not written by anybody
_FAR = 2**16  # bytes to look ahead for evidence of another reading

BLANK = re.compile(rb"[ \t\r\n]*+")
_QUOTED = rb'[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+'


def _up_to(marks: bytes) -> bytes:
    plain = rb'[^"' + marks + rb"]*+"
    return plain + rb'(?:"' + _QUOTED + rb'"' + plain + rb")*+"


_FLAT = _up_to(rb"\[\]{}")
# An innermost pair of brackets is skipped in one step, since most brackets are in such pairs.
_IN_ITEM = re.compile(rb"%b(?:(?:\[%b\]|{%b})%b)*+" % (_FLAT, _FLAT, _FLAT, _FLAT))
_IN_ARRAY = re.compile(_up_to(rb"\[\]{},"))
_IN_QUOTES = re.compile(_QUOTED)
_OPENINGS = re.compile(rb"[\[{]*+")
_CLOSINGS = re.compile(rb"[\]}]*+")
_LINE_END = re.compile(rb"\\?\n")
_REST_OF_TEXT = re.compile(rb'([^"\\]*+(?:\\.[^"\\]*+)*+")[ \t\r\n]*+[,:\]}]', re.DOTALL)


class Extent:
    """
    Search for the end of an item that begins *at* a place. The search can go on with more text.

    If *whole* is true, the item ends with its brackets, otherwise at the next comma of the array.
    Valid JSON has one possible end. For invalid JSON, these rules lose the least of what follows:

    - A closing bracket closes the last open bracket of its kind and everything inside that; if
      there is none, it is ignored. An item with such brackets goes on to the next comma, or to the
      end of the array if nothing else follows that.
    - No JSON string goes past the end of its line. One that does ends at the next quotation mark
      that a comma, colon or bracket follows. If there is none, its closing mark is missing: then it
      ends with its line, before the commas and brackets there.
    """

    def __init__(self, at: int, *, whole: bool) -> None:
        self.at: int = at
        self.crossed: bool = False
        self._whole = whole
        self._quoted = False
        self._closing = bytearray()  # the closing bracket for each open one, innermost last
        self._deeper = 0  # number of open brackets beyond the levels that a document may have

    @property
    def open(self) -> bool:
        """Whether a bracket or a quotation mark is still open."""
        return self._quoted or bool(self._closing)

    @property
    def is_hopeless(self) -> bool:
        """Whether so many brackets are open that their ends are not looked for."""
        return self._deeper > _HOPELESS

    def ends_in(self, text: bytes, *, final: bool) -> bool:
        """
        Whether the item ends in *text*; *at* is then its end. *final* says that no more text
        follows.
        """
        while not self.is_hopeless and (not self._quoted or self._unquoted(text, final=final)):
            self.at = end(_IN_ITEM if self._closing else _IN_ARRAY, text, self.at)
            if self.at == len(text):
                return False
            mark = text[self.at]
            if not self._closing and (mark == _COMMA or (mark == _ARRAY_END and not self.crossed)):
                return True
            if not self._closing and mark == _ARRAY_END:
                behind = end(BLANK, text, self.at + 1)
                if behind > self.at + _FAR or behind == len(text):
                    return final or behind > self.at + _FAR
            self.at += 1
            if mark == _QUOTE:
                self._quoted = True
            elif mark in CLOSING:
                self._open(CLOSING[mark])
                if self._deeper:
                    self.at = self._pass_openings(text)
            elif self._close(mark, text) and self._whole and not self.crossed:
                return True
        return False

    def _unquoted(self, text: bytes, *, final: bool) -> bool:
        """
        Whether the open string ends in *text*.
        """
        self.at = end(_IN_QUOTES, text, self.at)
        if text[self.at : self.at + 1] == b'"':
            self.at += 1
        elif not _LINE_END.match(text, self.at):
            return False  # at the end of *text*, or at a backslash whose escape is cut off
        elif rest := _REST_OF_TEXT.match(text, self.at, self.at + _FAR):
            self.at = rest.end(1)
        elif final or len(text) >= self.at + _FAR:
            tail = text[max(0, self.at - TAIL) : self.at].rpartition(b'"')[2]
            self.at -= len(tail) - len(tail.rstrip(b"]}, \t\r"))
        else:
            return False
        self._quoted = False
        return True

    def _open(self, closing: int) -> None:
        if len(self._closing) < DEEPEST:
            self._closing.append(closing)
        else:
            self._deeper += 1

    def _pass_openings(self, text: bytes) -> int:
        """
        The end of the brackets that open one behind the other, far too deep; they are counted.
        """
        stop = end(_OPENINGS, text, self.at)
        self._deeper += stop - self.at
        return stop

    def _pass_closings(self, text: bytes) -> None:
        """
        Go to the end of the brackets that close one behind the other, as far as they close brackets
        that were only counted. The first of them was just passed.
        """
        stop = min(end(_CLOSINGS, text, self.at), self.at - 1 + self._deeper)
        self._deeper -= stop - self.at + 1
        self.at = stop

    def _close(self, mark: int, text: bytes) -> bool:
        """
        Close the bracket that *mark*, just passed in *text*, closes, and return whether it was the
        last one.
        """
        if self._deeper:
            self._pass_closings(text)
            return False
        level = self._closing.rfind(mark)
        self.crossed |= level != len(self._closing) - 1
        if level >= 0:
            del self._closing[level:]
        return not self._closing


def end(pattern: re.Pattern[bytes], text: bytes, at: int) -> int:
    """
    The end of the match of *pattern* at position *at*; *at* itself if there is no match.
    """
    found = pattern.match(text, at)
    return found.end() if found else at
