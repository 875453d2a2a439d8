"""
Detect words that call somebody guilty, in English prose.
"""

from __future__ import annotations

import re

_NOUNS = ("criminal", "extremist", "felon", "fugitive", "gangster", "terrorist")
_NOUN = f"(?:{'|'.join(_NOUNS)})"
# A plural, with others that are joined to it; a plural always means persons.
_SEVERAL = rf"{_NOUN}s\b(?: (?:and|or) {_NOUN}s\b)*"
# A singular, at the end of a phrase or before a word that continues a statement about a person.
# Before another noun ("criminal proceedings", "terrorist organisation") the word is part of a term
# and does not mean a person; nor does the first of two joined words ("terrorist and extremist
# activity", "criminal or civil").
_GOES_ON = (
    "at|but|by|from|has|in|is|of|on|to|was|wanted|who|with"
    rf"|(?:and|or) (?!(?:{_NOUN}|administrative|civil|disciplinary|separatist)\b)"
)
_ONE = rf"{_NOUN}(?=\s*$|\s+\w$|[^\w\s-]|\s+(?:{_GOES_ON})\b)"
_CALLED = re.compile(rf"(?<![\w-])(?:{_SEVERAL}|{_ONE})")
_WORD = re.compile(r"[\w-]+")
_FAR = 120  # characters before a word that are searched, so that a long text takes no longer
_NEAR = 3  # words before it that may attribute or deny it
_WHOSE = {
    *("accused", "alleged", "allegedly", "as", "being", "branded", "call", "called", "calls"),
    *("described", "label", "labelled", "list", "listed", "lists", "never", "no", "not", "said"),
    *("so-called", "supposed", "suspected", "without"),
}
_QUOTES = "\"'`«„“‘‹"


def calls_guilty(text: str) -> bool:
    """
    Whether *text* calls somebody a criminal, a terrorist or the like, as a fact.

    It does not if one of the three words before attributes or denies the word, or if the word is in
    quotation marks.
    """
    plain = text.lower()
    for noun in _NOUNS:  # faster than a pattern for all of them
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
