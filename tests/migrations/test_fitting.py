"""What a schema does not accept is taken out of a document, and nothing else."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest

from rednotice.migrations.fitting import Unfit, fit

RECORD = {
    "type": "object",
    "properties": {
        "kind": {"enum": ["a", "b", "other"]},
        "colour": {"enum": ["red"]},
        "text": {"type": "string", "maxLength": 3},
    },
    "required": ["kind"],
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "records": {"type": "array", "minItems": 1, "uniqueItems": True, "items": RECORD},
        "one": {"anyOf": [RECORD, {"type": "string", "pattern": "^class:"}]},
        "missing": {"type": "object", "minProperties": 1, "propertyNames": {"enum": ["one"]}},
    },
    "required": ["id"],
    "additionalProperties": False,
}


def fitted(value: dict[str, Any]) -> dict[str, Any]:
    fit(value, jsonschema_rs.Draft202012Validator(SCHEMA).iter_errors)
    return value


@pytest.mark.parametrize(
    ("value", "left"),
    [
        ({"new": 1, "id": "x"}, {"id": "x"}),
        ({"id": "x", "records": [{"kind": "c"}]}, {"id": "x", "records": [{"kind": "other"}]}),
        (
            {"id": "x", "records": [{"kind": "a", "colour": "blue", "text": "long"}]},
            {"id": "x", "records": [{"kind": "a"}]},
        ),
        (
            {"id": "x", "records": [{}, {"kind": "a"}, {}, {"kind": "b"}]},
            {"id": "x", "records": [{"kind": "a"}, {"kind": "b"}]},
        ),
        ({"id": "x", "records": [{"colour": "red"}]}, {"id": "x"}),
        (
            {"id": "x", "records": [{"kind": "c"}, {"kind": "d"}]},
            {"id": "x", "records": [{"kind": "other"}]},
        ),
        (
            {"id": "x", "missing": {"two": "why", "one": "why"}},
            {"id": "x", "missing": {"one": "why"}},
        ),
        ({"id": "x", "missing": {"two": "why"}}, {"id": "x"}),
        ({"id": "x", "one": "press"}, {"id": "x"}),
        ({"id": "x", "records": "a"}, {"id": "x"}),
    ],
)
def test_only_what_is_refused_is_taken(value: dict[str, Any], left: dict[str, Any]) -> None:
    assert fitted(value) == left


def test_a_document_that_cannot_do_without_it_is_refused() -> None:
    with pytest.raises(Unfit, match="nothing of the document is left"):
        fitted({"id": 1})
