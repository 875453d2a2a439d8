"""
Normalise a text for comparing names: lower case, no marks, Latin letters, and transliterations.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from functools import lru_cache

# Latin letters that Unicode does not decompose into a letter and a mark. Their replacements are
# those of the transform Latin-ASCII of the Common Locale Data Repository (CLDR), except for the
# schwa, which that lacks: passports and newspapers write Azerbaijani names with an a.
_LATIN = {
    **dict(zip("ðđħıĸłŋøŧŀ", "ddhiqlnotl", strict=True)),
    **dict(zip("ƀɓƈɖɗɛƒǥɠɨƙƚɲƞƥʈƭʉʋƴƶȷɉ", "bbcddefggiklnnpttuvyzjj", strict=True)),
} | {"æ": "ae", "œ": "oe", "þ": "th", "ŉ": "n", "ə": "a", "ǝ": "a"}
# Cyrillic as newspapers in English write it (BGN/PCGN 1947 for Russian, marks left out), with the
# further letters of Ukrainian, Belarusian, Serbian and Macedonian, and of Tajik, Uzbek, Kazakh,
# Kyrgyz, Tatar, Bashkir, Mongolian, Ossetian, Uyghur and the languages of the North Caucasus.
_CYRILLIC = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True)),
    **dict(zip("ґғӷҕқҡҝҟӄңҥӈүұөәіјѕҳһӽҷҹҙҫҭ", "ggggkkkkknnnuuoaijzhhhjjzst", strict=True)),
} | {
    **dict.fromkeys("ъьӏ", ""),
    **dict(zip("жхцчшщюя", ("zh", "kh", "ts", "ch", "sh", "shch", "yu", "ya"), strict=True)),
    **dict(zip("єҗӕђљњћџ", ("e", "j", "ae", "dj", "lj", "nj", "c", "dj"), strict=True)),
}
# Arabic letters that Persian, Urdu, Uyghur and Kurdish write in a different form.
_ARABIC = dict(zip("یىکےەہھة", "ييكيهههه", strict=True))
# Apostrophes, half rings for ayn or hamza, and soft signs, which some write and others leave out.
APOSTROPHES = "'`´‘’‛ʹʺʻʼʽʾʿˈˊˋ՚＇"
_LEFT_OUT = re.compile(f"[{re.escape(APOSTROPHES)}ـ]")
NAME = 256  # characters of a name or an id; longer texts are not cached
_UNSEEN = {"Mn", "Mc", "Me", "Cf"}  # marks on letters, vowel signs, joiners and direction marks
_KEPT = 2**14  # signs that are remembered; most texts have a few hundred
# Differences between transliterations of one name, applied in this order: kh or h, zh or j, Alexey
# or Alexei, Fyodorov or Fedorov, -aev or -ayev, ue or u with two dots, one letter or two.
_ALIKE = (
    *(("x", "h"), ("q", "k"), ("w", "v"), ("y", "i")),
    *(("shch", "sh"), ("sch", "sh"), ("dzh", "j"), ("zh", "j"), ("dj", "j")),
    *(("kh", "h"), ("gh", "g"), ("ts", "c")),
    *(("ii", "i"), ("ie", "e"), ("io", "e"), ("ae", "a"), ("oe", "o"), ("ue", "u")),
)
_REPEATED = re.compile(r"(?<=([a-z]))\1++")


def spellings(text: str) -> tuple[str, ...]:
    """
    Return *text* in lower case without marks and, as far as possible, in Latin letters, so that
    Örneköy and ORNEKOY are equal. If it differs, also return a form without the differences between
    transliterations, so that Рахимов, Rakhimov and Rahimov are equal.

    Characters between words are kept. Chinese and Korean are not transliterated, nor are Arabic,
    Persian, Hebrew, Greek, Armenian, Georgian and the scripts of India.
    """
    return _spellings(text) if len(text) <= NAME else _spellings.__wrapped__(text)


@lru_cache(maxsize=4096)
def _spellings(text: str) -> tuple[str, ...]:
    small = plain(text)
    alike = small
    for one, other in _ALIKE:
        alike = alike.replace(one, other)
    alike = single(alike)
    return (small,) if alike == small else (small, alike)


def letters_that_may_become(letters: AbstractSet[str]) -> frozenset[str]:
    """
    The *letters*, and those that may become some of them, or nothing, in the second spelling.
    """
    found = frozenset(letters)
    for one, other in reversed(_ALIKE):
        if found.issuperset(other):
            found = found.union(one)
    return found


def single(text: str) -> str:
    """
    *text* with each row of a small Latin letter as one letter.
    """
    return _REPEATED.sub("", text)


def plain(text: str) -> str:
    """
    The first of the `spellings` of *text*.
    """
    small = _LEFT_OUT.sub("", text.casefold())
    if small.isascii():
        return small
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", small).translate(_PLAIN))


class _Signs(dict[int, str | None]):
    """
    What stands for each sign of a text; None for marks that nobody sees by themselves.
    """

    def __missing__(self, sign: int) -> str | None:
        own = chr(sign)
        found = None if unicodedata.category(own) in _UNSEEN else own
        if len(self) < _KEPT:
            self[sign] = found
        return found


_PLAIN = _Signs((ord(sign), plain) for sign, plain in (_LATIN | _CYRILLIC | _ARABIC).items())
