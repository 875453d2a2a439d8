"""
Find numbers that may identify a person, in a document that was refused or could not be read.

Nobody knows what is a number of a notice or a passport there, so every text counts that looks like
one. Dates, and ids and references where they are expected, do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rednotice.names.format_words import pointing_members
from rednotice.names.numbers import LONGEST, holds_a_number, identifying

_HUGE = 10**40  # a number of more digits is none of a document
_DIGITS = 4  # of a shown text that may hold such a number
_WORDS = re.compile("[0-9A-Za-z][0-9A-Za-z/._-]{6,}")
# A blank stands only before a part of the number that has digits.
_WITH_BLANKS = re.compile("[0-9A-Za-z](?:[0-9A-Za-z/._-]| (?=[0-9A-Za-z]*[0-9])){6,}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T.*)?)?(?:/.*)?|[0-9]{4}/[0-9]{4}")
_BETWEEN = re.compile("[/._ -]|%2[0-9a-f]")
_BLANK = re.compile("[/._ -]")


def in_value(value: Any, shown_texts: Iterable[str]) -> Iterator[str]:
    """
    Yield the texts and numbers in the plain *value* that may identify a person, and stand in one of
    *shown_texts*.
    """
    shown = Shown(shown_texts)
    if shown.may_hold_some:
        for key, text in _scalars(value):
            if key not in pointing_members():
                yield from shown.told_by(text)


class Shown:
    """
    Texts that are shown, in which numbers are looked for.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [text for text in texts if sum(map(str.isdecimal, text)) >= _DIGITS]
        self._plain = "\n".join(
            between.sub("", text.casefold())
            for text in self._texts
            for between in (_BETWEEN, _BLANK)
        )

    @property
    def may_hold_some(self) -> bool:
        """Whether one of the texts has enough digits for a number."""
        return bool(self._texts)

    def told_by(self, text: str) -> Iterator[str]:
        """
        Yield *text*, or words of it, if they are numbers that stand in a shown text.
        """
        for one in {text.strip(), *_WORDS.findall(text), *_WITH_BLANKS.findall(text)}:
            if len(one) > LONGEST:
                continue
            # Most texts stand in none, and that is asked first.
            if _BLANK.sub("", one.casefold()) in self._plain and not _DATE.fullmatch(one):
                number = identifying((one.strip("/._-"),))
                if any(holds_a_number(shown, number) for shown in self._texts):
                    yield from number


def _scalars(value: Any) -> Iterator[tuple[str, str]]:
    """
    Yield the texts and whole numbers in *value*, each with its key, and the keys.
    """
    waiting: list[tuple[str, Any]] = [("", value)]
    for key, whole in waiting:  # the loop adds to it
        kind = type(whole)
        if kind is dict:
            waiting += whole.items()
            waiting += (("", name) for name in whole)
        elif kind is list:
            waiting += ((key, part) for part in whole)
        elif kind is str or (kind is int and abs(whole) < _HUGE):
            yield key, str(whole)
