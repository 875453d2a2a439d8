"""
Fields: one line each, through a specifier named for the field's sensitivity.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

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


INTERNAL, COUNSEL, CCF, PARTNER, PUBLIC = Audience


@attrs.frozen
class Meaning:
    """
    What a field means, beside what its type allows.

    *release* is the widest audience that may ever see the value untreated; *known* says that a
    pursuing state knows the value anyway, unless the record's ``known_to`` says otherwise.
    """

    doc: str
    sensitivity: Sensitivity
    release: Audience
    known: bool
    since: str


def _specifier(sensitivity: Sensitivity, summary: str) -> Callable[..., Any]:
    def specify(
        doc: str,
        /,
        *,
        to: Audience,
        default: Any = attrs.NOTHING,
        known: bool = False,
        since: str = _SINCE,
    ) -> Any:
        if not doc.strip().endswith("."):
            message = "a field's description is at least one sentence, and ends with a full stop"
            raise TypeError(message)
        meaning = Meaning(doc, sensitivity, to, known, since)
        return attrs.field(default=default, metadata={METADATA: meaning})

    specify.__name__ = specify.__qualname__ = sensitivity.value
    specify.__doc__ = (
        f"{summary}\n\n"
        "    Args:\n"
        "        doc: What the field says, in sentences.\n"
        "        to: The widest audience that may ever see the value untreated.\n"
        "        default: What an absent member reads as: None, or () for a list.\n"
        "        known: Whether a pursuing state knows the value anyway.\n"
        "        since: The schema version that brought the field.\n"
    )
    return specify


direct = _specifier(
    Sensitivity.DIRECT, "A field that names or singles out a person by itself: a name, a number."
)
quasi = _specifier(
    Sensitivity.QUASI, "A field that singles a person out together with others: a birth year."
)
sensitive = _specifier(
    Sensitivity.SENSITIVE, "A field that harms when it is known: an asylum claim, a demand."
)
contextual = _specifier(
    Sensitivity.CONTEXTUAL, "A field whose harm depends on what it says: prose, a date, a place."
)
safe = _specifier(Sensitivity.SAFE, "A field that gives nothing away about a person.")
