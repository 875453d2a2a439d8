"""
Which members of cases are filled, counted by their paths. No value is looked at.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import attrs

from rednotice.insight.member_paths import paths_below
from rednotice.model import Case
from rednotice.records import fields_of
from rednotice.records.shapes import Many, Nested


@attrs.define
class Filled:
    """
    How often members are filled, by their paths: names joined by dots, without places in lists.

    Attributes:
        cases: The number of cases that were counted.
        in_cases: The number of cases that have a member, in one record or several.
        in_records: The number of records that have a member.
        explained: The number of records that lack a member and say in `missing` why.
        records: The number of records by the path of the member that holds them; the cases
            themselves have the empty path.
    """

    cases: int = 0
    in_cases: Counter[str] = attrs.field(factory=Counter[str])
    in_records: Counter[str] = attrs.field(factory=Counter[str])
    explained: Counter[str] = attrs.field(factory=Counter[str])
    records: Counter[str] = attrs.field(factory=Counter[str])

    def count(self, case: Case) -> None:
        """Count *case*."""
        met: list[str] = []
        self.cases += 1
        self._count(case, "", met)
        self.in_records.update(met)
        self.in_cases.update(set(met))

    def add(self, other: Filled) -> None:
        """Add the counts of *other*, which are of other cases."""
        self.cases += other.cases
        self.in_cases.update(other.in_cases)
        self.in_records.update(other.in_records)
        self.explained.update(other.explained)
        self.records.update(other.records)

    def _count(self, record: Any, path: str, met: list[str]) -> None:
        self.records[path] += 1
        members = record.__dict__  # absent members are not stored
        below, records = _paths_of(record.__class__, path)
        met += [below[name] for name in members]
        self.explained.update(below[name] for name in members.get("missing") or ())
        for name, is_list in records:
            if name in members:
                for part in members[name] if is_list else (members[name],):
                    self._count(part, below[name], met)


@cache
def case_paths() -> tuple[str, ...]:
    """
    The path of every member that a case can have, in the model's order.
    """
    return tuple(".".join(path) for path, _, _ in paths_below(Case))


@cache
def _paths_of(cls: Any, path: str) -> tuple[dict[str, str], tuple[tuple[str, bool], ...]]:
    """
    The path of every member of a *cls* at *path*, and the members that hold records, each with
    whether it is a list.
    """
    before = f"{path}." if path else ""
    below = {field.name: f"{before}{field.name}" for field in fields_of(cls)}
    records = (
        (field.name, isinstance(field.shape, Many))
        for field in fields_of(cls)
        if isinstance(field.one, Nested)
    )
    return below, tuple(records)
