"""
Documents: what a format reads, with the way back to the line and column of every place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

Path = tuple[str | int, ...]
Place = tuple[int, int]
Twice = tuple[tuple[Path, Place], ...]  # an object's path, and where one of its keys stands again


@attrs.frozen(eq=False, repr=False)
class Document:
    """
    One document as it was read: its plain value, its own text, and where that text begins.

    *locate* finds the line and column, both from 1, of the value at a path within *text*, or of a
    member's key there; it is asked only for findings that somebody looks at.
    """

    value: Any
    text: bytes
    locate: Callable[[bytes, Path, str | None], Place]
    file: str | None = None
    line: int = 1
    column: int = 1
    parse: Callable[[bytes], Any] | None = None
    # Where members stand twice. Of such a member the value is the first one, and the document is
    # refused.
    repeated: Twice = ()

    def without_value(self) -> Document:
        """
        The document with its text alone, which is enough for places and a tenth of the memory.
        """
        return attrs.evolve(self, value=None)

    def place(self, path: Path, key: str | None = None) -> Place:
        """
        Line and column in the file of the value at *path*, or of its member *key*.
        """
        return self.in_file(self.locate(self.text, path, key))

    def in_file(self, place: Place) -> Place:
        """
        Line and column in the file of what stands at *place* in the text.
        """
        line, column = place
        return self.line + line - 1, column + (self.column - 1 if line == 1 else 0)

    def at(self, path: Path) -> Any:
        """
        The plain value at *path*, or None where there is none.
        """
        value: Any = self.value
        if self.value is None and self.parse is not None:
            value = self.parse(self.text)
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value


def pointer(path: Path) -> str:
    """
    *path* as a JSON Pointer (RFC 6901); the whole document is the empty text.
    """
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)
