"""
The codes of countries and of languages by their names in English, French, Spanish and their own
languages, and by their codes with three letters.

The tables are ``country_names.csv`` and ``language_names.csv``, which ``make names`` writes from
the Unicode CLDR.
"""

from __future__ import annotations

from functools import cache, lru_cache

from rednotice.words.likeness import LONGEST, nearest, plain

_SHORTEST = 6  # letters of a name of a country that may be misspelt; shorter ones are too alike


@lru_cache(maxsize=1024)
def country_meant(text: str) -> str | None:
    """
    The code of the country that *text* names; None if no country is called so, or more than one.

    A name may have a slip of the pen in it.
    """
    if len(text) > LONGEST:
        return None
    names, wanted = _codes_by_name("country_names.csv"), plain(text)
    if wanted not in names and len(wanted) >= _SHORTEST:
        wanted = nearest(wanted, (one for one in names if _may_be_meant(one, wanted))) or ""
    return names.get(wanted)


def language_meant(text: str) -> str | None:
    """
    The code of the language that *text* names; None if no language is called so.
    """
    return None if len(text) > LONGEST else _codes_by_name("language_names.csv").get(plain(text))


def _may_be_meant(name: str, wanted: str) -> bool:
    return (
        len(name) >= _SHORTEST
        and name[0] == wanted[0]
        and abs(len(name) - len(wanted)) < len("xxx")
    )


@cache
def _codes_by_name(table: str) -> dict[str, str]:
    """
    The code for each name in the file *table*, without the names that stand for several.
    """
    import csv  # imported here because reading a right document does not need it
    from importlib.resources import files

    text = files("rednotice.words").joinpath(table).read_text("utf-8")
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        for cell in row.values():
            for name in cell.split("; "):
                found.setdefault(plain(name), set()).add(row["code"])
    return {name: codes.pop() for name, codes in found.items() if name and len(codes) == 1}
