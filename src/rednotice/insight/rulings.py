"""
What a proceeding decided, read in one way from its two homes: one result for all, or rulings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.model import Proceeding


class Decided(NamedTuple):
    """
    One thing that a proceeding decided.

    Attributes:
        place: Where it stands: empty for the proceeding itself, or the path of a ruling in it.
        result: The result.
        effect: What was decided on the data.
        about: The ids of what it is about.
        grounds: The grounds that were found.
    """

    place: Path
    result: str | None
    effect: str | None
    about: tuple[str, ...]
    grounds: tuple[str, ...]


def decided(proceeding: Proceeding) -> Iterator[Decided]:
    """
    Yield what *proceeding* decided: its own result, if it has one, and then each of its rulings.

    Its own result is about everything that it concerns and tries. A ruling that names no ground of
    its own rests on the grounds of the proceeding.
    """
    grounds = proceeding.grounds_found
    if proceeding.result or proceeding.effect:
        about = (*proceeding.concerns, *proceeding.charges)
        yield Decided((), proceeding.result, proceeding.effect, about, grounds)
    for at, ruling in enumerate(proceeding.rulings):
        place = ("rulings", at)
        own = ruling.grounds or grounds
        yield Decided(place, ruling.result, ruling.effect, ruling.about, own)


def results(proceeding: Proceeding) -> frozenset[str]:
    """
    All results of *proceeding*, each once.
    """
    found = [ruling.result for ruling in proceeding.rulings]
    return frozenset(filter(None, (proceeding.result, *found)))
