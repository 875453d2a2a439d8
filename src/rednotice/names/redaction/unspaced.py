"""
Names in scripts that put no blanks between words, which are looked for anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rednotice.names.redaction.alphabets import UNSPACED_LETTERS, script_of
from rednotice.names.redaction.data import rows_of
from rednotice.names.redaction.listed import is_common

# What may stand between the characters of a name.
_BETWEEN = r"[\s·•・‧]{0,2}"
_TITLES = (
    "先生|女士|小姐|太太|夫人|老师|老師|律师|律師|教授|医生|醫生|博士|同学|同學|同志|氏|さん|さま|様"
    "|くん|君|ちゃん|某某|某"
)
# What stands before names in Thai, Lao, Khmer and Burmese.
_CALLED_BEFORE = "นางสาว|นาย|นาง|คุณ|น้อง|พี่|ลุง|ป้า|ทนาย|ດຣ|ທ້າວ|ນາງ|ທ່ານ|លោក|អ្នកស្រី|កញ្ញា|ဦး|ဒေါ်|ကို|မောင်"
_CALLED = "老小阿"
_THEN = "老小阿的都在说說来來和是有也就把被给給跟与與去了不没沒很还還要会會能想到让讓"
_LONG = 4  # letters, without their marks, of a name that stands inside no word
_PHRASE = 3  # letters of a name in other scripts than Han
_NAME = 2  # characters of a Chinese name
_TITLE = 8  # letters of a title, at the most
_AFTER_A_TITLE = re.compile(rf"(?:{_CALLED_BEFORE})\s?\Z")
_LETTER = re.compile(f"[{UNSPACED_LETTERS}]")
_KATAKANA, _TO_HIRAGANA = range(0x30A1, 0x30F7), 0x60


class Found(NamedTuple):
    """
    Where a name stands, and whether it is certain that it is one.
    """

    start: int
    end: int
    certain: bool


class Unspaced:
    """
    A search for *names* in such scripts, whole and in parts.
    """

    def __init__(self, names: Iterable[str], family_names: Iterable[str]) -> None:
        several = {name for name in names if _is_long(name)}
        short = {name for name in several if _is_short(name)}
        self._short = _pattern(short)
        several -= short
        self._certain = _pattern(one for one in several if not is_common(one))
        self._words = _pattern(one for one in several if is_common(one))
        families = "|".join(sorted(map(_in_any_form, family_names)))
        titled = (
            f"(?:{families})(?={_TITLES})|[{_CALLED}](?:{families})(?![\u3400-\u9fff])"
            f"|[{_CALLED}](?:{families})(?=[{_THEN}])"
        )
        self._titled = re.compile(titled) if families else None

    def find(self, text: str) -> Iterator[Found]:
        """
        Where the names stand in *text*.
        """
        edges: set[int] = set()
        for pattern, certain in ((self._certain, True), (self._titled, True), (self._words, False)):
            for found in pattern.finditer(text) if pattern else ():
                yield Found(found.start(), found.end(), certain)
                edges.update(found.span() if certain else ())
        for found in self._short.finditer(text) if self._short else ():
            start, end = found.span()
            beside = not edges.isdisjoint({start - 1, start, end, end + 1})
            yield Found(start, end, beside or _stands_alone(text, start, end))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """
    Whether what stands from *start* to *end* is called a name, or is part of no other word.
    """
    if _AFTER_A_TITLE.search(text, max(0, start - _TITLE), start):
        return True
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return not _LETTER.search(around)


def _is_short(name: str) -> bool:
    """
    Whether *name* is so short that it may stand in other words, and no border shows.
    """
    letters = sum(map(str.isalpha, name))
    return script_of(name[0]) in {"Thai", "Laoo", "Khmr", "Mymr"} and letters < _LONG


def _is_long(name: str) -> bool:
    return len(name) >= (_NAME if script_of(name[0]) == "Hani" else _PHRASE)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    ways = [
        ("" if script_of(one[0]) == "Hang" else _BETWEEN).join(map(_in_any_form, one))
        for one in sorted(names, key=len, reverse=True)
    ]
    return re.compile("|".join(ways)) if ways else None


def _in_any_form(sign: str) -> str:
    """
    A pattern for *sign*, also traditional or simplified, in hiragana or katakana.
    """
    forms = "".join({sign, *_variants().get(sign, ())})
    return f"[{forms}]" if len(forms) > 1 else re.escape(sign)


@cache
def _variants() -> dict[str, str]:
    rows = [simplified + traditional for simplified, traditional in rows_of("hanzi.csv")]
    rows += [chr(code) + chr(code - _TO_HIRAGANA) for code in _KATAKANA]
    return {sign: row for row in rows for sign in row}
