"""
Layouts: what may be looked for in a record, told by its class and the members that it has.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

import attrs

from rednotice.insight.plans import may_lie_ahead
from rednotice.model import Case, SharedDocument
from rednotice.records import Sensitivity, fields_of, record_classes
from rednotice.records.shapes import Many, Nested, Scalar
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.roles import Role

# The codelists of states and of other issuers.
_OF_STATES = frozenset({"countries", "non_state_issuers"})
_LANGUAGES = frozenset({"language", "languages"})


class PointingMember(NamedTuple):
    """
    A member that points: its name, whether it is a list, in which members it may point, the
    number of these among `all_allowed`, and the codelist of its class words, if it takes any.
    """

    name: str
    is_list: bool
    allowed: tuple[str, ...]
    number: int
    role: Role | None


@attrs.frozen(eq=False)
class Layout:
    """
    The class of a record and the members that it has, with what may be looked for in it.

    Records that are laid out alike share one, so that it is made once and is quick to compare.
    """

    kind: type
    members: frozenset[str]
    has_id: bool
    """Whether it has an id of ours."""
    has_gaps: bool
    """Whether it says why a member is missing."""
    nested: tuple[tuple[str, bool], ...]
    """Members that hold records, each with whether it is a list."""
    dates: tuple[str, ...]
    past: tuple[str, ...]
    """Dates of what has happened."""
    ahead: tuple[str, ...]
    """Dates that may lie ahead by their meaning."""
    points: tuple[PointingMember, ...]
    to_itself: tuple[str, ...]
    """Members by which a record with an id could point at itself."""
    prose: tuple[str, ...]
    """Single texts that may hold any sign, and identify nobody by themselves."""
    states: tuple[str, ...]
    """Single codes of states and issuers."""
    prose_lists: tuple[str, ...]
    """Lists of such texts."""
    state_lists: tuple[str, ...]
    """Lists of codes of states and issuers."""
    identifying: tuple[str, ...]
    """Single texts that identify a person by themselves."""
    identifying_lists: tuple[str, ...]
    """Lists of such texts."""
    languages: tuple[str, ...]
    """Members that hold tags of languages."""


@lru_cache(maxsize=4096)
def layout_of(kind: Any, members: tuple[str, ...]) -> Layout:
    """
    The layout of records of class *kind* that have these *members*.
    """
    fields = [field for field in fields_of(kind) if field.name in members]
    scalars = {field.name: field.shape for field in fields if isinstance(field.shape, Scalar)}
    lists = {
        field.name: field.one
        for field in fields
        if isinstance(field.shape, Many) and isinstance(field.one, Scalar)
    }
    direct = {
        field.name
        for field in fields
        if field.meaning.sensitivity is Sensitivity.DIRECT
        and isinstance(field.one, Scalar)
        and field.one.base is str
    }
    dates = tuple(name for name, shape in scalars.items() if shape.python is PartialDate)
    own = scalars["id"].named if "id" in scalars else None
    return Layout(
        kind=kind,
        members=frozenset(members),
        # The id of a case at another organisation is a label, and no id of ours.
        has_id=own is not None and own.name == "Id",
        has_gaps="missing" in members,
        nested=tuple(
            (field.name, isinstance(field.shape, Many))
            for field in fields
            if isinstance(field.one, Nested)
        ),
        dates=dates,
        past=tuple(name for name in dates if not may_lie_ahead(kind, name)),
        ahead=tuple(name for name in dates if may_lie_ahead(kind, name)),
        points=tuple(
            PointingMember(
                field.name,
                isinstance(field.shape, Many),
                field.ref.targets,
                all_allowed().index(frozenset(field.ref.targets)),
                field.ref if isinstance(field.ref, Role) else None,
            )
            for field in fields
            if field.ref
        ),
        to_itself=tuple(field.name for field in fields if field.ref and "id" in members),
        prose=tuple(
            name for name, shape in scalars.items() if name not in direct and is_prose(shape)
        ),
        states=tuple(name for name, shape in scalars.items() if _names_states(shape)),
        prose_lists=tuple(
            name for name, shape in lists.items() if name not in direct and is_prose(shape)
        ),
        state_lists=tuple(name for name, shape in lists.items() if _names_states(shape)),
        identifying=tuple(name for name in scalars if name in direct),
        identifying_lists=tuple(name for name in lists if name in direct),
        languages=tuple(field.name for field in fields if field.name in _LANGUAGES),
    )


@cache
def all_allowed() -> tuple[frozenset[str], ...]:
    """
    The members in which members may point, each combination once.
    """
    return tuple(
        {
            frozenset(field.ref.targets): None
            for root in (Case, SharedDocument)
            for cls in record_classes(root)
            for field in fields_of(cls)
            if field.ref
        }
    )


def is_prose(shape: Scalar) -> bool:
    """
    Whether texts of this *shape* may hold any sign, even one that nobody sees.
    """
    return shape.base is str and all(limit.holds("a\u200bb") for limit in shape.limits)


def _names_states(shape: Scalar) -> bool:
    return any(isinstance(limit, Codes) and limit.name in _OF_STATES for limit in shape.limits)
