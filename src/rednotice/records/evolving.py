"""
Changed copies of records.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

from rednotice.records.construction import fill
from rednotice.records.fields import is_record

Members = ParamSpec("Members")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

if TYPE_CHECKING and sys.version_info >= (3, 13):
    # From this version on, type checkers know the arguments of `copy.replace` for each record
    # class, and so its members and their types.
    class _Record(Protocol[Members, R_co]):
        def __replace__(self, /, *_: Members.args, **changes: Members.kwargs) -> R_co: ...

    def evolve(  # noqa: D103  # documented below
        record: _Record[Members, R], /, *_: Members.args, **changes: Members.kwargs
    ) -> R: ...
else:

    def evolve(record: R, /, **changes: Any) -> R:
        """
        A copy of *record* with the members in *changes* replaced.

        A member that is set to None or to an empty list is left out of the copy.

        Raises:
            InvalidRecord: If a field does not accept its new value, or there is no such member.
            TypeError: If *record* is not a record.
        """
        cls: Any = type(record)
        if not is_record(cls):
            raise TypeError("only a record has changed copies")
        made: R = object.__new__(cls)
        fill(made, vars(record) | changes, given=changes)
        return made
