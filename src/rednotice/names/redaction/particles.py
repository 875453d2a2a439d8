"""
Small words that stand before a name, and whether they belong to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rednotice.names.redaction.alphabets import ARABIC_ARTICLE, CASED, folded, script_of
from rednotice.names.tokens import is_particle

# Mother, father, son or daughter of the one who is named; in no language an ordinary word.
_KIN = frozenset({"abu", "abou", "abi", "umm", "oum", "ibn", "bint", "binti", "абу", "умм", "ибн"})
_ARABIC = {folded(one) for one in _KIN} | {"bin", "ben", "бин", "abd", "abdul"}
_ARTICLES = frozenset({"al", "el", "ul", "il", "аль", "эль", "ал", "эл"})
_VOWELS = frozenset("aeiuаэеиу")


class Particles(NamedTuple):
    """
    The particles of some names, and whether one of these has the Arabic article.
    """

    words: frozenset[str]
    article: bool

    def has(self, word: str, following: str) -> bool:
        """
        Whether *word* belongs to a name that goes on with *following*.
        """
        plain = folded(word)
        if word.casefold() in _KIN or plain in self.words or script_of(plain[0]) not in CASED:
            return True
        return self.article and (plain in _ARTICLES or _is_before_sun(plain, folded(following)))


def particles_of(names: Iterable[str]) -> Particles:
    """
    The particles of the words of *names*.
    """
    words = [folded(word) for name in names for word in name.replace("-", " ").split()]
    found = {word for word in words if is_particle(word)}
    arabic = any(word and script_of(word[0]) == "Arab" for word in words)
    article = any(word in _ARTICLES or word.startswith(ARABIC_ARTICLE) for word in words)
    return Particles(frozenset(found | (_ARABIC if arabic else set())), article)


def _is_before_sun(plain: str, following: str) -> bool:
    """
    Whether *plain* is the article as it sounds before the letter that follows: ar-Rashid.
    """
    return len(plain) > 1 and plain[0] in _VOWELS and following.startswith(plain[1:])
