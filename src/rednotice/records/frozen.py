"""
Values as a record keeps them, which never change, and the way back to plain JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, NoReturn, Self

_PLAIN = frozenset({str, int, bool, type(None)})
_NEW: Callable[[type[FrozenMap]], FrozenMap] = dict.__new__
_FILL: Callable[[FrozenMap, Any], None] = dict.update


def _refuse(*_values: Any, **_members: Any) -> NoReturn:
    raise TypeError("what a record holds does not change; give a changed copy to rednotice.evolve")


def _hash(members: FrozenMap) -> int:
    return hash(frozenset(members.items()))


class FrozenMap(dict[str, Any]):
    """
    An object whose member names are data, such as `missing`: read like any dict, never changed.

    It is a dict, so that every library that writes dicts writes it; ``copy()`` gives a plain one
    that may be changed. What it holds is frozen too, and so it has a hash. `frozen_map` makes one.
    """

    __slots__ = ()

    # Of type Any, since a dict promises that it can be changed and that it has no hash.
    __init__: ClassVar[Any] = _refuse  # it would fill a dict, and change one that is full
    __setitem__: ClassVar[Any] = _refuse
    __delitem__: ClassVar[Any] = _refuse
    __ior__: ClassVar[Any] = _refuse
    clear: ClassVar[Any] = _refuse
    pop: ClassVar[Any] = _refuse
    popitem: ClassVar[Any] = _refuse
    setdefault: ClassVar[Any] = _refuse
    update: ClassVar[Any] = _refuse
    __hash__: ClassVar[Any] = _hash

    def __repr__(self) -> str:
        # Never a value, nor a name: both are data, and a repr ends up in logs.
        return f"<{type(self).__name__} of {len(self)}>"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return frozen_map, (dict(self),)


def frozen_map(members: dict[str, Any]) -> FrozenMap:
    """
    The map of *members*, whose values are frozen already, in the order of their names.
    """
    made = _NEW(FrozenMap)
    _FILL(made, sorted(members.items()) if len(members) > 1 else members)
    return made


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
        return frozen_map({str.__str__(key): frozen(part) for key, part in value.items()})
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
