"""
Check that a path can name a file, and make paths safe to print.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

StrPath = str | os.PathLike[str]
NO_PATH = 'a path must not be empty; the folder one is in is "."'


def usable(path: StrPath) -> Path:
    """
    Return *path* as a Path, if it can name a file.

    Raises:
        TypeError: If it is neither a str nor a path.
        ValueError: If it is empty, or has a character that no file name can have. The message does
            not quote the path, as Python's own would.
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


def taken(path: Path, what: str) -> FileExistsError:
    """
    The error for *path*, which exists where a new *what* is to be made.
    """
    said = f"is there already, and nothing is overwritten; name {what} that is not there"
    return FileExistsError(errno.EEXIST, said, str(path))


def printable(path: Path) -> str:
    """
    The path with control characters replaced, so that a file name cannot forge lines of a report.
    """
    return "".join(char if char.isprintable() else "?" for char in str(path))


# A line break, or the beginning of JSON. A file with such a name can be given as a Path.
_TEXT = re.compile(r'[\n\r]|^\s*\[?\s*\{\s*["}]')


def paths_of(path: StrPath | Iterable[StrPath]) -> tuple[StrPath, ...]:
    """
    Return *path*, one path or several, as a tuple.

    Raises:
        TypeError: If it is something else, such as the text of a document or a dict.
        ValueError: If a path is empty, or no file can have such a name.
    """
    if isinstance(path, Mapping):
        raise TypeError("what is read is a path; a case is made of a dict by rednotice.from_dict()")
    several: Any = (path,) if isinstance(path, str | os.PathLike) else path
    paths = tuple(several) if isinstance(several, Iterable) else (several,)
    for each in paths:
        if not isinstance(each, str | os.PathLike):
            raise TypeError("what is read is a path, or several")
        usable(each)
        if isinstance(each, str) and _TEXT.search(each):
            raise TypeError("a path is expected; a text is read by loads()")
    return paths
