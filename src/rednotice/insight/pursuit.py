"""
Which notices are sent to pursue a person, and which seek help or only inform.
"""

from __future__ import annotations

from rednotice.codelists.groups import having
from rednotice.model import Notice


def pursues(notice: Notice) -> bool:
    """
    Whether *notice* pursues somebody, as far as its kind and its content tell.

    A notice of a kind that seeks help or informs pursues where it has a purpose, charges or a
    warrant: a yellow notice can pursue a parent who fled with a child. A notice whose kind is
    missing or does not decide counts as pursuit, since a release must keep more from a pursuer.
    """
    if notice.kind not in having("notice_kinds", "informs", "seeks_help"):
        return True
    return bool(notice.purpose or notice.charges or notice.warrants)
