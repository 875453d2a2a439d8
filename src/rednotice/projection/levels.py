"""
Levels: how coarse the codes and the dates of all released cases are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, get_args

import attrs

from rednotice.codelists.cuts import cut
from rednotice.projection.dates import to_decades, to_years
from rednotice.records.frozen import FrozenMap, frozen_map
from rednotice.records.shapes import Scalar, Shape
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.roles import CLASS, Role
from rednotice.types.texts import Timestamp

# Kinds of values that are not codes; no codelist bears these names.
DATES, TIMES = "dates", "times"
_TIME = get_args(Timestamp)[1]
NONE = "none"
_AS: dict[str, Callable[[str], PartialDate]] = {
    "": PartialDate,
    "year": to_years,
    "decade": to_decades,
}


def _names(codelists: Iterable[str]) -> frozenset[str]:
    return frozenset(codelists)


def _only_cuts(cuts: Mapping[str, int]) -> FrozenMap:
    return frozen_map({name: steps for name, steps in cuts.items() if steps})


def _kinds_left_out(levels: Levels) -> frozenset[str]:
    # A time of day tells the day, whatever becomes of the dates beside it.
    times = {TIMES} if levels.dates else set[str]()
    return levels.dropped | times | ({DATES} if levels.dates == NONE else set[str]())


@attrs.frozen(kw_only=True)
class Levels:
    """
    How coarse the codes and the dates of all released cases are. Without arguments nothing is
    changed.

    Attributes:
        cuts: For each codelist that is cut, the number of its finest levels that are cut off.
        dropped: The codelists whose codes are left out.
        dates: The precision of dates: ``year``, ``decade``, ``none`` (left out), or empty if they
            stay as they are.
    """

    cuts: Mapping[str, int] = attrs.field(factory=dict, converter=_only_cuts)
    dropped: frozenset[str] = attrs.field(default=frozenset(), converter=_names)
    dates: str = ""
    left_out: frozenset[str] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_kinds_left_out, takes_self=True)
    )
    """The kinds of values that are left out altogether, as `kind_of` names them."""

    def treat(self, shape: Shape, value: Any) -> Any:
        """
        *value*, which has *shape*, as coarse as these levels make it; None if it is left out.
        """
        kind = kind_of(shape)
        if kind is None:
            return value
        if kind in self.left_out:
            return None
        if kind == DATES:
            return _AS[self.dates](value)
        steps = self.cuts.get(kind, 0)
        return _cut(kind, value, steps) if steps else value

    def leaves_out(self, shape: Shape) -> bool:
        """
        Whether these levels leave out every value that has *shape*.
        """
        return kind_of(shape) in self.left_out


@cache
def kind_of(shape: Shape) -> str | None:
    """
    What makes the values of *shape* coarser together: the name of their codelist, `DATES`, `TIMES`
    (of day), or None if nothing does.
    """
    if not isinstance(shape, Scalar):
        return None
    if isinstance(shape.ref, Role):
        return shape.ref.classes
    if shape.python is PartialDate:
        return DATES
    if _TIME in shape.limits:
        return TIMES
    return next((limit.name for limit in shape.limits if isinstance(limit, Codes)), None)


def plain(value: Any) -> Any:
    """
    *value* as plain JSON: a text type such as a date becomes a plain text.
    """
    return str(value) if isinstance(value, str) else value


def _cut(codelist: str, value: str, steps: int) -> str:
    """
    A code or a class word of *codelist* cut by *steps*. The id of somebody in a role stays.
    """
    if value.startswith(CLASS):
        return f"{CLASS}{cut(codelist, value.removeprefix(CLASS), steps)}"
    return cut(codelist, value, steps)
