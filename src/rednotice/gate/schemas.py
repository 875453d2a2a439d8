"""
The schemas that partners hold, derived from the model.
"""

from __future__ import annotations

from typing import Any

from rednotice.errors import UnknownName
from rednotice.model import VERSION, Case, SharedDocument
from rednotice.records.json_schema import json_schema, without_words

ADDRESS = f"https://w3id.org/rednotice/{VERSION}/"
_ROOTS: dict[str, tuple[type, str]] = {
    "case": (Case, "A case of the rednotice format"),
    "shared": (SharedDocument, "A shared document of the rednotice format"),
}
NAMES = tuple(_ROOTS)


def schema(name: str = "case") -> dict[str, Any]:
    """
    The schema *name* of the current version, ``case`` or ``shared``; made anew, so that nobody
    who changes it moves the gate.

    Raises:
        UnknownName: If there is no such schema.
    """
    if name not in _ROOTS:
        message = f"a schema must be one of {', '.join(NAMES)}"
        raise UnknownName(message)
    root, title = _ROOTS[name]
    return json_schema(root, address=f"{ADDRESS}{name}.schema.json", title=title)


def compiled(name: str = "case") -> dict[str, Any]:
    """
    The schema *name* as the gate compiles it: the published one without words for readers.
    """
    return without_words(schema(name))
