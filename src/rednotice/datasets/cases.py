"""
Read cases one by one from files and folders.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from rednotice import faults, gate
from rednotice.datasets.changes import unchanged_since
from rednotice.datasets.files import MOST_REFUSED, Enough, Files, is_shared
from rednotice.datasets.folders import OnUnopened, stop
from rednotice.datasets.paths import StrPath, paths_of, printable
from rednotice.datasets.shared import Shared, blank, read_shared
from rednotice.findings import Finding, Unread
from rednotice.model import Case, SharedDocument

if TYPE_CHECKING:
    from rednotice.datasets.files import OnRead
    from rednotice.documents import Document
    from rednotice.errors import Unreadable

_SHARED_IN_PIPE = (
    "is a pipe with the cases, so it cannot bring the shared document apart from them; put it in"
    " front of them, where it is found by itself"
)


_SECOND = "A data set may have only one shared document, in front. Join the two."
_SEVERAL = (
    "Files that are read together may have only one shared document. Read the files of each folder"
    " by themselves."
)


class Cases:
    """
    The cases of files and folders, as an iterable that can be used repeatedly.

    Cases are read one by one and never held in memory together. A document that cannot be
    understood raises `Unreadable`; with *on_fault*, its findings, in which paths are not masked,
    are passed to *on_fault* and reading goes on. An empty file never raises, but it is reported to
    *on_fault* too.
    """

    def __init__(
        self,
        source: Files,
        on_fault: Callable[[Finding], None] | None = None,
        given: Shared | None = None,
        on_unopened: OnUnopened = stop,
    ) -> None:
        self._source = source
        self._on_unopened = on_unopened
        self._on_fault = on_fault or raise_at_once
        self._given = given
        if given is not None and given.file in source.pipes:
            raise OSError(errno.EINVAL, _SHARED_IN_PIPE, str(given.file))

    def watch(self, on_read: OnRead | None) -> None:
        """
        Call *on_read* while the cases are read; see `rednotice.datasets.files.Files.watch`.
        """
        self._source.watch(on_read)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are read, in order."""
        return self._source.files

    @property
    def skipped(self) -> int:
        """The number of files in folders that were passed over, including links."""
        return len(self._source.passed_over)

    @property
    def passed_over(self) -> tuple[Unread, ...]:
        """The files in folders that were passed over, each with the reason."""
        return self._source.passed_over

    @property
    def hidden(self) -> tuple[Unread, ...]:
        """The hidden files in folders that have the suffix of a format, which are not read."""
        return tuple(self._source.hidden)

    @property
    def manifests(self) -> tuple[Path, ...]:
        """The manifests of releases that lie among the files."""
        return self._source.manifests

    @cached_property
    def apart(self) -> Path | None:
        """The file of the shared document, if it was given as a path outside `files`."""
        path = self._given.file if self._given else None
        if path is None or os.path.realpath(path) in map(os.path.realpath, self.files):
            return None
        return path

    @property
    def given(self) -> SharedDocument | None:
        """The shared document that was given as an object and is in no file."""
        return self._given.record if self._given and self._given.file is None else None

    def unchanged_since(self, revision: str) -> frozenset[str]:
        """
        The files that have not changed since the *revision* of git, as they are printed.

        Raises:
            OSError: If a path is in no git repository.
            UnknownRevision: If git is not installed, or there is no such revision.
        """
        unchanged = unchanged_since(revision, self._source.places)
        files = (*self.files, *([self.apart] if self.apart else []))
        return frozenset(printable(file) for file in files if os.path.realpath(file) in unchanged)

    def reporting_to(
        self,
        on_fault: Callable[[Finding], None],
        shared: StrPath | SharedDocument | None = None,
        format: str | None = None,
        on_unopened: OnUnopened = stop,
    ) -> Cases:
        """
        The same cases, with documents that cannot be understood reported to *on_fault*, and files
        that cannot be opened to *on_unopened*. *shared* replaces the shared document; *format* is
        its format, if the suffix does not tell.
        """
        given = self._given if shared is None else read_shared(shared, format)
        return Cases(self._source, on_fault, given, on_unopened)

    @property
    def shared(self) -> SharedDocument | None:
        """
        The shared document of the data set, if there is one.
        """
        return self._front[1]

    @cached_property
    def _front(self) -> tuple[Path | None, SharedDocument | None]:
        """
        The file that begins with the shared document, and the document itself; None if there is
        none or the gate refuses it.
        """
        if self._given is not None:
            return self._given.file, self._given.record
        for path, document in self._source.fronts():
            if is_shared(document):
                admitted = gate.admit(document)
                return path, admitted if isinstance(admitted, SharedDocument) else None
        return self._beside()

    def _beside(self) -> tuple[Path | None, SharedDocument | None]:
        """
        The shared document beside the files that were given by themselves. Nobody asked whether it
        is right, so that a fault of it is reported only here, where it is needed.
        """
        found = list(self._source.beside())
        if not found:
            return None, None
        for _, document in found[1:]:
            self._on_fault(_second_shared(document, _SEVERAL))
        path, document = found[0]
        admitted = gate.admit(document)
        if isinstance(admitted, SharedDocument):
            return path, admitted
        _tell(admitted, self._on_fault)
        return path, None

    def __iter__(self) -> Iterator[Case]:
        for _, record in self.documents():
            if isinstance(record, Case):
                yield record

    def __getitem__(self, _place: object) -> NoReturn:
        raise TypeError("cases are read one by one: iterate them, or take list(cases)")

    def documents(self) -> Iterator[tuple[Document, Case | SharedDocument]]:
        """
        Yield each record, including the shared document, with the document that it was read from.
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
        is_blank = self._on_fault is not raise_at_once

        refused = 0  # documents in a row

        def tell(finding: Finding) -> None:
            nonlocal is_blank, refused
            is_blank = False
            refused += 1
            self._on_fault(finding)
            if refused >= MOST_REFUSED:
                raise Enough

        def leave(unread: Unread, error: OSError) -> None:
            nonlocal is_blank
            is_blank = False
            self._on_unopened(unread, error)

        try:
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
                    refused = 0
                    yield document, admitted
                    continue
                refused += 1
                if refused >= MOST_REFUSED:
                    raise Enough
        except Enough:
            self._on_fault(_enough(path))
        if is_blank and not self._source.may_say_nothing(path):
            self._on_fault(blank(path))

    def _is_used(self, record: SharedDocument, path: Path) -> bool:
        file, used = self._front
        return record == used if file is None else os.path.realpath(path) == os.path.realpath(file)


def _enough(path: Path) -> Finding:
    message = (
        f"{MOST_REFUSED:,} documents in a row cannot be understood, so the rest of the file was not"
        " read. Mend these first, or check whether this is a file of cases."
    )
    return Finding(faults.TOO_LARGE, message, file=printable(path), outside=True)


def _second_shared(document: Document, message: str = _SECOND) -> Finding:
    return Finding(faults.SECOND_SHARED, message, file=document.file, document=document)


def unreadable(findings: Iterable[Finding]) -> Unreadable:
    """
    The exception for *findings*, all about one document, with names in ids and paths masked.
    """
    from rednotice.names import masks  # slow to import, and needed only for refused documents

    return masks.unreadable(findings)


def raise_at_once(finding: Finding) -> None:
    """
    Raise `Unreadable` for *finding*.
    """
    raise unreadable([finding])


def _tell(findings: Iterable[Finding], on_fault: Callable[[Finding], None]) -> None:
    if on_fault is raise_at_once:
        raise unreadable(findings)
    for finding in findings:
        on_fault(finding)


class Kept(NamedTuple):
    """
    Kept cases that a verb goes over, and their shared document.
    """

    cases: Any
    shared: SharedDocument | None


def kept_cases(
    source: Any,
    shared: StrPath | SharedDocument | None,
    refused: list[Finding],
    *,
    format: str | None,
) -> Kept:
    """
    The cases of *source*: a path, `Cases`, one case or several. What cannot be understood is added
    to *refused*.
    """
    given = None if shared is None else read_shared(shared, format)
    if given is not None:
        refused += given.faults
    if isinstance(source, str | os.PathLike):
        cases: Any = Cases(Files(paths_of(source), format), refused.append, given)
    elif isinstance(source, Cases):
        cases = source.reporting_to(refused.append, shared, format)
    else:
        cases = [source] if isinstance(source, Case) else source
    return Kept(cases, given.record if given else getattr(cases, "shared", None))
