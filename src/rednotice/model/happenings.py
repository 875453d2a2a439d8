"""
What happened: pressure, what explains it, and what became of the person.

Everything that happened is written once. What was done in order to press or punish is an incident;
what a court, an agency or the CCF did is a proceeding; what was done to the subject, or changed for
them, is an outcome; what explains the rest is an event.
"""

from __future__ import annotations

from typing import Annotated

from rednotice.model.base import Attributed, Concerned, Published, Range, Someone, Worded
from rednotice.model.notices import Alert
from rednotice.records import (
    CCF_BUREAU,
    CCF_COMMISSION,
    COUNSEL,
    PARTNER,
    PUBLIC,
    contextual,
    quasi,
    record,
    sensitive,
)
from rednotice.records.limits import Ref
from rednotice.records.members import FromText, ListOf
from rednotice.types.codes import (
    Cause,
    CauseRoute,
    CauseStance,
    Channel,
    Condition,
    CountryCode,
    Demand,
    EventKind,
    Fulfilment,
    IncidentMethod,
    Involvement,
    Link,
    Motive,
    OutcomeKind,
    ReleaseTerms,
    Safeguard,
    StatedGround,
)
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration
from rednotice.types.texts import Reference, Text

Happening = Annotated[
    Reference,
    Ref.to(
        "notices",
        "national_copies",
        "warrants",
        "incidents",
        "events",
        "proceedings",
        "outcomes",
        "statements",
        "operations",
        "residences",
        "nationality_history",
    ),
]

Episode = Annotated[Reference, Ref.to("incidents", "events")]


@record(essentials=("record", "cause"))
class Because(Attributed):
    """
    What something is said to be because of: a record of the case or a cause in general.
    """

    record: Happening | None = contextual(
        "The record of the case that is said to be the cause.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    cause: Cause | None = contextual(
        "The cause in general, where no record of the case holds it.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    via: CauseRoute | None = contextual(
        "By what way the cause worked.", to=CCF_COMMISSION, default=None
    )
    stance: CauseStance | None = contextual(
        "Whether the link is asserted or denied; absent, it is asserted.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
        silence="says",
    )


@record(essentials=(("who", "degree"),))
class Part:
    """
    What part somebody had in an act.
    """

    who: Someone = sensitive("Who had a part in the act.", to=CCF_COMMISSION, classes_to=PARTNER)
    degree: Involvement = sensitive(
        "What part they are said to have had.", to=(CCF_COMMISSION, PARTNER)
    )


@record(essentials=("method",))
class Incident(Worded):
    """
    Pressure and reprisals: on relatives and associates, or on the person.
    """

    method: IncidentMethod | None = contextual(
        "What is said to have been done in order to press or punish.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    contacted: ListOf[Concerned] = sensitive(
        "Who was spoken to, visited or written to.",
        to=CCF_COMMISSION,
        classes_to=PARTNER,
        default=(),
    )
    against: ListOf[Concerned] = sensitive(
        "Who was harmed, or made to do something. Whom a threat would strike is `consequence_for`.",
        to=CCF_COMMISSION,
        classes_to=PARTNER,
        default=(),
    )
    to_press: ListOf[Concerned] = sensitive(
        "Whose conduct the incident aims at, also if somebody else is pressed to that end.",
        to=CCF_COMMISSION,
        classes_to=PARTNER,
        default=(),
    )
    by: ListOf[Someone] = sensitive(
        "Who is said to have done it, such as the officer, and not a relative who is made to call.",
        to=CCF_COMMISSION,
        classes_to=PARTNER,
        default=(),
    )
    parts: ListOf[Part] = sensitive(
        "What part each had, where it was not simply theirs: who ordered, who stood by.",
        to=(CCF_COMMISSION, PARTNER),
        default=(),
    )
    demand: Demand | None = sensitive(
        "What was demanded. Where two things were, write an incident for each, with one `part_of`.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    demand_on: ListOf[Concerned] = sensitive(
        "Of whom the demand was made.", to=CCF_COMMISSION, classes_to=PARTNER, default=()
    )
    condition: Condition | None = sensitive(
        "Whether the threat was to happen if the demand is met, or unless it is.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    deadline: FromText[PartialDate | None] = sensitive(
        "Date by which the demand was to be met.", to=COUNSEL, default=None
    )
    consequence: IncidentMethod | None = sensitive(
        "The act that was threatened, such as `detention`, and not that somebody threatened.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    consequence_for: ListOf[Concerned] = sensitive(
        "Whom the threat would strike.", to=CCF_COMMISSION, classes_to=PARTNER, default=()
    )
    carried_out: Fulfilment | None = sensitive(
        "Whether the threat was carried out.", to=(CCF_COMMISSION, PARTNER), default=None
    )
    complied: Fulfilment | None = sensitive(
        "Whether the demand was met, in whole or in part.", to=COUNSEL, default=None
    )
    channel: Channel | None = sensitive(
        "By what means it reached the person contacted.", to=COUNSEL, default=None
    )
    date: FromText[PartialDate | None] = contextual(
        "Date or period of the incident.", to=(CCF_COMMISSION, PARTNER), default=None
    )
    duration: FromText[Duration | None] = contextual(
        "How long the incident lasted.", to=CCF_COMMISSION, default=None
    )
    country: CountryCode | None = sensitive(
        "Country in which the incident happened.", to=CCF_COMMISSION, default=None
    )
    place: Text | None = sensitive(
        "Where in the country the incident happened.", to=COUNSEL, default=None
    )
    occurrences: Range | None = contextual(
        "How many times the same was done.", to=COUNSEL, default=None
    )
    persons: Range | None = contextual(
        "How many persons the incident struck.", to=COUNSEL, default=None
    )
    safeguards_missing: ListOf[Safeguard] = contextual(
        "What was not given to others who were held: the grounds, counsel, an interpreter.",
        to=(CCF_COMMISSION, PARTNER),
        default=(),
    )
    published: Published | None = contextual(
        "When and where it was made public that the incident happened.",
        to=COUNSEL,
        default=None,
    )
    part_of: Episode | None = contextual(
        "The incident or event that this one was a part of: one episode of several acts.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    link: Link | None = contextual(
        "How the link to the person or the notice is known.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    notices: ListOf[Alert] = contextual(
        "The notices that the incident goes with.", to=(CCF_COMMISSION, PARTNER), default=()
    )
    because_of: ListOf[Because] = contextual(
        "What the incident is said to answer or punish.", to=CCF_COMMISSION, default=()
    )
    motives: ListOf[Motive] = contextual(
        "The motives that are alleged for the incident.", to=CCF_COMMISSION, default=()
    )


@record(essentials=("kind",))
class Event(Worded):
    """
    What explains the rest: a protest, a ban, a flight, a settlement.
    """

    kind: EventKind | None = contextual(
        "What is said to have happened, as a code.", to=(CCF_COMMISSION, PARTNER), default=None
    )
    of: ListOf[Concerned] = sensitive(
        "Who did or lived through the event.", to=CCF_COMMISSION, classes_to=PARTNER, default=()
    )
    by: ListOf[Someone] = sensitive(
        "Who brought the event about, if another did.",
        to=CCF_COMMISSION,
        classes_to=PARTNER,
        default=(),
    )
    toward: ListOf[Concerned] = sensitive(
        "Who was helped, met or told by the event.",
        to=CCF_COMMISSION,
        classes_to=PARTNER,
        default=(),
    )
    date: FromText[PartialDate | None] = contextual(
        "Date or period of the event.", to=(CCF_COMMISSION, PARTNER), default=None
    )
    duration: FromText[Duration | None] = contextual(
        "How long the event lasted.", to=CCF_COMMISSION, default=None
    )
    country: CountryCode | None = sensitive(
        "Country in which the event happened.", to=CCF_COMMISSION, default=None
    )
    origin: CountryCode | None = sensitive(
        "Country that a movement left.", to=COUNSEL, default=None
    )
    place: Text | None = sensitive(
        "Where in the country the event happened.", to=COUNSEL, default=None
    )
    published: Published | None = contextual(
        "When and where it was made public that the event happened.",
        to=COUNSEL,
        default=None,
    )
    notices: ListOf[Alert] = contextual(
        "The notices that the event concerns.", to=(CCF_COMMISSION, PARTNER), default=()
    )
    because_of: ListOf[Because] = contextual(
        "What the event is said to be because of.", to=CCF_COMMISSION, default=()
    )


@record(essentials=("kind",))
class Outcome(Worded):
    """
    What was done to the subject, or changed for them: liberty, status, papers, property, body. No
    code says why, whether willingly, or whether lawfully: such things are statements. What was done
    to the subject together with others is one outcome, and `of` names them all.
    """

    kind: OutcomeKind | None = contextual(
        "What was done to the subject, or changed for them.",
        to=PUBLIC,
        not_to=CCF_BUREAU,
        default=None,
    )
    of: ListOf[Concerned] = sensitive(
        "To or for whom it was done; absent, the only subject of the case.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        not_to=CCF_BUREAU,
        default=(),
    )
    by: ListOf[Someone] = sensitive(
        "Who is said to have done it.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        not_to=CCF_BUREAU,
        default=(),
    )
    date: FromText[PartialDate | None] = quasi(
        "Date or period of the outcome.", to=(CCF_COMMISSION, PARTNER), default=None
    )
    duration: FromText[Duration | None] = contextual(
        "How long the outcome lasted, such as a detention.", to=CCF_COMMISSION, default=None
    )
    as_of: FromText[PartialDate | None] = contextual(
        "Date on which the outcome is known still to have lasted.", to=COUNSEL, default=None
    )
    country: CountryCode | None = sensitive(
        "Country in which the outcome happened.", to=CCF_COMMISSION, default=None
    )
    place: Text | None = sensitive(
        "Where in the country the outcome happened.", to=COUNSEL, default=None
    )
    destination: CountryCode | None = sensitive(
        "Country to which a person was brought, or went.", to=CCF_COMMISSION, default=None
    )
    stated_grounds: ListOf[StatedGround] = sensitive(
        "The grounds for it as the authority puts them.", to=CCF_COMMISSION, default=()
    )
    terms: ReleaseTerms | None = contextual(
        "On what terms a person was freed.", to=CCF_COMMISSION, default=None
    )
    safeguards_missing: ListOf[Safeguard] = contextual(
        "What was not given at the arrest or in custody: the grounds, counsel, an interpreter.",
        to=(CCF_COMMISSION, PARTNER),
        default=(),
    )
    part_of: Episode | None = contextual(
        "The incident or event that the outcome was a part of, such as an abduction long prepared.",
        to=(CCF_COMMISSION, PARTNER),
        default=None,
    )
    because_of: ListOf[Because] = contextual(
        "What the outcome is said to be because of, and by whose word; several causes may be"
        " said at once.",
        to=(CCF_COMMISSION, PARTNER),
        default=(),
    )
