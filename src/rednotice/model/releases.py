"""
What a document that has left says of its release: for whom it was made, by which policy, and under
which terms it may be used.
"""

from __future__ import annotations

from rednotice.records import COUNSEL, PARTNER, PUBLIC, contextual, record, safe
from rednotice.records.members import FromText, ListOf
from rednotice.types.codes import AudienceCode, RecordState, SourceClass, TermOfUse, Tlp
from rednotice.types.dates import PartialDate
from rednotice.types.numbers import Count
from rednotice.types.texts import Edition, PolicyName, Sha256


@record(essentials=("state", "source_classes", "independent", "already_public"))
class RestsOn:
    """
    A summary of what the record rests on, since its sources do not leave with it.
    """

    state: RecordState | None = safe(
        "How far the record was verified.", to=(COUNSEL, PARTNER), default=None
    )
    as_of: FromText[PartialDate | None] = safe(
        "The year that the record describes.", to=(COUNSEL, PARTNER), default=None
    )
    source_classes: ListOf[SourceClass] = contextual(
        "The classes of source, each named once.", to=(COUNSEL, PARTNER), default=()
    )
    independent: Count | None = contextual(
        "Number of sources or groups of sources that are independent of each other.",
        to=(COUNSEL, PARTNER),
        default=None,
    )
    already_public: bool | None = contextual(
        "Whether all that the release tells was public before.",
        to=(COUNSEL, PARTNER),
        default=None,
    )


@record(essentials=("audience",))
class Release:
    """
    What a document that has left says of its release. A case that is kept has none.
    """

    audience: AudienceCode = safe("The audience that the release was made for.", to=PUBLIC)
    policy: PolicyName = safe("Name and version of the policy that decided what leaves.", to=PUBLIC)
    policy_sha256: Sha256 | None = safe(
        "Hash of the policy's file, by which the recipient can tell which policy it was.",
        to=PUBLIC,
        default=None,
    )
    date: FromText[PartialDate] = safe("When the release was made, to the month.", to=PUBLIC)
    edition: Edition | None = safe(
        "Edition of the release, by which a later recall names it.", to=PUBLIC, default=None
    )
    tlp: Tlp | None = safe(
        "Traffic Light Protocol 2.0 mark that binds the recipient.", to=PUBLIC, default=None
    )
    terms: ListOf[TermOfUse] = safe(
        "Terms under which the release may be used.", to=PUBLIC, default=()
    )
    rests_on: RestsOn | None = contextual(
        "What the record rests on, in summary.", to=(COUNSEL, PARTNER), default=None
    )
