"""
Tables in the making: which cases count, for which figures, and which of these are published.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.insight.view import View
from rednotice.policies.counts import DIMENSIONS, Dimension
from rednotice.projection.projecting import project
from rednotice.tables.admitting import against
from rednotice.tables.counting import OTHER, UNKNOWN, labels_of, named
from rednotice.tables.figures import Counts, Label

if TYPE_CHECKING:
    from pathlib import Path

    from rednotice.model import Case, SharedDocument
    from rednotice.policies import Policy

_REPEATED = "RN301: another case has the same id; keep one of them"
_LAST = (OTHER, UNKNOWN)
_IN_TIME = "year"


@attrs.frozen
class Axis:
    """
    One dimension of a table: what it is, and its values with their names, in the order of the rows.
    """

    name: str
    values: tuple[tuple[str, str], ...]

    @property
    def dimension(self) -> Dimension:
        """What it is."""
        return DIMENSIONS[self.name]


@attrs.frozen(eq=False)
class Table:
    """
    A table of figures.

    Attributes:
        name: Its name, which its file bears too: ``issuing_state`` or ``issuing_state-year``.
        axes: One or two dimensions, with the values that occur.
        figures: For each combination of values, the number of cases; None if it is hidden.
    """

    name: str
    axes: tuple[Axis, ...]
    figures: Mapping[tuple[str, ...], int | None] = attrs.field(repr=False)

    @property
    def title(self) -> str:
        """The title, such as ``Cases by issuing state and year``."""
        several = " and ".join(_small(axis.dimension.title) for axis in self.axes)
        return f"Cases by {several}"

    def as_dict(self) -> dict[str, Any]:
        """The table as a JSON object, with its figures by the codes of their values."""
        names = [axis.name for axis in self.axes]
        figures = [
            {**dict(zip(names, values, strict=True)), "cases": figure}
            for values, figure in sorted(self.figures.items())
        ]
        return {"name": self.name, "title": self.title, "figures": figures}

    @property
    def hidden(self) -> int:
        """The number of figures that are hidden."""
        return sum(figure is None for figure in self.figures.values())

    def figure(self, *values: str) -> int | None:
        """The figure of *values*: 0 if no case has them, and None if it is hidden."""
        return self.figures.get(values, 0)


def _small(title: str) -> str:
    return title[0].lower() + title[1:]


class Counting:
    """
    Counts cases one by one. No case is kept, only the figures for which it counts.
    """

    def __init__(self, policy: Policy, today: dt.date, shared: SharedDocument | None) -> None:
        self._policy = policy
        self._today = today
        audience = policy.audience
        self._beside = None if shared is None else View(shared, today, audience)
        self.left_out: Counter[str] = Counter()
        self.figures: dict[str, frozenset[Label]] = {}

    def add(self, case: Case) -> None:
        """Count *case*, if it may be counted."""
        view = View(case, self._today, self._policy.audience, self._beside)
        reasons = dict.fromkeys(against(view))
        if case.id in self.figures:
            reasons[_REPEATED] = None
        if reasons:
            self.left_out.update(reasons.keys())
            return
        projected = project(case, self._policy, shared=self._beside, today=self._today)
        self.figures[case.id] = labels_of(view, projected, self._policy)


def tables_of(counts: Counts, hidden: Iterable[Label], policy: Policy) -> tuple[Table, ...]:
    """
    The tables that *policy* allows, with the figures of *counts* that are not *hidden*.
    """
    secret = frozenset(hidden)
    shown: dict[Label, int | None] = {
        label: None if label in secret else count for label, count in counts.items()
    }
    order = list(DIMENSIONS).index
    names = [*((name,) for name in policy.tables.by), *policy.tables.cross]
    return tuple(_table(tuple(sorted(pair, key=order)), shown) for pair in names)


def _table(names: tuple[str, ...], shown: Mapping[Label, int | None]) -> Table:
    figures = {
        tuple(value for _, value in label): figure
        for label, figure in shown.items()
        if tuple(name for name, _ in label) == names
    }
    axes = tuple(
        Axis(name, _in_order(name, {values[at] for values in figures}, shown))
        for at, name in enumerate(names)
    )
    return Table("-".join(names), axes, figures)


def _in_order(
    name: str, values: Iterable[str], shown: Mapping[Label, int | None]
) -> tuple[tuple[str, str], ...]:
    """
    *values* with their names: years in their order, others with the greatest figure first. A hidden
    figure has no place among these, which would tell it.
    """
    several = [(value, named(name, value)) for value in values]

    def place(pair: tuple[str, str]) -> Any:
        value, called = pair
        figure = 0 if name == _IN_TIME else shown.get(((name, value),)) or 0
        last = _LAST.index(value) if value in _LAST else -1
        return (last, -figure, called.casefold(), value)

    return tuple(sorted(several, key=place))


@attrs.frozen(kw_only=True, repr=False)
class Tabulation:
    """
    Tables of counts, or why there are none.

    Attributes:
        policy: Name and version of the policy.
        audience: The audience.
        edition: The edition.
        date: The month.
        least: The least number of cases that a published figure stands for.
        cases: The number of cases that were counted.
        tables: The tables.
        left_out: How many cases were not counted, by the reason. This is for those who keep the
            cases, and stands in no file.
        refused: Why nothing was written; empty if something was.
        folder: Where the files are; None if none were written.
    """

    policy: str
    audience: str
    edition: str
    date: str
    least: int
    cases: int = 0
    tables: tuple[Table, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    refused: str = ""
    folder: Path | None = None

    def __repr__(self) -> str:
        state = "refused" if self.refused else f"{len(self.tables)} tables"
        return f"<Tabulation {self.policy}: {state}>"

    def as_dict(self) -> dict[str, Any]:
        """The tables as a JSON object."""
        return {
            **attrs.asdict(self, recurse=False),
            "folder": self.folder and str(self.folder),
            "left_out": dict(self.left_out),
            "tables": [table.as_dict() for table in self.tables],
        }
