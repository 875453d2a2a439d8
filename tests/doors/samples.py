"""What is carried through every door."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, find, settings

import rednotice
from rednotice.formats import yaml
from rednotice.records import record_classes
from rednotice.testing import objects

CASE: dict[str, Any] = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "Person A"}]}
SHARED: dict[str, Any] = {"rednotice": "1.0", "shared": True}
# Whoever takes a case from here without the gate loses an outcome, and makes a child of an adult.
LOSSY: dict[str, Any] = {
    **CASE,
    "outcmes": [{"kind": "arrested"}],
    "people": [{"label": "B", "minor": "no"}],
}
FOUND = [("RN005", ""), ("RN006", "/people/0/minor")]

FOLDER = Path(__file__).parents[2] / "examples"


def _example(path: Path) -> Any:
    with path.open("rb") as file:
        (document,) = yaml.read(file, None, pytest.fail)
    return document.value


EXAMPLES = {path.stem: _example(path) for path in sorted(FOLDER.glob("*.yaml"))}
each_example = pytest.mark.parametrize("value", EXAMPLES.values(), ids=EXAMPLES)

CLASSES = {
    cls.__name__: cls
    for root in (rednotice.Case, rednotice.SharedDocument)
    for cls in record_classes(root)
}
each_class = pytest.mark.parametrize("cls", CLASSES.values(), ids=CLASSES)


def class_of(value: Any) -> type:
    """The record class of the document *value*."""
    return rednotice.SharedDocument if value.get("shared") else rednotice.Case


def as_text(value: Any) -> str:
    """*value* as JSON, by which 1 and true differ."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def told(findings: Iterable[rednotice.Finding]) -> list[tuple[str, str]]:
    """The rules and places of *findings*."""
    return [(finding.rule, finding.pointer) for finding in findings]


@cache
def least(cls: type) -> dict[str, Any]:
    """The least object of the record class *cls*; not to be altered."""
    simplest = settings(database=None, max_examples=1, phases=[Phase.generate])
    return find(objects(cls), lambda _value: True, settings=simplest)
