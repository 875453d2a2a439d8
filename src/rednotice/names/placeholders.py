"""
Detect texts that only say that something is not known.
"""

from __future__ import annotations

import re

# Placeholders that people type, in the languages that INTERPOL's bureaus use most.
_PLACEHOLDERS = frozenset(
    {
        *("n/a", "n.a.", "n.n.", "n/k", "n.k.", "tbd", "tba", "xx", "xxx", "unknown", "not known"),
        *("not stated", "not given", "no data", "anonymous", "unbekannt", "inconnu", "inconnue"),
        *("desconocido", "desconocida", "sin datos", "неизвестно", "не известно", "нет данных"),
        *("غير معروف", "не установлено", "bilinmiyor", "desconhecido", "不详", "未知"),
        # Placeholders that programs write.
        *("null", "none", "nil", "undefined"),
        # Placeholders of visa and police forms: first or last name unknown, no name given.
        *("fnu", "lnu", "fnu lnu", "nfn", "nln", "nmn", "f.n.u.", "l.n.u."),
        *("no name given", "name unknown", "first name unknown", "last name unknown"),
        *("no name", "noname", "no surname", "no first name", "unk", "not available"),
        # What an archive, a court or an editor writes instead of a name.
        *("redacted", "name redacted", "withheld", "name withheld", "anonymised", "anonymized"),
        *("anonym", "anon.", "same as above", "see above", "nomen nescio"),
        *("н/д", "б/н", "без имени", "невідомо", "невідомий", "невідома", "неизвестен"),
        *("неизвестна", "белгисиз", "номаълум", "белгісіз", "naməlum", "noma'lum"),
        *("isimsiz", "i\u0307simsiz", "bilinmeyen", "sin nombre", "s/d", "sans nom", "sem nome"),
        *("senza nome",),
        *("sconosciuto", "sconosciuta", "onbekend", "nieznany", "nieznana", "necunoscut", "okänd"),
        *("ukjent", "ukendt", "neznámý", "neznáma", "nepoznat", "άγνωστος", "άγνωστη"),
        *("مجهول", "بدون اسم", "نامعلوم", "ناشناس", "无名氏", "無名氏", "佚名", "不詳", "不明"),
    }
)
_A_NAME = "Nil"  # a forename in Catalan and Turkish; programs do not capitalise it
_CROSSES = 3  # as many as nobody is called
_LONGEST = 2 * max(map(len, _PLACEHOLDERS)) + 6  # twice, with signs around and between
_LAST_WORDS = frozenset(text[text.rfind(" ") + 1 :] for text in _PLACEHOLDERS)
_AROUND = "()[]<>{}\"'`_*"
_BETWEEN = re.compile(r"[\s,;]+")


def is_placeholder(text: str) -> bool:
    """
    Whether *text* only says that something is not known: a dash, ``N/A``, "unknown", ``null``,
    ``FNU``, ``XXXX``, also in brackets, or for each part of a name (``UNKNOWN, UNKNOWN``).
    """
    bare = text.strip()
    # Most texts begin with a letter and do not end with a placeholder, and that is asked first.
    last = bare[bare.rfind(" ") + 1 :]
    may_end_so = last.casefold() in _LAST_WORDS or _is_crossed_out(last)
    if not may_end_so and bare[:1].isalnum():
        return False
    if _is_crossed_out(bare):
        return True
    if len(text) > _LONGEST:
        return False
    if bare.casefold() in _PLACEHOLDERS:
        return bare != _A_NAME
    if not any(map(str.isalnum, bare)):
        return True
    if bare[0] in _AROUND:
        return is_placeholder(bare.strip(_AROUND))
    return (
        last != bare
        and (last.casefold() in _PLACEHOLDERS or _is_crossed_out(last))
        and all(map(is_placeholder, _BETWEEN.split(bare)))
    )


def _is_crossed_out(bare: str) -> bool:
    return len(bare) >= _CROSSES and not bare.strip("xXхХ")  # Cyrillic ones too
