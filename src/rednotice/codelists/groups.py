"""
Groups of codes: the codes below and above a code in its list, those that share a trait, and those
that may leave for an audience.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rednotice import codelists
from rednotice.records.fields import Audience, admitted_by


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


@cache
def naming(name: str, prefix: str) -> Mapping[str, frozenset[str]]:
    """
    What the traits that begin with *prefix* name, for each code of the codelist *name* that has one
    or several.

    Such a trait ends with a code of another list: ``speaks_as_counsel`` of a relation names the
    speaker ``counsel``.
    """
    found = {
        one.code: frozenset(
            trait.removeprefix(prefix) for trait in one.traits if trait.startswith(prefix)
        )
        for one in codelists.codelist(name)
    }
    return MappingProxyType({code: named for code, named in found.items() if named})


@cache
def leaving(name: str, audience: Audience) -> frozenset[str]:
    """
    The codes of the codelist *name* that may leave for *audience*.

    They are listed one by one: a code of which nobody decided stays with counsel. The release of
    the field that holds a code limits it as well.
    """
    return frozenset(one.code for one in codelists.codelist(name) if audience in _audiences(one))


def _audiences(code: codelists.Code) -> frozenset[Audience]:
    return Audience.COUNSEL.within | admitted_by(tuple(map(Audience, code.leaves_for)))


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
