"""
Measures of risk: classes, unique combinations of members, unique sequences, matches in a register.

Nothing here keeps a value or an id: what is measured is told in names of members and in numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.codelists.groups import above
from rednotice.policies import Thresholds
from rednotice.projection.alike import Alike, alike
from rednotice.projection.levels import DATES
from rednotice.projection.rows import Cell, Cells, layout_of, left_of, row_of
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.model import Case
    from rednotice.projection.rows import Column

LARGEST = 3  # members of a combination
_STATES = "countries"


@attrs.frozen
class Combination:
    """
    Members by whose values together *cases* cases are told from all others, and by fewer are not.
    """

    members: tuple[str, ...]
    cases: int


@attrs.frozen
class Sequences:
    """
    How many *cases* have dated events, and how many of these are the only ones with their sequence:
    by the order of the events alone, and with the dates.
    """

    cases: int
    unique_by_order: int
    unique_with_dates: int


@attrs.frozen
class Matches:
    """
    How the cases match a public register, in the *members* that it has.

    Attributes:
        members: These members.
        entries: The number of its entries.
        k: The least number of entries that match a case that any matches; 0 if none does.
        one: How many cases exactly one entry matches.
        few: How many cases some, but fewer entries match than the policy's k.
        none: How many cases no entry matches.
    """

    members: tuple[str, ...]
    entries: int
    k: int
    one: int
    few: int
    none: int


class Measured:
    """
    Cases as the risk report looks at them: the values of the members that *thresholds* name.
    """

    def __init__(self, cases: Iterable[Case], thresholds: Thresholds) -> None:
        self._thresholds = attrs.evolve(thresholds, drop=(), dates=())
        self._width = len(thresholds.quasi)
        self._rows: Counter[Cells] = Counter()
        self._orders: Counter[tuple[str, ...]] = Counter()
        self._dated: Counter[tuple[tuple[str, str], ...]] = Counter()
        self.cases: int = 0
        for case in cases:
            self._add(case)

    def _add(self, case: Case) -> None:
        self.cases += 1
        self._rows[tuple(left_of(cell, 0) for cell in row_of(case, self._thresholds))] += 1
        sequence = tuple(sorted(_events(case)))
        if sequence:
            self._dated[sequence] += 1
            self._orders[tuple(kind for _, kind in sequence)] += 1

    @property
    def members(self) -> tuple[str, ...]:
        """The members, quasi-identifiers first."""
        return (*self._thresholds.quasi, *self._thresholds.sensitive)

    @property
    def alike(self) -> Alike:
        """How alike the cases are."""
        halves: Counter[tuple[Cells, Cells]] = Counter()
        for row, count in self._rows.items():
            halves[row[: self._width], row[self._width :]] += count
        return alike(halves)

    @property
    def sizes(self) -> dict[int, int]:
        """The number of classes of cases that agree in all quasi-identifiers, by their size."""
        classes: Counter[Cells] = Counter()
        for row, count in self._rows.items():
            classes[row[: self._width]] += count
        return dict(sorted(Counter(classes.values()).items()))

    def combinations(self) -> list[Combination]:
        """
        The smallest combinations of up to `LARGEST` members whose values together only one case
        has, with the number of such cases, the most telling first.

        Source:
            Minimal sample uniques: Elliot, Manning and Ford, SUDA (2002).
        """
        told: dict[Cells, list[frozenset[int]]] = {}
        found: Counter[tuple[int, ...]] = Counter()
        for size in range(1, LARGEST + 1):
            for places in combinations(range(len(self.members)), size):
                for row in self._unique(places):
                    smaller = told.setdefault(row, [])
                    if not any(one < frozenset(places) for one in smaller):
                        smaller.append(frozenset(places))
                        found[places] += 1
        several = (
            Combination(tuple(self.members[place] for place in places), count)
            for places, count in found.items()
        )
        return sorted(several, key=lambda one: (len(one.members), -one.cases, one.members))

    def _unique(self, places: Sequence[int]) -> Iterator[Cells]:
        """The rows of single cases that nobody else has in *places*, with a value in each."""
        counted: Counter[Cells] = Counter()
        for row, count in self._rows.items():
            counted[tuple(row[place] for place in places)] += count
        for row in self._rows:
            part = tuple(row[place] for place in places)
            if all(part) and counted[part] == 1:
                yield row

    def sequences(self) -> Sequences:
        """How many cases could be told by the sequence of what happened."""
        return Sequences(
            self._dated.total(),
            sum(count == 1 for count in self._orders.values()),
            sum(count == 1 for count in self._dated.values()),
        )


def _events(case: Case) -> Iterator[tuple[str, str]]:
    """The dated steps and happenings of *case*, each as its date and its kind."""
    several: list[tuple[Any, Any]] = [
        (step.date, step.status) for notice in case.notices for step in notice.history
    ]
    several += [(one.date, one.method) for one in case.incidents]
    several += [(one.date, one.kind) for one in case.events]
    several += [(one.date, one.kind) for one in case.outcomes]
    for date, kind in several:
        if date is not None:
            yield str(date), str(kind or "")


# A public register


def matches(cases: Iterable[Case], register: Register, k: int) -> Matches:
    """
    How *cases* match the entries of *register*: how many of these agree in every member that the
    register has, where a member that a case lacks agrees with all.
    """
    asked = Thresholds(quasi=register.members)
    columns = layout_of(asked).columns
    rows = Counter(tuple(left_of(cell, 0) for cell in row_of(case, asked)) for case in cases)
    counts: Counter[int] = Counter()
    for row, count in rows.items():
        counts[register.matching(row, columns)] += count
    return Matches(
        register.members,
        register.entries.total(),
        k=min((number for number in counts if number), default=0),
        one=counts[1],
        few=sum(count for number, count in counts.items() if 0 < number < k),
        none=counts[0],
    )


@attrs.frozen
class Register:
    """
    A snapshot of a public register: the *members* of a case that its columns stand for, and how
    many *entries* have which values.
    """

    members: tuple[str, ...]
    entries: Counter[tuple[str, ...]] = attrs.field(repr=False)

    @staticmethod
    def of(rows: Sequence[Mapping[str, str]], members: Sequence[str]) -> Register:
        """The register that has *rows*, each a value for each of *members*."""
        entries = Counter(tuple(row.get(name, "") or "" for name in members) for row in rows)
        return Register(tuple(members), entries)

    def matching(self, row: Cells, columns: Sequence[Column]) -> int:
        """The number of entries that agree with the case that has *row*."""
        return sum(
            count
            for entry, count in self.entries.items()
            if all(
                not cell or not value or _agrees(value, cell, column)
                for value, cell, column in zip(entry, row, columns, strict=True)
            )
        )


def _agrees(value: str, cell: Cell, column: Column) -> bool:
    """Whether a case may have *value* that has *cell*, which may be coarser."""
    if column.kind == DATES:
        return any(value.startswith(str(one)) for one in cell)
    if column.kind is None:
        return value in cell
    if column.kind == _STATES:
        states = {one_code(str(one)) or one for one in cell}
        return (one_code(value) or value) in states
    return not cell.isdisjoint(above(column.kind, value))
