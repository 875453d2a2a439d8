"""
The meta-schema of the keywords that the published schemas use beside those of JSON Schema.
"""

from __future__ import annotations

from typing import Any

from rednotice import codelists
from rednotice.records import Audience, Sensitivity

Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXTS: Schema = {"type": "array", "items": _TEXT, "minItems": 1}
_LABELS: Schema = {"type": "object", "additionalProperties": _TEXT, "minProperties": 1}
_AUDIENCES: Schema = {
    "type": "array",
    "items": {"enum": [one.value for one in Audience]},
    "uniqueItems": True,
    "minItems": 1,
}
_RELEASES: Schema = {
    "x-release": _AUDIENCES | {"description": "Who may ever see the value untreated."},
    "x-release-classes": _AUDIENCES
    | {"description": "Who may see the class words of a list of roles, but not its ids."},
    "x-release-pursuing": _AUDIENCES
    | {"description": "Who may see which of the countries pursue, but not the others."},
    "x-release-replaced": _AUDIENCES
    | {"description": "Who may see another id in the place of this one."},
}


def keywords() -> Schema:
    """
    A schema for the value of each keyword, with a description.
    """
    return {
        "x-sensitivity": {
            "description": "What the value gives away of a person.",
            "enum": [one.value for one in Sensitivity],
        },
        **_RELEASES,
        "x-release-at": {
            "description": (
                "The same four keywords for single places, by their path through the document,"
                " where more may be seen than at every place."
            ),
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {
                "type": "object",
                "properties": _RELEASES,
                "required": ["x-release"],
                "additionalProperties": False,
            },
        },
        "x-known-to-pursuing-states": {
            "description": (
                "A state that pursues knows the value anyway, if the same holds for every property"
                " on the way to it."
            ),
            "const": True,
        },
        "x-ref": _TEXTS
        | {
            "description": (
                "The members that may hold the record whose id stands here; `anything` is any"
                " record with an id, and class:LIST a class word with a code of that list."
            )
        },
        "x-codelist": {
            "description": "Name of the codelist that the codes belong to.",
            "enum": list(codelists.names()),
        },
        "x-codes": _LABELS | {"description": "Label of each code of the codelist."},
        "x-vocabularies": _LABELS
        | {"description": "Vocabularies of others that are known to stand before a colon."},
        "x-examples": {
            "description": (
                "Values of the type, for readers. They do not stand in `examples`, from which"
                " editors fill them in."
            ),
            "type": "array",
            "minItems": 1,
        },
        "x-deprecated-since": _TEXT
        | {"description": "The version that marked the member as `deprecated`."},
        "x-replaced-by": _TEXT
        | {"description": "The member to use in the place of one that is `deprecated`."},
        "enumDescriptions": _TEXTS
        | {"description": "What each value of `enum` means, in the same order, for editors."},
        "patternErrorMessage": _TEXT
        | {"description": "What an editor says of a text that does not match `pattern`."},
        "errorMessage": _TEXT
        | {"description": "What an editor says of a value that is not in a long `enum`."},
        "markdownDescription": _TEXT
        | {"description": "What an editor shows in place of the description."},
    }


def meta_schema(address: str) -> Schema:
    """
    The meta-schema of the published schemas: JSON Schema 2020-12 and our keywords, of which it
    knows all; *address* becomes its ``$id``.
    """
    known = keywords()
    ours = [name for name in known if name.startswith("x-")]
    return {
        "$schema": _DIALECT,
        "$id": address,
        "$dynamicAnchor": "meta",
        "title": "Keywords",
        "description": "JSON Schema 2020-12 with the keywords of the rednotice format.",
        "allOf": [{"$ref": _DIALECT}],
        "type": ["object", "boolean"],
        "properties": known,
        "propertyNames": {"anyOf": [{"enum": ours}, {"pattern": "^(?:[^x]|x[^-]|x?$)"}]},
    }
