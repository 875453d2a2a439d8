"""
Fields: each is declared in one line by a specifier that is named after the field's sensitivity.
"""

from __future__ import annotations

import enum
from functools import cache
from typing import Any, Required, TypedDict, Unpack

import attrs

METADATA = "rednotice"
_SINCE = "1.0"


class Sensitivity(enum.Enum):
    """
    How far a value identifies or endangers a person, by itself or together with other values.
    """

    DIRECT = "direct"
    QUASI = "quasi"
    SENSITIVE = "sensitive"
    CONTEXTUAL = "contextual"
    SAFE = "safe"


class Audience(enum.Enum):
    """
    Who may receive a value untreated. Each audience may see more than the next: internal, counsel,
    the CCF's commission, the bureau of the pursuing state to which the CCF passes a request on; and
    internal, partner, public.
    """

    INTERNAL = "internal"
    COUNSEL = "counsel"
    CCF_COMMISSION = "ccf_commission"
    CCF_BUREAU = "ccf_bureau"
    PARTNER = "partner"
    PUBLIC = "public"

    @property
    def within(self) -> frozenset[Audience]:
        """
        The audiences that may see everything that this one may: itself and those above it; for the
        public, all of them.
        """
        return _WITHIN[self]


INTERNAL, COUNSEL, CCF_COMMISSION, CCF_BUREAU, PARTNER, PUBLIC = Audience
_WITHIN = {
    INTERNAL: frozenset({INTERNAL}),
    COUNSEL: frozenset({INTERNAL, COUNSEL}),
    CCF_COMMISSION: frozenset({INTERNAL, COUNSEL, CCF_COMMISSION}),
    CCF_BUREAU: frozenset({INTERNAL, COUNSEL, CCF_COMMISSION, CCF_BUREAU}),
    PARTNER: frozenset({INTERNAL, PARTNER}),
    PUBLIC: frozenset(Audience),
}


@attrs.frozen(eq=False)
class Meaning:
    """
    What a field means, in addition to what its type allows.

    *release* holds the audiences that may ever see the value untreated. *part* holds further
    audiences, which may see only a part of it or a substitute; *part_kind* says which: ``classes``
    for the class words among roles, ``pursuing`` for the pursuing states among countries,
    ``replaced`` for another id in the place of an id. *known* says that a pursuing state (in a
    record with an issuing state, that state) knows the value anyway, unless the record's
    ``known_to`` says otherwise. All of them apply to a value only if they apply to every field on
    the path to it: a name may reach the CCF, but not the name of a person in a list that is never
    released. *silence* is the code that an absent member stands for, if any.
    """

    doc: str
    sensitivity: Sensitivity
    release: frozenset[Audience]
    part: frozenset[Audience]
    part_kind: str
    known: bool
    since: str
    ordered: bool = False
    silence: str | None = None

    @property
    def seen(self) -> frozenset[Audience]:
        """The audiences that may see the value, a part of it or a substitute."""
        return self.release | self.part


class Options(TypedDict, total=False):
    """
    What a specifier accepts in addition to the description.

    Attributes:
        to: The widest audience that may ever see the value untreated; a tuple if several audiences
            may, of which none is above another.
        classes_to: For a list of roles, the widest audience that may see its class words; the ids
            reach only the audiences in ``to``.
        pursuing_to: For a list of countries, the widest audience that may see which of them pursue;
            the others reach only the audiences in ``to``.
        replaced_to: For an id, the widest audience that may see another id in its place.
        not_to: An audience that may see nothing of the value, although a narrower one may.
        default: The value of an absent member: None, or () for a list. Without a default the member
            is required.
        known: Whether a pursuing state knows the value anyway; False if not given.
        since: The schema version that introduced the field; the first version if not given.
        ordered: Whether the order of a list is content, as in a history; False if not given.
        silence: The code that an absent member stands for. A release spells it out.
    """

    to: Required[Audience | tuple[Audience, ...]]
    classes_to: Audience | tuple[Audience, ...]
    pursuing_to: Audience | tuple[Audience, ...]
    replaced_to: Audience | tuple[Audience, ...]
    not_to: Audience
    default: Any
    known: bool
    since: str
    ordered: bool
    silence: str


def direct(doc: str, /, **options: Unpack[Options]) -> Any:
    """A field that identifies a person by itself: a name, a number."""
    return _declared(Sensitivity.DIRECT, doc, options)


def quasi(doc: str, /, **options: Unpack[Options]) -> Any:
    """A field that identifies a person together with other fields: a birth year."""
    return _declared(Sensitivity.QUASI, doc, options)


def sensitive(doc: str, /, **options: Unpack[Options]) -> Any:
    """A field that can harm a person if it becomes known: an asylum claim, a demand."""
    return _declared(Sensitivity.SENSITIVE, doc, options)


def contextual(doc: str, /, **options: Unpack[Options]) -> Any:
    """A field that can do harm depending on what it says: prose, a date, a place."""
    return _declared(Sensitivity.CONTEXTUAL, doc, options)


def safe(doc: str, /, **options: Unpack[Options]) -> Any:
    """A field that reveals nothing about a person."""
    return _declared(Sensitivity.SAFE, doc, options)


def is_record(cls: Any) -> bool:
    """
    Whether `rednotice.records.record` made *cls*; False for an undecorated subclass.
    """
    fields: Any = vars(cls).get("__attrs_attrs__") if isinstance(cls, type) else None
    return bool(fields) and METADATA in fields[0].metadata  # every field of a record has it


def _declared(sensitivity: Sensitivity, doc: str, options: Options) -> Any:
    if "to" not in options:
        raise TypeError("a field says who may ever see it: to=…")
    if not doc.strip().endswith("."):
        raise TypeError("a field's description is a sentence, and ends with a full stop")
    barred = frozenset({options["not_to"]} if "not_to" in options else ())
    release = admitted_by(options["to"]) - barred
    kind, part = _part(options)
    meaning = Meaning(
        doc,
        sensitivity,
        release,
        part - release - barred,
        kind,
        options.get("known", False),
        options.get("since", _SINCE),
        options.get("ordered", False),
        options.get("silence"),
    )
    return attrs.field(default=options.get("default", attrs.NOTHING), metadata={METADATA: meaning})


def _part(options: Options) -> tuple[str, frozenset[Audience]]:
    found = {
        "classes": options.get("classes_to"),
        "pursuing": options.get("pursuing_to"),
        "replaced": options.get("replaced_to"),
    }
    given = [(kind, admitted_by(to)) for kind, to in found.items() if to is not None]
    if len(given) > 1:
        raise TypeError("a field has one part that goes further: its classes, states or ids")
    return given[0] if given else ("", frozenset())


@cache
def admitted_by(to: Audience | tuple[Audience, ...]) -> frozenset[Audience]:
    """
    The audiences that may see what the audience *to*, or each audience in it, may see.
    """
    widest = to if isinstance(to, tuple) else (to,)
    return frozenset[Audience]().union(*(audience.within for audience in widest))
