"""
Unfinished copies, which a killed write may leave in a folder, and how to recognise them.

A process holds a lock on the copy while it writes, so a copy without a lock is abandoned.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from functools import cache

if sys.platform != "win32":  # Windows, where nothing is tidied
    import fcntl

_NAME = re.compile(r"\.rednotice-[0-9a-f]{8}\.unfinished")


def new_name() -> str:
    """
    A name for an unfinished copy, which is almost certainly unique.
    """
    return f".rednotice-{os.urandom(4).hex()}.unfinished"


def is_unfinished(name: str) -> bool:
    """
    Whether *name* is the name of an unfinished copy.
    """
    return _NAME.fullmatch(name) is not None


def hold(descriptor: int) -> None:
    """
    Lock the open copy *descriptor* until it is closed, if the file system supports locks.
    """
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)


@cache
def tidy(folder: str) -> None:
    """
    Remove abandoned copies from *folder*. Each process does this once for each folder, so that
    writing many files does not list the folder every time.
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
        os.unlink(path)  # noqa: PTH108  # a str, as os.listdir gave it
    finally:
        os.close(descriptor)
