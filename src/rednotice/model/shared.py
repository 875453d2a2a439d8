"""
The shared document: what several cases of a data set refer to, kept once beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from rednotice.model.base import (
    ActingBody,
    Concerned,
    Missing,
    PublicWorded,
    Range,
    Record,
    Someone,
)
from rednotice.model.case import SchemaVersion
from rednotice.model.evidence import Source, Statement
from rednotice.model.happenings import Event, Outcome
from rednotice.model.people import Organisation, Person
from rednotice.model.proceedings import Proceeding
from rednotice.model.releases import Release
from rednotice.records import (
    COUNSEL,
    INTERNAL,
    PARTNER,
    PUBLIC,
    contextual,
    record,
    safe,
    sensitive,
)
from rednotice.records.limits import Exactly, Named, Ref
from rednotice.records.members import FromText, ListOf
from rednotice.types.codes import ContextKind, CountryCode, CountUnit, NoticeStatus, OperationKind
from rednotice.types.dates import PartialDate
from rednotice.types.texts import Id, Label, Reference, ReversedDomain, Text
from rednotice.types.values import Json

Yes = Annotated[
    bool,
    Exactly(value=True),
    Named("Yes", "Yes", "The value true, by which a shared document is told from a case.", (True,)),
]


@record(essentials=("name", "kind", "text"))
class Operation(PublicWorded):
    """
    An operation of a state: its name, and whom it is said to reach. Who describes it how is a
    statement; that a case belongs to it is said in the case.
    """

    name: Label | None = contextual(
        "Name by which the operation is known.", to=COUNSEL, known=True, default=None
    )
    kind: OperationKind | None = contextual(
        "What kind of operation it is.", to=PUBLIC, known=True, default=None
    )
    run_by: ListOf[Someone] = contextual(
        "Who is said to run the operation.", to=COUNSEL, classes_to=PUBLIC, known=True, default=()
    )
    pursued_by: ListOf[CountryCode] = contextual(
        "States whose operation it is.", to=PUBLIC, known=True, default=()
    )
    proceedings: ListOf[Annotated[Reference, Ref.to("proceedings")]] = contextual(
        "Proceedings that are about the operation.", to=COUNSEL, default=()
    )


@record(essentials=("number",))
class PublishedCount(Record):
    """
    A number that somebody published, with what it counts, within what bounds and as of when.
    """

    number: Range | None = contextual(
        "The number that was published, or its bounds.", to=PUBLIC, default=None
    )
    unit: CountUnit | None = safe(
        "What the number counts, such as notices or persons.", to=PUBLIC, default=None
    )
    scope: Text | None = contextual(
        "Within what bounds the number was counted.", to=COUNSEL, default=None
    )
    method: Text | None = contextual(
        "How the number was counted or estimated.", to=COUNSEL, default=None
    )
    countries: ListOf[CountryCode] = contextual(
        "States that the number is about, such as those that requested the notices.",
        to=PUBLIC,
        default=(),
    )
    status: NoticeStatus | None = contextual(
        "What the notices that are counted came to be, such as published or deleted.",
        to=PUBLIC,
        default=None,
    )
    by: ActingBody | None = contextual(
        "Whose list or register the number comes from.", to=COUNSEL, classes_to=PUBLIC, default=None
    )
    as_of: FromText[PartialDate | None] = contextual(
        "Date or period for which the number holds.", to=PUBLIC, default=None
    )


@record(essentials=("kind", "text"))
class Context(PublicWorded):
    """
    A fact of law or of policy that several cases refer to: no extradition treaty, a criticism.
    """

    kind: ContextKind | None = contextual("What kind of fact it is.", to=COUNSEL, default=None)
    countries: ListOf[CountryCode] = contextual(
        "States that the fact is about.", to=COUNSEL, default=()
    )
    about: ListOf[Concerned] = contextual(
        "Whom the fact is about, beside states.", to=COUNSEL, default=()
    )
    date: FromText[PartialDate | None] = contextual(
        "Date or period in which the fact holds.", to=COUNSEL, default=None
    )


@record(essentials=("shared",))
class SharedDocument:
    """
    What several cases refer to: operations, published counts, organisations, sources, context.
    """

    rednotice: SchemaVersion = safe("Version of the schema that the document follows.", to=PUBLIC)
    shared: Yes = safe("Says that this is the shared document and no case.", to=PUBLIC)
    id: Id | None = safe(
        "Id of the document, never made from a name.", to=COUNSEL, replaced_to=PUBLIC, default=None
    )
    release: Release | None = safe(
        "What a document that has left says of its release; one that is kept has none.",
        to=PUBLIC,
        default=None,
    )
    people: ListOf[Person] = contextual(
        "Persons in public life who are no case.", to=COUNSEL, default=()
    )
    organisations: ListOf[Organisation] = contextual(
        "States, authorities, courts, media and companies that several cases refer to.",
        to=COUNSEL,
        known=True,
        default=(),
    )
    operations: ListOf[Operation] = contextual(
        "Operations of states that several cases are said to belong to.",
        to=PUBLIC,
        known=True,
        default=(),
    )
    counts: ListOf[PublishedCount] = contextual(
        "Numbers that somebody published, with their bounds.", to=PUBLIC, default=()
    )
    contexts: ListOf[Context] = contextual(
        "Facts of law and of policy that several cases refer to.", to=COUNSEL, default=()
    )
    events: ListOf[Event] = contextual(
        "Events that explain several cases, such as a ban or a summit.", to=COUNSEL, default=()
    )
    proceedings: ListOf[Proceeding] = contextual(
        "Matters before courts and agencies that several cases refer to.", to=COUNSEL, default=()
    )
    outcomes: ListOf[Outcome] = contextual(
        "What was done to, or changed for, persons in public life.", to=COUNSEL, default=()
    )
    sources: ListOf[Source] = contextual(
        "The documents, interviews and reports that the shared records rest on.",
        to=COUNSEL,
        default=(),
    )
    statements: ListOf[Statement] = contextual(
        "Who says, denies or does not answer what about which record.", to=PUBLIC, default=()
    )
    missing: Missing | None = contextual(
        "Why members of the document are missing, in one word for each.",
        to=(COUNSEL, PARTNER),
        default=None,
    )
    note: Text | None = contextual(
        "A note for those who work on the cases; it leaves with no release.",
        to=COUNSEL,
        default=None,
    )
    extensions: Annotated[Mapping[str, Json], ReversedDomain] | None = sensitive(
        "What other software keeps with the document, by its domain written backwards; internal.",
        to=INTERNAL,
        default=None,
    )
