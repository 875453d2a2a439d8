"""
Detect repeated keys in a data set, in about twenty-five bytes for each key.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from hashlib import blake2b

_TABLES = 64  # the last six bits of a key's hash select the table
_SMALLEST = 8  # initial number of slots in a table
_FULL = 0.65  # share of used slots at which a table grows
_FREE = 0  # marks a free slot


def hashed(*parts: str) -> int:
    """
    The hash of *parts*, an eight-byte number that is never zero. Collisions are so rare that none
    is expected in any data set.
    """
    # Not `hash`, which differs from run to run and is shorter on 32-bit machines.
    digest = blake2b("\0".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest) or 1


class Repeats:
    """
    A map from the hashes of keys to the numbers that they were first added with.

    The hashes are spread over small tables, so that only a small table is copied when it grows.
    """

    def __init__(self) -> None:
        self._tables = [_Table() for _ in range(_TABLES)]

    def add(self, key: int, number: int) -> int | None:
        """
        Add the hash *key* with *number*. Return the number that it was first added with, or None if
        it is new.
        """
        return self._tables[key % _TABLES].add(key, number)

    def join(self, later: Repeats) -> Iterator[tuple[int, int]]:
        """
        Add all keys of *later*. Yield both numbers, here and there, of each key that was already
        here.
        """
        for table in later._tables:
            for key, number in table:
                first = self.add(key, number)
                if first is not None:
                    yield first, number


class _Table:
    """
    A hash table for whole numbers, with linear probing.
    """

    def __init__(self, size: int = _SMALLEST) -> None:
        self._keys = array("Q", bytes(8 * size))
        self._numbers = array("I", bytes(4 * size))
        self._room = int(size * _FULL)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for key, number in zip(self._keys, self._numbers, strict=True):
            if key != _FREE:
                yield key, number

    def add(self, key: int, number: int) -> int | None:
        """Add *key* with *number*; return its earlier number, or None if it is new."""
        keys = self._keys
        size = len(keys)
        place = (key // _TABLES) % size
        while (found := keys[place]) != key:
            if found == _FREE:
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
            larger.add(key, number)
        self._keys, self._numbers, self._room = larger._keys, larger._numbers, larger._room
