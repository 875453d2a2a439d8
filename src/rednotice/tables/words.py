"""
What every form of a table says beside its figures: what is counted, how, and what is hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice.tables.counting import UNKNOWN

if TYPE_CHECKING:
    from rednotice.tables.making import Table, Tabulation

HIDDEN = "hidden"
TITLE = "Cases in figures"
_UNIT = (
    "Each figure is a number of cases. A case is about one person or entity that a state pursues. A"
    " case with several values counts once for each, so that the figures of a table can add up to"
    " more than all cases."
)
_WORD = (
    "What is counted is what is said in the cases. That a state requested a notice, alleges an"
    " offence or did something stands by the word of somebody, and may be denied. A figure says"
    " nothing of whether it is true."
)
_SAMPLE = (
    "The cases are those of one collection that may be counted for this audience. They are no"
    " sample of all cases, and tell nothing of how often something happens."
)
_RULE = (
    "A figure from 1 to {most} is hidden. Further figures are hidden where a small one could be"
    " reckoned from those that are shown. 0 means that no counted case has the value."
)
_UNSAID = (
    "Not recorded are cases with a record that does not say the value, or says what may not be"
    " shown, and cases without such a record."
)


def notes(made: Tabulation) -> tuple[str, ...]:
    """
    What is said once of all tables.
    """
    return (_UNIT, _WORD, _SAMPLE, rule(made), _UNSAID)


def rule(made: Tabulation) -> str:
    """
    Which figures are hidden.
    """
    return _RULE.format(most=made.least - 1)


def counts_of(table: Table) -> str:
    """
    What a figure of *table* counts, in words.
    """
    first, *others = (axis.dimension for axis in table.axes)
    said = f"Counted are {first.said}"
    if not others:
        return f"{said}."
    if others[0].records == first.records:
        return f"{said}; and of the same record, {others[0].said}."
    return f"{said}; and among these, {others[0].said}."


def gaps(table: Table, made: Tabulation) -> str:
    """
    How much is missing in *table*.
    """
    unsaid = [_unsaid(table, at) for at in range(len(table.axes))] if len(table.axes) == 1 else []
    hidden = f"{table.hidden:,} of {_places(table):,} figures are hidden"
    whole = "unknown" if made.cases is None else f"{made.cases:,}"
    return "; ".join([*unsaid, f"all cases: {whole}", hidden]) + "."


def _unsaid(table: Table, at: int) -> str:
    if all(value != UNKNOWN for value, _ in table.axes[at].values):
        return "Every case says it"
    figure = table.figure(UNKNOWN)
    return f"Not recorded: {shown(figure)}"


def _places(table: Table) -> int:
    count = 1
    for axis in table.axes:
        count *= len(axis.values)
    return count


def shown(figure: int | None) -> str:
    """
    *figure* as people read it.
    """
    return HIDDEN if figure is None else f"{figure:,}"
