"""
Read published schemas: which type a part refers to, and what of it decides anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

# Keywords that decide nothing. So does every keyword that begins with `x-`.
_WORDS = frozenset(
    {
        *("$comment", "title", "description", "examples", "default", "deprecated", "readOnly"),
        *("writeOnly", "enumDescriptions", "patternErrorMessage", "errorMessage"),
    }
)
_NAMED = frozenset({"properties", "$defs", "patternProperties", "dependentSchemas"})
_DATA = frozenset({"const", "enum", "required", "type"})


def without_annotations(schema: Schema) -> dict[str, Any]:
    """
    *schema* with only the keywords that decide which values it takes.

    An ``allOf`` of a single schema becomes that schema, since versions differ in whether they write
    a reference so.
    """
    left = {
        keyword: _plain(keyword, value)
        for keyword, value in schema.items()
        if keyword not in _WORDS and not keyword.startswith("x-")
    }
    alone = left.get("allOf")
    if isinstance(alone, list) and len(alone) == 1 and left.keys().isdisjoint(alone[0]):
        del left["allOf"]
        left |= alone[0]
    return left


def _plain(keyword: str, value: Any) -> Any:
    if keyword in _DATA:
        return value
    if keyword in _NAMED and isinstance(value, Mapping):
        return {name: _plain("", one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain("", one) for one in value]
    return without_annotations(value) if isinstance(value, Mapping) else value


def type_named(part: Schema) -> str | None:
    """
    The name of the type that *part* refers to, directly or in an ``allOf`` of one; None if none.
    """
    reference = part.get("$ref")
    if isinstance(reference, str):
        return reference.rpartition("/")[2]
    several = part.get("allOf")
    alone = several[0] if isinstance(several, list) and len(several) == 1 else None
    return type_named(alone) if isinstance(alone, Mapping) else None


class Types:
    """
    The types of a published *schema* by their names, and what each of its parts refers to.

    *root* names the record that a whole document is, such as ``Case``.
    """

    def __init__(self, schema: Schema, root: str) -> None:
        self._types: Mapping[str, Schema] = {**schema["$defs"], root: schema}
        # By identity, since the schema stays as it is and is asked for every value of a document.
        self._known: dict[int, tuple[str | None, Schema]] = {}

    def members(self, name: str) -> Mapping[str, Schema]:
        """The members of the record *name*; empty if there is no such record."""
        found: Mapping[str, Schema] = self._types.get(name, {}).get("properties", {})
        return found

    def meant(self, part: Schema) -> tuple[str | None, Schema]:
        """
        The name of the type that *part* refers to, and its definition; *part* itself without one.
        """
        found = self._known.get(id(part))
        if found is None:
            name = type_named(part)
            found = (None, part) if name is None else (name, self._types.get(name, {}))
            self._known[id(part)] = found
        return found


def version_in(schema: Schema) -> str | None:
    """
    The version that documents of *schema* must name; None if it asks for none.
    """
    part = schema.get("properties", {}).get("rednotice", {})
    found = schema.get("$defs", {}).get(type_named(part), part).get("const")
    return found if isinstance(found, str) else None
