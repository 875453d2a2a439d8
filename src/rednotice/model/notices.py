"""
Notices: alerts about a person, what became of each, and the searches for them.
"""

from __future__ import annotations

from typing import Annotated

from rednotice.model.base import (
    ActingBody,
    Attributed,
    Published,
    Range,
    Someone,
    Speaker,
    StateWorded,
    Worded,
)
from rednotice.model.warrants import Accusation, Charge, Penalty
from rednotice.records import (
    CCF_BUREAU,
    CCF_COMMISSION,
    COUNSEL,
    INTERNAL,
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
    CountryCode,
    Existence,
    Ground,
    NoticeKind,
    NoticePurpose,
    NoticeStatus,
    NoticeSystem,
    PublicExtract,
    SearchAnswer,
    SearchPlace,
    StatusBasis,
    TravelDocumentRecord,
)
from rednotice.types.dates import PartialDate
from rednotice.types.roles import Role
from rednotice.types.texts import Label, Money, NoticeNumber, Reference

OnWhom = Annotated[str, Role.of("subjects", "people", "documents", classes="concerned")]
Decision = Annotated[Reference, Ref.to("proceedings")]
Paper = Annotated[Reference, Ref.to("warrants")]
Alert = Annotated[Reference, Ref.to("notices")]


@record(essentials=("status",))
class StatusChange(Worded):
    """
    One step in the life of a notice. The text is the words of the step, such as an addendum.
    """

    status: NoticeStatus = contextual("What the notice became in this step.", to=PUBLIC)
    date: FromText[PartialDate | None] = quasi(
        "Date on which the step was taken.", to=PUBLIC, default=None
    )
    basis: StatusBasis | None = contextual(
        "On what basis the step was taken.", to=(CCF_COMMISSION, PARTNER), default=None
    )
    grounds: ListOf[Ground] = contextual(
        "Grounds that were given for the step.", to=COUNSEL, default=()
    )
    by: ActingBody | None = contextual(
        "Who took or ordered the step.", to=CCF_COMMISSION, classes_to=PUBLIC, default=None
    )
    proceeding: Decision | None = contextual(
        "The proceeding that led to the step.", to=COUNSEL, default=None
    )
    charges_added: ListOf[Accusation] = contextual(
        "Charges that this step added to the notice.", to=(CCF_BUREAU, PARTNER), default=()
    )
    charges_dropped: ListOf[Accusation] = contextual(
        "Charges that this step took out of the notice.", to=(CCF_BUREAU, PARTNER), default=()
    )


@record(essentials=("country",))
class NationalCopy(Attributed):
    """
    A copy of a notice in a country's own database; it may outlive the notice.
    """

    country: CountryCode = sensitive("Country whose database holds the copy.", to=COUNSEL)
    seen: FromText[PartialDate | None] = sensitive(
        "Date on which the copy was met with.", to=COUNSEL, default=None
    )
    gone: FromText[PartialDate | None] = sensitive(
        "Date on which the copy was found deleted.", to=COUNSEL, default=None
    )


@record(essentials=("seen",))
class Observation:
    """
    A look at a public page or list on one day: seen or not seen. It says nothing of legal status.
    """

    date: FromText[PartialDate | None] = contextual(
        "Date on which somebody looked at the page.", to=(CCF_BUREAU, PARTNER), default=None
    )
    seen: bool = contextual("Whether the notice was there on that day.", to=(CCF_BUREAU, PARTNER))
    place: SearchPlace | None = safe(
        "The public page or list that was looked at.", to=(CCF_BUREAU, PARTNER), default=None
    )


@record(essentials=("kind",))
class Notice(StateWorded):
    """
    A notice, a diffusion or another alert. It is no arrest warrant. The text is its statement of
    facts.
    """

    system: NoticeSystem | None = safe(
        "Whose system the alert is in; absent for the kinds that only INTERPOL has.",
        to=PUBLIC,
        known=True,
        default=None,
    )
    kind: NoticeKind = contextual(
        "What kind of notice, diffusion or alert it is.", to=PUBLIC, known=True
    )
    about: ListOf[OnWhom] = contextual(
        "The person or the travel document that the notice is about; absent, the only subject.",
        to=CCF_BUREAU,
        classes_to=PUBLIC,
        known=True,
        default=(),
    )
    recorded_as: TravelDocumentRecord | None = contextual(
        "As what a travel document is recorded in the database.",
        to=(CCF_BUREAU, PARTNER),
        known=True,
        default=None,
    )
    number: NoticeNumber | None = direct(
        "INTERPOL's own number for the notice.", to=CCF_BUREAU, known=True, default=None
    )
    un_reference: Label | None = direct(
        "Reference number of the entry in a list of the United Nations.",
        to=CCF_BUREAU,
        known=True,
        default=None,
    )
    issuing_state: CountryCode | None = quasi(
        "State whose bureau requested the notice or sent the diffusion.",
        to=PUBLIC,
        known=True,
        default=None,
    )
    existence: Existence | None = contextual(
        "Whether the notice exists, by whoever says so; absent, it is claimed.",
        to=PUBLIC,
        default=None,
        silence="claimed",
    )
    through: ListOf[Speaker] = sensitive(
        "By whom the words of the notice are known, where nobody saw it.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        default=(),
    )
    purpose: NoticePurpose | None = contextual(
        "Whether it seeks the person for prosecution or to serve a sentence.",
        to=(CCF_BUREAU, PARTNER),
        known=True,
        default=None,
    )
    warrants: ListOf[Paper] = contextual(
        "The national decisions that the notice rests on.", to=PUBLIC, known=True, default=()
    )
    charges: ListOf[Charge] = contextual(
        "The charges as the notice states them, where no warrant is known or its wording differs.",
        to=PUBLIC,
        known=True,
        default=(),
    )
    penalties: ListOf[Penalty] = contextual(
        "A punishment that the notice names for all charges together.",
        to=(CCF_BUREAU, PARTNER),
        known=True,
        default=(),
    )
    history: ListOf[StatusChange] = contextual(
        "What became of the notice, step by step.", to=PUBLIC, default=(), ordered=True
    )
    circulated_to: ListOf[CountryCode] = sensitive(
        "States whose bureaus received the notice.", to=COUNSEL, known=True, default=()
    )
    recipients: Range | None = contextual(
        "How many bureaus received the notice, where not all of their states are known.",
        to=COUNSEL,
        default=None,
    )
    national_copies: ListOf[NationalCopy] = sensitive(
        "Copies of the notice in national databases.", to=COUNSEL, default=()
    )
    public_extract: PublicExtract | None = contextual(
        "Whether INTERPOL shows an extract of the notice to the public.",
        to=(CCF_BUREAU, PARTNER),
        known=True,
        default=None,
    )
    observations: ListOf[Observation] = contextual(
        "Looks at public pages, each on its day.", to=(CCF_BUREAU, PARTNER), default=()
    )
    published: Published | None = contextual(
        "When and where others than INTERPOL made the notice public, such as a newspaper.",
        to=COUNSEL,
        default=None,
    )
    reward: Money | None = contextual(
        "A reward that is offered for information.", to=CCF_BUREAU, known=True, default=None
    )
    supersedes: ListOf[Alert] = contextual(
        "Earlier notices that this one follows.", to=(CCF_BUREAU, PARTNER), default=()
    )
    linked_numbers: ListOf[NoticeNumber] = direct(
        "Numbers of other notices that INTERPOL links to this one.",
        to=INTERNAL,
        known=True,
        default=(),
    )


@record(essentials=("answer",))
class Search(Attributed):
    """
    Where somebody looked or asked whether there is a notice, when, and what the answer was.
    """

    place: SearchPlace | None = contextual(
        "Where somebody looked or asked for a notice.", to=COUNSEL, default=None
    )
    date: FromText[PartialDate | None] = contextual(
        "Date on which somebody looked or asked.", to=COUNSEL, default=None
    )
    by: ListOf[Someone] = sensitive("Who looked or asked for a notice.", to=COUNSEL, default=())
    terms: Label | None = contextual(
        "The words or numbers that were searched for.", to=INTERNAL, default=None
    )
    answer: SearchAnswer = contextual("What the search found, or what was answered.", to=COUNSEL)
    hits: Range | None = contextual("How many entries the search found.", to=COUNSEL, default=None)
    notices: ListOf[Alert] = contextual(
        "The notices that the search found.", to=COUNSEL, default=()
    )
    reason: Label | None = sensitive("Why nobody looked or asked there.", to=INTERNAL, default=None)
