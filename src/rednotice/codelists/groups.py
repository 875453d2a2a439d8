"""
Groups of codes: everything that stands below one code of a list.
"""

from __future__ import annotations

from functools import cache

from rednotice import codelists


@cache
def below(name: str, code: str) -> frozenset[str]:
    """
    *code* of the codelist *name* and every code that is narrower, however far down.

    Raises:
        UnknownCode: If the list has no such code.
    """
    narrower = codelists.codelist(name).narrower(code)
    return frozenset({code}).union(*(below(name, one.code) for one in narrower))


def above(name: str, code: str) -> tuple[str, ...]:
    """
    *code* of the codelist *name* and the codes that include it, the nearest first.

    Another vocabulary's code stands alone.
    """
    codes = codelists.codelist(name).codes
    chain = [code]
    while chain[-1] in codes and codes[chain[-1]].broader:
        chain.append(codes[chain[-1]].broader)
    return tuple(chain)
