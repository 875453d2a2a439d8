"""
Numbers of travel and identity documents that a text calls so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rednotice.names.redaction.kinds import Identifier, Kind

_DOCUMENTS = (
    *("passport", "passeport", "pasaport", "passaport", "reisepass", "paszport", "паспорт"),
    *("pasport", "pașaport", "cestovní pas", "putovnic", "útlevel", "төлқұжат", "personalausweis"),
    *("pass nr", "pass-nr", "passnummer", "identity card", "id card", "id number", "national id"),
    *("carte d'identité", "carta d'identità", "laissez-passer", "travel document"),
    *("identity document", "visa", "удостоверение личности", "вид на жительство", "жеке куәлік"),
    *("جواز", "گذرنامه", "پاسپورت", "护照", "護照", "旅券", "여권", "דרכון", "διαβατ", "პასპორტ"),
)
_MARK = (
    r"(?:no|nos|nr|num|núm|number|numéro|número|numero|numer\w*|nummer|numarası|nömrə\w*|raqam\w*"
    r"|serial|series|seria|seriya\w*|č|číslo|αρ|αριθμ\w*|ном\w*|серия|серии|сериясы|№|n[°º]|מס|מספר"
    r"|رقم|شماره|号码|號碼|番号|号|號|번호)(?-i:(?![a-zà-ÿа-яёα-ω]))"
)
_SIGNS = r"[\s:#№.,('’\"-]{0,4}"
_LETTERS = "(?-i:[A-ZА-ЯЁІЇЄΑ-Ω]{1,3})"
_SERIES = rf"(?:{_LETTERS}|[0-9]{{2}} ?[0-9]{{2}}|[0-9]{{2}})"
_WORD = rf"(?!{_LETTERS}\s)[^\W\d_]{{2,}}"  # not a series
_NUMBER = (
    rf"(?:{_SERIES}\s?(?:{_MARK}\.?|-)?\s?[0-9]{{4,10}}"
    r"|(?=(?:[^\W\d_]*[0-9]){4})(?=[^\W_]*?[0-9]{2})[^\W_](?:[^\W_]|<){4,13}"
    r"|(?=[A-Z0-9-]*[0-9]{3})[A-Z0-9]{1,4}-[A-Z0-9]{4,12}|[0-9]{2}(?: ?[0-9]{2}){2,4})"
)
_YEARS = r"(?!(?:19|20)[0-9]{2}\s?[-\u2010-\u2015/]\s?(?:19|20)?[0-9]{2}(?![0-9]))"
# Directly after the word for the document, after a mark such as "No.", or after few words and one.
_AFTER = re.compile(
    rf"\w*{_SIGNS}(?:(?:(?:{_WORD}\s){{0,3}}?{_MARK}{_SIGNS}){{1,2}}(?:is\s)?|(?:{_WORD}\s(?={_LETTERS}\s?[0-9]{{6}}))?)"
    rf"{_YEARS}(?P<number>{_NUMBER})(?![^\W_])",
    re.IGNORECASE,
)


def documents(text: str) -> Iterator[Identifier]:
    """
    The numbers of documents in *text*.
    """
    small = text.lower()
    for word in _DOCUMENTS:
        place = small.find(word)
        while place >= 0:
            found = _AFTER.match(text, place + len(word))
            if found:
                yield Identifier(*found.span("number"), Kind.DOCUMENT_NUMBER)
            place = small.find(word, place + 1)
