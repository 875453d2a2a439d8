"""
Numbers and addresses that identify a person: of notices and documents, of telephones, of e-mail,
coordinates, and the lines of a passport that machines read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from rednotice.names.redaction.digits import with_european_digits


class Kind(StrEnum):
    """
    What was taken out of a text.
    """

    NAME = "name"
    NUMBER = "number"
    DATE_OF_BIRTH = "date_of_birth"
    NOTICE_NUMBER = "notice_number"
    DOCUMENT_NUMBER = "document_number"
    TELEPHONE = "telephone"
    EMAIL = "email"
    COORDINATES = "coordinates"
    MACHINE_READABLE_ZONE = "machine_readable_zone"


class Identifier(NamedTuple):
    """
    Where something stands that identifies a person, what it is, and whether that is certain.
    """

    start: int
    end: int
    kind: Kind
    certain: bool = True


_LONGEST = 72  # signs before the at of an address
_AT = re.compile(r"@|[\[({]\s?(?i:at)\s?[\])}]\s?")
_MAILBOX = r"(?:mailto:)?[\w.!#$%&'*+/=?^`{|}~-]{1,64}"
_BEFORE_AT = re.compile(rf"{_MAILBOX}\Z")
_BEFORE_BRACKETS = re.compile(rf"{_MAILBOX}\s?\Z")  # as in `a.b [at] example.org`
_DOMAIN = re.compile(r"(?:[\w-]{1,63}(?:\.|\s?[\[({]\s?dot\s?[\])}]\s?)){1,5}[^\W\d_]{2,24}")
_DIGITS = re.compile(r"[0-9+(][0-9 ()./\u00a0\u2010-\u2015-]{6,}[0-9]")
_PHONE_WORD = re.compile(
    r"(?:\b(?:tel|phone|mobile|cell|whatsapp|viber|signal|telegram|fax|tél|telefon\w*|móvil|handy"
    r"|gsm|numara\w*|тел|телефон\w*|моб|факс)\b|هاتف|جوال|موبایل|تلفن|电话|電話|手机|手機|전화|טלפון)[^0-9\n]{0,20}\Z",
    re.IGNORECASE,
)
_INTERNATIONAL = re.compile(r"[( ]*(?:\+|00)[( ]*[1-9]")
_DECIMAL_NUMBER = re.compile(r"\+?[0-9]+\.[0-9]+|.*/.*")
_LEAST_DIGITS, _MOST_DIGITS = 8, 15
_NOTICE = re.compile(
    r"(?<![0-9/.-])((?:19|20)[0-9]{2})\s?/\s?([0-9]{3,7})(?:-[0-9]{1,3})?(?![0-9/])"
)
_SLASH = re.compile(r"/\s?[0-9]{3}")
_REST = 12  # signs of the number after it
_YEAR = 5  # signs of a year before a slash
_LONG = 4  # digits of a notice's number that is none of a law
_LAW = re.compile(
    r"(?:\b(?:eu|ec|eec|eg|ce|ue|euratom|regulation|directive|decision|law|act|resolution|no\.?"
    r"|verordnung|richtlinie|règlement|directive|loi|ley|zakon\w*|закон\w*|№|nr\.?)\W{0,4})\Z",
    re.IGNORECASE,
)
_NOTICE_WORD = re.compile(r"notice|interpol|интерпол|إنتربول|注意|通报|通報|수배", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?:passport|passeport|pasaporte?|passaporto|reisepass|paszport\w*|pasaport\w*|паспорт\w*"
    r"|identity card|id card|id number|national id|laissez-passer|travel document|visa"
    r"|جواز(?: السفر)?|护照|護照|여권|דרכון|διαβατήρι\w*)"
    r"(?:\s?(?:no|nr|num|number|numéro|número|numer|№|номер|رقم|号码|号|號|번호)\b\.?)?[\s:#№,(]{0,4}(?:(?:no|nr|number|serial|series|серия)\b\.?[\s:]{0,3})?"
    r"(?P<number>(?=[A-Z0-9 <-]{0,14}[0-9]{3})[A-Z0-9]{1,4}[ -]?[A-Z0-9<]{4,12})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_DOCUMENT_WORDS = (
    *("passport", "passeport", "pasaport", "passaport", "reisepass", "paszport", "паспорт"),
    *("identity card", "id card", "id number", "national id", "laissez-passer", "travel document"),
    *("visa", "جواز", "护照", "護照", "여권", "דרכון", "διαβατ"),
)
_MACHINE = re.compile(r"(?<![A-Z0-9<])(?=[A-Z0-9<]*<)[A-Z0-9<]{20,44}(?![A-Z0-9<])")
_DEGREES = re.compile(
    r"[0-9]{1,3}(?:[.,][0-9]+)?\s?[°º]\s?(?:[0-9]{1,2}(?:[.,][0-9]+)?\s?['′’]\s?)?"
    r"(?:[0-9]{1,2}(?:[.,][0-9]+)?\s?(?:[\"″”]|'')\s?)?[NSEWnsewСЮВЗ]\b"
    r"(?:[\s,;/]{0,3}[0-9]{1,3}(?:[.,][0-9]+)?\s?[°º]\s?(?:[0-9]{1,2}(?:[.,][0-9]+)?\s?['′’]\s?)?"
    r"(?:[0-9]{1,2}(?:[.,][0-9]+)?\s?(?:[\"″”]|'')\s?)?[NSEWnsewСЮВЗ]\b)?"
)
_DECIMAL = re.compile(
    r"(?<![0-9.])[-+]?[0-9]{1,2}\.[0-9]{4,}\s?[°º]?\s?[NS]?\s?[,/ ]\s?[-+]?[0-9]{1,3}\.[0-9]{4,}"
    r"\s?[°º]?\s?[EW]?(?![0-9.])"
)
_DECIMAL_DIGITS = re.compile(r"[0-9]\.[0-9]{4}")
_SAME_AS_DATE = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}")
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
        for search in (_phones, _notices, _documents, _coordinates):
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
    for sign in _AT.finditer(text) if any(one in text for one in "@[({") else ():
        domain = _DOMAIN.match(text, sign.end())
        way = _BEFORE_AT if sign[0] == "@" else _BEFORE_BRACKETS
        local = domain and way.search(text, max(0, sign.start() - _LONGEST), sign.start())
        if domain and local:
            yield Identifier(local.start(), domain.end(), Kind.EMAIL)


def _phones(text: str) -> Iterator[Identifier]:
    for found in _DIGITS.finditer(text):
        run = found[0]
        digits = sum(map(str.isdigit, run))
        if not _LEAST_DIGITS <= digits <= _MOST_DIGITS or _SAME_AS_DATE.fullmatch(run):
            continue
        plus = _INTERNATIONAL.match(run) is not None
        said = _PHONE_WORD.search(text, max(0, found.start() - 40), found.start()) is not None
        alone = not _DECIMAL_NUMBER.fullmatch(run) and not _is_within(text, found)
        if (plus and alone) or said:
            start = found.start() + (len(run) - len(run.lstrip()))
            yield Identifier(start, found.end(), Kind.TELEPHONE)


def _is_within(text: str, found: re.Match[str]) -> bool:
    """
    Whether *found* is a piece of a longer row of letters and digits.
    """
    before, after = (
        text[max(0, found.start() - 1) : found.start()],
        text[found.end() : found.end() + 1],
    )
    return before.isalnum() or after.isalnum() or before in {"-", "."}


def _notices(text: str) -> Iterator[Identifier]:
    for slash in _SLASH.finditer(text):
        found = _NOTICE.search(text, max(0, slash.start() - _YEAR), slash.end() + _REST)
        if found is None or found.start() > slash.start():
            continue
        before = text[max(0, found.start() - 40) : found.start()]
        if _LAW.search(before):
            continue
        certain = len(found[2]) >= _LONG or _NOTICE_WORD.search(before) is not None
        yield Identifier(found.start(), found.end(), Kind.NOTICE_NUMBER, certain)


def _documents(text: str) -> Iterator[Identifier]:
    small = text.lower()
    for word in _DOCUMENT_WORDS:
        place = small.find(word)
        while place >= 0:
            found = _DOCUMENT.match(text, place)
            place = small.find(word, place + 1)
            if found:
                start, end = found.span("number")
                yield Identifier(start, end, Kind.DOCUMENT_NUMBER)


def _machine_lines(text: str) -> Iterator[Identifier]:
    if "<<" in text:
        for found in _MACHINE.finditer(text):
            if found[0].count("<") > 1 or any(map(str.isdigit, found[0])):
                yield Identifier(found.start(), found.end(), Kind.MACHINE_READABLE_ZONE)


def _coordinates(text: str) -> Iterator[Identifier]:
    if "°" in text or "º" in text:
        for found in _DEGREES.finditer(text):
            yield Identifier(found.start(), found.end(), Kind.COORDINATES)
    done = 0
    for digits in _DECIMAL_DIGITS.finditer(text):
        pair = _DECIMAL.search(text, max(done, digits.start() - 3), digits.end() + 60)
        if pair and digits.start() >= done:
            done = pair.end()
            yield Identifier(pair.start(), done, Kind.COORDINATES)
