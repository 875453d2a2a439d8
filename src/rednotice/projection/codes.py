"""
Codes as they leave: cut to broader ones, and without those that tell where or under what protection
somebody lives, or what must not be known.
"""

from __future__ import annotations

from functools import cache

from rednotice import codelists
from rednotice.codelists.cuts import cut
from rednotice.codelists.groups import leaving
from rednotice.policies.definition import TREATED, Policy
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


def as_cut(codelist: str, code: str, policy: Policy) -> str | None:
    """
    *code* of *codelist* as it leaves under *policy*; None if it does not.

    A code that tells is left out and not made broader: among the codes of its group it would be
    known by what it is not. A code of another vocabulary stands nowhere in the list, so that a cut
    leaves it out.
    """
    if not code_may_leave(codelist, code, policy.audience):
        return None
    steps = policy.cuts.get(codelist, 0)
    return _cut(codelist, code, steps, policy.audience) if steps else code


@cache
def _cut(codelist: str, code: str, steps: int, audience: Audience) -> str | None:
    if code not in codelists.codelist(codelist).codes:
        return None
    broader = cut(codelist, code, steps)
    return broader if code_may_leave(codelist, broader, audience) else None
