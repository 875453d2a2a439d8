"""
Recognise the format of a text by its first lines, where no suffix tells it.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

import msgspec

from rednotice.records.limits import LARGEST

if TYPE_CHECKING:
    from typing import BinaryIO

_OBJECT = re.compile(rb'\{\s*(?:["}]|$)')  # in YAML, few would write names in these quotes
_ARRAY = re.compile(rb"\[\s*(?:[\[\]{\"]|$)")
_GOES_ON = (b"{", b"[", b":", b",")  # ends of a line within a JSON text

_ENCRYPTED = (
    b"age-encryption.org/",
    b"-----BEGIN AGE ENCRYPTED FILE-----",
    b"-----BEGIN PGP MESSAGE-----",
)
# gzip, zip, xz, bzip2, Zstandard
_COMPRESSED = (b"\x1f\x8b", b"PK\x03\x04", b"\xfd7zXZ\x00", b"BZh", b"\x28\xb5\x2f\xfd")


def sealed(file: BinaryIO) -> str | None:
    """
    What to do first with *file*, if it is encrypted or compressed; None if it is neither.
    """
    begins = file.read(max(map(len, _ENCRYPTED)))
    if begins.startswith(_ENCRYPTED):
        return "This is encrypted. Decrypt it before it comes into the pipe."
    if begins.startswith(_COMPRESSED):
        return "This is compressed. Unpack it before it comes into the pipe."
    return None


def recognised(file: BinaryIO) -> str:
    """
    The name of the format that *file* is most likely written in.

    No more is read than the first line that is not blank, and the next if the first does not tell.
    A text that is not UTF-8 counts as JSON, whose reader says so at once and reads no more than one
    document.
    """
    line = _line(file).removeprefix(codecs.BOM_UTF8).lstrip()
    if _is_binary(line):
        return "json"
    if line.startswith(b"["):
        return "json" if _ARRAY.match(line) else "yaml"
    if not line.startswith(b"{") or not _OBJECT.match(line):
        return "yaml"
    return "jsonl" if _is_whole(line) or _has_another(line, file) else "json"


def _line(file: BinaryIO) -> bytes:
    """
    The next line that is not blank; nothing at the end.
    """
    while (line := file.readline(LARGEST)) and not line.removeprefix(codecs.BOM_UTF8).strip():
        pass
    return line


def _is_binary(line: bytes) -> bool:
    if 0 in line:
        return True
    try:
        codecs.getincrementaldecoder("utf-8")().decode(line)
    except UnicodeDecodeError:
        return True
    return False


def _is_whole(line: bytes) -> bool:
    try:
        msgspec.json.decode(line, type=msgspec.Raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _has_another(line: bytes, file: BinaryIO) -> bool:
    """
    Whether *line*, which is not whole, is a broken line of JSON Lines: another object follows it.
    """
    return not line.rstrip().endswith(_GOES_ON) and _line(file).startswith(b"{")
