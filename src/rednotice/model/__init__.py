"""
What a case is: the records of the format, each a frozen class that describes itself.

A table of their names, each imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rednotice.model.alerts import (
        Assessed,
        Charge,
        Contest,
        NationalCopy,
        Notice,
        Observation,
        Penalty,
        Search,
        StatusChange,
        Warrant,
    )
    from rednotice.model.base import PublicWorded, Range, Record, StateWorded, Translation, Worded
    from rednotice.model.case import VERSION, Case, RelatedCase
    from rednotice.model.evidence import (
        Capture,
        CustodyStep,
        Derived,
        EditorDecision,
        Exhibit,
        Source,
        Statement,
    )
    from rednotice.model.handling import (
        AlsoKnownAs,
        Basis,
        Bookkeeping,
        Consent,
        Handling,
        LogEntry,
        Risk,
    )
    from rednotice.model.happenings import Because, Event, Incident, Outcome, Part
    from rednotice.model.people import (
        Appearance,
        Description,
        Kinship,
        Name,
        Organisation,
        Person,
        Position,
        Residence,
        SpecialTrait,
        Subject,
        Tie,
        TravelDocument,
    )
    from rednotice.model.proceedings import (
        Forum,
        NewFact,
        Proceeding,
        ProceedingDates,
        ProvisionalMeasures,
    )
    from rednotice.model.shared import Context, Operation, PublishedCount, SharedDocument

_MODULES = {
    "alerts": (
        "Assessed",
        "Charge",
        "Contest",
        "NationalCopy",
        "Notice",
        "Observation",
        "Penalty",
        "Search",
        "StatusChange",
        "Warrant",
    ),
    "base": (
        "PublicWorded",
        "Range",
        "Record",
        "StateWorded",
        "Translation",
        "Worded",
    ),
    "case": (
        "Case",
        "RelatedCase",
        "VERSION",
    ),
    "evidence": (
        "Capture",
        "CustodyStep",
        "Derived",
        "EditorDecision",
        "Exhibit",
        "Source",
        "Statement",
    ),
    "handling": (
        "AlsoKnownAs",
        "Basis",
        "Bookkeeping",
        "Consent",
        "Handling",
        "LogEntry",
        "Risk",
    ),
    "happenings": ("Because", "Event", "Incident", "Outcome", "Part"),
    "people": (
        "Appearance",
        "Description",
        "Kinship",
        "Name",
        "Organisation",
        "Person",
        "Position",
        "Residence",
        "SpecialTrait",
        "Subject",
        "Tie",
        "TravelDocument",
    ),
    "proceedings": (
        "Forum",
        "NewFact",
        "Proceeding",
        "ProceedingDates",
        "ProvisionalMeasures",
    ),
    "shared": (
        "Context",
        "Operation",
        "PublishedCount",
        "SharedDocument",
    ),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "VERSION",
    "AlsoKnownAs",
    "Appearance",
    "Assessed",
    "Basis",
    "Because",
    "Bookkeeping",
    "Capture",
    "Case",
    "Charge",
    "Consent",
    "Contest",
    "Context",
    "CustodyStep",
    "Derived",
    "Description",
    "EditorDecision",
    "Event",
    "Exhibit",
    "Forum",
    "Handling",
    "Incident",
    "Kinship",
    "LogEntry",
    "Name",
    "NationalCopy",
    "NewFact",
    "Notice",
    "Observation",
    "Operation",
    "Organisation",
    "Outcome",
    "Part",
    "Penalty",
    "Person",
    "Position",
    "Proceeding",
    "ProceedingDates",
    "ProvisionalMeasures",
    "PublicWorded",
    "PublishedCount",
    "Range",
    "Record",
    "RelatedCase",
    "Residence",
    "Risk",
    "Search",
    "SharedDocument",
    "Source",
    "SpecialTrait",
    "StateWorded",
    "Statement",
    "StatusChange",
    "Subject",
    "Tie",
    "Translation",
    "TravelDocument",
    "Warrant",
    "Worded",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
