"""A generator of forms makes one of the published schema that people can read."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus
import pytest

from rednotice import gate

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCHEMA = ROOT / "schemas" / "1.0" / "case.schema.json"
PAGE = ROOT / "docs" / "how-to" / "use-the-schema-without-python.md"

Told = Callable[..., None]


@pytest.fixture(scope="module")
def cases(examples: list[Any]) -> list[Any]:
    """All examples, and cases after a slip; none is a release, which nobody types."""
    found = [one for one in [*examples, *corpus.distinct(corpus.slips(), 200)] if kept(one)]
    assert len(found) > 150
    return found


def kept(document: Any) -> bool:
    return not corpus.is_shared(document) and "shared" not in document and "release" not in document


@pytest.fixture(scope="module")
def form(node: list[str], cases: list[Any]) -> dict[str, Any]:
    """The form that the page describes."""
    done = subprocess.run(  # noqa: S603  # what package-lock.json pins
        [*node, HERE / "form.js", SCHEMA, PAGE],
        input=json.dumps([{}, *cases]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_form_names_its_fields_as_people_do(form: dict[str, Any], told: Told) -> None:
    """With the names of members, where the published schema alone gives those of types."""
    types = set(json.loads(SCHEMA.read_text("utf-8"))["$defs"])

    assert {"Issuing state", "Birth place", "Born", "Pursued by"} <= set(form["labels"])
    assert {"Issuing state", "Birth place", "Born"}.isdisjoint(form["plain"])
    spaced = {"PartialDate", "CountryCode", "SchemaVersion", "NoticeKind"}
    assert spaced <= types & set(form["plain"])
    assert spaced.isdisjoint(form["labels"])
    told("@rjsf/core", Examples="all")


def test_a_form_offers_codes_by_their_labels(form: dict[str, Any]) -> None:
    assert form["codes"] == ["", "Female", "Male", "Other", "Recorded as unknown"]


def test_a_form_makes_no_fact_up(form: dict[str, Any], cases: list[Any]) -> None:
    """Of nothing it makes an empty subject, which a case must have; a case stays as it is."""
    nothing, *filled = form["filled"]

    assert nothing == {"subjects": [{}]}
    assert len(filled) > 20
    for one, again in zip(cases, filled, strict=False):
        if gate.is_accepted(one):
            assert again == one


def test_the_schema_for_forms_accepts_the_same_cases(
    form: dict[str, Any], cases: list[Any]
) -> None:
    """Examples, and cases after a slip."""
    assert form["accepted"][1:] == list(map(gate.is_accepted, cases))
