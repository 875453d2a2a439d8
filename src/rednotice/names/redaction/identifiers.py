"""
Numbers and addresses that identify a person: those that are listed, those of e-mail, the lines of a
passport that machines read, and what stands near digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rednotice.names.redaction.coordinates import coordinates
from rednotice.names.redaction.digits import with_european_digits
from rednotice.names.redaction.documents import documents
from rednotice.names.redaction.kinds import Identifier, Kind
from rednotice.names.redaction.notices import notices
from rednotice.names.redaction.telephones import telephones

_LONGEST = 72  # signs before the at of an address
_AT = re.compile(
    r"@|[\[({]\s?(?i:at|arroba|собака)\s?[\])}]\s?|_at_(?=[^\W_]+_dot_)|\sAT\s(?=[\w-]+\sDOT\s)"
)
_SIGNS_OF_AN_AT = (*"@[({", "_at_", "AT")
_MAILBOX = r"(?:mailto:)?[\w.!#$%&'*+/=?^`{|}~-]{1,64}"
_BEFORE_AT = re.compile(rf"{_MAILBOX}\Z")
_BEFORE_BRACKETS = re.compile(rf"{_MAILBOX}\s?\Z")  # as in `a.b [at] example.org`
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|punto|точка)\s?[\])}]\s?|\sDOT\s)"
_DOMAIN = re.compile(rf"(?:[\w-]{{1,63}}{_DOT}){{1,5}}[^\W\d_]{{2,24}}")
_DOMAIN_IN_WORDS = re.compile(r"(?:[^\W_]{1,63}_dot_){1,5}[^\W\d_]{2,24}")  # x_at_y_dot_org
_MACHINE = re.compile(r"(?<![A-Z0-9<])(?=[A-Z0-9<]*<)[A-Z0-9<]{20,44}(?![A-Z0-9<])")
_BETWEEN = r"[\s/._\u2010-\u2015:-]{0,3}"
_PARTS = re.compile(r"[^\W_]+")
_LEAST = 4  # letters and digits of a number that is listed


class Identifiers:
    """
    A search for identifiers, and for the *numbers* that are listed, whatever stands between their
    parts.
    """

    def __init__(self, numbers: Iterable[str]) -> None:
        ways = sorted({_way(number) for number in numbers} - {""}, key=len, reverse=True)
        self._listed = re.compile("|".join(ways), re.IGNORECASE) if ways else None
        self._parts = {
            max(_PARTS.findall(number), key=len).casefold() for number in numbers if _way(number)
        }

    def find(self, text: str) -> Iterator[Identifier]:
        """
        What identifies a person in *text*, whose digits are European.
        """
        yield from _emails(text)
        yield from _machine_lines(text)
        if self._listed and self._listed_may_stand(text.lower()):
            for found in self._listed.finditer(text):
                yield Identifier(found.start(), found.end(), Kind.NUMBER)

    def find_near_digits(self, text: str) -> Iterator[Identifier]:
        """
        What identifies a person in *text* by a number in it. The text is one of `near_digits`.
        """
        for search in (telephones, notices, documents, coordinates):
            yield from search(text)

    def _listed_may_stand(self, small: str) -> bool:
        return any(part[:3] in small for part in self._parts)


def _way(number: str) -> str:
    parts = _PARTS.findall(with_european_digits(number))
    signs = "".join(parts)
    if len(signs) < _LEAST or not any(map(str.isdigit, signs)):
        return ""
    return rf"(?<![^\W_]){_BETWEEN.join(map(re.escape, signs))}(?![^\W_])"


def _emails(text: str) -> Iterator[Identifier]:
    for sign in _AT.finditer(text) if any(one in text for one in _SIGNS_OF_AN_AT) else ():
        domain = (_DOMAIN_IN_WORDS if sign[0] == "_at_" else _DOMAIN).match(text, sign.end())
        way = _BEFORE_AT if sign[0] in {"@", "_at_"} else _BEFORE_BRACKETS
        local = domain and way.search(text, max(0, sign.start() - _LONGEST), sign.start())
        if domain and local:
            yield Identifier(local.start(), domain.end(), Kind.EMAIL)


def _machine_lines(text: str) -> Iterator[Identifier]:
    if "<<" in text:
        for found in _MACHINE.finditer(text):
            if found[0].count("<") > 1 or any(map(str.isdigit, found[0])):
                yield Identifier(found.start(), found.end(), Kind.MACHINE_READABLE_ZONE)
