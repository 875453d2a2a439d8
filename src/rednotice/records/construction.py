"""
Records: frozen, keyword-only classes whose constructor checks what it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import wraps
from typing import Any, TypeVar, dataclass_transform, overload

import attrs

from rednotice.records.comparing import equal, hash_of, repr_of
from rednotice.records.converting import Faults, converters_of, required_members
from rednotice.records.declared import declare
from rednotice.records.essentials import ESSENTIALS, NEEDED, Essentials, needed_essentials
from rednotice.records.fields import METADATA, contextual, direct, quasi, safe, sensitive
from rednotice.records.refusing import MISSING, NO_MEMBER, NONE_OF_SEVERAL, refusal

T = TypeVar("T")


@overload
@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(direct, quasi, sensitive, contextual, safe),
)
def record(cls: type[T], /) -> type[T]: ...
@overload
@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(direct, quasi, sensitive, contextual, safe),
)
def record(*, essentials: Essentials, needed: bool = False) -> Callable[[type[T]], type[T]]: ...
def record(
    cls: type[T] | None = None, /, *, essentials: Essentials = (), needed: bool = False
) -> Any:
    """
    Make *cls* a record: a frozen class with keyword-only arguments and fields made by specifiers.

    *essentials* names the members that make it a record at all: alternatives, each a member or
    several together. A release leaves a record out if none of them may leave. Every class that a
    document can hold names some, and a base class need not. If they are *needed*, each alternative
    is one member, and a record must have at least one of them.

    Inherited members come after a record's own, in the schema and in every written document. The
    constructor checks every value against its type and accepts a list where it stores a tuple. A
    record never changes, so it has a hash. A subclass must be decorated too before it can be
    constructed; otherwise nothing would check its own fields.

    Raises:
        TypeError: If a field has no specifier and therefore no description, sensitivity or release.
    """
    if cls is not None:
        return _made(cls, (), needed=False)
    return lambda decorated: _made(decorated, essentials, needed=needed)


def _made(cls: Any, essentials: Essentials, *, needed: bool) -> Any:
    # attrs freezes the class and writes the constructor whose signature tools show. Absent members
    # are not stored, so one comparison serves all classes.
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
    declare(field.name for field in attrs.fields(made))
    setattr(made, ESSENTIALS, essentials)
    setattr(made, NEEDED, needed)
    made.__init__ = _checking(made.__init__)
    made.__eq__, made.__hash__, made.__repr__ = equal, hash_of, repr_of
    made.__init_subclass__ = classmethod(_forbid_construction)
    made.__get_pydantic_core_schema__ = classmethod(_pydantic)
    return made


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
    A checking constructor with the signature of the one that attrs has *written*.

    It stores only the members that are present, so it does not call the other constructor.
    """

    @wraps(written)
    def __init__(self: Any, **values: Any) -> None:  # noqa: N807  # it is an __init__
        if self.__dict__:
            raise attrs.exceptions.FrozenInstanceError  # __init__ was called on a record
        fill(self, values, values)

    __init__.__doc__ = "Raises `InvalidRecord`, which tells all that its fields do not take."
    return __init__


def fill(made: Any, values: Mapping[str, Any], given: Collection[str]) -> None:
    """
    Check *values* and store them in the empty record *made*.

    Raises:
        InvalidRecord: If its fields do not accept them. The hint for an unknown member does not
            suggest a member whose name is in *given*.
    """
    cls: Any = type(made)
    converters, required = converters_of(cls), required_members(cls)
    stored = made.__dict__
    faults: Faults = []
    for name, value in values.items():
        if name not in converters:
            faults.append(((name,), NO_MEMBER))
        elif not _is_absent(value):
            convert, at = converters[name]
            stored[name] = convert(value, at, faults)
    several = needed_essentials(cls)
    lacks = several and stored.keys().isdisjoint(several)
    if faults or not stored or lacks or not required.keys() <= stored.keys():
        faults += [((name,), MISSING) for name in required if name not in stored]
        if lacks:
            faults.append(((), NONE_OF_SEVERAL))
        stored.clear()
        raise refusal(cls, faults, {name: values[name] for name in given})


def _is_absent(value: Any) -> bool:
    return value is None or (isinstance(value, (tuple, list)) and not value)


_PYDANTIC_DOOR = "rednotice.doors.pydantic:core_schema_of"


def _pydantic(cls: Any, _source: Any, _handler: Any) -> Any:
    """
    What pydantic asks a class for. The answer is found by its name, as an entry point is.
    """
    from pkgutil import resolve_name  # only pydantic waits for it

    return resolve_name(_PYDANTIC_DOOR)(cls)


def _forbid_construction(cls: Any) -> None:
    cls.__init__ = _undecorated  # until the decorator replaces it


def _undecorated(self: Any, **_values: Any) -> None:
    raise TypeError(
        f"{type(self).__name__} makes no records, for it lacks @record; what other software keeps"
        " with a case goes under its extensions"
    )
