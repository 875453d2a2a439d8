"""
Records: frozen, keyword-only classes whose constructor checks what it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache, wraps
from pkgutil import resolve_name
from typing import Any, TypeVar, dataclass_transform

import attrs

from rednotice.records.comparing import equal, hash_of, masked
from rednotice.records.fields import METADATA, contextual, direct, quasi, safe, sensitive
from rednotice.records.refusing import NO_MEMBER, refusal
from rednotice.records.taking import Faults, takers_of

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
    # attrs lays out and freezes the class, and writes the constructor that tools see. Since absent
    # members are not stored, one comparison serves all classes.
    made: Any = attrs.frozen(
        cls,
        auto_attribs=True,
        kw_only=True,
        slots=False,
        init=True,
        eq=False,
        repr=False,
        field_transformer=_own_members_first,
    )
    for field in attrs.fields(made):
        if METADATA not in field.metadata:
            where = f"{cls.__name__}.{field.name}"
            raise TypeError(f"{where} needs a description, a sensitivity and a release")
        if field.default is not attrs.NOTHING:
            setattr(made, field.name, field.default)
    made.__init__ = _checking(made.__init__)
    made.__eq__, made.__hash__, made.__repr__ = equal, hash_of, masked
    made.__init_subclass__ = classmethod(_make_none)
    made.__get_pydantic_core_schema__ = classmethod(_pydantic)
    return made  # type: ignore[no-any-return]  # attrs gives back the class that it was given


def _own_members_first(cls: type, fields: list[Any]) -> list[Any]:
    nearest = {
        field.name: place
        for place, base in reversed([*enumerate(cls.__mro__)])
        for field in vars(base).get("__attrs_attrs__", ())
        if not field.inherited
    }

    def place(field: Any) -> int:
        if field.name in {"rednotice", "shared", "id"}:
            return -1
        return nearest[field.name] if field.inherited else 0

    return sorted(fields, key=place)


def _checking(written: Callable[..., None]) -> Callable[..., None]:
    """
    A constructor that checks, with the face of the one that attrs has *written*.

    It stores what is there and nothing else, so that it does not call the other.
    """

    @wraps(written)
    def __init__(self: Any, **values: Any) -> None:  # noqa: N807  # it is an __init__
        if self.__dict__:
            raise attrs.exceptions.FrozenInstanceError  # it was called on a record by hand
        fill(self, values, values)

    __init__.__doc__ = "Raises `InvalidRecord`, which tells all that its fields do not take."
    return __init__


def fill(made: Any, values: Mapping[str, Any], given: Collection[str]) -> None:
    """
    Store *values* in *made*, a record that is still empty.

    Raises:
        InvalidRecord: If its fields do not take them. Members whose names were *given* are not
            proposed in the place of one that does not exist.
    """
    cls: Any = type(made)
    takers, required = takers_of(cls), _required(cls)
    stored = made.__dict__
    faults: Faults = []
    for name, value in values.items():
        if name not in takers:
            faults.append(((name,), NO_MEMBER))
        elif not _is_absent(value):
            take, at = takers[name]
            stored[name] = take(value, at, faults)
    if faults or not stored or not required.keys() <= stored.keys():
        faults += [((name,), "is required") for name in required if name not in stored]
        stored.clear()
        raise refusal(cls, faults, given)


@cache
def _required(cls: Any) -> dict[str, None]:
    fields = attrs.fields(cls)
    return {field.name: None for field in fields if field.default is attrs.NOTHING}


def _is_absent(value: Any) -> bool:
    return value is None or (isinstance(value, (tuple, list)) and not value)


_PYDANTIC_DOOR = "rednotice.doors.pydantic:core_schema_of"


def _pydantic(cls: Any, _source: Any, _handler: Any) -> Any:
    """
    What pydantic asks a class for. The answer is found by its name, as an entry point is.
    """
    return resolve_name(_PYDANTIC_DOOR)(cls)


def _make_none(cls: Any) -> None:
    cls.__init__ = _undecorated  # until the decorator gives it a constructor of its own


def _undecorated(self: Any, **_values: Any) -> None:
    raise TypeError(
        f"{type(self).__name__} makes no records, for it lacks @record; what other software keeps"
        " with a case goes under its extensions"
    )
