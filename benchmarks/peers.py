"""
The peers: pydantic, cattrs and two JSON Schema engines, which read the same document.

Their classes are generated from the shapes of our records, so that all read the same fields.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Annotated, Any, Literal

import attrs
import cattrs.preconf.orjson
import jsonschema
import jsonschema_rs
import pydantic

import rednotice
from rednotice.records import Field, fields_of
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape

Reads = Callable[[bytes], Any]
Accepts = Callable[[Any], bool]
Hint = Any
ModelOf = Callable[[Any], Any]


def pydantic_adapter() -> pydantic.TypeAdapter[Any]:
    """
    The pydantic reader: the same fields and constraints, strict, and no unknown members.

    It does not check two things: that objects are not empty, and the content of free values.
    """
    return pydantic.TypeAdapter(_pydantic_model(rednotice.Case))


@cache
def _pydantic_model(cls: Any) -> Any:
    hint_of = partial(_hint, constrained=_constrained, model_of=_pydantic_model)
    members = {
        field.name: (_optional(field, hint_of(field.shape)), _default(field, ...))
        for field in fields_of(cls)
    }
    config = pydantic.ConfigDict(extra="forbid", frozen=True, strict=True)
    return pydantic.create_model(cls.__name__, __config__=config, **members)


def _constrained(keywords: dict[str, Any]) -> Hint:
    """
    The type hint for one plain value with the limits of the JSON Schema *keywords*.
    """
    if "const" in keywords:
        return Literal[keywords["const"]]
    if "enum" in keywords:
        return Literal[tuple(keywords["enum"])]
    if "anyOf" in keywords:  # an open codelist
        own, foreign = keywords["anyOf"]
        return _constrained(own) | _constrained({"type": "string", **foreign})
    if keywords["type"] == "boolean":
        return bool
    if keywords["type"] in {"integer", "number"}:
        number: Hint = int if keywords["type"] == "integer" else float
        return Annotated[number, pydantic.Field(ge=keywords["minimum"], le=keywords["maximum"])]
    return Annotated[
        str,
        pydantic.StringConstraints(
            min_length=keywords.get("minLength"),
            max_length=keywords.get("maxLength"),
            pattern=keywords.get("pattern"),
        ),
    ]


def cattrs_loads() -> Reads:
    """
    The cattrs reader, with orjson: it builds frozen attrs classes and refuses unknown members.

    It checks the codes of closed lists. It checks no patterns, lengths or ranges, and converts any
    value to a text where a text is expected.
    """
    converter = cattrs.preconf.orjson.make_converter(
        forbid_extra_keys=True, detailed_validation=False
    )
    root = _attrs_class(rednotice.Case)
    return lambda text: converter.loads(text, root)


@cache
def _attrs_class(cls: Any) -> Any:
    hint_of = partial(_hint, constrained=_unconstrained, model_of=_attrs_class)
    members = {
        field.name: attrs.field(
            type=_optional(field, hint_of(field.shape)), default=_default(field, attrs.NOTHING)
        )
        for field in fields_of(cls)
    }
    return attrs.make_class(cls.__name__, members, frozen=True, kw_only=True, slots=False)


def _unconstrained(keywords: dict[str, Any]) -> Hint:
    if "const" in keywords:
        return Literal[keywords["const"]]
    if "enum" in keywords:
        return Literal[tuple(keywords["enum"])]
    return {"boolean": bool, "integer": int, "number": float}.get(keywords.get("type", ""), str)


def _hint(shape: Shape, constrained: Callable[[dict[str, Any]], Hint], model_of: ModelOf) -> Hint:
    match shape:
        case Many(item):
            inner = _hint(item, constrained, model_of)
            several: Hint = tuple[inner, ...]
            is_checked = constrained is _constrained
            return Annotated[several, pydantic.Field(min_length=1)] if is_checked else several
        case Nested(cls):
            return model_of(cls)
        case Mapped(keys, each):
            key = constrained({"type": "string", **keys.keywords()})
            return dict[key, _hint(each, constrained, model_of)]
        case Free():
            return Any
        case Scalar():
            return constrained(shape.keywords())


def _optional(field: Field, hint: Hint) -> Hint:
    return hint if field.required or isinstance(field.shape, Many) else hint | None


def _default(field: Field, required: Any) -> Any:
    return required if field.required else field.default


def jsonschema_is_valid() -> Accepts:
    """
    The Python engine with the published schema.
    """
    return jsonschema.Draft202012Validator(rednotice.schema()).is_valid


def jsonschema_rs_is_valid() -> Accepts:
    """
    The Rust engine with the published schema, configured like the gate.
    """
    return jsonschema_rs.Draft202012Validator(
        rednotice.schema(), pattern_options=jsonschema_rs.RegexOptions()
    ).is_valid
