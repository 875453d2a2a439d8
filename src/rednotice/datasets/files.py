"""
Find the files below paths, and read their documents file by file.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from rednotice import formats
from rednotice.datasets.folders import (
    MANIFEST_OF,
    SHARED_NAMES,
    Folder,
    OnUnopened,
    stop,
    unopened,
)
from rednotice.datasets.manifests import is_manifest
from rednotice.datasets.named_files import reading
from rednotice.datasets.paths import StrPath, printable, usable
from rednotice.findings import Unread

if TYPE_CHECKING:
    from rednotice.documents import Document
    from rednotice.findings import Finding
    from rednotice.formats.reading import Format


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
    cannot be opened is reported to *on_unopened*, which raises by default.
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
        seen: set[str] = set()
        given: set[Path] = set()
        for argument, path in enumerate(map(usable, paths), 1):
            files: list[Path] = []
            try:
                if path.is_dir():
                    found = Folder(path, argument, on_unopened)
                    files = found.files
                    manifests += found.manifests
                    self.hidden += found.hidden
                    passed |= {_spot(other): each for other, each in found.others.items()}
                elif is_manifest(path):
                    manifests.append(path)
                    passed[_spot(path)] = Unread(printable(path), MANIFEST_OF, argument)
                else:
                    self._open(path)
                    files = [path]
                    given.add(_spot(path))
            except OSError as error:
                on_unopened(unopened(path, argument, error, path), error)
            leading = {os.path.realpath(file): file for file in files}
            new = tuple(file for end, file in leading.items() if end not in seen)
            self._each.append(new)
            self._arguments |= dict.fromkeys(new, (argument, path))
            seen |= leading.keys()
        self.files: tuple[Path, ...] = tuple(chain.from_iterable(self._each))
        self.manifests: tuple[Path, ...] = tuple({_spot(path): path for path in manifests}.values())
        self.passed_over: tuple[Unread, ...] = tuple(
            each for spot, each in passed.items() if spot not in given
        )

    def _open(self, path: Path) -> None:
        """Raise if *path* cannot be opened or no format has its suffix."""
        if path.exists() and not path.is_file():
            # A pipe can be read only once, and a device may never end.
            raise OSError(errno.EINVAL, "must be a regular file or a folder", str(path))
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
        try:
            with reading(path) as file:
                yield from self._reader(path).read(file, printable(path), on_fault)
        except OSError as error:
            if error.filename != str(path):
                raise  # the error came from on_fault
            argument, given = self._arguments[path]
            on_unopened(unopened(path, argument, error, given), error)

    def _first(self, path: Path) -> Document | None:
        """The first document of the file *path* that can be read."""
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

    def may_say_nothing(self, path: Path) -> bool:
        """
        Whether the format of *path* can state that a file holds no case.
        """
        return self._reader(path).SAYS_EMPTY

    def _reader(self, path: Path) -> Format:
        return self._format or formats.for_path(path)

    def fronts(self) -> Iterator[tuple[Path, Document]]:
        """
        Yield the file and the first document of each path; files named for a shared document come
        first.
        """
        for files in sorted(self._each, key=lambda files: not _begins_with_shared(files)):
            for path in files:
                # A file that cannot be opened is reported later, when all of it is read.
                first = self._first(path)
                if first is not None:
                    yield path, first
                    break


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
