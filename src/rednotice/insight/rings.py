"""
Rings: what leads back to itself, found in one pass however long the chains are.
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
    Those names, among *names* and what comes *after* them, that others lead back to.

    One that leads to itself alone is in no ring.
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
    The paths of those records of class *kind* that lead back to themselves, where *after* gives the
    ids that a record names: by way of others, or *alone* as well.
    """
    ahead = {
        record.id: ids for _, record in view.each(kind) if record.id and (ids := after(record))
    }
    if ahead.keys().isdisjoint(chain.from_iterable(ahead.values())):
        return  # as in most cases, where nobody need look closer
    found = in_rings(ahead, lambda name: ahead.get(name, ()))
    for path, record in view.each(kind):
        if record.id in found or (alone and record.id in ahead.get(record.id, ())):
            yield path


def components(names: Iterable[str], after: After) -> Iterator[list[str]]:
    """
    *names* and all that comes *after* them, those together that lead to each other; whatever comes
    after a name stands with it or before it.

    These are the strongly connected components of the graph, in linear time (Tarjan 1972).
    """
    lows: dict[str, int] = {}  # the earliest name, by its number, that each leads back to
    numbers: dict[str, int] = {}
    waiting: dict[str, None] = {}  # names whose component is not complete, in order

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
    """The names from *first* on, which wait no longer."""
    taken = []
    while first in waiting:
        taken.append(waiting.popitem()[0])
    return taken
