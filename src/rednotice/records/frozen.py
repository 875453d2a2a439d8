"""
Values as a record keeps them, which never change, and the way back to plain JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, Self

_PLAIN = frozenset({str, int, bool, type(None)})


def _refuse(*_values: Any, **_members: Any) -> NoReturn:
    raise TypeError("what a record holds does not change; give a changed copy to attrs.evolve")


def _hash(members: FrozenMap) -> int:
    return hash(frozenset(members.items()))


# A dict promises that it can be changed and has no hash; type checkers need not hear of it twice.
_REFUSED: Any = _refuse
_HASHED: Any = _hash


class FrozenMap(dict[str, Any]):
    """
    An object whose member names are data, such as `missing`: read like any dict, never changed.

    It is a dict, so that every library that writes dicts writes it; ``copy()`` gives a plain one
    that may be changed. What it holds is frozen too, and so it has a hash.
    """

    __slots__ = ()

    __setitem__ = __delitem__ = __ior__ = _REFUSED
    clear = pop = popitem = setdefault = update = _REFUSED
    __hash__ = _HASHED

    def __repr__(self) -> str:
        # Never a value, nor a name: both are data, and a repr ends up in logs.
        return f"<{type(self).__name__} of {len(self)}>"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self),)


def number(value: float) -> float:
    """
    *value* as it is kept: JSON does not tell 1.0 from 1, and what is equal is to be written alike.
    """
    whole = int(value)
    return whole if whole == value else value


def frozen(value: Any) -> Any:
    """
    A copy of plain JSON in the one way in which it is kept: lists as tuples, members sorted,
    numbers as above, and a text type such as a date as the plain text that it is.
    """
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is float:
        return number(value)
    if isinstance(value, (list, tuple)):
        return tuple([frozen(part) for part in value])
    if kind is dict or isinstance(value, Mapping):
        return FrozenMap({str.__str__(key): frozen(value[key]) for key in sorted(value)})
    return str.__str__(value)


def thawed(value: Any) -> Any:
    """
    A copy of what `frozen` gave as plain JSON, which may be changed.
    """
    if isinstance(value, tuple):
        return [thawed(part) for part in value]
    if isinstance(value, FrozenMap):
        return {key: thawed(part) for key, part in value.items()}
    return value


def are_alike(one: Any, other: Any) -> bool:
    """
    Whether *one* and *other*, which Python calls equal, are written alike.

    To Python True is 1; to JSON it is not.
    """
    if isinstance(one, tuple):
        return all(map(are_alike, one, other))
    if isinstance(one, FrozenMap):
        return all(are_alike(part, other[key]) for key, part in one.items())
    return (type(one) is bool) is (type(other) is bool)
