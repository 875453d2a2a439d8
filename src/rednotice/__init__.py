"""
The shared record format for cases in which a notice is used against a person.

A table of public names, each imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rednotice.codelists import codelist as codelist
    from rednotice.datasets.cases import Cases
    from rednotice.errors import (
        InvalidRecord,
        RednoticeError,
        UnknownFormat,
        UnknownName,
        Unreadable,
    )
    from rednotice.findings import Finding, Report, Severity
    from rednotice.gate import schema as schema
    from rednotice.model import (
        Case,
        Charge,
        Incident,
        Notice,
        Outcome,
        Person,
        SharedDocument,
        Source,
        Statement,
        Subject,
        Warrant,
    )
    from rednotice.records import Audience, evolve
    from rednotice.types.dates import PartialDate
    from rednotice.types.durations import Duration
    from rednotice.verbs.checking import check
    from rednotice.verbs.reading import loads, read
    from rednotice.verbs.writing import dumps, write

__all__ = [
    "Audience",
    "Case",
    "Cases",
    "Charge",
    "Duration",
    "Finding",
    "Incident",
    "InvalidRecord",
    "Notice",
    "Outcome",
    "PartialDate",
    "Person",
    "RednoticeError",
    "Report",
    "Severity",
    "SharedDocument",
    "Source",
    "Statement",
    "Subject",
    "UnknownFormat",
    "UnknownName",
    "Unreadable",
    "Warrant",
    "__version__",
    "check",
    "codelist",
    "dumps",
    "evolve",
    "loads",
    "read",
    "schema",
    "write",
]

__version__ = "0.1.0"

_HOMES = {
    "Audience": "records",
    "Case": "model",
    "Cases": "datasets.cases",
    "Charge": "model",
    "Duration": "types.durations",
    "Finding": "findings",
    "Incident": "model",
    "InvalidRecord": "errors",
    "Notice": "model",
    "Outcome": "model",
    "PartialDate": "types.dates",
    "Person": "model",
    "RednoticeError": "errors",
    "Report": "findings",
    "Severity": "findings",
    "SharedDocument": "model",
    "Source": "model",
    "Statement": "model",
    "Subject": "model",
    "UnknownFormat": "errors",
    "UnknownName": "errors",
    "Unreadable": "errors",
    "Warrant": "model",
    "check": "verbs.checking",
    "codelist": "codelists",
    "dumps": "verbs.writing",
    "evolve": "records",
    "loads": "verbs.reading",
    "read": "verbs.reading",
    "schema": "gate",
    "write": "verbs.writing",
}

# Type checkers have the names from above, and see here that there are no others.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        home, _, original = _HOMES[name].partition(":")
        value = getattr(import_module(f"{__name__}.{home}"), original or name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
