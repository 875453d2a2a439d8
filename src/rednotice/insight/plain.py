"""
The plain values of a case: its prose, its codes of states, and its lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from rednotice.insight.view import View, once

if TYPE_CHECKING:
    from rednotice.documents import Path


class PlainList(NamedTuple):
    """
    A list of two or more plain values: the path of its record, the member, the values, and whether
    they are codes of states and issuers.
    """

    path: Path
    member: str
    values: tuple[Any, ...]
    names_states: bool


class PlainValues(NamedTuple):
    """
    The plain values of a case.

    Attributes:
        prose: Every text that may hold any sign, also those in lists.
        states: Every code of a state or an issuer, also those in lists.
        lists: Every list of two or more plain values, in the model's order.
    """

    prose: list[str]
    states: list[str]
    lists: list[PlainList]


@once
def plain_values(view: View) -> PlainValues:
    """
    The plain values that several rules look at, collected once.
    """
    prose: list[str] = []
    states: list[str] = []
    lists: list[PlainList] = []
    for (path, record), layout in zip(view.records, view.layouts, strict=True):
        members = record.__dict__
        for name in layout.prose:
            prose.append(members[name])  # noqa: PERF401  # a comprehension would cost more
        for name in layout.states:
            states.append(members[name])  # noqa: PERF401  # as above
        for name, is_prose, names_states in layout.lists:
            values = members[name]
            if is_prose:
                prose += values
            elif names_states:
                states += values
            if len(values) > 1:
                lists.append(PlainList(path, name, values, names_states))
    return PlainValues(prose, states, lists)
