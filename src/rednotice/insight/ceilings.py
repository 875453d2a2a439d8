"""
What a document holds beyond the ceiling of an audience: members and codes that the audience may
never see.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rednotice.codelists.groups import leaving
from rednotice.insight.values import way
from rednotice.model import Case, Statement
from rednotice.records import Audience, fields_of
from rednotice.records.shapes import Many, Nested
from rednotice.types.codes import Codes
from rednotice.types.roles import CLASS, Role, class_of
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import View
    from rednotice.records.walk import Field


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
    What an audience may see of one member. *part* is the kind of the part that it may see, and
    empty if it may see the whole or nothing; *withheld* holds the codes that it may not see.
    """

    name: str
    admitted: bool
    part: str
    several: bool
    nested: bool
    withheld: frozenset[str]


@cache
def _members(cls: Any, audience: Audience) -> tuple[_Member, ...]:
    return tuple(
        _Member(
            field.name,
            audience in field.meaning.seen,
            "" if audience in field.meaning.release else field.meaning.part_kind,
            isinstance(field.shape, Many),
            isinstance(field.one, Nested),
            _withheld_codes(field, audience),
        )
        for field in fields_of(cls)
    )


def _withheld_codes(field: Field, audience: Audience) -> frozenset[str]:
    """
    The codes and class words of *field* that *audience* may not see.
    """
    withheld: set[str] = set()
    for limit in getattr(field.one, "limits", ()):
        if isinstance(limit, Codes):
            withheld |= limit.codelist.codes.keys() - leaving(limit.name, audience)
        elif isinstance(limit, Role):
            words = limit.codelist.codes.keys() - leaving(limit.classes, audience)
            withheld.update(f"{CLASS}{word}" for word in words)
    return frozenset(withheld)


def beyond_ceiling(view: View, audience: Audience) -> list[Beyond]:
    """
    The members and codes of the document that *audience* may never see, path by path.

    Members inside such a member are not listed separately. The value of a statement counts as the
    field that it is about. Where an audience may see only class words, or only the states that
    pursue, anything else in the member is beyond its ceiling. An id may be one of the release.
    """
    look = _Look(view, audience)
    found = list(look.into(view.case, (), ""))
    for path, statement in view.each(Statement):
        if id(statement) in look.seen and statement.value is not None:
            named, *members = (statement.about or "").split(".")
            about = view.record_of(named)
            if (
                about is None
                or id(about[1]) not in look.seen
                or not (members and shows(about[1], members, audience))
            ):
                found.append(Beyond((*path, "value"), "statements.value", is_code=False))
    return found


def shows(record: Any, members: list[str], audience: Audience) -> bool:
    """
    Whether *audience* may see every one of *members* on the way from *record*, at least in part.
    """
    fields = way(record.__class__, members)
    return fields is not None and all(audience in field.meaning.seen for field in fields)


class _Look:
    """
    A look at a document with the eyes of *audience*; *seen* holds the records that it may see.
    """

    def __init__(self, view: View, audience: Audience) -> None:
        self.seen: set[int] = set()
        self._audience = audience
        states = view.case.pursued_by if isinstance(view.case, Case) else ()
        self._pursuing = frozenset(one_code(state) or state for state in states)

    def into(self, record: Any, path: Path, name: str) -> Iterator[Beyond]:
        """
        Yield what is beyond the ceiling in *record*, which stands at *path* and is called *name*.
        """
        self.seen.add(id(record))
        members = record.__dict__
        for member in _members(record.__class__, self._audience):
            if member.name not in members:
                continue
            value, here = members[member.name], (*path, member.name)
            called = f"{name}.{member.name}" if name else member.name
            each = value if member.several else (value,)
            if not member.admitted or not self._is_the_part(member.part, each):
                yield Beyond(here, called, is_code=False)
            elif member.nested:
                for place, part in enumerate(each):
                    yield from self.into(part, (*here, place) if member.several else here, called)
            elif not member.withheld.isdisjoint(each):
                yield Beyond(here, called, is_code=True)

    def _is_the_part(self, kind: str, values: tuple[Any, ...]) -> bool:
        """Whether all *values* are of the part of the *kind* that the audience may see."""
        if kind == "classes":
            return all(map(class_of, values))
        if kind == "pursuing":
            return all((one_code(value) or value) in self._pursuing for value in values)
        return True
