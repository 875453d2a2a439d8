"""
Proceedings: matters before courts, agencies and the CCF, from filed to implemented.
"""

from __future__ import annotations

from typing import Annotated

from rednotice.model.base import (
    ActingBody,
    Attributed,
    Concerned,
    Published,
    Range,
    Someone,
    Worded,
)
from rednotice.model.happenings import Because, Happening
from rednotice.model.warrants import Accusation, Penalty
from rednotice.records import (
    CCF_COMMISSION,
    COUNSEL,
    PARTNER,
    contextual,
    direct,
    quasi,
    record,
    sensitive,
)
from rednotice.records.limits import Ref
from rednotice.records.members import FromText, ListOf
from rednotice.types.codes import (
    CountryCode,
    Disclosure,
    ForumLevel,
    Ground,
    HearingStatus,
    MeasureAnswer,
    NcbAnswer,
    ProceedingChannel,
    ProceedingEffect,
    ProceedingKind,
    ProceedingResult,
    ProceedingStatus,
    RestrictionGround,
)
from rednotice.types.dates import PartialDate
from rednotice.types.texts import Label, Money, Reference, Text


@record(essentials=("country", "body", "level"))
class Forum:
    """
    Before whom a proceeding is: the country and the body.
    """

    country: CountryCode | None = sensitive(
        "Country in which the court or agency is.", to=CCF_COMMISSION, default=None
    )
    body: ActingBody | None = sensitive(
        "The court or agency that the proceeding is before.", to=COUNSEL, default=None
    )
    level: ForumLevel | None = contextual(
        "Level of the court, such as first instance or appeal.", to=CCF_COMMISSION, default=None
    )


@record(essentials=("filed", "admissible", "heard", "decided", "notified", "implemented"))
class ProceedingDates:
    """
    The dates of a proceeding. Those of the CCF run from admissibility; what is due is computed.
    """

    filed: FromText[PartialDate | None] = contextual(
        "Date on which the request was filed.", to=COUNSEL, default=None
    )
    admissible: FromText[PartialDate | None] = contextual(
        "Date on which the request was found admissible.", to=COUNSEL, default=None
    )
    heard: FromText[PartialDate | None] = contextual(
        "Date of the hearing, where one was held; several stand in `hearings`.",
        to=COUNSEL,
        default=None,
    )
    decided: FromText[PartialDate | None] = contextual(
        "Date on which the decision was taken.", to=(CCF_COMMISSION, PARTNER), default=None
    )
    notified: FromText[PartialDate | None] = contextual(
        "Date on which the decision was made known to the applicant.", to=COUNSEL, default=None
    )
    implemented: FromText[PartialDate | None] = contextual(
        "Date on which the decision was carried out, where no notice of the case shows it.",
        to=COUNSEL,
        default=None,
    )


@record(essentials=("asked", "answer", "answered"))
class ProvisionalMeasures(Attributed):
    """
    Measures asked for until the decision, such as blocking the data.
    """

    asked: FromText[PartialDate | None] = contextual(
        "Date on which the measures were asked for.", to=COUNSEL, default=None
    )
    answer: MeasureAnswer | None = contextual(
        "What was answered to the request for measures.", to=COUNSEL, default=None
    )
    answered: FromText[PartialDate | None] = contextual(
        "Date on which the answer came.", to=COUNSEL, default=None
    )


@record(essentials=("record", "text", "discovered"))
class NewFact:
    """
    The fact on which a revision rests (Statute of the CCF, Article 42).
    """

    record: Happening | None = contextual(
        "The record of the case that holds the new fact.", to=COUNSEL, default=None
    )
    text: Text | None = sensitive("The new fact, told in words.", to=COUNSEL, default=None)
    discovered: FromText[PartialDate | None] = contextual(
        "Date on which the fact was discovered; six months run from there.",
        to=COUNSEL,
        default=None,
    )


@record(essentials=("date", "status"))
class Hearing:
    """
    One of several hearings, or one that was not held.
    """

    date: FromText[PartialDate | None] = contextual(
        "Date of the hearing, also of one that was not held.", to=COUNSEL, default=None
    )
    status: HearingStatus | None = contextual(
        "Whether the hearing was held, adjourned or called off.", to=COUNSEL, default=None
    )


@record(essentials=("claimed", "awarded"))
class Amounts:
    """
    The sums at issue between the parties: a claim for compensation, an award.
    """

    claimed: Money | None = quasi(
        "Sum of money that the applicant claimed.", to=COUNSEL, default=None
    )
    awarded: Money | None = quasi("Sum of money that was awarded.", to=COUNSEL, default=None)


@record(essentials=("result",))
class Ruling:
    """
    One of several results of a proceeding, with the notice, charge or warrant that it is about.
    """

    about: ListOf[Annotated[Reference, Ref.to("notices", "warrants", "charges", "proceedings")]] = (
        contextual(
            "What the ruling decides on: notices, warrants, charges, decisions.",
            to=(CCF_COMMISSION, PARTNER),
            default=(),
        )
    )
    result: ProceedingResult | None = sensitive(
        "What was decided by the ruling.", to=(CCF_COMMISSION, PARTNER), default=None
    )
    effect: ProceedingEffect | None = contextual(
        "What was decided on the data; that it was done stands in the notice's history.",
        to=CCF_COMMISSION,
        default=None,
    )
    grounds: ListOf[Ground] = contextual(
        "Grounds found for this ruling, where they differ from those of the others.",
        to=CCF_COMMISSION,
        default=(),
    )
    final: bool | None = contextual(
        "Whether no appeal against it is left.", to=CCF_COMMISSION, default=None
    )


@record(essentials=(("kind", "result"), ("kind", "rulings"), ("kind", "status"), ("kind", "forum")))
class Proceeding(Worded):
    """
    A matter before a court, an agency or the CCF: its dates, what was argued and found, its result.
    """

    kind: ProceedingKind | None = sensitive(
        "What kind of proceeding it is, such as extradition or asylum.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    forum: Forum | None = sensitive(
        "The court, agency or commission that the proceeding is before.",
        to=CCF_COMMISSION,
        default=None,
    )
    requested_by: CountryCode | None = contextual(
        "State at whose request the proceeding is held.", to=(CCF_COMMISSION, PARTNER), default=None
    )
    of: ListOf[Concerned] = sensitive(
        "Whom the proceeding concerns; absent, the only subject of the case.",
        to=CCF_COMMISSION,
        classes_to=PARTNER,
        default=(),
    )
    persons: Range | None = contextual(
        "How many persons the proceeding concerns.", to=COUNSEL, default=None
    )
    applicant: ListOf[Someone] = sensitive(
        "Who applied, appealed or complained.", to=CCF_COMMISSION, classes_to=PARTNER, default=()
    )
    respondent: ListOf[Someone] = sensitive(
        "Against whom a complaint or a claim is made.",
        to=CCF_COMMISSION,
        classes_to=PARTNER,
        default=(),
    )
    signatory: ListOf[Someone] = sensitive(
        "Who signed the application, if another than the applicant.", to=COUNSEL, default=()
    )
    counsel: ListOf[Someone] = sensitive(
        "Who acts as counsel: a person, a law firm, an organisation.", to=COUNSEL, default=()
    )
    channel: ProceedingChannel | None = contextual(
        "By what way the request was sent.", to=COUNSEL, default=None
    )
    reference: Label | None = direct(
        "File number of the proceeding, as the body writes it.", to=COUNSEL, default=None
    )
    concerns: ListOf[
        Annotated[Reference, Ref.to("notices", "warrants", "charges", "proceedings")]
    ] = contextual(
        "Notices, warrants, charges or decisions that are at issue.", to=COUNSEL, default=()
    )
    charges: ListOf[Accusation] = contextual(
        "Charges on which the person is tried.", to=COUNSEL, default=()
    )
    status: ProceedingStatus | None = sensitive(
        "How far the proceeding has come.", to=COUNSEL, default=None
    )
    as_of: FromText[PartialDate | None] = contextual(
        "Date on which the proceeding is known to have come so far.", to=COUNSEL, default=None
    )
    dates: ProceedingDates | None = contextual(
        "Dates of the steps of the proceeding.", to=(CCF_COMMISSION, PARTNER), default=None
    )
    hearings: ListOf[Hearing] = contextual(
        "Hearings of the proceeding, where there were several or one was not held.",
        to=COUNSEL,
        default=(),
    )
    in_absentia: bool | None = contextual(
        "Whether the proceeding was held in the person's absence.", to=CCF_COMMISSION, default=None
    )
    closed: bool | None = contextual(
        "Whether the proceeding was held behind closed doors.", to=CCF_COMMISSION, default=None
    )
    provisional_measures: ProvisionalMeasures | None = contextual(
        "Measures asked for until the decision, such as blocking the data.",
        to=COUNSEL,
        default=None,
    )
    ncb_answer: NcbAnswer | None = contextual(
        "What the national bureau answered.", to=COUNSEL, default=None
    )
    disclosure: Disclosure | None = contextual(
        "What the body disclosed to the applicant.", to=COUNSEL, default=None
    )
    restriction_ground: RestrictionGround | None = contextual(
        "Ground for holding back the rest (Statute of the CCF, Article 35(3)).",
        to=COUNSEL,
        default=None,
    )
    grounds_argued: ListOf[Ground] = contextual(
        "Grounds that the applicant argued.", to=COUNSEL, default=()
    )
    grounds_found: ListOf[Ground] = contextual(
        "Grounds that the court or agency found.", to=CCF_COMMISSION, default=()
    )
    result: ProceedingResult | None = sensitive(
        "What was decided, where it is one result for all; several stand in `rulings`.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    effect: ProceedingEffect | None = contextual(
        "What was decided on the data; that it was done stands in the notice's history.",
        to=CCF_COMMISSION,
        default=None,
    )
    rulings: ListOf[Ruling] = sensitive(
        "Results of the proceeding, where they differ for the notices, charges or warrants at"
        " issue.",
        to=(CCF_COMMISSION, PARTNER),
        default=(),
    )
    amounts: Amounts | None = contextual(
        "The sums of money that are at issue.", to=COUNSEL, default=None
    )
    penalties: ListOf[Penalty] = contextual(
        "The punishment that the court imposed.", to=COUNSEL, default=()
    )
    published: Published | None = contextual(
        "When and where the proceeding was made public.",
        to=COUNSEL,
        default=None,
    )
    new_fact: NewFact | None = contextual(
        "The new fact that a revision rests on.", to=COUNSEL, default=None
    )
    because_of: ListOf[Because] = contextual(
        "What the proceeding is said to be because of.", to=COUNSEL, default=()
    )
