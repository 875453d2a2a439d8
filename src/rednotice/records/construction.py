"""
Records: frozen, keyword-only classes whose constructor checks what it is given.
"""

from __future__ import annotations

from typing import Any, TypeVar, dataclass_transform

import attrs

from rednotice.errors import InvalidRecord
from rednotice.records.fields import METADATA, contextual, direct, quasi, safe, sensitive
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
    made = attrs.frozen(
        cls, kw_only=True, slots=False, repr=False, field_transformer=_own_members_first
    )
    for field in attrs.fields(made):
        if field.default is not attrs.NOTHING:
            # What is absent in a record that was read is not stored in it; it is found here.
            setattr(made, field.name, field.default)
    made.__init__ = _checking(made, made.__init__)  # type: ignore[misc]  # wraps what attrs wrote
    made.__repr__ = _name_only  # type: ignore[assignment]
    return made


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
    # Never a value: a repr ends up in logs. Ids are opaque by rule.
    own = getattr(self, "id", None)
    return f"<{type(self).__name__}{f' {own}' if own else ''}>"


def _checking(cls: type, construct: Any) -> Any:
    def __init__(self: Any, **values: Any) -> None:  # noqa: N807  # it is an __init__
        shapes = shapes_of(cls)
        present = {name: value for name, value in values.items() if not _is_absent(value)}
        for name, value in present.items():
            if name in shapes:
                present[name] = _taken(shapes[name], value, f"{cls.__name__}.{name}")
        for field in attrs.fields(cls):
            if field.default is attrs.NOTHING and field.name not in present:
                message = f"{cls.__name__}.{field.name} is required"
                raise InvalidRecord(message)
        if not present:
            message = f"{cls.__name__} must have at least one member; leave an empty one out"
            raise InvalidRecord(message)
        construct(self, **present)

    __init__.__doc__ = construct.__doc__
    __init__.__annotations__ = construct.__annotations__
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
        case Scalar():
            fits = _is_plain(value, shape.base) and all(limit.holds(value) for limit in shape.limits)
            if fits:
                return value if shape.python is shape.base else shape.python(value)
        case Many(item):
            if isinstance(value, (list, tuple)) and value:
                return tuple(
                    _taken(item, part, f"{where}[{place}]") for place, part in enumerate(value)
                )
        case Nested(cls):
            if type(value) is cls:
                return value
        case Mapped(keys, each):
            if isinstance(value, dict) and value and all(map(_is_key(keys), value)):
                return {key: _taken(each, part, f"{where}.*") for key, part in value.items()}
        case Free(limit):
            value = list(value) if isinstance(value, tuple) else value
            if limit.holds(value):
                return value
    message = f"{where} must be {shape.expects}"
    raise InvalidRecord(message)


def _is_key(keys: Any) -> Any:
    return lambda key: _is_plain(key, str) and keys.holds(key)


def _is_plain(value: Any, python: type) -> bool:
    """
    Whether *value* is of the JSON type that *python* stands for: True is no number, 1 may be 1.0.
    """
    if python is str:
        return isinstance(value, str) and _is_unicode(value)
    if python is float:
        return type(value) in {int, float}
    return type(value) is python


def _is_unicode(text: str) -> bool:
    # A lone surrogate is no character: it cannot be written as UTF-8.
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)
