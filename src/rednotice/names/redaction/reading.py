"""
A text as a person reads it: decoded, without signs that nobody sees, in usual forms of letters. Its
places are known in the text as it was.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Iterator

from rednotice.names.redaction.alphabets import ALPHABETIC_LETTERS, OTHER_LETTERS, UNSEEN
from rednotice.names.redaction.decoding import DECODERS, cyrillic, repaired
from rednotice.names.redaction.listed import APOSTROPHES
from rednotice.names.redaction.markup import (
    holds_a_tag,
    only_tags,
    with_line_breaks,
    without_emphasis,
    without_tags,
)
from rednotice.names.redaction.shapes import TURNING, composed, drawn, reversed_text, unmixed
from rednotice.names.redaction.steps import Changes, Piece, Step

_DEEPEST = 3  # encodings within encodings
_OTHER = re.compile(f"[{OTHER_LETTERS}]+")
# Where letters of other scripts stand, and those that are drawn; most texts have none.
_FAR = re.compile("[\u0250-\u02af\u0590-\u1dff\u2e80-\U0010ffff]")
# An apostrophe may be a quotation mark there.
_BEFORE = re.compile(rf"[{ALPHABETIC_LETTERS}][{APOSTROPHES}]?\Z")
_AFTER = re.compile(f"[{APOSTROPHES}]?[{ALPHABETIC_LETTERS}]")


def readings_of(text: str) -> Iterator[Reading]:
    """
    The ways to read *text*: as a person does, its tags, and what a sign turns round.
    """
    plain = Reading(text)
    yield plain
    if tags := plain.in_tags():
        yield tags
    if TURNING in text:
        yield Reading(text, turned=True)


class Reading:
    """
    The *text* that a person reads, and the *steps* that lead to it from the text as it was.

    What a sign for the direction shows from its end is *turned*, if so asked.
    """

    def __init__(self, text: str, *, turned: bool = False) -> None:
        self.text: str = text
        self.steps: list[Step] = []
        if turned:
            self.take(reversed_text)
        for _ in range(_DEEPEST):
            changed = [self.take(step) for step in DECODERS]
            if not any(changed):
                break
        far = False
        if not self.text.isascii():
            self._take_all(repaired, cyrillic, _without_unseen)
            far = _FAR.search(self.text) is not None
            self._take_all(*((drawn,) if far else ()), composed, unmixed)
        self.take(with_line_breaks)
        self._whole = self.text, len(self.steps)
        self.take(without_tags)
        self.take(without_emphasis)
        if far:
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
        if not holds_a_tag(whole):
            return None
        tags = copy.copy(self)
        tags.text, tags.steps = whole, self.steps[:count]
        tags.take(only_tags)
        tags.take(_between_scripts)
        return tags

    def _take_all(self, *steps: Callable[[str], Iterable[tuple[int, list[Piece]]]]) -> None:
        for step in steps:
            self.take(step)

    def take(self, find: Callable[[str], Iterable[tuple[int, list[Piece]]]]) -> bool:
        """
        Change the text as *find* says. False if nothing changed.
        """
        step = Step(self.text, find(self.text))
        if not step.changed:
            return False
        self.text = step.text
        self.steps.append(step)
        return True


def _without_unseen(text: str) -> Changes:
    for found in UNSEEN.finditer(text):
        yield found.start(), [(len(found[0]), "")]


def _between_scripts(text: str) -> Changes:
    """
    A blank where a word of one script stands directly beside a word of another: 律师Novak, Novak씨.
    """
    for found in _OTHER.finditer(text):
        start, end = found.span()
        if _BEFORE.search(text, max(0, start - 2), start):
            yield start, [(0, " ")]
        if _AFTER.match(text, end):
            yield end, [(0, " ")]
