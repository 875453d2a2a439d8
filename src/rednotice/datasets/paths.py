"""
Paths: which can name a file, and how they stand in a report.
"""

from __future__ import annotations

import os
from pathlib import Path

StrPath = str | os.PathLike[str]
NO_PATH = 'a path must not be empty; the folder one is in is "."'


def usable(path: StrPath) -> Path:
    """
    *path*, if the system can look for it.

    Raises:
        TypeError: If it is neither a text nor a path.
        ValueError: If it is empty, or has a character that no file name can have. Python's own
            errors would quote it.
    """
    if not isinstance(path, str | os.PathLike):
        raise TypeError("a path must be a text or a pathlib.Path")
    text = os.fspath(path)
    if not isinstance(text, str):
        raise TypeError("a path must be text, not bytes; os.fsdecode() makes text of them")
    if not text:
        raise ValueError(NO_PATH)
    if "\0" in text or not _encodable(text):
        raise ValueError("a path must have no NUL and no half of a character")
    return Path(path)


def _encodable(text: str) -> bool:
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return True


def printable(path: Path) -> str:
    """
    The name of a file as it may stand in a report, which it must not be able to forge.
    """
    return "".join(char if char.isprintable() else "?" for char in str(path))
