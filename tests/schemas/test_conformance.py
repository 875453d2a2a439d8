"""The conformance kit: what is published of it, our own verdicts on it, and what it covers."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from rednotice import gate
from rednotice.documents import PlainDocument, pointer
from rednotice.insight.view import View
from rednotice.model import VERSION
from rednotice.records import Audience
from rednotice.rules import catalogue

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "suite"))

from conformance import Documents, kit, target  # noqa: E402  # stands beside the samples

FOLDER = ROOT / "schemas" / VERSION / "conformance"
ITEMS = json.loads((FOLDER / "schema.json").read_bytes())["items"]
SAMPLES = json.loads((FOLDER / "rules.json").read_bytes())["items"]


def test_the_published_kit_is_built_from_the_suite() -> None:
    """`make snapshot` writes it anew."""
    files = [path for path in FOLDER.rglob("*") if path.is_file()]

    assert {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in files} == kit()


def test_we_find_what_the_kit_expects_of_the_schema() -> None:
    """The rule, its severity and the place, and nothing else."""
    for item in ITEMS:
        document = item["document"]
        accepted = gate.is_accepted(document)
        found = [] if accepted else gate.explain(PlainDocument(document))

        assert accepted == item["valid"], item["covers"]
        assert item["expected"] == [
            {"rule": one.rule, "severity": one.severity.value, "pointer": one.pointer}
            for one in found
        ], item["covers"]


def test_we_find_what_the_kit_expects_of_a_rule() -> None:
    """As the rule is asked on the day, for the audience and beside the shared document named."""
    asked = {rule.manual.id: rule for rule in catalogue()}
    for sample in SAMPLES:
        shared: Any = gate.decode(sample["shared"]) if "shared" in sample else None
        case, today = gate.decode(sample["document"]), dt.date.fromisoformat(sample["today"])
        audience = Audience(sample["audience"])
        view = View(case, today, audience, shared, sample.get("file"))
        rule = asked[sample["rule"]]

        assert sample["expected"] == [
            {
                "rule": sample["rule"],
                "severity": rule.severity(audience).value,
                "pointer": pointer(path),
            }
            for path, _ in rule.problems(view)
        ], sample["says"]


@pytest.mark.parametrize("name", gate.NAMES)
def test_the_kit_covers_the_whole_schema(name: str) -> None:
    """Each member there and null, each required member missing, each limit from both sides."""
    made = Documents(name)
    needed: set[str] = set()
    held = {target(part) for one in made.records.values() for part in one["properties"].values()}
    for kind, record in made.records.items():
        needed |= {f"{kind}.{member} present" for member in record["properties"]}
        needed |= {f"{kind}.{member} null" for member in record["properties"]}
        needed |= {f"{kind}.{member} missing" for member in record.get("required", ())}
        needed.add(f"{kind} with an unknown member")
        lists = [name for name, one in record["properties"].items() if "uniqueItems" in one]
        needed |= {f"{kind}.{member} twice" for member in lists}
        needed |= {f"{kind} without any of several"} if "if" in record else set()
    for kind in held - made.records.keys():
        part = made.types.get(kind, {})
        needed |= {f"{kind} code {code}" for code in part.get("x-codes", ())}
        needed |= {f"{kind} {one}" for one in ("minimum", "maximum") if one in part}
        needed |= {f"{kind} beyond {one}" for one in ("minimum", "maximum") if one in part}
        needed |= {f"{kind} longest", f"{kind} too long"} if "maxLength" in part else set()
        needed |= {f"{kind} code of an unknown vocabulary"} if "x-codelist" in part else set()
        needed |= {f"{kind} not the pattern"} if "pattern" in part else set()
    covered = {item["covers"] for item in ITEMS if item["schema"] == name}

    # Whether a document is a shared one is what its member `shared` says.
    unsaid = {"SharedDocument.shared null", "SharedDocument.shared missing"}
    assert needed - covered - unsaid == set()


def test_the_kit_has_each_rule_found_and_nearly_missed() -> None:
    """A reader that finds nothing, or everything, fails."""
    for rule in catalogue():
        told = [bool(one["expected"]) for one in SAMPLES if one["rule"] == rule.manual.id]

        assert {*told} == {True, False}, rule.manual.id
