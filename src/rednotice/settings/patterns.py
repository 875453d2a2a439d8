"""
Patterns of files and of places in a case, as settings write them.
"""

from __future__ import annotations

import os
import re
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path as FilePath
from pathlib import PurePath

import attrs

from rednotice.documents import Path
from rednotice.settings.tables import refuse

_ANY = "*"
_WILD = re.compile(r"[*?]")
_ANY_FOLDERS = "**"


@attrs.frozen
class FilePattern:
    """
    A pattern of files, such as ``cases/2021/*.yaml`` or ``drafts/**``.

    A ``*`` stands for any part of a name, ``?`` for one character, and ``**`` for any number of
    folders. Paths are relative to *folder*, which is the one of the settings' file. A pattern that
    names a folder matches everything in it.
    """

    pattern: str
    folder: FilePath = attrs.field(factory=FilePath.cwd, repr=False)

    @classmethod
    def of(cls, pattern: str, folder: FilePath | None = None, *path: str | int) -> FilePattern:
        """
        The pattern that is written so.

        Raises:
            InvalidSettings: If it is empty, or leads out of the folder of the settings; for the
                setting at *path*.
        """
        plain = pattern.strip().replace(os.sep, "/").removeprefix("./")
        if not plain:
            refuse("must be a pattern of files, such as cases/2021/*.yaml", *path)
        if plain.startswith("/") or ".." in plain.split("/"):
            refuse("must be relative to the folder of the settings, and stay within it", *path)
        return cls(plain, FilePath.cwd() if folder is None else folder)

    def matches(self, file: str | None) -> bool:
        """Whether *file*, a path from the current folder, matches; nothing matches no file."""
        return file is not None and _leads(self.pattern, relative(file, self.folder))

    def is_missing(self) -> bool:
        """Whether it names one file or folder, without a star, which does not exist."""
        return not _WILD.search(self.pattern) and not (self.folder / self.pattern).exists()


@lru_cache(maxsize=4096)
def relative(file: str, folder: FilePath) -> str:
    """
    The path *file*, seen from *folder*, with ``/`` between its parts.
    """
    return PurePath(os.path.relpath(file, folder)).as_posix()


@lru_cache(maxsize=4096)
def _leads(pattern: str, file: str) -> bool:
    """
    Whether *pattern* leads to *file* or to a folder above it.
    """
    parts = file.split("/")
    if parts[0] == "..":
        return False
    reached = {0}  # how many parts the beginning of the pattern can stand for
    for wanted in pattern.rstrip("/").split("/"):
        if wanted == _ANY_FOLDERS:
            reached = set(range(min(reached, default=len(parts) + 1), len(parts) + 1))
        else:
            name = wanted.replace("[", "[[]")  # a bracket means itself
            there = (place for place in reached if place < len(parts))
            reached = {place + 1 for place in there if fnmatchcase(parts[place], name)}
    return bool(reached)


@attrs.frozen
class PointerPattern:
    """
    A pattern of places in a case: a JSON Pointer in which ``*`` stands for any one part.

    ``/notices/*/charges`` matches the charges of every notice, and everything below them.
    """

    parts: tuple[str, ...]

    @classmethod
    def of(cls, pattern: str, *path: str | int) -> PointerPattern:
        """
        The pattern that is written so.

        Raises:
            InvalidSettings: If it is no JSON Pointer; for the setting at *path*.
        """
        if not pattern.startswith("/"):
            refuse("must begin with a slash, such as /notices/*/issuing_state", *path)
        return cls(tuple(parts_of(pattern)))

    def __str__(self) -> str:
        return "".join(f"/{part.replace('~', '~0').replace('/', '~1')}" for part in self.parts)

    def matches(self, path: Path) -> bool:
        """Whether the place *path* is one of the pattern, or stands below one."""
        return len(path) >= len(self.parts) and all(
            part in {_ANY, str(there)} for part, there in zip(self.parts, path, strict=False)
        )


def parts_of(pointer: str) -> list[str]:
    """
    The parts of a JSON Pointer (RFC 6901) that begins with a slash.
    """
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
