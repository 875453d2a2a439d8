"""
What happened: pressure, what explains it, proceedings, and what became of the person.

Everything that happened is written once. What was done in order to press or punish is an incident;
what a court, an agency or the CCF did is a proceeding; what was done to, or changed for, a person
abroad is an outcome; what explains the rest is an event.
"""

from __future__ import annotations

from typing import Annotated

from rednotice.model.alerts import Accusation, Alert, Penalty
from rednotice.model.base import Body, Human, Range, Record, Someone, Worded
from rednotice.records import (
    COUNSEL,
    INTERNAL,
    PARTNER,
    contextual,
    direct,
    quasi,
    record,
    sensitive,
)
from rednotice.records.limits import Ref
from rednotice.types.codes import (
    Cause,
    CauseRoute,
    CauseStance,
    Channel,
    Condition,
    CountryCode,
    Demand,
    Disclosure,
    EventKind,
    ForumLevel,
    Fulfilment,
    Ground,
    IncidentMethod,
    Involvement,
    Link,
    MeasureAnswer,
    Motive,
    NcbAnswer,
    OutcomeKind,
    ProceedingChannel,
    ProceedingEffect,
    ProceedingKind,
    ProceedingResult,
    ProceedingStatus,
    ReleaseTerms,
    RestrictionGround,
    StatedGround,
)
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration
from rednotice.types.texts import Label, Reference, Text

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
    ),
]


@record
class Because(Record):
    """
    What something is said to be because of: a record of the case or a cause in general.
    """

    record: Happening | None = contextual("The record.", to=(COUNSEL, PARTNER), default=None)
    cause: Cause | None = contextual(
        "The cause, where no record holds it.", to=(COUNSEL, PARTNER), default=None
    )
    via: CauseRoute | None = contextual(
        "By what way it worked.", to=(COUNSEL, PARTNER), default=None
    )
    stance: CauseStance | None = contextual(
        "Whether the link is asserted or denied; absent, it is asserted.",
        to=(COUNSEL, PARTNER),
        default=None,
    )


@record
class Part(Record):
    """
    What part somebody had in an act.
    """

    who: Someone = sensitive("Who.", to=INTERNAL)
    degree: Involvement = sensitive("What part.", to=INTERNAL)


@record
class Incident(Worded):
    """
    Pressure and reprisals: on relatives and associates, or on the person.
    """

    method: IncidentMethod | None = contextual(
        "What was done.", to=(COUNSEL, PARTNER), default=None
    )
    contacted: tuple[Someone, ...] = sensitive("Who was spoken to.", to=INTERNAL, default=())
    against: tuple[Someone, ...] = sensitive(
        "Who was harmed, or would be.", to=INTERNAL, default=()
    )
    to_press: tuple[Someone, ...] = sensitive("Whose conduct it aims at.", to=INTERNAL, default=())
    by: tuple[Someone, ...] = sensitive("Who did it, by the word given.", to=INTERNAL, default=())
    parts: tuple[Part, ...] = sensitive(
        "What part each had, where it was not simply theirs: who ordered, who stood by.",
        to=INTERNAL,
        default=(),
    )
    demand: Demand | None = sensitive("What was asked for.", to=(COUNSEL, PARTNER), default=None)
    demand_on: tuple[Someone, ...] = sensitive("Of whom it was asked.", to=INTERNAL, default=())
    condition: Condition | None = sensitive(
        "Whether it was to happen if the demand is met, or unless it is.",
        to=(COUNSEL, PARTNER),
        default=None,
    )
    deadline: PartialDate | None = sensitive("By when.", to=INTERNAL, default=None)
    consequence: IncidentMethod | None = sensitive(
        "What was threatened.", to=(COUNSEL, PARTNER), default=None
    )
    consequence_for: tuple[Someone, ...] = sensitive(
        "Whom the threat would strike.", to=INTERNAL, default=()
    )
    carried_out: Fulfilment | None = sensitive(
        "Whether the threat was carried out.", to=(COUNSEL, PARTNER), default=None
    )
    complied: Fulfilment | None = sensitive(
        "Whether the demand was met.", to=INTERNAL, default=None
    )
    channel: Channel | None = sensitive("By what means.", to=INTERNAL, default=None)
    date: PartialDate | None = contextual("When.", to=(COUNSEL, PARTNER), default=None)
    duration: Duration | None = contextual("How long.", to=(COUNSEL, PARTNER), default=None)
    country: CountryCode | None = sensitive("In which country.", to=COUNSEL, default=None)
    place: Text | None = sensitive("Where in it.", to=INTERNAL, default=None)
    occurrences: Range | None = contextual("How many times.", to=(COUNSEL, PARTNER), default=None)
    persons: Range | None = contextual(
        "How many persons it struck.", to=(COUNSEL, PARTNER), default=None
    )
    link: Link | None = contextual(
        "How the link to the person or the notice is known.", to=(COUNSEL, PARTNER), default=None
    )
    notices: tuple[Alert, ...] = contextual(
        "The notices it goes with.", to=(COUNSEL, PARTNER), default=()
    )
    because_of: tuple[Because, ...] = contextual(
        "What it is said to answer or punish.", to=INTERNAL, default=()
    )
    motives: tuple[Motive, ...] = contextual(
        "The motive that is alleged.", to=(COUNSEL, PARTNER), default=()
    )


@record
class Event(Worded):
    """
    What explains the rest: a protest, a ban, a flight, a settlement.
    """

    kind: EventKind | None = contextual("What happened.", to=(COUNSEL, PARTNER), default=None)
    of: tuple[Someone, ...] = sensitive("Who did or lived it.", to=INTERNAL, default=())
    by: tuple[Someone, ...] = sensitive(
        "Who brought it about, if another did.", to=INTERNAL, default=()
    )
    toward: tuple[Someone, ...] = sensitive("Who was helped, met or told.", to=INTERNAL, default=())
    date: PartialDate | None = contextual("When.", to=(COUNSEL, PARTNER), default=None)
    duration: Duration | None = contextual("How long.", to=(COUNSEL, PARTNER), default=None)
    country: CountryCode | None = sensitive("In which country.", to=COUNSEL, default=None)
    origin: CountryCode | None = sensitive(
        "Country that a movement left.", to=INTERNAL, default=None
    )
    place: Text | None = sensitive("Where in it.", to=INTERNAL, default=None)
    notices: tuple[Alert, ...] = contextual(
        "Notices it concerns.", to=(COUNSEL, PARTNER), default=()
    )
    because_of: tuple[Because, ...] = contextual(
        "What it is said to be because of.", to=INTERNAL, default=()
    )
    motives: tuple[Motive, ...] = contextual(
        "The motive that is alleged.", to=(COUNSEL, PARTNER), default=()
    )


@record
class Forum(Record):
    """
    Before whom a proceeding is: the country and the body.
    """

    country: CountryCode | None = sensitive("The country.", to=COUNSEL, default=None)
    body: Body | None = sensitive("The court or agency.", to=COUNSEL, default=None)
    level: ForumLevel | None = contextual("Its level.", to=COUNSEL, default=None)


@record
class ProceedingDates(Record):
    """
    The dates of a proceeding. Those of the CCF run from admissibility; what is due is computed.
    """

    filed: PartialDate | None = contextual("Request filed.", to=COUNSEL, default=None)
    acknowledged: PartialDate | None = contextual("Receipt confirmed.", to=COUNSEL, default=None)
    admissible: PartialDate | None = contextual("Found admissible.", to=COUNSEL, default=None)
    heard: PartialDate | None = contextual("Hearing.", to=COUNSEL, default=None)
    decided: PartialDate | None = contextual("Decision.", to=COUNSEL, default=None)
    notified: PartialDate | None = contextual("Decision made known.", to=COUNSEL, default=None)
    implemented: PartialDate | None = contextual(
        "Decision carried out, where no notice of the case shows it.", to=COUNSEL, default=None
    )


@record
class ProvisionalMeasures(Record):
    """
    Measures asked for until the decision, such as blocking the data.
    """

    asked: PartialDate | None = contextual("When they were asked for.", to=COUNSEL, default=None)
    answer: MeasureAnswer | None = contextual("The answer.", to=COUNSEL, default=None)
    answered: PartialDate | None = contextual("When it came.", to=COUNSEL, default=None)


@record
class NewFact(Record):
    """
    The fact on which a revision rests (Statute of the CCF, Article 42).
    """

    record: Happening | None = contextual("Where it is recorded.", to=COUNSEL, default=None)
    text: Text | None = sensitive("The fact.", to=COUNSEL, default=None)
    discovered: PartialDate | None = contextual(
        "When it was discovered; six months run from there.", to=COUNSEL, default=None
    )


@record
class Proceeding(Worded):
    """
    A matter before a court, an agency or the CCF: its dates, what was argued and found, its result.
    """

    kind: ProceedingKind | None = sensitive("What kind.", to=COUNSEL, default=None)
    forum: Forum | None = sensitive("Before whom.", to=COUNSEL, default=None)
    requested_by: CountryCode | None = contextual(
        "State at whose request.", to=(COUNSEL, PARTNER), default=None
    )
    of: tuple[Someone, ...] = sensitive(
        "Whom it concerns; absent, the only subject of the case.", to=INTERNAL, default=()
    )
    persons: Range | None = contextual(
        "How many persons it concerns.", to=(COUNSEL, PARTNER), default=None
    )
    applicant: tuple[Someone, ...] = sensitive("Who applied.", to=COUNSEL, default=())
    signatory: tuple[Someone, ...] = sensitive("Who signed, if another.", to=COUNSEL, default=())
    counsel: tuple[Human, ...] = sensitive("Who acts as counsel.", to=COUNSEL, default=())
    channel: ProceedingChannel | None = contextual("By what way.", to=COUNSEL, default=None)
    reference: Label | None = direct("File number.", to=COUNSEL, default=None)
    concerns: tuple[
        Annotated[Reference, Ref.to("notices", "warrants", "charges", "proceedings")], ...
    ] = contextual("Notices, warrants, charges or decisions at issue.", to=COUNSEL, default=())
    charges: tuple[Accusation, ...] = contextual(
        "Charges that are tried.", to=(COUNSEL, PARTNER), default=()
    )
    status: ProceedingStatus | None = sensitive("Where it stands.", to=COUNSEL, default=None)
    as_of: PartialDate | None = contextual("As of when it stands so.", to=COUNSEL, default=None)
    dates: ProceedingDates | None = contextual("Its dates.", to=COUNSEL, default=None)
    in_absentia: bool | None = contextual(
        "Whether in the person's absence.", to=(COUNSEL, PARTNER), default=None
    )
    closed: bool | None = contextual(
        "Whether behind closed doors.", to=(COUNSEL, PARTNER), default=None
    )
    provisional_measures: ProvisionalMeasures | None = contextual(
        "Measures asked for until the decision.", to=COUNSEL, default=None
    )
    ncb_answer: NcbAnswer | None = contextual(
        "What the national bureau answered.", to=COUNSEL, default=None
    )
    disclosure: Disclosure | None = contextual(
        "What was disclosed to the applicant.", to=COUNSEL, default=None
    )
    restriction_ground: RestrictionGround | None = contextual(
        "Ground for holding back the rest (Statute of the CCF, Article 35(3)).",
        to=COUNSEL,
        default=None,
    )
    grounds_argued: tuple[Ground, ...] = contextual("Grounds argued.", to=COUNSEL, default=())
    grounds_found: tuple[Ground, ...] = contextual("Grounds found.", to=COUNSEL, default=())
    result: ProceedingResult | None = sensitive("The result.", to=COUNSEL, default=None)
    effect: ProceedingEffect | None = contextual(
        "What was decided on the data; that it was done stands in the notice's history.",
        to=COUNSEL,
        default=None,
    )
    penalties: tuple[Penalty, ...] = contextual(
        "Punishment imposed.", to=(COUNSEL, PARTNER), default=()
    )
    new_fact: NewFact | None = contextual("What a revision rests on.", to=COUNSEL, default=None)
    because_of: tuple[Because, ...] = contextual(
        "What it is said to be because of.", to=INTERNAL, default=()
    )


@record
class Outcome(Worded):
    """
    What was done to, or changed for, a person abroad. No code says why, whether willingly, or
    whether lawfully: such things are statements.
    """

    kind: OutcomeKind | None = contextual(
        "What was done or changed.", to=(COUNSEL, PARTNER), default=None
    )
    of: tuple[Someone, ...] = sensitive(
        "To or for whom; absent, the only subject of the case.", to=INTERNAL, default=()
    )
    by: tuple[Someone, ...] = sensitive("By whom.", to=INTERNAL, default=())
    date: PartialDate | None = quasi("When.", to=(COUNSEL, PARTNER), default=None)
    duration: Duration | None = contextual(
        "How long it lasted.", to=(COUNSEL, PARTNER), default=None
    )
    as_of: PartialDate | None = contextual("As of when it still lasted.", to=INTERNAL, default=None)
    country: CountryCode | None = sensitive("In which country.", to=COUNSEL, default=None)
    place: Text | None = sensitive("Where in it.", to=INTERNAL, default=None)
    stated_ground: StatedGround | None = sensitive(
        "The ground as the authority puts it.", to=COUNSEL, default=None
    )
    terms: ReleaseTerms | None = contextual(
        "On what terms a person was freed.", to=COUNSEL, default=None
    )
    because_of: tuple[Because, ...] = contextual(
        "What it is said to be because of, by whose word; several may be said at once.",
        to=(COUNSEL, PARTNER),
        default=(),
    )
