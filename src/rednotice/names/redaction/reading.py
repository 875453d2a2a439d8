"""
A text as a person reads it: decoded, without signs that nobody sees, in usual forms of letters. Its
places are known in the text as it was.
"""

from __future__ import annotations

import copy
import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from urllib.parse import unquote_to_bytes

from rednotice.names.disguises import MISTAKEN_FOR
from rednotice.names.redaction.alphabets import ALPHABETIC_LETTERS, OTHER_LETTERS, UNSEEN

Piece = tuple[int, str]
"""How many signs of the text became what."""

_DEEPEST = 3  # encodings within encodings
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_QUOTED = re.compile(r"=[0-9A-F]{2}(?:=[0-9A-F]{2})+")
# As JSON, Python and JavaScript write a sign, and as unzip does with a sign that it cannot write.
_ESCAPED = re.compile(
    r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|(?:\\u|#U)[0-9A-Fa-f]{4}"
    r"|\\U[0-9A-Fa-f]{8}|\\u\{[0-9A-Fa-f]{1,6}\}|\\x[0-9A-Fa-f]{2}"
)
_TAG = re.compile(
    r"</?(?:a|b|big|bdi|bdo|em|font|i|ins|del|mark|s|small|span|strong|sub|sup|u|wbr)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_LINE_BREAK = re.compile(r"<br(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_BLANK = re.compile(r"\s")
_EMPHASIS = re.compile(r"\*+(?=\w)")
_RUN = re.compile(r"[^\x00-\x7f]+")
_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[Α-ΩА-ЯІЈЅԌԚԜ])\w+")
_SIDE_BY_SIDE = re.compile("[A-Za-z][Α-ΩА-ЯІЈЅԌԚԜ]|[Α-ΩА-ЯІЈЅԌԚԜ][A-Za-z]")
_LIKE_CAPITALS = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХІЈЅԌԚԜ", "ABEZHIKMNOPTYXABEKMHOPCTYXIJSGQW"
)
_OTHER = re.compile(f"[{OTHER_LETTERS}]+")
_ALPHABETIC = re.compile(f"[{ALPHABETIC_LETTERS}]")
_SEVERAL = 2  # letters in a wrong encoding; one may be so by chance
_HANGUL = range(0x1100, 0x1200)


class Reading:
    """
    The *text* that a person reads, and the *steps* that lead to it from the text as it was.
    """

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.steps: list[_Step] = []
        for _ in range(_DEEPEST):
            changed = [self.take(step) for step in _DECODERS]
            if not any(changed):
                break
        if not self.text.isascii():
            for step in (_repaired, _without_unseen, _composed, _unmixed):
                self.take(step)
        self.take(_with_line_breaks)
        self._whole = self.text, len(self.steps)
        self.take(_without_tags)
        self.take(_without_emphasis)
        if not self.text.isascii():
            self.take(_between_scripts)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """
        Where the signs from *start* to *end* stood.
        """
        for step in reversed(self.steps):
            start, end = step.before(start, end)
        return start, end

    def in_tags(self) -> Reading | None:
        """
        The tags that this reading leaves out, if they have attributes: an address or a title may
        name somebody.
        """
        whole, count = self._whole
        if not any(map(_has_attributes, _TAG.finditer(whole) if "<" in whole else ())):
            return None
        tags = copy.copy(self)
        tags.text, tags.steps = whole, self.steps[:count]
        tags.take(_only_tags)
        return tags

    def take(self, find: Callable[[str], Iterable[tuple[int, list[Piece]]]]) -> bool:
        """
        Change the text as *find* says. False if nothing changed.
        """
        step = _Step(self.text, find(self.text))
        if not step.changed:
            return False
        self.text = step.text
        self.steps.append(step)
        return True


class _Step:
    """
    One change of a text: the *text* after it, and where each of its changed signs was.
    """

    def __init__(self, before: str, changes: Iterable[tuple[int, list[Piece]]]) -> None:
        kept: list[str] = []
        self._after: list[int] = [0]  # where each stretch begins in the text after the change
        self._before: list[int] = [0]  # and before it
        self._changed: list[int] = [0]  # the signs that a changed stretch had; 0 for all others
        done = place = 0
        for start, pieces in changes:
            kept.append(before[done:start])
            place += start - done
            done = start
            for size, text in pieces:
                self._add(place, done, size)
                kept.append(text)
                place += len(text)
                done += size
            self._add(place, done, 0)
        self.changed = bool(kept)
        self.text = "".join([*kept, before[done:]]) if kept else before

    def _add(self, after: int, before: int, changed: int) -> None:
        if self._after[-1] == after and not self._changed[-1]:
            self._before[-1], self._changed[-1] = before, changed
            return
        self._after.append(after)
        self._before.append(before)
        self._changed.append(changed)

    def before(self, start: int, end: int) -> tuple[int, int]:
        """Where the signs from *start* to *end* were."""
        first = bisect_right(self._after, start) - 1
        last = max(bisect_right(self._after, end - 1) - 1, 0)
        began, size = self._before[first], self._changed[first]
        left = began if size else began + start - self._after[first]
        began, size = self._before[last], self._changed[last]
        right = began + size if size else began + end - self._after[last]
        return left, right


def _entities(text: str) -> Iterator[tuple[int, list[Piece]]]:
    if "&" in text:
        for found in _ENTITY.finditer(text):
            plain = html.unescape(found[0])
            if plain != found[0]:
                yield found.start(), [(len(found[0]), plain)]


def _percent(text: str) -> Iterator[tuple[int, list[Piece]]]:
    if "%" in text:
        yield from _bytes_in(text, _PERCENT)


def _quoted(text: str) -> Iterator[tuple[int, list[Piece]]]:
    if "=" in text:
        yield from _bytes_in(text, _QUOTED)


def _bytes_in(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, list[Piece]]]:
    for found in pattern.finditer(text):
        try:
            plain = unquote_to_bytes(found[0].replace("=", "%")).decode()
        except UnicodeDecodeError:
            continue
        yield found.start(), [(3 * len(sign.encode()), sign) for sign in plain]


def _escapes(text: str) -> Iterator[tuple[int, list[Piece]]]:
    if "\\" in text or "#U" in text:
        for found in _ESCAPED.finditer(text):
            plain = _character(found[0])
            if plain:
                yield found.start(), [(len(found[0]), plain)]


def _character(escaped: str) -> str:
    numbers = [int(part, 16) for part in re.findall("[0-9A-Fa-f]+", escaped.replace("#U", " "))]
    plain = "".join(map(chr, numbers)) if max(numbers) < 0x110000 else ""  # noqa: PLR2004  # Unicode
    joined = plain.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return joined if joined.isprintable() else ""


def _repaired(text: str) -> Iterator[tuple[int, list[Piece]]]:
    """
    Rows of signs that were UTF-8 and were read in another encoding.
    """
    runs = {run: _as_utf8(run) for run in set(_RUN.findall(text))}
    wrong = {run: plain for run, plain in runs.items() if plain}
    if sum(map(len, wrong.values())) < _SEVERAL:
        return
    for found in _RUN.finditer(text):
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


@cache
def _mistakes(encoding: str) -> re.Pattern[str]:
    """
    Finds the signs that a letter in UTF-8 gives when it is read in *encoding*.
    """
    first = re.escape(bytes(range(0xC2, 0xF5)).decode(encoding, "ignore"))
    other = re.escape(bytes(range(0x80, 0xC0)).decode(encoding, "ignore"))
    return re.compile(f"[{first}][{other}]")


def _without_unseen(text: str) -> Iterator[tuple[int, list[Piece]]]:
    for found in UNSEEN.finditer(text):
        yield found.start(), [(len(found[0]), "")]


def _without_tags(text: str) -> Iterator[tuple[int, list[Piece]]]:
    if "<" in text:
        for found in _TAG.finditer(text):
            yield found.start(), [(len(found[0]), "")]


def _only_tags(text: str) -> Iterator[tuple[int, list[Piece]]]:
    """
    All but the tags that have attributes, each stretch as the end of a line.
    """
    done = 0
    for found in filter(_has_attributes, _TAG.finditer(text)):
        yield done, [(found.start() - done, "\n")]
        done = found.end()
    yield done, [(len(text) - done, "\n")]


def _has_attributes(tag: re.Match[str]) -> bool:
    return _BLANK.search(tag[0]) is not None


def _with_line_breaks(text: str) -> Iterator[tuple[int, list[Piece]]]:
    if "<" in text:
        for found in _LINE_BREAK.finditer(text):
            yield found.start(), [(len(found[0]), "\n")]


def _between_scripts(text: str) -> Iterator[tuple[int, list[Piece]]]:
    """
    A blank where a word of one script stands directly beside a word of another: 律师Novak, Novak씨.
    """
    for found in _OTHER.finditer(text):
        for border in found.span():
            if _ALPHABETIC.match(text, border - (border == found.start())):
                yield border, [(0, " ")]


def _without_emphasis(text: str) -> Iterator[tuple[int, list[Piece]]]:
    """
    Signs for emphasis that stand inside a word.
    """
    for found in _EMPHASIS.finditer(text) if "*" in text else ():
        if text[max(0, found.start() - 1) : found.start()].isalnum():
            yield found.start(), [(len(found[0]), "")]


def _composed(text: str) -> Iterator[tuple[int, list[Piece]]]:
    """
    Signs in another form than the usual: wide, in circles, as ligatures, letters beside their
    marks.
    """
    if "İ" not in text and unicodedata.is_normalized("NFKC", text):
        return
    for found in _RUN.finditer(text):
        usual = "İ" not in found[0] and unicodedata.is_normalized("NFKC", found[0])
        if usual and not unicodedata.combining(found[0][0]):
            continue
        start = found.start()
        if start and unicodedata.combining(found[0][0]):
            start -= 1  # the letter that has the mark is ASCII
        pieces = [(len(one), _usual(one)) for one in _clusters(text[start : found.end()])]
        if any(before != len(after) for before, after in pieces) or (
            "".join(after for _, after in pieces) != text[start : found.end()]
        ):
            yield start, pieces


def _unmixed(text: str) -> Iterator[tuple[int, list[Piece]]]:
    """
    Capitals of another alphabet in Latin words, which their small letters would not look like.
    """
    for found in _MIXED.finditer(text) if _SIDE_BY_SIDE.search(text) else ():
        plain = found[0].translate(_LIKE_CAPITALS)
        if plain != found[0]:
            yield found.start(), [(1, sign) for sign in plain]


def _usual(cluster: str) -> str:
    usual = unicodedata.normalize("NFKC", cluster)
    # Its small letter is two signs, and the others of a text would move.
    return usual.replace("İ", "I")


def _clusters(run: str) -> Iterator[str]:
    start = 0
    for place, sign in enumerate(run):
        joins = unicodedata.combining(sign) or ord(sign) in _HANGUL
        if place > start and not joins:
            yield run[start:place]
            start = place
    yield run[start:]


_DECODERS = (_entities, _percent, _quoted, _escapes)
