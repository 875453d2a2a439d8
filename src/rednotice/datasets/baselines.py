"""
Tell a baseline of findings from a case.
"""

from __future__ import annotations

import re
from pathlib import Path

MEMBER = "rednotice_baseline"  # the first member of the file, with the version of its form
_BEGINNING = re.compile(rf'\s*\{{\s*"{MEMBER}"\s*:'.encode())
_READ = 64  # bytes, of which a baseline needs fewer


def is_baseline(path: Path) -> bool:
    """
    Whether the file *path* is a baseline, which may lie among the cases.

    Raises:
        OSError: If it cannot be read.
    """
    if path.suffix.lower() != ".json":
        return False
    with path.open("rb") as file:
        return _BEGINNING.match(file.read(_READ)) is not None
