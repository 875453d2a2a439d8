"""Forms in which a text may stand in a file."""

from __future__ import annotations

import base64
import bz2
import gzip
import html
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from urllib.parse import quote


def zipped(name: str, data: bytes, comment: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
        archive.comment = comment
    return made.getvalue()


def tarred(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return made.getvalue()


def gzipped(name: str, data: bytes) -> bytes:
    """As gzip(1) does it, which keeps the name as the system has it."""
    packed = gzip.compress(data)
    return packed[:3] + b"\x08" + packed[4:10] + name.encode() + b"\0" + packed[10:]


def _escaped(text: str) -> bytes:
    return "".join(f"\\u{ord(sign):04x}" for sign in text).encode()


def _percent(text: str) -> bytes:
    return "".join(f"%{byte:02X}" for byte in text.encode()).encode()


FORMS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-16, little end first": lambda text: f"a {text} b".encode("utf-16-le"),
    "UTF-16, big end first": lambda text: f"a {text} b".encode("utf-16-be"),
    "UTF-16 with a mark": lambda text: text.encode("utf-16"),
    "JSON": lambda text: json.dumps({"a": [text]}).encode(),
    "JSON, all escaped": lambda text: b'{"a": "' + _escaped(text) + b'"}',
    "JSON with strokes escaped": lambda text: json.dumps([text]).replace("/", "\\/").encode(),
    "entities": lambda text: "".join(f"&#{ord(sign)};" for sign in text).encode(),
    "HTML": lambda text: html.escape(f"<p>{text}</p>").encode(),
    "capitals": lambda text: text.upper().encode(),
    "percent signs where needed": lambda text: quote(text, safe="").encode(),
    "percent signs alone": _percent,
    "percent signs twice": lambda text: quote(quote(text, safe=""), safe="").encode(),
    **{
        f"base64 after {count} bytes": lambda text, count=count: (
            b'{"a": "' + base64.b64encode(b"x" * count + b" " + text.encode() + b" y") + b'"}'
        )
        for count in range(3)
    },
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()).rstrip(b"="),
    "base64 after a word": lambda text: (
        b"data:text/plain;base64," + base64.b64encode(text.encode())
    ),
    "base64 in lines": lambda text: base64.encodebytes(f"{'x ' * 40}{text} {'y ' * 40}".encode()),
    "base64 of UTF-16": lambda text: base64.b64encode(text.encode("utf-16")),
    "hexadecimal digits": lambda text: text.encode().hex().encode(),
    "hexadecimal capitals": lambda text: f"x'{text.encode().hex().upper()}'".encode(),
    "hexadecimal digits with blanks": lambda text: text.encode().hex(" ").encode(),
    "reversed": lambda text: text[::-1].encode(),
    "reversed base64": lambda text: base64.b64encode(text[::-1].encode()),
    "a wrapped line": lambda text: text.replace(" ", "\n    ", 1).encode(),
    "a number of blanks": lambda text: text.replace(" ", "   ").encode(),
    "gzip": lambda text: gzip.compress(text.encode()),
    "bzip2": lambda text: bz2.compress(text.encode()),
    "xz": lambda text: lzma.compress(text.encode()),
    "zip": lambda text: zipped("a.txt", text.encode()),
    "tar": lambda text: tarred("a.txt", text.encode()),
    "zip in tar in gzip": lambda text: gzip.compress(
        tarred("a.zip", zipped("a.txt", text.encode()))
    ),
    "comment of a zip": lambda text: zipped("a.txt", b"nothing", text.encode()),
    "a name in a zip": lambda text: zipped(f"{text.replace('/', '-')}.txt", b"nothing"),
    "a name in a tar": lambda text: tarred(f"{text.replace('/', '-')}.txt", b"nothing"),
    "a name in gzip": lambda text: gzipped(text.replace("/", "-"), b"nothing"),
    "between zero bytes": lambda text: b"\0\0\1" + text.encode() + b"\0\0",
}
