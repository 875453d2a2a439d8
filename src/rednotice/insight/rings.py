"""
Find rings, which are references that lead back to their start, in linear time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import View

After = Callable[[str], Iterable[str]]


def in_rings(names: Iterable[str], after: After) -> frozenset[str]:
    """
    The names that are in a ring, among *names* and all names that can be reached by *after*.

    A name that refers only to itself is not in a ring.
    """
    found: set[str] = set()
    for together in components(names, after):
        if len(together) > 1:
            found.update(together)
    return frozenset(found)


def records_in_rings(
    view: View, kind: type[Any], after: Callable[[Any], Iterable[str]], *, alone: bool = False
) -> Iterator[Path]:
    """
    Yield the paths of records of class *kind* whose references lead back to them. *after* returns
    the ids that a record refers to. If *alone* is true, a record that refers to itself counts too.
    """
    ahead = {
        record.id: ids for _, record in view.each(kind) if record.id and (ids := after(record))
    }
    if ahead.keys().isdisjoint(chain.from_iterable(ahead.values())):
        return  # as in most cases
    found = in_rings(ahead, lambda name: ahead.get(name, ()))
    for path, record in view.each(kind):
        if record.id in found or (alone and record.id in ahead.get(record.id, ())):
            yield path


def components(names: Iterable[str], after: After) -> Iterator[list[str]]:
    """
    Group *names*, and all names that can be reached by *after*, so that the names in a group all
    lead to each other. Each group comes after the groups that it leads to.

    These are the strongly connected components of the graph, in linear time (Tarjan 1972).
    """
    lows: dict[str, int] = {}  # by name: number of the earliest name that it leads back to
    numbers: dict[str, int] = {}
    waiting: dict[str, None] = {}  # names whose component is incomplete, in order

    def enter(name: str) -> tuple[str, Iterator[str]]:
        numbers[name] = lows[name] = len(numbers)
        waiting[name] = None
        return name, iter(after(name))

    for root in names:
        way = [] if root in numbers else [enter(root)]
        while way:
            name, ahead = way[-1]
            for one in ahead:
                if one not in numbers:
                    way.append(enter(one))
                    break
                if one in waiting:
                    lows[name] = min(lows[name], numbers[one])
            else:
                way.pop()
                if way:
                    above = way[-1][0]
                    lows[above] = min(lows[above], lows[name])
                if lows[name] == numbers[name]:
                    yield _taken(waiting, name)


def _taken(waiting: dict[str, None], first: str) -> list[str]:
    """Remove and return the names from *first* on."""
    taken = []
    while first in waiting:
        taken.append(waiting.popitem()[0])
    return taken
