"""
Dates of birth: those that are listed, in every way to write them, and those of which a text says
that they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rednotice.names.redaction.data import rows_of
from rednotice.names.redaction.kinds import Identifier, Kind

_WHOLE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_BORN = re.compile(
    r"(?:\b(?:born|b\.|d\.?o\.?b\.?|date of birth|birth ?date|née?e?|né\(e\)|nacid[oa]|nasc\w*|nato"
    r"|nata|geboren|geb\.|geboortedatum|urodz\w*|ur\.|naroz\w*|nar\.|doğum\w*|doğ\.|tug.?ilgan"
    r"|rođen\w*|род\w*|р\.|дата рождения|г\.р\.|нар\w*|туған|туулган|γεννη\w*|sinh|szül\w*"
    r"|synt(?:\.|yn\w*)|gim(?:ė|imo|us\w*)|dzim\w*)"
    r"|מועד לידה|נולדה?|מולדת|المولودة?|ولد(?:ت)?|تاريخ الميلاد|مواليد|متولد|出生(?:日期|于|於)?"
    r"|生年月日|생년월일|출생|დაბადებ\w*|დაიბადა|ծնվ\w*|जन्म|เกิด(?:วันที่|เมื่อ)?)"
    r"(?:[^\w\n]{0,4}(?:(?:on|le|el|am|em|il|op|dne|dnia|tarihi|sanasi|күні|ngày|في|ב|the|in|is|:|-)"
    r"\W{1,3}){0,2}|\W{0,2}ב-?)\Z",
    re.IGNORECASE,
)
# Born in a place, which has a capital, on a day.
_PLACE = r"(?-i:[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐҚҒ])[\w'’]*[-, ]{1,2}(?:(?:de|la|el|of|al|an|der|am|e|i)[- ])?"
_BORN_THERE = re.compile(
    r"\b(?:born|née?|nacid[oa]|nato|nata|geboren|urodzon\w|narozen\w?|родил\w{1,3}|народи\w{2,4}"
    rf"|doğ\w+)\s(?:in|at|à|en|em|im|w|we|v|ve|в|у|на)\s(?:{_PLACE}){{1,4}}"
    r"(?:(?:on|le|el|am|em|il|dne|dnia|the)\s){0,2}\Z",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(
    r"[\s,(-]{0,3}(?:(?:г(?:ода?|\.)?|р(?:оку|\.)?|yil(?:da|i)?|жылы?|йил(?:да|и)?|il|г)?[\s.]{0,2}"
    r"(?:рожд\w*|р\.|народж\w*|н\.|туған|tug.?ilgan|туғилган|doğul\w*|doğumlu|d\.lu)"
    r"|出生|生まれ|生(?![^\W])|출생|생\b|년생|births?\b)",
    re.IGNORECASE,
)
_BORN_SOON = re.compile(
    "born|b\\.|d\\.?o\\.?b|birth|née?|né|nac|nasc|nat[oa]|nar|geb|urodz|ur\\.|doğ|tug|rođ|род|р\\.|рожд|нар|ту|γεν"
    "|d\\.lu|sinh|szül|synt|gim|dzim|туғ|н\\.|生|เกิด"
    "|לד|ولد|ميلاد|مواليد|متولد|出生|生年|생|დაბ|დაიბ|ծն|जन्म"
)
_YEAR = re.compile(r"[0-9](?:[0-9]{3}(?![0-9])|[0-9]?[./-][0-9]{1,2}[./-][0-9]{2})")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_DAYS = 31  # of a month; a number above is a year
_WINDOW, _REST = 80, 32  # signs before and after a year in which a date and its meaning stand
_BETWEEN = r"\s?[-./,\s\u2010-\u2015年月年월년]\s?"
_OF = r"\s?(?:of |de |d'|ב)?[\s.-]?"  # between a day and its month
_BEFORE_YEAR = r"\.?,?[\s-]?(?:de |del )?"
_YEAR_SAID = r"(?:[\s-]?(?:წლის|жылғы|йил|yil|ci il|оны|m\.|г\.|\.))?[\s,.-]{1,2}"
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|\.|日|일)?"


class Births:
    """
    A search for dates of birth, of which *listed* are known, each as ``1987-03-04``.
    """

    def __init__(self, listed: Iterable[str]) -> None:
        dates = [found.groups() for found in map(_WHOLE.search, listed) if found]
        ways = [way for year, month, day in dates for way in _ways(year, int(month), int(day))]
        self._listed = re.compile("|".join(ways), re.IGNORECASE) if ways else None
        self._years = {one for year, _, _ in dates for one in (year, _in_thailand(year), year[2:])}

    def find(self, text: str) -> Iterator[Identifier]:
        """
        The dates of birth in *text*, whose digits are European.
        """
        if self._listed and any(year in text for year in self._years):
            for found in self._listed.finditer(text):
                yield Identifier(found.start(), found.end(), Kind.DATE_OF_BIRTH)
        done = 0
        for year in _YEAR.finditer(text):
            if year.start() < done:
                continue
            window = text[max(done, year.start() - _WINDOW) : year.end() + _REST]
            if not _BORN_SOON.search(window.lower()):
                continue
            shift = max(done, year.start() - _WINDOW)
            for found in _any_date().finditer(window):
                if _is_of_birth(window, found):
                    done = shift + found.end()
                    yield Identifier(shift + found.start(), done, Kind.DATE_OF_BIRTH)


def _is_of_birth(text: str, found: re.Match[str]) -> bool:
    first = max(0, found.start() - _WINDOW)
    return bool(
        _BORN.search(text, first, found.start())
        or _BORN_THERE.search(text, first, found.start())
        or _BORN_AFTER.match(text, found.end())
    )


def _ways(year: str, month: int, day: int) -> Iterator[str]:
    years = f"(?:{year}|{_in_thailand(year)}|['’]?{year[2:]})"
    d, m, name = f"0?{day}", f"0?{month}", _months()[month]
    edge, end = r"(?<![0-9])", r"(?![0-9])"
    yield f"{edge}{year}{_BETWEEN}{m}{_BETWEEN}{d}(?:日|일)?{end}"
    yield f"{edge}{d}{_BETWEEN}{m}{_BETWEEN}{years}{end}"
    yield f"{edge}{m}{_BETWEEN}{d}{_BETWEEN}{years}{end}"
    yield f"{edge}{year}{month:02}{day:02}{end}"
    yield f"{edge}{day:02}{month:02}{year}{end}"
    yield f"{edge}{d}{_ORDINAL}{_OF}(?:{name}){_BEFORE_YEAR}{years}{end}"
    yield rf"\b(?:{name})\.?\s{d}{_ORDINAL},?\s{years}{end}"
    yield rf"{edge}{year}{_YEAR_SAID}(?:{name})\.?\s{d}{end}"
    yield rf"{edge}{year}{_YEAR_SAID}{d}[\s-](?:{name})"
    yield rf"{edge}{d}[\s.]{{1,2}}{_ROMAN[month - 1]}[\s.]{{1,2}}{year}{end}"
    yield rf"{edge}{d} tháng {m} năm {year}{end}"
    if int(year[2:]) > _DAYS:
        yield f"{edge}{year[2:]}[-./]{m}[-./]{d}{end}"
        yield f"{edge}{year[2:]}{month:02}{day:02}-[0-9]{{7}}{end}"


def _in_thailand(year: str) -> str:
    return str(int(year) + 543)


@cache
def _any_date() -> re.Pattern[str]:
    names = "|".join(_months().values())
    number = r"(?:[0-9]{1,4}\s?[-./\u2010-\u2015]\s?[0-9]{1,2}\s?[-./\u2010-\u2015]\s?[0-9]{2,4})"
    asian = r"(?:[0-9]{4}\s?[年년]\s?(?:[0-9]{1,2}\s?[月월]\s?(?:[0-9]{1,2}\s?[日일])?)?)"
    first = f"(?:[0-9]{{1,2}}{_ORDINAL}{_OF}(?:{names}){_BEFORE_YEAR}[0-9]{{4}})"
    other = rf"(?:\b(?:{names})\.?\s(?:[0-9]{{1,2}}{_ORDINAL},?\s)?[0-9]{{4}})"
    third = rf"(?:[0-9]{{4}}{_YEAR_SAID}[0-9]{{1,2}}[\s-](?:{names}))"
    vietnamese = "(?:[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4})"
    ways = (first, other, third, vietnamese, asian, number)
    return re.compile(f"(?<![0-9/.-])(?:{'|'.join(ways)})(?![0-9/])", re.IGNORECASE)


@cache
def _months() -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for number, _, names in rows_of("months.csv"):
        found.setdefault(int(number), []).extend(names.split("|"))
    return {
        number: "|".join(map(re.escape, sorted(set(names), key=len, reverse=True)))
        for number, names in found.items()
    }


def is_month(word: str) -> bool:
    """
    Whether *word*, in small letters, is the name of a month.
    """
    return word in _month_names()


@cache
def _month_names() -> frozenset[str]:
    return frozenset(name for names in _months().values() for name in names.split("|"))
