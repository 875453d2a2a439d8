"""
Warrants: what a state decides against a person, with its charges and penalties.
"""

from __future__ import annotations

from typing import Annotated

from rednotice.model.base import ActingBody, Attributed, Concerned, Record, Speaker, StateWorded
from rednotice.records import (
    CCF_BUREAU,
    CCF_COMMISSION,
    PARTNER,
    PUBLIC,
    contextual,
    direct,
    quasi,
    record,
    safe,
    sensitive,
)
from rednotice.records.limits import Ref
from rednotice.records.members import FromText, ListOf
from rednotice.types.codes import (
    Assessment,
    ChargeRole,
    Contestation,
    ContestStance,
    CountryCode,
    Offence,
    PenaltyKind,
    WarrantKind,
)
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration
from rednotice.types.roles import Role
from rednotice.types.texts import Label, Money, Reference

Sought = Annotated[str, Role.of("subjects", "people", classes="concerned")]
Accusation = Annotated[Reference, Ref.to("charges")]


@record(essentials=("imprisonment", "life", "death", "fine"))
class Penalty(Attributed):
    """
    A punishment: the most that the law allows, what was imposed, or what remains of it.
    """

    kind: PenaltyKind | None = safe(
        "Whether it is the most that the law allows, what was imposed, or what remains of it.",
        to=(CCF_BUREAU, PARTNER),
        known=True,
        default=None,
    )
    imprisonment: FromText[Duration | None] = contextual(
        "How long the time in prison is.", to=(CCF_BUREAU, PARTNER), known=True, default=None
    )
    life: bool | None = contextual(
        "Whether it is prison for life.", to=(CCF_BUREAU, PARTNER), known=True, default=None
    )
    death: bool | None = contextual(
        "Whether it is the death penalty.", to=(CCF_BUREAU, PARTNER), known=True, default=None
    )
    fine: Money | None = contextual(
        "Sum of money that is to be paid.", to=CCF_BUREAU, known=True, default=None
    )


@record(essentials=("kind",))
class Contest(Attributed):
    """
    How a charge is contested, and by whom. What one party argues and what a court finds are two.
    """

    kind: Contestation = sensitive(
        "The argument against the charge, or the finding on it.", to=PUBLIC
    )
    by: ListOf[Speaker] = sensitive(
        "Who argues or found it, such as counsel or a court.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        default=(),
    )
    stance: ContestStance | None = contextual(
        "Whether it was argued or found; absent, it was argued.",
        to=PUBLIC,
        default=None,
        silence="argued",
    )
    laid_on: ListOf[Concerned] = sensitive(
        "Others on whom the same facts were laid before.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        default=(),
    )


@record(essentials=("flag",))
class Assessed(Attributed):
    """
    A flag from Article 83 of INTERPOL's Rules on the Processing of Data, by whoever raises it.
    """

    flag: Assessment = contextual(
        "What is said to exclude the charge from a red notice.", to=CCF_BUREAU
    )


@record(essentials=("offence", "text"))
class Charge(StateWorded):
    """
    What a state accuses a person of, always its own statement. The wording is the text.
    """

    offence: ListOf[Offence] = quasi(
        "The offence as charged, not as anybody sees it.", to=PUBLIC, known=True, default=()
    )
    law: Label | None = quasi(
        "Provision of law on which the charge rests.", to=CCF_BUREAU, known=True, default=None
    )
    role: ChargeRole | None = quasi(
        "The part that the person is accused of.",
        to=(CCF_BUREAU, PARTNER),
        known=True,
        default=None,
    )
    date: FromText[PartialDate | None] = quasi(
        "When the act is said to have been done.", to=CCF_BUREAU, known=True, default=None
    )
    country: CountryCode | None = quasi(
        "Where the act is said to have been done.", to=CCF_BUREAU, known=True, default=None
    )
    amount: Money | None = quasi(
        "The sum at issue, as charged.", to=CCF_BUREAU, known=True, default=None
    )
    penalties: ListOf[Penalty] = contextual(
        "Punishment that the law allows for the charge, or that was imposed.",
        to=(CCF_BUREAU, PARTNER),
        known=True,
        default=(),
    )
    same_facts_as: ListOf[Accusation] = contextual(
        "Charges of this or another state that rest on the same facts.",
        to=(CCF_BUREAU, PARTNER),
        default=(),
    )
    said_victims: ListOf[Concerned] = sensitive(
        "Who is said to have been harmed.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        known=True,
        default=(),
    )
    said_accomplices: ListOf[Concerned] = sensitive(
        "Who is said to have taken part.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        known=True,
        default=(),
    )
    contested: ListOf[Contest] = sensitive(
        "How the charge is contested, and by whom.", to=PUBLIC, default=()
    )
    assessed: ListOf[Assessed] = contextual(
        "What is said to exclude the charge from a red notice.", to=CCF_BUREAU, default=()
    )


@record(essentials=("kind", "issuing_state", "charges"))
class Warrant(Record):
    """
    A decision of a state to seek or to charge a person: an arrest warrant, a judgment, an
    indictment.
    """

    kind: WarrantKind | None = contextual(
        "What kind of decision it is, such as an arrest warrant.",
        to=(CCF_BUREAU, PARTNER),
        known=True,
        default=None,
    )
    issuing_state: CountryCode | None = quasi(
        "State whose authority took the decision.", to=PUBLIC, known=True, default=None
    )
    issued: FromText[PartialDate | None] = quasi(
        "Date on which the decision was taken.", to=(CCF_BUREAU, PARTNER), known=True, default=None
    )
    authority: ActingBody | None = contextual(
        "The court or office that took the decision.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        known=True,
        default=None,
    )
    reference: Label | None = direct(
        "File number of the decision, as the authority writes it.",
        to=CCF_BUREAU,
        known=True,
        default=None,
    )
    judicial: bool | None = contextual(
        "Whether a court or a judge took the decision.",
        to=(CCF_BUREAU, PARTNER),
        known=True,
        default=None,
    )
    in_absentia: bool | None = contextual(
        "Whether the person was tried in their absence.",
        to=(CCF_BUREAU, PARTNER),
        known=True,
        default=None,
    )
    against: ListOf[Sought] = contextual(
        "Whom the decision seeks; absent, the only subject of the case.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        known=True,
        default=(),
    )
    charges: ListOf[Charge] = contextual(
        "The charges as this decision states them.", to=PUBLIC, known=True, default=()
    )
