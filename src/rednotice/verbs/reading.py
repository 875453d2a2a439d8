"""
Read cases from paths, bytes, texts or dicts.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, overload

from rednotice import faults, formats, gate
from rednotice.datasets.cases import Cases, raise_at_once, unreadable
from rednotice.datasets.files import Files
from rednotice.datasets.paths import StrPath, paths_of
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
    Read the cases of the file or folder *path*, or of several, which together are one data set.

    Args:
        path: A file, a folder, or several of these. In a folder, the ``.json``, ``.jsonl``,
            ``.ndjson``, ``.yaml`` and ``.yml`` files are read, sorted, including those in
            subfolders; links are not followed. A file that several paths lead to is read once. A
            pipe, such as ``/dev/stdin``, can be read again if it brings no more than 64 MiB.
        format: ``json``, ``jsonl`` or ``yaml``, if the suffix does not tell. That of a pipe is
            recognised by its first lines.
        on_fault: A function that is called with each `Finding` about a document that cannot be
            understood, or a file that holds nothing; reading then goes on. Without it, the first
            document that cannot be understood raises.
        shared: The shared document, or the path of a file that begins with it. Not needed if the
            document comes first in *path*: as a folder's ``shared.yaml`` or ``shared.json``, or as
            the first line of a JSON Lines file; nor if such a file lies beside a file of *path*.

    Raises:
        OSError: If *path* or *shared* cannot be opened, or *shared* is a folder.
        TypeError: If *path* is something else, such as the text of a document or a dict.
        UnknownFormat: If no format has the suffix.
        Unreadable: During iteration, if a document cannot be understood; at once, if *shared* is a
            path and its file does not begin with a shared document.
        ValueError: If a path is empty, or no file can have such a name.
    """
    given = None if shared is None else read_shared(shared, format)
    if given is not None and given.faults and on_fault is None:
        raise unreadable(given.faults)
    return Cases(Files(paths_of(path), format), on_fault, given)


_BY_READ = "a path is read by read()"


def _is_path(text: str) -> bool:
    # In no format can a single line without a colon and a space be a case.
    return formats.suffix_of(text) in formats.BY_SUFFIX and "\n" not in text and ": " not in text


@overload
def loads(text: bytes | str, *, format: str = "json") -> Case: ...
@overload
def loads(text: bytes | str, cls: type[R], *, format: str = "json") -> R: ...
def loads(text: bytes | str, cls: type[Any] = Case, *, format: str = "json") -> Any:
    """
    Read the only case in *text*, or the only record of another class.

    Args:
        text: The document, as UTF-8 bytes or as text.
        cls: The class of the record, such as `rednotice.SharedDocument` or `rednotice.Notice`.
        format: The format of the text: ``json``, ``jsonl`` or ``yaml``.

    Raises:
        TypeError: If *text* is neither text nor bytes, or is a path, or *cls* is not a record
            class.
        UnknownFormat: If there is no such format.
        Unreadable: If *text* cannot be understood as a *cls*, or is not exactly one document.
    """
    if not isinstance(text, str | bytes | bytearray | memoryview):
        raise TypeError(f"a document is read from text or from bytes; {_BY_READ}")
    if isinstance(text, str) and _is_path(text):
        raise TypeError(f"a text is expected; {_BY_READ}")
    # Lone surrogates pass here, so that they are reported like any other fault of the text.
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
    found = list(formats.by_name(format).read(io.BytesIO(data), None, raise_at_once))
    if len(found) != 1:
        raise unreadable(
            [
                Finding(
                    faults.UNREADABLE,
                    "The text must hold exactly one document. Read several with rednotice.read().",
                )
            ]
        )
    return _record(gate.admit(found[0], cls))


@overload
def from_dict(value: Mapping[str, Any]) -> Case: ...
@overload
def from_dict(value: Mapping[str, Any], cls: type[R]) -> R: ...
def from_dict(value: Mapping[str, Any], cls: type[Any] = Case) -> Any:
    """
    Make a case, or a record of another class, from *value*, a dict of JSON types.

    *value* is validated against the published schema, like any document. The dict may also hold
    tuples, records, dates, and our text types, which are converted to JSON types.

    Args:
        value: The members of the record by their names. It is not changed.
        cls: The class of the record, such as `rednotice.Notice`.

    Raises:
        TypeError: If *value* is not a mapping, or *cls* is not a record class of the format.
        Unreadable: If the schema refuses *value*; the findings have JSON pointers.
    """
    if not isinstance(value, Mapping):
        raise TypeError("a record is made of a dict; a text is read by loads(), a path by read()")
    return _record(gate.admit_value(value, cls)[1])


def _record(admitted: Any) -> Any:
    if isinstance(admitted, list):
        raise unreadable(admitted)
    return admitted
