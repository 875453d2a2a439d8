"""
What every record may say: its id, by whose word it stands, what is missing, who knows of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from rednotice.records import (
    CCF_BUREAU,
    CCF_COMMISSION,
    COUNSEL,
    INTERNAL,
    PARTNER,
    PUBLIC,
    contextual,
    record,
    safe,
    sensitive,
)
from rednotice.records.limits import MemberNames, Ref
from rednotice.records.members import FromText, ListOf
from rednotice.types.codes import CountKind, CountryCode, MissingReason
from rednotice.types.dates import PartialDate
from rednotice.types.numbers import Count
from rednotice.types.roles import Role
from rednotice.types.texts import Id, Language, Reference, Text

# Who may act or speak. A state is an organisation here, with its `state`.
Someone = Annotated[str, Role.of("subjects", "people", "organisations", classes="speakers")]
# Whom an act or a paper concerns.
Concerned = Annotated[str, Role.of("subjects", "people", "organisations", classes="concerned")]
# What a tie, an office or a consent points at is a record, and never a class of people.
Party = Annotated[Reference, Ref.to("subjects", "people", "organisations")]
Human = Annotated[Reference, Ref.to("subjects", "people")]
Body = Annotated[Reference, Ref.to("organisations")]
# A body that acts or speaks.
ActingBody = Annotated[str, Role.of("organisations", classes="speakers")]
Origin = Annotated[Reference, Ref.to("sources")]
# Whose word: a person, a body, or a paper that speaks for itself, such as a letter or a notice.
Speaker = Annotated[
    str,
    Role.of(
        *("subjects", "people", "organisations", "sources", "notices", "warrants"),
        classes="speakers",
    ),
]

# Why members are missing, by their names.
Missing = Annotated[Mapping[str, MissingReason], MemberNames()]


@record
class Attributed:
    """
    What a record may say beside its own members: whose word it is, and where that is written.
    """

    id: Id | None = safe(
        "Name of this record, needed only where another record points at it.",
        to=COUNSEL,
        replaced_to=PUBLIC,
        default=None,
    )
    according_to: ListOf[Speaker] = sensitive(
        "By whose word the record stands. An allegation stays its speaker's, whoever repeats it."
        " Absent, only an interview, a judgment and a decision of the CCF speak for themselves.",
        to=CCF_COMMISSION,
        classes_to=PUBLIC,
        default=(),
    )
    sources: ListOf[Origin] = contextual(
        "Where the content of the record is written, said or shown. Absent, the record rests on"
        " what the record around it names, or else on the only source of the case.",
        to=CCF_BUREAU,
        default=(),
    )
    missing: Missing | None = contextual(
        "Why members of the record are missing, in one word for each.",
        to=(COUNSEL, PARTNER),
        default=None,
    )


@record
class Record(Attributed):
    """
    What the main records of a case may say beside that: who knows of it, and a note.
    """

    known_to: ListOf[CountryCode] = sensitive(
        "States that know of this record, where that differs from what its fields assume; where no"
        " state knows of it, `missing: {known_to: none}` says so.",
        to=INTERNAL,
        default=(),
    )
    note: Text | None = sensitive(
        "A note for those who work on the case; it leaves with no release.",
        to=INTERNAL,
        default=None,
    )


@record(essentials=("text",))
class Translation:
    """
    The same words in another language.
    """

    text: Text = contextual("The same words, translated into the other language.", to=CCF_BUREAU)
    language: Language = contextual(
        "Language into which the words are translated (BCP 47).", to=CCF_BUREAU
    )
    machine: bool | None = safe(
        "Whether a machine translated, and nobody has read it since.", to=CCF_BUREAU, default=None
    )


@record
class Worded(Record):
    """
    A record with words of its own: at most one text, its language, its translations.

    Prose says what codes and references hold back: who was spoken to, and where.
    """

    text: Text | None = contextual(
        "The wording or a description, in the language that `language` names.",
        to=COUNSEL,
        default=None,
    )
    language: Language | None = contextual(
        "Language of the text (BCP 47).", to=COUNSEL, default=None
    )
    translations: ListOf[Translation] = contextual(
        "The same words in other languages.", to=COUNSEL, default=()
    )


@record
class StateWorded(Record):
    """
    A record with the words of a state: how a charge is put, what a notice tells.
    """

    text: Text | None = contextual(
        "The wording of the state, in the language that `language` names.",
        to=CCF_BUREAU,
        known=True,
        default=None,
    )
    language: Language | None = contextual(
        "Language of the text (BCP 47).", to=CCF_BUREAU, known=True, default=None
    )
    translations: ListOf[Translation] = contextual(
        "The same words in other languages.", to=CCF_BUREAU, default=()
    )


@record
class PublicWorded(Record):
    """
    A record with words on what is public already.
    """

    text: Text | None = contextual(
        "A description, in the language that `language` names.", to=COUNSEL, default=None
    )
    language: Language | None = contextual(
        "Language of the text (BCP 47).", to=COUNSEL, default=None
    )
    translations: ListOf[Translation] = contextual(
        "The same words in other languages.", to=COUNSEL, default=()
    )


@record(essentials=("best", "low", "high"))
class Range:
    """
    A number that nobody knows exactly: a best guess, or the least and the most.
    """

    best: Count | None = contextual(
        "The number, where the source gives one.", to=PUBLIC, default=None
    )
    low: Count | None = contextual("The least that it can be.", to=PUBLIC, default=None)
    high: Count | None = contextual("The most that it can be.", to=PUBLIC, default=None)
    kind: CountKind | None = safe(
        "How the number is meant: counted, estimated, at least and so on.", to=PUBLIC, default=None
    )


@record(essentials=("date", "source"))
class Published:
    """
    When and where something was first made public. Only since then do those who did it know that it
    was told.
    """

    date: FromText[PartialDate | None] = contextual(
        "Date on which it was made public.", to=COUNSEL, default=None
    )
    source: Origin | None = contextual(
        "The source in which it was made public.", to=COUNSEL, default=None
    )
