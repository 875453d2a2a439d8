"""
Class words in the place of ids: who speaks and who is concerned, by class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rednotice.codelists.cuts import cut
from rednotice.codelists.groups import having, leaving
from rednotice.insight.speakers import concerned_class, speaker_class
from rednotice.policies.definition import REACHES_PURSUERS, Policy
from rednotice.records import Audience
from rednotice.types.roles import CLASS

if TYPE_CHECKING:
    from rednotice.insight.view import View
    from rednotice.types.roles import Role

_PERSONS_SIDE = having("speakers", "persons_side")
_UNKNOWN = {"concerned": "somebody_else", "speakers": "unknown_speaker"}
NOBODY_KNOWN = f"{CLASS}{_UNKNOWN['speakers']}"


def class_word(view: View, role: Role, reference: str, policy: Policy, said_in: Any) -> str:
    """
    The class word that leaves under *policy* for *reference*, which stands in a *role* of
    *said_in*.

    A class that the audience may not see is shown as somebody unknown, so that the record does not
    come to say that nobody was concerned.
    """
    if role.classes == "speakers":
        code = speaker_class(view, reference, said_in)
    else:
        code = concerned_class(view, reference)
    shown = _grouped(role.classes, code or _UNKNOWN[role.classes], policy)
    if shown not in leaving(role.classes, policy.audience):
        shown = _UNKNOWN[role.classes]
    return f"{CLASS}{shown}"


def _grouped(classes: str, code: str, policy: Policy) -> str:
    """
    *code*, or the group that it belongs to.

    Partners, the bureau and the public do not see who on the person's side spoke: a relative,
    counsel or the person. The public does not see either which body of a pursuing state did. A
    policy may cut the list further.
    """
    own_side = classes == "speakers" and code in _PERSONS_SIDE
    audience = policy.audience
    grouped = audience is Audience.PUBLIC or (audience in REACHES_PURSUERS and own_side)
    steps = max(policy.cuts.get(classes, 0), int(grouped))
    return cut(classes, code, steps) if steps else code
