"""
Shapes: the type hints of a record, read once for everything that needs them.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import attrs

from rednotice.records.limits import JsonSchema, Length, Limit, Matches, MemberNames, Named, Ref


@attrs.frozen(eq=False)
class Scalar:
    """
    One plain value: a text, a number or a boolean.
    """

    python: Any
    limits: tuple[Limit, ...] = ()
    ref: Ref | None = None
    named: Named | None = None

    @property
    def expects(self) -> str:
        """The words that follow "must be" in a message."""
        if self.limits:
            return self.limits[0].expects
        return {str: "a text", int: "a whole number", bool: "true or false", float: "a number"}[
            self.base
        ]

    @property
    def base(self) -> type:
        """The JSON type of the value: str for a text type such as a date."""
        return str if issubclass(self.python, str) else self.python

    def keywords(self) -> JsonSchema:
        """
        The limits as JSON Schema keywords. The branches of an ``anyOf`` say the type themselves.
        """
        keywords: JsonSchema = {}
        for limit in self.limits:
            keywords |= limit.keywords()
        return keywords if "anyOf" in keywords else {"type": _JSON_TYPES[self.base], **keywords}


@attrs.frozen(eq=False)
class Many:
    """
    A list with at least one item. If its items are plain values, each stands in it once.
    """

    item: Shape

    @property
    def expects(self) -> str:
        """The words that follow "must be" in a message."""
        return "a list with at least one item"


@attrs.frozen(eq=False)
class Nested:
    """
    A record inside a record.
    """

    record: Any

    @property
    def expects(self) -> str:
        """The words that follow "must be" in a message."""
        return f"an object of kind {self.record.__name__}"


@attrs.frozen(eq=False)
class Mapped:
    """
    An object whose member names are data, such as reasons for missing members, or extensions.
    """

    keys: Limit
    value: Shape

    @property
    def expects(self) -> str:
        """The words that follow "must be" in a message."""
        return f"an object with at least one member, each named by {self.keys.expects}"


@attrs.frozen(eq=False)
class Free:
    """
    A value that may have more than one JSON type; *limit* says which.
    """

    limit: Limit
    named: Named

    @property
    def expects(self) -> str:
        """The words that follow "must be" in a message."""
        return self.limit.expects


def doubles(values: Sequence[Any]) -> Iterator[int]:
    """
    Yield the places of those *values*, plain ones of one type, that stand earlier in the list too;
    None does not count.
    """
    if len(set(values)) == len(values):
        return
    met: set[Any] = {None}
    for place, value in enumerate(values):
        if value in met and value is not None:
            yield place
        met.add(value)


Shape = Scalar | Many | Nested | Mapped | Free

_JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}
_PLAIN = Scalar(str, (Length(1),))


@cache
def shapes_of(cls: Any) -> dict[str, Shape]:
    """
    The shape of every field of the record class *cls*, in the model's order.

    Raises:
        TypeError: If a record may not have such a type hint; for example a union other than ``X |
            None``.
    """
    hints = get_type_hints(cls, include_extras=True)
    shapes = {
        field.name: _shape(hints[field.name], f"{cls.__name__}.{field.name}")
        for field in attrs.fields(cls)
    }
    return {name: _bound(shape, cls, name) for name, shape in shapes.items()}


def _present(hint: Any, where: str) -> Any:
    """
    The hint without None: ``X`` for ``X | None``.
    """
    if get_origin(hint) not in {typing.Union, types.UnionType}:
        return hint
    members = [member for member in get_args(hint) if member is not types.NoneType]
    if len(members) != 1 or len(members) == len(get_args(hint)):
        raise TypeError(f"{where}: a field has one plain type; the only union is X | None")
    return members[0]


def _shape(hint: Any, where: str) -> Shape:
    hint = _present(hint, where)
    base: Any = hint
    notes: list[Any] = []
    if get_origin(hint) is Annotated:
        base, *notes = get_args(hint)
    if get_origin(base) is tuple and get_args(base)[1:] == (...,):
        return Many(_shape(get_args(base)[0], where))
    limits = tuple(note for note in notes if hasattr(note, "keywords"))
    ref = next((note for note in notes if isinstance(note, Ref)), None)
    named = next((note for note in notes if isinstance(note, Named)), None)
    # A codelist knows its own name and title. It is read only now, when the shape is needed.
    named = named or next((note.named for note in notes if hasattr(note, "named")), None)
    if base is Any and limits and named:
        return Free(limits[0], named)
    if get_origin(base) in {dict, Mapping} and get_args(base)[0] is str and limits:
        return Mapped(limits[0], _shape(get_args(base)[1], where))
    if hasattr(base, "__attrs_attrs__"):
        return Nested(base)
    if hasattr(base, "trusted"):
        return text_shape(base)
    if base in _JSON_TYPES:
        return Scalar(base, limits or (_PLAIN.limits if base is str else ()), ref, named)
    raise TypeError(f"{where}: no field may have this type")


def _bound(shape: Shape, cls: Any, name: str) -> Shape:
    """
    *shape* with the member names of *cls* filled in if it uses `MemberNames`.
    """
    if not (isinstance(shape, Mapped) and isinstance(shape.keys, MemberNames)):
        return shape
    optional = [
        field.name
        for field in attrs.fields(cls)
        if field.default is not attrs.NOTHING and field.name != name
    ]
    return attrs.evolve(shape, keys=MemberNames(tuple(optional)))


@cache
def text_shape(cls: Any) -> Scalar:
    """
    The shape of a text type such as a date, which defines its own pattern and description.
    """
    named = Named(cls.__name__, cls.TITLE, cls.DESCRIPTION, tuple(cls.EXAMPLES))
    return Scalar(
        cls, (Matches(cls.PATTERN, cls.EXPECTS, slips=cls.SLIPS, several=cls.SEVERAL),), None, named
    )
