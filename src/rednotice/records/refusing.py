"""
Explain why a record could not be constructed, in sentences that quote no values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from rednotice.errors import InvalidRecord, RecordFault
from rednotice.records.essentials import needed_essentials
from rednotice.records.shapes import shapes_of
from rednotice.records.wrong_values import missing, none_of_several

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.records.unknown_members import Unknown

# What a construction says of a name until the whole of it is known.
NO_MEMBER = "is not a member"
MISSING = "is missing"
NONE_OF_SEVERAL = "has none of them"


def refusal(
    cls: Any, faults: Iterable[tuple[Path, str]], given: Mapping[str, Any]
) -> InvalidRecord:
    """
    The exception for a *cls* with all its *faults*; *given* holds the arguments by their names.
    """
    from rednotice.records.unknown_members import unknown  # only what is refused needs it

    faults = list(faults)
    names = [str(path[0]) for path, what in faults if what is NO_MEMBER]
    others = {name: unknown(cls, name, given) for name in names}
    # A member that is only misspelt is not missing.
    meant = {one.meant[0] for one in others.values() if one.meant}
    found = [
        _fault(cls, path, _said(cls, path, what, given), others)
        for path, what in faults
        if not _is_meant(cls, path, what, meant)
    ]
    message = f"{cls.__name__} must have at least one member that is not empty."
    return InvalidRecord(cls, found or [RecordFault((), message, ())])


def _is_meant(cls: Any, path: Path, what: str, meant: set[str]) -> bool:
    """Whether what is missing is there under a misspelt name."""
    if what is NONE_OF_SEVERAL:
        return not meant.isdisjoint(needed_essentials(cls))
    return what is MISSING and path[0] in meant


def _said(cls: Any, path: Path, what: str, given: Mapping[str, Any]) -> str:
    """*what*, unless the value at *path* is a code that belongs in another member."""
    from rednotice.records.misplaced import misplaced  # only what is refused needs it

    if what in {NO_MEMBER, MISSING, NONE_OF_SEVERAL}:
        return what
    name, *places = path
    value: Any = given.get(str(name))
    for place in places:
        if isinstance(value, list | tuple) and isinstance(place, int):
            value = value[place]
    return misplaced(cls, str(name), value) or what


def _fault(cls: Any, path: Path, what: str, others: Mapping[str, Unknown]) -> RecordFault:
    if what is NONE_OF_SEVERAL:
        return RecordFault((), f"{cls.__name__}: {none_of_several(needed_essentials(cls))}", ())
    name = str(path[0])
    if what is NO_MEMBER:
        found = others[name]
        return RecordFault(path, found.message, (name if found.shown else "*",))
    if what is MISSING:
        return RecordFault(path, f"{cls.__name__}: {missing(name, shapes_of(cls)[name])}", path)
    # Below a member, a name is the key of a map and therefore data.
    shown: Path = (path[0], *("*" if isinstance(part, str) else part for part in path[1:]))
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in shown)
    return RecordFault(path, f"{cls.__name__}{place}: {what}", shown)
