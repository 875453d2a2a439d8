"""
Say which code of a list was meant by a text that is not one.
"""

from __future__ import annotations

from functools import cache, lru_cache

from rednotice.codelists import Code, Codelist, codelist
from rednotice.words.everyday import code_meant
from rednotice.words.foreign import country_meant
from rednotice.words.likeness import LONGEST, is_plain_name, nearest, plain

# Lists on which a protection rests. A near word may be a weaker one, so that only another spelling
# of a code itself is explained.
GUARDING = frozenset(
    {
        *("attribution_terms", "audiences", "circumstances", "consent_statuses", "disclosures"),
        *("legal_bases", "purposes", "release_terms", "terms_of_use", "tlp"),
    }
)
_MOST = 6  # codes of a list that are all named
_NEGATIONS = ("no", "not", "non", "never", "without")


@lru_cache(maxsize=1024)
def advice_on(name: str, text: str) -> str:
    """
    Why *text* is not a code of the codelist *name*, and what to write.

    The text is repeated only if it is another word for a code, or nearly spelt like one.
    """
    codes = codelist(name)
    short = text if len(text) <= LONGEST else ""
    if certain := _certain(codes, short):
        return _told(name, text, f"Write `{certain}`.")
    if likely := _likely(codes, short):
        return _told(name, text, f"Did you mean `{likely}`?")
    if inside := _inside(codes, short):  # its other words may be anything, and are not repeated
        return f"This is not a code of {name}. Write `{inside}` alone, if you mean that."
    return f"This is not a code of {name}. {_step(codes)}"


def _told(name: str, text: str, step: str) -> str:
    subject = f"`{text}`" if is_plain_name(text) else "This"
    return f"{subject} is not a code of {name}. {step}"


def _step(codes: Codelist) -> str:
    if len(codes) <= _MOST and codes.name not in GUARDING:
        return f"Write one of {', '.join(f'`{code.code}`' for code in codes)}."
    also = " Write a code of another list as `vocabulary:code`." if codes.open else ""
    return f"`rednotice codelist {codes.name}` lists them.{also}"


def _certain(codes: Codelist, text: str) -> str | None:
    """
    The code that *text* is in another spelling: in capitals, by its label, by the name of a country
    or its code with three letters.
    """
    found = _spelt(codes.name).get(plain(text))
    if found is not None:
        return found.replaced_by or found.code
    return country_meant(text) if codes.name == "countries" else None


@cache
def _spelt(name: str) -> dict[str, Code]:
    """
    The codes of the codelist *name* by their plain spellings and, unless it protects, their labels.
    """
    codes = codelist(name)
    labels = {} if name in GUARDING else {plain(code.label): code for code in codes}
    return labels | {plain(code.code): code for code in codes}


def _likely(codes: Codelist, text: str) -> str | None:
    """
    The code that *text* is an everyday word for, or that is spelt nearly like it.
    """
    if codes.name in GUARDING or codes.name == "countries":
        return None
    everyday = code_meant(codes.name, text)
    if everyday:
        return everyday
    spelt = _spelt(codes.name)
    near = nearest(text, spelt)
    return spelt[near].code if near else None


def _inside(codes: Codelist, text: str) -> str | None:
    """
    The only code that is among the words of *text*, as `red` is in ``a red notice``.
    """
    words = set(plain(text).split())
    if codes.name in GUARDING or codes.name == "countries" or words.intersection(_NEGATIONS):
        return None
    inside = [code.code for code in codes if plain(code.code) in words]
    return inside[0] if len(inside) == 1 else None
