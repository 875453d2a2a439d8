"""
Every member of the model, with the class that declares it and the paths on which it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from rednotice.model import Case, SharedDocument
from rednotice.records import Field, fields_of
from rednotice.records.shapes import Mapped, Nested, Scalar
from rednotice.types.codes import Codes
from rednotice.types.roles import Role


@attrs.frozen
class Member:
    """
    A member of a record class.

    Attributes:
        owner: The class that declares it, which may be a base of the classes that have it.
        field: The field.
        paths: Where it stands in a case, as names joined by dots, the shortest first; in the
            shared document if it stands in no case.
        in_shared: Whether it stands only in the shared document.
    """

    owner: Any
    field: Field
    paths: tuple[str, ...]
    in_shared: bool

    @property
    def name(self) -> str:
        """The member as ``Subject.born``."""
        return f"{self.owner.__name__}.{self.field.name}"


def paths_below(
    cls: Any, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any, Field]]:
    """
    Yield every member of *cls* and of the records inside it: its path, its class and its field.
    """
    for field in fields_of(cls):
        yield (*path, field.name), cls, field
        if isinstance(field.one, Nested):
            yield from paths_below(field.one.record, (*path, field.name))


def owner_of(cls: Any, name: str) -> Any:
    """
    The class that declares the member *name* of *cls*: *cls* itself or a base of it.
    """
    return next(
        one
        for one in cls.__mro__
        if any(field.name == name and not field.inherited for field in attrs.fields(one))
    )


@cache
def members() -> dict[str, Member]:
    """
    Every member by its name, such as ``Subject.born``, in the model's order.
    """
    found: dict[str, Member] = {}
    for root in (Case, SharedDocument):
        met: dict[str, tuple[Any, Field, list[str]]] = {}
        for path, cls, field in paths_below(root):
            owner = owner_of(cls, field.name)
            name = f"{owner.__name__}.{field.name}"
            met.setdefault(name, (owner, field, []))[2].append(".".join(path))
        for name, (owner, field, paths) in met.items():
            places = tuple(sorted(paths, key=lambda one: one.count(".")))
            found.setdefault(name, Member(owner, field, places, root is SharedDocument))
    return found


def codelist_of(field: Field) -> str | None:
    """
    The name of the codelist of which *field* holds a code or a class word; None if it holds none.
    """
    shape = field.one.value if isinstance(field.one, Mapped) else field.one
    if not isinstance(shape, Scalar):
        return None
    if isinstance(shape.ref, Role):
        return shape.ref.classes
    return next((one.name for one in shape.limits if isinstance(one, Codes)), None)
