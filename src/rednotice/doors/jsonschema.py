"""
The door to jsonschema: a validator of the published schemas that needs no network.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice import gate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema import Draft202012Validator
    from referencing import Registry

_EDITION = "https://json-schema.org/draft/2020-12/schema"
# A class in brackets or an escaped sign is passed over; what is left is the end of a text.
_DOLLAR = re.compile(r"(\[\^?\]?(?:\\.|[^\]\\])*\]|\\.)|\$", re.DOTALL)


def validator(schema: str | Mapping[str, Any] = "case") -> Draft202012Validator:
    """
    A ``jsonschema.Draft202012Validator`` of *schema*: ``case``, ``shared``, or a schema of yours.

    A schema of yours can refer to ours by address, such as
    ``{"$ref": "https://w3id.org/rednotice/1.0/case.schema.json#/$defs/Notice"}``; they are found
    without a network. A pattern's ``$`` is the very end of the text, as in ECMA-262; Python's own
    would let a line break follow.

    The messages of jsonschema quote values. Print the findings of `rednotice.check` where others
    can read them.

    Raises:
        UnknownName: If *schema* is a text that names no schema.
        ValueError: If *schema* says that it follows another edition of JSON Schema than 2020-12.
    """
    whole = _without_edition(gate.schema(schema) if isinstance(schema, str) else schema)
    made: Draft202012Validator = _kind()(whole, registry=_registry())
    return made


def schemas() -> Registry[Any]:
    """
    All published schemas of this version as a ``referencing.Registry``, by their addresses.

    They are found without a network. The registry serves ``jsonschema`` and every other library
    that takes one::

        registry = rednotice.schemas()
        schema = registry.contents("https://w3id.org/rednotice/1.0/rednotice.schema.json")
    """
    from referencing import Registry, Resource

    from rednotice.verbs import publishing

    registry: Registry[Any] = Registry()
    return registry.with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in publishing.schemas().values()
    )


def _without_edition(schema: Mapping[str, Any]) -> dict[str, Any]:
    """
    *schema* without its ``$schema``, for which jsonschema would take its own class in place of ours
    wherever a reference leads to the whole schema.
    """
    if schema.get("$schema", _EDITION) != _EDITION:
        raise ValueError(f"a schema that refers to ours must be of JSON Schema 2020-12: {_EDITION}")
    return {name: part for name, part in schema.items() if name != "$schema"}


@cache
def _kind() -> Any:
    from jsonschema import Draft202012Validator, validators

    extend: Any = validators.extend  # its stub leaves out what it gives
    return extend(Draft202012Validator, {"pattern": _pattern})


@cache
def _registry() -> Any:
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    schemas = (_without_edition(gate.schema(name)) for name in gate.NAMES)
    return Registry().with_resources(
        (schema["$id"], DRAFT202012.create_resource(schema)) for schema in schemas
    )


def _pattern(_validator: Any, pattern: str, text: Any, _schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if isinstance(text, str) and not _compiled(pattern).search(text):
        yield ValidationError("the text does not match the pattern of the schema")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_DOLLAR.sub(lambda found: found[1] or r"\Z", pattern))
