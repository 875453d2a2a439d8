"""
What is left of the two articles for each audience, by a list that a reader can check by eye.

Figures are of both articles together. A figure that is lower than that of the first count of such a
release has its reason beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from filled import KEY

import rednotice
from rednotice.model import Case, SharedDocument
from rednotice.records import Audience, walk

EXAMPLES = Path(__file__).parents[2] / "examples"
SHARED = rednotice.loads((EXAMPLES / "shared.yaml").read_bytes(), SharedDocument, format="yaml")
ARTICLES = [
    rednotice.loads((EXAMPLES / name).read_bytes(), format="yaml")
    for name in ("article-a.yaml", "article-b.yaml")
]
AUDIENCES = list(Audience)[1:]
every_audience = pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.value)

LEFT = """
| what                    | kept | counsel | ccf_commission | ccf_bureau | partner | public |
|-------------------------|------|---------|----------------|------------|---------|--------|
| notices                 |    2 |       2 |              2 |          2 |       2 |      2 |
| notices.history         |    2 |       2 |              2 |          2 |       2 |      2 |
| notices.charges         |    2 |       2 |              2 |          2 |       2 |      2 |
| notices.charges.contested |  4 |       4 |              4 |          4 |       4 |      4 |
| notices.penalties       |    1 |       1 |              1 |          1 |       1 |      0 |
| incidents               |    2 |       2 |              2 |          0 |       2 |      0 |
| events                  |   10 |      10 |             10 |          0 |       7 |      0 |
| outcomes                |    5 |       5 |              5 |          0 |       5 |      5 |
| proceedings             |    5 |       5 |              0 |          0 |       0 |      0 |
| statements              |   43 |      39 |             25 |          7 |      18 |      4 |
| subjects.described_as   |    3 |       3 |              3 |          0 |       3 |      0 |
| people                  |    4 |       4 |              0 |          0 |       0 |      0 |
| sources                 |    4 |       4 |              0 |          0 |       0 |      0 |
| editor_decisions        |    3 |       3 |              0 |          0 |       0 |      0 |
"""

# The first count of such a release, made before the record was what it is.
FIRST = """
| what                    | kept | ccf_bureau | partner | public |
|-------------------------|------|------------|---------|--------|
| notices                 |    2 |          2 |       2 |      2 |
| notices.history         |    2 |          2 |       2 |      2 |
| notices.charges         |    4 |          4 |       4 |      4 |
| notices.charges.contested |  8 |          8 |       8 |      8 |
| outcomes                |    5 |          0 |       5 |      5 |
| incidents               |    3 |          0 |       3 |      0 |
| events                  |   11 |          0 |       7 |      0 |
| proceedings             |    5 |          0 |       0 |      0 |
| statements              |   52 |         10 |      18 |      7 |
"""

FEWER = {
    "notices.charges": "a charge stands once, on the notice, and no more on a warrant as well",
    "notices.charges.contested": "a contest stands once, with the charge that stands once",
    "incidents": "what was three incidents is one of each article",
    "statements": "nine statements that repeated a field are gone, and the public sees no value",
}


def table(text: str) -> dict[str, dict[str, int]]:
    """The figures of *text*, by row and column."""
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.split("\n")]
    head, *rows = (line for line in lines if line[0] and set(line[0]) != {"-"})
    return {
        row[0]: {name: int(cell) for name, cell in zip(head[1:], row[1:], strict=True)}
        for row in rows
    }


@cache
def released(audience: Audience) -> list[Case]:
    return rednotice.anonymize(ARTICLES, audience, key=KEY, shared=SHARED)


def counted(cases: list[Case]) -> Counter[str]:
    """How many records stand at each way."""
    return Counter(
        ".".join(part for part in path if isinstance(part, str))
        for case in cases
        for path, _ in walk(case)
    )


def text(audience: Audience) -> str:
    return "\n".join(rednotice.dumps(case).decode() for case in released(audience))


def words(audience: Audience) -> set[str]:
    return set(re.findall(r'"([^"]+)"', text(audience)))


@every_audience
def test_as_much_is_left_as_the_list_says(audience: Audience) -> None:
    """A policy that lets nothing leave would be safe, and no release."""
    left = counted(released(audience))

    assert {what: left[what] for what in table(LEFT)} == {
        what: row[audience.value] for what, row in table(LEFT).items()
    }


def test_as_much_is_kept_as_the_list_says() -> None:
    """The figures before the release."""
    kept = counted(ARTICLES)

    assert {what: kept[what] for what in table(LEFT)} == {
        what: row["kept"] for what, row in table(LEFT).items()
    }


def test_no_figure_falls_below_the_first_count_without_a_reason() -> None:
    """Figures may fall because the record changed, and then the share that is left does not."""
    now = table(LEFT)
    for what, first in table(FIRST).items():
        lower = {name for name, figure in first.items() if now[what][name] < figure}
        if lower - {"kept"}:
            assert what in FEWER, what
            assert "kept" in lower, what


@every_audience
def test_the_denial_and_the_silence_are_left_for_everybody(audience: Audience) -> None:
    """Whoever sees the charge sees that it is denied, and who did not answer."""
    for case in released(audience):
        [charge] = case.notices[0].charges
        stances = {(one.about, one.stance) for one in case.statements}

        assert (charge.id, "denies") in stances
        assert (case.id, "did_not_answer") in stances
        assert {one.kind for one in charge.contested} == {"attributed_to_others", "fabricated"}
        assert all(one.by for one in charge.contested)


@every_audience
def test_what_is_left_is_clean_for_its_audience(audience: Audience) -> None:
    """With a record that says for whom it was made, no rule finds a fault in it."""
    says = {"audience": audience.value, "policy": "example 1", "date": "2026-01"}
    for case in released(audience):
        report = rednotice.check({**rednotice.to_dict(case), "release": says})

        assert [one for one in report if one.severity is rednotice.Severity.ERROR] == []


# What a partner must not learn of the man. The words are those of the files that are kept.

HOST = {
    "US",
    "HK",
    "shared:us",
    "shared:ice",
    "g2",
    "ICE",
    "Biden administration",
    "temporary_visa",
}
ASYLUM = {"asylum", "immigration", "release_request", "visa_overstay", "no_valid_visa"}
COUNSEL = {"class:counsel", "lawyer_of", "John Sandweg", "p3", "class:own_counsel"}
ROUTE = {"flight", "learned_of_notice", "entry_abroad", "destination", "origin", "country", "place"}
RELATIVE = {
    "class:relative_or_friend",
    "class:person",
    "class:supporter",
    "brother",
    "sibling",
    "p1",
}
KEPT = {"people", "sources", "residences", "relation", "names", "positions", "searches", "handling"}
SECRETS = {
    "host": HOST,
    "asylum": ASYLUM,
    "counsel": COUNSEL,
    "route": ROUTE,
    "a relative's word": RELATIVE,
    "what is held": KEPT,
}


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("audience", [Audience.PARTNER, Audience.PUBLIC], ids=lambda one: one.value)
def test_no_secret_of_the_man_is_left(audience: Audience, secret: str) -> None:
    """No host, asylum, counsel, route, or relative's word."""
    assert words(audience) & SECRETS[secret] == set()


@pytest.mark.parametrize("secret", SECRETS)
def test_each_secret_stands_in_the_files_that_are_kept(secret: str) -> None:
    """Or else nothing would be tried."""
    kept: set[str] = set()
    for case in ARTICLES:
        kept |= set(re.findall(r'"([^"]+)"', rednotice.dumps(case).decode()))

    assert len(kept & SECRETS[secret]) > 1


def test_the_relative_speaks_as_one_of_the_persons_side() -> None:
    """The threat is told, by whom it was told is not."""
    incidents: list[Any] = [one for case in released(Audience.PARTNER) for one in case.incidents]

    assert {one.according_to for one in incidents} == {("class:person_or_supporters",)}
    assert {one.against for one in incidents} == {("class:family",)}
    assert {one.demand for one in incidents} == {"return_home"}
