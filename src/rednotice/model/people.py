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
        "The whole name as written.", to=CCF_BUREAU, known=True, default=None
    )
    family: Label | None = direct("Family name.", to=CCF_BUREAU, known=True, default=None)
    forename: Label | None = direct(
        "Forename or forenames.", to=CCF_BUREAU, known=True, default=None
    )
    kind: NameKind | None = safe("What kind of name.", to=CCF_BUREAU, default=None)
    language: Language | None = quasi("Language of the name.", to=CCF_BUREAU, default=None)
    script: Script | None = quasi("Script of the name (ISO 15924).", to=CCF_BUREAU, default=None)


@record(essentials=("profile",))
class Description(Attributed):
    """
    What somebody describes a person as: a profession, a role in public life.
    """

    profile: Profile = quasi("The description, as a code.", to=(CCF_COMMISSION, PARTNER))


@record(essentials=("category",))
class SpecialTrait(Attributed):
    """
    Something that data protection law protects above the rest (GDPR Article 9).
    """

    category: SpecialCategory = sensitive("The category.", to=INTERNAL)
    text: Text | None = sensitive("What exactly, if it must be said.", to=INTERNAL, default=None)


@record(essentials=("kind", "issuing_state", "number"))
class TravelDocument(Record):
    """
    A passport or another paper to travel with.
    """

    kind: TravelDocumentKind | None = quasi("What kind of paper.", to=CCF_BUREAU, default=None)
    issuing_state: CountryCode | None = quasi("State that issued it.", to=CCF_BUREAU, default=None)
    number: Label | None = direct("Its number.", to=CCF_BUREAU, default=None)
    issued: FromText[PartialDate | None] = quasi("When it was issued.", to=COUNSEL, default=None)
    expires: FromText[PartialDate | None] = quasi("When it expires.", to=COUNSEL, default=None)


@record(essentials=("country", "status"))
class Residence(Attributed):
    """
    A status under which a person stays in a country; what a proceeding granted stands there.
    """

    country: CountryCode | None = sensitive("The country.", to=CCF_COMMISSION, default=None)
    status: ImmigrationStatus | None = sensitive("The status.", to=CCF_COMMISSION, default=None)
    date: FromText[PartialDate | None] = sensitive(
        "When it holds.", to=CCF_COMMISSION, default=None
    )
    duration: FromText[Duration | None] = sensitive(
        "For how long it is given.", to=COUNSEL, default=None
    )


@record(essentials=("country",))
class Nationality(Attributed):
    """
    A nationality that was gained or lost, or that somebody contests. Who says what of it stands in
    statements.
    """

    country: CountryCode = sensitive("The country.", to=COUNSEL)
    date: FromText[PartialDate | None] = sensitive(
        "From when to when it is held.", to=COUNSEL, default=None
    )
    contested: bool | None = sensitive(
        "Whether somebody disputes that it is or was held.", to=COUNSEL, default=None
    )


@record(essentials=("title", "organisation"))
class Position(Attributed):
    """
    An office or employment that a person holds or held.
    """

    title: Label | None = quasi("What it is called.", to=COUNSEL, default=None)
    organisation: Body | None = quasi("Where.", to=COUNSEL, default=None)
    date: FromText[PartialDate | None] = quasi("When.", to=COUNSEL, default=None)
    duration: FromText[Duration | None] = quasi(
        "How long it lasts by rule.", to=COUNSEL, default=None
    )
    current: bool | None = quasi("Whether it is still held.", to=COUNSEL, default=None)


@record(essentials=("height_m", "weight_kg", "eyes", "hair", "marks"))
class Appearance(Attributed):
    """
    What a person looks like, as a notice has it. A height of 0 means unknown: leave it out.
    """

    height_m: Metres | None = quasi("Height in metres.", to=CCF_BUREAU, known=True, default=None)
    weight_kg: Kilograms | None = quasi(
        "Weight in kilograms.", to=CCF_BUREAU, known=True, default=None
    )
    eyes: ListOf[EyeColour] = quasi("Colour of the eyes.", to=CCF_BUREAU, known=True, default=())
    hair: ListOf[HairColour] = quasi("Colour of the hair.", to=CCF_BUREAU, known=True, default=())
    marks: Text | None = direct("Distinguishing marks.", to=CCF_BUREAU, known=True, default=None)


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
    kind: SubjectKind | None = safe("A person or an entity.", to=PUBLIC, known=True, default=None)
    names: ListOf[Name] = direct("The names.", to=CCF_BUREAU, known=True, default=())
    sex: Sex | None = quasi(
        "Sex as a document records it.", to=(CCF_BUREAU, PARTNER), known=True, default=None
    )
    gender: Label | None = sensitive("Gender in the person's own words.", to=INTERNAL, default=None)
    born: FromText[PartialDate | None] = quasi(
        "Date of birth, as precise as its source.", to=CCF_BUREAU, known=True, default=None
    )
    birth_country: CountryCode | None = quasi(
        "Country of birth.", to=CCF_BUREAU, known=True, default=None
    )
    birth_place: Text | None = direct("Place of birth.", to=CCF_BUREAU, known=True, default=None)
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
    languages: ListOf[Language] = quasi("Languages spoken.", to=CCF_BUREAU, known=True, default=())
    described_as: ListOf[Description] = quasi(
        "What the person is described as, and by whom.", to=(CCF_COMMISSION, PARTNER), default=()
    )
    special_traits: ListOf[SpecialTrait] = sensitive(
        "Special categories of personal data; record one only where the case cannot do without.",
        to=INTERNAL,
        default=(),
    )
    positions: ListOf[Position] = quasi("Offices and employments.", to=COUNSEL, default=())
    documents: ListOf[TravelDocument] = direct("Travel documents.", to=CCF_BUREAU, default=())
    residences: ListOf[Residence] = sensitive(
        "Under what status the person stays where, unless a proceeding granted it.",
        to=CCF_COMMISSION,
        default=(),
    )
    appearance: Appearance | None = quasi(
        "What the person looks like.", to=CCF_BUREAU, known=True, default=None
    )


@record(essentials=("kind",))
class Kinship(Attributed):
    """
    How a person is related to another: the person IS *kind* OF *to*.
    """

    kind: Relation = sensitive("What the person is to the other.", to=CCF_COMMISSION)
    to: Human | None = contextual(
        "The other; absent, it is the only subject of the case.", to=CCF_COMMISSION, default=None
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
    kind: PersonKind | None = safe("One person or a group.", to=CCF_COMMISSION, default=None)
    relation: Kinship | None = sensitive(
        "How the person is related to the subject.", to=CCF_COMMISSION, default=None
    )
    names: ListOf[Name] = direct("The names.", to=CCF_COMMISSION, default=())
    public_role: Label | None = quasi(
        "Why the person may be named: an office, a public statement.",
        to=CCF_COMMISSION,
        default=None,
    )
    sex: Sex | None = quasi("Sex.", to=COUNSEL, default=None)
    born: FromText[PartialDate | None] = quasi("Date of birth.", to=COUNSEL, default=None)
    minor: bool | None = sensitive("Whether a child.", to=COUNSEL, default=None)
    nationalities: ListOf[CountryCode] = quasi("Nationalities.", to=COUNSEL, default=())
    residence: CountryCode | None = sensitive(
        "Country where the person lives.", to=COUNSEL, default=None
    )
    existence: Existence | None = contextual(
        "Whether there is such a person at all, or it is only said.",
        to=CCF_COMMISSION,
        default=None,
    )
    count: Range | None = quasi("How many persons a group has.", to=COUNSEL, default=None)
    described_as: ListOf[Description] = quasi(
        "What the person is described as, and by whom.", to=COUNSEL, default=()
    )
    positions: ListOf[Position] = quasi("Offices and employments.", to=COUNSEL, default=())
    acts_for: ListOf[CountryCode] = contextual(
        "States for which the person acts, or is said to act.", to=COUNSEL, default=()
    )


@record(essentials=("name", "kind", "country"))
class Organisation(Record):
    """
    A state, an authority, a court, a medium, a company: anything that acts and is no person.
    """

    name: Label | None = contextual("The name.", to=COUNSEL, known=True, default=None)
    kind: OrganisationKind | None = safe("What it is.", to=COUNSEL, known=True, default=None)
    country: CountryCode | None = contextual(
        "The state that it is or belongs to, or where it sits.",
        to=COUNSEL,
        known=True,
        default=None,
    )
    part_of: Body | None = contextual("The body above it.", to=COUNSEL, known=True, default=None)
    acts_for: ListOf[CountryCode] = contextual(
        "States for which it acts, or is said to act, beside its own.",
        to=COUNSEL,
        default=(),
    )


@record(essentials=(("who", "kind", "to"),))
class Tie(Attributed):
    """
    How two persons or bodies are related, neither of whom is the subject: *who* IS *kind* OF *to*.
    """

    who: Party = contextual("The one.", to=COUNSEL)
    kind: Relation = sensitive("What the one is to the other.", to=COUNSEL)
    to: Party = contextual("The other.", to=COUNSEL)
