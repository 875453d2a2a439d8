"""
Copies of one report: what each makes of a speaker's words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from rednotice.codelists.groups import having
from rednotice.insight.places import Place
from rednotice.insight.sources import sources_of
from rednotice.insight.stances import SILENCE, standing
from rednotice.insight.view import View
from rednotice.insight.voices import origins
from rednotice.model import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from rednotice.model import Statement

_MANY = 100  # statements of one speaker on one matter that are compared with each other
_POSSIBLE = having("stances", "possible")
# A denial is a conflict with what it denies, and a withdrawal ends one.
_OF_NO_DEGREE = having("stances", "denies", "withdraws")
_THE_COPY = frozenset({"the copy itself"})
Disagreement = tuple[str, tuple[Place, ...]]


class _Telling(NamedTuple):
    """
    A statement, and the copies in which it stands.
    """

    place: Place
    statement: Statement
    copies: frozenset[str]


def wordings(views: tuple[View, ...]) -> Iterator[Disagreement]:
    """
    The matters on which copies of one report put different words into a speaker's quotation.
    """
    return _differing(views, lambda one: one.quotation.sha256 if one.quotation else None)


def how_sure(views: tuple[View, ...]) -> Iterator[Disagreement]:
    """
    The matters on which a speaker asserts in one copy of a report what the same speaker only holds
    possible, or leaves open, in another.
    """
    return _differing(views, _degree)


def _degree(statement: Statement) -> str | None:
    if statement.stance in _OF_NO_DEGREE:
        return None
    if statement.stance in SILENCE:
        return "left open"
    return "held possible" if statement.stance in _POSSIBLE else "asserted"


def _differing(
    views: tuple[View, ...], compared: Callable[[Statement], str | None]
) -> Iterator[Disagreement]:
    for about, tellings in _retold(views):
        by_copies: dict[frozenset[str], dict[str, list[Place]]] = {}
        for one in islice(tellings, _MANY):
            what = compared(one.statement)
            if what is not None:
                by_copies.setdefault(one.copies, {}).setdefault(what, []).append(one.place)
        places = {
            place
            for (some, one), (others, other) in combinations(by_copies.items(), 2)
            if some.isdisjoint(others) and one.keys().isdisjoint(other)
            for said in (*one.values(), *other.values())
            for place in said
        }
        if places:
            yield about, tuple(sorted(places))


def _retold(views: tuple[View, ...]) -> list[tuple[str, list[_Telling]]]:
    """
    The statements of one speaker about one matter that go back to one origin.
    """
    found: dict[tuple[str, Any, str], list[_Telling]] = {}
    for number, view in enumerate(views):
        for about in view.statements:
            for path, one in standing(view, about):
                copies = sources_of(view, one)
                origin = origins(view, copies)
                if len(origin) == 1:
                    key = (about, _speakers(view, one), next(iter(origin)))
                    telling = _Telling(Place(number, path), one, frozenset(copies))
                    found.setdefault(key, []).append(telling)
    return [(about, tellings) for (about, _, _), tellings in found.items()]


def _speakers(view: View, statement: Statement) -> frozenset[str]:
    """
    Who makes *statement*; copies that speak for themselves are one speaker.
    """
    own = bool(statement.by) and len(view.among(Source, statement.by)) == len(statement.by)
    return _THE_COPY if own else frozenset(statement.by)
