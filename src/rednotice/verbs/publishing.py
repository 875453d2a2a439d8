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
            gate.schema(name), ensure_ascii=False, indent=2
        ).encode()
        + b"\n"
        for name in gate.NAMES
    }
    lists = {f"{VERSION}/codelists/{name}": table for name, table in codelists.tables().items()}
    return {**schemas, **lists}


def publish_schema(folder: Path) -> list[Path]:
    """
    Write the snapshot of the current version below *folder*; files of the same names are replaced.

    Nothing is removed, since nobody can tell here whose it is.

    Returns:
        The other files that stand beside it, sorted: those of somebody else, and those that an
        earlier snapshot had and this one has not.

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
