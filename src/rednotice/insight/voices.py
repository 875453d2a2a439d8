"""
Voices: how many sources there are that do not repeat each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from rednotice.insight.rings import components
from rednotice.insight.view import View, once
from rednotice.model import Source

_ENOUGH = 2  # voices that are kept of a source; whether there are more is never asked


def is_one_voice(view: View, references: Iterable[str]) -> bool:
    """
    Whether all that *references* name goes back to one source, or to none.

    Sources of one independence group are one voice, and so are two that derive from one.
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
    return len(frozenset[str]().union(*(known[name] for name in names))) < _ENOUGH


@once
def _known_voices(_view: View) -> dict[str, frozenset[str]]:
    """
    The sources that others go back to, as far as they were asked for: two at most of each.
    """
    return {}


def _before(view: View, name: str) -> list[str]:
    return [] if _group(view, name) else _origins(view, name)


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
