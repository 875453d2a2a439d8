"""
Everyday words and what they are called here: `dob` is `Subject.born`, and `deported` is a code.

The table is ``everyday.csv``. Each row has a word or a phrase, and the members and codes that it
may mean, the likeliest first: ``Subject.born`` is a member of a record class, and
``outcome_kinds:deported`` is a code of a list. A test holds all of them to the model and the lists.
"""

from __future__ import annotations

from collections import deque
from functools import cache
from typing import Any

import attrs

from rednotice.records import fields_of
from rednotice.records.shapes import Nested

_DEEPEST = 2  # levels of nested records in which a member is looked for


@attrs.frozen
class Everyday:
    """
    An everyday word or phrase, and what it may mean.

    Attributes:
        word: The word or phrase, in small letters, with blanks between words.
        means: The members and codes that it may mean, as the table writes them, the likeliest
            first.
    """

    word: str
    means: tuple[str, ...]

    @property
    def members(self) -> tuple[tuple[str, str], ...]:
        """The members that it may mean, each as the name of a record class and of a member."""
        return tuple(_pair(one, ".") for one in self.means if ":" not in one)

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """The codes that it may mean, each as the name of a codelist and a code."""
        return tuple(_pair(one, ":") for one in self.means if ":" in one)


@cache
def everyday_words() -> tuple[Everyday, ...]:
    """
    All everyday words, in the order of the table.
    """
    import csv  # imported here because importing the model does not need it
    from importlib.resources import files

    lines = files("rednotice.insight").joinpath("everyday.csv").read_text("utf-8").splitlines()
    return tuple(
        Everyday(row["word"], tuple(row["means"].split())) for row in csv.DictReader(lines)
    )


def member_meant(cls: Any, word: str) -> str | None:
    """
    The member of the record class *cls* that *word* means, as names joined by dots if it is inside
    a nested record; None if the table does not know the word for such a record.

    Capitals, hyphens and underscores make no difference: ``filed`` of a proceeding is
    ``dates.filed``, and ``DOB`` of a subject is ``born``.
    """
    found = _by_word().get(_plain(word))
    if found is None:
        return None
    within = _members_within(cls)
    return next((within[one] for one in found.members if one in within), None)


def code_meant(codelist: str, word: str) -> str | None:
    """
    The code of the list named *codelist* that *word* means; None if the table does not know it.
    """
    found = _by_word().get(_plain(word))
    codes = found.codes if found else ()
    return next((code for name, code in codes if name == codelist), None)


def _pair(text: str, sign: str) -> tuple[str, str]:
    owner, _, name = text.partition(sign)
    return owner, name


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("_", " ").replace("-", " ").split())


@cache
def _by_word() -> dict[str, Everyday]:
    return {one.word: one for one in everyday_words()}


@cache
def _members_within(cls: Any) -> dict[tuple[str, str], str]:
    """
    The path of every member in *cls* and the records inside it, the nearest ones, by the name of
    each class that has the member and its own name.
    """
    found: dict[tuple[str, str], str] = {}
    waiting: deque[tuple[Any, tuple[str, ...]]] = deque([(cls, ())])
    while waiting:
        record, path = waiting.popleft()
        for field in fields_of(record):
            for one in record.__mro__:  # a base class may declare the member
                found.setdefault((one.__name__, field.name), ".".join((*path, field.name)))
            if isinstance(field.one, Nested) and len(path) < _DEEPEST:
                waiting.append((field.one.record, (*path, field.name)))
    return found
