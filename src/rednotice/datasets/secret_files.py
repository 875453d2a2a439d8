"""
Write a file with a secret, which only its owner may read.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from rednotice.datasets.paths import StrPath, taken, usable

if TYPE_CHECKING:
    from pathlib import Path


def write_secret(path: StrPath, text: str) -> Path:
    """
    Write the line *text* to the new file *path*, and return the path.

    Raises:
        OSError: If the file exists, since a key that is overwritten is lost, or cannot be written.
    """
    place = usable(path)
    if os.path.lexists(place):
        raise taken(place, "a file")
    # The mode counts from the start: nobody can open the file before it is narrowed.
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{text}\n")
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            place.unlink()
        raise
    return place
