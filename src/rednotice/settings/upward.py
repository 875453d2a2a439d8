"""
Find the files that may hold the settings of the project to which a folder belongs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

NAME = "rednotice.toml"
PROJECT = "pyproject.toml"


def candidates(folder: Path) -> Iterator[Path]:
    """
    Yield the files in *folder* and above it that may hold settings, the nearest first.

    The folder of a Git repository, the user's own folder and the root of a file system are the last
    ones that are looked at. Paths are relative to *folder*, so that they show no name of a folder.

    Raises:
        OSError: If a file cannot be read.
    """
    for there in _upward(folder):
        if (there / NAME).is_file():
            yield there / NAME
        project = there / PROJECT
        if project.is_file() and b"rednotice" in project.read_bytes():
            yield project


def _upward(folder: Path) -> Iterator[Path]:
    home = os.path.realpath(os.path.expanduser("~"))  # noqa: PTH111  # pathlib raises without a home
    while True:
        yield folder
        above = folder / ".."
        is_last = (folder / ".git").exists() or os.path.realpath(folder) == home
        if is_last or os.path.ismount(folder) or folder.samefile(above):
            return
        folder = above
