"""
Writing: cases as bytes, or into a file that is whole or is not there.
"""

from __future__ import annotations

import io
import warnings
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from rednotice import formats
from rednotice.datasets.paths import usable
from rednotice.datasets.placing import placed
from rednotice.model import Case, SharedDocument
from rednotice.records import to_dict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Any

    from rednotice.datasets.paths import StrPath


def _plain(record: object) -> dict[str, Any]:
    if not isinstance(record, Case | SharedDocument):
        raise TypeError("what is written is a case or a shared document")
    return to_dict(record)


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
        return msgspec.json.encode(_plain(case))
    file = io.BytesIO()
    formats.by_name(format).write([_plain(case)], file)
    return file.getvalue()


def write(
    cases: Iterable[Case | SharedDocument] | Case | SharedDocument,
    path: StrPath,
    *,
    format: str | None = None,
) -> int:
    """
    Write *cases* to the file *path*, and give how many there were.

    The file is written out of sight and put in its place at the end: whoever looks finds the old
    file whole or the new one. The shared document of `Cases` is written in front; one that stands
    among the cases must be the first of them.

    A new file can be read and written by its owner alone, whatever the process's mask allows:
    cases are nobody else's affair until somebody decides so. A file that was there keeps its
    permissions, its group and, where the system allows it, its owner. If the group cannot be kept,
    no other group can read the new file.

    One of the process's own open files, such as ``/dev/stdout``, is written to as it is; an error
    can leave a part of the cases there.

    Args:
        cases: One case, or any number; they are taken one by one. A shared document too, alone or
            in front; it is not counted.
        path: The file; its folder must exist.
        format: ``json``, ``jsonl`` or ``yaml``, where the suffix does not tell.

    Raises:
        OSError: If the file cannot be written; it names the folder where that is the cause.
        TypeError: If *cases* holds something else, or *path* is no path.
        UnknownFormat: If the suffix tells no format, or there is no such format.
        Unreadable: If *cases* are being read, and one of them cannot be understood.
        ValueError: If a shared document stands behind a case, there are two, or no file can have
            the name *path*.

    Warns:
        UserWarning: If a YAML file with comments is there, since the new one will have none. If the
            warning is made an error, the old file stays.
    """
    place = usable(path)
    writer = formats.by_name(format) if format else formats.for_path(place)
    if writer is formats.by_name("yaml") and _has_comments(place):
        warnings.warn(_LOSING, stacklevel=2)
    counted = 0

    def objects() -> Iterator[dict[str, Any]]:
        nonlocal counted
        for record in _in_order(cases):
            counted += isinstance(record, Case)
            yield _plain(record)

    with placed(place) as file:
        writer.write(objects(), file)
    return counted


def _in_order(
    cases: Iterable[Case | SharedDocument] | Case | SharedDocument,
) -> Iterator[Case | SharedDocument]:
    """
    Every record of *cases*, the shared document in front.
    """
    several = [cases] if isinstance(cases, Case | SharedDocument) else cases
    shared = getattr(several, "shared", None)
    for place, record in enumerate(several if shared is None else chain((shared,), several)):
        if place and isinstance(record, SharedDocument):
            raise ValueError("a shared document must be the only one, and the first of all")
        yield record


_LOSING = "the YAML file that is there has comments, and the new one has none; keep a copy of it"


def _has_comments(path: Path) -> bool:
    from rednotice.formats.yaml import comments  # only where YAML is written

    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return comments.any_in(file)
    except OSError:
        return False  # it can be written and not read
