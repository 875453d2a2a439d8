"""
Independent sources: whether several sources go back to the same one.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from rednotice.insight.rings import components
from rednotice.insight.sources import source_named
from rednotice.insight.view import View, as_named_by, once

_ENOUGH = 2  # origins that are stored for a source; more than two make no difference


def is_one_voice(view: View, references: Iterable[str]) -> bool:
    """
    Whether all sources that *references* name go back to a single source, or there are none.

    Sources of the same independence group count as one, and so do sources derived from the same
    one.
    """
    return len(origins(view, references)) < _ENOUGH


def origins(view: View, references: Iterable[str]) -> frozenset[str]:
    """
    The sources or independence groups that the sources *references* go back to; of many, some.

    If there is only one, it is that one. If there are several, at least two are given.
    """
    known = _known_voices(view)
    names = [*references]
    fresh = [name for name in names if name not in known]
    for together in components(fresh, lambda name: () if name in known else _before(view, name)):
        voices = frozenset[str]()
        for name in together:
            before = _before(view, name)
            voices = voices.union(*(known.get(one, ()) for one in before))
            if not before:
                voices |= {_group(view, name) or name}
        kept = frozenset(islice(voices, _ENOUGH))
        for name in together:
            known.setdefault(name, kept)
    return frozenset[str]().union(*(known[name] for name in names))


def independent(view: View, references: Iterable[str]) -> int:
    """
    The number of sources and independence groups that the sources *references* go back to.

    Sources that only go back to each other are one.
    """
    waiting = [*references]
    met: set[str] = set()
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in met:
            met.add(name)
            before = _before(view, name)
            waiting += before
            if not before:
                found.add(_group(view, name) or name)
    return len(found) or min(len(met), 1)


@once
def _known_voices(_view: View) -> dict[str, frozenset[str]]:
    """
    A cache of the origins of each source that was looked up; at most `_ENOUGH` for each.
    """
    return {}


def _before(view: View, name: str) -> list[str]:
    return [] if _group(view, name) else _origins(view, name)


def _group(view: View, name: str) -> str | None:
    """
    The independence group of the source *name*, in a form that cannot be the id of a source.
    """
    source = source_named(view, name)
    return f"group {source.independence_group}" if source and source.independence_group else None


def _origins(view: View, name: str) -> list[str]:
    source = source_named(view, name)
    if source is None:
        return []
    return [as_named_by(name, derived.source) for derived in source.derived_from]
