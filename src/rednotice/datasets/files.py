"""
Files: the documents that lie below paths, file by file.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rednotice import formats

if TYPE_CHECKING:
    from rednotice.documents import Document
    from rednotice.findings import Finding
    from rednotice.formats.reading import Format

SHARED_NAMES = ("shared.yaml", "shared.yml", "shared.json")
NO_PATH = 'a path must not be empty; the folder one is in is "."'
StrPath = str | os.PathLike[str]


class Files:
    """
    Files and folders of documents, which can be gone through again and again.

    Together they are one data set: a file to which several of *paths* lead is read once.
    """

    def __init__(self, paths: Iterable[StrPath], format: str | None = None) -> None:
        self._format = formats.by_name(format) if format else None
        self._each: list[tuple[Path, ...]] = []
        met: set[Path] = set()
        passed: set[Path] = set()
        named: set[Path] = set()
        for path in map(Path, paths):
            files = [path]
            if path.is_dir():
                files, others = _files_in(path)
                passed.update(map(_spot, others))
            else:
                self._open(path)
                named.add(_spot(path))
            leading = {file.resolve(): file for file in files}
            self._each.append(tuple(file for end, file in leading.items() if end not in met))
            met |= leading.keys()
        self.files: tuple[Path, ...] = tuple(chain.from_iterable(self._each))
        self.skipped: int = len(passed - named)

    def _open(self, path: Path) -> None:
        """What cannot be opened, or read by any format, is told of at once."""
        if path.exists() and not path.is_file():
            # A pipe can be read once only, and a device for ever.
            raise OSError(errno.EINVAL, "must be a regular file or a folder", str(path))
        path.open("rb").close()
        if self._format is None:
            formats.for_path(path)

    def documents(self, path: Path, on_fault: Callable[[Finding], None]) -> Iterator[Document]:
        """
        Every document of the file *path*; what cannot be read is told to *on_fault*.
        """
        with path.open("rb") as file:
            yield from self._reader(path).read(file, printable(path), on_fault)

    def may_say_nothing(self, path: Path) -> bool:
        """
        Whether the file *path* has a way to say that it holds no case, and so need not be blank.
        """
        return self._reader(path).SAYS_EMPTY

    def _reader(self, path: Path) -> Format:
        return self._format or formats.for_path(path)

    def fronts(self) -> Iterator[tuple[Path, Document]]:
        """
        The first document of each path, and its file; those in files named for it come first.
        """
        for files in sorted(self._each, key=lambda files: not _begins_with_shared(files)):
            for path in files:
                first = next(self.documents(path, lambda _: None), None)
                if first is not None:
                    yield path, first
                    break


def _begins_with_shared(files: tuple[Path, ...]) -> bool:
    return bool(files) and files[0].name in SHARED_NAMES


def _spot(path: Path) -> Path:
    """
    Where *path* is, whichever way it is reached; of a link, where the link is.
    """
    return path.parent.resolve() / path.name


def printable(path: Path) -> str:
    """
    The name of a file as it may stand in a report, which it must not be able to forge.
    """
    return "".join(char if char.isprintable() else "?" for char in str(path))


def _files_in(folder: Path) -> tuple[list[Path], list[Path]]:
    """
    The files below *folder* that may hold cases, sorted, its shared document in front, and all
    that is passed over. Links are not followed, hidden files and folders not looked at.

    Raises:
        OSError: If a folder cannot be listed.
    """
    found: list[Path] = []
    others: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place, name) for name in names if not name.startswith(".")):
            # Neither a link nor anything that only looks like a file, such as a pipe.
            fits = path.suffix.lower() in formats.BY_SUFFIX and stat.S_ISREG(path.lstat().st_mode)
            (found if fits else others).append(path)
        others += [path for name in folders if (path := Path(place, name)).is_symlink()]
    # By their parts as they are written: paths compare without capitals on some systems.
    found.sort(
        key=lambda path: (path.parent != folder or path.name not in SHARED_NAMES, path.parts)
    )
    return found, others


def _refuse(error: OSError) -> None:
    raise error


NO_CASE = "a case is made by rednotice.loads(), of its text, or by rednotice.Case(); a dict is none"
# A line break, or the beginning of JSON. As a Path, a file may be called anything.
_TEXT = re.compile(r'[\n\r]|^\s*\[?\s*\{\s*["}]')


def paths_of(path: StrPath | Iterable[StrPath]) -> tuple[StrPath, ...]:
    """
    The path or the paths that *path* is.

    Raises:
        TypeError: If it is something else, such as a text or a dict.
        ValueError: If a path is empty.
    """
    if isinstance(path, Mapping):
        raise TypeError(NO_CASE)
    several: Any = (path,) if isinstance(path, str | os.PathLike) else path
    paths = tuple(several) if isinstance(several, Iterable) else (several,)
    for each in paths:
        if not isinstance(each, str | os.PathLike):
            raise TypeError("what is read is a path, or several")
        if not os.fspath(each):
            raise ValueError(NO_PATH)
        if isinstance(each, str) and _TEXT.search(each):
            raise TypeError("a path is expected; a text is read by loads()")
    return paths
