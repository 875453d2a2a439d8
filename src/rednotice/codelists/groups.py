"""
Groups of codes: the codes below and above a code in its list, and those that share a trait.
"""

from __future__ import annotations

from functools import cache

from rednotice import codelists


@cache
def below(name: str, code: str) -> frozenset[str]:
    """
    *code* of the codelist *name* and all narrower codes, at every level.

    Raises:
        UnknownCode: If the list has no such code.
    """
    narrower = codelists.codelist(name).narrower(code)
    return frozenset({code}).union(*(below(name, one.code) for one in narrower))


@cache
def having(name: str, *traits: str) -> frozenset[str]:
    """
    The codes of the codelist *name* that have one of *traits* or several.
    """
    return frozenset(one.code for one in codelists.codelist(name) if one.traits & set(traits))


def above(name: str, code: str) -> tuple[str, ...]:
    """
    *code* of the codelist *name* and its broader codes, the nearest first.

    The result for a code of another vocabulary is that code alone.
    """
    codes = codelists.codelist(name).codes
    chain = [code]
    while chain[-1] in codes and codes[chain[-1]].broader:
        chain.append(codes[chain[-1]].broader)
    return tuple(chain)
