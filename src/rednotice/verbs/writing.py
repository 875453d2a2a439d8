"""
Serialise cases to bytes, or write them to a file that is replaced as a whole.
"""

from __future__ import annotations

import io
import warnings
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from rednotice import formats
from rednotice.datasets.encrypted import encrypting, is_encrypted, refuse_plain_red
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
    Serialise *case* as UTF-8. The same case always gives the same bytes.

    Members are in the model's order, and absent ones are left out. JSON is one line, without a line
    break at the end.

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
    encrypt_to: Iterable[str] = (),
    plain_red: bool = False,
) -> int:
    """
    Write *cases* to the file *path*, and return their number.

    The file is written under a temporary name and moved into place at the end, so that readers see
    either the complete old file or the complete new one. If *cases* is a `Cases` object, its shared
    document is written first; a shared document among other cases must be the first of them.

    Only the owner can read and write a new file, whatever the process's umask allows: nobody else
    may see cases until somebody decides so. A replaced file keeps its permissions, its group and,
    if the system allows it, its owner. If the group cannot be kept, no other group can read the new
    file.

    If *path* is one of the process's own open files, such as ``/dev/stdout``, it is written to
    directly, and an error can leave a part of the cases there.

    Args:
        cases: One case, or an iterable of cases, which are taken one by one. A shared document may
            be the first or only one; it is not counted.
        path: The file; its folder must exist. If it ends in ``.age``, behind the suffix of the
            format, it is encrypted.
        format: ``json``, ``jsonl`` or ``yaml``, if the suffix does not tell.
        encrypt_to: The public keys of age (``age1…``) or SSH of those who may read the file.
        plain_red: Whether cases marked ``tlp: red`` may be written without encryption.

    Raises:
        BadKey: If one of *encrypt_to* is no public key.
        MissingExtra: If the file is to be encrypted and the extra ``age`` is not installed.
        OSError: If the file cannot be written; the error names the folder if that is the cause.
        TypeError: If *cases* holds something else, or *path* is not a path.
        UnknownFormat: If no format has the suffix, or there is no such format.
        Unreadable: If *cases* are read from files, and one of them cannot be understood.
        UnprotectedRed: If a case is marked ``tlp: red``, the file is not encrypted, and *plain_red*
            is not set. The old file stays.
        ValueError: If a shared document follows a case, there are two, or no file can have the name
            *path*.

    Warns:
        UserWarning: If the old file is YAML with comments, since the new file will have none. If
            the warning is turned into an error, the old file stays.
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
            plain = _plain(record)
            if not plain_red:
                refuse_plain_red(plain, place)
            yield plain

    with encrypting(*encrypt_to), placed(place) as file:
        writer.write(objects(), file)
    return counted


def _in_order(
    cases: Iterable[Case | SharedDocument] | Case | SharedDocument,
) -> Iterator[Case | SharedDocument]:
    """
    Yield every record of *cases*, with the shared document first.
    """
    several = [cases] if isinstance(cases, Case | SharedDocument) else cases
    shared = getattr(several, "shared", None)
    for place, record in enumerate(several if shared is None else chain((shared,), several)):
        if place and isinstance(record, SharedDocument):
            raise ValueError("a shared document must be the only one, and the first of all")
        yield record


_LOSING = "the YAML file that is there has comments, and the new one has none; keep a copy of it"


def _has_comments(path: Path) -> bool:
    from rednotice.formats.yaml import comments  # needed only to write YAML

    try:
        if is_encrypted(path) or not path.is_file():
            return False  # nobody has named a key to look into it
        with path.open("rb") as file:
            return comments.any_in(file)
    except OSError:
        return False  # the file may be writable but not readable
