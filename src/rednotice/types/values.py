"""
Values that may have several types: the value of a statement and the content of an extension.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Annotated, Any

import attrs

from rednotice.records.limits import LEVELS, JsonSchema, Named, Silent, is_text
from rednotice.types.numbers import GREATEST

_NUMBER = {"type": "number", "minimum": -GREATEST, "maximum": GREATEST}
DEEPEST = 32  # levels of an extension that the format allows; a rule checks this
_ROOM = LEVELS - 2  # the case and its map of extensions are two levels


def _is_number(value: Any, greatest: float = GREATEST) -> bool:
    return type(value) in {int, float} and abs(value) <= greatest


@attrs.frozen(eq=False)
class PlainValue(Silent):
    """
    A text, a number or a boolean, or a list of these.
    """

    expects: str = "a text, a number, true or false, or a list of such"

    def holds(self, value: Any, /) -> bool:
        """Whether *value* is such a value; texts and lists must not be empty."""
        parts = value if isinstance(value, list | tuple) else [value]
        return bool(parts) and all(
            isinstance(part, bool) or _is_number(part) or (is_text(part) and part != "")
            for part in parts
        )

    def keywords(self) -> JsonSchema:
        """The condition as JSON Schema keywords."""
        one = [{"type": "string", "minLength": 1}, _NUMBER, {"type": "boolean"}]
        return {"anyOf": [*one, {"type": "array", "minItems": 1, "items": {"anyOf": one}}]}


@attrs.frozen(eq=False)
class AnyJson(Silent):
    """
    Any JSON value.
    """

    expects: str = f"JSON: texts, numbers, lists, objects, {DEEPEST} levels deep at most"

    def holds(self, value: Any, /, room: int = _ROOM) -> bool:
        """Whether *value* is a JSON value with at most *room* levels."""
        if value is None or isinstance(value, bool) or is_text(value):
            return True
        if _is_number(value, sys.float_info.max):
            return True
        if isinstance(value, list | tuple):
            return room > 0 and all(self.holds(part, room - 1) for part in value)
        if isinstance(value, Mapping):
            return room > 0 and all(
                is_text(key) and self.holds(part, room - 1) for key, part in value.items()
            )
        return False

    def keywords(self) -> JsonSchema:
        """No keywords, because any JSON is allowed; rules limit levels and numbers."""
        # A definition that refers to itself could limit the numbers at every level. But generators
        # of code have no end on it.
        return {}


Plain = Annotated[
    Any,
    PlainValue(),
    Named(
        "PlainValue",
        "Plain value",
        "What somebody says a field holds, written as that field would hold it.",
        ("2021-06", True),
    ),
]
Json = Annotated[
    Any,
    AnyJson(),
    Named(
        "Json",
        "Any JSON",
        "Any JSON value that other software keeps with the case; numbers within 2^53, and"
        f" {DEEPEST} levels of lists and objects at most.",
        ({"checked": True},),
    ),
]
