"""
Writing: cases as bytes, or into a file that is whole or is not there.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from rednotice import formats
from rednotice.model import Case, SharedDocument
from rednotice.verbs.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from rednotice.datasets.files import StrPath


def dumps(case: Case | SharedDocument, *, format: str = "json") -> bytes:
    """
    *case* as text in UTF-8: the same case, the same bytes.

    Members stand in the model's order, and what is absent is left out. JSON is one line, without a
    line break at its end.

    Args:
        case: A case, or a shared document.
        format: ``json``, ``jsonl`` or ``yaml``.

    Raises:
        TypeError: If *case* is something else.
        UnknownFormat: If there is no such format.
    """
    if format == "json":
        return msgspec.json.encode(plain(case))
    file = io.BytesIO()
    formats.by_name(format).write([plain(case)], file)
    return file.getvalue()


def write(
    cases: Iterable[Case | SharedDocument] | Case | SharedDocument,
    path: StrPath,
    *,
    format: str | None = None,
) -> int:
    """
    Write *cases* to the file *path*, and give how many there were.

    The file is written beside its place and moved there at the end: whoever looks finds the old
    file whole or the new one. The shared document of `Cases` is written in front; one that stands
    among the cases must be the first of them.

    A new file can be read and written by its owner alone, whatever the process's mask allows:
    cases are nobody else's affair until somebody decides so. A file that was there keeps its
    permissions.

    Args:
        cases: One case, or any number; they are taken one by one. A shared document too, alone or
            in front; it is not counted.
        path: The file; its folder must exist.
        format: ``json``, ``jsonl`` or ``yaml``, where the suffix does not tell.

    Raises:
        OSError: If the file cannot be written; it names the folder where that is the cause.
        TypeError: If *cases* holds something else.
        UnknownFormat: If the suffix tells no format.
        ValueError: If a shared document stands behind a case, or there are two.
    """
    writer = formats.by_name(format) if format else formats.for_path(Path(path))
    target = Path(path).resolve()  # what a link leads to is written, and the link stays
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "must be a regular file, which can be put in place", str(path))
    several = [cases] if isinstance(cases, Case | SharedDocument) else cases
    counted = 0

    def objects() -> Iterator[dict[str, Any]]:
        nonlocal counted
        shared = getattr(several, "shared", None)
        for place, record in enumerate(several if shared is None else chain((shared,), several)):
            if place and isinstance(record, SharedDocument):
                raise ValueError("a shared document must be the only one, and the first of all")
            counted += isinstance(record, Case)
            yield plain(record)

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
