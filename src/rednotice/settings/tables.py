"""
Read tables of settings: entries that are unknown, missing or of a wrong type are errors.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NoReturn, TypeVar

from rednotice.settings.errors import InvalidSettings
from rednotice.words.likeness import nearest

E = TypeVar("E")
T = TypeVar("T")
_FEW = 12  # words that a message lists


class Faults:
    """
    The faults of a table whose entries are read one by one, so that all are told at once.
    """

    def __init__(self) -> None:
        self._found: list[InvalidSettings] = []

    def each(self, entries: Iterable[E], reader: Callable[[E], T]) -> tuple[T, ...]:
        """What *reader* makes of each of *entries*, without those that it refuses."""
        return tuple(read for entry in entries for read in self._read(entry, reader))

    def _read(self, entry: E, reader: Callable[[E], T]) -> Iterator[T]:
        try:
            yield reader(entry)
        except InvalidSettings as error:
            self._found += [error, *error.others]

    def tell(self) -> None:
        """
        Raise `InvalidSettings` if anything was refused.
        """
        if self._found:
            first, *others = self._found
            raise InvalidSettings(first.path, first.message, others)


def refuse(message: str, *path: str | int) -> NoReturn:
    """
    Raise `InvalidSettings` with *message* for the setting at *path*.
    """
    raise InvalidSettings(path, message)


def known_entries(table: object, known: Iterable[str], *path: str | int) -> dict[str, Any]:
    """
    The entries of *table*, whose keys must be among *known*.

    Raises:
        InvalidSettings: If it is no table, or has an entry that is not known.
    """
    entries = any_entries(table, *path)
    names, faults = tuple(known), Faults()
    unknown = [key for key in entries if key not in names]
    faults.each(unknown, lambda key: refuse(_unknown(key, names), *path, key))
    faults.tell()
    return entries


def any_entries(table: object, *path: str | int) -> dict[str, Any]:
    """
    The entries of *table*, whatever their keys.

    Raises:
        InvalidSettings: If it is no table.
    """
    if not isinstance(table, Mapping):
        refuse("must be a table", *path)
    return dict(table)


def _unknown(key: str, names: tuple[str, ...]) -> str:
    return f"there is no such setting; {instead_of(key, names)}"


def instead_of(given: str, known: Iterable[str]) -> str:
    """
    Advice on what to write instead of *given*: the word of *known* that is most like it, or all.
    """
    names = tuple(known)
    near = nearest(given, names)
    if near:
        return f"did you mean `{near}`?"
    if len(names) <= _FEW:
        return f"write {_either([f'`{name}`' for name in names])}"
    return f"write one of {len(names)} words, such as `{names[0]}`"


def text(value: object, *path: str | int) -> str:
    """
    *value*, which must be a text with at least one visible character.
    """
    if not isinstance(value, str) or not value.strip():
        refuse("must be a text", *path)
    return value


def day(value: object, *path: str | int) -> dt.date:
    """
    *value*, which must be a day: a date of TOML, or a text such as ``2027-01-31``.
    """
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else refuse("", *path)
    except ValueError:
        refuse("must be a day, such as 2027-01-31", *path)


def items(value: object, *path: str | int) -> list[Any]:
    """
    *value*, which must be a list with at least one item.
    """
    if not isinstance(value, list | tuple) or not value:
        refuse("must be a list with at least one item", *path)
    return list(value)


def _either(words: list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
