"""
The entry schema and the editions for editors and for tools of JSON Schema draft-07.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]
_DRAFT_07 = "http://json-schema.org/draft-07/schema#"
_NAMED = frozenset({"properties", "$defs"})  # keywords whose member names are ours
_OF_A_FILE = ("$schema", "$id", "$comment", "$defs")


def entry(case: Schema, shared: Schema, *, address: str) -> Schema:
    """
    The schema that takes a case or a shared document, made of the two; *address* becomes its
    ``$id``.

    It is meant for editors: each member's own description is what they show, and the words that
    begin with ``x-`` are left out.
    """
    named = {
        **case["$defs"],
        **shared["$defs"],
        "Case": _bare(case),
        "SharedDocument": _bare(shared),
    }
    whole = {
        "$schema": case["$schema"],
        "$id": address,
        "$comment": case["$comment"],
        "title": "Document",
        "description": "A case, or a shared document, which says `shared: true`.",
        "type": "object",
        "if": {
            "type": "object",
            "properties": {"shared": {"const": True}},
            "required": ["shared"],
        },
        "then": {"$ref": "#/$defs/SharedDocument"},
        "else": {"$ref": "#/$defs/Case"},
        "$defs": dict(sorted(named.items())),
    }
    return for_editors(_without_ours(whole))


def _bare(schema: Schema) -> Schema:
    return {key: part for key, part in schema.items() if key not in _OF_A_FILE}


def _without_ours(value: Any, *, named: bool = False) -> Any:
    if isinstance(value, list):
        return [_without_ours(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _without_ours(part, named=not named and key in _NAMED)
        for key, part in value.items()
        if named or not key.startswith("x-")
    }


def for_editors(schema: Schema) -> Schema:
    """
    *schema* as editors show it best: beside a reference stands the member's own description.

    An editor that reads a reference takes the type's description for the member's. It keeps
    ``markdownDescription``, which has the member's first, and then the type's.
    """
    said = {name: part["description"] for name, part in schema["$defs"].items()}
    shown: Schema = _shown(schema, said)
    return shown


def _shown(value: Any, said: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_shown(part, said) for part in value]
    if not isinstance(value, dict):
        return value
    found = {key: _shown(part, said) for key, part in value.items()}
    match found:
        case {"description": str(own), "allOf": [{"$ref": str(target)}]}:
            of_type = said[target.removeprefix("#/$defs/")]
            del found["allOf"]
            return {"$ref": target, **found, "markdownDescription": f"{own}\n\n{of_type}"}
    return found


def draft_07(schema: Schema, *, address: str) -> Schema:
    """
    *schema* in JSON Schema draft-07, which many editors and generators read best; *address* becomes
    its ``$id``. It accepts the same documents.
    """
    whole: Schema = _older(for_editors(schema))
    return {**whole, "$schema": _DRAFT_07, "$id": address}


def _older(value: Any, *, named: bool = False) -> Any:
    if isinstance(value, list):
        return [_older(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        "definitions" if key == "$defs" and not named else key: (
            part.replace("#/$defs/", "#/definitions/")
            if key == "$ref" and not named
            else _older(part, named=not named and key in _NAMED)
        )
        for key, part in value.items()
    }
