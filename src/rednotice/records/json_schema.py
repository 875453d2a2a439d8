"""
JSON Schema 2020-12, derived from the record classes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rednotice.records.docstrings import docstring
from rednotice.records.essentials import needed_essentials
from rednotice.records.fields import Audience, Sensitivity
from rednotice.records.reach import Way, ways_to
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape
from rednotice.records.walk import Field, fields_of, record_classes

if TYPE_CHECKING:
    from rednotice.records.limits import JsonSchema, Named

POINTER = "$schema"  # a member of documents that is not part of the record
_POINTER: JsonSchema = {
    "description": (
        "Address of this schema, for editors. It is not part of the record, and no program that"
        " writes a record keeps it."
    ),
    "type": "string",
    "minLength": 1,
    "x-sensitivity": Sensitivity.SAFE.value,
    "x-release": [Audience.INTERNAL.value],
}

Places = Mapping[tuple[Any, str], tuple[Way, ...]]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_UNIT = re.compile("_(m|kg)$")


def json_schema(root: type, *, address: str, comment: str) -> JsonSchema:
    """
    The schema of documents that hold one *root*; *address* becomes its ``$id``, and *comment* its
    ``$comment``.

    Every object is closed and defined in full under ``$defs``. Every property has a description,
    its sensitivity and its release, and its targets if it is a reference. Only types have titles,
    which are their names, so that generators of code name a type once. For the same reason a
    property refers to its type in an ``allOf`` of its own, and not beside its description.

    Raises:
        RuntimeError: If Python runs with -OO, which removes the docstrings that describe the
            objects.
    """
    names: dict[str, JsonSchema] = {}
    places = ways_to(root)
    for cls in record_classes(root)[1:]:
        names[cls.__name__] = _object(cls, places, names)
    whole = _object(root, places, names)
    whole["properties"] = {POINTER: _POINTER, **whole["properties"]}
    return {
        "$schema": DIALECT,
        "$id": address,
        "$comment": comment,
        **whole,
        "$defs": dict(sorted(names.items())),
    }


# Keywords that decide nothing. So does every keyword that begins with `x-`.
_WORDS = frozenset(
    {"$comment", "title", "description", "examples", "enumDescriptions", "patternErrorMessage"}
)
_NAMED = frozenset({"properties", "$defs"})  # keywords whose member names are ours


def without_words(schema: JsonSchema) -> JsonSchema:
    """
    *schema* without the texts for readers. It accepts the same documents and compiles in a third of
    the time.
    """
    left = {
        keyword: _without_words_in(keyword, value)
        for keyword, value in schema.items()
        if keyword not in _WORDS and not keyword.startswith("x-")
    }
    # An `allOf` of one reference is there for generators of code only.
    return dict(left["allOf"][0]) if left.keys() == {"allOf"} else left


def _without_words_in(keyword: str, value: Any) -> Any:
    if keyword in _NAMED:
        return {name: _without_words_of(one) for name, one in value.items()}
    if keyword in {"allOf", "anyOf"}:
        return [without_words(one) for one in value]
    return without_words(value) if isinstance(value, dict) and keyword != "const" else value


def _without_words_of(schema: Any) -> Any:
    return schema if isinstance(schema, bool) else without_words(schema)


def _object(cls: type, places: Places, names: dict[str, JsonSchema]) -> JsonSchema:
    fields = fields_of(cls)
    required = [field.name for field in fields if field.required]
    several = needed_essentials(cls)
    return {
        "title": cls.__name__,
        "description": docstring(cls).replace("\n", " ").replace("  ", " "),
        "type": "object",
        "properties": {
            field.name: _property(field, places[cls, field.name], names) for field in fields
        },
        **({"required": required} if required else {}),
        **(_one_of(several) if several else {}),
        **({} if required or several else {"minProperties": 1}),
        "additionalProperties": False,
    }


def _one_of(names: tuple[str, ...]) -> JsonSchema:
    """
    That an object has one of *names*. Generators of code pass over it; of an `anyOf` they would
    make types that they number.
    """
    first, *others = names
    # Strict tools want to see the property that is required.
    has = {"properties": {first: True}, "required": [first]}
    return {"if": has, "else": _one_of(tuple(others))} if others else has


def _property(field: Field, ways: tuple[Way, ...], names: dict[str, JsonSchema]) -> JsonSchema:
    meaning, value = field.meaning, _value(field.shape, names)
    return {
        "description": meaning.doc,
        **({"allOf": [value]} if "$ref" in value else value),
        "x-sensitivity": meaning.sensitivity.value,
        **_release(ways),
        **({"x-known-to-pursuing-states": True} if meaning.known else {}),
        **({"x-ref": [*field.ref.targets, *field.ref.words]} if field.ref else {}),
    }


def _release(ways: tuple[Way, ...]) -> JsonSchema:
    """
    Who may see the member at the end of *ways*: at every place, and at single places.

    An object that is defined once may stand in several places. ``x-release`` then names only those
    who may see the member at each of them, so that a reader who knows no more tells too little
    rather than too much. ``x-release-at`` adds the places where more may see it.
    """
    release = frozenset.intersection(*(way.release for way in ways))
    part = frozenset.intersection(*(way.seen for way in ways)) - release
    said = _said(ways[0].field, release, part)
    at = {".".join(way.path): _said(way.field, way.release, way.part) for way in ways}
    wider = {path: here for path, here in at.items() if here != said}
    return {**said, **({"x-release-at": wider} if wider else {})}


def _said(field: Field, release: frozenset[Audience], part: frozenset[Audience]) -> JsonSchema:
    kind = field.meaning.part_kind
    return {"x-release": _told(release), **({f"x-release-{kind}": _told(part)} if part else {})}


def _told(audiences: frozenset[Audience]) -> list[str]:
    return [one.value for one in Audience if one in audiences]


def _value(shape: Shape, names: dict[str, JsonSchema]) -> JsonSchema:
    match shape:
        case Many(item):
            unique = {"uniqueItems": True} if isinstance(item, Scalar) else {}
            return {"type": "array", "minItems": 1, **unique, "items": _value(item, names)}
        case Nested(cls):
            return {"$ref": f"#/$defs/{cls.__name__}"}
        case Mapped(keys, each):
            return {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"type": "string", **keys.keywords()},
                "additionalProperties": _value(each, names),
            }
        case Free(limit, named):
            return _reference(named, limit.keywords(), names)
        case Scalar():
            if shape.named is None:
                return shape.keywords()
            return _reference(shape.named, shape.keywords(), names)


def _reference(named: Named, keywords: JsonSchema, names: dict[str, JsonSchema]) -> JsonSchema:
    # Not in `examples`: editors fill in what stands there, and it would be taken for a fact.
    shown = {"x-examples": list(named.examples)} if "x-codelist" not in keywords else {}
    names[named.name] = {
        "title": named.name,
        "description": named.description,
        **keywords,
        **shown,
    }
    return {"$ref": f"#/$defs/{named.name}"}


def words_of(name: str) -> str:
    """
    The words for a name in the code: "Travel document" for ``TravelDocument``, and "Height (m)" for
    ``height_m``.
    """
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in name)
    words = _UNIT.sub(r" (\1)", words)
    return words.replace("_", " ").strip().capitalize()
