"""
Find the files below paths, and read their documents file by file.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from rednotice import faults, formats
from rednotice.datasets.encrypted import opened
from rednotice.datasets.folders import (
    MANIFEST_OF,
    SHARED_NAMES,
    Folder,
    OnUnopened,
    stop,
    unopened,
)
from rednotice.datasets.manifests import is_manifest
from rednotice.datasets.paths import StrPath, printable, usable
from rednotice.datasets.pipes import Pipe, called, is_pipe, resolved
from rednotice.documents import LineColumn
from rednotice.findings import Finding, Unread

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import BinaryIO

    from rednotice.documents import Document
    from rednotice.formats.reading import Format

OnRead = Callable[[int, int | None], None]


MOST_REFUSED = 10_000  # documents in a row; what follows them in their file is not read


def hidden(files: Iterable[Unread]) -> Iterator[Unread]:
    """
    *files* without their paths. Their contents are unknown, so a path may contain a name from them.
    """
    for count, each in enumerate(files, 1):
        yield each._replace(path=f"(path {count}, which may contain a person's name or number)")


class Files:
    """
    Files and folders of documents, which can be read repeatedly.

    Together they are one data set: a file that several of *paths* lead to is read once. A path that
    cannot be opened is reported to *on_unopened*, which raises by default. A pipe is opened when it
    is read, and its format is recognised if none is named.
    """

    def __init__(
        self, paths: Iterable[StrPath], format: str | None = None, on_unopened: OnUnopened = stop
    ) -> None:
        self._format = formats.by_name(format) if format else None
        self._each: list[tuple[Path, ...]] = []
        self._arguments: dict[Path, tuple[int, Path]] = {}
        passed: dict[Path, Unread] = {}
        manifests: list[Path] = []
        self.hidden: list[Unread] = []
        self.pipes: dict[Path, Pipe] = {}
        self._on_read: Callable[[int], None] | None = None
        self._shared_of_pipes: dict[Path, Document] = {}
        seen: set[str] = set()
        given: dict[Path, Path] = {}  # files that were given by themselves, by where they are
        self._given = tuple(map(resolved, map(usable, paths)))
        for argument, path in enumerate(self._given, 1):
            files: list[Path] = []
            try:
                if path.is_dir():
                    found = Folder(path, argument, on_unopened)
                    files = found.files
                    manifests += found.manifests
                    self.hidden += found.hidden
                    passed |= {_spot(other): each for other, each in found.others.items()}
                elif is_pipe(path):
                    self.pipes.setdefault(path, Pipe(path))
                    files = [path]
                elif is_manifest(path):
                    manifests.append(path)
                    passed[_spot(path)] = Unread(printable(path), MANIFEST_OF, argument)
                else:
                    self._open(path)
                    files = [path]
                    given[_spot(path)] = path
            except OSError as error:
                on_unopened(unopened(path, argument, error, path), error)
            leading = {os.path.realpath(file): file for file in files}
            new = tuple(file for end, file in leading.items() if end not in seen)
            self._each.append(new)
            self._arguments |= dict.fromkeys(new, (argument, path))
            seen |= leading.keys()
        self._alone = tuple(given.values())
        self.files: tuple[Path, ...] = tuple(chain.from_iterable(self._each))
        self.manifests: tuple[Path, ...] = tuple({_spot(path): path for path in manifests}.values())
        self.passed_over: tuple[Unread, ...] = tuple(
            each for spot, each in passed.items() if spot not in given
        )

    @property
    def places(self) -> tuple[Path, ...]:
        """The files and folders that were given, without pipes and what is not there."""
        return tuple(path for path in self._given if path not in self.pipes and path.exists())

    def _open(self, path: Path) -> None:
        """Raise if *path* cannot be opened or no format has its suffix."""
        if path.exists() and not path.is_file():
            # A device may never end.
            raise OSError(errno.EINVAL, "must be a file, a folder or a pipe", str(path))
        path.open("rb").close()
        if self._format is None:
            formats.for_path(path)

    def documents(
        self, path: Path, on_fault: Callable[[Finding], None], on_unopened: OnUnopened = stop
    ) -> Iterator[Document]:
        """
        Yield every document of the file *path*. Documents that cannot be understood are reported to
        *on_fault*; a file that cannot be opened or read to the end is reported to *on_unopened*.
        """
        name = called(path) if path in self.pipes else printable(path)
        try:
            if path in self.pipes and (message := self.pipes[path].sealed()):
                on_fault(Finding(faults.UNREADABLE, message, file=name, at=LineColumn(1, 1)))
                return
            with self._opened(path) as file:
                found = self._reader(path).read(file, name, on_fault)
                for place, document in enumerate(found):
                    if not place and path in self.pipes and is_shared(document):
                        self._shared_of_pipes[path] = document
                    yield document
        except OSError as error:
            if error.filename != str(path):
                raise  # the error came from on_fault
            argument, given = self._arguments.get(path, (1, path))
            on_unopened(unopened(path, argument, error, given), error)

    def _opened(self, path: Path) -> AbstractContextManager[BinaryIO]:
        if path in self.pipes:
            return self.pipes[path].reading(self._on_read)
        return opened(path, self._on_read)

    def watch(self, on_read: OnRead | None) -> None:
        """
        Call *on_read* with the number of bytes of each read, and the size of all files; None if one
        is a pipe, whose size nobody knows.
        """
        if on_read is not None:
            size = self._size()
            self._on_read = lambda count: on_read(count, size)

    def _size(self) -> int | None:
        total = 0
        for path in self.files:
            with contextlib.suppress(OSError):  # reported when it is read
                total += path.stat().st_size
        return None if self.pipes else total

    def may_say_nothing(self, path: Path) -> bool:
        """
        Whether the format of *path* can state that a file holds no case.
        """
        return self._reader(path).SAYS_EMPTY

    def _reader(self, path: Path) -> Format:
        if self._format is not None:
            return self._format
        return self.pipes[path].format() if path in self.pipes else formats.for_path(path)

    def fronts(self) -> Iterator[tuple[Path, Document]]:
        """
        Yield the file and the first document of each path; files named for a shared document come
        first.
        """
        for files in sorted(self._each, key=lambda files: not _begins_with_shared(files)):
            for path in files:
                first = self._shared_of_pipes.get(path) or self._first(path)
                if first is not None:
                    yield path, first
                    break

    def beside(self) -> Iterator[tuple[Path, Document]]:
        """
        Yield the file and the document of each shared document that lies beside a file that was
        given by itself.
        """
        for folder in dict.fromkeys(path.parent for path in self._alone):
            for path in (folder / name for name in SHARED_NAMES):
                if path.is_file() and not path.is_symlink():
                    first = self._first(path)
                    if first is not None and is_shared(first):
                        yield path, first
                        break

    def _first(self, path: Path) -> Document | None:
        """
        The first document of *path*; what stands against it is reported when all of it is read.
        """
        left = MOST_REFUSED

        def pass_over(_: Finding) -> None:
            nonlocal left
            left -= 1
            if not left:
                raise Enough

        try:
            return next(self.documents(path, pass_over, lambda *_: None), None)
        except Enough:
            return None


def is_shared(document: Document) -> bool:
    """
    Whether *document* says that it is a shared document.
    """
    return isinstance(document.value, dict) and document.value.get("shared") is True


class Enough(Exception):
    """
    So many documents in a row could not be understood that the rest of their file is not read.
    """


def _begins_with_shared(files: tuple[Path, ...]) -> bool:
    return bool(files) and files[0].name in SHARED_NAMES


def _spot(path: Path) -> Path:
    """
    The real location of *path*; for a link, the location of the link itself.
    """
    return Path(os.path.realpath(path.parent), path.name)
