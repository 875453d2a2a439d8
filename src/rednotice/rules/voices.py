"""
Voices: how many sources there are that do not repeat each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rednotice.model import Source
from rednotice.rules.view import View


def voices(view: View, references: Iterable[str]) -> frozenset[str]:
    """
    The sources from which all that *references* name is derived, each group of them once.

    Sources of one independence group are one voice, and so are two that derive from one.
    """
    found: set[str] = set()
    for reference in references:
        reached = list(_lineage(view, reference))
        found |= {
            f"group {source.independence_group}" if source and source.independence_group else name
            for name, source, ends in reached
            if ends
        }
    return frozenset(found)


def derives_from_itself(view: View, identity: str) -> bool:
    """
    Whether the source *identity* is made from itself, in however many steps.
    """
    named = view.named(identity)
    if named is None or not isinstance(named[1], Source):
        return False
    return any(
        name == identity
        for origin in _origins(identity, named[1])
        for name, _, _ in _lineage(view, origin)
    )


def _lineage(view: View, reference: str) -> Iterator[tuple[str, Source | None, bool]]:
    """
    *reference* and all that it derives from, each once: its name, its source if there is one, and
    whether it is where the line ends.
    """
    waiting, met = [reference], {reference}
    while waiting:
        name = waiting.pop()
        named = view.named(name)
        source = named[1] if named and isinstance(named[1], Source) else None
        origins = _origins(name, source) if source else []
        yield name, source, bool(source and source.independence_group) or not origins
        waiting += [origin for origin in origins if origin not in met]
        met.update(origins)


def _origins(name: str, source: Source) -> list[str]:
    # Within the shared document, its own records are named without `shared:`.
    prefix = "shared:" if name.startswith("shared:") else ""
    return [f"{prefix}{derived.source}" for derived in source.derived_from]
