"""
Languages: the two-letter codes of ISO 639, the codes that others write for them, and the regions in
their tags.

The table is ``languages.csv``; a test holds it to the Unicode CLDR, from which it was made.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

from rednotice import codelists
from rednotice.words import foreign

# Codes that ISO 3166-1 reserves and BCP 47 allows, beside those of our list of countries.
_RESERVED = frozenset({"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "TA", "UN"})
_PRIVATE = re.compile("AA|Q[M-Z]|X[A-Z]|ZZ")
_REGION = re.compile("-([A-Z]{2})(?:-|$)")


@lru_cache(maxsize=1024)
def is_language(tag: str) -> bool:
    """
    Whether the language subtag of *tag* is a code of ISO 639 that BCP 47 allows.

    Of codes with three letters only those are known to be wrong for which there is a code with two.
    """
    code = tag.split("-", maxsplit=1)[0]
    return code in _codes() or (len(code) > len("en") and code not in _other())


def language_meant(tag: str) -> str | None:
    """
    The code with two letters that the language subtag of *tag* stands for; None if there is none.
    """
    return _other().get(tag.split("-", maxsplit=1)[0])


@lru_cache(maxsize=1024)
def has_a_region(tag: str) -> bool:
    """
    Whether the region of *tag*, if it names one by two letters, is a code that BCP 47 allows:
    ``en-GB`` and not ``en-UK``.
    """
    found = _REGION.search(tag.partition("-x-")[0])
    region = found[1] if found else None
    return (
        region is None
        or region in _RESERVED
        or _PRIVATE.fullmatch(region) is not None
        or region in codelists.codelist("countries").codes
    )


def advice_on(text: str) -> str:
    """
    Which language tag *text* most likely means, as a sentence; empty if that is not clear.
    """
    meant = foreign.language_meant(text) or _respelt(text)
    return f"`{text}` is not a language tag. Write `{meant}`." if meant else ""


def _respelt(text: str) -> str | None:
    """
    *text* in the usual spelling of a language tag, if it is one in another: ``EN_us``.
    """
    if not re.fullmatch("[A-Za-z]{2,3}(?:[_-](?:[A-Za-z]{4}|[A-Za-z]{2}))*", text):
        return None
    language, *rest = re.split("[_-]", text)
    parts = [part.upper() if len(part) == len("US") else part.title() for part in rest]
    return "-".join([language.lower(), *parts]) if is_language(language.lower()) else None


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in _rows())


@cache
def _other() -> dict[str, str]:
    return {other: row["code"] for row in _rows() for other in row["instead_of"].split()}


def _rows() -> list[dict[str, str]]:
    table = files("rednotice.types") / "languages.csv"
    return list(csv.DictReader(table.read_text("utf-8").splitlines()))
