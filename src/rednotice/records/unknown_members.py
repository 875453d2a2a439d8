"""
Say which member of a record was meant by a name that is not one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from rednotice.records.shapes import Many, Nested, Shape, shapes_of
from rednotice.words.everyday import members_meant
from rednotice.words.likeness import LONGEST, is_plain_name, nearest, plain

_DEEPEST = 2  # levels of records inside a record in which a member is looked for
_MOST_PLACES = 3  # in which a name may belong for that to be a help

Names = tuple[str, ...]


@attrs.frozen
class Unknown:
    """
    What is to be said of a name that is not a member.

    Attributes:
        message: Sentences that name the class and the next step. They repeat the name only if it is
            so close to a word of ours that the word is offered.
        meant: The path of the member that was meant; empty if none is offered.
        shown: Whether the message repeats the name.
    """

    message: str
    meant: Names = ()
    shown: bool = False


def unknown(cls: Any, name: str, present: Any, above: tuple[Any, ...] = ()) -> Unknown:
    """
    What is to be said of *name*, which is not a member of the record class *cls*.

    *present* maps the names of the members that are there to their values, so that none of these is
    offered. *above* holds the classes of the records around this one, the nearest first.
    """
    short = name if len(name) <= LONGEST else ""
    meant = _meant(cls, short, present)
    if meant:
        return _told(cls, name, f"Did you mean `{'.'.join(meant)}`?", meant)
    place = _place(cls, short, above)
    if place:
        return _told(cls, name, place)
    near = nearest(short, _absent(cls, present))
    if near:
        return _told(cls, name, f"Did you mean `{near}`?", (near,))
    where = f"`rednotice schema {cls.__name__}` lists its members."
    return Unknown(f"This name is not a member of {cls.__name__}. {where}")


def _told(cls: Any, name: str, step: str, meant: Names = ()) -> Unknown:
    shown = is_plain_name(name)
    subject = f"`{name}`" if shown else "This name"
    return Unknown(f"{subject} is not a member of {cls.__name__}. {step}", meant, shown)


def member_meant(cls: Any, word: str) -> str | None:
    """
    The member of the record class *cls* that the everyday *word* means, as names joined by dots if
    it is inside a nested record; None if the table does not know the word for such a record.

    ``filed`` of a proceeding is ``dates.filed``, and ``DOB`` of a subject is ``born``.
    """
    found = next(_everyday(cls, word, {}), None)
    return ".".join(found) if found else None


def _meant(cls: Any, name: str, present: Any) -> Names:
    """
    The member that *name* certainly or very likely means: the same name in another spelling, an
    everyday word, or a member of one record inside this one.
    """
    own = {plain(one): one for one in _absent(cls, present)}
    if plain(name) in own:
        return (own[plain(name)],)
    return next(_everyday(cls, name, present), ()) or _inside(cls, name, present)


def _absent(cls: Any, present: Any) -> list[str]:
    return [name for name in shapes_of(cls) if name not in present]


def _everyday(cls: Any, word: str, present: Any) -> Iterator[Names]:
    within = _members_within(cls)
    for member in members_meant(word):
        path = within.get(member)
        if path is not None and not _is_there(present, path):
            yield path


def _inside(cls: Any, name: str, present: Any) -> Names:
    """
    The path of *name* as the member of the only single record inside *cls* that has one; empty if
    there is none, or more than one.
    """
    found = [
        (member, name)
        for member, shape in shapes_of(cls).items()
        if isinstance(shape, Nested) and name in shapes_of(shape.record)
    ]
    return found[0] if len(found) == 1 and not _is_there(present, found[0]) else ()


def _is_there(present: Any, path: Names) -> bool:
    """
    Whether a plain object or the members of a record have a value at *path*.
    """
    first, *rest = path
    if first not in present:
        return False
    value = present[first]
    inner = value if isinstance(value, dict) else getattr(value, "__dict__", None)
    return not rest or inner is None or _is_there(inner, tuple(rest))


def _place(cls: Any, name: str, above: tuple[Any, ...]) -> str:
    """
    Where *name* belongs if it is a member of a record around or inside this one; empty if it is not
    clear which is meant.
    """
    around = next((one for one in above if name in shapes_of(one)), None)
    if around:
        return f"It is a member of {around.__name__}: move it there."
    inside = [f"`{member}`" for member, inner in _records_in(cls) if name in shapes_of(inner)]
    return f"Put it in {' or '.join(inside)}." if 0 < len(inside) <= _MOST_PLACES else ""


@cache
def _records_in(cls: Any) -> tuple[tuple[str, Any], ...]:
    """The members of *cls* that hold records, each with the class of these."""
    found = ((name, _record_of(shape)) for name, shape in shapes_of(cls).items())
    return tuple((name, inner) for name, inner in found if inner)


def _record_of(shape: Shape) -> Any:
    one = shape.item if isinstance(shape, Many) else shape
    return one.record if isinstance(one, Nested) else None


@cache
def _members_within(cls: Any) -> dict[tuple[str, str], Names]:
    """
    The path of every member in *cls* and the records inside it, the nearest ones, by the name of
    each class that has the member and its own name.
    """
    found: dict[tuple[str, str], Names] = {}
    waiting: deque[tuple[Any, Names]] = deque([(cls, ())])
    while waiting:
        record, path = waiting.popleft()
        for name, shape in shapes_of(record).items():
            for one in record.__mro__:  # a base class may declare the member
                found.setdefault((one.__name__, name), (*path, name))
            inner = _record_of(shape)
            if inner and len(path) < _DEEPEST:
                waiting.append((inner, (*path, name)))
    return found
