"""
Normalise a text for comparing names: lower case, no marks, Latin letters, and transliterations.
"""

from __future__ import annotations

import re
import unicodedata
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
_PLAIN = str.maketrans(_LATIN | _CYRILLIC | _ARABIC)
# Apostrophes, half rings for ayn or hamza, and soft signs, which some write and others leave out.
APOSTROPHES = "'`´‘’‛ʹʺʻʼʽʾʿˈˊˋ՚＇"
_LEFT_OUT = str.maketrans(dict.fromkeys(f"{APOSTROPHES}ـ"))
NAME = 256  # characters of a name or an id; longer texts are not cached
_UNSEEN = {"Mn", "Mc", "Me", "Cf"}  # marks on letters, vowel signs, joiners and direction marks
# Differences between transliterations of one name, applied in this order: kh or h, zh or j, Alexey
# or Alexei, Fyodorov or Fedorov, -aev or -ayev, ue or u with two dots, one letter or two.
_LETTERS_ALIKE = str.maketrans("xqwy", "hkvi")
_ALIKE = (
    *(("shch", "sh"), ("sch", "sh"), ("dzh", "j"), ("zh", "j"), ("dj", "j")),
    *(("kh", "h"), ("gh", "g"), ("ts", "c")),
    *(("ii", "i"), ("ie", "e"), ("io", "e"), ("ae", "a"), ("oe", "o"), ("ue", "u")),
)
_TWICE = re.compile(r"([a-z])\1+")


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
    plain = _plain(text)
    alike = plain.translate(_LETTERS_ALIKE)
    for one, other in _ALIKE:
        alike = alike.replace(one, other)
    if _TWICE.search(alike):
        alike = _TWICE.sub(r"\1", alike)
    return (plain,) if alike == plain else (plain, alike)


def _plain(text: str) -> str:
    small = text.casefold().translate(_LEFT_OUT)
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small)
    bare = "".join(char for char in apart if unicodedata.category(char) not in _UNSEEN)
    return unicodedata.normalize("NFC", bare.translate(_PLAIN))
