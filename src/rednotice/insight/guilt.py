"""
Words that call somebody guilty, in English prose.
"""

from __future__ import annotations

import re

_NOUNS = ("criminal", "extremist", "felon", "fugitive", "gangster", "terrorist")
_NOUN = f"(?:{'|'.join(_NOUNS)})"
# Several at once, with those that are joined to them; no other word has such a plural.
_SEVERAL = rf"{_NOUN}s\b(?: (?:and|or) {_NOUN}s\b)*"
# One, at the end of a phrase or before a word that goes on about a person. Before another noun
# ("criminal proceedings", "terrorist organisation") the same word is part of a term and calls
# nobody anything; so is the first of two ("terrorist and extremist activity", "criminal or civil").
_GOES_ON = (
    "at|but|by|from|has|in|is|of|on|to|was|wanted|who|with"
    rf"|(?:and|or) (?!(?:{_NOUN}|administrative|civil|disciplinary|separatist)\b)"
)
_ONE = rf"{_NOUN}(?=\s*$|\s+\w$|[^\w\s-]|\s+(?:{_GOES_ON})\b)"
_CALLED = re.compile(rf"(?<![\w-])(?:{_SEVERAL}|{_ONE})")
_WORD = re.compile(r"[\w-]+")
_FAR = 120  # characters before that are looked at, so that a long text takes no longer
_NEAR = 3  # words before, in which it may be said whose word it is, or that it is none
_WHOSE = {
    *("accused", "alleged", "allegedly", "as", "being", "branded", "call", "called", "calls"),
    *("described", "label", "labelled", "list", "listed", "lists", "never", "no", "not", "said"),
    *("so-called", "supposed", "suspected", "without"),
}
_QUOTES = "\"'`«„“‘‹"


def calls_guilty(text: str) -> bool:
    """
    Whether *text* calls somebody a criminal, a terrorist or the like, as a fact.

    It does not where the three words before say whose word it is, deny it, or it is in quotation
    marks.
    """
    plain = text.lower()
    for noun in _NOUNS:  # each is looked for in less time than all at once by a pattern
        if noun in plain:
            break
    else:
        return False
    for found in _CALLED.finditer(plain):
        before = plain[max(0, found.start() - _FAR) : found.start()]
        if before.endswith(tuple(_QUOTES)):
            continue
        if _WHOSE.isdisjoint(_WORD.findall(before)[-_NEAR:]):
            return True
    return False
