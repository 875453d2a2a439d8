"""
Values of more than one type: what a statement says of a field, and what an extension holds.
"""

from __future__ import annotations

import math
from typing import Annotated, Any

import attrs

from rednotice.records.limits import JsonSchema, Named
from rednotice.types.numbers import GREATEST

_NUMBER = {"type": "number", "minimum": -GREATEST, "maximum": GREATEST}
DEEPEST = 32


def _is_text(value: Any) -> bool:
    return type(value) is str and not any("\ud800" <= char <= "\udfff" for char in value)


def _is_number(value: Any) -> bool:
    return type(value) in {int, float} and math.isfinite(value) and abs(value) <= GREATEST


@attrs.frozen(eq=False)
class PlainValue:
    """
    A text, a number, true or false, or a list of such.
    """

    expects: str = "a text, a number, true or false, or a list of such"

    def holds(self, value: Any, /) -> bool:
        """Whether *value* is plain; a text has a character and a list an item."""
        parts = value if isinstance(value, list) else [value]
        return bool(parts) and all(
            isinstance(part, bool) or _is_number(part) or (_is_text(part) and part != "")
            for part in parts
        )

    def keywords(self) -> JsonSchema:
        """The same as JSON Schema keywords."""
        one = [{"type": "string", "minLength": 1}, _NUMBER, {"type": "boolean"}]
        return {"anyOf": [*one, {"type": "array", "minItems": 1, "items": {"anyOf": one}}]}


@attrs.frozen(eq=False)
class AnyJson:
    """
    Any JSON value.
    """

    expects: str = (
        f"JSON: texts, numbers within 2^53, lists, objects, {DEEPEST} levels deep at most"
    )

    def holds(self, value: Any, /, deep: int = 0) -> bool:
        """Whether *value* is JSON, not deeper than 32 levels."""
        if value is None or isinstance(value, bool) or _is_number(value) or _is_text(value):
            return True
        if isinstance(value, list):
            return deep < DEEPEST and all(self.holds(part, deep + 1) for part in value)
        if isinstance(value, dict):
            return deep < DEEPEST and all(
                _is_text(key) and self.holds(part, deep + 1) for key, part in value.items()
            )
        return False

    def keywords(self) -> JsonSchema:
        """The same as JSON Schema keywords, which cannot count levels: a rule does."""
        again = {"$ref": "#/$defs/Json"}
        return {
            "anyOf": [
                {"type": ["null", "boolean", "string"]},
                _NUMBER,
                {"type": "array", "items": again},
                {"type": "object", "additionalProperties": again},
            ]
        }


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
        "Any JSON value; numbers within 2^53, 32 levels deep.",
        ({"checked": True},),
    ),
]
