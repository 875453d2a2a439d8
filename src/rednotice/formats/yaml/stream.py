"""
Split a YAML stream into its documents while the file is read.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from rednotice.records.limits import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_PART = 2**16  # bytes that are read in one step, and the rest of a line
_BEGINS = b"---"
# In YAML, a line that begins with ``---`` always begins a document, and ``...`` ends one.
_MARK = re.compile(rb"^(?:---|\.\.\.)(?=\s|\Z)", re.MULTILINE)
# A line that is neither empty nor a comment or a directive.
_SAYS = re.compile(rb"^[^\S\n]*+[^\s#%]", re.MULTILINE)


def texts(file: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    """
    For each document of the stream: its first line, its text, and whether the text is complete.
    """
    start, line, held, whole, says = 1, 1, bytearray(), True, False
    for begins, text, ends in _stretches(file):
        # Directives stand before ``---`` and belong to the document that begins there.
        if begins and says:
            yield start, bytes(held), whole
            start, held, whole, says = line, bytearray(), True, False
        says = says or _SAYS.search(text) is not None
        if whole:
            held += text
            whole = len(held) <= LARGEST
        line += text.count(b"\n")
        if ends:
            yield start, bytes(held), whole
            start, held, whole, says = line, bytearray(), True, False
    if held:
        yield start, bytes(held), whole


def _stretches(file: BinaryIO) -> Iterator[tuple[bool, bytes, bool]]:
    """
    The stream in stretches of whole lines, each with whether a document begins with it, and whether
    one ends with it.
    """
    for part in _parts(file):
        at, begins = 0, False
        for mark in _MARK.finditer(part):
            if mark[0] == _BEGINS:
                if mark.start() > at:
                    yield begins, part[at : mark.start()], False
                at, begins = mark.start(), True
            else:
                end = part.find(b"\n", mark.end()) + 1 or len(part)
                yield begins, part[at:end], True
                at, begins = end, False
        if at < len(part):
            yield begins, part[at:], False


def _parts(file: BinaryIO) -> Iterator[bytes]:
    """
    The stream in parts of whole lines, without the mark of its encoding.
    """
    first = True
    while part := file.read(_PART):
        part += file.readline(LARGEST)
        yield part.removeprefix(codecs.BOM_UTF8) if first else part
        first = False
