"""
Voices: how many sources there are that do not repeat each other.
"""

from __future__ import annotations

from collections.abc import Iterable

from rednotice.model import Source
from rednotice.rules.view import View


def voices(view: View, references: Iterable[str]) -> frozenset[str]:
    """
    The sources from which all that *references* name is derived, each group of them once.

    Sources of one independence group are one voice, and so are two that derive from one.
    """
    found: set[str] = set()
    met: set[str] = set()
    waiting = list(references)
    while waiting:
        name = waiting.pop()
        if name in met:
            continue
        met.add(name)
        source = _source(view, name)
        if source is not None and source.independence_group:
            found.add(f"group {source.independence_group}")
        elif source is not None and source.derived_from:
            waiting += _origins(name, source)
        else:
            found.add(name)
    return frozenset(found)


def derives_from_itself(view: View, identity: str) -> bool:
    """
    Whether the source *identity* is made from itself, in however many steps.
    """
    met: set[str] = set()
    waiting = [identity]
    while waiting:
        name = waiting.pop()
        if name in met:
            continue
        met.add(name)
        source = _source(view, name)
        origins = _origins(name, source) if source is not None else []
        if identity in origins:
            return True
        waiting += origins
    return False


def _source(view: View, name: str) -> Source | None:
    named = view.named(name)
    return named[1] if named is not None and isinstance(named[1], Source) else None


def _origins(name: str, source: Source) -> list[str]:
    # Within the shared document, its own records are named without `shared:`.
    prefix = "shared:" if name.startswith("shared:") else ""
    return [f"{prefix}{derived.source}" for derived in source.derived_from]
