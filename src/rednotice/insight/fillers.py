"""
Texts that a tool or a template fills in, so that they look like facts and are none.
"""

from __future__ import annotations

import hashlib
from typing import Any, get_args

from rednotice.records.limits import Named
from rednotice.types.texts import Address, Sha256, Text

# What editors, generators of forms and templates put where somebody is to write.
_WORDS = (
    *("string", "text", "example", "sample", "placeholder", "dummy", "todo", "fixme", "tbc"),
    *("test", "foo", "bar", "foobar", "asdf", "qwerty", "enter text here", "your text here"),
    *("click or tap here to enter text.", "insert text here", "to be completed"),
)
_SPELT = frozenset(spelt for word in _WORDS for spelt in (word, word.capitalize(), word.upper()))
_LATIN = "orem ipsum"
_OF_NOTHING = hashlib.sha256(b"").hexdigest()
_RUN = "0123456789abcdef"
_FEW = 2  # digits, of which no hash is made


def _examples_of(hint: Any) -> tuple[str, ...]:
    return next(note.examples for note in get_args(hint) if isinstance(note, Named))


# What the schema itself shows: an editor may offer it.
_SHOWN = frozenset(one for hint in (Text, Address, Sha256) for one in _examples_of(hint))
_FILLERS = _SPELT | _SHOWN


def has_filler(texts: list[str]) -> bool:
    """
    Whether one of *texts* is a filler. It is quick, since most cases have none.
    """
    return not _FILLERS.isdisjoint(texts) or _LATIN in "\n".join(texts)


def is_filler(text: str) -> bool:
    """
    Whether *text* is what a tool or a template fills in: ``string``, ``TODO``, "Lorem ipsum …", or
    an example of the schema.
    """
    return text in _FILLERS or _LATIN in text


def is_filler_hash(sha256: str) -> bool:
    """
    Whether *sha256* is the hash of an empty file, an example of the schema, or no hash at all.
    """
    return (
        sha256 == _OF_NOTHING or len(set(sha256)) <= _FEW or sha256 == _RUN * 4 or is_filler(sha256)
    )


def is_start_of_list(codes: tuple[str, ...], listed: list[str]) -> bool:
    """
    Whether *codes* are the first of *listed* in its order, two or more of them.
    """
    return len(codes) > 1 and list(codes) == listed[: len(codes)]
