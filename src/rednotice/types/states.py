"""
States under their several codes: which of ours and of others' codes name one state or issuer.
"""

from __future__ import annotations

from functools import cache

from rednotice import codelists

_EUROPEAN_UNION = "eu:EU"
_INTERPOL_2023 = "interpol-2023"


@cache
def _names() -> dict[str, str]:
    """
    One code for each code that is known: of a state the newest, of another issuer our own.
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
    The code under which all codes of one state or issuer meet; None where it is not known to us.

    ``org:ICC`` and ``interpol-2023:914`` meet, as do ``XK`` and ``interpol-2018:913``, and a state
    under its former code and its present one. What comes back is for comparing, not for writing.

    Source:
        The crosswalks of the codelists countries and non_state_issuers. INTERPOL's list of 2023 has
        two letters of ISO 3166-1 for every other state, and for the European Union its members
        joined by commas; its list of 2018 has numbers that changed their meaning since, so that
        only those in the crosswalks are taken to be known.
    """
    vocabulary, colon, rest = code.rpartition(":")
    found = _names().get(code)
    if found or not colon or vocabulary != _INTERPOL_2023:
        return found
    return _names().get(_EUROPEAN_UNION if "," in rest else rest)
