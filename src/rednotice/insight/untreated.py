"""
Members that an audience may see only after treatment: made coarser, replaced or left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rednotice.insight.values import way
from rednotice.model import Statement
from rednotice.records import Audience, fields_of
from rednotice.records.shapes import Many, Nested
from rednotice.types.codes import Codes
from rednotice.types.roles import Role, class_of

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import View


class _Member(NamedTuple):
    """
    What an audience may see of one member; *withheld* holds the codes that it may not see, and
    *classes* says that it may see class words only.
    """

    name: str
    admitted: bool
    classes: bool
    required: bool
    several: bool
    nested: bool
    withheld: frozenset[str]


@cache
def _members(cls: Any, audience: Audience) -> tuple[_Member, ...]:
    return tuple(
        _Member(
            field.name,
            audience in (field.meaning.seen if field.name == "id" else field.meaning.release),
            audience in field.meaning.part and isinstance(field.ref, Role),
            field.required,
            isinstance(field.shape, Many),
            isinstance(field.one, Nested),
            frozenset() if audience in Audience.COUNSEL.within else _withheld_codes(field.one),
        )
        for field in fields_of(cls)
    )


def _withheld_codes(shape: Any) -> frozenset[str]:
    """
    The codes that reveal where, or under what protection, a person lives; only counsel may see
    them.
    """
    codes = [limit for limit in getattr(shape, "limits", ()) if isinstance(limit, Codes)]
    return frozenset(code.code for one in codes for code in one.codelist if code.reveals_host)


# A member that an audience may not see as it is: its path, its name in the schema, such as
# ``subjects.names``, and whether it is required.
Untreated = tuple["Path", str, bool]


def untreated(view: View) -> list[Untreated]:
    """
    The members of the case that the view's audience may not see.

    Members inside such a member are not listed separately. A code that reveals the host country
    counts too, and so does the value of a statement about a field that the audience may not see.
    """
    seen: set[int] = set()
    found = list(_look(view.case, view.audience, (), "", seen))
    for path, statement in view.each(Statement):
        if id(statement) in seen and statement.value is not None:
            named, *members = (statement.about or "").split(".")
            about = view.record_of(named)
            if (
                about is None
                or id(about[1]) not in seen
                or not _shows(about[1], members, view.audience)
            ):
                found.append(((*path, "value"), "statements.value", False))
    return found


def _shows(record: Any, members: list[str], audience: Audience) -> bool:
    """Whether *audience* may see every member on the way from *record*."""
    fields = way(record.__class__, members)
    return bool(fields) and all(audience in field.meaning.release for field in fields or ())


def _look(
    record: Any, audience: Audience, path: Path, name: str, seen: set[int]
) -> Iterator[Untreated]:
    seen.add(id(record))
    members = record.__dict__
    for member in _members(record.__class__, audience):
        if member.name not in members:
            continue
        value, here = members[member.name], (*path, member.name)
        called = f"{name}.{member.name}" if name else member.name
        if member.classes and all(map(class_of, value if member.several else (value,))):
            continue
        if not member.admitted:
            yield here, called, member.required
        elif member.nested and member.several:
            for place, part in enumerate(value):
                yield from _look(part, audience, (*here, place), called, seen)
        elif member.nested:
            yield from _look(value, audience, here, called, seen)
        elif not member.withheld.isdisjoint(value if member.several else (value,)):
            yield here, called, member.required
