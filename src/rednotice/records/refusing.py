"""
Explain why a record could not be constructed, in sentences that quote no values.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.errors import InvalidRecord, RecordFault

if TYPE_CHECKING:
    from rednotice.documents import Path

NO_MEMBER = "is not a member"
_SIMILARITY = 0.75  # enough for `lable` and `label`, too much for `times` and `notices`


def refusal(cls: Any, faults: Iterable[tuple[Path, str]], given: Collection[str]) -> InvalidRecord:
    """
    The exception for a *cls* with all its *faults*; *given* holds the names of the arguments.
    """
    absent = [field.name for field in attrs.fields(cls) if field.name not in given]
    found = [_fault(cls, path, what, absent) for path, what in faults]
    message = f"{cls.__name__} must have a member; leave an empty one out"
    return InvalidRecord(cls, found or [RecordFault((), message, ())])


def _fault(cls: Any, path: Path, what: str, absent: list[str]) -> RecordFault:
    if what is NO_MEMBER:
        return _unknown(cls, str(path[0]), absent)
    # Below a member, a name is the key of a map and therefore data.
    shown: Path = (path[0], *("*" if isinstance(part, str) else part for part in path[1:]))
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in shown)
    return RecordFault(path, f"{cls.__name__}{place} {what}", shown)


def _unknown(cls: Any, name: str, absent: list[str]) -> RecordFault:
    from difflib import get_close_matches  # slow to import, and needed only here

    near = get_close_matches(name.lower(), absent, n=1, cutoff=_SIMILARITY)
    # A name that is nearly one of ours is a misspelling; any other may be a person's name.
    shown = name if near and name.isascii() and name.isidentifier() else "*"
    whose = f"`{name}`" if shown == name else "A name that was given"
    step = f"Did you mean `{near[0]}`?" if near else f"help({cls.__name__}) lists them."
    return RecordFault((name,), f"{whose} is not a member of {cls.__name__}. {step}", (shown,))
