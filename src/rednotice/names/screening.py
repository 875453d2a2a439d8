"""
Pick out of many words those that may be written with the letters of a file's name.

It takes ten times as long to compare a word with a name in every spelling as to see that the name
has no letters for its beginning or its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rednotice.names.romanisation import LONGEST, all_ways, is_dense

DENSEST = 12  # Chinese, Japanese or Korean characters of a word that may be a name
_FEW = 1_000  # words for which no pattern is made
_DENSE = "\u2e80-\ua4cf\uac00-\ud7a3\U00020000-\U0010ffff"  # as `is_dense` has it


def worth_comparing(words: Iterable[str], run: str) -> list[str]:
    """
    Those of *words*, as `rednotice.names.romanisation.normal` gives them, of which *run*, a row of
    letters, may be made; and some more. Few words are given back as they are, and all if the run is
    not in Latin letters.
    """
    several = [*words]
    if len(several) <= _FEW or not run.isascii():
        return several
    return _pattern(run).findall("\n".join(several))


@lru_cache(maxsize=64)
def _pattern(run: str) -> re.Pattern[str]:
    """
    A pattern for lines with one word each.

    A word is worth comparing if its first three signs may be written in the run, or its last two. A
    word of dense characters is, if the run may begin with one of them, or has two that stand side
    by side. Signs that are in no table, and very long words, are always worth it.
    """
    possible: set[str] = set()
    others: set[str] = set()
    inside: list[str] = []
    first: list[str] = []
    for signs, ways in all_ways():
        is_inside = all(any(way in run for way in unit) for unit in ways)
        if not is_dense(signs):
            (possible if is_inside else others).update(signs)
        elif is_inside:
            inside.append(signs)
            if len(ways) > 1 or any(run.startswith(way) for unit in ways[:1] for way in unit):
                first.append(signs)
    never, pair, start = re.escape("".join(others - possible)), _class(inside), _class(first)
    plain = f"[^\n{never}]{{1,2}}$|[^\n{never}]{{3}}.*$|.*[^\n{never}]{{2}}$|.{{{LONGEST + 1},}}$"
    dense = f".{{0,{DENSEST - 1}}}?(?:{pair}{{2}}|{start}|[^{_DENSE}\n]).*$"
    return re.compile(f"^(?:(?![{_DENSE}])(?:{plain})|(?=[{_DENSE}]){dense})", re.MULTILINE)


def _class(signs: Iterable[str]) -> str:
    """
    The pattern for one of *signs*.
    """
    listed = re.escape("".join(signs))
    return f"[{listed}]" if listed else "(?!)"
