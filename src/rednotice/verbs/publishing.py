"""
Write the published schema, codelists and table of releases, which are derived from the model.
"""

from __future__ import annotations

import json
from pathlib import Path

from rednotice import codelists, gate
from rednotice.model import VERSION, Case, SharedDocument
from rednotice.records import Audience
from rednotice.records.reach import Way, ways
from rednotice.settings.file_schema import NAME as SETTINGS
from rednotice.settings.file_schema import settings_schema

_ROOTS = {"case": Case, "shared": SharedDocument}


def snapshot() -> dict[str, bytes]:
    """
    The published files of the current version: the content of each file by its relative path.
    """
    published = {name: gate.schema(name) for name in (*gate.NAMES, gate.POLICY)}
    published[SETTINGS] = settings_schema()
    schemas = {
        f"{VERSION}/{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2).encode()
        + b"\n"
        for name, schema in published.items()
    }
    lists = {f"{VERSION}/codelists/{name}": table for name, table in codelists.tables().items()}
    return {**schemas, **lists, f"{VERSION}/release.csv": release_table()}


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
    met = (path for path in (folder / VERSION).rglob("*") if not path.is_dir())
    return sorted(path for path in met if path.relative_to(folder).as_posix() not in files)
