"""
The codes of countries and of languages by their names in English, French, Spanish and their own
languages, by their codes with three letters, and by what the people are called.

The tables are ``country_names.csv`` and ``language_names.csv``, which ``make names`` writes from
the Unicode CLDR.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rednotice.words.likeness import LONGEST, nearest, plain

_SHORTEST = 6  # letters of a name of a country that may be misspelt; shorter ones are too alike
_ALIKE = 0.85  # of the letters: Ruanda is no misspelling of the Russian state in Dutch
_NAMES = ("code", "alpha_3", "en", "fr", "es", "own", "also")
_PEOPLE = ("people",)
# A democratic republic is often another one than the republic, so that it is not left out.
_FORM_OF_STATE = re.compile(
    "^(?:the )?(?:(?:islamic |federal |hashemite )?"
    "(?:republic|kingdom|state|sultanate|emirate|principality) of )?(?:the )?"
)


@lru_cache(maxsize=1024)
def country_meant(text: str) -> str | None:
    """
    The code of the country that *text* names; None if no country is called so, or more than one.

    What a state calls itself, as in ``Republic of Türkiye``, may stand before the name.
    """
    codes = _called(text, _NAMES) if len(text) <= LONGEST else ()
    return codes[0] if len(codes) == 1 else None


@lru_cache(maxsize=1024)
def countries_like(text: str) -> tuple[str, ...]:
    """
    The codes of the countries that *text* may mean: those that share the name or whose people are
    called so, or else the one whose name is written nearly so.
    """
    if len(text) > LONGEST:
        return ()
    codes = _called(text, _NAMES) or _called(text, _PEOPLE)
    if codes:
        return codes
    wanted, names = plain(text), _codes_by_name("country_names.csv", _NAMES)
    near = [one for one in names if _may_be_meant(one, wanted)] if len(wanted) >= _SHORTEST else []
    return names.get(nearest(wanted, near, _ALIKE) or "", ())


def _called(text: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """
    The codes of the countries that *columns* call *text*, with or without the form of the state.
    """
    names, wanted = _codes_by_name("country_names.csv", columns), plain(text)
    return names.get(wanted) or names.get(_FORM_OF_STATE.sub("", wanted), ())


def language_meant(text: str) -> str | None:
    """
    The code of the language that *text* names; None if no language is called so.
    """
    names = _codes_by_name("language_names.csv", _NAMES)
    codes = names.get(plain(text), ()) if len(text) <= LONGEST else ()
    return codes[0] if len(codes) == 1 else None


def _may_be_meant(name: str, wanted: str) -> bool:
    return (
        len(name) >= _SHORTEST
        and name[0] == wanted[0]
        and abs(len(name) - len(wanted)) < len("xxx")
    )


@cache
def _codes_by_name(table: str, columns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """
    The codes for each name in *columns* of the file *table*.
    """
    import csv  # imported here because reading a right document does not need it
    from importlib.resources import files

    text = files("rednotice.words").joinpath(table).read_text("utf-8")
    found: dict[str, dict[str, None]] = {}
    for row in csv.DictReader(text.splitlines()):
        for cell in (row.get(column, "") for column in columns):
            for name in filter(None, map(plain, cell.split("; "))):
                found.setdefault(name, {})[row["code"]] = None
    return {name: tuple(codes) for name, codes in found.items()}
