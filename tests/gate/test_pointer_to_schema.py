"""A document may name its schema, for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

import rednotice
from rednotice.gate.published import address_of

ADDRESS = address_of(rednotice.Case)
CASE: dict[str, Any] = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}
SHARED: dict[str, Any] = {"rednotice": "1.0", "id": "x-1", "shared": True}
DOCUMENTS = [(CASE, rednotice.Case), (SHARED, rednotice.SharedDocument)]


@pytest.mark.parametrize(("plain", "cls"), DOCUMENTS, ids=["case", "shared"])
def test_the_address_of_the_schema_is_kept_out_of_the_record(
    plain: dict[str, Any], cls: type[Any]
) -> None:
    """The record is that of the document without it, and is written without it."""
    record = rednotice.from_dict({"$schema": ADDRESS, **plain}, cls)

    assert record == rednotice.from_dict(plain, cls)
    assert not hasattr(record, "$schema")
    assert json.loads(rednotice.dumps(record)) == plain


@pytest.mark.parametrize("format", ["json", "jsonl", "yaml"])
def test_every_format_takes_it(tmp_path: Path, format: str) -> None:
    """An editor of YAML reads it too."""
    file = tmp_path / f"c.{format}"
    file.write_text(json.dumps({"$schema": "../case.schema.json", **CASE}))

    assert rednotice.check(file).refused == 0
    assert [case.id for case in rednotice.read(file)] == ["c-1"]


def test_a_caller_keeps_the_value_as_it_was() -> None:
    """The dict is the caller's."""
    plain = {"$schema": ADDRESS, **CASE}
    rednotice.from_dict(plain)

    assert plain["$schema"] == ADDRESS


@pytest.mark.parametrize("wrong", [5, "", None, [ADDRESS]], ids=str)
def test_an_address_is_a_text(wrong: object) -> None:
    """Whatever else stands there is a fault."""
    report = rednotice.check({"$schema": wrong, **CASE})

    assert (report.refused, len(report)) == (1, 1)


def test_it_stands_in_the_document_alone() -> None:
    """A record within the document has no schema of its own."""
    subject = {"label": "A", "$schema": ADDRESS}
    found = list(rednotice.check({**CASE, "subjects": [subject]}))

    assert [(one.rule, one.pointer) for one in found] == [("RN005", "/subjects/0")]


def test_the_published_schema_accepts_it() -> None:
    """So does every engine."""
    engine = jsonschema_rs.validator_for(rednotice.schema())

    assert engine.is_valid({"$schema": ADDRESS, **CASE})
    assert not engine.is_valid({"$schema": 5, **CASE})
