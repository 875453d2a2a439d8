"""
Coordinates, in degrees and minutes or as decimal numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rednotice.names.redaction.kinds import Identifier, Kind

_ONE = r"[0-9]{1,3}(?:[.,][0-9]+)?"
_MINUTES = rf"{_ONE}\s?(?:['′’´]\s?)?(?:{_ONE}\s?(?:[\"″”]|''|′′|’’)\s?)?"
_ANGLE = rf"{_ONE}\s?[°º]\s?(?:{_MINUTES})?"
_EXACT = rf"{_ONE}\s?[°º]\s?{_MINUTES}"
_AFTER = r"(?:[NSEWOСЮВЗnsew]\b|[сю]\.?\s?ш\b\.?|[вз]\.?\s?д\b\.?)"
_BEFORE = r"(?:\b[NSEWO]\s?|[北南][纬緯]\s?|[东東西][经經]\s?)"
_BETWEEN = r"[\s,;/，、]{0,3}"
_DEGREES = re.compile(
    rf"{_BEFORE}{_EXACT}{_BETWEEN}{_BEFORE}{_EXACT}"
    rf"|{_ANGLE}{_AFTER}(?:{_BETWEEN}{_ANGLE}{_AFTER})?"
)
_DECIMAL = re.compile(
    r"(?<![0-9.])[-+]?[0-9]{1,2}\.[0-9]{4,}\s?[°º]?\s?[NS]?\s?[,/ ]\s?[-+]?[0-9]{1,3}\.[0-9]{4,}"
    r"\s?[°º]?\s?[EW]?(?![0-9.])"
    r"|(?<![0-9,٫])[-+]?[0-9]{1,2}[,٫][0-9]{4,}\s?[;،]\s?[-+]?[0-9]{1,3}[,٫][0-9]{4,}(?![0-9])"
)
_DECIMAL_DIGITS = re.compile(r"[0-9][.,٫][0-9]{4}")
_NUMBER = r"\W{0,4}[-+]?[0-9]{1,3}[.,٫][0-9]{2,}"
_CALLED = re.compile(
    rf"(?:\blat(?:itude)?|\bшир(?:ота|оты)?|\bbreite|\benlem|纬度|緯度|عرض){_NUMBER}\W{{0,6}}"
    rf"(?:lon(?:g(?:itude)?)?|lng|долг(?:ота|оты)?|länge|boylam|经度|經度|طول){_NUMBER}",
    re.IGNORECASE,
)


def coordinates(text: str) -> Iterator[Identifier]:
    """
    The coordinates in *text*.
    """
    for pattern in (_DEGREES, _CALLED) if "°" in text or "º" in text else (_CALLED,):
        for found in pattern.finditer(text):
            end = found.start() + len(found[0].rstrip())
            yield Identifier(found.start(), end, Kind.COORDINATES)
    done = 0
    for digits in _DECIMAL_DIGITS.finditer(text):
        pair = _DECIMAL.search(text, max(done, digits.start() - 3), digits.end() + 60)
        if pair and digits.start() >= done:
            done = pair.end()
            yield Identifier(pair.start(), done, Kind.COORDINATES)
