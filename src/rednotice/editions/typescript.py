"""
TypeScript declarations, derived from the published schemas.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]
_WIDTH = 96
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}
_HEAD = """\
// Types of the rednotice format. They say which members a record has and which codes these take;
// lengths, patterns and numbers are in the schema.
"""


def declarations(case: Schema, shared: Schema) -> str:
    """
    A declaration file with an interface for each record and a type for each other definition of the
    schemas *case* and *shared*.
    """
    named = {**case["$defs"], **shared["$defs"], case["title"]: case, shared["title"]: shared}
    document = f"export type Document = {case['title']} | {shared['title']};\n"
    parts = [_declared(name, part) for name, part in sorted(named.items())]
    said = _comment("A case, or a shared document, which says `shared: true`.")
    return "\n".join([_HEAD + f"// {case['$comment']}\n", *parts, said + document])


def _declared(name: str, schema: Schema) -> str:
    said = _comment(schema["description"])
    if "properties" not in schema:
        return f"{said}export type {name} = {_type(schema)};\n"
    lines = "".join(_members(schema))
    return f"{said}export interface {name} {{\n{lines}}}\n"


def _members(schema: Schema) -> Iterator[str]:
    required = schema.get("required", ())
    for name, part in schema["properties"].items():
        mark = "" if name in required else "?"
        yield _comment(part["description"], "  ") + f"  {name}{mark}: {_type(part)};\n"


def _type(schema: Schema) -> str:
    match schema:
        case {"$ref": str(target)} | {"allOf": [{"$ref": str(target)}]}:
            return target.removeprefix("#/$defs/")
        case {"anyOf": list(choices)}:
            return " | ".join(map(_type, choices))
        case {"const": value}:
            return json.dumps(value)
        case {"enum": list(values)}:
            return " | ".join(map(json.dumps, values))
        case {"items": _} | {"propertyNames": _}:
            return _of_many(schema)
        case {"patternErrorMessage": str(said)} if "vocabulary:code" in said:
            return "`${string}:${string}`"
    return _PLAIN.get(schema.get("type", ""), "unknown")


def _of_many(schema: Schema) -> str:
    if "items" in schema:
        one = _type(schema["items"])
        return f"({one})[]" if "|" in one else f"{one}[]"
    names = schema["propertyNames"]
    keys = _type(names) if "enum" in names else "string"
    return f"Partial<Record<{keys}, {_type(schema['additionalProperties'])}>>"


def _comment(text: str, indent: str = "") -> str:
    inside = textwrap.wrap(text.replace("*/", "* /"), _WIDTH - len(indent))
    if len(inside) == 1:
        return f"{indent}/** {inside[0]} */\n"
    return "".join(
        [f"{indent}/**\n", *(f"{indent} * {line}\n" for line in inside), f"{indent} */\n"]
    )
