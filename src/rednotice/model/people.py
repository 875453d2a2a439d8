"""
Who stands in a case: the subject, other persons, organisations, and how they are related.
"""

from __future__ import annotations

from rednotice.model.base import Attributed, Body, Human, Party, Range, Record
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
from rednotice.records.members import FromText, ListOf
from rednotice.types.codes import (
    CountryCode,
    Existence,
    EyeColour,
    HairColour,
    ImmigrationStatus,
    NameKind,
    OrganisationKind,
    PersonKind,
    Profile,
    Relation,
    Script,
    Sex,
    SpecialCategory,
    StatelessStatus,
    SubjectKind,
    TravelDocumentKind,
)
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration
from rednotice.types.numbers import Kilograms, Metres
from rednotice.types.texts import Label, Language, Text


@record(essentials=("text", "family", "forename"))
class Name(Attributed):
    """
    One name of a person or a body, in one script.
    """

    text: Label | None = direct(
        "The whole name as the source writes it.", to=CCF_BUREAU, known=True, default=None
    )
    family: Label | None = direct(
        "Family name, as a part of the name.", to=CCF_BUREAU, known=True, default=None
    )
    forename: Label | None = direct(
        "Forename or forenames, as a part of the name.", to=CCF_BUREAU, known=True, default=None
    )
    kind: NameKind | None = safe(
        "What kind of name it is, such as an alias.", to=CCF_BUREAU, default=None
    )
    language: Language | None = quasi(
        "Language that the name is written in.", to=CCF_BUREAU, default=None
    )
    script: Script | None = quasi(
        "Script that the name is written in (ISO 15924).", to=CCF_BUREAU, default=None
    )


@record(essentials=("profile",))
class Description(Attributed):
    """
    What somebody describes a person as: a profession, a role in public life.
    """

    profile: Profile = quasi(
        "What the person is described as: a profession or a role.", to=(CCF_COMMISSION, PARTNER)
    )


@record(essentials=("category",))
class SpecialTrait(Attributed):
    """
    Something that data protection law protects above the rest (GDPR Article 9).
    """

    category: SpecialCategory = sensitive(
        "The special category of data that the trait belongs to.", to=INTERNAL
    )
    text: Text | None = sensitive(
        "What the trait is exactly, if it must be said.", to=INTERNAL, default=None
    )


@record(essentials=("kind", "issuing_state", "number"))
class TravelDocument(Record):
    """
    A passport or another paper to travel with.
    """

    kind: TravelDocumentKind | None = quasi(
        "What kind of travel document it is.", to=CCF_BUREAU, default=None
    )
    issuing_state: CountryCode | None = quasi(
        "State that issued the travel document.", to=CCF_BUREAU, default=None
    )
    number: Label | None = direct(
        "Number of the travel document, as it is printed.", to=CCF_BUREAU, default=None
    )
    issued: FromText[PartialDate | None] = quasi(
        "Date on which the travel document was issued.", to=COUNSEL, default=None
    )
    expires: FromText[PartialDate | None] = quasi(
        "Date on which the travel document expires.", to=COUNSEL, default=None
    )


@record(essentials=("country", "status"))
class Residence(Attributed):
    """
    A status under which a person stays in a country; what a proceeding granted stands there.
    """

    country: CountryCode | None = sensitive(
        "Country in which the person stays.", to=CCF_COMMISSION, default=None
    )
    status: ImmigrationStatus | None = sensitive(
        "Status under which the person stays in the country.", to=CCF_COMMISSION, default=None
    )
    date: FromText[PartialDate | None] = sensitive(
        "Date or period in which the status holds.", to=CCF_COMMISSION, default=None
    )
    duration: FromText[Duration | None] = sensitive(
        "For how long the status is given.", to=COUNSEL, default=None
    )


@record(essentials=("country",))
class Nationality(Attributed):
    """
    A nationality that was gained or lost, or that somebody contests. Who says what of it stands in
    statements.
    """

    country: CountryCode = sensitive(
        "Country of which the person is or was a national.", to=COUNSEL
    )
    date: FromText[PartialDate | None] = sensitive(
        "Period in which the nationality is or was held.", to=COUNSEL, default=None
    )
    contested: bool | None = sensitive(
        "Whether somebody disputes that it is or was held.", to=COUNSEL, default=None
    )


@record(essentials=("title", "organisation"))
class Position(Attributed):
    """
    An office or employment that a person holds or held.
    """

    title: Label | None = quasi(
        "What the office or employment is called.", to=COUNSEL, default=None
    )
    organisation: Body | None = quasi(
        "Organisation at which the position is or was held.", to=COUNSEL, default=None
    )
    date: FromText[PartialDate | None] = quasi(
        "Date or period in which the position is or was held.", to=COUNSEL, default=None
    )
    duration: FromText[Duration | None] = quasi(
        "How long the position lasts by rule.", to=COUNSEL, default=None
    )
    current: bool | None = quasi(
        "Whether the person still holds the position.", to=COUNSEL, default=None
    )


@record(essentials=("height_m", "weight_kg", "eyes", "hair", "marks"))
class Appearance(Attributed):
    """
    What a person looks like, as a notice has it. A height of 0 means unknown: leave it out.
    """

    height_m: Metres | None = quasi(
        "Height of the person in metres.", to=CCF_BUREAU, known=True, default=None
    )
    weight_kg: Kilograms | None = quasi(
        "Weight of the person in kilograms.", to=CCF_BUREAU, known=True, default=None
    )
    eyes: ListOf[EyeColour] = quasi(
        "Colours of the eyes of the person.", to=CCF_BUREAU, known=True, default=()
    )
    hair: ListOf[HairColour] = quasi(
        "Colours of the hair of the person.", to=CCF_BUREAU, known=True, default=()
    )
    marks: Text | None = direct(
        "Distinguishing marks of the person, such as a scar.",
        to=CCF_BUREAU,
        known=True,
        default=None,
    )


@record(
    essentials=(
        "label",
        "kind",
        "names",
        "sex",
        "gender",
        "born",
        "birth_country",
        "birth_place",
        "nationalities",
        "nationality_history",
        "stateless",
        "languages",
        "described_as",
        "special_traits",
        "positions",
        "documents",
        "residences",
        "appearance",
    )
)
class Subject(Record):
    """
    The person or the entity that a state pursues.
    """

    label: Label | None = contextual(
        "What those who work on the case call the person; never a name.", to=COUNSEL, default=None
    )
    kind: SubjectKind | None = safe(
        "Whether the subject is a person or an entity.", to=PUBLIC, known=True, default=None
    )
    names: ListOf[Name] = direct(
        "The names of the subject, one for each spelling or script.",
        to=CCF_BUREAU,
        known=True,
        default=(),
    )
    sex: Sex | None = quasi(
        "Sex as a document records it.", to=(CCF_BUREAU, PARTNER), known=True, default=None
    )
    gender: Label | None = sensitive("Gender in the person's own words.", to=INTERNAL, default=None)
    born: FromText[PartialDate | None] = quasi(
        "Date of birth, as precise as its source.", to=CCF_BUREAU, known=True, default=None
    )
    birth_country: CountryCode | None = quasi(
        "Country in which the subject was born.", to=CCF_BUREAU, known=True, default=None
    )
    birth_place: Text | None = direct(
        "Place in which the subject was born.", to=CCF_BUREAU, known=True, default=None
    )
    nationalities: ListOf[CountryCode] = quasi(
        "Nationalities that nobody disputes and whose dates do not matter.",
        to=CCF_COMMISSION,
        pursuing_to=(CCF_BUREAU, PARTNER),
        default=(),
    )
    nationality_history: ListOf[Nationality] = sensitive(
        "Nationalities that were gained or lost, or that are contested.",
        to=COUNSEL,
        default=(),
    )
    stateless: StatelessStatus | None = sensitive(
        "Whether the person has no nationality.", to=COUNSEL, default=None
    )
    languages: ListOf[Language] = quasi(
        "Languages that the subject speaks.", to=CCF_BUREAU, known=True, default=()
    )
    described_as: ListOf[Description] = quasi(
        "What the person is described as, and by whom.", to=(CCF_COMMISSION, PARTNER), default=()
    )
    special_traits: ListOf[SpecialTrait] = sensitive(
        "Special categories of personal data; record one only where the case cannot do without.",
        to=INTERNAL,
        default=(),
    )
    positions: ListOf[Position] = quasi(
        "Offices and employments that the subject holds or held.", to=COUNSEL, default=()
    )
    documents: ListOf[TravelDocument] = direct(
        "Passports and other travel documents of the subject.", to=CCF_BUREAU, default=()
    )
    residences: ListOf[Residence] = sensitive(
        "Under what status the person stays where, unless a proceeding granted it.",
        to=CCF_COMMISSION,
        default=(),
    )
    appearance: Appearance | None = quasi(
        "What the person looks like, as a notice has it.", to=CCF_BUREAU, known=True, default=None
    )


@record(essentials=("kind",))
class Kinship(Attributed):
    """
    How a person is related to another: the person IS *kind* OF *to*.
    """

    kind: Relation = sensitive(
        "What the person is to the other: mother, lawyer, colleague and so on.", to=CCF_COMMISSION
    )
    to: Human | None = contextual(
        "The other person; absent, it is the only subject of the case.",
        to=CCF_COMMISSION,
        default=None,
    )


@record(
    essentials=(
        "label",
        "kind",
        "relation",
        "names",
        "public_role",
        "existence",
        "count",
        "described_as",
        "positions",
    )
)
class Person(Record):
    """
    Another person, or an unnamed group of persons. Private, unless a public role is given.
    """

    label: Label | None = contextual(
        "What those who work on the case call them; never a name.", to=COUNSEL, default=None
    )
    kind: PersonKind | None = safe(
        "Whether it is one person or a group.", to=CCF_COMMISSION, default=None
    )
    relation: Kinship | None = sensitive(
        "How the person is related to the subject.", to=CCF_COMMISSION, default=None
    )
    names: ListOf[Name] = direct(
        "The names of the person, one for each spelling or script.", to=CCF_COMMISSION, default=()
    )
    public_role: Label | None = quasi(
        "Why the person may be named: an office, a public statement.",
        to=CCF_COMMISSION,
        default=None,
    )
    sex: Sex | None = quasi(
        "Sex of the person, as a document records it.", to=COUNSEL, default=None
    )
    born: FromText[PartialDate | None] = quasi(
        "Date of birth of the person.", to=COUNSEL, default=None
    )
    minor: bool | None = sensitive("Whether the person is a child.", to=COUNSEL, default=None)
    nationalities: ListOf[CountryCode] = quasi(
        "Countries of which the person is a national.", to=COUNSEL, default=()
    )
    residence: CountryCode | None = sensitive(
        "Country where the person lives.", to=COUNSEL, default=None
    )
    existence: Existence | None = contextual(
        "Whether there is such a person at all, or it is only said.",
        to=CCF_COMMISSION,
        default=None,
    )
    count: Range | None = quasi("How many persons the group has.", to=COUNSEL, default=None)
    described_as: ListOf[Description] = quasi(
        "What the person is described as, and by whom.", to=COUNSEL, default=()
    )
    positions: ListOf[Position] = quasi(
        "Offices and employments that the person holds or held.", to=COUNSEL, default=()
    )
    acts_for: ListOf[CountryCode] = contextual(
        "States for which the person acts, or is said to act.", to=COUNSEL, default=()
    )


@record(essentials=("name", "kind", "country"))
class Organisation(Record):
    """
    A state, an authority, a court, a medium, a company: anything that acts and is no person.
    """

    name: Label | None = contextual(
        "Name by which the organisation is known.", to=COUNSEL, known=True, default=None
    )
    kind: OrganisationKind | None = safe(
        "What the organisation is, such as a state or a court.",
        to=COUNSEL,
        known=True,
        default=None,
    )
    country: CountryCode | None = contextual(
        "The state that it is or belongs to, or where it sits.",
        to=COUNSEL,
        known=True,
        default=None,
    )
    part_of: Body | None = contextual(
        "The larger organisation that it is a part of.", to=COUNSEL, known=True, default=None
    )
    acts_for: ListOf[CountryCode] = contextual(
        "States for which the organisation acts, or is said to act, beside its own.",
        to=COUNSEL,
        default=(),
    )


@record(essentials=(("who", "kind", "to"),))
class Tie(Attributed):
    """
    How two persons or bodies are related, neither of whom is the subject: *who* IS *kind* OF *to*.
    """

    who: Party = contextual("The first of the two persons or bodies that are related.", to=COUNSEL)
    kind: Relation = sensitive("What the first of the two is to the other.", to=COUNSEL)
    to: Party = contextual("The other of the two persons or bodies.", to=COUNSEL)
