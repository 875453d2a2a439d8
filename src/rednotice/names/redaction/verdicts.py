"""
Whether a word that is written as a name may be is one, or is an ordinary word.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rednotice.names.redaction.alphabets import CASED, folded, script_of
from rednotice.names.redaction.births import is_month
from rednotice.names.redaction.graphs import Manner
from rednotice.names.redaction.listed import APOSTROPHES, Token, Worth, is_common

Verdict = bool | None
"""True for a name, False where an editor must look, None where only what stands beside it tells."""

_ANYWHERE = 7  # letters of a name that tells the person inside any word
_SMALL = 5  # letters of a name in another spelling that needs no capital
_VARIED = 7  # letters of a name with an ending, or respelt in its own letters, that needs none
_RESPELT = 5  # letters of a name that is respelt in its own letters
_CASED, _UNCASED = 4, 3  # letters of a name from another script, with capitals and without
_ENGLISH_ENDINGS = ("s", "es", "ed", "ing", "er", "ly")
_MAQSURA, _YAS = "ى", frozenset("يی")  # letters that Egyptian writers confuse
_LONG = 8  # letters of a name with a slip, in a script without capitals
WITH_SLIPS = CASED | {"Geor"}
"""Scripts in which names with slips are found."""
_SYLLABLE = 3  # Latin letters of a single character that can be a family name


class Place(NamedTuple):
    """
    Where a word stands: whether a sentence begins there, or at least a line, and whether it is a
    part of a handle, an address or the name of a file.
    """

    begins: bool = False
    begins_line: bool = False
    in_handle: bool = False


class _Word(NamedTuple):
    text: str
    plain: str
    cased: bool
    place: Place

    @property
    def capital(self) -> bool:
        """Whether it may be a name as it is written."""
        return self.text[:1].isupper() or not self.cased

    @property
    def common(self) -> bool:
        """Whether it is also an ordinary word, or an English form of one."""
        return is_common(self.plain) or any(
            self.plain.endswith(ending) and is_common(self.plain.removesuffix(ending))
            for ending in _ENGLISH_ENDINGS
        )


def verdict(token: Token, manner: Manner, text: str, place: Place) -> Verdict:
    """
    Whether *text*, which is written as *token* may be in this *manner*, is a name.
    """
    plain = folded(text)
    word = _Word(text, plain, bool(plain) and script_of(plain[0]) in CASED, place)
    worth = _worth(token, plain)
    if worth is Worth.WEAK or _ends_otherwise(token, text):
        return None
    if manner is Manner.AS_LISTED:
        if worth is Worth.SHORT and len(text) != len(token.text):
            return None  # Ann, where An is listed
        return _AS_LISTED[worth](word)
    if manner is not Manner.INSIDE and (_is_another_word(token, word) or worth is Worth.SHORT):
        return None
    if manner is Manner.INFLECTED and worth is Worth.COMMON and _is_one_word(token, text):
        return _also_a_word(word) if token.script != "Arab" else None
    return _OTHERWISE[manner](word, token)


def _worth(token: Token, plain: str) -> Worth:
    """
    What the word is worth as it is written here: Wang is more than 王.
    """
    if token.worth is Worth.WEAK and token.script == "Hani" and plain.isascii():
        return Worth.WHOLE if len(plain) >= _SYLLABLE else Worth.SHORT
    return token.worth


def _is_another_word(token: Token, word: _Word) -> bool:
    """
    Whether *word* is ordinary; what is written as the *token* is, if that is.
    """
    same = word.plain == folded(token.text)
    return token.worth is Worth.COMMON if same else word.common


def _is_one_word(token: Token, text: str) -> bool:
    """
    Whether *text* may be an ordinary word as well: in the script of the *token*, and without the
    apostrophe that Turkish puts after names only.
    """
    return script_of(text[0]) == token.script and set(APOSTROPHES).isdisjoint(text)


def _ends_otherwise(token: Token, text: str) -> bool:
    """
    Whether a short Arabic word ends in ى where the name ends in ي, or the other way round: على is
    "on", and علي is Ali.
    """
    ends = {token.text[-1], text[-1:]}
    return len(token.text) <= _UNCASED and _MAQSURA in ends and not ends.isdisjoint(_YAS)


def _whole(_: _Word) -> Verdict:
    return True


def _also_a_word(word: _Word) -> Verdict:
    if not word.cased:
        return True
    if not word.capital or (word.text.isupper() and len(word.text) > 1):
        return None
    return not word.place.begins and not is_month(word.plain)


def _short(word: _Word) -> Verdict:
    unclear = word.common and (word.place.begins_line or word.text.isupper())
    return (word.capital and word.cased and not unclear) or None


_AS_LISTED: dict[Worth, Callable[[_Word], Verdict]] = {
    Worth.WHOLE: _whole,
    Worth.COMMON: _also_a_word,
    Worth.SHORT: _short,
}


def _another_spelling(word: _Word, token: Token) -> Verdict:
    size = len(word.plain)
    respelt = token.script == "Latn" and script_of(word.plain[0]) == "Latn"
    if word.capital:
        return size >= (_RESPELT if respelt else _CASED if word.cased else _UNCASED) or None
    return size >= (_VARIED if respelt else _SMALL) or None


def _inflected(word: _Word, token: Token) -> Verdict:
    if (
        token.short
        and len(word.plain) < _RESPELT
        and script_of(word.plain[0]) == "Latn"
        and word.plain != folded(token.text)
    ):
        return None  # Betty is not Beta, but Betty
    return word.capital or len(word.plain) >= _VARIED or None


def _short_form(word: _Word, _: Token) -> Verdict:
    return (word.capital and len(word.plain) >= _UNCASED) or None


def _without_vowels(word: _Word, _: Token) -> Verdict:
    if script_of(word.plain[0]) != "Latn":  # there ordinary words of this kind are many
        told = word.capital and not word.text.isupper() and not word.place.begins
        return (told and len(word.plain) >= _RESPELT) or None
    return (word.capital and word.cased and len(word.plain) >= _CASED) or None


def _inside(word: _Word, token: Token) -> Verdict:
    if word.place.in_handle or len(folded(token.text)) >= _ANYWHERE:
        return True
    return (any(map(str.isupper, word.text[1:])) and not word.text.isupper()) or None


def _misspelt(word: _Word, token: Token) -> Verdict:
    return (word.capital if word.cased else len(token.text) >= _LONG) or None


def _may_be(*_: object) -> Verdict:
    return None


_OTHERWISE: dict[Manner, Callable[[_Word, Token], Verdict]] = {
    Manner.ANOTHER_SPELLING: _another_spelling,
    Manner.INFLECTED: _inflected,
    Manner.JOINED: _inflected,
    Manner.SHORT_FORM: _short_form,
    Manner.WITHOUT_VOWELS: _without_vowels,
    Manner.INSIDE: _inside,
    Manner.MISSPELT: _misspelt,
    Manner.MAY_BE: _may_be,
}
