"""
Numbers of telephones: international ones, and others that a text calls so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rednotice.names.redaction.kinds import Identifier, Kind

_NUMBER = re.compile(r"[0-9+(][0-9 ()./\u00a0\u2010-\u2015-]{6,}[0-9]")
_WORDS = (
    r"\b(?:tel|phone|mobile|cell|whatsapp|viber|signal|telegram|fax|tél|telefon\w*|móvil|handy"
    r"|gsm|numara\w*|тел|телефон\w*|моб|факс)\b|هاتف|جوال|موبایل|تلفن|电话|電話|手机|手機|전화|טלפון"
)
# What else is said of a number that one may ring.
_ASKED = (
    r"\b(?:calls?|called|dial|ring|rang|text(?:ed)?|contact|reach(?:ed)?|appel\w*|joindre|joignable"
    r"|llám\w*|llam\w*|ruf\w*|erreichbar|ara|arayın\w*|dzwoń\w*|звон\w*|позвон\w*|дзвон\w*"
    r"|(?:my|his|her) number|(?:по|мой|его|её|ее) номеру?)\b|اتصل|联系|連絡|聯繫|연락"
)
_WORD_BEFORE = re.compile(rf"(?:{_WORDS})[^0-9\n;\]]{{0,20}}\Z", re.IGNORECASE)
_WORD_AFTER = re.compile(rf"[^\w\n]{{0,3}}\w{{0,2}}(?:{_WORDS})", re.IGNORECASE)
_ASKED_BEFORE = re.compile(rf"(?:{_ASKED})[^0-9\n;\]]{{0,24}}\Z", re.IGNORECASE)
_BEFORE, _AFTER = 48, 16  # signs before and after a number that tell what it is
# A trunk prefix, and then groups of digits: 0532 555 44 33, 8 (901) 555-01-23, (202) 555-0143.
_GROUPED = re.compile(
    r"(?:0[0-9]{1,5}|8[ \u00a0-]?\(?[0-9]{3}\)?|\([0-9]{2,5}\))"
    r"(?:[ \u00a0./\u2010-\u2015-]{1,2}[0-9]{2,7}){1,5}"
    r"|0[0-9]{9,10}"
)
_INTERNATIONAL = re.compile(r"[( ]*(?:\+|00)[( ]*[1-9]")
_DECIMAL_NUMBER = re.compile(r"\+?[0-9]+\.[0-9]+|.*/.*")
_DATE = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}")
_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"
_ADDRESS = re.compile(rf"{_OCTET}(?:\.{_OCTET}){{3}}")  # of a computer
_LEAST_DIGITS, _MOST_DIGITS = 8, 15


def telephones(text: str) -> Iterator[Identifier]:
    """
    The numbers of telephones in *text*.
    """
    for found in _NUMBER.finditer(text):
        run = found[0]
        digits = sum(map(str.isdigit, run))
        if not _LEAST_DIGITS <= digits <= _MOST_DIGITS or _is_something_else(run):
            continue
        if _is_international(text, found) or _is_called_so(text, found):
            start = found.start() + (len(run) - len(run.lstrip()))
            yield Identifier(start, found.end(), Kind.TELEPHONE)


def _is_something_else(run: str) -> bool:
    return any(one.fullmatch(run) for one in (_DATE, _ADDRESS))


def _is_international(text: str, found: re.Match[str]) -> bool:
    begun = _INTERNATIONAL.match(found[0]) is not None
    return begun and not _DECIMAL_NUMBER.fullmatch(found[0]) and not _is_within(text, found)


def _is_called_so(text: str, found: re.Match[str]) -> bool:
    first = max(0, found.start() - _BEFORE)
    if _WORD_BEFORE.search(text, first, found.start()):
        return True
    if not _GROUPED.fullmatch(found[0]) or _is_within(text, found):
        return False
    return bool(
        _ASKED_BEFORE.search(text, first, found.start())
        or _WORD_AFTER.match(text, found.end(), found.end() + _AFTER)
    )


def _is_within(text: str, found: re.Match[str]) -> bool:
    """
    Whether *found* is a piece of a longer row of letters and digits.
    """
    before, after = (
        text[max(0, found.start() - 1) : found.start()],
        text[found.end() : found.end() + 1],
    )
    joined = after.isalnum() and after.isascii()
    return before.isalnum() or joined or before in {"-", "."}
