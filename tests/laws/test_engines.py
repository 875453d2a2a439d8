"""Every engine gives the gate's verdict: the schema means the same wherever it is read."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import attrs
import jsonschema_rs
import pytest
from constructing import constructed, levels, root
from hypothesis import given
from jsonschema import Draft202012Validator
from mutations import mutants, nested, places
from strategies import documents, examples

from rednotice import formats, gate, validator
from rednotice.errors import InvalidRecord
from rednotice.findings import Finding
from rednotice.model import Case
from rednotice.records import rebuild, to_dict
from rednotice.records.limits import LEVELS
from rednotice.types.values import DEEPEST
from rednotice.verbs import publishing


@cache
def engine(kind: Any, name: str) -> Any:
    """An engine of *kind* for the schema *name*; ours for jsonschema is the one that users get."""
    return validator(name) if kind is validator else kind(gate.schema(name))


def made_by_hand(document: Any) -> Any:
    """The record of *document*, or None if a constructor refuses what is there."""
    try:
        return constructed(root(document), document) if isinstance(document, dict) else None
    except InvalidRecord:
        return None
    except TypeError as error:
        if "no such member" in str(error):
            return None
        raise


def jsonschema_accepts(value: Any, kind: Any = validator) -> bool:
    shared = isinstance(value, dict) and value.get("shared") is True
    return bool(engine(kind, "shared" if shared else "case").is_valid(value))


@given(documents())
def test_what_the_model_describes_is_accepted_by_both_engines(document: Any) -> None:
    """Whatever is made by the fields alone passes the gate, and Python's `jsonschema` too."""
    assert gate.is_accepted(document)
    assert jsonschema_accepts(document)


@examples(3)
@given(mutants())
def test_both_engines_give_one_verdict_on_whatever_comes(documents: list[Any]) -> None:
    """A slip of the hand is refused by both engines or by neither."""
    for document in documents:
        assert gate.is_accepted(document) == jsonschema_accepts(document)


@given(mutants())
def test_the_gate_accepts_what_the_published_schema_accepts(documents: list[Any]) -> None:
    """It compiles that schema without the words in it, which decide nothing."""
    for document in documents:
        shared = isinstance(document, dict) and document.get("shared") is True
        published = engine(jsonschema_rs.Draft202012Validator, "shared" if shared else "case")
        assert gate.is_accepted(document) == published.is_valid(document)


@cache
def edition(name: str) -> Any:
    """The engine of a published edition, as a partner compiles it."""
    return jsonschema_rs.validator_for(publishing.schemas()[f"{name}.schema.json"])


@given(mutants())
def test_every_edition_gives_the_gates_verdict(documents: list[Any]) -> None:
    """The entry schema and those of draft-07 accept the same documents."""
    for document in documents:
        shared = isinstance(document, dict) and document.get("shared") is True
        own = "draft-07/shared" if shared else "draft-07/case"
        names = ("rednotice", "draft-07/rednotice", own)
        assert {edition(name).is_valid(document) for name in names} == {gate.is_accepted(document)}


@examples(3)
@given(mutants())
def test_constructors_take_what_the_gate_accepts_and_nothing_else(documents: list[Any]) -> None:
    """
    Records made by hand of a document's values are possible if and only if the gate accepts it.

    Python writes an absent member as None or (), so that these alone are no fault there.
    """
    for document in documents:
        record = made_by_hand(document)
        if record is None:
            assert not gate.is_accepted(document)
        else:
            absent = any(value is None or value == [] for _, value in places(document))
            assert gate.is_accepted(document) or absent
            assert gate.is_accepted(to_dict(record))


@given(documents())
def test_a_record_made_by_hand_is_the_record_that_was_read(document: Any) -> None:
    """The constructor and the gate's way in lead to equal records."""
    assert constructed(root(document), document) == gate.decode(document)


def test_a_trailing_newline_is_where_plain_jsonschema_differs() -> None:
    """Python's `$` also matches before a newline at the end; JSON Schema's does not."""
    document = {"rednotice": "1.0", "id": "c-1\n", "subjects": [{"label": "A"}]}

    assert not gate.is_accepted(document)
    assert not jsonschema_accepts(document)
    assert jsonschema_accepts(document, Draft202012Validator)


def extended(deep: int) -> dict[str, Any]:
    """A case with an extension of so many levels."""
    return {
        "rednotice": "1.0",
        "id": "c1",
        "subjects": [{"label": "A"}],
        "extensions": {"org.example": nested(deep)},
    }


@pytest.mark.parametrize("deep", [DEEPEST, DEEPEST + 1, LEVELS - 2])
def test_a_constructor_takes_an_extension_as_deep_as_the_gate_does(deep: int) -> None:
    """A rule says that it is too deep; whatever was read can be made again, and changed."""
    document = extended(deep)
    read = gate.decode(document)
    assert isinstance(read, Case)

    assert levels(document) <= LEVELS
    assert gate.is_accepted(document)
    assert made_by_hand(document) == read == rebuild(read, lambda _field, value: value)
    assert attrs.evolve(read, id="c2").extensions == read.extensions


@pytest.mark.parametrize("name", ["json", "jsonl", "yaml"])
@pytest.mark.parametrize(("deep", "read"), [(LEVELS - 2, True), (LEVELS - 1, False)])
def test_a_constructor_takes_what_a_format_reads(name: str, deep: int, *, read: bool) -> None:
    """No record is made that could be written and not be read again."""
    document = extended(deep)
    file = io.BytesIO()
    formats.by_name(name).write([document], file)
    faults: list[Finding] = []
    file.seek(0)

    found = [one.value for one in formats.by_name(name).read(file, None, faults.append)]

    assert (made_by_hand(document) is not None) == (found == [document]) == (not faults) == read
