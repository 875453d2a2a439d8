"""
Reading: paths, or bytes, as cases.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, NoReturn

from rednotice import faults, formats, gate
from rednotice.findings import Finding, Unread
from rednotice.model import Case, SharedDocument
from rednotice.verbs.beside import Beside, beside, blank, is_shared
from rednotice.verbs.files import Files, OnUnopened, stop
from rednotice.verbs.paths import StrPath, usable

if TYPE_CHECKING:
    from rednotice.documents import Document
    from rednotice.errors import Unreadable


class Cases:
    """
    The cases of files and folders: iterate them, again if you like.

    They are read one by one and never held together. What cannot be understood raises
    `Unreadable`, or goes to *on_fault*, its path as it is, and the rest is carried on with. A file
    that holds nothing at all does not raise, but goes to *on_fault* too.
    """

    def __init__(
        self,
        source: Files,
        on_fault: Callable[[Finding], None] | None = None,
        given: Beside | None = None,
        on_unopened: OnUnopened = stop,
    ) -> None:
        self._source = source
        self._on_unopened = on_unopened
        self._on_fault = on_fault or _raise
        self._given = given

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are read, in order."""
        return self._source.files

    @property
    def skipped(self) -> int:
        """How many files of the folders were passed over, links included."""
        return len(self._source.passed_over)

    @property
    def passed_over(self) -> tuple[Unread, ...]:
        """The files of the folders that were passed over, each with the reason."""
        return self._source.passed_over

    @cached_property
    def apart(self) -> Path | None:
        """The file of a shared document that was given by its path and is none of the files."""
        path = self._given.file if self._given else None
        if path is None or os.path.realpath(path) in map(os.path.realpath, self.files):
            return None
        return path

    def told_to(
        self,
        on_fault: Callable[[Finding], None],
        shared: StrPath | SharedDocument | None = None,
        format: str | None = None,
        on_unopened: OnUnopened = stop,
    ) -> Cases:
        """
        The same cases, what cannot be understood told to *on_fault*, and what cannot be opened to
        *on_unopened*; with another shared document, if one is given, whose *format* is told where
        its suffix does not tell.
        """
        given = self._given if shared is None else beside(shared, format)
        return Cases(self._source, on_fault, given, on_unopened)

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
            return self._given.file, self._given.record
        for path, document in self._source.fronts():
            if is_shared(document):
                admitted = gate.admit(document)
                return path, admitted if isinstance(admitted, SharedDocument) else None
        return None, None

    def __iter__(self) -> Iterator[Case]:
        for _, record in self.documents():
            if isinstance(record, Case):
                yield record

    def __getitem__(self, _place: object) -> NoReturn:
        raise TypeError("cases are read one by one: iterate them, or take list(cases)")

    def documents(self) -> Iterator[tuple[Document, Case | SharedDocument]]:
        """
        Each record, the shared document included, with the document it was read from.
        """
        given = self._given
        if given is not None and (self.apart or given.mistaken):
            for finding in given.faults:
                self._on_fault(finding)
        if given is not None and self.apart and given.document and given.record:
            yield given.document, given.record
        for path in self.files:
            yield from self._documents(path)

    def _documents(self, path: Path) -> Iterator[tuple[Document, Case | SharedDocument]]:
        is_blank = self._on_fault is not _raise and not self._source.may_say_nothing(path)

        def tell(finding: Finding) -> None:
            nonlocal is_blank
            is_blank = False
            self._on_fault(finding)

        def leave(unread: Unread, error: OSError) -> None:
            nonlocal is_blank
            is_blank = False
            self._on_unopened(unread, error)

        for place, document in enumerate(self._source.documents(path, tell, leave)):
            is_blank = False
            admitted = gate.admit(document)
            if isinstance(admitted, list):
                _tell(admitted, self._on_fault)
            elif isinstance(admitted, SharedDocument) and (
                place or not self._is_used(admitted, path)
            ):
                self._on_fault(_second_shared(document))
            else:
                yield document, admitted
        if is_blank:
            self._on_fault(blank(path))

    def _is_used(self, record: SharedDocument, path: Path) -> bool:
        file, used = self._front
        return record == used if file is None else os.path.realpath(path) == os.path.realpath(file)


def _second_shared(document: Document) -> Finding:
    message = "a data set must have one shared document at most, and in front; join them"
    return Finding(faults.SECOND_SHARED, message, file=document.file, document=document)


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
    format: str | None = None,
    on_fault: Callable[[Finding], None] | None = None,
    shared: StrPath | SharedDocument | None = None,
) -> Cases:
    """
    The cases of the file or folder *path*, or of several, which together are one data set.

    Args:
        path: A file, or a folder: then its ``.json``, ``.jsonl``, ``.ndjson``, ``.yaml`` and
            ``.yml`` files, sorted, also those in folders below; links are not followed. Of several
            paths, a file that is met twice is read once.
        format: ``json``, ``jsonl`` or ``yaml``, where the suffix does not tell.
        on_fault: Called with a `Finding` for what cannot be understood, and for a file that holds
            nothing; the rest is carried on with. Without it the first such document raises.
        shared: The shared document, or the path of a file in which it stands in front, where it is
            not the first document of a path: a folder's ``shared.yaml`` or ``shared.json``, or the
            first line of a JSON Lines file.

    Raises:
        OSError: If *path* or *shared* cannot be opened, or *shared* is a folder.
        TypeError: If *path* is something else, such as a text or a dict.
        UnknownFormat: If the suffix tells no format.
        Unreadable: While iterating, for a document that cannot be understood; at once, if *shared*
            is the path of no shared document.
        ValueError: If a path is empty, or no file can have such a name.
    """
    given = None if shared is None else beside(shared, format)
    if given is not None and given.faults and on_fault is None:
        raise _unreadable(given.faults)
    return Cases(Files(_paths(path), format), on_fault, given)


def opened(
    path: Iterable[StrPath],
    on_fault: Callable[[Finding], None],
    on_unopened: OnUnopened,
    *,
    format: str | None = None,
    shared: StrPath | SharedDocument | None = None,
) -> Cases:
    """
    As `read`, but what cannot be opened is told to *on_unopened*, and the rest is carried on with.
    """
    given = None if shared is None else beside(shared, format)
    return Cases(Files(_paths(path), format, on_unopened), on_fault, given, on_unopened)


NO_CASE = "a case is made by rednotice.loads(), of its text, or by rednotice.Case(); a dict is none"
# A line break, or the beginning of JSON. As a Path, a file may be called anything.
_TEXT = re.compile(r'[\n\r]|^\s*\[?\s*\{\s*["}]')


def _paths(path: StrPath | Iterable[StrPath]) -> tuple[StrPath, ...]:
    if isinstance(path, Mapping):
        raise TypeError(NO_CASE)
    several: Any = (path,) if isinstance(path, str | os.PathLike) else path
    paths = tuple(several) if isinstance(several, Iterable) else (several,)
    for each in paths:
        if not isinstance(each, str | os.PathLike):
            raise TypeError("what is read is a path, or several")
        usable(each)
        if isinstance(each, str) and _TEXT.search(each):
            raise TypeError("a path is expected; a text is read by loads()")
    return paths


_BY_READ = "a path is read by read()"


def _is_path(text: str) -> bool:
    # One line without a colon and a space is no case, whatever the format.
    suffix = PurePath(text).suffix.lower()
    return suffix in formats.BY_SUFFIX and "\n" not in text and ": " not in text


def loads(text: bytes | str, *, format: str = "json") -> Case | SharedDocument:
    """
    The one case, or shared document, of *text*.

    Args:
        text: The document, as UTF-8 bytes or as text.
        format: ``json``, ``jsonl`` or ``yaml``.

    Raises:
        TypeError: If *text* is neither text nor bytes, or is a path.
        UnknownFormat: If there is no such format.
        Unreadable: If *text* cannot be understood, or is not exactly one document.
    """
    if not isinstance(text, str | bytes | bytearray | memoryview):
        raise TypeError(f"a document is read from text or from bytes; {_BY_READ}")
    if isinstance(text, str) and _is_path(text):
        raise TypeError(f"a text is expected; {_BY_READ}")
    # Half of a character passes here, so that it is found like any other fault of the text.
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
    found = list(formats.named(format).read(io.BytesIO(data), None, _raise))
    if len(found) != 1:
        raise _unreadable([Finding(faults.UNREADABLE, "must be exactly one document")])
    admitted = gate.admit(found[0])
    if isinstance(admitted, list):
        raise _unreadable(admitted)
    return admitted
