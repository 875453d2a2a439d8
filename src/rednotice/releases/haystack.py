"""
What written files hold, as distinct pieces in every form in which a text may stand there.

Files of a release are made of few different texts: codes, years, ids. So they are gone over once,
each distinct text is read in all its forms, and what is looked for is looked up.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rednotice.names.encodings import PLAIN, READABLE, forms_of, texts_of
from rednotice.names.transliteration import spellings
from rednotice.releases.unpacking import Lines, Part, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_GRAM = 6  # characters of the shortest text that is looked for inside others
_LINE = 2**20  # bytes that are looked at together
_OVERLAP = 1_024  # bytes of a piece of a long line that are looked at again with the next
_SHORT = 512  # bytes of a line that is remembered as a whole
_RUN = 2**20  # bytes of new lines that are looked at together
_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*"|[0-9][0-9.]{5,}', re.DOTALL)
_LIKE_JSON = (b"{", b"[", b'"', b"}", b"]")
_ODD = re.compile(rb"[^\s{}\[\]:,0-9.eE+-]")
_WORDS_OF_JSON = re.compile(rb"\b(?:true|false|null)\b")
_WORDS = re.compile(r"[^\W\d_]+")
# A release names a case so, by a keyed hash in which there is nothing to find. Any other text is
# looked into, also an id without a digit, which few of them are.
_ID = re.compile(rb"(?<![A-Za-z0-9_-])c-(?=[a-z]*[2-7])[a-z2-7]{16}(?![A-Za-z0-9_-])")
# Three letters between digits may be a name, but not in the hash of a file.
_HASH = re.compile(r"(?<!\w)[0-9a-f]{64}")
_BROKEN_BASE64 = re.compile(r"(?<=[A-Za-z0-9+/]{60})\s+(?=[A-Za-z0-9+/])")
_BETWEEN = re.compile(r"[\W_]+")
_FRACTION = re.compile(r"(?<=\d)\.0+(?![\d.])")  # that a spreadsheet adds to a number
NAME_OF = "the name of {}"


class Place(NamedTuple):
    """
    Where something stands in what was written: the file, and the line from 1 if it has lines.
    """

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


class Reading(NamedTuple):
    """
    A text of a file in one form, folded, with the place where it stands first. *joined* says that
    it is of several lines, and the place is that of the first.
    """

    text: str
    form: str
    place: Place
    joined: bool = False


def folded_ways(text: str) -> list[str]:
    """
    *text* as `folded`, in each of its spellings.
    """
    return [" ".join(one.split()) for one in spellings(text)]


def folded(text: str) -> str:
    """
    *text* in small letters without marks, in Latin letters where it can be, with single blanks.
    """
    return folded_ways(text)[0]


def squeezed(text: str) -> str:
    """
    *text* folded and without what may stand between the parts of a number, in our digits.
    """
    return _without_separators(folded(text))


def _without_separators(spelt: str) -> str:
    text = _BETWEEN.sub("", _FRACTION.sub("", spelt))
    return text if text.isascii() else "".join(map(_digit, text))


@lru_cache(maxsize=2**12)
def _digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)


class Haystack:
    """
    All that files hold: *readings*, and indexes to look them up.
    """

    def __init__(self) -> None:
        self.readings: list[Reading] = []
        self.closed: list[tuple[str, str]] = []
        """What could not be looked into, and why."""
        self.files: int = 0
        """How many files there are, with those that could not be looked into."""
        self.ids: dict[str, Place] = {}
        """The ids of cases that are of the form of a release."""
        self._words: dict[str, list[int]] = defaultdict(list)
        self._grams: dict[str, list[int]] = defaultdict(list)
        self._squeezed: dict[str, list[int]] = defaultdict(list)
        self._seen: set[bytes] = set()
        self._scraps: set[str] = set()  # what no word is looked for in, at its first place alone

    def add(self, path: Path, called: str) -> None:
        """
        Add everything below *path*, which is named *called* in places.

        Raises:
            OSError: If it cannot be read.
        """
        for part in parts_of(path, called):
            self._add_part(part)

    def _add_part(self, part: Part) -> None:
        self.files += bool(part.closed) or part.file is not None
        if part.closed:
            self.closed.append((part.where, part.closed))
        for name in part.names:
            self._add_piece(name, Place(NAME_OF.format(part.where)))
        if part.file is not None:
            self._add_lines(part.file, part.where)

    def _add_lines(self, file: Lines, where: str) -> None:
        run: list[bytes] = []
        size, began, kept, number = 0, 1, b"", 1
        while data := file.readline(_LINE):
            line = kept + data
            whole = data.endswith(b"\n") or len(data) < _LINE
            kept = b"" if whole else line[-_OVERLAP:]
            if self._is_new(line, Place(where, number)) and size < _RUN:
                began = began if run else number
                run.append(line)
                size += len(line)
            else:
                self._add_run(run, Place(where, began))
                run, size = [], 0
            number += whole
        self._add_run(run, Place(where, began))

    def _is_new(self, line: bytes, place: Place) -> bool:
        """
        Add what *line* holds, and tell whether it is prose that was not met before.
        """
        stripped = line.strip()
        if stripped.startswith(_LIKE_JSON):
            for text in {*_QUOTED.findall(stripped)} - self._seen:
                self._add_piece(text, place)
            rest = _WORDS_OF_JSON.sub(b"", _QUOTED.sub(b"", stripped))
            if not _ODD.search(rest):
                return False
        if stripped in self._seen:
            return False
        self._add_piece(stripped, place, remember=len(stripped) <= _SHORT)
        return True

    def _add_run(self, run: list[bytes], place: Place) -> None:
        """
        Add new lines together, since a text may be broken over several.
        """
        if len(run) > 1:
            self._add_piece(b" ".join(run), place, remember=False, joined=True)

    def _add_piece(
        self, piece: bytes, place: Place, *, remember: bool = True, joined: bool = False
    ) -> None:
        piece = self._without_ids(piece, place)
        if not piece or piece in self._seen:
            return
        if remember:
            self._seen.add(piece)
        found: dict[str, str] = {}
        for within, text in texts_of(piece):
            for form, inner in forms_of(_BROKEN_BASE64.sub("", text)):
                both = [one for one in (form, within) if one != PLAIN]
                found.setdefault(inner, " in ".join(both) or PLAIN)
        for text, form in found.items():
            readable = READABLE.issuperset(form.split(" in "))
            if not readable:
                if text in self._scraps:
                    continue
                self._scraps.add(text)
            # Nothing is looked for in Latin letters that is as short as that and no word.
            if readable or len(text) >= _GRAM or not text.isascii():
                spelt = folded_ways(text)
                number = len(self.readings)
                self.readings.append(Reading(spelt[0], form, place, joined))
                self._note_texts(spelt, number)
                if readable:
                    bare = _HASH.sub("", text)
                    self._note_words(spelt if bare == text else folded_ways(bare), number)

    def _without_ids(self, piece: bytes, place: Place) -> bytes:
        """
        *piece* without the ids that are of the form of a release. There are as many as cases, so
        each is held once, and what stands around them is as often the same.
        """
        if b"c-" not in piece:
            return piece
        for one in _ID.findall(piece):
            self.ids.setdefault(one.decode(), place)
        return _ID.sub(b"", piece)

    def _note_words(self, spelt: Iterable[str], number: int) -> None:
        for word in {word for spelling in spelt for word in _WORDS.findall(spelling)}:
            self._words[word].append(number)

    def _note_texts(self, spelt: list[str], number: int) -> None:
        if len(spelt[0]) < _GRAM:
            return
        _note(self._grams, spelt, number)
        squeezed_text = _without_separators(spelt[0])
        if squeezed_text != spelt[0] and not _is_hash(spelt[0]):
            _note(self._squeezed, [squeezed_text], number)

    # Looking up

    def with_word(self, word: str) -> Iterator[Reading]:
        """The readings in which *word* is a word."""
        return map(self.readings.__getitem__, self._words.get(word, ()))

    def with_text(self, text: str) -> Iterator[Reading]:
        """The readings in which the folded *text*, of six characters or more, stands anywhere."""
        for number in _candidates(self._grams, text):
            reading = self.readings[number]
            if text in reading.text or text in spellings(reading.text)[-1]:
                yield reading

    def with_letters(self, text: str) -> Iterator[Reading]:
        """
        The readings in which the letters of the folded *text*, of six or more, stand in a row once
        what is no letter or digit between them is left out: line breaks, hyphens, borders of cells.
        """
        for place in _candidates(self._squeezed, text):
            reading = self.readings[place]
            if text in _without_separators(reading.text):
                yield reading

    def with_number(self, number: str) -> Iterator[Reading]:
        """The readings in which the squeezed *number* stands, not as a part of a longer one."""
        # A text in which nothing stands between parts of numbers was noted as it is.
        indexes = (self._grams, self._squeezed)
        places = sorted({place for each in indexes for place in _candidates(each, number)})
        if not places:
            return  # as for most numbers, so that no pattern is made for them
        pattern = re.compile(f"(?<![0-9]){re.escape(number)}(?![0-9])")
        for place in places:
            reading = self.readings[place]
            if pattern.search(_without_separators(reading.text)) and not _is_hash(reading.text):
                yield reading


def _is_hash(text: str) -> bool:
    return _HASH.fullmatch(text.strip('"')) is not None


def _note(index: dict[str, list[int]], texts: Iterable[str], number: int) -> None:
    grams = {text[at : at + _GRAM] for text in texts for at in range(len(text) - _GRAM + 1)}
    for gram in grams:
        index[gram].append(number)


def _candidates(index: dict[str, list[int]], text: str) -> Iterable[int]:
    """
    The numbers under which both ends of *text* were noted.
    """
    first, last = index.get(text[:_GRAM]), index.get(text[-_GRAM:])
    if not first or not last:
        return ()
    if first == last:
        return dict.fromkeys(first)
    return sorted(set(first).intersection(last))
