"""
Unfinished copies: what a write that was killed may leave in a folder, and how it is told.

Whoever writes holds a lock on the copy, so that one without a lock belongs to nobody any more.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from functools import cache

if sys.platform != "win32":  # where nothing is tidied
    import fcntl

_NAME = re.compile(r"\.rednotice-[0-9a-f]{8}\.unfinished")


def new_name() -> str:
    """
    A name for an unfinished copy that most likely no other has.
    """
    return f".rednotice-{os.urandom(4).hex()}.unfinished"


def is_unfinished(name: str) -> bool:
    """
    Whether a file of this *name* is an unfinished copy.
    """
    return _NAME.fullmatch(name) is not None


def hold(descriptor: int) -> None:
    """
    Lock the open copy *descriptor* until it is closed, where the file system has locks.
    """
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)


@cache
def tidy(folder: str) -> None:
    """
    Remove the copies in *folder* that nobody holds any more; once in a process, since who writes
    many files to one folder need not look through all of them each time.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for path in [entry.path for entry in entries if is_unfinished(entry.name)]:
            with contextlib.suppress(OSError):
                _remove(path)


def _remove(path: str) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(path)  # noqa: PTH108  # by its text, as it was listed
    finally:
        os.close(descriptor)
