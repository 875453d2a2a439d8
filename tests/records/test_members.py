"""Types of members whose constructor takes more than the member holds."""

from __future__ import annotations

import typing

from rednotice.model import LogEntry, Subject
from rednotice.records.members import FromText, ListOf
from rednotice.types.dates import PartialDate


def test_at_run_time_a_type_is_what_the_member_holds() -> None:
    """Whoever reads the hints of a record need not know of these."""
    assert FromText[PartialDate | None] == PartialDate | None
    assert ListOf[str] == tuple[str, ...]
    assert typing.get_type_hints(Subject)["born"] == PartialDate | None
    assert typing.get_type_hints(Subject)["languages"] == tuple[str, ...]
    assert typing.get_type_hints(LogEntry)["date"] is PartialDate
