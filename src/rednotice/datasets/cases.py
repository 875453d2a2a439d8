"""
Cases: what files and folders hold, read one by one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rednotice import faults, gate
from rednotice.datasets.files import OnUnopened, stop
from rednotice.datasets.shared import Shared, blank, is_shared, read_shared
from rednotice.findings import Finding, Unread
from rednotice.model import Case, SharedDocument

if TYPE_CHECKING:
    from rednotice.datasets.files import Files
    from rednotice.datasets.paths import StrPath
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
        given: Shared | None = None,
        on_unopened: OnUnopened = stop,
    ) -> None:
        self._source = source
        self._on_unopened = on_unopened
        self._on_fault = on_fault or raise_at_once
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

    @property
    def given(self) -> SharedDocument | None:
        """The shared document that was given as a record, and so stands in no file."""
        return self._given.record if self._given and self._given.file is None else None

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
        given = self._given if shared is None else read_shared(shared, format)
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
        is_blank = self._on_fault is not raise_at_once and not self._source.may_say_nothing(path)

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


def unreadable(findings: Iterable[Finding]) -> Unreadable:
    """
    The error that tells of *findings*, all of one document, and shows no name that stands in it.
    """
    from rednotice.names import masks  # names are looked for only where something is refused

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
