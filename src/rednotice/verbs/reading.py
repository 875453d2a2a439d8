"""
Reading: a path, or bytes, as cases.
"""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rednotice import faults, formats, gate
from rednotice.errors import Unreadable
from rednotice.findings import Finding
from rednotice.model import Case, SharedDocument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rednotice.documents import Document
    from rednotice.formats.reading import Format

SHARED_NAMES = ("shared.yaml", "shared.yml", "shared.json")
StrPath = str | os.PathLike[str]


class Files:
    """
    A file or a folder of documents, which can be gone through again and again.
    """

    def __init__(self, path: StrPath, format: str | None = None) -> None:  # noqa: A002
        self.path: Path = Path(path)
        self.files: tuple[Path, ...] = (self.path,)
        self.skipped: int = 0
        self._format = formats.named(format) if format else None
        if self.path.is_dir():
            self.files, self.skipped = _files_in(self.path)
        else:
            if self.path.exists() and not self.path.is_file():
                # A pipe can be read once only, and a device for ever.
                raise OSError(errno.EINVAL, "must be a regular file or a folder", str(self.path))
            self.path.open("rb").close()  # what cannot be opened is told of at once
            self._format = self._format or formats.for_path(self.path)

    def documents(self, on_fault: Callable[[Finding], None]) -> Iterator[Document]:
        """
        Every document of every file; what cannot be read is told to *on_fault*.
        """
        for path in self.files:
            reader: Format = self._format or formats.for_path(path)
            with path.open("rb") as file:
                yield from reader.read(file, _printable(path), on_fault)


def _printable(path: Path) -> str:
    """
    The name of a file as it may stand in a report, which it must not be able to forge.
    """
    return "".join(char if char.isprintable() else "?" for char in str(path))


def _files_in(folder: Path) -> tuple[tuple[Path, ...], int]:
    """
    The files below *folder* that may hold cases, sorted, its shared document in front, and how many
    others there are. Links are not followed, hidden files and folders not looked at.

    Raises:
        OSError: If a folder cannot be listed.
    """
    found: list[Path] = []
    skipped = 0
    for place, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = [Path(place, name) for name in names if not name.startswith(".")]
        cases = [path for path in paths if path.suffix.lower() in formats.IN_FOLDERS]
        # Neither a link nor anything that only looks like a file, such as a pipe.
        plain = [path for path in cases if stat.S_ISREG(path.lstat().st_mode)]
        found += plain
        links = sum(Path(place, name).is_symlink() for name in folders)
        skipped += len(paths) - len(plain) + links
    found.sort(key=lambda path: (path.parent != folder or path.name not in SHARED_NAMES, path))
    return tuple(found), skipped


def _refuse(error: OSError) -> None:
    raise error


class Cases:
    """
    The cases of a file or folder: iterate them, again if you like.

    They are read one by one and never held together. What cannot be understood raises
    `Unreadable`, or goes to *on_fault* and the rest is carried on with.
    """

    def __init__(
        self,
        source: Files,
        on_fault: Callable[[Finding], None] | None = None,
        shared: SharedDocument | None = None,
    ) -> None:
        self._source = source
        self._on_fault = on_fault or _raise
        self._given = shared

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are read, in order."""
        return self._source.files

    @property
    def skipped(self) -> int:
        """How many files of the folder were passed over, links included."""
        return self._source.skipped

    @cached_property
    def shared(self) -> SharedDocument | None:
        """
        The shared document beside the cases, if there is one.
        """
        if self._given is not None:
            return self._given
        # It is the first document there is, or there is none.
        first = next(self._source.documents(lambda _: None), None)
        if first is None or not _is_shared(first):
            return None
        admitted = gate.admit(first)
        return admitted if isinstance(admitted, SharedDocument) else None

    def __iter__(self) -> Iterator[Case]:
        for _, record in self.documents():
            if isinstance(record, Case):
                yield record

    def documents(self) -> Iterator[tuple[Document, Case | SharedDocument]]:
        """
        Each record, the shared document included, with the document it was read from.
        """
        for place, document in enumerate(self._source.documents(self._on_fault)):
            admitted = gate.admit(document)
            if isinstance(admitted, list):
                _tell(admitted, self._on_fault)
                continue
            if isinstance(admitted, SharedDocument) and (place or self._given is not None):
                self._on_fault(_second_shared(document))
            yield document, admitted


def _second_shared(document: Document) -> Finding:
    message = "a data set must have one shared document at most, and in front; join them"
    return Finding(faults.SECOND_SHARED, message, file=document.file, document=document)


def _is_shared(document: Document) -> bool:
    return isinstance(document.value, dict) and document.value.get("shared") is True


def _raise(finding: Finding) -> None:
    raise Unreadable([finding])


def _tell(findings: Iterable[Finding], on_fault: Callable[[Finding], None]) -> None:
    if on_fault is _raise:
        raise Unreadable(list(findings))
    for finding in findings:
        on_fault(finding)


def read(
    path: StrPath,
    *,
    format: str | None = None,  # noqa: A002  # the word that everybody looks for
    on_fault: Callable[[Finding], None] | None = None,
    shared: StrPath | None = None,
) -> Cases:
    """
    The cases of the file or folder *path*.

    Args:
        path: A file, or a folder: then its ``.json``, ``.jsonl``, ``.yaml`` and ``.yml`` files,
            sorted, also those in folders below; links are not followed.
        format: ``json``, ``jsonl`` or ``yaml``, where the suffix does not tell.
        on_fault: Called with a `Finding` for what cannot be understood; the rest is carried on
            with. Without it the first such document raises.
        shared: The shared document, where it is not the folder's ``shared.yaml`` or
            ``shared.json`` or the first line of a JSON Lines file.

    Raises:
        OSError: If *path* cannot be opened.
        UnknownFormat: If the suffix tells no format.
        Unreadable: While iterating, for a document that cannot be understood.
    """
    given = None if shared is None else _shared(shared)
    return Cases(Files(path, format), on_fault, given)


def _shared(path: StrPath) -> SharedDocument:
    for document in Files(path).documents(_raise):
        admitted = gate.admit(document)
        if isinstance(admitted, SharedDocument):
            return admitted
        if isinstance(admitted, list):
            raise Unreadable(admitted)
    message = "a shared document must say `shared: true`"
    raise Unreadable([Finding(faults.WRONG_VALUE, message, file=str(path))])


def loads(text: bytes | str, *, format: str = "json") -> Case | SharedDocument:  # noqa: A002
    """
    The one case, or shared document, of *text*.

    Args:
        text: The document, as UTF-8 bytes or as text.
        format: ``json``, ``jsonl`` or ``yaml``.

    Raises:
        TypeError: If *text* is neither text nor bytes.
        UnknownFormat: If there is no such format.
        Unreadable: If *text* cannot be understood, or is not exactly one document.
    """
    if not isinstance(text, str | bytes | bytearray | memoryview):
        raise TypeError("a document is read from text or from bytes")
    # Half of a character passes here, so that it is found like any other fault of the text.
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
    found = list(formats.named(format).read(io.BytesIO(data), None, _raise))
    if len(found) != 1:
        raise Unreadable([Finding(faults.UNREADABLE, "must be exactly one document")])
    admitted = gate.admit(found[0])
    if isinstance(admitted, list):
        raise Unreadable(admitted)
    return admitted
