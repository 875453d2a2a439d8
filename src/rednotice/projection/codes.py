"""
Codes that tell: where or under what protection somebody lives, or what must not be known.
"""

from __future__ import annotations

from functools import cache

from rednotice import codelists
from rednotice.codelists.groups import leaving
from rednotice.projection.ceilings import TREATED
from rednotice.records import Audience
from rednotice.types.states import one_code

# Codelists whose codes of other vocabularies are known, because crosswalks name them.
_KNOWN_ELSEWHERE = frozenset({"countries", "non_state_issuers"})


@cache
def code_may_leave(codelist: str, code: str, audience: Audience) -> bool:
    """
    Whether *code* of *codelist* may leave for *audience*.

    A code of another vocabulary is a free text to us. It leaves for partners and the public only if
    it names a state or an issuer that we know.
    """
    if code in codelists.codelist(codelist).codes:
        return code in leaving(codelist, audience)
    return audience not in TREATED or (codelist in _KNOWN_ELSEWHERE and one_code(code) is not None)
