"""
Why no record was constructed, in sentences that quote no values.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.errors import InvalidRecord, RecordFault

if TYPE_CHECKING:
    from rednotice.documents import Path

NO_MEMBER = "is not a member"
_ALIKE = 0.75  # `lable` is to `label`; `times` is not to `notices`


def refusal(cls: Any, faults: Iterable[tuple[Path, str]], given: Collection[str]) -> InvalidRecord:
    """
    The error for a *cls* that was *given* members of these names, with all its *faults*.
    """
    absent = [field.name for field in attrs.fields(cls) if field.name not in given]
    told = [_fault(cls, path, what, absent) for path, what in faults]
    message = f"{cls.__name__} must have a member; leave an empty one out"
    return InvalidRecord(cls, told or [RecordFault((), message, ())])


def _fault(cls: Any, path: Path, what: str, absent: list[str]) -> RecordFault:
    if what is NO_MEMBER:
        return _unknown(cls, str(path[0]), absent)
    # Below a member, a name is the key of a map, and so a value.
    shown: Path = (path[0], *("*" if isinstance(part, str) else part for part in path[1:]))
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in shown)
    return RecordFault(path, f"{cls.__name__}{place} {what}", shown)


def _unknown(cls: Any, name: str, absent: list[str]) -> RecordFault:
    from difflib import get_close_matches  # only a slip needs it

    near = get_close_matches(name.lower(), absent, n=1, cutoff=_ALIKE)
    # A name that is nearly ours is a slip of the pen; any other may be somebody's.
    shown = name if near and name.isascii() and name.isidentifier() else "*"
    whose = f"`{name}`" if shown == name else "A name that was given"
    step = f"Did you mean `{near[0]}`?" if near else f"help({cls.__name__}) lists them."
    return RecordFault((name,), f"{whose} is not a member of {cls.__name__}. {step}", (shown,))
