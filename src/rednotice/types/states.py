"""
States and issuers under different codes: which codes, ours and others', mean the same one.
"""

from __future__ import annotations

from functools import cache

from rednotice import codelists

_EUROPEAN_UNION = "eu:EU"
_INTERPOL_2023 = "interpol-2023"
_OF_INTERPOL = "interpol"
# How people call the two or three letters of ISO 3166-1, and the list of parts of states.
_OF_ISO = ("iso", "alpha")
_OF_PARTS = "iso3166-2"
_ALPHA_3 = 3  # letters of a code of ISO 3166-1 alpha-3


@cache
def _names() -> dict[str, str]:
    """
    Map each known code to one code: the newest for a state, and ours for another issuer.
    """
    names: dict[str, str] = {}
    for state in codelists.codelist("countries"):
        own = state.replaced_by or state.code
        names |= dict.fromkeys((state.code, *state.crosswalk), own)
    for issuer in codelists.codelist("non_state_issuers"):
        names |= dict.fromkeys(issuer.crosswalk, issuer.code)
    return names


def one_code(code: str) -> str | None:
    """
    The common code of all codes for one state or issuer; None if *code* is unknown.

    ``org:ICC`` and ``interpol-2023:914`` have the same common code, and so have ``XK`` and
    ``interpol-2018:913``, and the former and the present code of a state. The result is for
    comparing, not for writing.

    Source:
        The crosswalks of the codelists countries and non_state_issuers. INTERPOL's list of 2023
        uses the two letters of ISO 3166-1 for every other state and, for the European Union, the
        codes of its members joined by commas. Some numbers of its list of 2018 have changed their
        meaning since, so only those in the crosswalks count as known.
    """
    vocabulary, colon, rest = code.rpartition(":")
    found = _names().get(code)
    if found or not colon or vocabulary != _INTERPOL_2023:
        return found
    return _names().get(_EUROPEAN_UNION if "," in rest else rest)


def is_one_of_ours(code: str) -> bool:
    """
    Whether *code*, of another vocabulary, means a state or an issuer for which there is our own.

    Source:
        As for `one_code`. INTERPOL writes a state as ISO 3166-1 does, from which our list is made.
        Other lists do not: in FIPS 10, CH is China.
    """
    vocabulary, _, rest = code.partition(":")
    if vocabulary.startswith(_OF_ISO) and vocabulary != _OF_PARTS:
        return True
    own = one_code(code) or (one_code(rest) if vocabulary.startswith(_OF_INTERPOL) else None)
    return own is not None and ":" not in own


def own_code(code: str) -> str | None:
    """
    Our own code for the state or issuer of *code*, which `is_one_of_ours`; None if *code* has no
    certain meaning, as a number of ISO 3166-1 that no list here holds.

    Codes with two or three letters may be in small letters.
    """
    from rednotice.words.foreign import country_meant  # only what is found needs it

    vocabulary, _, rest = code.partition(":")
    found = one_code(code)
    if found is None and vocabulary.startswith((*_OF_ISO, _OF_INTERPOL)):
        found = one_code(rest.upper())
    if found is None and vocabulary.startswith(_OF_ISO) and len(rest) == _ALPHA_3:
        found = country_meant(rest)
    return found if found and ":" not in found else None
