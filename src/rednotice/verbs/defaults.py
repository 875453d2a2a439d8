"""
Write out what a case leaves to the default, before a second source makes it doubtful.
"""

from __future__ import annotations

from itertools import count
from typing import Any, TypeVar

from rednotice.insight.sources import KEPT, only_source
from rednotice.model import Attributed, Case, SharedDocument, Source
from rednotice.records import evolve, fields_of, walk

Document = TypeVar("Document", Case, SharedDocument)


def with_sources_written(case: Document) -> Document:
    """
    Return a copy of *case* in which every record names the only source on which it rests.

    Call it before you add a second source: from then on, a record that names no source rests on
    none. Whose word a record is and how close a quotation is follow from the source and from the
    statement, not from how many sources there are, so they are not written.

    >>> from rednotice import Case, Incident, Source, Subject
    >>> case = Case(rednotice="1.0", id="c-1", subjects=[Subject(id="s1")],
    ...     incidents=[Incident(method="threat")], sources=[Source(kind="interview")])
    >>> with_sources_written(case).incidents[0].sources
    ('q1',)

    Args:
        case: A case or a shared document; it is not changed. If it has no source or several, the
            copy is equal to it. A record inside another rests on what that one names. If the only
            source has no id, it gets one.

    Raises:
        TypeError: If *case* is neither a case nor a shared document.
    """
    if not isinstance(case, Case | SharedDocument):
        raise TypeError("only a case or a shared document rests on sources")
    only = only_source(case)
    if only is None:
        return case
    name = only.id or _free_id(case)
    changes: dict[str, Any] = {}
    for member, value in vars(case).items():
        if isinstance(value, tuple) and any(map(_rests_on_the_only_source, value)):
            changes[member] = tuple(_naming(name, one) for one in value)
    if changes and only.id is None:
        changes["sources"] = tuple(_with_id(name, one, only) for one in case.sources)
    whole: Any = case  # which of the two it is decides what `evolve` takes
    made: Document = evolve(whole, **changes)
    return made


def _rests_on_the_only_source(record: Any) -> bool:
    if not isinstance(record, Attributed) or isinstance(record, KEPT):
        return False
    return not record.sources and "sources" not in (record.missing or ())


def _naming(name: str, record: Any) -> Any:
    return evolve(record, sources=(name,)) if _rests_on_the_only_source(record) else record


def _with_id(name: str, source: Source, only: Source) -> Source:
    if source is not only:
        return source
    reasons = {member: why for member, why in (source.missing or {}).items() if member != "id"}
    return evolve(source, id=name, missing=reasons or None)


def _free_id(case: Case | SharedDocument) -> str:
    """
    An id that no record of *case* has, and that nothing in it points at.
    """
    taken: set[str | None] = set()
    for _, record in walk(case):
        members = record.__dict__
        taken.add(members.get("id"))
        kind: Any = type(record)
        for field in fields_of(kind):
            if field.ref and field.name in members:
                value = members[field.name]
                names = value if isinstance(value, tuple) else (value,)
                taken.update(name.partition(".")[0] for name in names)
    return next(name for number in count(1) if (name := f"q{number}") not in taken)
