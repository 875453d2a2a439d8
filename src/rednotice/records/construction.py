"""
Records: frozen, keyword-only classes whose constructor checks what it is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from inspect import Parameter, Signature
from typing import Any, TypeVar, dataclass_transform

import attrs

from rednotice.errors import InvalidRecord
from rednotice.records.fields import METADATA, contextual, direct, quasi, safe, sensitive
from rednotice.records.frozen import are_alike, frozen, frozen_map, number
from rednotice.records.hints import Hints, written
from rednotice.records.limits import Limit, Matches, is_text
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape, shapes_of

T = TypeVar("T")


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(direct, quasi, sensitive, contextual, safe),
)
def record(cls: type[T]) -> type[T]:
    """
    Make *cls* a record: frozen, keyword-only, each field declared by a specifier.

    Inherited members come after a record's own, in the schema and wherever it is written. The
    constructor checks every value against its type and takes a list where a tuple is stored.
    What is stored never changes, so that a record has a hash. A subclass makes records only if it
    is decorated too: without, nothing would check its own fields, or know of them.

    Raises:
        TypeError: If a field lacks a specifier, and so its description, sensitivity or release.
    """
    for name in written(cls):
        if not hasattr(vars(cls).get(name), "_default") or not _meaning(vars(cls)[name]):
            message = f"{cls.__name__}.{name} needs a description, a sensitivity and a release"
            raise TypeError(message)
    # attrs lays out and freezes the class. It need not write and compile methods for each: absent
    # members are never stored, so that one comparison and one constructor serve every record.
    made: Any = attrs.frozen(
        cls,
        kw_only=True,
        slots=False,
        init=False,
        eq=False,
        repr=False,
        field_transformer=_own_members_first,
    )
    for field in attrs.fields(made):
        if field.default is not attrs.NOTHING:
            setattr(made, field.name, field.default)
    made.__init__ = _constructor(made)
    made.__eq__, made.__hash__, made.__repr__ = _equal, _hash, _name_only
    made.__signature__ = _Signature()
    made.__annotations__ = Hints(made)
    made.__init_subclass__ = classmethod(_make_none)
    return made  # type: ignore[no-any-return]  # attrs gives back the class that it was given


class _Signature:
    """
    How a record class is called, worked out when `inspect.signature` asks.
    """

    def __get__(self, instance: object | None, cls: Any) -> Signature:
        if instance is not None:
            raise AttributeError("a record is not called; its class is")
        hints: dict[str, Any] = {}
        for base in reversed(cls.__mro__[:-1]):
            hints |= written(base)  # which is short, unlike what is meant
        return Signature(
            [
                Parameter(
                    field.name,
                    Parameter.KEYWORD_ONLY,
                    default=Parameter.empty if field.default is attrs.NOTHING else field.default,
                    annotation=hints[field.name],
                )
                for field in attrs.fields(cls)
            ]
        )


def _make_none(cls: Any) -> None:
    cls.__init__ = _undecorated  # until the decorator gives it a constructor of its own


def _undecorated(self: Any, **_values: Any) -> None:
    raise TypeError(
        f"{type(self).__name__} makes no records, for it lacks @record; what other software keeps"
        " with a case goes under its extensions"
    )


def _equal(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    cls: Any = type(self)
    ours, theirs = self.__dict__, other.__dict__
    if ours != theirs:
        return False
    free = _free(cls)  # of most classes there are none
    return not free or all(are_alike(ours[name], theirs[name]) for name in free if name in ours)


@cache
def _free(cls: Any) -> tuple[str, ...]:
    """
    The members of *cls* that may hold a number as well as true or false.
    """
    return tuple(name for name, shape in shapes_of(cls).items() if _is_free(shape))


def _is_free(shape: Shape) -> bool:
    match shape:
        case Many(inner) | Mapped(_, inner):
            return _is_free(inner)
    return isinstance(shape, Free)


def _hash(self: Any) -> int:
    return hash((type(self), frozenset(self.__dict__.items())))


def _meaning(declared: Any) -> bool:
    return METADATA in declared.metadata


def _own_members_first(cls: type, fields: list[Any]) -> list[Any]:
    order = {base: place for place, base in enumerate(cls.__mro__)}
    first = [field for field in fields if field.name in {"rednotice", "shared", "id"}]
    rest = [field for field in fields if field not in first]
    owner = {name: place for base, place in reversed(order.items()) for name in written(base)}
    return first + sorted(rest, key=lambda field: owner[field.name])


def _name_only(self: Any) -> str:
    # Never a value: a repr ends up in logs. Ids are opaque by rule, but not others' numbers.
    cls: Any = type(self)
    shape = shapes_of(cls).get("id")
    opaque = isinstance(shape, Scalar) and any(isinstance(limit, Matches) for limit in shape.limits)
    own = self.id if opaque else None
    return f"<{type(self).__name__}{f' {own}' if own else ''}>"


def _constructor(cls: Any) -> Any:
    def __init__(self: Any, **values: Any) -> None:  # noqa: N807  # it is an __init__
        if self.__dict__:
            raise attrs.exceptions.FrozenInstanceError  # it was called on a record by hand
        shapes = shapes_of(cls)
        for name, value in values.items():
            if name not in shapes:
                raise TypeError(f"{cls.__name__} has no such member; see its fields")
            if not _is_absent(value):
                self.__dict__[name] = _taken(shapes[name], value, f"{cls.__name__}.{name}")
        for field in attrs.fields(cls):
            if field.default is attrs.NOTHING and field.name not in self.__dict__:
                raise InvalidRecord(f"{cls.__name__}.{field.name} is required")
        if not self.__dict__:
            raise InvalidRecord(f"{cls.__name__} must have a member; leave an empty one out")

    __init__.__qualname__ = f"{cls.__qualname__}.__init__"
    __init__.__doc__ = "Raises `InvalidRecord` for a value that its field does not take."
    return __init__


def _is_absent(value: Any) -> bool:
    return value is None or (isinstance(value, (tuple, list)) and not value)


def _taken(shape: Shape, value: Any, where: str) -> Any:
    """
    *value* as a field of *shape* stores it.

    Raises:
        InvalidRecord: If the field does not take it.
    """
    match shape:
        case Scalar() if _fits(shape, value):
            return _stored(shape, value)
        case Many(item) if isinstance(value, list | tuple):
            return tuple(_taken(item, part, f"{where}[{at}]") for at, part in enumerate(value))
        case Nested(cls) if type(value) is cls:
            return value
        case Mapped(keys, each) if isinstance(value, Mapping) and _are_keys(keys, value):
            return frozen_map(
                {str.__str__(key): _taken(each, part, f"{where}.*") for key, part in value.items()}
            )
        case Free(limit) if limit.holds(value):
            return frozen(value)
    raise InvalidRecord(f"{where} must be {shape.expects}")


def _stored(shape: Scalar, value: Any) -> Any:
    if shape.base in {int, float}:
        return number(value)
    if shape.python is not shape.base:
        return shape.python(value)
    # A text type given where any text may stand is kept as plain text.
    return str.__str__(value) if shape.base is str else value


def _fits(shape: Scalar, value: Any) -> bool:
    return _is_plain(value, shape.base) and all(limit.holds(value) for limit in shape.limits)


def _are_keys(keys: Limit, value: Mapping[Any, Any]) -> bool:
    return bool(value) and all(is_text(key) and keys.holds(key) for key in value)


def _is_plain(value: Any, python: type) -> bool:
    """
    Whether *value* is of the JSON type that *python* stands for: True is no number, 1 may be 1.0.
    """
    if python is str:
        return is_text(value)
    if python is float:
        return type(value) in {int, float}
    if python is int:
        return type(value) is int or (type(value) is float and value.is_integer())
    return type(value) is python
