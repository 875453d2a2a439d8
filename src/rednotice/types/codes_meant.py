"""
Say which code of a list was meant by a text that is not one.
"""

from __future__ import annotations

from functools import cache, lru_cache

import attrs

from rednotice.codelists import Code, Codelist, codelist
from rednotice.types.states import own_code
from rednotice.words.everyday import codes_meant
from rednotice.words.foreign import countries_like, country_meant
from rednotice.words.likeness import LONGEST, are_alike, is_plain_name, nearest, plain
from rednotice.words.offers import did_you_mean

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
_FILLERS = frozenset(
    {
        *("a", "an", "the", "of", "for", "to", "by", "in", "on", "at", "from", "with", "is", "was"),
        *("it", "his", "her", "their", "kind", "type", "sort"),
    }
)
_JOINED = 0.85  # likeness of words between which a blank was left out
_EMPTY = ("other", "unknown")  # codes that say nothing; among other words they are everyday words


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
        return _told(name, text, did_you_mean(likely))
    if codes.open and ":" in short:
        return _of_another(name, short)
    if inside := _inside(codes, short):
        return f"This is not a code of {name}. Write `{inside}` alone, if you mean that."
    return f"This is not a code of {name}. {_step(codes)}"


def _of_another(name: str, text: str) -> str:
    """
    What is wrong with *text*, a code of another vocabulary, in a member that takes codes of the
    codelist *name*.
    """
    own = own_code(text) if name == "countries" else None
    if own is not None:
        return f"This state has a code of our own. Write `{own}`."
    vocabulary = text.partition(":")[0]
    known = codelist("vocabularies").codes
    if vocabulary in known:
        return (
            "The part after the colon is not a code. Write letters and digits, and `.`, `,`, `_`,"
            " `+` or `-` between them."
        )
    near = nearest(vocabulary, known)
    step = f" Did you mean `{near}`?" if near else ""
    return (
        f"The vocabulary before the colon is not known.{step} `rednotice codelist vocabularies`"
        " lists them; a vocabulary of your own begins with `x-`."
    )


def spelt(name: str, text: str) -> str | None:
    """
    The code of the codelist *name* that *text* is, also in another spelling; None if it is none.
    """
    return _certain(codelist(name), text) if len(text) <= LONGEST else None


def telling(name: str, text: str) -> str | None:
    """
    The code of the codelist *name* that *text* is, also in another spelling; None for a code that
    says nothing, and for a list of countries, which many members share, or on which a protection
    rests.
    """
    if name in GUARDING or name == "countries":
        return None
    code = spelt(name, text)
    return None if code in _EMPTY else code


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
    if codes.name == "countries" and len(countries_like(text)) > 1:
        return None  # as Congo, which is the label of one of the two
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


def _likely(codes: Codelist, text: str) -> tuple[str, ...]:
    """
    The codes that *text* is an everyday word for, or the one that is spelt nearly like it.
    """
    if codes.name in GUARDING:
        return ()
    if codes.name == "countries":
        return countries_like(text)
    everyday = codes_meant(codes.name, text)
    if everyday:
        return everyday
    known = _spelt(codes.name)
    near = nearest(text, (one for one in known if _says_as_much(text, one)))
    return (known[near].code,) if near else ()


def _says_as_much(text: str, known: str) -> bool:
    """
    Whether *text* could be *known* with a slip of the pen: each word is that word or nearly so,
    apart from blanks that were left out, and it denies what that denies. ``passport returned`` is
    not `passport_refused`.
    """
    words, others = plain(text).split(), known.split()
    denied, wanted = ([one for one in part if one in _NEGATIONS] for part in (words, others))
    if denied != wanted:
        return False
    if len(words) < len(others):
        return are_alike("".join(words), "".join(others), _JOINED)
    return len(words) == len(others) and all(map(are_alike, words, others))


def _inside(codes: Codelist, text: str) -> str | None:
    """
    The only code whose words are all in *text* while its other words add nothing, as `red` is in
    ``a red notice``. The longest one counts: ``ccf request for deletion`` is `ccf_deletion`.
    """
    words = set(plain(text).split())
    if codes.name in GUARDING or codes.name == "countries" or words.intersection(_NEGATIONS):
        return None
    inside = [one for one in _worded(codes.name) if one.name <= words <= one.all]
    most = max((len(one.name) for one in inside), default=0)
    longest = [one.code for one in inside if len(one.name) == most]
    return longest[0] if len(longest) == 1 else None


@attrs.frozen
class _Worded:
    """A code, the words of its name, and all words beside which it still means the same."""

    code: str
    name: frozenset[str]
    all: frozenset[str]


@cache
def _worded(name: str) -> tuple[_Worded, ...]:
    """
    The codes of the codelist *name* that say something, with their words.
    """
    codes = codelist(name)
    own = {one.code: _words(one.code) | _words(one.label) for one in codes}
    return tuple(
        _Worded(code, _words(code), words | _title(codes, own) | _FILLERS)
        for code, words in own.items()
        if code not in _EMPTY and not codes.codes[code].replaced_by
    )


def _title(codes: Codelist, own: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words of the list's title that do not tell its codes apart."""
    return _words(codes.title) - frozenset().union(*own.values())


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split())
