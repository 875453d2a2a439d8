"""
What a text was before it was escaped, encoded or read in a wrong encoding.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
import sys
from collections.abc import Callable
from functools import cache

from rednotice.names.disguises import MISTAKEN_FOR
from rednotice.names.redaction.alphabets import BEYOND_ASCII
from rednotice.names.redaction.steps import Changes

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_QUOTED = re.compile(r"=[0-9A-F]{2}(?:=[0-9A-F]{2})+")
_SOFT_BREAK = re.compile(r"=\r?\n(?:>[> ]*)?(?=\w)")
_BYTES = re.compile(r"\\x[0-9A-Fa-f]{2}(?:\\x[0-9A-Fa-f]{2})+")
_OCTAL = re.compile(r"\\[0-3][0-7]{2}(?:\\[0-3][0-7]{2})+")
# As the subject of an e-mail says what it is, and in which encoding.
_SAID = re.compile(r"=\?([A-Za-z0-9_-]{3,20})\?([BbQq])\?([^?\s]{1,400})\?=")
# As JSON, Python and JavaScript write a sign, and as unzip does with a sign that it cannot write.
_ESCAPED = re.compile(
    r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|(?:\\u|#U|%u)[0-9A-Fa-f]{4}"
    r"|\\U[0-9A-Fa-f]{8}|\\u\{[0-9A-Fa-f]{1,6}\}|\\x[0-9A-Fa-f]{2}"
)
_PREFIX = re.compile("#U|%u")
# A word of Cyrillic letters that were read as Western European ones.
_WESTERN = re.compile("[\u00c0-\u00ff¨¸ª¯²³º¿]{4,}")
_LETTER = re.compile(r"[^\W_]")
_LEAST = 3  # letters of a word in Cyrillic bytes
_SEVERAL = 2  # letters in a wrong encoding; one may be so by chance


def _entities(text: str) -> Changes:
    if "&" in text:
        for found in _ENTITY.finditer(text):
            plain = html.unescape(found[0])
            if plain != found[0]:
                yield found.start(), [(len(found[0]), plain)]


def _percent(text: str) -> Changes:
    if "%" in text:
        yield from _bytes_in(text, _PERCENT, _from_hexadecimal)


def _quoted(text: str) -> Changes:
    if "=" in text:
        yield from _bytes_in(text, _QUOTED, _from_hexadecimal)


def _soft_breaks(text: str) -> Changes:
    if "=" in text:
        for found in _SOFT_BREAK.finditer(text):
            if _LETTER.match(text, found.start() - 1):
                yield found.start(), [(len(found[0]), "")]


def _hexadecimal(text: str) -> Changes:
    if "\\" in text:
        yield from _bytes_in(text, _BYTES, _from_hexadecimal)


def _octal(text: str) -> Changes:
    if "\\" in text:
        yield from _bytes_in(text, _OCTAL, _from_octal)


def _from_hexadecimal(escaped: str) -> bytes:
    return bytes.fromhex(re.sub(r"%|=|\\x", "", escaped))


def _from_octal(escaped: str) -> bytes:
    return bytes(int(one, 8) for one in escaped[1:].split("\\"))


def _bytes_in(text: str, pattern: re.Pattern[str], bytes_of: Callable[[str], bytes]) -> Changes:
    """
    The rows of bytes that *pattern* finds, as UTF-8 or as Cyrillic letters of Windows.
    """
    for found in pattern.finditer(text):
        data = bytes_of(found[0])
        size = len(found[0]) // len(data)
        try:
            pieces = [(size * len(sign.encode()), sign) for sign in data.decode()]
        except UnicodeDecodeError:
            pieces = [(size, sign) for sign in _as_cyrillic(data)]
        if pieces:
            yield found.start(), pieces


def _as_cyrillic(data: bytes) -> str:
    """
    The Cyrillic word that *data* is on Windows; empty if it is none.
    """
    plain = data.decode("cp1251", "replace")
    word = len(plain) >= _LEAST and plain.isalpha() and not plain.isascii()
    return plain if word and (plain.isupper() or plain[1:].islower()) else ""


def _words_of_mails(text: str) -> Changes:
    for found in _SAID.finditer(text) if "=?" in text else ():
        encoding, manner, said = found.groups()
        try:
            data = (
                base64.b64decode(said)
                if manner in "Bb"
                else quopri.decodestring(said.encode("ascii"), header=True)
            )
            yield found.start(), [(len(found[0]), data.decode(encoding))]
        except (binascii.Error, LookupError, UnicodeError):
            continue


def _escapes(text: str) -> Changes:
    if any(sign in text for sign in ("\\", "#U", "%u")):
        for found in _ESCAPED.finditer(text):
            plain = _character(found[0])
            if plain:
                yield found.start(), [(len(found[0]), plain)]


def _character(escaped: str) -> str:
    numbers = [int(part, 16) for part in re.findall("[0-9A-Fa-f]+", _PREFIX.sub(" ", escaped))]
    plain = "".join(map(chr, numbers)) if max(numbers) <= sys.maxunicode else ""
    joined = plain.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return joined if joined.isprintable() else ""


def repaired(text: str) -> Changes:
    """
    Rows of signs that were UTF-8 and were read in another encoding.
    """
    runs = {run: _as_utf8(run) for run in set(BEYOND_ASCII.findall(text))}
    wrong = {run: plain for run, plain in runs.items() if plain}
    if sum(map(len, wrong.values())) < _SEVERAL:
        return
    for found in BEYOND_ASCII.finditer(text):
        if found[0] in wrong:
            yield found.start(), [(len(sign.encode()), sign) for sign in wrong[found[0]]]


def _as_utf8(run: str) -> str:
    """
    What *run* was before it was read in a wrong encoding; empty if it was not.
    """
    for encoding in MISTAKEN_FOR:
        if _mistakes(encoding).search(run):
            try:
                plain = run.encode(encoding).decode()
            except UnicodeError:
                continue
            if plain.isalpha():
                return plain
    return ""


def cyrillic(text: str) -> Changes:
    """
    Words of Cyrillic letters that were read as Western European ones: Íåñáûòîâà.
    """
    for found in _WESTERN.finditer(text):
        around = (
            text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
        )
        plain = "" if _LETTER.search(around) else _as_cyrillic(found[0].encode("latin-1"))
        if plain:
            yield found.start(), [(1, sign) for sign in plain]


@cache
def _mistakes(encoding: str) -> re.Pattern[str]:
    """
    Finds the signs that a letter in UTF-8 gives when it is read in *encoding*.
    """
    first = re.escape(bytes(range(0xC2, 0xF5)).decode(encoding, "ignore"))
    other = re.escape(bytes(range(0x80, 0xC0)).decode(encoding, "ignore"))
    return re.compile(f"[{first}][{other}]")


DECODERS = (
    *(_entities, _words_of_mails, _soft_breaks, _percent, _quoted, _hexadecimal, _octal, _escapes),
)
