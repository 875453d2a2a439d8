"""
Writing: cases as bytes, or into a file that is whole or is not there.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from rednotice import formats
from rednotice.model import Case, SharedDocument
from rednotice.verbs.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from rednotice.verbs.files import StrPath


def dumps(case: Case | SharedDocument) -> bytes:
    """
    *case* as one line of JSON in UTF-8, without a line break: the same case, the same bytes.

    Members stand in the model's order, and what is absent is left out.
    """
    return msgspec.json.encode(plain(case))


def write(
    cases: Iterable[Case] | Case | SharedDocument,
    path: StrPath,
    *,
    format: str | None = None,  # noqa: A002  # the word that everybody looks for
) -> int:
    """
    Write *cases* to the file *path*, and give how many there were.

    The file is written beside its place and moved there at the end: whoever looks finds the old
    file whole or the new one. The shared document of `Cases` is written in front, where the format
    has room for more than one document.

    A new file can be read and written by its owner alone, whatever the process's mask allows:
    cases are nobody else's affair until somebody decides so. A file that was there keeps its
    permissions.

    Args:
        cases: One case, or any number; they are taken one by one. A shared document alone, too.
        path: The file; its folder must exist.
        format: ``json``, ``jsonl`` or ``yaml``, where the suffix does not tell.

    Raises:
        OSError: If the file cannot be written; it names the folder where that is the cause.
        UnknownFormat: If the suffix tells no format.
    """
    writer = formats.named(format) if format else formats.for_path(Path(path))
    target = Path(path).resolve()  # what a link leads to is written, and the link stays
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "must be a regular file, which can be put in place", str(path))
    several = [cases] if isinstance(cases, Case | SharedDocument) else cases
    counted = 0

    def objects() -> Iterator[dict[str, Any]]:
        nonlocal counted
        shared = getattr(several, "shared", None)
        if shared is not None:
            yield plain(shared)
        for case in several:
            counted += 1
            yield plain(case)

    descriptor, beside = _beside(Path(path) if not Path(path).is_symlink() else target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            writer.write(objects(), file)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            Path(beside).chmod(target.stat().st_mode & 0o777)
        Path(beside).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise
    return counted


def _beside(path: Path) -> tuple[int, str]:
    """
    An open file in the folder of *path*, for its owner alone, and the name of it.
    """
    try:
        return tempfile.mkstemp(dir=path.parent, prefix=".rednotice-")
    except OSError as error:
        # The folder is not there, or takes no files; nobody asked for a file of this name.
        raise OSError(error.errno, error.strerror, str(path.parent)) from None
