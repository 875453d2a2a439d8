"""
Write the published schemas and what stands beside them, all derived from the model.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from rednotice import codelists, gate, rules
from rednotice.editions.entry import draft_07, entry
from rednotice.editions.keywords import meta_schema
from rednotice.editions.linked_data import context
from rednotice.editions.typescript import declarations
from rednotice.editions.vocabularies import as_object, crosswalks
from rednotice.findings import Manual
from rednotice.gate.published import ADDRESS
from rednotice.model import VERSION, Case, SharedDocument
from rednotice.records import Audience
from rednotice.records.reach import Way, ways
from rednotice.settings.file_schema import NAME as SETTINGS
from rednotice.settings.file_schema import settings_schema

SUMS = "SHA256SUMS"
KIT = "conformance"  # a folder beside these files, which is built from the suite of the tests
_ROOTS = {"case": Case, "shared": SharedDocument}


def snapshot() -> dict[str, bytes]:
    """
    The published files of the current version: the content of each file by its relative path.
    """
    lists = {f"codelists/{name}": table for name, table in codelists.tables().items()}
    files = {
        **{name: _json(schema) for name, schema in schemas().items()},
        **lists,
        "codelists.json": _json({"version": VERSION, "codelists": as_object()}),
        "crosswalks.sssom.tsv": crosswalks(ADDRESS, VERSION),
        "context.jsonld": _json(context(ADDRESS)),
        "rednotice.d.ts": declarations(*map(gate.schema, gate.NAMES)).encode(),
        "release.csv": release_table(),
        "rules.json": _json({"version": VERSION, "rules": list(map(_rule, rules.manuals()))}),
    }
    files[SUMS] = _sums(files)
    return {f"{VERSION}/{name}": content for name, content in files.items()}


def schemas() -> dict[str, dict[str, Any]]:
    """
    Every published schema, by the path of its file below the folder of the version.
    """
    found = {name: gate.schema(name) for name in (*gate.NAMES, gate.POLICY)}
    case, shared = (found[name] for name in gate.NAMES)
    found[SETTINGS] = settings_schema()
    found["rednotice"] = entry(case, shared, address=_address("rednotice"))
    older = {
        f"draft-07/{name}": draft_07(found[name], address=_address(f"draft-07/{name}"))
        for name in (*gate.NAMES, "rednotice")
    }
    found["meta"] = meta_schema(_address("meta"))
    return {f"{name}.schema.json": schema for name, schema in {**found, **older}.items()}


def _address(name: str) -> str:
    return f"{ADDRESS}{name}.schema.json"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def _rule(page: Manual) -> dict[str, Any]:
    """
    What a reader without Python needs of a rule: its id, its weight and its page.
    """
    found = rules.rule_named(page.id)  # None for a fault
    return {
        "rule": page.id,
        "name": page.name,
        "severity": page.severity.value,
        "guards_release": found is not None and found.guards_release,
        "of_releases": found is not None and found.of_releases,
        "since": page.since,
        "title": page.title,
        "text": page.text,
    }


def _sums(files: dict[str, bytes]) -> bytes:
    """
    The hashes of *files* as ``sha256sum --check`` reads them.
    """
    lines = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    return "".join(lines).encode()


def release_table() -> bytes:
    """
    Who may ever see what, as CSV: a row for each path through a document, a column an audience.

    A cell says ``yes``, ``no``, or which part or substitute the audience may see: ``classes`` for
    class words, ``pursuing`` for the pursuing states, ``replaced`` for another id.
    """
    import csv
    import io

    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["document", "path", "sensitivity", *(one.value for one in Audience)])
    for name, root in _ROOTS.items():
        writer.writerows([name, *_row(way)] for way in ways(root))
    return table.getvalue().encode()


def _row(way: Way) -> list[str]:
    meaning = way.field.meaning
    return [".".join(way.path), meaning.sensitivity.value, *(_cell(way, one) for one in Audience)]


def _cell(way: Way, audience: Audience) -> str:
    if audience in way.part:
        return way.field.meaning.part_kind
    return "yes" if audience in way.release else "no"


def publish_schema(folder: Path) -> list[Path]:
    """
    Write the snapshot of the current version below *folder*, and replace files with the same names.

    Nothing is removed, since other files may belong to somebody else.

    Returns:
        The other files in the same folders, sorted. They may be somebody else's, or left from an
        earlier snapshot.

    Raises:
        OSError: If a file cannot be written.
    """
    files = snapshot()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    top = folder / VERSION
    met = (path for path in top.rglob("*") if not path.is_dir() and top / KIT not in path.parents)
    return sorted(path for path in met if path.relative_to(folder).as_posix() not in files)
