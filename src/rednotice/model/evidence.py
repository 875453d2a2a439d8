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

    at: Timestamp = contextual("When.", to=COUNSEL)
    action: CustodyAction = safe("What was done.", to=COUNSEL)
    by: Label | None = sensitive("By whom, under a pseudonym.", to=INTERNAL, default=None)
    to: Label | None = sensitive("To whom, under a pseudonym.", to=INTERNAL, default=None)
    sha256: Sha256 | None = contextual("Hash of the copy after it.", to=COUNSEL, default=None)


@record(essentials=("captured_at", "captured_by", "sha256"))
class Capture:
    """
    How a copy of a source was made, so that it can be shown to be unchanged.
    """

    captured_at: Timestamp | None = contextual("When.", to=COUNSEL, default=None)
    captured_by: Label | None = sensitive("By whom, under a pseudonym.", to=INTERNAL, default=None)
    tool: Label | None = safe("With what tool, and its version.", to=COUNSEL, default=None)
    media_type: Label | None = safe("Media type of the file.", to=COUNSEL, default=None)
    bytes: Bytes | None = contextual("Size of the file.", to=COUNSEL, default=None)
    sha256: Sha256 | None = contextual("Hash of the file.", to=COUNSEL, default=None)
    chain_of_custody: ListOf[CustodyStep] = contextual(
        "Who held the copy, step by step.", to=COUNSEL, default=(), ordered=True
    )


@record(essentials=("source",))
class Derived:
    """
    From what other source a source was made. Two that derive from one are one voice.
    """

    source: Origin = contextual("The other source.", to=COUNSEL)
    how: Derivation | None = safe("How it was made.", to=COUNSEL, default=None)


@record(essentials=("number", "certified", "tell_source"))
class Exhibit:
    """
    A source as an exhibit in a filing, and whether the national bureau may learn of it.
    """

    number: Label | None = contextual("Number of the exhibit.", to=CCF_BUREAU, default=None)
    certified: bool | None = safe("Whether certified.", to=CCF_BUREAU, default=None)
    tell_source: TellSource | None = sensitive(
        "What the bureau that sent the data may be told of it.",
        to=CCF_COMMISSION,
        default=None,
    )


@record(essentials=("title", "kind"))
class Source(Worded):
    """
    A document, a broadcast, a talk: whatever a record rests on. Its title or its kind is given.
    """

    title: Label | None = contextual("Title, or what it is called.", to=CCF_BUREAU, default=None)
    kind: SourceKind | None = contextual("What kind of source.", to=CCF_BUREAU, default=None)
    date: FromText[PartialDate | None] = contextual(
        "Date of the source itself.", to=CCF_BUREAU, default=None
    )
    by: ListOf[Someone] = sensitive(
        "Who speaks in it, such as the person interviewed or the court.", to=COUNSEL, default=()
    )
    authors: ListOf[Label] = direct("Names of authors in print.", to=COUNSEL, default=())
    publisher: ActingBody | None = contextual("Who published it.", to=COUNSEL, default=None)
    address: Address | None = direct("Where it is published.", to=COUNSEL, default=None)
    retrieved: FromText[PartialDate | None] = contextual(
        "When it was read there.", to=COUNSEL, default=None
    )
    connection: Connection | None = sensitive(
        "How its speaker is connected with what is told.", to=INTERNAL, default=None
    )
    held: bool | None = contextual("Whether a copy is held.", to=INTERNAL, default=None)
    coded_in_full: bool | None = contextual(
        "Whether all that it tells of the case is recorded, so that what a record that rests on it"
        " lacks was looked for there.",
        to=COUNSEL,
        default=None,
    )
    circumstances: Circumstances | None = sensitive(
        "Under what circumstances it was given.", to=COUNSEL, default=None
    )
    derived_from: ListOf[Derived] = contextual("From what it was made.", to=COUNSEL, default=())
    independence_group: Id | None = contextual(
        "Sources of one group are one voice.", to=COUNSEL, default=None
    )
    reliability: Reliability | None = sensitive(
        "How reliable the source is (Admiralty code).", to=INTERNAL, default=None
    )
    privileged: bool | None = sensitive(
        "Whether it is protected by legal privilege.", to=COUNSEL, default=None
    )
    exhibit: Exhibit | None = contextual("As an exhibit.", to=CCF_BUREAU, default=None)
    capture: Capture | None = contextual("How a copy was made.", to=COUNSEL, default=None)


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
        "The record, as id, or one field of it, as id.field.", to=PUBLIC, default=None
    )
    by: ListOf[Speaker] = sensitive("Who.", to=CCF_COMMISSION, classes_to=PUBLIC, default=())
    stance: Stance = contextual("Says, denies, did not answer, and so on.", to=PUBLIC)
    value: Plain | None = contextual(
        "What the field holds by this statement; treated as the field is.",
        to=(CCF_BUREAU, PARTNER),
        default=None,
    )
    date: FromText[PartialDate | None] = contextual("When.", to=(CCF_BUREAU, PARTNER), default=None)
    resolved_from: FromText[PartialDate | None] = contextual(
        "The day from which words of date such as `last August` were resolved to the value.",
        to=COUNSEL,
        default=None,
    )
    against: ListOf[Said] = contextual(
        "Statements that it answers, denies or corrects.", to=PUBLIC, default=()
    )
    circumstances: Circumstances | None = sensitive(
        "Under what circumstances: free, in custody, before officials, under threat.",
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
        "Where in the source: a page, a paragraph, a minute.", to=COUNSEL, default=None
    )
    basis: ListOf[Annotated[Reference, Ref.to("sources", "anything")]] = contextual(
        "What the speaker rests it on.", to=COUNSEL, default=()
    )
    relayed_by: ListOf[Speaker] = sensitive(
        "Who passed it on.", to=CCF_COMMISSION, classes_to=PUBLIC, default=()
    )
    asked_by: ListOf[Speaker] = contextual(
        "Who asked.", to=CCF_COMMISSION, classes_to=PUBLIC, default=()
    )
    asked: FromText[PartialDate | None] = contextual(
        "When they were asked.", to=COUNSEL, default=None
    )
    deadline: FromText[PartialDate | None] = contextual(
        "By when to answer.", to=COUNSEL, default=None
    )
    answered: FromText[PartialDate | None] = contextual(
        "When they answered.", to=COUNSEL, default=None
    )
    question: Text | None = contextual("What they were asked.", to=COUNSEL, default=None)
    terms: AttributionTerms | None = sensitive(
        "On what terms it was said: on the record, off the record.", to=INTERNAL, default=None
    )
    reason: WithholdReason | None = sensitive(
        "Why something is withheld.", to=INTERNAL, default=None
    )
    because_of: ListOf[Anything] = sensitive(
        "The records that are the reason.", to=INTERNAL, default=()
    )
    held: bool | None = sensitive(
        "Whether what is withheld is known to those who keep the case.", to=INTERNAL, default=None
    )
    rank: Rank | None = contextual("Preferred, normal or deprecated.", to=COUNSEL, default=None)
    rank_reason: PreferReason | None = contextual("Why so ranked.", to=COUNSEL, default=None)
    credibility: Credibility | None = sensitive(
        "How credible the information is (Admiralty code).", to=INTERNAL, default=None
    )


@record(essentials=(("about", "prefer"), ("about", "reason"), ("about", "text")))
class EditorDecision:
    """
    What an editor decided between statements that differ, and why.
    """

    about: Anything | None = contextual("The record or field.", to=COUNSEL, default=None)
    between: ListOf[Said] = contextual("The statements that differ.", to=COUNSEL, default=())
    prefer: ListOf[Said] = contextual("The statements preferred.", to=COUNSEL, default=())
    reason: PreferReason | None = contextual("Why.", to=COUNSEL, default=None)
    text: Text | None = contextual("Why, in words.", to=COUNSEL, default=None)
    by: Label | None = sensitive("The editor, under a pseudonym.", to=INTERNAL, default=None)
    date: FromText[PartialDate | None] = contextual("When.", to=COUNSEL, default=None)
