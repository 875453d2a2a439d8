"""
RN4 Words: by whom the words of a notice are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.questions import Problem, rule
from rednotice.insight.sources import sources_of
from rednotice.insight.speakers import source_class, speaker_class
from rednotice.insight.view import View
from rednotice.model import Notice, Source

# Those who hold no file in which a notice stands, and know it from somebody.
_PARTIES = having("speakers", "party")


_WORDS_THAT_NOBODY_SAW = (
    "It is not said how the words of this notice are known. Say in `through` by whom, or record"
    " who saw them."
)


@rule("RN417", Severity.INFO, of=Notice, having=("text", "charges"), lacking="through")
def words_that_nobody_saw(notice: Notice, view: View) -> Iterator[Problem]:
    """
    The words of a notice are given, and everybody who tells of it knows it from somebody else.

    Counsel, the person, the press and organisations hold no file in which a notice stands. Ask how
    they know its words, and name in `through` by whom: a police officer who read it out, a court
    that quoted it. Words that were read out can differ from those on the paper. If somebody did see
    it, add the paper as a source, the page as an observation, or the publication as `published`.
    Nothing is said where an authority or a court speaks, or where nobody knows who does.
    """
    worded = notice.text or any(charge.text for charge in notice.charges)
    seen = notice.published or any(look.seen for look in notice.observations)
    if not worded or seen:
        return
    classes = {speaker_class(view, name) for name in notice.according_to}
    classes |= {source_class(view, name) for name in _papers(notice, view)}
    if classes and classes <= _PARTIES:
        yield (), _WORDS_THAT_NOBODY_SAW


def _papers(notice: Notice, view: View) -> Sequence[str]:
    """
    The sources on which *notice* rests; if there are none, all of the case, each of which may be
    the paper.
    """
    return sources_of(view, notice) or [source.id or "" for _, source in view.each(Source)]
