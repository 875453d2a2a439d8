"""
Words that people give files and folders, which ``ordinary.csv`` has, and those of our own lists.
They tell nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rednotice import codelists
from rednotice.model import Case, SharedDocument
from rednotice.names.romanisation import normal
from rednotice.records import fields_of, record_classes

_LEAST = 4  # letters of a word of which others are made
_NAME = 3  # letters of what is left
_WORDS = re.compile(r"[^\W\d_]+")


def is_ordinary(word: str) -> bool:
    """
    Whether *word*, as `rednotice.names.romanisation.normal` gives it, is an ordinary word, or is
    made of ordinary words of four letters or more.
    """
    words = ordinary_words()
    if word in words:
        return True
    ends = {0}
    for end in range(_LEAST, len(word) + 1):
        if any(end - start >= _LEAST and word[start:end] in words for start in ends):
            ends.add(end)
    return len(word) in ends


def without_ordinary_ends(word: str) -> Iterator[str]:
    """
    Yield what is left of *word* without an ordinary word of four letters or more at its beginning
    or its end, if that is long enough to be a name and no ordinary word itself.
    """
    words = ordinary_words()
    for size in range(_LEAST, len(word) - _NAME + 1):
        for end, rest in ((word[:size], word[size:]), (word[-size:], word[:-size])):
            if end in words and not is_ordinary(rest):
                yield rest


@cache
def ordinary_words() -> frozenset[str]:
    """
    All ordinary words, as `rednotice.names.romanisation.normal` gives them.
    """
    said = files("rednotice.names").joinpath("ordinary.csv").read_text("utf-8").splitlines()[1:]
    for name in codelists.names():
        for code in codelists.codelist(name):
            said += (code.code, code.label, code.definition)
    for root in (Case, SharedDocument):
        for cls in record_classes(root):
            said += (field.name for field in fields_of(cls))
    return frozenset(word for text in said for word in _WORDS.findall(normal(text)))
