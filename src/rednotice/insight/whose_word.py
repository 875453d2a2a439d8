"""
By whose word a record stands, whether it says so or its sources tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rednotice.codelists.groups import having
from rednotice.insight.sources import source_named, sources_of
from rednotice.insight.speakers import source_class, speaker_class
from rednotice.insight.view import as_named_by
from rednotice.model import Assessed, Charge, Contest, Penalty, Statement
from rednotice.types.roles import CLASS

if TYPE_CHECKING:
    from rednotice.insight.view import View
    from rednotice.model import Source

_INTERVIEWEE = having("source_kinds", "interviewee_speaks")
_COURT = having("source_kinds", "court_speaks")
_CCF = having("source_kinds", "ccf_speaks")
_COURTS = having("speakers", "national_court")


def speakers_of(view: View, *records: Any) -> tuple[str, ...]:
    """
    The speakers by whose word the first of *records* stands: ids or class words, as roles hold
    them. Empty if nobody is known.

    They are those that the record names, or else the nearest record that holds it and names any. If
    none does, three kinds of source speak for themselves: an interview for the only person that it
    names in `by`, a judgment for its court, a decision of the CCF for the CCF. All sources on which
    the record rests must be of these kinds. No other source is taken for a speaker.

    A charge is its issuer's statement, and a source that only tells of it is not its speaker. How a
    charge is contested or assessed is not the issuer's word, so what holds it is not asked.

    Args:
        view: The case.
        records: A record of the case or of the shared document, and the records that hold it, the
            innermost first, as `records_at` gives them.
    """
    for one in records:
        named = _named(one)
        if named or _is_the_issuers(one) or _says_why_not(one):
            return named
        if isinstance(one, Assessed | Contest) or "sources" in one.__dict__:
            break
    return _by_default(view, sources_of(view, *records))


def tellers_of(view: View, *records: Any) -> tuple[str, ...]:
    """
    Who tells what the first of *records* says: its speakers, or else the classes of whoever speaks
    in its sources, such as ``class:press``. Empty if neither is known.

    A newspaper that prints what a lawyer and a ministry say is not their speaker, and still it is
    the newspaper that tells it. So this is what a reader may be told who does not see the sources.

    Args:
        view: The case.
        records: A record and those that hold it, as for `speakers_of`.
    """
    named = speakers_of(view, *records)
    if named or speaks_for_itself(records[0]) or _says_why_not(records[0]):
        return named
    classes = (source_class(view, name) for name in sources_of(view, *records))
    return tuple(dict.fromkeys(f"{CLASS}{code}" for code in classes if code is not None))


def speaks_for_itself(record: Any) -> bool:
    """
    Whether *record* is somebody's own word, such as a charge, and not an account of what happened.
    """
    return isinstance(record, Assessed | Charge | Contest | Penalty | Statement)


def _named(record: Any) -> tuple[str, ...]:
    members = record.__dict__
    by: tuple[str, ...] = ()
    if isinstance(record, Contest | Statement):  # of other records, `by` is who acted
        by = members.get("by", ())
    return by or members.get("according_to", ())


def _is_the_issuers(record: Any) -> bool:
    return isinstance(record, Charge | Penalty)


def _says_why_not(record: Any) -> bool:
    member = "by" if isinstance(record, Contest | Statement) else "according_to"
    return member in record.__dict__.get("missing", ())


def _by_default(view: View, names: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in names:
        source = source_named(view, name)
        speaker = _speaker(view, source, name) if source else None
        if speaker is None:
            return ()
        found[speaker] = None
    return tuple(found)


def _speaker(view: View, source: Source, name: str) -> str | None:
    """
    Who speaks in *source* as a whole, as the case writes it; None if that cannot be told.
    """
    if source.kind not in _INTERVIEWEE | _COURT | _CCF or len(source.by) > 1:
        return None
    for speaker in source.by:
        return as_named_by(name, speaker)
    if source.kind in _CCF:
        return "class:ccf"
    if source.kind in _COURT and source.publisher:
        publisher = as_named_by(name, source.publisher)
        return publisher if speaker_class(view, publisher) in _COURTS else None
    return None
