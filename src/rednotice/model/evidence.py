"""
Who says what, where: sources, statements, and an editor's decisions between them.
"""

from __future__ import annotations

from typing import Annotated

from rednotice.model.base import ActingBody, Origin, Someone, Speaker, Worded
from rednotice.records import (
    CCF_BUREAU,
    CCF_COMMISSION,
    COUNSEL,
    INTERNAL,
    PARTNER,
    PUBLIC,
    Having,
    contextual,
    direct,
    record,
    safe,
    sensitive,
)
from rednotice.records.limits import Ref
from rednotice.records.members import FromText, ListOf
from rednotice.types.codes import (
    AttributionTerms,
    Circumstances,
    Connection,
    Credibility,
    CustodyAction,
    Derivation,
    PreferReason,
    QuoteKind,
    Rank,
    Reliability,
    SourceKind,
    Stance,
    TellSource,
    WithholdReason,
)
from rednotice.types.dates import PartialDate
from rednotice.types.numbers import Bytes, Count
from rednotice.types.texts import (
    About,
    Address,
    Extract,
    Id,
    Label,
    Reference,
    Sha256,
    Text,
    Timestamp,
)
from rednotice.types.values import Plain

Said = Annotated[Reference, Ref.to("statements")]
Anything = Annotated[About, Ref.to("anything")]


@record(essentials=(("at", "action"),))
class CustodyStep:
    """
    One step in the chain of custody of a copy (Berkeley Protocol, 2020).
    """

    at: Timestamp = contextual("Time at which the step was taken.", to=COUNSEL)
    action: CustodyAction = safe("What was done with the copy in this step.", to=COUNSEL)
    by: Label | None = sensitive("Who took the step, under a pseudonym.", to=INTERNAL, default=None)
    to: Label | None = sensitive(
        "To whom the copy was handed, under a pseudonym.", to=INTERNAL, default=None
    )
    sha256: Sha256 | None = contextual("Hash of the copy after the step.", to=COUNSEL, default=None)


@record(essentials=("captured_at", "captured_by", "sha256"))
class Capture:
    """
    How a copy of a source was made, so that it can be shown to be unchanged.
    """

    captured_at: Timestamp | None = contextual(
        "Time at which the copy was made.", to=COUNSEL, default=None
    )
    captured_by: Label | None = sensitive(
        "Who made the copy, under a pseudonym.", to=INTERNAL, default=None
    )
    tool: Label | None = safe(
        "Tool with which the copy was made, and its version.", to=COUNSEL, default=None
    )
    media_type: Label | None = safe(
        "Media type of the copied file, such as text/html.", to=COUNSEL, default=None
    )
    bytes: Bytes | None = contextual("Size of the copied file in bytes.", to=COUNSEL, default=None)
    sha256: Sha256 | None = contextual(
        "Hash of the copied file, as it was made.", to=COUNSEL, default=None
    )
    chain_of_custody: ListOf[CustodyStep] = contextual(
        "Who held the copy, step by step.", to=COUNSEL, default=(), ordered=True
    )


@record(essentials=("source",))
class Derived:
    """
    From what other source a source was made. Two that derive from one are one voice.
    """

    source: Origin = contextual("The other source, from which this one was made.", to=COUNSEL)
    how: Derivation | None = safe(
        "How this source was made from the other.", to=COUNSEL, default=None
    )


@record(essentials=("number", "certified", "tell_source"))
class Exhibit:
    """
    A source as an exhibit in a filing, and whether the national bureau may learn of it.
    """

    number: Label | None = contextual(
        "Number of the exhibit in the filing.", to=CCF_BUREAU, default=None
    )
    certified: bool | None = safe(
        "Whether the exhibit is a certified copy.", to=CCF_BUREAU, default=None
    )
    tell_source: TellSource | None = sensitive(
        "What the bureau that sent the data may be told of the exhibit.",
        to=CCF_COMMISSION,
        default=None,
    )


@record(essentials=("title", "kind"), needed=True)
class Source(Worded):
    """
    A document, a broadcast, a talk: whatever a record rests on. Its title or its kind is given.
    """

    title: Label | None = contextual(
        "Title of the source, or what it is called.", to=CCF_BUREAU, default=None
    )
    kind: SourceKind | None = contextual(
        "What kind of source it is, such as a judgment or an interview.",
        to=CCF_BUREAU,
        default=None,
    )
    date: FromText[PartialDate | None] = contextual(
        "Date of the source itself.", to=CCF_BUREAU, default=None
    )
    by: ListOf[Someone] = sensitive(
        "Who speaks in the source, such as the person interviewed or the court.",
        to=COUNSEL,
        default=(),
    )
    authors: ListOf[Label] = direct(
        "Names of the authors as they are printed.", to=COUNSEL, default=()
    )
    publisher: ActingBody | None = contextual(
        "Who published or broadcast the source.", to=COUNSEL, default=None
    )
    address: Address | None = direct(
        "Address at which the source is published.", to=COUNSEL, default=None
    )
    retrieved: FromText[PartialDate | None] = contextual(
        "Date on which the source was read at its address.", to=COUNSEL, default=None
    )
    connection: Connection | None = sensitive(
        "How the speaker of the source is connected with what is told.", to=INTERNAL, default=None
    )
    held: bool | None = contextual(
        "Whether those who keep the case hold a copy of the source.", to=INTERNAL, default=None
    )
    coded_in_full: bool | None = contextual(
        "Whether all that it tells of the case is recorded, so that what a record that rests on it"
        " lacks was looked for there.",
        to=COUNSEL,
        default=None,
    )
    circumstances: Circumstances | None = sensitive(
        "Under what circumstances the speaker gave the source.", to=COUNSEL, default=None
    )
    derived_from: ListOf[Derived] = contextual(
        "Other sources from which this one was made.", to=COUNSEL, default=()
    )
    independence_group: Id | None = contextual(
        "Name of a group of sources that count as one voice.", to=COUNSEL, default=None
    )
    reliability: Reliability | None = sensitive(
        "How reliable the source is (Admiralty code).", to=INTERNAL, default=None
    )
    privileged: bool | None = sensitive(
        "Whether the source is protected by legal privilege.", to=COUNSEL, default=None
    )
    exhibit: Exhibit | None = contextual(
        "The source as an exhibit in a filing.", to=CCF_BUREAU, default=None
    )
    capture: Capture | None = contextual(
        "How a copy of the source was made.", to=COUNSEL, default=None
    )


@record(essentials=("sha256",))
class Quotation:
    """
    Words that a source gives as somebody's own, held as a hash: whoever has the source can find
    them, and a copy that altered them is told from one that did not, though no sentence is copied.

    Offset, length and hash are those of the normalised text: Unicode form NFC, straight quotation
    marks, one space for each run of white space, none at the ends.
    """

    extract: Extract | None = contextual(
        "A few of the words, at most five, by which a reader can find the rest.",
        to=COUNSEL,
        default=None,
    )
    offset: Count | None = contextual(
        "Number of characters of the normalised source before the quoted words.",
        to=COUNSEL,
        default=None,
    )
    length: Count | None = contextual(
        "Number of characters of the quoted words, when normalised.", to=COUNSEL, default=None
    )
    sha256: Sha256 = contextual("Hash of the quoted words, normalised and in UTF-8.", to=COUNSEL)


@record(
    essentials=(
        ("about", "stance", "value"),
        ("about", "stance", "text"),
        ("about", Having.one_of("stance", "denies", "silent", "withdraws")),
    )
)
class Statement(Worded):
    """
    Who says, denies, or does not answer, about which record or field. The text is the words used.
    """

    about: Anything | None = contextual(
        "What the statement is about: a record, as id, or one field of it, as id.field.",
        to=PUBLIC,
        default=None,
    )
    by: ListOf[Speaker] = sensitive(
        "Who makes the statement, denies or does not answer.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        default=(),
    )
    stance: Stance = contextual(
        "Whether the speaker says it, denies it, did not answer, and so on.", to=PUBLIC
    )
    value: Plain | None = contextual(
        "What the field holds by this statement; treated as the field is.",
        to=(CCF_BUREAU, PARTNER),
        default=None,
    )
    date: FromText[PartialDate | None] = contextual(
        "Date on which the statement was made.", to=(CCF_BUREAU, PARTNER), default=None
    )
    resolved_from: FromText[PartialDate | None] = contextual(
        "The day from which words of date such as `last August` were resolved to the value.",
        to=COUNSEL,
        default=None,
    )
    against: ListOf[Said] = contextual(
        "Other statements that this one answers, denies or corrects.", to=PUBLIC, default=()
    )
    circumstances: Circumstances | None = sensitive(
        "Under what circumstances the statement was made: free, in custody, before officials,"
        " under threat.",
        to=PUBLIC,
        default=None,
    )
    quote: QuoteKind | None = safe(
        "How close the text is to the words used; absent, it is a paraphrase.",
        to=COUNSEL,
        default=None,
    )
    quotation: Quotation | None = contextual(
        "The words that the source gives in quotation marks, where the text tells them again.",
        to=COUNSEL,
        default=None,
    )
    pinpoint: Label | None = contextual(
        "Where in the source the statement stands: a page, a paragraph, a minute.",
        to=COUNSEL,
        default=None,
    )
    basis: ListOf[Annotated[Reference, Ref.to("sources", "anything")]] = contextual(
        "What the speaker rests the statement on.", to=COUNSEL, default=()
    )
    relayed_by: ListOf[Speaker] = sensitive(
        "Who passed the statement on from the speaker.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        default=(),
    )
    asked_by: ListOf[Speaker] = contextual(
        "Who asked the speaker for the statement.", to=CCF_COMMISSION, classes_to=PUBLIC, default=()
    )
    asked: FromText[PartialDate | None] = contextual(
        "Date on which the speaker was asked.", to=COUNSEL, default=None
    )
    deadline: FromText[PartialDate | None] = contextual(
        "Date by which the speaker was to answer.", to=COUNSEL, default=None
    )
    answered: FromText[PartialDate | None] = contextual(
        "Date on which the speaker answered.", to=COUNSEL, default=None
    )
    question: Text | None = contextual(
        "The question that the speaker was asked.", to=COUNSEL, default=None
    )
    terms: AttributionTerms | None = sensitive(
        "On what terms the statement was made: on the record, off the record.",
        to=INTERNAL,
        default=None,
    )
    reason: WithholdReason | None = sensitive(
        "Why the speaker withholds what they know.", to=INTERNAL, default=None
    )
    because_of: ListOf[Anything] = sensitive(
        "The records that are the reason for withholding.", to=INTERNAL, default=()
    )
    held: bool | None = sensitive(
        "Whether those who keep the case know what is withheld.", to=INTERNAL, default=None
    )
    rank: Rank | None = contextual(
        "Whether the statement is preferred, normal or deprecated.", to=COUNSEL, default=None
    )
    rank_reason: PreferReason | None = contextual(
        "Why the statement has that rank.", to=COUNSEL, default=None
    )
    credibility: Credibility | None = sensitive(
        "How credible the information in the statement is (Admiralty code).",
        to=INTERNAL,
        default=None,
    )


@record(essentials=(("about", "prefer"), ("about", "reason"), ("about", "text")))
class EditorDecision:
    """
    What an editor decided between statements that differ, and why.
    """

    about: Anything | None = contextual(
        "The record or the field that the decision is about.", to=COUNSEL, default=None
    )
    between: ListOf[Said] = contextual(
        "The statements that differ from each other.", to=COUNSEL, default=()
    )
    prefer: ListOf[Said] = contextual(
        "The statements that the editor prefers.", to=COUNSEL, default=()
    )
    reason: PreferReason | None = contextual(
        "Why the editor prefers them, as a code.", to=COUNSEL, default=None
    )
    text: Text | None = contextual(
        "Why the editor prefers them, in words.", to=COUNSEL, default=None
    )
    by: Label | None = sensitive(
        "The editor who decided, under a pseudonym.", to=INTERNAL, default=None
    )
    date: FromText[PartialDate | None] = contextual(
        "Date on which the editor decided.", to=COUNSEL, default=None
    )
