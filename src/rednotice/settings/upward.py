"""
Find the files that may hold the settings of the project to which a folder belongs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

NAME = "rednotice.toml"
PROJECT = "pyproject.toml"


def candidates(folder: Path) -> Iterator[Path]:
    """
    Yield the files in *folder* and above it that may hold settings, the nearest first.

    The folder of a Git repository, the user's own folder and the root of a file system are the last
    ones that are looked at, and so is one that cannot be searched. Paths are relative to *folder*,
    so that they show no name of a folder.
    """
    with suppress(OSError):
        for there in _upward(folder):
            if (there / NAME).is_file():
                yield there / NAME
            if _may_have_table(there / PROJECT):
                yield there / PROJECT


def _may_have_table(project: Path) -> bool:
    try:
        return project.is_file() and b"rednotice" in project.read_bytes()
    except OSError:  # it belongs to other tools as well, or to somebody else
        return False


def _upward(folder: Path) -> Iterator[Path]:
    home = os.path.realpath(os.path.expanduser("~"))  # noqa: PTH111  # pathlib raises without a home
    while True:
        yield folder
        above = folder / ".."
        is_last = (folder / ".git").exists() or os.path.realpath(folder) == home
        if is_last or os.path.ismount(folder) or folder.samefile(above):
            return
        folder = above
