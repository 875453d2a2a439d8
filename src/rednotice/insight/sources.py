"""
Sources: on which of them a record rests, whether it says so or leaves it to the default.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from rednotice.insight.view import View, as_named_by, once
from rednotice.model import (
    Basis,
    Bookkeeping,
    Case,
    Consent,
    EditorDecision,
    Handling,
    RelatedCase,
    Risk,
    SharedDocument,
    Source,
)

if TYPE_CHECKING:
    from rednotice.documents import Path

# What those who keep a case write of their own accord, and the sources themselves.
KEPT = (Basis, Bookkeeping, Consent, EditorDecision, Handling, RelatedCase, Risk, Source)
_SHARED = "shared:"


def sources_read(case: Case | SharedDocument) -> list[Source]:
    """
    The sources of *case* that its keeper has read.

    A source that names `sources` of its own was not: it is only told of there.
    """
    return [*_read(case)]


def only_source(case: Case | SharedDocument) -> Source | None:
    """
    The source on which *case* rests, or None if it has none or several.
    """
    found = [*islice(_read(case), 2)]  # the others make no difference, and there may be thousands
    return found[0] if len(found) == 1 else None


def _read(case: Case | SharedDocument) -> Iterator[Source]:
    return (source for source in case.sources if not source.sources)


def sources_of(view: View, *records: Any) -> tuple[str, ...]:
    """
    The names of the sources on which the first of *records* rests: its own; or else those of the
    nearest record that holds it and names any; or else the only source of the case.

    A record that says in `missing` why its sources are missing rests on none. What those who keep
    the case write of their own accord, such as a consent, rests on what it names and on nothing
    else, and so does the case itself. If the only source has no id, its name is the empty text;
    `source_named` finds it.

    Args:
        view: The case.
        records: A record of the case or of the shared document, and the records that hold it, the
            innermost first, as `records_at` gives them.
    """
    if not records:
        return ()
    if not _is_of(view, records[0]):
        above = view.shared_view
        named = sources_of(above, *records) if above else ()
        return tuple(as_named_by(_SHARED, name) for name in named)
    for one in records:
        members = one.__dict__
        if "sources" in members:
            own: tuple[str, ...] = members["sources"]
            return own
        if "sources" in members.get("missing", ()) or isinstance(one, KEPT):
            return ()
    only = only_source(view.case)
    return () if only is None else (only.id or "",)


def source_named(view: View, name: str) -> Source | None:
    """
    The source that *name* names, as `sources_of` gives it, or None if it names no source.
    """
    if not name:
        return only_source(view.case)
    if name == _SHARED:
        return only_source(view.shared_view.case) if view.shared_view else None
    found = view.record_of(name)
    return found[1] if found is not None and isinstance(found[1], Source) else None


def records_at(view: View, path: Path) -> tuple[Any, ...]:
    """
    The record at *path* of the case and those that hold it, the innermost first, without the case.
    """
    part: Any = view.case
    found: list[Any] = []
    for step in path:
        part = part[step] if isinstance(step, int) else part.__dict__[step]
        if not isinstance(part, tuple):
            found.append(part)
    return tuple(reversed(found))


def is_coded_in_full(view: View, path: Path) -> bool:
    """
    Whether all sources on which the record at *path* rests are coded in full, so that what it lacks
    is not in them.

    Of the case itself this is never known: who pursues and where somebody searched is asked of
    people, not of a source alone.
    """
    if not _has_a_source_in_full(view):
        return False
    names = sources_of(view, *records_at(view, path))
    found = [source_named(view, name) for name in names]
    return bool(found) and all(source is not None and source.coded_in_full for source in found)


@once
def _has_a_source_in_full(view: View) -> bool:
    above = view.shared_view
    sources = (*view.case.sources, *(above.case.sources if above else ()))
    return any(source.coded_in_full for source in sources)


def _is_of(view: View, record: Any) -> bool:
    """
    Whether *record* is of the case itself, and not of the shared document beside it.
    """
    return view.shared is None or id(record) in _identities(view)


@once
def _identities(view: View) -> frozenset[int]:
    return frozenset(id(record) for _, record in view.records)
