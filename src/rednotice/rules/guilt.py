"""
Words that call somebody guilty, in English prose.
"""

from __future__ import annotations

import re

_NOUNS = ("criminal", "extremist", "felon", "fugitive", "gangster", "terrorist")
_MENTIONED = re.compile("|".join(_NOUNS))
# A noun at the end of a phrase. Before another noun ("criminal proceedings", "terrorist
# organisation") the same word is part of a term and calls nobody anything.
_CALLED = re.compile(
    rf"\b(?:{'|'.join(_NOUNS)})(?=\s*$|\s+\w$|[^\w\s-]|\s+(?:and|at|but|by|from|has|in|is|of|on|or|to"
    r"|was|wanted|who|with)\b)"
)
_WORD = re.compile(r"[\w-]+")
_NEAR = 3  # words before, in which it may be said whose word it is, or that it is none
_WHOSE = {
    *("accused", "alleged", "allegedly", "as", "being", "branded", "call", "called", "calls"),
    *("described", "label", "labelled", "listed", "never", "no", "not", "said", "so-called"),
    *("supposed", "suspected", "without"),
}
_QUOTES = "\"'`«„“‘‹"


def calls_guilty(text: str) -> bool:
    """
    Whether *text* calls somebody a criminal, a terrorist or the like, as a fact.

    It does not where the three words before say whose word it is, deny it, or it is in quotation
    marks.
    """
    plain = text.lower()
    if not _MENTIONED.search(plain):
        return False
    for found in _CALLED.finditer(plain):
        before = plain[: found.start()]
        if before.endswith(tuple(_QUOTES)):
            continue
        if _WHOSE.isdisjoint(_WORD.findall(before)[-_NEAR:]):
            return True
    return False
