"""
Say which member of a record was meant by a name that is not one.
"""

from __future__ import annotations

from collections import deque
from functools import cache
from itertools import takewhile
from typing import Any

import attrs

from rednotice.records.declared import is_declared
from rednotice.records.limits import Length
from rednotice.records.misplaced import MOST, listed, members_with
from rednotice.records.shapes import Many, Nested, Scalar, Shape, shapes_of
from rednotice.words.everyday import is_everyday, members_meant
from rednotice.words.likeness import LONGEST, is_plain_name, nearest, plain
from rednotice.words.offers import did_you_mean, either

_DEEPEST = 2  # levels of records inside a record in which a member is looked for
_MOST_MEANT = 6  # members that are all offered for one word; of more, only where they are
_MOST_PLACES = 3  # in which a name may belong for that to be a help

Names = tuple[str, ...]


@attrs.frozen
class Unknown:
    """
    What is to be said of a name that is not a member.

    Attributes:
        message: Sentences that name the class and the next step. They repeat the name only if it is
            so close to a word of ours that the word is offered.
        meant: The path of the member that was meant, or what the paths of several have in common;
            empty if none is offered.
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
        return _told(cls, name, _offered(meant), _in_common(meant))
    value = present.get(name)
    _, taking = members_with(cls, value, _absent(cls, present))
    if 0 < len(taking) <= MOST:  # the name may be anything, and is not repeated
        step = did_you_mean(taking)
        paths = [tuple(one.split(".")) for one in taking]
        return Unknown(f"This name is not a member of {cls.__name__}. {step}", _in_common(paths))
    place = _place(cls, short, value, above)
    if place:
        return _told(cls, name, place)
    near = nearest(short, _absent(cls, present))
    if near and not _is_another_word(short, near):
        return _told(cls, name, did_you_mean([near]), (near,))
    where = f"`rednotice schema {cls.__name__}` lists its members."
    return Unknown(f"This name is not a member of {cls.__name__}. {where}")


def _is_another_word(name: str, near: str) -> bool:
    """
    Whether *name*, which is spelt nearly like the member *near*, is no slip of the pen: it is a
    member of another record class, or an everyday word, and not only the plural or the singular.
    """
    one, other = plain(name), plain(near)
    if one.removesuffix("s") == other.removesuffix("s"):
        return False
    return is_everyday(name) or is_declared(one.replace(" ", "_"))


def _offered(meant: list[Names]) -> str:
    """
    The sentence that offers all of *meant*, because which of several is right depends on the case.
    """
    paths = [".".join(path) for path in meant]
    common = _in_common(meant)
    if len(meant) > _MOST_MEANT:
        return f"Put it in {either(list(dict.fromkeys(path[0] for path in meant)))}."
    if len(meant) > 1 and common:
        return f"Put it in `{'.'.join(common)}`: {either(paths)}."
    return did_you_mean(paths)


def _in_common(meant: list[Names]) -> Names:
    """The part of the paths *meant* that is the same in all of them."""
    parts = takewhile(lambda part: len(set(part)) == 1, zip(*meant, strict=False))
    return tuple(part[0] for part in parts)


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
    found = next(iter(_everyday(cls, word, {})), None)
    return ".".join(found) if found else None


def _meant(cls: Any, name: str, present: Any) -> list[Names]:
    """
    The members that *name* certainly or very likely means: the same name in another spelling,
    those of an everyday word, the plural, or a member of one record inside this one.
    """
    own = {plain(one): one for one in _absent(cls, present)}
    if plain(name) in own:
        return [(own[plain(name)],)]
    everyday = _that_take(cls, _everyday(cls, name, present), present.get(name))
    if everyday:
        return everyday
    many = own.get(f"{plain(name)}s")
    return [(many,)] if many else _inside(cls, name, present)


def _that_take(cls: Any, paths: list[Names], value: Any) -> list[Names]:
    """
    Those of *paths* whose members take *value*, such as a date or a code; all if none does.
    """
    taking = [path for path in paths if _takes(_shape_at(cls, path), value)]
    return taking or paths


def _takes(shape: Shape, value: Any) -> bool:
    """
    Whether *value* is a text of the special form *shape*, or a list of one that begins with such;
    of a record, whether one of its members takes it.
    """
    one = shape.item if isinstance(shape, Many) else shape
    text = value[0] if isinstance(value, list | tuple) and value else value
    if isinstance(one, Nested):
        return any(
            _is_of_form(each, text) for name, each in shapes_of(one.record).items() if name != "id"
        )
    return _is_of_form(one, text)


def _is_of_form(shape: Shape, text: Any) -> bool:
    if not (isinstance(text, str) and isinstance(shape, Scalar) and shape.base is str):
        return False
    # Any word could be an id.
    is_free = shape.ref or all(isinstance(limit, Length) for limit in shape.limits)
    return not is_free and all(limit.holds(text) for limit in shape.limits)


def _shape_at(cls: Any, path: Names) -> Shape:
    first, *rest = path
    shape = shapes_of(cls)[first]
    return _shape_at(_record_of(shape), tuple(rest)) if rest else shape


def _absent(cls: Any, present: Any) -> list[str]:
    return [name for name in shapes_of(cls) if name not in present]


def _everyday(cls: Any, word: str, present: Any) -> list[Names]:
    """
    The paths of the members that the everyday *word* means, without those inside another of them.
    """
    within = _members_within(cls)
    meant = (within.get(member) for member in members_meant(word))
    paths = list(dict.fromkeys(path for path in meant if path and not _is_there(present, path)))
    return [path for path in paths if not any(path[:end] in paths for end in range(1, len(path)))]


def _inside(cls: Any, name: str, present: Any) -> list[Names]:
    """
    The path of *name* as the member of a single record inside *cls*; none if there is no such
    record, or another record inside has the member too.
    """
    found: list[Names] = [
        (member, name) for member, inner in _records_in(cls) if name in shapes_of(inner)
    ]
    if len(found) != 1 or not isinstance(shapes_of(cls)[found[0][0]], Nested):
        return []
    return [] if _is_there(present, found[0]) else found


def _is_there(present: Any, path: Names) -> bool:
    """
    Whether a plain object or the members of a record have a value at *path*; in a list of records,
    whether all of these have one.
    """
    first, *rest = path
    if first not in present:
        return False
    value = present[first]
    items = value if isinstance(value, list | tuple) else [value]
    return not rest or all(_is_there(_members_of(one), tuple(rest)) for one in items)


def _members_of(value: Any) -> Any:
    return value if isinstance(value, dict) else getattr(value, "__dict__", {})


def _place(cls: Any, name: str, value: Any, above: tuple[Any, ...]) -> str:
    """
    Where *name* belongs if it is a member of a record around or inside this one; empty if it is not
    clear which is meant, or if no record inside takes *value* there.
    """
    around = next((one for one in above if name in shapes_of(one)), None)
    if around:
        return f"It is a member of {around.__name__}: move it there."
    inside = [
        member
        for member, inner in _records_in(cls)
        if name in shapes_of(inner) and not _refuses(shapes_of(inner)[name], value)
    ]
    return f"Put it in {either(inside)}." if 0 < len(inside) <= _MOST_PLACES else ""


def _refuses(shape: Shape, value: Any) -> bool:
    """
    Whether *shape* certainly does not take *value*: a list or an object where there is one value,
    or a text that is none of its codes.
    """
    if isinstance(value, list | dict) and isinstance(shape, Scalar):
        return True
    codes = listed(shape)
    return codes is not None and isinstance(value, str) and codes.spelt(value) is None


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
