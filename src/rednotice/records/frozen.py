"""
The immutable form in which a record stores values, and the conversion back to plain JSON.
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
    An immutable dict whose keys are data, such as the value of `missing`.

    It is a subclass of dict, so every library that writes dicts can write it. ``copy()`` returns a
    plain dict that may be changed. Its values are frozen too, so it has a hash. Use `frozen_map` to
    make one.
    """

    __slots__ = ()

    # The type is Any because a dict promises that it can be changed and that it has no hash.
    __init__: ClassVar[Any] = _refuse  # dict's own could change a filled map
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
        # Keys and values are both data, and a repr ends up in logs, so it shows neither.
        return f"<{type(self).__name__} of {len(self)}>"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return frozen_map, (dict(self),)


def frozen_map(members: dict[str, Any]) -> FrozenMap:
    """
    A map of *members*, sorted by name; their values must be frozen already.
    """
    made = _NEW(FrozenMap)
    _FILL(made, sorted(members.items()) if len(members) > 1 else members)
    return made


def number(value: float) -> float:
    """
    *value* as a record stores it: 1.0 becomes 1, because JSON does not distinguish them and equal
    values must be written the same way.
    """
    whole = int(value)
    return whole if whole == value else value


def frozen(value: Any) -> Any:
    """
    A copy of plain JSON in the form that a record stores: lists become tuples, members are sorted,
    numbers are normalised by `number`, and a text type such as a date becomes plain text.
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
    The reverse of `frozen`: a copy as plain JSON that may be changed.
    """
    if isinstance(value, tuple):
        return [thawed(part) for part in value]
    if isinstance(value, FrozenMap):
        return {key: thawed(part) for key, part in value.items()}
    return value


def are_alike(one: Any, other: Any) -> bool:
    """
    Whether *one* and *other*, which are equal in Python, are also written the same in JSON.

    In Python True equals 1; in JSON it does not.
    """
    if isinstance(one, tuple):
        return all(map(are_alike, one, other))
    if isinstance(one, FrozenMap):
        return all(are_alike(part, other[key]) for key, part in one.items())
    return (type(one) is bool) is (type(other) is bool)
