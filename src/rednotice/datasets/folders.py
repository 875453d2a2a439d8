"""
Find the files below a folder that may hold cases, and say why others are passed over.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from rednotice import formats
from rednotice.datasets.baselines import is_baseline
from rednotice.datasets.manifests import is_manifest
from rednotice.datasets.paths import printable
from rednotice.datasets.unfinished import is_unfinished
from rednotice.findings import Unread

_SHARED = ("shared.yaml", "shared.yml", "shared.json")
SHARED_NAMES = (*_SHARED, *(f"{name}{formats.ENCRYPTED}" for name in _SHARED))
MANIFEST_OF = "the manifest of a release, which is no case"
BASELINE = "a baseline of findings, which is no case"
OnUnopened = Callable[[Unread, OSError], None]


def stop(_unread: Unread, error: OSError) -> None:
    """
    Raise *error*; the default for files that cannot be opened.
    """
    raise error


class Folder:
    """
    The *files* below a folder that may hold cases, sorted, with the shared document first, and the
    *others*, which are passed over. Links are not followed; hidden folders are ignored. The
    *manifests* of releases are among the others; *hidden* lists hidden files that have the suffix
    of a format.
    """

    def __init__(self, folder: Path, argument: int, on_unopened: OnUnopened) -> None:
        self.files: list[Path] = []
        self.others: dict[Path, Unread] = {}
        self.manifests: list[Path] = []
        self.hidden: list[Unread] = []
        self._argument = argument

        def tell(error: OSError, path: Path | None = None) -> None:
            there = path or Path(error.filename or folder)
            on_unopened(unopened(there, argument, error, folder), error)

        for place, folders, names in os.walk(folder, onerror=tell):
            links = [name for name in folders if Path(place, name).is_symlink()]
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in (*names, *links):
                path = Path(place, name)
                try:
                    self._sort(path)
                except OSError as error:  # the file vanished after the folder was listed
                    tell(error, path)
        # Compare the parts as text, because on some systems paths compare without regard to case.
        self.files.sort(
            key=lambda path: (path.parent != folder or path.name not in SHARED_NAMES, path.parts)
        )

    def _sort(self, path: Path) -> None:
        reason = _reason(path)
        if reason is not None:
            self.others[path] = Unread(printable(path), reason, self._argument, below=True)
        elif is_manifest(path):
            self.manifests.append(path)
            self.others[path] = Unread(printable(path), MANIFEST_OF, self._argument, below=True)
        elif _is_baseline(path):
            self.others[path] = Unread(printable(path), BASELINE, self._argument, below=True)
        elif not path.name.startswith("."):
            self.files.append(path)
        elif formats.suffix_of(path) in formats.BY_SUFFIX:
            self.hidden.append(Unread(printable(path), "a hidden file", self._argument, below=True))


def _is_baseline(path: Path) -> bool:
    try:
        return is_baseline(path)
    except OSError:  # told when it is read as a case
        return False


def unopened(path: Path, argument: int, error: OSError, given: Path) -> Unread:
    """
    The entry for *path*, which cannot be opened; the path *given*, number *argument*, led to it.
    """
    reason = error.strerror or "cannot be used"
    return Unread(printable(path), reason, argument, below=path != given)


def _reason(path: Path) -> str | None:
    """
    Why *path* is passed over; None if it is read as a document, or is hidden.

    Raises:
        OSError: If it does not exist.
    """
    if path.name.startswith("."):
        left = is_unfinished(path.name)
        return "left unfinished by a write that was stopped; delete it" if left else None
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return f"a link{_leads(path)}, which is not followed"
    if not stat.S_ISREG(mode):
        return "no regular file"
    if formats.suffix_of(path) not in formats.BY_SUFFIX:
        return "no format has its suffix"
    return None


def _leads(path: Path) -> str:
    try:
        path.stat()
    except OSError as error:
        return " in a circle" if error.errno == errno.ELOOP else " to nothing that can be found"
    return ""
