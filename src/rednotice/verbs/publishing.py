"""
Write the published schema and codelists, which are derived from the model.
"""

from __future__ import annotations

import json
from pathlib import Path

from rednotice import codelists, gate
from rednotice.model import VERSION


def snapshot() -> dict[str, bytes]:
    """
    The published files of the current version: the content of each file by its relative path.
    """
    schemas = {
        f"{VERSION}/{name}.schema.json": json.dumps(
            gate.schema(name), ensure_ascii=False, indent=2
        ).encode()
        + b"\n"
        for name in gate.NAMES
    }
    lists = {f"{VERSION}/codelists/{name}": table for name, table in codelists.tables().items()}
    return {**schemas, **lists}


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
