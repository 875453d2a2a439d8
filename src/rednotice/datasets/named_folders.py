"""
Folders that are named after a person whose case they hold, or bear a number of theirs.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import accumulate
from pathlib import PurePath
from typing import TYPE_CHECKING

from rednotice import faults
from rednotice.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rednotice.documents import Document
    from rednotice.model import Case, SharedDocument

# Of so many cases at least one shares a part of a name with a folder that is named after somebody.
# In a large data set, a folder `santiago` shares one with a few by chance.
_OUT_OF = 10
_MESSAGE = (
    "The name of a folder contains a part of a person's name or number. Rename the folder after"
    " nobody."
)


class NamedFolders:
    """
    Counts for each folder the cases below it, and those that share a part of a name with it.
    """

    def __init__(self) -> None:
        self._held: Counter[str] = Counter()
        self._file, self._in_file = "", 0  # the last file, and the cases in it so far
        self._sharing: Counter[str] = Counter()
        self._first: dict[str, Finding] = {}

    def add(
        self, record: Case | SharedDocument, document: Document, telling: Sequence[bool]
    ) -> None:
        """
        Add *record*, which was read from *document*. *telling* says for each part of the file's
        path whether it contains a part of a name; it is empty if none does.
        """
        file = document.file or ""
        if file != self._file:
            self._count_file()
            self._file = file
        self._in_file += 1
        for folder, tells in zip(_folders(file), telling, strict=False) if telling else ():
            if tells:
                self._sharing[folder] += 1
                if folder not in self._first:
                    self._first[folder] = _finding(record, document)

    def findings(self) -> Iterator[Finding]:
        """
        Yield a finding for each folder that is most likely named after a person.
        """
        self._count_file()
        for folder, finding in self._first.items():
            if self._sharing[folder] * _OUT_OF >= self._held[folder]:
                yield finding

    def _count_file(self) -> None:
        self._held.update(dict.fromkeys(_folders(self._file), self._in_file))
        self._in_file = 0


@lru_cache(maxsize=64)
def _folders(path: str) -> tuple[str, ...]:
    """
    The folders on the way to the file *path*, each with those above it.
    """
    return tuple(accumulate(PurePath(path).parts[:-1], lambda above, one: f"{above}/{one}"))


def _finding(record: Case | SharedDocument, document: Document) -> Finding:
    return Finding(
        faults.NAMED_FOLDER,
        _MESSAGE,
        case=record.id,
        severity=faults.NAMED_FOLDER.severity,
        file=document.file,
        document=document,
    ).without_document()
