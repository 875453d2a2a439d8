"""
Recognise JSON that is laid out in another way than one value on each line.

An array with brackets and commas, and objects that go over several lines, would give a fault for
each line. They are told once, and every case that stands whole on its line is still read.
"""

from __future__ import annotations

from typing import NamedTuple

from rednotice import faults
from rednotice.formats.reading import LOOKS_LIKE_YAML, NOT_UTF8, Broken

MOST = 10  # broken lines in a row that are told of
MOST_BROKEN = 10_000  # broken lines in a row, after which no more is read
MOST_PASSED = 1_000_000  # lines in a row of a case that goes over several lines

_COMMAS = (
    "This is not JSON Lines. Take out the comma at the end of the line, and of each other line."
)
_ARRAY = (
    "This is not JSON Lines, which has one whole case on each line, without brackets around the"
    " cases and commas between them. Name the file .json."
)
_SPREAD = (
    "This is not JSON Lines, which has one whole case on each line. Name the file .json, or write"
    " each case on one line."
)
_MORE = f" Mend these {MOST} lines first: broken lines that follow directly are not listed."
_REST = f"{MOST_BROKEN:,} lines in a row are broken, so the rest was not read. Mend them first."
_GOES_ON = (b"{", b"[", b":", b",")  # ends of a line within a JSON text


class Whole(NamedTuple):
    """
    The JSON text that may stand whole within a line, and the column where it begins.
    """

    text: bytes
    column: int


def whole_within(line: bytes) -> Whole | None:
    """
    The object within *line*, without a bracket of an array or a comma beside it; None if there is
    none of these.
    """
    bare = line.strip(b" \t")
    core = bare.removeprefix(b"[").removesuffix(b",").removesuffix(b"]").strip(b" \t")
    if core == bare or not (core.startswith(b"{") and core.endswith(b"}")):
        return None
    return Whole(core, line.index(b"{") + 1)


class Layout:
    """
    What is known of the layout of a file from its lines so far.
    """

    def __init__(self) -> None:
        self._first = True
        self._array = False  # brackets or commas were told of
        self._spread = False  # a case that goes over several lines was told of
        self._broken = 0  # lines in a row
        self._told = 0  # broken lines in a row that were told of
        self._passed = 0  # lines in a row of a case that goes over several lines

    def passes_over(self, line: bytes) -> bool:
        """Whether *line* is a part of a case that goes over several lines."""
        passed = self._spread and not line.startswith(b"{")
        self._passed += passed
        return passed

    @property
    def rest(self) -> Broken | None:
        """What to say if no more is to be read, because nothing was for so long; else None."""
        if self._broken < MOST_BROKEN and self._passed < MOST_PASSED:
            return None
        return Broken(faults.TOO_LARGE, _REST, outside=True)

    def is_whole(self) -> None:
        """Note that a line was read."""
        self._first = False
        self._broken = self._told = self._passed = 0

    def around(self, line: bytes) -> Broken | None:
        """What to say of the signs of an array beside the case on *line*; None if it was said."""
        bracket = line.lstrip(b" \t").startswith(b"[")
        said, self._array = self._array, True
        self.is_whole()
        message = _ARRAY if bracket else _COMMAS
        return None if said else Broken(faults.UNREADABLE, message, outside=True)

    def explained(self, broken: Broken, line: bytes) -> Broken | None:
        """What to say of the *broken* line; None if it was said."""
        first, self._first = self._first, False
        self._broken += 1
        if broken.fault is not faults.UNREADABLE or broken.message == NOT_UTF8:
            return broken
        bare = line.strip(b" \t")
        if self._array and bare == b"]":
            return None
        if self._spread and not bare.endswith(b"}"):
            return None
        if first and broken.message.endswith(LOOKS_LIKE_YAML):
            self._spread = True
            return broken
        if bare == b"[":
            said, self._array = self._array, True
            return None if said else Broken(faults.UNREADABLE, _ARRAY, outside=True)
        if (first or self._array) and _goes_on(bare):
            said, self._spread = self._array or self._spread, True
            return None if said else Broken(faults.UNREADABLE, _SPREAD)
        return self._one_of_many(broken)

    def _one_of_many(self, broken: Broken) -> Broken | None:
        self._told += 1
        if self._told > MOST:
            return None
        more = _MORE if self._told == MOST else ""
        return Broken(broken.fault, broken.message + more, broken.place, outside=broken.outside)


def _goes_on(bare: bytes) -> bool:
    """
    Whether *bare* looks like the first line of a value, which closes fewer brackets than it opens.
    """
    opened = bare.count(b"{") + bare.count(b"[") - bare.count(b"}") - bare.count(b"]")
    return opened > 0 and bare.startswith((b"[", b"{")) and bare.endswith(_GOES_ON)
