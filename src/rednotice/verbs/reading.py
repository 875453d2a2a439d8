"""
Reading: paths, or bytes, as cases.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rednotice import faults, formats, gate
from rednotice.findings import Finding
from rednotice.model import Case, SharedDocument
from rednotice.verbs.files import Files, StrPath, printable

if TYPE_CHECKING:
    from rednotice.documents import Document
    from rednotice.errors import Unreadable


class Cases:
    """
    The cases of files and folders: iterate them, again if you like.

    They are read one by one and never held together. What cannot be understood raises
    `Unreadable`, or goes to *on_fault*, its path as it is, and the rest is carried on with.
    """

    def __init__(
        self,
        source: Files,
        on_fault: Callable[[Finding], None] | None = None,
        shared: tuple[Path, SharedDocument] | None = None,
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
        """How many files of the folders were passed over, links included."""
        return self._source.skipped

    @property
    def shared(self) -> SharedDocument | None:
        """
        The shared document beside the cases, if there is one.
        """
        return self._front[1]

    @cached_property
    def _front(self) -> tuple[Path | None, SharedDocument | None]:
        """
        The file in which the shared document stands in front, and what the gate makes of it.
        """
        if self._given is not None:
            return self._given
        for path, document in self._source.fronts():
            if _is_shared(document):
                admitted = gate.admit(document)
                return path, admitted if isinstance(admitted, SharedDocument) else None
        return None, None

    def __iter__(self) -> Iterator[Case]:
        for _, record in self.documents():
            if isinstance(record, Case):
                yield record

    def documents(self) -> Iterator[tuple[Document, Case | SharedDocument]]:
        """
        Each record, the shared document included, with the document it was read from.
        """
        for path in self.files:
            for place, document in enumerate(self._source.documents(path, self._on_fault)):
                admitted = gate.admit(document)
                if isinstance(admitted, list):
                    _tell(admitted, self._on_fault)
                elif isinstance(admitted, SharedDocument) and (place or not self._is_front(path)):
                    self._on_fault(_second_shared(document))
                else:
                    yield document, admitted

    def _is_front(self, path: Path) -> bool:
        front = self._front[0]
        return front is not None and path.resolve() == front.resolve()


def _second_shared(document: Document) -> Finding:
    message = "a data set must have one shared document at most, and in front; join them"
    return Finding(faults.SECOND_SHARED, message, file=document.file, document=document)


def _is_shared(document: Document) -> bool:
    return isinstance(document.value, dict) and document.value.get("shared") is True


def _unreadable(findings: Iterable[Finding]) -> Unreadable:
    from rednotice.verbs.opaque import unreadable  # names and rules only where something is refused

    return unreadable(findings)


def _raise(finding: Finding) -> None:
    raise _unreadable([finding])


def _tell(findings: Iterable[Finding], on_fault: Callable[[Finding], None]) -> None:
    if on_fault is _raise:
        raise _unreadable(findings)
    for finding in findings:
        on_fault(finding)


def read(
    path: StrPath | Iterable[StrPath],
    *,
    format: str | None = None,  # noqa: A002  # the word that everybody looks for
    on_fault: Callable[[Finding], None] | None = None,
    shared: StrPath | None = None,
) -> Cases:
    """
    The cases of the file or folder *path*, or of several, which together are one data set.

    Args:
        path: A file, or a folder: then its ``.json``, ``.jsonl``, ``.yaml`` and ``.yml`` files,
            sorted, also those in folders below; links are not followed. Of several paths, a file
            that is met twice is read once.
        format: ``json``, ``jsonl`` or ``yaml``, where the suffix does not tell.
        on_fault: Called with a `Finding` for what cannot be understood; the rest is carried on
            with. Without it the first such document raises.
        shared: The shared document, where it is not the first document of a path: a folder's
            ``shared.yaml`` or ``shared.json``, or the first line of a JSON Lines file.

    Raises:
        OSError: If *path* cannot be opened.
        TypeError: If *path* is something else.
        UnknownFormat: If the suffix tells no format.
        Unreadable: While iterating, for a document that cannot be understood.
    """
    given = None if shared is None else _shared(shared)
    return Cases(Files(_paths(path), format), on_fault, given)


def _paths(path: StrPath | Iterable[StrPath]) -> tuple[StrPath, ...]:
    several: Any = (path,) if isinstance(path, str | os.PathLike) else path
    paths = tuple(several) if isinstance(several, Iterable) else (several,)
    if not all(isinstance(each, str | os.PathLike) for each in paths):
        raise TypeError("what is read is a path, or several")
    return paths


def _shared(path: StrPath) -> tuple[Path, SharedDocument]:
    source = Files([path])
    for file in source.files:
        for document in source.documents(file, _raise):
            admitted = gate.admit(document)
            if isinstance(admitted, SharedDocument):
                return file, admitted
            if isinstance(admitted, list):
                raise _unreadable(admitted)
    message = "a shared document must say `shared: true`"
    raise _unreadable([Finding(faults.WRONG_VALUE, message, file=printable(Path(path)))])


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
        raise _unreadable([Finding(faults.UNREADABLE, "must be exactly one document")])
    admitted = gate.admit(found[0])
    if isinstance(admitted, list):
        raise _unreadable(admitted)
    return admitted
