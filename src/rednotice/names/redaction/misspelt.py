"""
Words that are a name but for a slip: a letter too many, too few, another, or two changed round.

It needs the package ``rapidfuzz``, which the extra ``redact`` brings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec

# Letters of a name, and how many slips it may have from there on.
_SLIPS = ((11, 3), (8, 2), (5, 1))
_SHORTEST, _LONGEST = 5, 64


@cache
def is_available() -> bool:
    """
    Whether the package that compares words is installed.
    """
    return find_spec("rapidfuzz") is not None


def misspelt(names: Iterable[tuple[int, str]], words: Iterable[str]) -> Iterator[tuple[str, int]]:
    """
    Those of *words* that are nearly one of *names*, each with the number of that.

    The first letter is never the slip.
    """
    from rapidfuzz import process  # type: ignore[import-not-found,unused-ignore]
    from rapidfuzz.distance import OSA  # type: ignore[import-not-found,unused-ignore]

    begun: dict[str, list[str]] = {}
    for word in words:
        if _SHORTEST - 1 <= len(word) <= _LONGEST:
            begun.setdefault(word[0], []).append(word)
    for number, name in names:
        most = next((slips for size, slips in _SLIPS if len(name) >= size), 0)
        if most and name[0] in begun:
            near = process.extract(
                name, begun[name[0]], scorer=OSA.distance, score_cutoff=most, limit=None
            )
            yield from ((word, number) for word, _, _ in near)
