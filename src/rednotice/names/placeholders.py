"""
Detect texts that only say that something is not known.
"""

from __future__ import annotations

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
    }
)
_A_NAME = "Nil"  # a forename in Catalan and Turkish; programs do not capitalise it
_CROSSES = 3  # as many as nobody is called
_LONGEST = max(map(len, _PLACEHOLDERS)) + 2  # with a space on each side


def is_placeholder(text: str) -> bool:
    """
    Whether *text* only says that something is not known: a dash, ``N/A``, "unknown", ``null``,
    ``FNU``, ``XXXX``.
    """
    # The number of a document need not have letters, but no placeholder consists of digits.
    bare = text.strip()
    if _is_crossed_out(bare):
        return True
    if len(text) > _LONGEST:
        return False
    if bare.casefold() in _PLACEHOLDERS:
        return bare != _A_NAME
    return not (bare[:1].isalnum() or any(map(str.isalnum, bare)))


def _is_crossed_out(bare: str) -> bool:
    return len(bare) >= _CROSSES and not bare.strip("xXхХ")  # Cyrillic ones too
