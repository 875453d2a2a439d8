"""
Repeats: which keys of a data set were met before, in some twenty-five bytes a key.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from hashlib import blake2b

_TABLES = 64  # of a key's hash the last six bits choose the table
_SMALLEST = 8  # places of a table at first
_FULL = 0.65  # share of its places from which on a table is made larger
_FREE = 0  # a hash that stands for none


def hashed(*parts: str) -> int:
    """
    *parts* as a number of eight bytes, in which no two of any data set are the same; never zero.
    """
    # Not `hash`, which differs from run to run and is short on small machines.
    digest = blake2b("\0".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest) or 1


class Repeats:
    """
    Keys, by their hashes, each with the number that it was first met with.

    They stand in small tables, of which one is copied at a time when it grows.
    """

    def __init__(self) -> None:
        self._tables = [_Table() for _ in range(_TABLES)]

    def meet(self, key: int, number: int) -> int | None:
        """
        The number that the hash *key* was first met with; None if that is *number*, now.
        """
        return self._tables[key % _TABLES].meet(key, number)

    def join(self, later: Repeats) -> Iterator[tuple[int, int]]:
        """
        Take over the keys of *later*, and tell of each that was met here too: its number here and
        there.
        """
        for table in later._tables:
            for key, number in table:
                first = self.meet(key, number)
                if first is not None:
                    yield first, number


class _Table:
    """
    A hash table of whole numbers, with linear probing.
    """

    def __init__(self, size: int = _SMALLEST) -> None:
        self._keys = array("Q", bytes(8 * size))
        self._numbers = array("I", bytes(4 * size))
        self._room = int(size * _FULL)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for key, number in zip(self._keys, self._numbers, strict=True):
            if key != _FREE:
                yield key, number

    def meet(self, key: int, number: int) -> int | None:
        """The number of *key*, or None if it is new and has *number* from now on."""
        keys = self._keys
        size = len(keys)
        place = (key // _TABLES) % size
        while (met := keys[place]) != key:
            if met == _FREE:
                break
            place = (place + 1) % size
        else:
            return self._numbers[place]
        keys[place], self._numbers[place] = key, number
        self._room -= 1
        if not self._room:
            self._grow()
        return None

    def _grow(self) -> None:
        larger = _Table(len(self._keys) * 3 // 2)
        for key, number in self:
            larger.meet(key, number)
        self._keys, self._numbers, self._room = larger._keys, larger._numbers, larger._room
