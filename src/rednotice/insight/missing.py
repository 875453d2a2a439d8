"""
Absent members, whether their record says why they are missing, and how it is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def accounts_for(record: Any, *members: str) -> bool:
    """
    Whether *record* has one of *members*, or gives a reason in `missing` for one of them.
    """
    there = record.__dict__
    if not there.keys().isdisjoint(members):
        return True
    return "missing" in there and not there["missing"].keys().isdisjoint(members)


def as_unknown(*members: str) -> str:
    """
    How a record says that *members* are missing because nobody knows them, as a message shows it.

    Other reasons are codes of the list missing_reasons and are written in the same way.
    """
    return _written(f"{member}: unknown" for member in members)


def as_disputed(member: str) -> str:
    """
    How a record leaves *member* open because its sources differ, as a message shows it.
    """
    return _written([f"{member}: disputed"])


def _written(reasons: Iterable[str]) -> str:
    return f"`missing: {{{', '.join(reasons)}}}`"
