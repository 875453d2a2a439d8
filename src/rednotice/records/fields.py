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
    ccf; and internal, partner, public.
    """

    INTERNAL = "internal"
    COUNSEL = "counsel"
    CCF = "ccf"
    PARTNER = "partner"
    PUBLIC = "public"

    @property
    def within(self) -> frozenset[Audience]:
        """
        The audiences that may see everything that this one may: itself and those above it; for the
        public, all of them.
        """
        return _WITHIN[self]


INTERNAL, COUNSEL, CCF, PARTNER, PUBLIC = Audience
_WITHIN = {
    INTERNAL: frozenset({INTERNAL}),
    COUNSEL: frozenset({INTERNAL, COUNSEL}),
    CCF: frozenset({INTERNAL, COUNSEL, CCF}),
    PARTNER: frozenset({INTERNAL, PARTNER}),
    PUBLIC: frozenset(Audience),
}


@attrs.frozen(eq=False)
class Meaning:
    """
    What a field means, in addition to what its type allows.

    *release* holds the audiences that may ever see the value untreated. *known* says that a
    pursuing state (in a record with an issuing state, that state) knows the value anyway, unless
    the record's ``known_to`` says otherwise. Both apply to a value only if they apply to every
    field on the path to it: a name may reach the CCF, but not the name of a person in a list that
    is never released.
    """

    doc: str
    sensitivity: Sensitivity
    release: frozenset[Audience]
    known: bool
    since: str
    ordered: bool = False


class Options(TypedDict, total=False):
    """
    What a specifier accepts in addition to the description.

    Attributes:
        to: The widest audience that may ever see the value untreated; a tuple if several audiences
            may, of which none is above another.
        default: The value of an absent member: None, or () for a list. Without a default the member
            is required.
        known: Whether a pursuing state knows the value anyway; False if not given.
        since: The schema version that introduced the field; the first version if not given.
        ordered: Whether the order of a list is content, as in a history; False if not given.
    """

    to: Required[Audience | tuple[Audience, ...]]
    default: Any
    known: bool
    since: str
    ordered: bool


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
    meaning = Meaning(
        doc,
        sensitivity,
        _release(options["to"]),
        options.get("known", False),
        options.get("since", _SINCE),
        options.get("ordered", False),
    )
    return attrs.field(default=options.get("default", attrs.NOTHING), metadata={METADATA: meaning})


@cache
def _release(to: Audience | tuple[Audience, ...]) -> frozenset[Audience]:
    widest = to if isinstance(to, tuple) else (to,)
    return frozenset[Audience]().union(*(audience.within for audience in widest))
