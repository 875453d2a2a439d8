"""
Publishing: the files that partners hold, derived from the model.
"""

from __future__ import annotations

import json
from pathlib import Path

from rednotice import codelists, gate
from rednotice.model import VERSION


def snapshot() -> dict[str, bytes]:
    """
    What is published of the current version: relative path and content of each file.
    """
    schemas = {
        f"{VERSION}/{name}.schema.json": json.dumps(
            gate.published(name), ensure_ascii=False, indent=2
        ).encode()
        + b"\n"
        for name in gate.NAMES
    }
    lists = {f"{VERSION}/codelists/{name}": table for name, table in codelists.tables().items()}
    return {**schemas, **lists}


def publish_schema(folder: Path) -> None:
    """
    Write the snapshot of the current version below *folder*, and remove what is no longer in it.

    Raises:
        OSError: If a file cannot be written.
    """
    files = snapshot()
    for path in sorted((folder / VERSION).rglob("*.*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
