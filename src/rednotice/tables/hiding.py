"""
Hiding: which figures are not published, so that no small one can be reckoned from the others.

Small figures are hidden first. For each of them, and for each small rest of a figure, a second set
of whole numbers is then found that agrees with all that is published, and in which it differs by
half of `least`. Where that needs further figures to be hidden, the cheapest are. What the solver
proposes is checked in plain arithmetic before it counts.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from rednotice.tables.figures import ALL, Counts, Label, Sum, sums
from rednotice.tables.moves import Moves, Row

Name = tuple[int, Label]  # the number of an edition, and a figure of it
_NEW = 0
_GUESSED = 5


class Unprotected(Exception):  # no error of a program: an answer
    """No choice of figures to hide would protect a small one."""


@attrs.frozen
class Edition:
    """
    Figures that somebody may have: all that there are, and those of them that were published.
    """

    counts: Counts
    shown: Collection[Label]


def hidden(counts: Counts, least: int, earlier: Iterable[Edition] = ()) -> frozenset[Label]:
    """
    The figures of *counts* that must not be published.

    Somebody who has all others, knows all sums, guesses to a fifth how many cases are counted more
    than once, and knows that no hidden figure is 0, cannot tell a figure from 1 to *least* - 1: the
    numbers that it may be lie apart by half of *least* or more. The same holds for what is left of
    a figure without the cases of one value, and, with *earlier* editions, for the figures of these
    and for what was added since, although it is known that most cases are still counted.

    Args:
        counts: The figures, without those that are 0.
        least: The least figure that may be published.
        earlier: The editions that the same readers have.

    Raises:
        Unprotected: If nothing would be enough.
        MissingExtra: If the solver is not installed.
    """
    return _Hiding(counts, least, list(earlier)).found()


@attrs.frozen
class _Target:
    """A small number, as a sum of figures, which nobody may be able to reckon."""

    factors: Mapping[Name, int]

    def moved(self, moves: Mapping[Name, int]) -> int:
        """By how much *moves* change it."""
        return sum(factor * moves.get(name, 0) for name, factor in self.factors.items())


class _Hiding:
    def __init__(self, counts: Counts, least: int, earlier: Sequence[Edition]) -> None:
        self._counts = dict(sorted(counts.items()))  # the answer depends on no order but this
        self._least = least
        self._far = max(least // 2, 1)
        small = frozenset(label for label, count in counts.items() if count < least)
        self._hidden: set[Label] = set(small)
        self._editions = [Edition(self._counts, ()), *earlier]
        self._truth: dict[Name, int] = {
            (number, label): count
            for number, edition in enumerate(self._editions)
            for label, count in sorted(edition.counts.items())
        }
        self._sums = [
            (number, one) for number, of in enumerate(self._editions) for one in sums(of.counts)
        ]
        self._targets = list(self._small())
        self._rows = [*self._rows_of_sums(), *self._rows_between(), *self._rows_of_growth()]
        self._loose = {
            name: max(count - 1, 0)
            for name, count in self._truth.items()
            if name[0] == _NEW or name[1] not in self._editions[name[0]].shown
        }

    def found(self) -> frozenset[Label]:
        if not self._targets:
            return frozenset(self._hidden)
        wishes = [target.factors for target in self._targets]
        opposite = [{name: -one for name, one in wish.items()} for wish in wishes]
        moves = Moves(self._loose, self._rows, (*wishes, *opposite))
        for name in self._loose:
            moves.price(name, self._price(name))
        self._rows_of = _by_name(row.factors for row in self._rows)
        self._targets_of = _by_name(target.factors for target in self._targets)
        self._reach = [(0, 0) for _ in self._targets]
        for number in range(len(self._targets)):
            self._protect(moves, number)
        return frozenset(self._hidden)

    def _protect(self, moves: Moves, number: int) -> None:
        """See that the target *number* can move far enough, and hide what must move with it."""
        opposite = number + len(self._targets)
        for wish in (number, opposite):
            if not self._is_safe(number):
                self._note(moves.furthest(wish, self._far))
        for wish in (number, opposite):
            if not self._is_safe(number):
                down, up = self._reach[number]
                done = down if wish == number else -up
                self._hide(moves, moves.cheapest(wish, self._far + done))
        if not self._is_safe(number):
            raise Unprotected

    def _is_safe(self, number: int) -> bool:
        down, up = self._reach[number]
        return up - down >= self._far

    def _hide(self, moves: Moves, move: Mapping[Name, int] | None) -> None:
        """Hide what *move* moves, so that nobody knows that it was not so."""
        if move is None or not self._holds(move):
            return
        for edition, label in move:
            if edition == _NEW and label not in self._hidden:
                self._hidden.add(label)
                moves.price((edition, label), 0.0)
        self._note(move)

    def _note(self, move: Mapping[Name, int] | None) -> None:
        """Note how far *move* moves each target, if nobody can know that it is not so."""
        if move is None or not self._holds(move):
            return
        if any(edition == _NEW and label not in self._hidden for edition, label in move):
            return
        for number in {number for name in move for number in self._targets_of.get(name, ())}:
            moved = self._targets[number].moved(move)
            down, up = self._reach[number]
            self._reach[number] = min(down, moved), max(up, moved)

    def _price(self, name: Name) -> float:
        """What it costs to hide a figure: great ones, and those of few dimensions, are dear."""
        number, label = name
        if number != _NEW or label in self._hidden:
            return 0.0
        dear = {0: 1000.0, 1: 5.0}.get(len(label), 1.0)
        return dear * (1 + math.log2(1 + self._counts[label]))

    def _holds(self, move: Mapping[Name, int]) -> bool:
        """Whether the figures as *move* makes them agree with all that everybody knows."""
        for name, by in move.items():
            if name not in self._loose or self._truth[name] + by < 1:
                return False
        rows = {number for name in move for number in self._rows_of.get(name, ())}
        return all(
            self._rows[number].least
            <= sum(
                factor * move.get(name, 0) for name, factor in self._rows[number].factors.items()
            )
            <= self._rows[number].most
            for number in rows  # any other row has nothing that moves
        )

    # What must not be known

    def _small(self) -> Iterator[_Target]:
        least = self._least
        for name, count in self._truth.items():
            if 0 < count < least and not self._is_shown(name):
                yield _Target({name: 1})
        for number, one in self._sums:
            for part in one.parts:
                whole, left = (number, one.whole), (number, part)
                rest = self._truth[whole] - self._truth[left]
                if 0 < rest < least and not (self._is_shown(whole) and self._is_shown(left)):
                    yield _Target({whole: 1, left: -1})
        for before, after in self._between():
            grown = self._truth[after] - self._truth[before]
            if 0 < abs(grown) < least:
                sign = 1 if grown > 0 else -1
                yield _Target({after: sign, before: -sign})

    def _is_shown(self, name: Name) -> bool:
        number, label = name
        return number != _NEW and label in self._editions[number].shown

    def _between(self) -> Iterator[tuple[Name, Name]]:
        """The figures that an edition has, each with that of the new one."""
        for number, edition in enumerate(self._editions[1:], 1):
            for label in edition.counts:
                if label in self._counts:
                    yield (number, label), (_NEW, label)

    # What everybody knows

    def _rows_of_sums(self) -> Iterator[Row]:
        for number, one in self._sums:
            factors: dict[Any, int] = {(number, part): 1 for part in one.parts}
            about = one.overlap // _GUESSED
            yield Row({**factors, (number, one.whole): -1}, -about, about)
            if one.overlap:
                yield from self._no_part_exceeds(number, one)

    def _no_part_exceeds(self, number: int, one: Sum) -> Iterator[Row]:
        whole = (number, one.whole)
        for part in one.parts:
            rest = self._truth[whole] - self._truth[number, part]
            yield Row({whole: 1, (number, part): -1}, -rest, math.inf)

    def _rows_between(self) -> Iterator[Row]:
        """What was counted once is most often counted again, so that figures grow."""
        for before, after in self._between():
            grown = self._truth[after] - self._truth[before]
            if grown >= 0:
                yield Row({after: 1, before: -1}, -grown, math.inf)

    def _rows_of_growth(self) -> Iterator[Row]:
        """
        Cases that are counted for the first time add to a figure at most what they add to the whole
        of which it is a part, and together at least that.
        """
        new = {(one.whole, _dimension(one)): one for number, one in self._sums if number == _NEW}
        for number, one in self._sums:
            latest = new.get((one.whole, _dimension(one)))
            if number == _NEW or latest is None:
                continue
            whole = self._growth(number, latest.whole)
            parts = [self._growth(number, part) for part in latest.parts]
            yield from self._not_negative([*((1, part) for part in parts), (-1, whole)])
            for part in parts:
                yield from self._not_negative([(1, whole), (-1, part)])

    def _growth(self, number: int, label: Label) -> dict[Name, int]:
        """How much a figure grew since the edition *number*, as factors of figures."""
        before = (number, label)
        return {(_NEW, label): 1} | ({before: -1} if before in self._truth else {})

    def _not_negative(self, several: Iterable[tuple[int, Mapping[Name, int]]]) -> Iterator[Row]:
        """That a sum of figures is not negative; nothing if it is, so that nobody expects it."""
        factors: dict[Any, int] = {}
        for sign, part in several:
            for name, factor in part.items():
                factors[name] = factors.get(name, 0) + sign * factor
        value = sum(factor * self._truth[name] for name, factor in factors.items())
        if value >= 0:
            yield Row(factors, -value, math.inf)


def _dimension(one: Sum) -> frozenset[str]:
    """The dimension into whose values a sum falls, with those of its whole."""
    return frozenset(name for name, _ in one.parts[0])


def _by_name(several: Iterable[Mapping[Name, int]]) -> dict[Name, list[int]]:
    """The numbers of those of *several* in which each figure stands."""
    found: dict[Name, list[int]] = {}
    for number, factors in enumerate(several):
        for name in factors:
            found.setdefault(name, []).append(number)
    return found


__all__ = ["ALL", "Edition", "Unprotected", "hidden"]
