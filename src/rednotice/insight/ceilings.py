"""
What a document holds beyond the ceiling of an audience: members and codes that the audience may
never see.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rednotice.insight.values import way
from rednotice.model import Case, Statement
from rednotice.records import Audience, fields_of
from rednotice.records.shapes import Many, Nested
from rednotice.types.codes import Codes

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import View


class Beyond(NamedTuple):
    """
    A value beyond the ceiling: its path, its name in the schema, such as ``subjects.names``, and
    whether only its code is beyond, since the member itself is not.
    """

    path: Path
    name: str
    is_code: bool


class _Member(NamedTuple):
    """
    What an audience may see of one member; *withheld* holds the codes that it may not see.
    """

    name: str
    admitted: bool
    several: bool
    nested: bool
    withheld: frozenset[str]


@cache
def _members(cls: Any, audience: Audience) -> tuple[_Member, ...]:
    return tuple(
        _Member(
            field.name,
            # A case has an id in every release, and there it is another one.
            audience in field.meaning.release or (cls is Case and field.name == "id"),
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


def beyond_ceiling(view: View, audience: Audience) -> list[Beyond]:
    """
    The members and codes of the document that *audience* may never see, path by path.

    Members inside such a member are not listed separately. The value of a statement counts as the
    field that it is about.
    """
    seen: set[int] = set()
    found = list(_look(view.case, audience, (), "", seen))
    for path, statement in view.each(Statement):
        if id(statement) in seen and statement.value is not None:
            named, *members = (statement.about or "").split(".")
            about = view.record_of(named)
            if (
                about is None
                or id(about[1]) not in seen
                or not (members and shows(about[1], members, audience))
            ):
                found.append(Beyond((*path, "value"), "statements.value", is_code=False))
    return found


def shows(record: Any, members: list[str], audience: Audience) -> bool:
    """
    Whether *audience* may see every one of *members* on the way from *record*.
    """
    fields = way(record.__class__, members)
    return fields is not None and all(audience in field.meaning.release for field in fields)


def _look(
    record: Any, audience: Audience, path: Path, name: str, seen: set[int]
) -> Iterator[Beyond]:
    seen.add(id(record))
    members = record.__dict__
    for member in _members(record.__class__, audience):
        if member.name not in members:
            continue
        value, here = members[member.name], (*path, member.name)
        called = f"{name}.{member.name}" if name else member.name
        if not member.admitted:
            yield Beyond(here, called, is_code=False)
        elif member.nested and member.several:
            for place, part in enumerate(value):
                yield from _look(part, audience, (*here, place), called, seen)
        elif member.nested:
            yield from _look(value, audience, here, called, seen)
        elif not member.withheld.isdisjoint(value if member.several else (value,)):
            yield Beyond(here, called, is_code=True)
