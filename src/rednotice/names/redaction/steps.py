"""
One change of a text, and where each of its signs was before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

Piece = tuple[int, str]
"""How many signs of the text became what."""
Changes = Iterator[tuple[int, list[Piece]]]
"""From which places on a text changes, in order, and how."""


class Step:
    """
    One change of a text: the *text* after it, and where each of its changed signs was.
    """

    def __init__(self, before: str, changes: Iterable[tuple[int, list[Piece]]]) -> None:
        kept: list[str] = []
        self._after: list[int] = [0]  # where each stretch begins in the text after the change
        self._before: list[int] = [0]  # and before it
        self._changed: list[int] = [0]  # the signs that a changed stretch had; 0 for all others
        done = place = 0
        for start, pieces in changes:
            kept.append(before[done:start])
            place += start - done
            done = start
            for size, text in pieces:
                self._add(place, done, size)
                kept.append(text)
                place += len(text)
                done += size
            self._add(place, done, 0)
        self.changed: bool = bool(kept)
        self.text: str = "".join([*kept, before[done:]]) if kept else before

    def _add(self, after: int, before: int, changed: int) -> None:
        if self._after[-1] == after and not self._changed[-1]:
            self._before[-1], self._changed[-1] = before, changed
            return
        self._after.append(after)
        self._before.append(before)
        self._changed.append(changed)

    def before(self, start: int, end: int) -> tuple[int, int]:
        """Where the signs from *start* to *end* were."""
        first = bisect_right(self._after, start) - 1
        last = max(bisect_right(self._after, end - 1) - 1, 0)
        began, size = self._before[first], self._changed[first]
        left = began if size else began + start - self._after[first]
        began, size = self._before[last], self._changed[last]
        right = began + size if size else began + end - self._after[last]
        return left, right
