"""
The door to pydantic, and so to FastAPI: a record class as the type of a field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from rednotice import gate
from rednotice.records import to_dict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rednotice.findings import Finding


def core_schema_of(cls: type) -> core_schema.CoreSchema:
    """
    How pydantic validates and serialises a field of the record class *cls*.

    A record is taken as it is, and all else is asked of the published schema. Each finding is one
    error with its place, the id of its rule and our message; no error has the value.
    """

    def take(value: Any) -> Any:
        return value if type(value) is cls else _validated(value, cls)

    take.__name__ = cls.__name__  # the name that pydantic shows, such as in a union
    return core_schema.no_info_plain_validator_function(
        take,
        serialization=core_schema.plain_serializer_function_ser_schema(to_dict),
        metadata={"pydantic_js_functions": [lambda _schema, _handler: json_schema_of(cls)]},
    )


def json_schema_of(cls: type) -> dict[str, Any]:
    """
    The JSON Schema of a field of the record class *cls*: a reference to the published one.
    """
    return {"title": cls.__name__, "allOf": [{"$ref": gate.address_of(cls)}]}


def _validated(value: Any, cls: type) -> Any:
    admitted = gate.admit_value(value, cls)[1]
    if isinstance(admitted, list):
        raise ValidationError.from_exception_data(cls.__name__, _details(admitted), hide_input=True)
    return admitted


def _details(findings: Iterable[Finding]) -> list[InitErrorDetails]:
    return [
        InitErrorDetails(
            type=PydanticCustomError(
                _literal(finding.rule),
                "{message}",
                {"message": finding.message, "pointer": finding.pointer},
            ),
            loc=finding.path,
            input=None,
        )
        for finding in findings
    ]


def _literal(rule: str) -> Any:
    # Pydantic's stub wants a literal, lest somebody format a value into it; an id is none.
    return rule
