"""
Read a text as it was meant: without escapes, in its own encoding, and with the words joined that
separators took apart.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

_DEEPEST = 3  # encodings within encodings
# As JSON, YAML and programs write a sign; what ends a line stands between words.
_ESCAPED = re.compile(
    r"\\(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|U([0-9A-Fa-f]{8}))"
)
_ESCAPES = ("\\u", "\\x", "\\U")
_LINE_BREAKS = ("\\n", "\\r", "\\t")
_ENTITY = re.compile("&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}[0-9]{0,2});")
_HALVES = re.compile("[\ud800-\udfff]")
# UTF-8 that was read as Latin 1, or as Windows reads that: a byte of two, three or four.
_WINDOWS = {
    bytes([byte]).decode("cp1252"): chr(byte)
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_FURTHER = f"[\x80-\xbf{''.join(_WINDOWS)}]"
_SIGN = f"[\xc2-\xdf]{_FURTHER}|[\xe0-\xef]{_FURTHER}{{2}}|[\xf0-\xf4]{_FURTHER}{{3}}"
_MISREAD = re.compile(_SIGN)
_LOST = re.compile(f"[\xc2-\xf4](?:{_SIGN})|(?:{_SIGN})[\xc2-\xf4](?!{_FURTHER})|\ufffd")
_TO_LATIN_1 = str.maketrans(_WINDOWS)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]+")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+"
)
# Words of one letter or two, four or more, with separators between, as in N-i-g-d-e.
_BETWEEN = r"[\s\"',._·‐-―•*+/|~:;-]"
_SHORT = r"[^\W\d_]{1,2}"
_MAY_BE_APART = re.compile(rf"{_BETWEEN}(?:{_SHORT}{_BETWEEN}{{1,4}}){{2}}")
_APART = re.compile(rf"(?<![^\W\d_]){_SHORT}(?:{_BETWEEN}{{1,4}}{_SHORT}(?![^\W\d_])){{3,}}")
_LONGEST = 200  # signs of such a word; a row of more is a list of something else
_LETTERS = re.compile(r"[^\W\d_]+")


def plain(text: str) -> str:
    """
    *text* without escapes of JSON, YAML and HTML and percent signs, however deep, as far as they
    stand for signs.
    """
    for _ in range(_DEEPEST):
        before = text
        if "\\" in text and any(mark in text for mark in (*_ESCAPES, *_LINE_BREAKS)):
            text = _unescaped(text)
        if "&" in text:
            text = _ENTITY.sub(_of_entity, text)
        if "%" in text:
            text = unquote(text)
        if text == before:
            break
    return text


def seen(text: str) -> str:
    """
    *text* without signs that nobody sees, and with blanks for control characters.
    """
    if not text.isprintable():
        text = _CONTROLS.sub(" ", text)
    return text if text.isascii() else _UNSEEN.sub("", text)


def readings(text: str) -> Iterator[str]:
    """
    Yield *text* without escapes and signs that nobody sees; and what it was before it was read in
    the wrong encoding, if it was.
    """
    whole = plain(text)
    yield seen(whole)
    if not whole.isascii():
        mended = _MISREAD.sub(_mended, whole)
        if mended != whole:
            yield seen(mended)


def has_lost_signs(text: str) -> bool:
    """
    Whether *text* was read in the wrong encoding and has lost signs that cannot be printed. What it
    was cannot be known.
    """
    return not text.isascii() and _LOST.search(text) is not None


def joined(text: str) -> Iterator[str]:
    """
    Yield the words of *text* that separators took apart, of long ones only the beginning.
    """
    if _MAY_BE_APART.search(text):
        for found in _APART.findall(text):
            yield "".join(_LETTERS.findall(found[:_LONGEST]))


def _unescaped(text: str) -> str:
    """
    *text* without escapes, and without other backslashes.
    """
    # As most texts with many escapes; it is ten times as fast.
    if text.isascii() and "\\u" in text and "\\u{" not in text:
        single = text.replace("\\\\u", "\\u")
        text = single.encode("ascii").decode("raw_unicode_escape", "ignore")
    for mark in _LINE_BREAKS:
        text = text.replace(mark, " ")
    if any(mark in text for mark in _ESCAPES):
        text = _ESCAPED.sub(_character, text)
    return _with_whole_signs(text).replace("\\", "")


def _character(found: re.Match[str]) -> str:
    number = int(found[1] or found[2] or found[3] or found[4], 16)
    return chr(number) if number <= sys.maxunicode else ""


def _of_entity(found: re.Match[str]) -> str:
    return _entity(found[0])


@lru_cache(maxsize=2**12)
def _entity(text: str) -> str:
    return html.unescape(text)


def _with_whole_signs(text: str) -> str:
    """
    *text* with two halves of a sign as one sign.
    """
    if not _HALVES.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _mended(found: re.Match[str]) -> str:
    try:
        return found[0].translate(_TO_LATIN_1).encode("latin-1").decode()
    except UnicodeDecodeError:
        return found[0]
