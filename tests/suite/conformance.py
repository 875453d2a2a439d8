"""
Write the conformance kit: documents, and what a reader of this format must say of each.

``schema.json`` holds what the schema alone decides: every member, every member that a record must
have, both sides of every limit, every code. ``rules.json`` holds the samples of the rules, and
``examples/`` the example cases. ``make snapshot`` runs it; another folder may be named as its
argument.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rednotice import formats, gate
from rednotice.findings import Finding
from rednotice.model import VERSION
from rednotice.records import Audience
from rednotice.rules import catalogue

SUITE = Path(__file__).parent / "rules"
EXAMPLES = Path(__file__).parents[2] / "examples"
KIT = Path(__file__).parents[2] / "schemas" / VERSION / "conformance"
TODAY = "2027-01-01"  # where a sample names no day
Schema = dict[str, Any]
Item = dict[str, Any]
_ROOTS = {"case": "Case", "shared": "SharedDocument"}
_UNKNOWN = "no_such_member"


class Documents:
    """
    Documents of one schema that hold a record of each kind, with as little as possible around it.
    """

    def __init__(self, name: str) -> None:
        whole = gate.schema(name)
        self.name = name
        self.types: dict[str, Schema] = {_ROOTS[name]: whole, **whole["$defs"]}
        self.records = {key: part for key, part in self.types.items() if "properties" in part}
        self._holders = self._found_holders()

    def _found_holders(self) -> dict[str, tuple[str, str, bool]]:
        """For each record, a record that holds it, the member, and whether that is a list."""
        root = _ROOTS[self.name]
        holders, waiting = {root: ("", "", False)}, [root]
        for outer in waiting:  # the loop adds to it
            for member, part in self.records[outer]["properties"].items():
                inner = target(part)
                if inner in self.records and inner not in holders:
                    holders[inner] = (outer, member, "items" in part)
                    waiting.append(inner)
        return holders

    def around(self, kind: str, record: Any) -> tuple[Any, str]:
        """The document that holds *record*, a *kind*, and the pointer to it."""
        outer, member, is_list = self._holders[kind]
        if not outer:
            return record, ""
        value = [record] if is_list else record
        document, pointer = self.around(outer, {**self.least(outer), member: value})
        return document, f"{pointer}/{member}{'/0' * is_list}"

    def least(self, kind: str) -> Schema:
        """The record *kind* with the members that it must have, or with one if there are none."""
        part = self.records[kind]
        names = part.get("required") or [self._first(kind)]
        return {name: self.sample(part["properties"][name]) for name in names}

    def _first(self, kind: str) -> str:
        members = self.records[kind]["properties"]
        plain = [name for name, part in members.items() if target(part) not in self.records]
        return next(name for name in (*plain, *members) if name not in {"id", "missing"})

    def sample(self, part: Schema) -> Any:
        """A value that *part* of the schema takes."""
        name = target(part)
        one = self.least(name) if name in self.records else _plain(self.types.get(name, part))
        return [one] if "items" in part else one


def target(part: Schema) -> str:
    """The name of the type of a member, or of the items of its list; empty if it has none."""
    inner = part.get("items", part)
    reference = inner.get("$ref") or inner.get("allOf", [{}])[0].get("$ref", "")
    return str(reference).removeprefix("#/$defs/")


def _plain(part: Schema) -> Any:
    if "minLength" in part and "x-examples" not in part:
        return "a" * part["minLength"]
    if "propertyNames" in part:
        names = part["propertyNames"]
        key = names["enum"][0] if "enum" in names else "org.example"
        return {key: "unknown" if "enum" in names else 1}
    if "const" in part:
        return part["const"]
    if "x-codelist" in part:
        return next(iter(part["x-codes"]))
    if "x-examples" in part:
        return part["x-examples"][0]
    return True


def of_schema(name: str) -> Iterator[Item]:
    """What the schema *name* alone decides."""
    made = Documents(name)
    for kind in made.records:
        yield from _of_record(made, kind)
    for kind, part in made.types.items():
        if kind not in made.records:
            yield from _of_type(made, kind, part)


def _item(made: Documents, kind: str, record: Any, covers: str, wrong: str = "") -> Item:
    """*record* in a document: valid, or with the fault *wrong* at the place that it names."""
    document, pointer = made.around(kind, record)
    rule, _, member = wrong.partition(" ")
    expected = [{"rule": rule, "severity": "error", "pointer": pointer + member}] if wrong else []
    return {
        "covers": covers,
        "schema": made.name,
        "valid": not wrong,
        "expected": expected,
        "document": document,
    }


def _of_record(made: Documents, kind: str) -> Iterator[Item]:
    part, least = made.records[kind], made.least(kind)
    for member, shape in part["properties"].items():
        record = {**least, member: made.sample(shape)}
        yield _item(made, kind, record, f"{kind}.{member} present")
        if member != "shared":
            # The model does not know `$schema`, so that the place is the whole document.
            place = f" /{member}" * (member != "$schema")
            wrong = f"{'RN003' if member == 'rednotice' else 'RN008'}{place}"
            yield _item(made, kind, {**least, member: None}, f"{kind}.{member} null", wrong)
        if shape.get("type") == "array":
            empty = {**least, member: []}
            yield _item(made, kind, empty, f"{kind}.{member} empty", f"RN008 /{member}")
        if "uniqueItems" in shape:
            twice = {**least, member: made.sample(shape) * 2}
            yield _item(made, kind, twice, f"{kind}.{member} twice", f"RN007 /{member}/1")
    if "if" in part:
        others = {"id": "x1"}
        yield _item(made, kind, others, f"{kind} without any of several", "RN004")
    for member in part.get("required", ()):
        fewer = {key: value for key, value in least.items() if key != member}
        if member == "rednotice":
            yield _item(made, kind, fewer, f"{kind}.{member} missing", "RN003")
        elif member != "shared":  # without it, the document is meant as a case
            yield _item(made, kind, fewer, f"{kind}.{member} missing", "RN004")
    more = {**least, _UNKNOWN: 1}
    yield _item(made, kind, more, f"{kind} with an unknown member", "RN005")


def _of_type(made: Documents, name: str, part: Schema) -> Iterator[Item]:
    place = next(
        (
            (kind, member, shape)
            for kind, record in made.records.items()
            for member, shape in record["properties"].items()
            if target(shape) == name and name not in {"SchemaVersion", "Yes"}
        ),
        None,
    )
    if place is None:
        return
    kind, member, shape = place
    least, is_list = made.least(kind), "items" in shape
    for covers, value, valid in _values(part):
        record = {**least, member: [value] if is_list else value}
        fault = "RN008" if value == "" else "RN007"
        wrong = "" if valid else f"{fault} /{member}{'/0' * is_list}"
        yield _item(made, kind, record, f"{name} {covers}", wrong)


def _values(part: Schema) -> Iterator[tuple[str, Any, bool]]:
    """Values on both sides of each limit of a type: what each covers, and whether it is valid."""
    for code in part.get("x-codes", ()):
        yield f"code {code}", code, True
    if "x-codelist" in part:
        yield "no code", "no such code", False
        yield "code of others", "interpol-2023:914", "anyOf" in part
        yield "code of a vocabulary of one's own", "x-house:914", "anyOf" in part
        yield "code of an unknown vocabulary", "house:914", False
    if "pattern" in part:
        for at, example in enumerate(part["x-examples"]):
            yield f"example {at}", example, True
        yield "not the pattern", f"{part['x-examples'][0]} ", False
        yield "empty", "", False
    if "maxLength" in part:
        yield "longest", "a" * part["maxLength"], True
        yield "too long", "a" * (part["maxLength"] + 1), False
        yield "shortest", "a" * part["minLength"], True
        yield "empty", "", False
    step = 1 if part.get("type") == "integer" else 0.01
    for limit, sign in (("minimum", -1), ("maximum", 1)):
        if limit in part:
            yield limit, part[limit], True
            yield f"beyond {limit}", part[limit] + sign * step, False


def of_rules() -> Iterator[Item]:
    """The samples of the rules: what each finds, and near misses, of which *expected* is empty."""
    for rule in catalogue():
        for sample in _samples_of(rule.manual.id):
            audience = sample.get("audience", "internal")
            severity = rule.severity(Audience(audience)).value
            yield {
                "rule": rule.manual.id,
                "says": sample["says"],
                "today": sample.get("today", TODAY),
                "audience": audience,
                **({"file": sample["file"]} if "file" in sample else {}),
                "expected": [
                    {"rule": rule.manual.id, "severity": severity, "pointer": place}
                    for place in sample["finds"]
                ],
                "document": sample["case"],
                **({"shared": sample["shared"]} if "shared" in sample else {}),
            }


def _samples_of(number: str) -> list[Any]:
    path = SUITE / f"{number}.yaml"
    with path.open("rb") as file:
        return [
            one
            for document in formats.by_name("yaml").read(file, None, _stop)
            for one in document.value
        ]


def _stop(finding: Finding) -> None:
    raise ValueError(str(finding))


def kit() -> dict[str, bytes]:
    """
    The files of the kit, by their names.
    """
    items = [item for name in gate.NAMES for item in of_schema(name)]
    files = {"schema.json": _written(items), "rules.json": _written(list(of_rules()))} | examples()
    sums = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    return {**files, "SHA256SUMS": "".join(sums).encode()}


def examples() -> dict[str, bytes]:
    """The example cases and their shared document, which are kept in YAML, as JSON."""
    return {
        f"examples/{path.stem}.json": _as_json(path) for path in sorted(EXAMPLES.glob("*.yaml"))
    }


def _as_json(path: Path) -> bytes:
    with path.open("rb") as file:
        (document,) = formats.by_name("yaml").read(file, None, _stop)
        return json.dumps(document.value, ensure_ascii=False, indent=2).encode() + b"\n"


def _written(items: list[Item]) -> bytes:
    """*items* as a JSON document with an item a line, so that a change shows as a line."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f'{{"version": "{VERSION}", "items": [\n{lines}\n]}}\n'.encode()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if sys.argv[1:] else KIT
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in kit().items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_bytes(content)
