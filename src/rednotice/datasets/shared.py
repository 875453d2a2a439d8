"""
Read the shared document that is given with cases, or explain why it is refused.
"""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, NamedTuple

from rednotice import faults, formats, gate
from rednotice.datasets.files import Files, is_shared
from rednotice.datasets.paths import StrPath, printable, usable
from rednotice.datasets.pipes import resolved
from rednotice.documents import LineColumn
from rednotice.findings import Finding
from rednotice.formats.reading import BLANK
from rednotice.model import SharedDocument

if TYPE_CHECKING:
    from pathlib import Path

    from rednotice.documents import Document


class Shared(NamedTuple):
    """
    The shared *record*, or the *faults* for which it was refused.

    *document* and *file* say what it was read from. *mistaken* says that the file holds something
    else, which may be valid in itself.
    """

    record: SharedDocument | None
    document: Document | None = None
    file: Path | None = None
    faults: tuple[Finding, ...] = ()
    mistaken: bool = False


def read_shared(shared: StrPath | SharedDocument, format: str | None = None) -> Shared:
    """
    Return *shared* if it is a shared document; if it is a path, read the file's first document.

    *format* is the format of the file, if its suffix does not tell.

    Raises:
        OSError: If the path cannot be opened, or is a folder.
        TypeError: If *shared* is something else.
        UnknownFormat: If no format has the suffix.
        ValueError: If the path is empty, or no file can have such a name.
    """
    if isinstance(shared, SharedDocument):
        return Shared(shared)
    if not isinstance(shared, str | os.PathLike):
        raise TypeError("what is shared is a shared document, or its path")
    path = resolved(usable(shared))
    if path.is_dir():
        message = "must be the file of the shared document, not a folder"
        raise OSError(errno.EISDIR, message, str(path))
    source = Files([path], None if formats.suffix_of(path) in formats.BY_SUFFIX else format)
    found: list[Finding] = []
    document = next(source.documents(path, found.append), None)
    if document is None:
        return Shared(None, None, path, tuple(found or [blank(path)]))
    return _admitted(document, path, found)


def _admitted(document: Document, path: Path, found: list[Finding]) -> Shared:
    if not is_shared(document):
        message = (
            "The first document must be the shared one. Add `shared: true` to it, or put it first."
        )
        finding = Finding(faults.WRONG_VALUE, message, file=document.file, document=document)
        return Shared(None, document, path, (finding,), mistaken=True)
    admitted = gate.admit(document)
    if isinstance(admitted, list):
        return Shared(None, document, path, (*found, *admitted))
    record = admitted if isinstance(admitted, SharedDocument) else None
    return Shared(record, document, path, tuple(found))


def blank(path: Path) -> Finding:
    """
    The finding for a file that holds nothing.
    """
    return Finding(
        faults.UNREADABLE, BLANK, file=printable(path), at=LineColumn(1, 1), outside=True
    )
