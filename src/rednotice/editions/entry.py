"""
The entry schema and the editions for editors and for tools of JSON Schema draft-07.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]
_DRAFT_07 = "http://json-schema.org/draft-07/schema#"
_NAMED = frozenset({"properties", "$defs"})  # keywords whose member names are ours
LONGEST_TOLD = 12  # so many codes may stand in one message
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
    edited: Schema = _without_ours(for_editors(whole))
    return edited


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
    ``markdownDescription``, which has the member's first, and then the type's. ``errorMessage`` is
    for complaints that would list hundreds of codes, or would not say that a number needs quotes.
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
    if len(found.get("x-codes", ())) > LONGEST_TOLD:
        return _complaining(found)
    if found.get("type") == "string" and ("pattern" in found) == ("patternErrorMessage" in found):
        found = _quoted(found)
    match found:
        case {"description": str(own), "allOf": [{"$ref": str(target)}]}:
            of_type = said[target.removeprefix("#/$defs/")]
            del found["allOf"]
            return {"$ref": target, **found, "markdownDescription": f"{own}\n\n{of_type}"}
    return found


def _complaining(codes: Schema) -> Schema:
    """
    The type *codes* with one sentence for whatever is no code of its list.

    Where a code of another vocabulary may stand as well, its pattern comes first: of two that do
    not match, editors speak of the first, and of an ``enum`` in a choice they list all values.
    """
    message = f"This is not a code of {codes['x-codelist']}. Let the editor complete it to see all."
    if "anyOf" not in codes:
        return {**codes, "errorMessage": message}
    listed, other = codes["anyOf"]
    told = [{**other, "patternErrorMessage": message}, {**listed, "errorMessage": message}]
    return {**codes, "anyOf": told}


def _quoted(text: Schema) -> Schema:
    """
    The type *text* with one sentence for numbers, which in YAML are texts only between quotes.
    """
    if "enum" in text:
        return text
    wanted = f'"{text["const"]}", with its quotes' if "const" in text else "a text, in quotes"
    return {**text, "errorMessage": f"It must be {wanted}."}


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
