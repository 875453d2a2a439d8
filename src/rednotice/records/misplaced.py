"""
Find the member whose code a value is that was written for another member.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from rednotice.records.limits import Listed
from rednotice.records.shapes import Many, Nested, Scalar, Shape, shapes_of
from rednotice.words.offers import either

MOST = 3  # members that are all named


def misplaced(cls: Any, name: str, value: Any) -> str:
    """
    That *value*, which does not belong in the member *name* of a *cls*, is a code of other members;
    empty if it is none, if it is a code of *name* in another spelling, or if *name* takes no codes.

    The code is repeated, in our spelling.
    """
    own = listed(shapes_of(cls)[name])
    if own is None or not isinstance(value, str) or own.spelt(value):
        return ""
    code, members = members_with(cls, value, shapes_of(cls))
    if not 0 < len(members) <= MOST:
        return ""
    return f"`{code}` is a code of {either(members)}, not of `{name}`. Write it there."


def members_with(cls: Any, value: Any, names: Iterable[str]) -> tuple[str, list[str]]:
    """
    The code that *value* is, and those of the members *names* of *cls* that take it, or that hold a
    record with a member that takes it, as ``history.status``.

    A record inside is left out if its list is one of *cls* itself.
    """
    if not isinstance(value, str) or not value:
        return "", []
    found: dict[str, str] = {}
    lists = set()
    for path, codes in (*_lists_of(cls), *_lists_inside(cls)):
        code = codes.telling(value) if path.split(".")[0] in names else None
        if code and ("." not in path or codes.name not in lists):
            found[path] = code
            lists.add(codes.name)
    return next(iter(found.values()), ""), list(found)


@cache
def _lists_of(cls: Any) -> tuple[tuple[str, Listed], ...]:
    found = ((name, listed(shape)) for name, shape in shapes_of(cls).items())
    return tuple((name, codes) for name, codes in found if codes)


@cache
def _lists_inside(cls: Any) -> tuple[tuple[str, Listed], ...]:
    items = ((name, _item(shape)) for name, shape in shapes_of(cls).items())
    inner = ((name, one.record) for name, one in items if isinstance(one, Nested))
    return tuple(
        (f"{name}.{member}", codes) for name, cls in inner for member, codes in _lists_of(cls)
    )


def _item(shape: Shape) -> Shape:
    return shape.item if isinstance(shape, Many) else shape


def listed(shape: Shape) -> Listed | None:
    """
    The codelist of the codes that *shape* takes, one or many; None if it takes no codes.
    """
    one = _item(shape)
    limits = one.limits if isinstance(one, Scalar) else ()
    return next((limit for limit in limits if isinstance(limit, Listed)), None)
