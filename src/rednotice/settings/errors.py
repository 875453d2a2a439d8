"""
The exception that wrong settings raise.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rednotice.documents import Path
from rednotice.errors import RednoticeError


class InvalidSettings(RednoticeError, ValueError):
    """
    A setting is unknown, has a wrong value, or asks for what settings must not do.

    Attributes:
        path: The tables, items and entries that lead to the setting; empty for the file as a whole.
        message: What is wrong there, and what to do.
        others: Further faults of the same table, each with its own path and message.
    """

    def __init__(self, path: Path, message: str, others: Iterable[InvalidSettings] = ()) -> None:
        self.path = path
        self.message = message
        self.others: tuple[InvalidSettings, ...] = tuple(others)
        super().__init__(f"{self.place}: {message}" if path else message)

    @property
    def place(self) -> str:
        """The path as people read it: ``suppressions, item 2, reason``."""
        return ", ".join(
            f"item {part + 1}" if isinstance(part, int) else part for part in self.path
        )

    def below(self, *path: str | int) -> InvalidSettings:
        """The same exception for a setting that stands below *path*."""
        others = (one.below(*path) for one in self.others)
        return InvalidSettings((*path, *self.path), self.message, others)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.path, self.message, self.others), self.__dict__
