"""
A case: one principal subject whom a state pursues abroad, by a notice or otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from rednotice.model.base import Missing
from rednotice.model.evidence import EditorDecision, Source, Statement
from rednotice.model.handling import Bookkeeping, Clearance, Handling
from rednotice.model.happenings import Event, Incident, Outcome
from rednotice.model.notices import Notice, Search
from rednotice.model.people import Organisation, Person, Subject, Tie
from rednotice.model.proceedings import Proceeding
from rednotice.model.releases import Release
from rednotice.model.warrants import Warrant
from rednotice.records import (
    CCF_BUREAU,
    CCF_COMMISSION,
    COUNSEL,
    INTERNAL,
    PARTNER,
    PUBLIC,
    contextual,
    direct,
    record,
    safe,
    sensitive,
)
from rednotice.records.limits import Exactly, Named, Ref
from rednotice.records.members import ListOf
from rednotice.types.codes import CaseRelation, CountryCode
from rednotice.types.texts import Id, Reference, ReversedDomain, Text
from rednotice.types.values import Json

VERSION = "1.0"
OLDER_VERSIONS = ("0.9",)  # which `rednotice migrate` brings up to this one

SchemaVersion = Annotated[
    str,
    Exactly(VERSION),
    Named(
        "SchemaVersion",
        "Schema version",
        "Version of the schema that the document follows.",
        (VERSION,),
    ),
]
OperationOf = Annotated[Reference, Ref.to("operations")]


@record(essentials=("case",))
class RelatedCase:
    """
    Another case that belongs with this one: another person pursued for the same facts.
    """

    case: Id = contextual("Id of the other case that belongs with this one.", to=COUNSEL)
    relation: CaseRelation | None = contextual(
        "How the other case belongs together with this one.", to=COUNSEL, default=None
    )


@record(essentials=("subjects",))
class Case:
    """
    One case: who pursues whom, by what notice, what was done to the family, and what became of it.
    """

    rednotice: SchemaVersion = safe("Version of the schema that the case follows.", to=PUBLIC)
    id: Id = safe("Id of the case: opaque, never made from a name.", to=COUNSEL, replaced_to=PUBLIC)
    release: Release | None = safe(
        "What a document that has left says of its release; a case that is kept has none.",
        to=PUBLIC,
        default=None,
    )
    record: Bookkeeping | None = contextual(
        "Who coded the case, when, and how far it was verified.", to=COUNSEL, default=None
    )
    pursued_by: ListOf[CountryCode] = contextual(
        "The states that pursue: who requested the notices, whose agents act, who acts for them."
        " Where none is named, every state counts as one.",
        to=PUBLIC,
        known=True,
        default=(),
    )
    summary: Text | None = direct(
        "Two lines of prose on the case, which are never released untreated.",
        to=INTERNAL,
        default=None,
    )
    subjects: ListOf[Subject] = contextual(
        "The person or the entity whom a state pursues.", to=PUBLIC, known=True
    )
    people: ListOf[Person] = sensitive(
        "Other persons of the case, and unnamed groups of persons.", to=CCF_COMMISSION, default=()
    )
    organisations: ListOf[Organisation] = contextual(
        "States, authorities, courts, media and companies that act in the case.",
        to=COUNSEL,
        default=(),
    )
    relations: ListOf[Tie] = sensitive(
        "Relations between persons or bodies that do not run to the subject.",
        to=COUNSEL,
        default=(),
    )
    operations: ListOf[OperationOf] = contextual(
        "Operations of the shared document that the case is said to belong to.",
        to=(COUNSEL, PARTNER),
        default=(),
    )
    warrants: ListOf[Warrant] = contextual(
        "National decisions to seek or to charge the person.", to=PUBLIC, known=True, default=()
    )
    notices: ListOf[Notice] = contextual(
        "Notices, diffusions and other alerts against the person. If none is known, say so in"
        " `missing`, as unknown.",
        to=PUBLIC,
        known=True,
        default=(),
    )
    searches: ListOf[Search] = contextual(
        "Where somebody looked or asked whether there is a notice.", to=COUNSEL, default=()
    )
    incidents: ListOf[Incident] = sensitive(
        "Pressure and reprisals on relatives and associates, or on the person.",
        to=(CCF_COMMISSION, PARTNER),
        default=(),
    )
    events: ListOf[Event] = contextual(
        "What explains the rest of the case: a protest, a ban, a flight.",
        to=(CCF_COMMISSION, PARTNER),
        default=(),
    )
    proceedings: ListOf[Proceeding] = sensitive(
        "Matters before courts, agencies and the CCF.", to=(CCF_COMMISSION, PARTNER), default=()
    )
    outcomes: ListOf[Outcome] = sensitive(
        "What was done to the subject abroad, or changed for them.",
        to=PUBLIC,
        not_to=CCF_BUREAU,
        default=(),
    )
    sources: ListOf[Source] = contextual(
        "The documents, interviews and reports that the case rests on.", to=CCF_BUREAU, default=()
    )
    statements: ListOf[Statement] = sensitive(
        "Who says, denies or does not answer what about which record.", to=PUBLIC, default=()
    )
    editor_decisions: ListOf[EditorDecision] = contextual(
        "What an editor decided between statements.", to=COUNSEL, default=()
    )
    cleared: ListOf[Clearance] = contextual(
        "Wordings that an editor cleared, each for one audience.", to=PUBLIC, default=()
    )
    related_cases: ListOf[RelatedCase] = contextual(
        "Cases that belong with this one.", to=COUNSEL, default=()
    )
    handling: Handling | None = contextual(
        "How the case may be handled, and with whom it may be shared.", to=COUNSEL, default=None
    )
    missing: Missing | None = contextual(
        "Why members of the case are missing, in one word for each.",
        to=(COUNSEL, PARTNER),
        default=None,
    )
    note: Text | None = sensitive(
        "A note for those who work on the case.", to=INTERNAL, default=None
    )
    extensions: Annotated[Mapping[str, Json], ReversedDomain] | None = sensitive(
        "What other software keeps with the case, under its domain written backwards. It leaves"
        " with no release.",
        to=INTERNAL,
        default=None,
    )
