"""
The published schemas, derived from the model.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice.errors import UnknownName
from rednotice.model import VERSION, Case, SharedDocument
from rednotice.records import record_classes
from rednotice.records.json_schema import json_schema, without_words

if TYPE_CHECKING:
    from rednotice.documents import Path

ADDRESS = f"https://w3id.org/rednotice/{VERSION}/"
_ROOTS: dict[str, type] = {"case": Case, "shared": SharedDocument}
_COMMENT = (
    f"Version {VERSION} is a draft: it may change until the changelog of rednotice declares it"
    " published."
)
NAMES = tuple(_ROOTS)  # of the documents
POLICY = "policy"


def schema(name: str = "case") -> dict[str, Any]:
    """
    The schema *name* of the current version: ``case``, ``shared``, or ``policy`` for the file of a
    policy. It is a new dict at each call, so changing it does not change the gate.

    Raises:
        UnknownName: If there is no such schema.
    """
    if name == POLICY:
        from rednotice.policies.file_schema import policy_schema  # not needed to check a case

        return policy_schema(f"{ADDRESS}{POLICY}.schema.json")
    if name not in _ROOTS:
        message = f"a schema must be one of {', '.join((*NAMES, POLICY))}"
        raise UnknownName(message)
    return json_schema(_ROOTS[name], address=f"{ADDRESS}{name}.schema.json", comment=_COMMENT)


def _schema_of(cls: type) -> str:
    """
    The name of the schema that defines the record class *cls*.

    Raises:
        TypeError: If *cls* is not a record class of the format.
    """
    for name, root in _ROOTS.items():
        if cls in record_classes(root):
            return name
    raise TypeError("only a record class of the format has a schema, such as rednotice.Case")


def address_of(cls: type) -> str:
    """
    The address of the published schema of the record class *cls*.

    Raises:
        TypeError: If *cls* is not a record class of the format.
    """
    name = _schema_of(cls)
    within = "" if cls is _ROOTS[name] else f"#/$defs/{cls.__name__}"
    return f"{ADDRESS}{name}.schema.json{within}"


def compiled(cls: type) -> dict[str, Any]:
    """
    The schema of the record class *cls* as the gate compiles it: the published schema or a part of
    it, without the texts for readers.

    Raises:
        TypeError: If *cls* is not a record class of the format.
    """
    name = _schema_of(cls)
    whole = without_words(schema(name))
    if cls is _ROOTS[name]:
        return whole
    part = {"$ref": f"#/$defs/{cls.__name__}", "$defs": whole["$defs"]}
    return {"$schema": whole["$schema"], **part}


def schema_at(cls: type, path: Path) -> dict[str, Any] | None:
    """
    The schema of the value at *path* in a record of class *cls*; None if it does not say which one
    that is.
    """
    whole = _kept(cls)
    part: Any = whole
    for name in path:
        while "$ref" in part or "allOf" in part:
            part = part["allOf"][0] if "allOf" in part else part
            if "$ref" in part:
                part = whole["$defs"][part["$ref"].removeprefix("#/$defs/")]
        part = part.get("items") if isinstance(name, int) else _member(part, name)
        if not isinstance(part, dict):
            return None
    return {"$schema": whole["$schema"], "$defs": whole["$defs"], **part}


def _member(schema: dict[str, Any], name: str) -> Any:
    return schema.get("properties", {}).get(name, schema.get("additionalProperties"))


@cache
def _kept(cls: type) -> dict[str, Any]:
    return compiled(cls)
