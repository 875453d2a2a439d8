"""
Documents: what a format reads, with the way back from every value to its place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

import attrs

Path = tuple[str | int, ...]
Twice = tuple[tuple[Path, tuple[int, int]], ...]


class LineColumn(NamedTuple):
    """
    A place in a text: line and column, both from 1.
    """

    line: int
    column: int

    def as_dict(self) -> dict[str, Any]:
        """The members that tell the place in JSON."""
        return self._asdict()

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class Cell(NamedTuple):
    """
    A place in a spreadsheet: the name of the sheet, and the numbers of row and column, both from 1.
    """

    sheet: str
    row: int
    column: int

    @property
    def name(self) -> str:
        """The cell's name, such as ``C7``."""
        letters, rest = "", self.column
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return f"{letters}{self.row}"

    def as_dict(self) -> dict[str, Any]:
        """The members that tell the place in JSON."""
        return {"sheet": self.sheet, "cell": self.name}

    def __str__(self) -> str:
        return f"{self.sheet}!{self.name}"


Place = LineColumn | Cell


class Document(Protocol):
    """
    One document as it was read: a plain value, and where each part of it stands.

    A text, a row of a table or an object of Python can be one.
    """

    @property
    def value(self) -> Any:
        """The plain value: JSON's own types."""
        ...

    @property
    def file(self) -> str | None:
        """The name of the file that it was read from."""
        ...

    @property
    def is_text(self) -> bool:
        """Whether a person may have written it as text, so that advice on quotes is of use."""
        ...

    @property
    def repeated(self) -> tuple[tuple[Path, Place], ...]:
        """
        The objects in which a member stands twice, and where it does for the second time. The value
        has the first one, and the document is refused.
        """
        ...

    def place(self, path: Path, key: str | None = None) -> Place | None:
        """Where the value at *path*, or its member *key*, stands; None if that has no place."""
        ...

    def at(self, path: Path) -> Any:
        """The plain value at *path*, or None where there is none."""
        ...

    def without_value(self) -> Document:
        """The document with what it needs to find places, in as little memory as that takes."""
        ...


@attrs.frozen(eq=False, repr=False)
class TextDocument:
    """
    A document that was read from a text: its value, its own text, and where that text begins.

    *locate* finds line and column of the value at a path within *text*, or of a member's key there;
    it is asked only for findings that somebody looks at. *parse* reads the value of *text* again.
    *twice* is `Document.repeated` with lines and columns of *text*.
    """

    value: Any
    text: bytes
    locate: Callable[[bytes, Path, str | None], tuple[int, int]]
    parse: Callable[[bytes], Any]
    file: str | None = None
    line: int = 1
    column: int = 1
    twice: Twice = ()
    is_text: bool = True

    @property
    def repeated(self) -> tuple[tuple[Path, Place], ...]:
        """As `Document` has it."""
        return tuple((path, self._in_file(place)) for path, place in self.twice)

    def without_value(self) -> TextDocument:
        """The document with its text alone, which takes a tenth of the memory."""
        return attrs.evolve(self, value=None)

    def place(self, path: Path, key: str | None = None) -> LineColumn:
        """Line and column in the file of the value at *path*, or of its member *key*."""
        return self._in_file(self.locate(self.text, path, key))

    def at(self, path: Path) -> Any:
        """The plain value at *path*, or None where there is none."""
        return value_at(self.parse(self.text) if self.value is None else self.value, path)

    def _in_file(self, place: tuple[int, int]) -> LineColumn:
        line, column = place
        return LineColumn(self.line + line - 1, column + (self.column - 1 if line == 1 else 0))


@attrs.frozen(eq=False, repr=False)
class PlainDocument:
    """
    A document that is a plain value of Python, such as a dict, and so has no places.
    """

    value: Any
    file: str | None = None
    repeated: tuple[tuple[Path, Place], ...] = ()
    is_text: bool = False

    def without_value(self) -> PlainDocument:
        """The document itself: its value belongs to whoever gave it."""
        return self

    def place(self, path: Path, key: str | None = None) -> None:  # as others have it
        """No place: there is no text."""

    def at(self, path: Path) -> Any:
        """The plain value at *path*, or None where there is none."""
        return value_at(self.value, path)


def value_at(value: Any, path: Path) -> Any:
    """
    What stands at *path* in the plain *value*, or None where nothing does.
    """
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
