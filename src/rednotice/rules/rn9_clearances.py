"""
RN9 Clearances: wordings that an editor cleared for an audience.
"""

from __future__ import annotations

from collections.abc import Iterator

from rednotice.findings import Severity
from rednotice.insight.clearances import is_current, text_cleared
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View
from rednotice.model import Clearance

_CLEARANCE_OF_NO_TEXT = (
    "The clearance names no text of the case, so that nothing leaves for it. Correct the reference."
)


@rule("RN918", Severity.WARNING, of=Clearance, asks_for_more=True)
def clearance_of_no_text(clearance: Clearance, view: View) -> Iterator[Problem]:
    """
    A cleared wording stands for a member that is no text, or for one that is not there.

    Only a text can leave in other words. A code, a date or a name leaves as its own field says, or
    not at all. Name the record and its text in `about`, such as `i1.text`.
    """
    if text_cleared(view, clearance) is None:
        yield ("about",), _CLEARANCE_OF_NO_TEXT


@rule("RN919", Severity.WARNING, of=Clearance, asks_for_more=True)
def clearance_of_another_text(clearance: Clearance, view: View) -> Iterator[Problem]:
    """
    A wording was cleared for a text that has changed since, or nobody knows for which.

    Whoever cleared the wording read other words than those that stand there now. The wording does
    not leave until somebody reads the text again and enters its hash in `text_sha256`.
    """
    if text_cleared(view, clearance) is not None and not is_current(view, clearance):
        member = "text_sha256" if clearance.text_sha256 is not None else "about"
        yield (member,), "The text has changed since it was cleared. Read it and clear it again."


_WORDING_CLEARED_FOR_OTHERS = (
    "The clearance is for another audience than the release. Make the release again."
)


@rule("RN929", of=Clearance, of_releases=True)
def wording_cleared_for_others(clearance: Clearance, view: View) -> Iterator[Problem]:
    """
    The release holds a wording that was cleared for another audience.

    An editor clears words for one audience, and for none that is wider or narrower. Make the
    release anew by a policy.
    """
    release = view.case.release
    if release and clearance.audience != release.audience:
        yield ("audience",), _WORDING_CLEARED_FOR_OTHERS
