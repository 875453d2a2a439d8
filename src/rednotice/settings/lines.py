"""
Find the line of a setting in a file in TOML, whose parser tells no places.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

_HEADER = re.compile(r"\s*\[(\[)?([^\[\]]+)\]")
_ENTRY = re.compile(r"""\s*((?:[A-Za-z0-9_.\s-]|"[^"]*"|'[^']*')+?)\s*=""")
_LONGEST = 500  # characters of a line that are looked at
Path = tuple[str | int, ...]


def line_of(text: str, path: Path) -> int | None:
    """
    The line, from 1, of the setting at *path* in the TOML *text*. If it has no line of its own, it
    is that of the entry or the table around it. None if there is none.

    Only the layout of a line is looked at. A line of a text over several lines that looks like an
    entry is taken for one.
    """
    best, line = 0, None
    for number, there in _places(text):
        depth = _common(there, path)
        if depth == len(there) and depth > best:
            best, line = depth, number
    return line


@lru_cache(maxsize=4)
def _places(text: str) -> tuple[tuple[int, Path], ...]:
    return tuple(_found_in(text))


def _found_in(text: str) -> Iterator[tuple[int, Path]]:
    """
    Yield each line that begins a table or an entry, with its path.
    """
    table: Path = ()
    items: Counter[Path] = Counter()
    for number, whole in enumerate(text.split("\n"), 1):
        line = whole[:_LONGEST]
        if header := _HEADER.match(line):
            *above, last = _keys(header[2]) or ("",)
            table = _within(above, items)
            if header[1]:
                items[(*table, last)] += 1
            table = _within([last], items, table)
            yield number, table
        elif entry := _ENTRY.match(line):
            yield number, (*table, *_keys(entry[1]))


def _within(keys: Iterable[str | int], items: Counter[Path], above: Path = ()) -> Path:
    """
    The path that *keys* below *above* lead to, in the last item of each list of tables on the way.
    """
    path = above
    for key in keys:
        path = (*path, key)
        if path in items:
            path = (*path, items[path] - 1)
    return path


def _keys(written: str) -> Path:
    """
    The keys of a dotted key, as ``house.codes."/notices/*/kind"`` has three.
    """
    try:
        value: Any = tomllib.loads(f"{written} = 0")
    except ValueError:
        return ()
    keys: list[str] = []
    while isinstance(value, dict):
        ((key, value),) = value.items()
        keys.append(key)
    return tuple(keys)


def _common(one: Path, other: Path) -> int:
    """
    The number of parts with which both begin.
    """
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
