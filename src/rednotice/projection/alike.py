"""
How alike cases are: k-anonymity, distinct l-diversity and t-closeness of their rows.

A missing value can be read in two ways: as a value of its own, or as any value at all. Both are
counted, and the worse is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from rednotice.projection.rows import Cell, Cells

Group = Mapping[Cells, int]  # how many cases have which sensitive cells
_MISSING: Cell = frozenset()


@attrs.frozen(kw_only=True)
class Alike:
    """
    How alike cases are.

    Attributes:
        k: The least number of cases that agree in all quasi-identifiers: the smaller of the next
            two. 0 if there are no cases.
        k_own: That number if a missing value is a value of its own.
        k_any: That number if a missing value agrees with every value; a value agrees with no
            missing one.
        l: The least number of different values that a sensitive member has among cases that agree
            and of which any has a value there; None if no case has.
        t: The largest distance between the distribution of a sensitive member among cases that
            agree and among all cases, from 0 to 1; None as for *l*. It is half the sum of the
            differences of shares, which is the Earth Mover's Distance if all values are equally far
            from each other.

    Source:
        Sweeney, k-anonymity (2002); Machanavajjhala et al., l-diversity (2006); Li et al.,
        t-closeness (2007).
    """

    k: int
    k_own: int
    k_any: int
    l: int | None  # noqa: E741  # its name in the field
    t: float | None


def alike(rows: Mapping[tuple[Cells, Cells], int]) -> Alike:
    """
    How alike the cases are whose *rows* these are: for quasi-identifiers and sensitive members, how
    many cases have them.
    """
    groups = grouped(rows)
    sizes = Counter({quasi: sum(group.values()) for quasi, group in groups.items()})
    own = min(sizes.values(), default=0)
    wild = min(sizes_with_any(sizes).values(), default=0)
    columns = told(groups)
    return Alike(
        k=min(own, wild),
        k_own=own,
        k_any=wild,
        l=min(filter(None, _different(groups, columns)), default=None),
        t=max((distance for at in columns for distance in _distances(groups, at)), default=None),
    )


def grouped(rows: Mapping[tuple[Cells, Cells], int]) -> dict[Cells, Counter[Cells]]:
    """
    The groups of cases that agree in all quasi-identifiers, missing ones included.
    """
    groups: dict[Cells, Counter[Cells]] = {}
    for (quasi, sensitive), count in rows.items():
        groups.setdefault(quasi, Counter())[sensitive] += count
    return groups


def sizes_with_any(sizes: Mapping[Cells, int]) -> dict[Cells, int]:
    """
    For each row of quasi-identifiers, the number of cases that agree with it in all that it has, so
    that what it lacks agrees with every value. What another row lacks agrees with no value, so that
    nobody is hidden by a gap.

    *sizes* has the number of cases of each row. The work grows with the number of rows and of sets
    of members that are missing together, and not with the square of the number of rows.
    """
    by_members: dict[tuple[int, ...], list[Cells]] = {}
    for row in sizes:
        by_members.setdefault(tuple(at for at, cell in enumerate(row) if cell), []).append(row)
    found: dict[Cells, int] = {}
    for members, rows in by_members.items():
        counted: Counter[Cells] = Counter()
        for row, count in sizes.items():
            counted[tuple([row[at] for at in members])] += count
        for row in rows:
            found[row] = counted[tuple([row[at] for at in members])]
    return found


def told(groups: Mapping[Cells, Group]) -> tuple[int, ...]:
    """
    The places of the sensitive members in which some case has a value. Nobody learns the others.
    """
    several = {sensitive for group in groups.values() for sensitive in group}
    length = len(next(iter(several), ()))
    return tuple(at for at in range(length) if any(sensitive[at] for sensitive in several))


def values(cells: Iterable[Cell]) -> int:
    """
    The number of different values among the *cells* of a sensitive member in a group; 0 if nobody
    in it has one, so that nothing is told of anybody.

    All values of a member in one case are one set. A missing value may be the same as another one,
    so it does not count. If one value is in every set, everybody in the group has it, and the sets
    count as one.
    """
    sets = set(cells) - {_MISSING}
    return 1 if sets and frozenset.intersection(*sets) else len(sets)


def _different(groups: Mapping[Cells, Group], columns: Iterable[int]) -> Iterator[int]:
    for at in columns:
        for group in groups.values():
            yield values(cells[at] for cells in group)


def _distances(groups: Mapping[Cells, Group], at: int) -> Iterator[float]:
    counts = [_counted(group, at) for group in groups.values()]
    whole: Counter[Cell] = Counter()
    for count in counts:
        whole.update(count)
    everybody = whole.total()
    for count in counts:
        size = count.total()
        apart = sum(abs(count[value] * everybody - whole[value] * size) for value in count)
        apart += size * (everybody - sum(whole[value] for value in count))
        yield apart / (2 * size * everybody)


def _counted(group: Group, at: int) -> Counter[Cell]:
    found: Counter[Cell] = Counter()
    for sensitive, count in group.items():
        found[sensitive[at]] += count
    return found
