"""
Codes that tell: where or under what protection somebody lives, or what must not be known.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rednotice import codelists
from rednotice.projection.ceilings import TREATED
from rednotice.records import Audience
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.codelists import Code

# Codelists whose codes of other vocabularies are known, because crosswalks name them.
_KNOWN_ELSEWHERE = frozenset({"countries", "non_state_issuers"})


@cache
def code_may_leave(codelist: str, code: str, audience: Audience) -> bool:
    """
    Whether *code* of *codelist* may leave for *audience*.

    A code of another vocabulary is a free text to us. It leaves for partners and the public only if
    it names a state or an issuer that we know.
    """
    own = codelists.codelist(codelist).codes.get(code)
    if own is not None:
        return not tells(own, audience)
    return audience not in TREATED or (codelist in _KNOWN_ELSEWHERE and one_code(code) is not None)


def tells(code: Code, audience: Audience) -> bool:
    """
    Whether *code* tells *audience* what it must not know.
    """
    return code.reveals_host and audience not in Audience.COUNSEL.within
