"""
What the mark of a document says about where the document may be kept (Traffic Light Protocol).
"""

from __future__ import annotations

from rednotice.codelists.groups import having
from rednotice.model import Case, SharedDocument
from rednotice.records import Audience


def may_be_hosted(record: Case | SharedDocument) -> bool:
    """
    Whether *record* may be kept on a host that other people run.

    A case without a mark may not, since it counts as ``amber+strict``. A shared document is about
    public bodies and has no mark, so it may. For a release, the mark of the release decides; a
    release for the public needs none.
    """
    if record.release is not None:
        audience = Audience(record.release.audience)
        return allows_hosting(record.release.tlp) or audience is Audience.PUBLIC
    if isinstance(record, SharedDocument):
        return True
    return record.handling is not None and allows_hosting(record.handling.tlp)


def allows_hosting(mark: object) -> bool:
    """
    Whether *mark* allows it. A value that is no mark allows nothing.
    """
    return isinstance(mark, str) and mark in having("tlp", "may_be_hosted")
