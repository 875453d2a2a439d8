"""
An example of each member, taken from the invented cases that stand beside the documentation.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rednotice
from rednotice.insight.member_paths import owner_of
from rednotice.records.plain import to_dict
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar
from rednotice.records.walk import walk
from reference_pages.classes import own_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rednotice.records import Field
    from rednotice.records.shapes import Shape

# The two press reports beside them are about a real man, and give no examples.
_INVENTED = Path(__file__).parents[2] / "examples"
_LONGEST = 110  # characters, so that an example stays on one line of a wide page


def example_of(cls: type, field: Field) -> str:
    """
    Give the member *field* of *cls* as JSON writes it; empty if there is none.
    """
    value = _value(cls, field)
    return "" if value is None else f"{field.name}: {json.dumps(value, ensure_ascii=False)}"


def _value(cls: type, field: Field) -> Any:
    met = _met().get((cls, field.name))
    return _made(field.shape) if met is None else met


@cache
def _met() -> dict[tuple[type, str], Any]:
    """
    The first short value of each member in the invented cases, by the class that declares it.
    """
    found: dict[tuple[type, str], Any] = {}
    for owner, name, value in _members():
        if len(json.dumps(value, ensure_ascii=False)) <= _LONGEST:
            found.setdefault((owner, name), value)
    return found


def _members() -> Iterator[tuple[type, str, Any]]:
    for file in sorted(_INVENTED.glob("case-*.yaml")):
        for case in rednotice.read(file, shared=None):
            for _, record in walk(case):
                for name, value in to_dict(record).items():
                    yield owner_of(type(record), name), name, value


def _made(shape: Shape) -> Any:
    """
    An example of the type of the member, where no case has the member.
    """
    match shape:
        case Many(item):
            one = _made(item)
            return None if one is None else [one]
        case Nested(cls):
            return _least(cls)
        case Mapped():
            return None
        case Free(_, named):
            return named.examples[0]
        case Scalar():
            return _scalar(shape)


def _least(cls: type) -> dict[str, Any]:
    """
    The required members of a record, or its first one.
    """
    own = own_fields(cls)
    shown = [field for field in own if field.required] or own[:1]
    return {field.name: _value(cls, field) for field in shown}


def _scalar(shape: Scalar) -> Any:
    for limit in shape.limits:
        if hasattr(limit, "codelist"):
            return next(iter(limit.codelist)).code
    if shape.named and shape.named.examples:
        return shape.named.examples[0]
    return True if shape.base is bool else None
