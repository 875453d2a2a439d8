"""
Whether an id or a file name gives a name away.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_SHORTEST = 3  # letters; shorter parts of names stand in half of all words
_WORDS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """
    *text* in small letters without marks, so that Örneköy and ORNEKOY are one.
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def tokens(names: Iterable[str]) -> frozenset[str]:
    """
    The parts of *names* that are long enough to tell a person by.
    """
    return frozenset(
        word for name in names for word in _WORDS.findall(folded(name)) if len(word) >= _SHORTEST
    )


def shares_a_token(text: str, named: frozenset[str]) -> bool:
    """
    Whether *text*, an id or a file name, contains one of the tokens *named*.

    A token of three letters must be a whole part of it; a longer one may be run into others.
    """
    if not named:
        return False
    plain = folded(text)
    words = set(_WORDS.findall(plain))
    return any(token in words or (len(token) > _SHORTEST and token in plain) for token in named)
