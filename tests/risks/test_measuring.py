"""What a risk report measures, beside counts that are taken by hand."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rednotice import Case, Thresholds, from_dict
from rednotice.risks.measuring import Measured, Register, matches

MEMBERS = ("notices.kind", "notices.issuing_state", "outcomes.kind")


def case(kind: str, state: str, outcome: str, date: str | None = None) -> Case:
    happened = {"kind": outcome, **({"date": date} if date else {})}
    return from_dict(
        {
            "rednotice": "1.0",
            "id": "c-1",
            "subjects": [{"kind": "person"}],
            "notices": [{"kind": kind, "issuing_state": state}],
            "outcomes": [happened],
        }
    )


def measured(*cases: Case) -> Measured:
    return Measured(cases, Thresholds(quasi=MEMBERS[:2], sensitive=MEMBERS[2:]))


def test_classes_are_counted_by_their_size() -> None:
    found = measured(*[case("red", "TR", "held")] * 3, case("red", "RU", "held"))

    assert found.sizes == {1: 1, 3: 1}
    assert found.alike.k == 1


def test_a_combination_is_told_where_no_smaller_one_tells_the_case() -> None:
    found = measured(
        case("red", "TR", "held"),
        case("red", "RU", "held"),
        case("blue", "TR", "held"),
        case("blue", "TR", "held"),
        case("red", "RU", "freed"),
    )

    assert [(one.members, one.cases) for one in found.combinations()] == [
        (("outcomes.kind",), 1),
        (("notices.issuing_state", "outcomes.kind"), 1),
        (("notices.kind", "notices.issuing_state"), 1),
    ]


_ROWS = st.lists(
    st.tuples(
        st.sampled_from(["red", "blue", "green"]),
        st.sampled_from(["TR", "RU", "CN"]),
        st.sampled_from(["held", "freed", "arrested"]),
    ),
    min_size=1,
    max_size=12,
)


@given(_ROWS)
def test_combinations_are_those_that_counting_by_hand_finds(rows: list[tuple[str, ...]]) -> None:
    found = measured(*(case(*row) for row in rows)).combinations()

    expected: dict[tuple[str, ...], int] = {}
    for row in rows:
        telling = [
            set(places)
            for size in (1, 2, 3)
            for places in combinations(range(3), size)
            if sum(all(other[at] == row[at] for at in places) for other in rows) == 1
        ]
        for places in telling:
            if not any(other < places for other in telling):
                members = tuple(MEMBERS[at] for at in sorted(places))
                expected[members] = expected.get(members, 0) + 1
    assert {one.members: one.cases for one in found} == expected


def test_a_sequence_is_told_with_its_dates_and_without() -> None:
    found = measured(
        case("red", "TR", "held", "2020"),
        case("red", "TR", "held", "2021"),
        case("red", "TR", "freed", "2021"),
        case("red", "TR", "freed"),
    ).sequences()

    assert (found.cases, found.unique_by_order, found.unique_with_dates) == (3, 1, 3)


def register(*rows: Any) -> Register:
    members = ("notices.issuing_state", "notices.history.date")
    return Register.of([dict(zip(members, row, strict=True)) for row in rows], members)


def dated(state: str, date: str) -> Case:
    history = [{"status": "published", "date": date}]
    return from_dict(
        {
            "rednotice": "1.0",
            "id": "c-1",
            "subjects": [{"kind": "person"}],
            "notices": [{"kind": "red", "issuing_state": state, "history": history}],
        }
    )


def test_a_year_matches_every_day_of_the_register_in_it() -> None:
    found = matches([dated("TR", "2021")], register(("TR", "2021-05-01"), ("TR", "2021-06-01")), 3)

    assert (found.k, found.one, found.few, found.none) == (2, 0, 1, 0)


def test_two_spellings_of_a_state_match() -> None:
    found = matches([dated("interpol-2023:TR", "2021")], register(("TR", "2021-05-01")), 3)

    assert found.one == 1


def test_an_entry_that_lacks_a_value_may_be_anybodys() -> None:
    found = matches([dated("TR", "2021")], register(("TR", ""), ("RU", "")), 3)

    assert found.k == 1
