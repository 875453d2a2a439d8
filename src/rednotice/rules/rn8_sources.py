"""
RN8 Sources: whether a record says on which of several sources it rests.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rednotice.findings import Severity
from rednotice.insight.questions import Problem, rule
from rednotice.insight.sources import source_named, sources_of, sources_read
from rednotice.insight.view import View, once
from rednotice.model import Event, Incident, Notice, Outcome, Proceeding, Statement, Warrant

if TYPE_CHECKING:
    from rednotice.documents import Path

# What somebody must have told or written; a search is what the keeper of the case did.
_CLAIMS = (Event, Incident, Notice, Outcome, Proceeding, Statement, Warrant)
_SEVERAL = 2
_BEFORE = "Before you add a source, call `rednotice.with_sources_written`."


@rule("RN820", Severity.WARNING)
def record_on_nothing(view: View) -> Iterator[Problem]:
    """
    A case has several sources, and a record names neither a source nor a speaker.

    As long as a case has one source, every record rests on it without saying so. With the second
    source that ends: the record rested on the only source before, and now it rests on nothing.
    Write the default out before you add a source, with `rednotice.with_sources_written(case)`;
    where it is too late for that, name the first source in `sources` of the older records. A record
    on which a statement says whose word it is needs none. A source that names `sources` of its own
    is only told of there, and is not counted.
    """
    for path, record in _left_open(view):
        if not _named(record) and not (record.id and record.id in view.statements):
            yield (
                path,
                f"The case has several sources. Name in `sources` on which this rests. {_BEFORE}",
            )


@rule("RN821", Severity.INFO)
def source_left_open(view: View) -> Iterator[Problem]:
    """
    A case has several sources, and a record with a speaker does not say where the words stand.

    The speaker is known, and the place where they said it is not. In a case with one source it was
    clear. Name it in `sources`, or say in `missing` why you cannot. Before you add a source to a
    case that has one, call `rednotice.with_sources_written(case)`. If a source is the speaker, the
    words stand in that source.
    """
    for path, record in _left_open(view):
        speakers = _named(record)
        if speakers and not any(source_named(view, name) for name in speakers):
            yield path, f"Name in `sources` where this was said. {_BEFORE}"


@once
def _left_open(view: View) -> list[tuple[Path, Any]]:
    """
    The records that do not say on which of several sources they rest, nor why not.
    """
    if len(sources_read(view.case)) < _SEVERAL:
        return []
    return [
        (path, record)
        for kind in _CLAIMS
        for path, record in view.each(kind)
        # Most records name their sources, and that is asked faster here than there.
        if not record.__dict__.get("sources")
        and not sources_of(view, record)
        and "sources" not in (record.missing or ())
    ]


def _named(record: Any) -> tuple[str, ...]:
    by: tuple[str, ...] = record.by if isinstance(record, Statement) else ()
    return by or record.according_to
