"""
Documents: the plain values that a format reads, and where each part stands in the file.
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
        """The place as members of a JSON object."""
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
        """The place as members of a JSON object."""
        return {"sheet": self.sheet, "cell": self.name}

    def __str__(self) -> str:
        return f"{self.sheet}!{self.name}"


Place = LineColumn | Cell


class Document(Protocol):
    """
    One document as it was read: a plain value, and where each part of it stands.

    It may come from a text, from a row of a table or from a Python object.
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
        """Whether a person may have typed it as text, so that advice on quotation marks helps."""
        ...

    @property
    def repeated(self) -> tuple[tuple[Path, Place], ...]:
        """
        The paths of objects that have a member twice, each with the place of the second occurrence.
        *value* holds the first occurrence. The gate refuses such a document.
        """
        ...

    def place(self, path: Path, key: str | None = None) -> Place | None:
        """Where the value at *path*, or its member *key*, stands; None if it has no place."""
        ...

    def at(self, path: Path) -> Any:
        """The plain value at *path*; None if there is none."""
        ...

    def line_at(self, number: int) -> str | None:
        """The text of the line *number* of the file; None if the document has no such line."""
        ...

    def without_value(self) -> Document:
        """A copy that can still find places but takes as little memory as possible."""
        ...


@attrs.frozen(eq=False, repr=False)
class TextDocument:
    """
    A document that was read from a text: its value, its own text, and where that text begins.

    *locate* finds the line and column of a value, or of a member's key, in *text*; it is called
    only when somebody reads the place of a finding. *parse* reads the value of *text* again.
    *twice* is `Document.repeated` with lines and columns counted within *text*.
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
        """The repeated members, with their places in the file; see `Document.repeated`."""
        return tuple((path, self._in_file(place)) for path, place in self.twice)

    def without_value(self) -> TextDocument:
        """A copy that keeps only the text, which takes a tenth of the memory."""
        # Not by `attrs.evolve`, which takes four times as long, and this is done for every case.
        return TextDocument(
            None,
            self.text,
            self.locate,
            self.parse,
            self.file,
            self.line,
            self.column,
            self.twice,
            self.is_text,
        )

    def place(self, path: Path, key: str | None = None) -> LineColumn:
        """Line and column in the file of the value at *path*, or of its member *key*."""
        return self._in_file(self.locate(self.text, path, key))

    def at(self, path: Path) -> Any:
        """The plain value at *path*; None if there is none."""
        return value_at(self.parse(self.text) if self.value is None else self.value, path)

    def line_at(self, number: int) -> str | None:
        """
        The text of the line *number* of the file; None if the document has no such line.

        What stands before the document in its first line is not known, and replaced by spaces.
        """
        lines = self.text.splitlines()  # bytes know only \n, \r and \r\n
        count = number - self.line
        if not 0 <= count < len(lines):
            return None
        before = " " * (self.column - 1) if count == 0 else ""
        return before + lines[count].decode("utf-8", "replace")

    def _in_file(self, place: tuple[int, int]) -> LineColumn:
        line, column = place
        return LineColumn(self.line + line - 1, column + (self.column - 1 if line == 1 else 0))


@attrs.frozen(eq=False, repr=False)
class PlainDocument:
    """
    A document made from a plain Python value, such as a dict; its parts have no places.
    """

    value: Any
    file: str | None = None
    repeated: tuple[tuple[Path, Place], ...] = ()
    is_text: bool = False

    def without_value(self) -> PlainDocument:
        """The document itself: the caller holds the value anyway."""
        return self

    def place(self, path: Path, key: str | None = None) -> None:
        """None, because there is no text."""

    def at(self, path: Path) -> Any:
        """The plain value at *path*; None if there is none."""
        return value_at(self.value, path)

    def line_at(self, number: int) -> None:
        """None, because there is no text."""


def value_at(value: Any, path: Path) -> Any:
    """
    The part of the plain *value* at *path*; None if there is none.
    """
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def pointer(path: Path) -> str:
    """
    *path* as a JSON Pointer (RFC 6901); the empty string stands for the whole document.
    """
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)
