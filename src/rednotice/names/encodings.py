"""
A text in other forms: escaped, percent-encoded, in base64 or hexadecimal digits, reversed, UTF-16.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from urllib.parse import unquote

PLAIN, REVERSED, BINARY = "plain", "reversed", "among other bytes"
READABLE = frozenset({PLAIN, "escaped", "percent-encoded", "UTF-16"})
"""Forms that give a text only where there is one; the others make something of any text."""

_DEEPEST = 3  # forms within forms
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}")
_URL_SAFE = str.maketrans("-_", "+/")
_HEXADECIMAL = re.compile(r"(?:[0-9A-Fa-f]{2}[ :]?){5,}[0-9A-Fa-f]{2}|[0-9A-Fa-f]{12,}")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_PIECE = re.compile("[^\x00-\x1f\x7f-\x9f\ufffd]{4,}")  # of a text among bytes that are none
_WORD = 32  # signs of base64 that may be a word
_FEW, _MANY = 3, 128  # rows of Unicode in a short text, and in a long one with Chinese in it
_MOSTLY = 0.8  # printable share of what was a text before it was encoded


def texts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """
    The texts that the bytes *data* may stand for, each with the name of its form.

    Bytes that are no clean UTF-8 are also read as UTF-16, in both orders and from both of the first
    two bytes. Of bytes that are no text, such as a picture, the pieces that may be one are read.
    """
    is_binary = bool(_CONTROL.search(data))
    try:
        yield PLAIN, data.decode()
        clean = not is_binary
    except UnicodeDecodeError:
        yield (BINARY, _pieces_of(data)) if is_binary else (PLAIN, data.decode("latin-1"))
        clean = False
    if not clean:
        for order in ("utf-16-le", "utf-16-be"):
            for start in (0, 1):
                text = data[start:].decode(order, "replace")
                if _is_of_few_scripts(text):
                    yield "UTF-16", text


def _pieces_of(data: bytes) -> str:
    return "\n".join(_PIECE.findall(data.decode(errors="replace")))


def _is_of_few_scripts(text: str) -> bool:
    """
    Whether the signs of *text* come from few places of Unicode, as those of no random bytes do.
    """
    return len({ord(sign) >> 8 for sign in text}) <= min(_FEW + len(text) // 8, _MANY)


def forms_of(text: str, depth: int = _DEEPEST) -> Iterator[tuple[str, str]]:
    """
    *text* and what it may stand for, each with the name of its form: JSON escapes and entities,
    percent signs, base64 from each of four places, hexadecimal digits from each of two, and all of
    it reversed. What was decoded is decoded again, up to three times.
    """
    yield PLAIN, text
    yield REVERSED, text[::-1]
    if depth:
        for form, inner in _decoded(text):
            for deeper, found in forms_of(inner, depth - 1):
                yield form if deeper == PLAIN else f"{deeper} in {form}", found


def _decoded(text: str) -> Iterator[tuple[str, str]]:
    if "\\" in text or "&" in text:
        plain = _SURROGATES.sub(_joined, _ESCAPED.sub(_character, html.unescape(text)))
        if plain != text:
            yield "escaped", plain
    if "%" in text and (plain := unquote(text)) != text:
        yield "percent-encoded", plain
    for run in _BASE64.findall(text):
        yield from (_of_run if len(run) <= _WORD else _of_run.__wrapped__)(run)
    for run in _HEXADECIMAL.findall(text):
        digits = re.sub("[ :]", "", run)
        for start in range(2):
            even = digits[start : len(digits) - (len(digits) - start) % 2]
            yield from _as_text("hexadecimal", bytes.fromhex(even))


@lru_cache(maxsize=2**14)  # as long as words, of which a text has the same ones again and again
def _of_run(run: str) -> tuple[tuple[str, str], ...]:
    """
    What the *run* of base64 may stand for.
    """
    several = (_as_text("base64", _from_base64(run[start:])) for start in range(4))
    return tuple(chain.from_iterable(several))


def _character(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3]
    if digits:
        number = int(digits, 16)
        return chr(number) if number <= sys.maxunicode else ""
    return _CONTROLS.get(found[4], found[4])


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _from_base64(run: str) -> bytes:
    whole = run[: len(run) - (len(run) % 4 == 1)].translate(_URL_SAFE)
    try:
        return base64.b64decode(whole + "=" * (-len(whole) % 4))
    except binascii.Error:
        return b""


def _as_text(form: str, data: bytes) -> Iterator[tuple[str, str]]:
    for within, text in texts_of(data):
        printable = sum(map(str.isprintable, text))
        size = len(text.encode(errors="replace")) if within == BINARY else len(data)
        # A glued piece before or after makes some signs unreadable; bytes that were no text, most.
        if text and printable >= _MOSTLY * len(text) and size >= _MOSTLY * len(data):
            yield form if within == PLAIN else f"{within} in {form}", text
