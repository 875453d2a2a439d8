"""
Explain the few faults that are plain only from what stands beside a value on its line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rednotice.documents import Document, Path

_MOST = 32  # lines that are looked up in one document, each of which takes all of its text
_LARGEST = 2**18  # bytes of a text in which lines are looked up; nobody types a larger one
_HEAD = 256  # bytes in which a text shows its first sign
_DASH = re.compile(r"\s*-\s(?:.*-\s)?\s*")
_COMMENT = re.compile(r"\s*#")

_COMMENTED = "This is empty, because # begins a comment. Put a text that begins with # in quotes."
_DASH_BEFORE = "Take out the dash if this belongs to the item above."
_DASH_BELOW = "Take out the dash below if the item there belongs to this one."


class Lines:
    """
    The lines of *document*, if it is a text of ordinary size.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        text = getattr(document, "text", None)
        self._left = _MOST if text and len(text) <= _LARGEST else 0
        # A YAML text may begin with a bracket too, but is then written like JSON.
        head = (text or b"{")[:_HEAD].lstrip()
        self.may_be_yaml: bool = not head.startswith((b"{", b"["))
        """Whether the document is a text that is not written like JSON."""

    def comment(self, path: Path, value: Any, *, needed: bool) -> str:
        """
        That a comment of YAML stands in the place of *value* at *path*, which may be *needed*;
        empty if none does.
        """
        if value is not None or not _COMMENT.match(self._around(path)[1]):
            return ""
        return _COMMENTED if needed else f"{_COMMENTED} Leave the member out if it is unknown."

    def dash_too_many(self, path: Path, value: Any, lacking: set[str]) -> str:
        """
        That a dash may part the item *value* at *path*, which has none of the members *lacking*,
        from one beside it; empty if the two have a member in common, or there is no such dash.
        """
        number = path[-1] if path else ""
        if not isinstance(number, int) or not value:
            return ""
        items = self._document.at(path[:-1])
        if number and _completes(items[number - 1], value) and self._has_dash(path):
            return _DASH_BEFORE
        after: Any = items[number + 1] if number + 1 < len(items) else None
        if not (_completes(after, value) and any(name in after for name in lacking)):
            return ""
        return _DASH_BELOW if self._has_dash((*path[:-1], number + 1)) else ""

    def _has_dash(self, path: Path) -> bool:
        return _DASH.fullmatch(self._around(path)[0]) is not None

    def _around(self, path: Path) -> tuple[str, str]:
        """
        The text before the value at *path* on its line, and from there on; both empty if no more
        lines are looked up.
        """
        if not self._left:
            return "", ""
        self._left -= 1
        place: Any = self._document.place(path)
        line = self._document.line_at(place.line) or ""
        return line[: place.column - 1], line[place.column - 1 :]


def _completes(item: Any, other: Any) -> bool:
    """
    Whether *item* and *other* are objects that could be one: no member stands in both.
    """
    return isinstance(item, dict) and bool(item) and item.keys().isdisjoint(other)
