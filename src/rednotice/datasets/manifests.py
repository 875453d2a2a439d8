"""
Manifests of releases: find them beside the cases, and compare the files with their hashes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rednotice import faults
from rednotice.datasets.paths import printable
from rednotice.findings import Finding

MANIFEST = "manifest.json"
_LARGEST = 2**26  # bytes of a manifest
_AGAIN = "Get the release again from its sender."
_OR_AGAIN = "Take the file away if it is yours, or else get the release again."


def is_manifest(path: Path) -> bool:
    """
    Whether the file *path* is the manifest of a release.
    """
    return path.name == MANIFEST and _read(path) is not None


def differences(manifest: Path) -> Iterator[Finding]:
    """
    Compare the files beside and below the file *manifest* with it, and yield a finding for each
    that is missing, is changed or was added. Hidden files are not looked at, and links count as
    added.

    Raises:
        OSError: If a file cannot be read.
    """
    named = _named(_read(manifest) or {})
    present = dict(_files_below(manifest.parent))
    del present[MANIFEST]
    for place, (name, digest) in enumerate(named):
        path = present.pop(name, None)
        if path is None:
            where = ("files", place)
            yield _finding(manifest, f"The manifest names a file that is not here. {_AGAIN}", where)
        elif path.is_symlink() or _hash_of(path) != digest:
            yield _finding(path, f"The file does not have the hash in the manifest. {_AGAIN}")
    for path in present.values():
        yield _finding(path, f"The manifest does not name this file. {_OR_AGAIN}")


def _read(path: Path) -> dict[str, Any] | None:
    try:
        with path.open("rb") as file:
            said = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) and "rednotice_release" in said else None


def _named(said: dict[str, Any]) -> list[tuple[str, str]]:
    """The names and the hashes of files in a manifest; what is of another form has none."""
    files = said.get("files")
    several = [one for one in files if isinstance(one, dict)] if isinstance(files, list) else []
    return [(str(one.get("name")), str(one.get("sha256"))) for one in several]


def _files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files below *folder* that are not hidden, by their names in a manifest."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if not any(part.startswith(".") for part in name.parts) and not path.is_dir():
            yield name.as_posix(), path


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _finding(file: Path, message: str, path: tuple[str | int, ...] = ()) -> Finding:
    return Finding(faults.NOT_AS_RELEASED, message, path=path, file=printable(file), outside=True)
