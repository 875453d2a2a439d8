"""
Voices: how many sources there are that do not repeat each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from rednotice.insight.view import View
from rednotice.model import Source


def voices(view: View, references: Iterable[str]) -> frozenset[str]:
    """
    The sources from which all that *references* name is derived, each group of them once.

    Sources of one independence group are one voice, and so are two that derive from one.
    """

    def before(name: str) -> list[str]:
        return [] if _group(view, name) else _origins(view, name)

    first = {name for name in _reached(references, before) if not before(name)}
    return frozenset(_group(view, name) or name for name in first)


def derives_from_itself(view: View, identity: str) -> bool:
    """
    Whether the source *identity* is made from itself, in however many steps.
    """
    before = partial(_origins, view)
    return identity in _reached(before(identity), before)


def _reached(names: Iterable[str], before: Callable[[str], Iterable[str]]) -> set[str]:
    """
    *names*, what comes before each, and so on until nothing new does.
    """
    met: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in met:
            met.add(name)
            waiting += before(name)
    return met


def _group(view: View, name: str) -> str | None:
    """
    The independence group of the source *name*, as no source can be called.
    """
    source = _source(view, name)
    return f"group {source.independence_group}" if source and source.independence_group else None


def _origins(view: View, name: str) -> list[str]:
    source = _source(view, name)
    if source is None:
        return []
    # Within the shared document, its own records are named without `shared:`.
    prefix = "shared:" if name.startswith("shared:") else ""
    return [f"{prefix}{derived.source}" for derived in source.derived_from]


def _source(view: View, name: str) -> Source | None:
    named = view.record_of(name)
    return named[1] if named is not None and isinstance(named[1], Source) else None
