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


def about(made: Tabulation) -> str:
    """
    Of what edition the tables are, and for whom.
    """
    return (
        f"{made.cases:,} cases. Edition: {made.edition}. Audience: {made.audience}. Policy:"
        f" {made.policy}."
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
    said = f"Counted are cases with {first.record} {first.said}"
    for other in others:
        with_it = "" if other.records == first.records else f"with {other.record} "
        said += f", and {with_it}{other.said}"
    return f"{said}."


def gaps(table: Table, made: Tabulation) -> str:
    """
    How much is missing in *table*.
    """
    said = [f"All cases: {shown(made.cases)}"]
    if len(table.axes) == 1:
        said.append(f"not recorded: {shown(table.figure(UNKNOWN))}")
    return f"{'; '.join(said)}; hidden: {table.hidden:,} of {_places(table):,} figures."


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
