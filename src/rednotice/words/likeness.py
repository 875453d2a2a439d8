"""
Find the word of ours that somebody meant: the same word in another spelling, or one that is nearly
the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

LONGEST = 100  # characters; no word of ours is so long, and comparing longer ones is slow
# The share of letters in common, counted as difflib does, that makes two words nearly the same: it
# is enough for `lable` and `label`, and too much for `times` and `notices`.
LIKENESS = 0.75
_APART = 0.02  # by how much one word must be nearer than the next, for that one to be meant
_PREFIX = 2  # letters from which on what is put before a word makes another word of it
_SHORTEST = 3  # letters; a shorter word is nearly the same as too many others
_HUMP = re.compile("(?<=[a-z0-9])(?=[A-Z])")
_BETWEEN = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """
    *text* as it is compared: without capitals, accents and punctuation, and with one blank between
    words. ``issuingState``, ``Issuing-State`` and ``issuing_state`` are the same.
    """
    apart = unicodedata.normalize("NFKD", _HUMP.sub(" ", text)).casefold()
    letters = "".join(one for one in apart if not unicodedata.combining(one))
    return _BETWEEN.sub(" ", letters).strip()


def nearest(word: str, known: Iterable[str], likeness: float = LIKENESS) -> str | None:
    """
    The one of *known* that is spelt like *word*, or nearly so; None if none is, or if two are
    about equally near.

    Two words are nearly the same from *likeness* on. A word of fewer than three letters is like no
    other.
    """
    if len(word) > LONGEST:
        return None
    spelt: dict[str, str] = {}
    for one in known:
        spelt.setdefault(plain(one), one)
    wanted = plain(word)
    return spelt.get(wanted) or _nearly(wanted, spelt, likeness)


def are_alike(one: str, other: str, likeness: float = LIKENESS) -> bool:
    """
    Whether two plain words are the same with a slip of the pen, from *likeness* on. Words of fewer
    than three letters must be the same.
    """
    from difflib import SequenceMatcher  # slow to import, and seldom needed

    if one == other or min(len(one), len(other)) < _SHORTEST or _is_prefixed(one, other):
        return one == other
    return SequenceMatcher(None, one, other).ratio() >= likeness


def _nearly(wanted: str, spelt: Mapping[str, str], likeness: float) -> str | None:
    from difflib import SequenceMatcher, get_close_matches  # slow to import, and seldom needed

    if len(wanted) < _SHORTEST:
        return None
    # Few slips are in the first letters, and comparing with all words takes ten times as long.
    begun = [
        one
        for one in spelt
        if (one[:1] in wanted[:2] or one[1:2] == wanted[0]) and not _is_prefixed(one, wanted)
    ]
    if not begun:
        return None
    near = get_close_matches(wanted, begun, n=2, cutoff=likeness)
    shares = [SequenceMatcher(None, one, wanted).ratio() for one in near]
    is_clear = len(shares) == 1 or (shares and shares[0] - shares[1] >= _APART)
    return spelt[near[0]] if is_clear else None


def _is_prefixed(one: str, other: str) -> bool:
    """
    Whether the two are a word and the same with a prefix, which may turn it round: `admissible` and
    `inadmissible` are not spellings of one word.
    """
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) >= _PREFIX and long.endswith(short)


def is_plain_name(text: str) -> bool:
    """
    Whether *text* may be repeated in a message beside the word of ours that it is like: it has only
    letters, digits and signs that one can see, none of which could be mistaken for another.
    """
    return len(text) <= LONGEST and text.isprintable() and "`" not in text and text == text.strip()
