"""
Atomic writes: a file is written under no name or a temporary one, and moved when complete.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rednotice.datasets import permissions, unfinished
from rednotice.datasets.encrypted import sealing
from rednotice.datasets.named_files import writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_UNNAMED: int | None = getattr(os, "O_TMPFILE", None)  # Linux
_OPEN_FILES = "/proc/self/fd"
_OWN = re.compile(r"(?:/dev/fd|/proc/(?P<process>\d+)(?:/task/\d+)?/fd)/(?P<file>\d+)")


@contextlib.contextmanager
def placed(path: Path) -> Iterator[BinaryIO]:
    """
    Open a file that replaces *path* at the end of the block; after an error it is discarded. What
    is written is encrypted if the path ends in ``.age``.

    If *path* is one of the process's own open files, such as ``/dev/stdout``, that file is written
    to directly, since whoever opened it goes on using it.

    Raises:
        OSError: If the file cannot be written, is not a regular file, or its folder accepts no
            files.
    """
    own = _own(path)
    if own is not None:
        with _through(own, path) as file, sealing(file, path) as inner:
            yield inner
        return
    target = os.path.realpath(path)  # the target of a link is replaced, and the link stays
    old = _status(target, path)
    folder = os.path.dirname(target)  # noqa: PTH120  # a str, like target
    unfinished.tidy(folder)
    draft = _Draft(folder, path if not path.is_symlink() else Path(target))
    try:
        with writing(draft.descriptor, path) as file:
            with sealing(file, path) as inner:
                yield inner
            file.flush()
            with _naming(path):
                if old is not None:
                    permissions.keep(draft.descriptor, target, old)
                os.fsync(draft.descriptor)
                if os.name == "nt":
                    file.close()  # Windows cannot move an open file
                draft.put(target, replacing=old is not None)
    finally:
        draft.discard()
    _sync(folder)


class _Draft:
    """
    An open file in *folder* that only its owner can access. If the system allows it, the file has
    no name until it is put in place, so nothing is left if the process is killed.
    """

    def __init__(self, folder: str, path: Path) -> None:
        self._folder = folder
        self._name: str | None = None
        try:
            self.descriptor = self._unnamed()
        except OSError:
            # If the folder is missing, the error must name the folder and not the draft, which the
            # user does not know.
            with _naming(path.parent):
                self.descriptor = self._named()

    def _unnamed(self) -> int:
        if _UNNAMED is None or not os.path.isdir(_OPEN_FILES):  # noqa: PTH112  # a str, like the others here
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
        descriptor = os.open(self._folder, _UNNAMED | os.O_RDWR, 0o600)
        unfinished.hold(descriptor)
        return descriptor

    def _named(self) -> int:
        while True:
            name = os.path.join(self._folder, unfinished.new_name())  # noqa: PTH118  # a str, like the others here
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            descriptor = os.open(name, flags, 0o600)
            unfinished.hold(descriptor)
            if os.fstat(descriptor).st_nlink:
                self._name = name
                return descriptor
            os.close(descriptor)  # another process removed it as an abandoned copy

    def put(self, target: str, *, replacing: bool) -> None:
        """Move the file to *target*."""
        if self._name is None:
            if not replacing and self._linked(target):
                return
            name = ""
            while not self._name:
                name = os.path.join(self._folder, unfinished.new_name())  # noqa: PTH118  # a str, like the others here
                self._name = name if self._linked(name) else None
        os.replace(self._name, target)  # noqa: PTH105  # a str, like the others here
        self._name = None

    def _linked(self, name: str) -> bool:
        """Give the file its first *name*, unless that exists."""
        try:
            # Passing src_dir_fd, which has no effect on an absolute path, makes Python follow the
            # link in /proc.
            source = f"{_OPEN_FILES}/{self.descriptor}"
            os.link(source, name, src_dir_fd=self.descriptor)
        except FileExistsError:
            return False
        return True

    def discard(self) -> None:
        """Remove the file, if it has a name and was not moved to its target."""
        if self._name is not None:
            with contextlib.suppress(OSError):
                os.unlink(self._name)  # noqa: PTH108  # a str, like the others here


def _own(path: Path) -> int | None:
    """
    The descriptor of the process's own open file that *path* leads to, if it leads to one.
    """
    here = path
    for _ in range(40):  # as many links as Linux follows
        here = Path(os.path.realpath(here.parent), here.name)
        own = _OWN.fullmatch(str(here))
        if own and own["process"] in {None, str(os.getpid())}:
            return int(own["file"])
        try:
            here = here.parent / here.readlink()
        except OSError:
            return None
    return None


@contextlib.contextmanager
def _through(own: int, path: Path) -> Iterator[BinaryIO]:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()  # what was printed earlier must come first
    with _naming(path):
        descriptor = os.dup(own)
    with writing(descriptor, path) as file:
        yield file


def _status(target: str, path: Path) -> os.stat_result | None:
    """
    The status of the regular file *target*; None if it does not exist.
    """
    with _naming(path):
        try:
            old = os.stat(target)  # noqa: PTH116  # a str, like the others here
        except (FileNotFoundError, NotADirectoryError):
            return None
        if not stat.S_ISREG(old.st_mode):
            raise OSError(errno.EINVAL, "must be a regular file, which can be put in place")
        return old


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """
    Make errors name *path* as it was given, not a file that the user does not know.
    """
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


def _sync(folder: str) -> None:
    """
    Sync the folder, if the system can, so that the new name of a file survives a power failure.
    """
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # one may be allowed to write to a folder but not to list it
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)
