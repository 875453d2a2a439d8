"""
RN8 Statements and sources: whether a typed class of speaker can be right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.questions import Problem, rule
from rednotice.insight.sources import records_at, source_named, sources_of
from rednotice.insight.speakers import speaker_class
from rednotice.insight.stances import is_coerced
from rednotice.insight.view import View, as_named_by
from rednotice.model import Source, Statement
from rednotice.types.roles import class_words

if TYPE_CHECKING:
    from rednotice.documents import Path

_OF_SPEAKERS = frozenset({"by", "according_to"})
_PRESS = class_words("speakers", "press")
_STATE_PRESS = having("speakers", "state_press")
_NOT_FREE = class_words("speakers", "unfree")
_FREE = class_words("speakers", "speaks_freely")
_HOW_FREE = _NOT_FREE | _FREE


_PRESS_FOR_STATE_MEDIA = (
    "State media speak here, so the speaker is not the press. Name `class:state_media` or their"
    " organisation."
)


_WORD_AGAINST_ITS_CIRCUMSTANCES = (
    "The circumstances do not agree with how the statement was made. Correct one of the two."
)


@rule("RN817", Severity.WARNING)
def class_of_speaker_that_cannot_be(view: View) -> Iterator[Problem]:
    """
    A class word for a speaker disagrees with what the case says of that speaker.

    Three disagreements can be known. `class:press` stands on a record all of whose sources come
    from state media of a pursuing state, or in `by` of such a source: write `class:state_media`.
    The person, a relative or a supporter is the speaker of a statement that was not made freely:
    write `class:person_not_free`. That word stands on a statement whose `circumstances` say `free`:
    one of the two is wrong. Two speakers of different classes in one list are no disagreement.
    """
    # Few cases name the press, and that is asked faster than who does.
    names_press = not all(map(_PRESS.isdisjoint, view.references))
    for path, record, pointing in view.pointing if names_press else ():
        member = pointing.name
        if member in _OF_SPEAKERS and not _PRESS.isdisjoint(record.__dict__[member]):
            for within in _wrong_press(record, member, path, view):
                yield (*path, *within), _PRESS_FOR_STATE_MEDIA
    for path, statement in view.each(Statement):
        if _HOW_FREE.isdisjoint(statement.by):
            continue  # as most
        for place, word in enumerate(statement.by):
            free = word in _NOT_FREE and statement.circumstances in having("circumstances", "free")
            if free or (word in _FREE and is_coerced(statement, view)):
                yield (*path, "by", place), _WORD_AGAINST_ITS_CIRCUMSTANCES


def _wrong_press(record: Any, member: str, path: Path, view: View) -> Iterator[tuple[str, int]]:
    """
    The place in *member* of *record* where the press is named for what state media say.
    """
    if member != ("by" if isinstance(record, Statement | Source) else "according_to"):
        return
    words = [place for place, word in enumerate(record.__dict__[member]) if word in _PRESS]
    publishers = [record.publisher] if isinstance(record, Source) else _publishers(path, view)
    if publishers and all(one and speaker_class(view, one) in _STATE_PRESS for one in publishers):
        yield member, words[0]


def _publishers(path: Path, view: View) -> list[str | None]:
    """
    Who published each source of the record at *path*; None where nobody is named, or the source
    cannot be found and may be anybody's.
    """
    found = [(name, source_named(view, name)) for name in sources_of(view, *records_at(view, path))]
    return [
        as_named_by(name, source.publisher) if source and source.publisher else None
        for name, source in found
    ]
