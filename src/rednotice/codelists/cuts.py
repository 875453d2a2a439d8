"""
Cuts of a whole list of codes, which make all its codes coarser together.
"""

from __future__ import annotations

from functools import cache

from rednotice import codelists
from rednotice.codelists.groups import above


@cache
def height(name: str) -> int:
    """
    The number of levels of narrower codes in the codelist *name*; 0 if no code has a broader one.

    Raises:
        UnknownCodelist: If no list has this name.
    """
    return max((len(above(name, one.code)) - 1 for one in codelists.codelist(name)), default=0)


@cache
def cut(name: str, code: str, steps: int) -> str:
    """
    *code* of the codelist *name* if the *steps* finest levels of the list are cut off: itself, or
    the broader code on the finest level that is left.

    A code that is broad already stays. So every code that is left stands for all that is below it,
    and cutting twice is the same as cutting once. If instead each code went up by one step, a code
    could stand beside its own broader code and tell that it was a narrower one before.

    A code of another vocabulary stays, because what is broader than it is not known.

    Args:
        name: The name of the list.
        code: The code.
        steps: The number of levels that are cut off, from 0.
    """
    chain = above(name, code)
    left = max(height(name) - steps, 0)  # the depth of the finest level that is left
    return chain[max(len(chain) - 1 - left, 0)]
