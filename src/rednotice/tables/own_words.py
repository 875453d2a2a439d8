"""
What files of tables say of themselves, so that it is not taken for something of a kept case.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations

import attrs

from rednotice import codelists
from rednotice.policies import policy as loaded
from rednotice.policies.counts import DIMENSIONS
from rednotice.policies.counts import Counts as Countable
from rednotice.releases.haystack import folded_ways
from rednotice.tables.counting import LISTS, OTHER, UNKNOWN
from rednotice.tables.figures import ALL, Counts
from rednotice.tables.making import Tabulation, tables_of
from rednotice.tables.writing import contents_of

_FIGURE = 1_000  # of every value
_DATE = "2000-01"


@cache
def own_words() -> str:
    """
    All that tables say whatever is counted, with what every value is called, in every spelling.
    """
    crossed = tuple(combinations(DIMENSIONS, 2))
    policy = attrs.evolve(loaded("public"), tables=Countable(by=tuple(DIMENSIONS), cross=crossed))
    values = {name: _values(LISTS.get(name, ())) for name in DIMENSIONS}
    alone = [((name, value),) for name, several in values.items() for value in several]
    pairs = [tuple((name, values[name][0]) for name in pair) for pair in crossed]
    figures: Counts = dict.fromkeys([ALL, *alone, *pairs], _FIGURE)
    made = Tabulation(
        policy=policy.title,
        audience=policy.audience.value,
        edition=_DATE,
        date=_DATE,
        least=policy.tables.least,
        cases=_FIGURE,
        tables=tables_of(figures, pairs, policy),
    )
    return "\n".join(
        spelling
        for name, text in contents_of(made)
        for line in (name, *text.splitlines())
        for spelling in folded_ways(line)
    )


def _values(lists: tuple[str, ...]) -> list[str]:
    return [code.code for name in lists for code in codelists.codelist(name)] + [OTHER, UNKNOWN]
