"""
Split a large document into portions, so that only those errors are collected that are reported.

The engine collects all errors of its input before it returns the first, and an error takes up to 25
kB. So it gets a large document in portions, in document order. What the engine accepts as a whole,
which it says without making an error, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rednotice.documents import Path

MOST = 1_000  # values of one portion
MOST_MEMBERS = 64  # members of one object; an error on a member's name holds a copy of all of them
_LINE = 64  # characters of a text that count as one value
_AT_ONCE = 2**14  # items that the engine is asked about together; it makes a copy of them
_LONG = 10_000  # characters of a text that the engine copies into an error only if it must
_HEAD = 200  # characters of a long text or name that stand for it
# No pattern of the schema takes this sign. It is behind the head of a text that was refused whole.
_REFUSED = "\0"

Sound = Callable[[Any, "Path"], bool]
Cut = tuple[Any, tuple[int, ...]]


class Portions:
    """
    The portions of a plain value, as an iterable.

    A portion is a copy of the value without some of its parts. The parts that it keeps are whole,
    or cut in the same way. Every scalar is in exactly one portion. No portion has an empty list or
    object where the value has a filled one. So every error in a portion is also an error in the
    value, except for missing members.

    *is_sound* says of a part of the value, and its path, whether the engine certainly accepts it.
    Parts of long lists that it accepts are in no portion. A long text that it refuses is
    represented by its beginning, and so is a long name.
    """

    def __init__(self, value: Any, is_sound: Sound = lambda _, __: False) -> None:
        self._value = value
        self._is_sound = is_sound
        self._first: tuple[int, ...] = ()
        self._settled: set[Path] = set()
        self._names: dict[str, str] = {}  # long ones by what represents them
        self.several: bool = False
        """Whether the value is so large that there are several portions, once they are taken."""

    def __iter__(self) -> Iterator[Any]:
        self.several = _is_large(self._value, _weight(self._value))
        if self.several:
            for portion, first in self._cut(self._value, ()):
                self._first = first
                yield portion
        else:
            yield self._value

    def path(self, within: list[str | int]) -> Path:
        """The path in the whole value for the path *within* the last portion."""
        return tuple(
            part + first if isinstance(part, int) else self.name(part)
            for part, first in zip(within, self._first, strict=False)
        ) + tuple(map(self.name, within[len(self._first) :]))

    def name(self, part: Any) -> Any:
        """The name that *part*, a name or an index in a portion, represents."""
        return self._names.get(part, part)

    def settle(self, path: Path) -> None:
        """Yield no more portions of the value at *path*, because its fault is already known."""
        self._settled.add(path)

    def _cut(self, whole: Any, path: Path) -> Iterator[Cut]:
        """
        The portions of *whole*, a large list or object at *path*. Each comes with the index of its
        first item at every level.
        """
        if isinstance(whole, dict):
            yield from self._grouped(whole, whole.items(), path)
            return
        for first in range(0, len(whole), _AT_ONCE):
            for start, stop in self._unsound(whole, path, first, min(first + _AT_ONCE, len(whole))):
                items = zip(range(start, stop), whole[start:stop], strict=True)
                yield from self._grouped(whole, items, path)
                if self._is_settled(path):
                    return

    def _unsound(
        self, whole: list[Any], path: Path, start: int, stop: int
    ) -> Iterator[tuple[int, int]]:
        """
        The ranges of *whole*, a list at *path*, between *start* and *stop* that the engine refuses,
        each no longer than a portion.
        """
        if start == stop or self._is_sound(whole[start:stop], path):
            return
        if stop - start <= MOST:
            yield start, stop
            return
        middle = (start + stop) // 2
        yield from self._unsound(whole, path, start, middle)
        yield from self._unsound(whole, path, middle, stop)

    def _grouped(
        self, whole: Any, parts: Iterable[tuple[str | int, Any]], path: Path
    ) -> Iterator[Cut]:
        """
        The portions of *whole*, at *path*, with those *parts* of it.
        """
        group, start, room = _empty(whole), 0, MOST
        most = MOST_MEMBERS if isinstance(whole, dict) else MOST
        for name, each in parts:
            part, weight = each, _weight(each)
            if type(part) is str and len(part) > _LONG:
                part, weight = self._representing(part, (*path, name)), 1
            large = _is_large(part, weight)
            if group and (large or weight > room or len(group) == most):
                yield group, (start,)
                if self._is_settled(path):
                    return
                group, room = _empty(whole), MOST
            if not group:
                start = name if isinstance(name, int) else 0
            if not large:
                _put(group, self._short(name), part)
                room -= weight
                continue
            for portion, first in self._cut(part, (*path, name)):
                yield _put(_empty(whole), self._short(name), portion), (start, *first)
            if self._is_settled(path):
                return
        if group:
            yield group, (start,)

    def _representing(self, text: str, path: Path) -> str:
        """
        A short text that the engine refuses if it refuses the long *text* at *path*.
        """
        short = text[:_HEAD]
        if self._is_sound(text, path):
            return short if self._is_sound(short, path) else text
        short += _REFUSED
        return text if self._is_sound(short, path) else short

    def _short(self, name: Any) -> Any:
        """
        *name*, or what represents it if it is longer than any name of the schema.
        """
        if isinstance(name, int) or len(name) <= _LONG:
            return name
        short = f"{name[:_HEAD]}{_REFUSED}{len(self._names)}"
        self._names[short] = name
        return short

    def _is_settled(self, path: Path) -> bool:
        return any(path[:level] in self._settled for level in range(len(path) + 1))


def _is_large(value: Any, weight: int) -> bool:
    return weight > MOST and isinstance(value, dict | list)


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
