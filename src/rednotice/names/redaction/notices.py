"""
Numbers of notices and of INTERPOL's own files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rednotice.names.redaction.kinds import Identifier, Kind

_NOTICE = re.compile(
    r"(?<![0-9/.-])((?:19|20)[0-9]{2})\s?/\s?([0-9]{3,7})(?:-[0-9]{1,3})?(?![0-9/])"
)
_SLASH = re.compile(r"/\s?[0-9]{3}")
# As the General Secretariat numbers its messages about a notice: A-1234/5-2019.
_CONTROL = re.compile(r"(?<![^\W_])[A-ZА-Я]-?[0-9]{1,6}/[0-9]{1,2}-(?:19|20)[0-9]{2}(?![0-9])")
_REST = 12  # signs of the number after its slash
_YEAR = 5  # signs of a year before a slash
_LONG = 4  # digits of a notice's number that is none of a law
_BEFORE = 40  # signs before a number that tell what it is
_LAW = re.compile(
    r"\b(?:eu|ec|eec|eg|ce|ue|euratom|regulation|directive|decision|law|act|resolution|verordnung"
    r"|richtlinie|règlement|loi|ley|zakon\w*|закон\w*)\W{0,4}(?:(?:no|nr|núm|n[°º]|№)\W{0,3})?\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"notice|interpol|интерпол|إنتربول|注意|通报|通報|수배", re.IGNORECASE)


def notices(text: str) -> Iterator[Identifier]:
    """
    The numbers of notices in *text*. One that may be the number of a law is left.
    """
    for slash in _SLASH.finditer(text):
        found = _NOTICE.search(text, max(0, slash.start() - _YEAR), slash.end() + _REST)
        if found is None or found.start() > slash.start():
            continue
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if _LAW.search(before):
            continue
        certain = len(found[2]) >= _LONG or _WORD.search(before) is not None
        yield Identifier(found.start(), found.end(), Kind.NOTICE_NUMBER, certain)
    for found in _CONTROL.finditer(text) if "/" in text else ():
        yield Identifier(*found.span(), Kind.NOTICE_NUMBER)
