"""
Reading: paths, or bytes, as cases.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any, TypeVar, overload

from rednotice import faults, formats, gate
from rednotice.datasets.cases import Cases, raise_at_once, unreadable
from rednotice.datasets.files import Files, paths_of
from rednotice.datasets.paths import StrPath
from rednotice.datasets.shared import read_shared
from rednotice.findings import Finding
from rednotice.model import Case, SharedDocument

R = TypeVar("R")


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
    given = None if shared is None else read_shared(shared, format)
    if given is not None and given.faults and on_fault is None:
        raise unreadable(given.faults)
    return Cases(Files(paths_of(path), format), on_fault, given)


_BY_READ = "a path is read by read()"


def _is_path(text: str) -> bool:
    # One line without a colon and a space is no case, whatever the format.
    suffix = PurePath(text).suffix.lower()
    return suffix in formats.BY_SUFFIX and "\n" not in text and ": " not in text


@overload
def loads(text: bytes | str, *, format: str = "json") -> Case: ...
@overload
def loads(text: bytes | str, cls: type[R], *, format: str = "json") -> R: ...
def loads(text: bytes | str, cls: type[Any] = Case, *, format: str = "json") -> Any:
    """
    The one case of *text*, or the one record of another class.

    Args:
        text: The document, as UTF-8 bytes or as text.
        cls: The class of the record, such as `rednotice.SharedDocument` or `rednotice.Notice`.
        format: The format of the text: ``json``, ``jsonl`` or ``yaml``.

    Raises:
        TypeError: If *text* is neither text nor bytes, or is a path, or *cls* is no record class.
        UnknownFormat: If there is no such format.
        Unreadable: If *text* cannot be understood as a *cls*, or is not exactly one document.
    """
    if not isinstance(text, str | bytes | bytearray | memoryview):
        raise TypeError(f"a document is read from text or from bytes; {_BY_READ}")
    if isinstance(text, str) and _is_path(text):
        raise TypeError(f"a text is expected; {_BY_READ}")
    # Half of a character passes here, so that it is found like any other fault of the text.
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
    found = list(formats.by_name(format).read(io.BytesIO(data), None, raise_at_once))
    if len(found) != 1:
        raise unreadable([Finding(faults.UNREADABLE, "must be exactly one document")])
    return _record(gate.admit(found[0], cls))


@overload
def from_dict(value: Mapping[str, Any]) -> Case: ...
@overload
def from_dict(value: Mapping[str, Any], cls: type[R]) -> R: ...
def from_dict(value: Mapping[str, Any], cls: type[Any] = Case) -> Any:
    """
    The case that *value* says, a dict as JSON has it; or a record of another class.

    The published schema is asked, as of any document. The dict may hold what JSON has no type for
    but says all the same: tuples, records, days of the calendar, and our text types.

    Args:
        value: The members of the record by their names. It is not altered.
        cls: The class of the record, such as `rednotice.Notice`.

    Raises:
        TypeError: If *value* is no mapping, or *cls* is no record class of the format.
        Unreadable: If the schema refuses *value*; its findings have pointers.
    """
    if not isinstance(value, Mapping):
        raise TypeError("a record is made of a dict; a text is read by loads(), a path by read()")
    return _record(gate.admit_value(value, cls)[1])


def _record(admitted: Any) -> Any:
    if isinstance(admitted, list):
        raise unreadable(admitted)
    return admitted
