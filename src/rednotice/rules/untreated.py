"""
Members that an audience may see only when they were treated: generalised, replaced, left out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice.records import Audience, fields_of
from rednotice.records.shapes import Many, Nested

if TYPE_CHECKING:
    from rednotice.documents import Path

Found = list[tuple["Path", str]]


def untreated(record: Any, audience: Audience) -> Found:
    """
    The members in *record* that do not admit *audience*: where each stands, and the schema's name
    of it, such as ``names`` or ``subjects.born``.

    What stands in such a member is not looked at any more.
    """
    found: Found = []
    _look(record, audience, (), "", found)
    return found


@cache
def _plan(cls: Any, audience: Audience) -> tuple[tuple[str, bool, bool, bool], ...]:
    return tuple(
        (
            field.name,
            audience in field.meaning.release,
            isinstance(field.one, Nested),
            isinstance(field.shape, Many),
        )
        for field in fields_of(cls)
    )


def _look(record: Any, audience: Audience, path: Path, name: str, found: Found) -> None:
    members = record.__dict__
    for member, admitted, nested, several in _plan(record.__class__, audience):
        if member not in members:
            continue
        here, called = (*path, member), f"{name}.{member}" if name else member
        if not admitted:
            found.append((here, called))
        elif nested and several:
            for place, part in enumerate(members[member]):
                _look(part, audience, (*here, place), called, found)
        elif nested:
            _look(members[member], audience, here, called, found)
