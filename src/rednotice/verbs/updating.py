"""
Make a copy of a case in which one nested record is changed.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

from rednotice.documents import Path
from rednotice.errors import UnknownName
from rednotice.records import evolve, is_record, walk

R = TypeVar("R")
_INDEX = re.compile("0|[1-9][0-9]{0,8}")  # as RFC 6901 writes it; no list is longer


def update(record: R, place: str, /, **changes: Any) -> R:
    """
    Return a copy of *record* in which members of the record at *place* are changed.

    >>> from rednotice import Case, Notice, Subject
    >>> case = Case(rednotice="1.0", id="c-1", subjects=[Subject(id="s1")], notices=[
    ...     Notice(kind="red"),
    ... ])
    >>> update(case, "/notices/0", issuing_state="TJ").notices[0].issuing_state
    'TJ'
    >>> update(case, "s1", label="Journalist A").subjects[0].label
    'Journalist A'

    Args:
        record: A case, or any other record; it is not changed.
        place: A JSON Pointer (RFC 6901) such as ``/warrants/0/charges/1``, or the id of the record.
        changes: The members to change. A member that is set to None or to an empty list is left
            out.

    Raises:
        InvalidRecord: If a member does not accept its new value, or there is no such member.
        TypeError: If *record* is not a record, or *place* is not a text.
        UnknownName: If there is no record at *place*, or several records have that id.
    """
    if not is_record(type(record)):
        raise TypeError("only a record is updated; of a dict, rednotice.from_dict makes one")
    if not isinstance(place, str):
        raise TypeError("a place is a text: a pointer, such as /notices/0, or an id")
    path = _path(place) if place.startswith("/") or not place else _path_of_id(record, place)
    changed: R = _changed(record, path, changes)
    return changed


def _path(pointer: str) -> Path:
    parts = (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
    return tuple(int(part) if _INDEX.fullmatch(part) else part for part in parts)


def _path_of_id(record: Any, identity: str) -> Path:
    found = [path for path, one in walk(record) if one.__dict__.get("id") == identity]
    if len(found) != 1:
        number = "several records have" if found else "no record has"
        raise UnknownName(f"{number} this id; give the place as a pointer, such as /notices/0")
    return found[0]


def _changed(part: Any, path: Path, changes: dict[str, Any]) -> Any:
    """
    A copy of *part*, a record or a list, in which the record at *path* is changed.
    """
    if not path and is_record(type(part)):
        return evolve(part, **changes)
    match part, path:
        case tuple(), (int(at), *rest) if at < len(part):
            return (*part[:at], _changed(part[at], tuple(rest), changes), *part[at + 1 :])
        case _, (str(name), *rest) if is_record(type(part)) and name in part.__dict__:
            inner = _changed(part.__dict__[name], tuple(rest), changes)
            return evolve(part, **{name: inner})
    raise UnknownName("no record stands at this place; name the members to change as keywords")
