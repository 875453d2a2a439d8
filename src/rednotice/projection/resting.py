"""
What a case rests on, in summary: visible content that leaves in the place of its sources.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from rednotice.codelists.groups import naming
from rednotice.insight.sources import sources_read
from rednotice.insight.view import View
from rednotice.insight.voices import independent
from rednotice.model import Derived, RestsOn
from rednotice.projection.dates import to_years

if TYPE_CHECKING:
    from rednotice.model import Case, SharedDocument, Source

_CLASSES = naming("source_kinds", "class_")
_UNKNOWN = "other"
_NEVER = dt.date.min  # nothing that is asked here depends on the day


def rests_on(case: Case, *, shared: SharedDocument | View | None = None) -> RestsOn | None:
    """
    A summary of what *case* rests on, for a release to counsel or to partners; None if there is
    nothing to say.

    It is made of what does not leave, and of nothing else: the state of the record, the year that
    it describes, the classes of the sources that were read, the number of those that are
    independent, and, if all of them were published, that the case was public already. A class tells
    no more of a person who spoke than that they are on the side of the pursued person.

    The projection treats this summary as visible content: cases with the same summary, which differ
    in nothing else that may be seen, have the same release.

    Args:
        case: The case, before it is projected.
        shared: The shared document, from which sources of the case may derive.
    """
    state = case.record.state if case.record else None
    as_of = case.record.as_of if case.record else None
    sources = sources_read(case)
    if state is None and not sources:
        return None
    return RestsOn(
        state=state,
        as_of=to_years(as_of) if as_of else None,
        source_classes=sorted({_class_of(source) for source in sources}),
        independent=_independent(case, sources, shared) if sources else None,
        already_public=True if sources and all(map(_is_published, sources)) else None,
    )


def _class_of(source: Source) -> str:
    """
    The class of *source*; of a source without a kind, the one that tells nothing.
    """
    return next(iter(_CLASSES.get(source.kind or "", ())), _UNKNOWN)


def _independent(case: Case, sources: list[Source], shared: SharedDocument | View | None) -> int:
    """
    The number of sources and groups that *sources* go back to; only those with an id have a name.
    """
    unnamed = [source for source in sources if source.id is None]
    names = [source.id for source in sources if source.id is not None]
    names += [one.source for source in unnamed for one in _derived(source)]
    groups = {source.independence_group for source in unnamed} - {None}
    groups -= {source.independence_group for source in sources if source.id is not None}
    alone = [one for one in unnamed if not (one.independence_group or one.derived_from)]
    return len(alone) + len(groups) + independent(View(case, _NEVER, shared=shared), names)


def _derived(source: Source) -> tuple[Derived, ...]:
    return () if source.independence_group else source.derived_from


def _is_published(source: Source) -> bool:
    return source.address is not None or source.publisher is not None
