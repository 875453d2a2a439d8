"""
The files below a path, and what is packed in them, with every name on the way.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import stat
import tarfile
import zipfile
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

import attrs

from rednotice.datasets.encrypted import is_encrypted, opened
from rednotice.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DEEPEST = 4  # archives within archives
_LARGEST = 2**32  # bytes that are unpacked in all
_HELD = 2**27  # bytes of an archive inside another, which is held in memory
_MANY = 1_000_000  # members of an archive
_HEAD = 512  # bytes by which a file is known
_STREAMS: dict[bytes, tuple[str, Callable[[Any], Any]]] = {
    b"\x1f\x8b": ("gzip", lambda file: gzip.GzipFile(fileobj=file)),
    b"BZh": ("bzip2", bz2.BZ2File),
    b"\xfd7zXZ\x00": ("xz", lzma.LZMAFile),
    b"\x5d\x00\x00": ("lzma", lzma.LZMAFile),
}
_AGE = "encrypted by age"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_CLOSED = {
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!": "RAR",
    b"%PDF": "PDF",
    b"PAR1": "Parquet",
    b"ARROW1": "Arrow",
    b"ORC": "ORC",
    b"Obj\x01": "Avro",
    b"\x89HDF": "HDF5",
    b"\x04\x22\x4d\x18": "LZ4",
    b"LZIP": "lzip",
    b"\x1f\x9d": "compress",
    b"MSCF": "CAB",
    b"\xed\xab\xee\xdb": "RPM",
    b"\xff\x06\x00\x00sNaPpY": "Snappy",
    b"wOFF": "WOFF",
    b"wOF2": "WOFF2",
    **dict.fromkeys((b"x\x01", b"x\x5e", b"x\x9c", b"x\xda"), "zlib"),
    **dict.fromkeys((b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED"), _AGE),
}
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile)


class Lines(Protocol):
    """What is read line by line."""

    def readline(self, size: int = -1, /) -> bytes:
        """The next line, or as much of it as *size* allows."""
        ...


@attrs.define
class Part:
    """
    A file, or a member of an archive: where it is, and its *names*: of itself, in headers, in
    comments. *file* has its bytes; None if it cannot be read, as *closed* says why.
    """

    where: str
    names: tuple[bytes, ...]
    file: Lines | None = None
    closed: str = ""


def parts_of(path: Path, called: str) -> Iterator[Part]:
    """
    Yield everything below *path*, which is named *called* here: files, folders, and the members of
    archives (zip, tar, gzip, bzip2, xz, lzma), four archives deep. Read each part before the next
    one. A file that ends in ``.age`` is decrypted, if a key is given.

    Links are not followed; where they lead is a name. What cannot be read or unpacked is a part
    without bytes.

    Raises:
        OSError: If *path* cannot be opened.
    """
    left = _Left()
    if not path.is_dir():
        yield from _of_file(path, called, (os.fsencode(called),), left)
        return
    yield Part(called, (os.fsencode(called),))
    yield from _of_folder(path, "", left)


@attrs.define
class _Left:
    """
    The bytes that may still be unpacked.
    """

    size: int = _LARGEST


def _of_folder(folder: Path, where: str, left: _Left) -> Iterator[Part]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        place, name = f"{where}{entry.name}", os.fsencode(entry.name)
        status = entry.stat(follow_symlinks=False)
        if entry.is_symlink():
            names = (name, os.fsencode(os.readlink(entry.path)))  # noqa: PTH115  # a str
            yield Part(place, names, closed="is a link, which is not followed")
        elif stat.S_ISDIR(status.st_mode):
            yield Part(place, (name,))
            yield from _of_folder(Path(entry.path), f"{place}/", left)
        elif stat.S_ISREG(status.st_mode):
            yield from _of_file(Path(entry.path), place, (name,), left)
        else:
            yield Part(place, (name,), closed="is no regular file")


def _of_file(path: Path, where: str, names: tuple[bytes, ...], left: _Left) -> Iterator[Part]:
    plain = _decrypted(path) if is_encrypted(path) else None
    with plain or path.open("rb") as file:
        yield from _looked_into(file, where, names, left, 0)


def _decrypted(path: Path) -> IO[bytes] | None:
    """
    The encrypted file *path* in plain; None if no key fits, so that its own bytes tell what it is.
    """
    try:
        with opened(path) as file:
            return io.BytesIO(file.read())
    except (OSError, MissingExtra):
        return None


def _looked_into(
    file: IO[bytes], where: str, names: tuple[bytes, ...], left: _Left, depth: int
) -> Iterator[Part]:
    """
    The part *file* itself, and what is packed in it.
    """
    head = file.read(_HEAD)
    file.seek(0)
    packed = _packed(head)
    closed = next((kind for mark, kind in _CLOSED.items() if head.startswith(mark)), "")
    if closed:
        why = closed if closed == _AGE else f"{closed}, which is not read"
        yield Part(where, names, closed=f"is {why}")
        return
    yield Part(where, names, file)
    if not packed:
        return
    if depth >= _DEEPEST:
        yield Part(where, (), closed="is packed too often")
        return
    file.seek(0)
    try:
        yield from packed(file, where, left, depth)
    except (
        *_BROKEN,
        RuntimeError,
        NotImplementedError,
    ):  # a broken archive, or one with a password
        yield Part(where, (), closed="is an archive that cannot be unpacked")


def _packed(head: bytes) -> Callable[[IO[bytes], str, _Left, int], Iterator[Part]] | None:
    if head.startswith(_ZIP):
        return _of_zip
    if head[257:262] == b"ustar":
        return _of_tar
    return _of_stream if head.startswith(tuple(_STREAMS)) else None


def _of_stream(file: IO[bytes], where: str, left: _Left, depth: int) -> Iterator[Part]:
    head = file.read(_HEAD)
    file.seek(0)
    kind, opened = next(found for mark, found in _STREAMS.items() if head.startswith(mark))
    names = _names_of_gzip(head) if kind == "gzip" else ()
    yield from _unpacked(opened(file), f"{where} ({kind})", names, left, depth)


def _names_of_gzip(head: bytes) -> tuple[bytes, ...]:
    """
    The name and the comment in the *head* of a gzip file (RFC 1952), and its extra bytes.
    """
    flags, at = head[3], 10
    found = []
    if flags & 4:
        size = int.from_bytes(head[at : at + 2], "little")
        found.append(head[at + 2 : at + 2 + size])
        at += 2 + size
    for flag in (8, 16):
        if flags & flag:
            text, _, _ = head[at:].partition(b"\0")
            found.append(text)
            at += len(text) + 1
    return tuple(found)


def _of_zip(file: IO[bytes], where: str, left: _Left, depth: int) -> Iterator[Part]:
    with zipfile.ZipFile(file) as archive:
        members = archive.infolist()
        yield Part(where, (archive.comment,))
        for member in members[:_MANY]:
            place = f"{where}/{member.filename}"
            names = (os.fsencode(member.filename), member.comment, member.extra)
            if member.is_dir():
                yield Part(place, names)
                continue
            with archive.open(member) as opened:
                yield from _unpacked(opened, place, names, left, depth)
        if len(members) > _MANY:
            yield Part(where, (), closed="has too many members")


def _of_tar(file: IO[bytes], where: str, left: _Left, depth: int) -> Iterator[Part]:
    with tarfile.open(fileobj=file, mode="r:") as archive:
        for member in archive:
            place = f"{where}/{member.name}"
            told = (member.name, member.linkname, member.uname, member.gname)
            pax = [text for pair in member.pax_headers.items() for text in pair]
            names = tuple(os.fsencode(text) for text in (*told, *pax) if text)
            opened = archive.extractfile(member) if member.isreg() else None
            if opened is None:
                yield Part(place, names)
            else:
                yield from _unpacked(opened, place, names, left, depth)


def _unpacked(
    opened: IO[bytes], where: str, names: tuple[bytes, ...], left: _Left, depth: int
) -> Iterator[Part]:
    """
    The bytes of a member: held in memory if they are an archive again, and else read as they come.
    """
    head = opened.read(_HEAD)
    known = _packed(head) or any(head.startswith(mark) for mark in _CLOSED)
    if not known:
        yield Part(where, names, _Counted(head, opened, left))
    else:
        rest = opened.read(min(_HELD, left.size))
        left.size -= len(rest)
        if opened.read(1):
            yield Part(where, names, closed="is an archive too large to be held")
            return
        yield from _looked_into(io.BytesIO(head + rest), where, names, left, depth + 1)
    if left.size <= 0:
        yield Part(where, (), closed="is too large when it is unpacked")


class _Counted(io.RawIOBase):
    """
    A stream of *head* and the rest of *opened*, which ends when *left* is used up.
    """

    def __init__(self, head: bytes, opened: IO[bytes], left: _Left) -> None:
        self._head = head
        self._opened = opened
        self._left = left

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line, or as much of it as *size* allows."""
        if self._left.size <= 0:
            return b""
        if self._head:
            line, mark, rest = self._head.partition(b"\n")
            if mark:
                self._head = rest
                return line + mark
            self._head = b""
            return line + self._counted(self._opened.readline(-1 if size is None else size))
        return self._counted(self._opened.readline(-1 if size is None else size))

    def _counted(self, line: bytes) -> bytes:
        self._left.size -= len(line)
        return line
