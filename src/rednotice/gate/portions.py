"""
Split a large document into portions, so that only those errors are collected that are reported.

The engine collects all errors of its input before it returns the first, and an error takes up to 25
kB. So it gets a large document in portions, in document order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rednotice.documents import Path

MOST = 1_000  # values of one portion
MOST_MEMBERS = 64  # members of one object; an error on a member's name holds a copy of all of them
_LINE = 64  # characters of a text that count as one value

Cut = tuple[Any, tuple[int, ...]]


class Portions:
    """
    The portions of a plain value, as an iterable.

    A portion is a copy of the value without some of its parts. The parts that it keeps are whole,
    or cut in the same way. Every scalar is in exactly one portion. No portion has an empty list or
    object where the value has a filled one. So every error in a portion is also an error in the
    value, except for missing members.
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
        """The path in the whole value for the path *within* the last portion."""
        return tuple(
            part + first if isinstance(part, int) else part
            for part, first in zip(within, self._first, strict=False)
        ) + tuple(within[len(self._first) :])

    def settle(self, path: Path) -> None:
        """Yield no more portions of the value at *path*, because its fault is already known."""
        self._settled.add(path)

    def _cut(self, whole: Any, path: Path) -> Iterator[Cut]:
        """
        The portions of *whole*, a large list or object at *path*. Each comes with the index of its
        first item at every level.
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
    """Add *part* to *group*, an object or a list, and return *group*."""
    if isinstance(group, dict):
        group[name] = part
    else:
        group.append(part)
    return group


def _weight(value: Any) -> int:
    """
    The number of values in *value*, where long texts and names count once for each `_LINE`.

    Counting stops when the number exceeds a portion, and at an object with more members than a
    portion may have.
    """
    kind = type(value)
    if kind is not list and kind is not dict:
        return 1 + (len(value) // _LINE if kind is str else 0)
    weight, containers = 1, [value]
    for one in containers:  # the loop adds to it
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
