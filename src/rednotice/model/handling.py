"""
How a case may be handled: by what right, with whose consent, until when.
"""

from __future__ import annotations

from typing import Annotated

from rednotice.model.base import Attributed, Human
from rednotice.records import (
    COUNSEL,
    INTERNAL,
    PUBLIC,
    contextual,
    record,
    safe,
    sensitive,
)
from rednotice.records.limits import Ref
from rednotice.records.members import FromText, ListOf
from rednotice.types.codes import (
    AudienceCode,
    Circumstances,
    ConsentStatus,
    CountryCode,
    HandlingAction,
    LegalBasis,
    Purpose,
    RecordState,
    RiskLevel,
    Tlp,
)
from rednotice.types.dates import PartialDate
from rednotice.types.texts import About, Label, Language, Reference, Sha256, Text


@record(essentials=(("organisation", "id"),))
class AlsoKnownAs:
    """
    The id of the same case at another organisation.
    """

    organisation: Label = contextual(
        "Name of the organisation that holds the same case.", to=COUNSEL
    )
    id: Label = contextual("Id that the organisation gave the case.", to=COUNSEL)


@record(
    essentials=(
        "state",
        "as_of",
        "coded_by",
        "coded_on",
        "second_coder",
        "codelists",
        "version",
        "modified",
        "included_because",
        "owner",
        "also_known_as",
    )
)
class Bookkeeping:
    """
    The record of the record: who coded the case, when, from what, and how far it was verified.
    """

    state: RecordState | None = safe(
        "How far the record of the case was verified.", to=COUNSEL, default=None
    )
    as_of: FromText[PartialDate | None] = safe(
        "The day that the record of the case describes.", to=COUNSEL, default=None
    )
    coded_by: Label | None = sensitive(
        "Who coded the case, under a pseudonym.", to=INTERNAL, default=None
    )
    coded_on: FromText[PartialDate | None] = safe(
        "Date on which the case was coded.", to=COUNSEL, default=None
    )
    second_coder: Label | None = sensitive(
        "Who coded the case independently, under a pseudonym.", to=INTERNAL, default=None
    )
    codelists: Label | None = safe(
        "Edition of the codelists by which the case was coded.", to=COUNSEL, default=None
    )
    version: Label | None = safe("Version of the record of the case.", to=COUNSEL, default=None)
    modified: FromText[PartialDate | None] = safe(
        "Date on which the record was last changed.", to=COUNSEL, default=None
    )
    included_because: Label | None = contextual(
        "Why the case is in the data set.", to=COUNSEL, default=None
    )
    owner: Label | None = contextual(
        "Organisation that answers for the record.", to=COUNSEL, default=None
    )
    also_known_as: ListOf[AlsoKnownAs] = contextual(
        "Ids of the same case at other organisations.", to=COUNSEL, default=()
    )


@record(essentials=("basis",))
class Basis:
    """
    By what right the case is held, and with which audience it may be shared on that ground.
    """

    basis: LegalBasis = contextual(
        "The legal basis on which the case is held or shared.", to=COUNSEL
    )
    audience: AudienceCode | None = safe(
        "The widest audience that it covers; absent, it covers holding the case only.",
        to=COUNSEL,
        default=None,
    )


@record(essentials=(("person", "status"), ("person", "purposes")))
class Consent(Attributed):
    """
    What a person agreed to, for which purposes, and under what circumstances.
    """

    person: Annotated[Reference, Ref.to("subjects", "people")] = sensitive(
        "The person who was asked; nobody consents for another.", to=INTERNAL
    )
    status: ConsentStatus | None = sensitive(
        "Whether consent was given, refused, withdrawn and so on; absent, it is given where"
        " purposes are named.",
        to=INTERNAL,
        default=None,
    )
    purposes: ListOf[Purpose] = sensitive(
        "The purposes that the consent is about.", to=INTERNAL, default=()
    )
    date: FromText[PartialDate | None] = sensitive(
        "Date on which the person answered.", to=INTERNAL, default=None
    )
    expires: FromText[PartialDate | None] = sensitive(
        "Date until which the consent holds.", to=INTERNAL, default=None
    )
    given: Circumstances | None = sensitive(
        "Under what circumstances the consent was given: free, in custody, before officials,"
        " under threat.",
        to=INTERNAL,
        default=None,
    )
    guardian: Human | None = sensitive(
        "The guardian who agreed for a child.", to=INTERNAL, default=None
    )


@record(essentials=("level",))
class Risk:
    """
    An assessment of who could be harmed by a release.
    """

    date: FromText[PartialDate | None] = contextual(
        "Date on which the risk was assessed.", to=INTERNAL, default=None
    )
    by: Label | None = sensitive(
        "Who assessed the risk, under a pseudonym.", to=INTERNAL, default=None
    )
    adversary: CountryCode | None = sensitive(
        "The state from which the risk comes.", to=INTERNAL, default=None
    )
    level: RiskLevel | None = sensitive(
        "How high the risk is said to be.", to=INTERNAL, default=None
    )


@record(essentials=(("date", "action"),))
class LogEntry:
    """
    What was done with the case: shared, lowered, corrected, destroyed.
    """

    date: FromText[PartialDate] = contextual("Date on which it was done.", to=INTERNAL)
    action: HandlingAction = safe("What was done with the case.", to=INTERNAL)
    by: Label | None = sensitive("Who did it, under a pseudonym.", to=INTERNAL, default=None)
    audience: AudienceCode | None = safe(
        "The audience for which it was done.", to=INTERNAL, default=None
    )
    recipient: Label | None = sensitive("To whom the case was given.", to=INTERNAL, default=None)
    text: Label | None = sensitive("Why it was done, in a few words.", to=INTERNAL, default=None)


@record(essentials=(("about", "audience", "text"),))
class Clearance:
    """
    A wording that an editor cleared for one audience. It leaves for that audience alone, beside the
    record and not in it, since the words are the editor's; the text itself stays where it is.
    """

    about: Annotated[About, Ref.to("anything")] = contextual(
        "The text that it stands for: the id of a record and the member, such as `i1.text`.",
        to=PUBLIC,
    )
    audience: AudienceCode = safe("The only audience for which it is cleared.", to=PUBLIC)
    text: Text = contextual("The wording of the editor that may leave.", to=PUBLIC)
    language: Language | None = safe(
        "Language of the cleared wording (BCP 47).", to=PUBLIC, default=None
    )
    text_sha256: Sha256 | None = contextual(
        "Hash of the text that was read, in UTF-8; where the text has changed since, the wording"
        " does not leave.",
        to=INTERNAL,
        default=None,
    )
    date: FromText[PartialDate | None] = contextual(
        "Date on which the wording was cleared.", to=INTERNAL, default=None
    )
    by: Label | None = sensitive("Who cleared the wording, by initials.", to=INTERNAL, default=None)


@record(
    essentials=(
        "tlp",
        "legal_basis",
        "consent",
        "review_after",
        "embargo_until",
        "received_from",
        "encrypted",
        "risks",
        "log",
    )
)
class Handling:
    """
    How the case may be handled. From silence follow: TLP amber+strict, no consent, no release.
    """

    tlp: Tlp | None = safe(
        "Traffic Light Protocol 2.0; absent, it is amber+strict.",
        to=COUNSEL,
        default=None,
    )
    legal_basis: ListOf[Basis] = contextual(
        "By what right the case is held and shared.", to=COUNSEL, default=()
    )
    consent: ListOf[Consent] = sensitive(
        "Who agreed to what, and for which purposes.", to=INTERNAL, default=()
    )
    review_after: FromText[PartialDate | None] = safe(
        "Date after which to ask again whether the case must be kept.", to=COUNSEL, default=None
    )
    embargo_until: FromText[PartialDate | None] = contextual(
        "Date before which nothing of the case leaves.", to=COUNSEL, default=None
    )
    received_from: Label | None = sensitive(
        "Who passed the case on to those who keep it.", to=INTERNAL, default=None
    )
    encrypted: bool | None = safe("Whether the case is kept encrypted.", to=INTERNAL, default=None)
    risks: ListOf[Risk] = sensitive(
        "Assessments of who could be harmed by a release.", to=INTERNAL, default=()
    )
    log: ListOf[LogEntry] = sensitive(
        "What was done with the case, step by step.", to=INTERNAL, default=()
    )
