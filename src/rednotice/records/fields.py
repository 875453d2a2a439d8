"""
Fields: one line each, through a specifier named for the field's sensitivity.
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
    What a value gives away about a person, by itself or together with others.
    """

    DIRECT = "direct"
    QUASI = "quasi"
    SENSITIVE = "sensitive"
    CONTEXTUAL = "contextual"
    SAFE = "safe"


class Audience(enum.Enum):
    """
    Who may receive a value untreated: one order of rungs, internal over counsel over ccf, and
    internal over partner over public.
    """

    INTERNAL = "internal"
    COUNSEL = "counsel"
    CCF = "ccf"
    PARTNER = "partner"
    PUBLIC = "public"

    @property
    def within(self) -> frozenset[Audience]:
        """Who may see whatever this audience may: itself, those above it, and of the public all."""
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
    What a field means, beside what its type allows.

    *release* is everybody who may ever see the value untreated; *known* says that a pursuing state
    knows the value anyway (of a record with an issuing state, that state), unless the record's
    ``known_to`` says otherwise. Both hold of a value only if they hold of every field on the way to
    it: a name may reach the CCF, but not the name of a person in a list that never leaves.
    """

    doc: str
    sensitivity: Sensitivity
    release: frozenset[Audience]
    known: bool
    since: str


class Options(TypedDict, total=False):
    """
    What a specifier takes beside the description.

    Attributes:
        to: The widest audience that may ever see the value untreated; several, where the order of
            audiences sets neither above the other.
        default: What an absent member reads as: None, or () for a list. Without it, it is required.
        known: Whether a pursuing state knows the value anyway; without it, it does not.
        since: The schema version that brought the field; without it, the first.
    """

    to: Required[Audience | tuple[Audience, ...]]
    default: Any
    known: bool
    since: str


def direct(doc: str, /, **options: Unpack[Options]) -> Any:
    """A field that names or singles out a person by itself: a name, a number."""
    return _declared(Sensitivity.DIRECT, doc, options)


def quasi(doc: str, /, **options: Unpack[Options]) -> Any:
    """A field that singles a person out together with others: a birth year."""
    return _declared(Sensitivity.QUASI, doc, options)


def sensitive(doc: str, /, **options: Unpack[Options]) -> Any:
    """A field that harms when it is known: an asylum claim, a demand."""
    return _declared(Sensitivity.SENSITIVE, doc, options)


def contextual(doc: str, /, **options: Unpack[Options]) -> Any:
    """A field whose harm depends on what it says: prose, a date, a place."""
    return _declared(Sensitivity.CONTEXTUAL, doc, options)


def safe(doc: str, /, **options: Unpack[Options]) -> Any:
    """A field that gives nothing away about a person."""
    return _declared(Sensitivity.SAFE, doc, options)


def is_record(cls: Any) -> bool:
    """
    Whether *cls* is a class that `rednotice.records.record` has made, and no mere subclass of one.
    """
    fields: Any = vars(cls).get("__attrs_attrs__") if isinstance(cls, type) else None
    return bool(fields) and METADATA in fields[0].metadata  # of a record, every field has it


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
    )
    return attrs.field(default=options.get("default", attrs.NOTHING), metadata={METADATA: meaning})


@cache
def _release(to: Audience | tuple[Audience, ...]) -> frozenset[Audience]:
    widest = to if isinstance(to, tuple) else (to,)
    return frozenset[Audience]().union(*(audience.within for audience in widest))
