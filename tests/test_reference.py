"""
The reference that is written from the model: what it says of a member is so, and its picture of a
case is whole.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema_rs
import pytest

import rednotice
from rednotice.model import Case, SharedDocument
from rednotice.records import fields_of
from rednotice.records.shapes import Nested

sys.path.insert(0, str(Path(__file__).parents[1] / "docs"))
classes = importlib.import_module("reference_pages.classes")
examples = importlib.import_module("reference_pages.examples")
members = importlib.import_module("reference_pages.members")
overview = importlib.import_module("reference_pages.overview")
anchors = importlib.import_module("reference_pages.anchors")

OWN = [(cls, field) for cls in classes.RECORDS for field in classes.own_fields(cls)]
SCHEMAS = {Case: rednotice.schema(), SharedDocument: rednotice.schema("shared")}


def published(cls: Any, name: str) -> list[dict[str, Any]]:
    """What the published schemas say of the member *name* in each record that has it from *cls*."""
    told = []
    for root, schema in SCHEMAS.items():
        for heir in (heir for heir in classes.RECORDS if issubclass(heir, cls)):
            record = schema if heir is root else schema["$defs"].get(heir.__name__, {})
            told += [found for found in [record.get("properties", {}).get(name)] if found]
    return told


def test_a_member_tells_all_that_a_reader_asks() -> None:
    """
    Every member says its meaning, its type, its sensitivity, who may see it and since when.
    """
    for cls, field in OWN:
        said = members.member(cls, field)
        facts = re.findall(r"^(\S.*)\n: ", said, re.MULTILINE)

        assert {"Type", "Sensitivity", "Who may see it", "Since"} <= set(facts), field.name
        assert f"({cls.__name__}.{field.name})=" in said


def test_nearly_every_member_has_an_example() -> None:
    """
    Only a map whose keys are data may have none.
    """
    without = [
        f"{cls.__name__}.{field.name}" for cls, field in OWN if not examples.example_of(cls, field)
    ]

    assert set(without) <= {"SharedDocument.missing", "SharedDocument.extensions"}


def test_an_example_is_accepted() -> None:
    """
    The published schema accepts the example of each member, in a record that has the member.
    """
    shown = {f"{cls.__name__}.{field.name}": examples.example_of(cls, field) for cls, field in OWN}
    values = {name: json.loads(text.partition(": ")[2]) for name, text in shown.items() if text}
    gate = jsonschema_rs.validator_for(
        {
            "$defs": {**SCHEMAS[SharedDocument]["$defs"], **SCHEMAS[Case]["$defs"]},
            "properties": {
                f"{cls.__name__}.{field.name}": {"anyOf": published(cls, field.name)}
                for cls, field in OWN
            },
        }
    )

    assert [error.instance_path for error in gate.iter_errors(values)] == []


def test_a_member_names_the_audiences_of_the_published_schema() -> None:
    """
    Who may see a member is told as the schema tells it, with regard to the way to it.
    """
    for cls, field in OWN:
        if cls in classes.BASES:
            continue
        told = published(cls, field.name)[0]["x-release"]
        said = members.member(cls, field).partition("Who may see it\n: ")[2].partition(".")[0]

        if "public" in told:
            assert said == "Everyone"
        else:
            assert re.split(", | and ", said.lower()) == told, f"{cls.__name__}.{field.name}"


def test_each_place_is_named_once() -> None:
    """
    No two members, codes, rules or commands share a name within their kind.
    """
    found = [(kind, name) for kind, name, _, _ in anchors.objects()]

    assert len(found) == len(set(found))


# The picture


@pytest.fixture(scope="module")
def picture() -> ET.Element:
    """The picture of a case."""
    page = overview.page()
    svg = page[page.index("<svg") : page.index("</svg>") + len("</svg>")]
    return ET.fromstring(svg)  # noqa: S314  # our own


def test_the_picture_has_every_record_of_a_case(picture: ET.Element) -> None:
    """
    Each member that holds records is a box, which leads to the page of these records.
    """
    boxes = {link.findtext("text"): link.get("href") for link in picture.iter("a")}
    wanted = {
        field.name: f"../records/{classes.file_of(field.one.record)}".replace(".md", ".html")
        for field in fields_of(Case)
        if isinstance(field.one, Nested)
    }

    assert boxes == {
        "Case": "../records/case.html",
        **wanted,
        "Shared document": "../records/shared-document.html",
    }


def test_no_two_boxes_of_the_picture_overlap(picture: ET.Element) -> None:
    """
    Each stands by itself, within the frame.
    """
    rects = [link.find("rect") for link in picture.iter("a")]
    boxes = [[float(rect.get(key)) for key in ("x", "y", "width", "height")] for rect in rects]
    _, _, width, height = map(float, picture.get("viewBox", "").split())

    for x, y, wide, high in boxes:
        assert x >= 0
        assert y >= 0
        assert x + wide <= width
        assert y + high <= height
    for (x, y, wide, high), (left, top, across, down) in combinations(boxes, 2):
        assert x + wide <= left or left + across <= x or y + high <= top or top + down <= y


def test_the_picture_is_told_in_words_too() -> None:
    """
    Whoever cannot see it reads what each member holds and names.
    """
    words = overview.page().partition("## The picture in words")[2]
    wanted = [field.name for field in fields_of(Case) if isinstance(field.one, Nested)]

    assert re.findall(r"^- `(\w+)`", words, re.MULTILINE) != []
    assert set(re.findall(r"^- `(\w+)`", words, re.MULTILINE)) == set(wanted)
