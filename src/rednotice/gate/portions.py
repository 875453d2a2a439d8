"""
Portions: a large document taken apart, so that no more of its faults are collected than are told.

The engine collects all errors of what it is given before the first of them can be seen, and an
error takes up to 25 kB. So it is given a large document in portions, in the order of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rednotice.documents import Path

MOST = 1_000  # values of one portion
MOST_MEMBERS = 64  # of one object; an error on the name of one holds a copy of all
_LINE = 64  # characters of a text that count like a value

Cut = tuple[Any, tuple[int, ...]]


class Portions:
    """
    The portions of a plain value: iterate them.

    A portion is the value with some of its parts left out; those that it has are whole, or cut in
    the same way. Every part that is no list and no object stands in one portion. No portion has an
    empty list or an empty object where the value has none. So whatever the schema forbids in a
    portion is forbidden in the value too, except that a member is missing.
    """

    def __init__(self, value: Any) -> None:
        self._value = value
        self._first: tuple[int, ...] = ()
        self._settled: set[Path] = set()

    def __iter__(self) -> Iterator[Any]:
        if _is_large(self._value, _weight(self._value)):
            for portion, first in self._cut(self._value, ()):
                self._first = first
                yield portion
        else:
            yield self._value

    def path(self, within: list[str | int]) -> Path:
        """The path in the value of what stands at the path *within* the last portion."""
        return tuple(
            part + first if isinstance(part, int) else part
            for part, first in zip(within, self._first, strict=False)
        ) + tuple(within[len(self._first) :])

    def settle(self, path: Path) -> None:
        """Take no more portions from the value at *path*: all is said of it."""
        self._settled.add(path)

    def _cut(self, whole: Any, path: Path) -> Iterator[Cut]:
        """
        The portions of *whole*, a large list or object at *path*, each with the places of the
        items that are the first in it, level by level.
        """
        group, start, room = _empty(whole), 0, MOST
        most = MOST_MEMBERS if isinstance(whole, dict) else MOST
        for place, (name, part) in enumerate(_parts(whole)):
            weight = _weight(part)
            large = _is_large(part, weight)
            if group and (large or weight > room or len(group) == most):
                yield group, (start,)
                if self._is_settled(path):
                    return
                group, start, room = _empty(whole), place, MOST
            if not large:
                _put(group, name, part)
                room -= weight
                continue
            for portion, first in self._cut(part, (*path, name)):
                yield _put(_empty(whole), name, portion), (place, *first)
            if self._is_settled(path):
                return
            start = place + 1
        if group:
            yield group, (start,)

    def _is_settled(self, path: Path) -> bool:
        return any(path[:level] in self._settled for level in range(len(path) + 1))


def _is_large(value: Any, weight: int) -> bool:
    return weight > MOST and isinstance(value, dict | list)


def _parts(whole: Any) -> Iterable[tuple[str | int, Any]]:
    return whole.items() if isinstance(whole, dict) else enumerate(whole)


def _empty(whole: Any) -> Any:
    return {} if isinstance(whole, dict) else []


def _put(group: Any, name: str | int, part: Any) -> Any:
    """*group*, an object or a list, with *part* as its next."""
    if isinstance(group, dict):
        group[name] = part
    else:
        group.append(part)
    return group


def _weight(value: Any) -> int:
    """
    How many values there are in *value*, long texts and names counted by their lines.

    Counting stops at what is more than a portion, and at an object of more members than it may have
    in one.
    """
    kind = type(value)
    if kind is not list and kind is not dict:
        return 1 + (len(value) // _LINE if kind is str else 0)
    weight, containers = 1, [value]
    for one in containers:  # it grows on the way
        parts: Any = one
        weight += len(one)
        if type(one) is dict:
            parts = one.values()
            weight += sum(map(len, one)) // _LINE
            if len(one) > MOST_MEMBERS:
                return MOST + 1
        if weight > MOST:
            break
        for part in parts:
            kind = type(part)
            if kind is dict or kind is list:
                containers.append(part)
            elif kind is str and len(part) >= _LINE:
                weight += len(part) // _LINE
    return weight
