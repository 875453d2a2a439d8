"""
The way through the gate: a verdict, the reasons of a refusal, and the case behind it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice import faults
from rednotice.findings import Finding
from rednotice.gate.reasons import findings_of, repeated_in
from rednotice.gate.schemas import compiled
from rednotice.model import VERSION, Case, SharedDocument
from rednotice.records import builder

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

    from rednotice.documents import Document

_ROOTS = {"case": Case, "shared": SharedDocument}
# What to do about a document that is no object, and about one that is a list.
_HOW = (
    f'write lines of `name: value`, beginning with `rednotice: "{VERSION}"`; a table is not read',
    "several cases are a JSON array, lines of JSON, or YAML with a line of --- between them",
)


@cache
def _validator(name: str) -> Draft202012Validator:
    import jsonschema_rs  # only a document needs it

    # The linear engine: no pattern of a partner's file, nor any of ours, can hold the machine up.
    return jsonschema_rs.Draft202012Validator(
        compiled(name), pattern_options=jsonschema_rs.RegexOptions()
    )


def _name(value: Any) -> str:
    return "shared" if isinstance(value, dict) and value.get("shared") is True else "case"


def is_accepted(value: Any) -> bool:
    """
    Whether the published schema accepts the plain *value*, as a case or as a shared document.
    """
    return _validator(_name(value)).is_valid(value)


def decode(value: Any) -> Case | SharedDocument:
    """
    The record of an accepted *value*; not to be asked of any other.
    """
    record: Case | SharedDocument = builder(_ROOTS[_name(value)])(value)
    return record


def explain(document: Document) -> list[Finding]:
    """
    Why *document* is refused, in the order of the document; empty if it is accepted.
    """
    value = document.value
    repeated = repeated_in(document)
    if repeated and (not isinstance(value, dict) or value.get("rednotice") != VERSION):
        return repeated  # nothing more is said of a document that is of no version
    if not isinstance(value, dict):
        message = f"a document must be an object, one case; {_HOW[isinstance(value, list)]}"
        return [_refusal(document, faults.WRONG_TYPE, message)]
    if value.get("rednotice") != VERSION:
        key = "rednotice" if "rednotice" in value else None
        message = f'a document must name its schema version: rednotice: "{VERSION}"'
        if isinstance(value.get("rednotice"), str):
            message += "; if it names a newer one, upgrade rednotice"
        return [_refusal(document, faults.UNKNOWN_VERSION, message, key)]
    found = findings_of(_validator(_name(value)).iter_errors, document)
    return [*repeated, *found]


def _refusal(document: Document, fault: Any, message: str, key: str | None = None) -> Finding:
    return Finding(fault, message, file=document.file, document=document, key=key)


def admit(document: Document) -> Case | SharedDocument | list[Finding]:
    """
    The record of *document*, or why it is refused.
    """
    if not document.repeated and is_accepted(document.value):
        return decode(document.value)
    return explain(document)
