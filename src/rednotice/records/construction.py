"""
Records: frozen, keyword-only classes whose constructor checks what it is given.
"""

from __future__ import annotations

from typing import Any, TypeVar, dataclass_transform

import attrs

from rednotice.errors import InvalidRecord
from rednotice.records.building import canonical, number
from rednotice.records.fields import METADATA, contextual, direct, quasi, safe, sensitive
from rednotice.records.limits import Limit, Matches
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

    Raises:
        TypeError: If a field lacks a specifier, and so its description, sensitivity or release.
    """
    for name in vars(cls).get("__annotations__", {}):
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
    return made  # type: ignore[no-any-return]  # attrs gives back the class that it was given


def _equal(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return bool(self.__dict__ == other.__dict__)


def _hash(self: Any) -> int:
    return hash((type(self), frozenset(self.__dict__.items())))


def _meaning(declared: Any) -> bool:
    return METADATA in declared.metadata


def _own_members_first(cls: type, fields: list[Any]) -> list[Any]:
    order = {base: place for place, base in enumerate(cls.__mro__)}
    first = [field for field in fields if field.name in {"rednotice", "shared", "id"}]
    rest = [field for field in fields if field not in first]
    owner = {
        name: place
        for base, place in reversed(order.items())
        for name in vars(base).get("__annotations__", {})
    }
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
        case Mapped(keys, each) if isinstance(value, dict) and value and _are_keys(keys, value):
            return {key: _taken(each, value[key], f"{where}.*") for key in sorted(value)}
        case Free(limit) if limit.holds(value):
            return canonical(value)
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


def _are_keys(keys: Limit, value: dict[Any, Any]) -> bool:
    return all(_is_plain(key, str) and keys.holds(key) for key in value)


def _is_plain(value: Any, python: type) -> bool:
    """
    Whether *value* is of the JSON type that *python* stands for: True is no number, 1 may be 1.0.
    """
    if python is str:
        return isinstance(value, str) and _is_unicode(value)
    if python is float:
        return type(value) in {int, float}
    if python is int:
        return type(value) is int or (type(value) is float and value.is_integer())
    return type(value) is python


def _is_unicode(text: str) -> bool:
    # A lone surrogate is no character: it cannot be written as UTF-8.
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)
