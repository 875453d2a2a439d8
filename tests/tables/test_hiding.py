"""Which figures are hidden, and that nobody can reckon them."""

from __future__ import annotations

import random
from collections import Counter
from itertools import product

import attacker
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.errors import MissingExtra
from rednotice.tables import moves
from rednotice.tables.figures import Label, counted
from rednotice.tables.hiding import Edition, Unprotected, hidden

pytest.importorskip("highspy", reason="the extra `tables` is not installed")

LEAST = 10


def crossed(cells: dict[tuple[str, str], int]) -> Counter[Label]:
    """The figures of cases of which each has one value of `a` and one of `b`."""
    several = [
        [(), (("a", one),), (("b", other),), (("a", one), ("b", other))]
        for (one, other), count in cells.items()
        for _ in range(count)
    ]
    return counted(several)


def reckoned(counts: Counter[Label], secret: frozenset[Label]) -> dict[Label, list[float]]:
    """The bounds of each hidden figure, as the attacker finds them."""
    figures = {label: None if label in secret else count for label, count in counts.items()}
    found = attacker.bounds(figures, attacker.overlaps(counts))
    return {label: found[label] for label in secret}


def test_figures_that_are_great_enough_are_all_shown() -> None:
    counts = crossed({("x", "y"): 20, ("x", "z"): 30, ("w", "y"): 40, ("w", "z"): 25})

    assert hidden(counts, LEAST) == frozenset()


def test_a_small_figure_takes_others_of_its_row_and_column_with_it() -> None:
    counts = crossed({("x", "y"): 3, ("x", "z"): 30, ("w", "y"): 40, ("w", "z"): 25})

    secret = hidden(counts, LEAST)

    assert (("a", "x"), ("b", "y")) in secret
    assert len(secret) >= 4
    assert all(high - low >= LEAST // 2 for low, high in reckoned(counts, secret).values())


def test_two_small_figures_do_not_betray_each_other_by_their_sum() -> None:
    counts = counted([[(), (("a", value),)] for value in ["x", "y", *["z"] * 30, *["w"] * 40]])

    secret = hidden(counts, LEAST)

    assert {(("a", "x"),), (("a", "y"),)} < secret


def test_a_small_rest_of_a_figure_is_not_to_be_reckoned() -> None:
    """Of 50 cases, 47 have the outcome: the figure would tell of the three that have not."""
    arrested, freed = ("out", "arrested"), ("out", "freed")
    cases = [[(), (arrested,), (freed,)] for _ in range(47)] + [[(), (freed,)] for _ in range(3)]

    assert (arrested,) in hidden(counted(cases), LEAST)


def test_a_figure_that_was_published_tells_nothing_of_those_that_came_since() -> None:
    before = counted([[(), (("a", value),)] for value in [*["x"] * 20, *["y"] * 30]])
    after = counted([[(), (("a", value),)] for value in [*["x"] * 23, *["y"] * 47]])

    secret = hidden(after, LEAST, [Edition(before, frozenset(before))])

    assert (("a", "x"),) in secret


def test_what_was_hidden_with_a_small_figure_is_not_shown_in_the_next_edition() -> None:
    """The same cases, hidden in another way, would tell by both editions what neither tells."""
    counts = counted(
        [[(), (("a", value),)] for value in [*"xxxx", *["y"] * 15, *["z"] * 15, *["w"] * 60]]
    )
    shown = frozenset(counts) - {(("a", "x"),), (("a", "y"),)}

    assert (("a", "y"),) in hidden(counts, LEAST, [Edition(counts, shown)])


@pytest.mark.parametrize("seed", range(8))
def test_what_two_editions_grew_by_tells_no_small_figure(seed: int) -> None:
    """A part grew by no more than its whole, and the parts together by no less."""
    lots = random.Random(seed)  # noqa: S311  # no secret
    cases = [
        [(), a, *((b,) for b in several), *((*a, b) for b in several)]
        for a, several in (
            ((("a", lots.choice("ttttuuvwxy")),), [("b", one) for one in lots.sample("1123", 2)])
            for _ in range(95)
        )
    ]
    before, after = counted(cases[:80]), counted(cases)
    try:
        first = hidden(before, LEAST)
        second = hidden(after, LEAST, [Edition(before, frozenset(before) - first)])
    except Unprotected:
        return

    found = attacker.ranges(
        [
            ({one: None if one in secret else count for one, count in truth.items()}, truth)
            for truth, secret in ((before, first), (after, second))
        ]
    )
    small = {label: found[label] for label in second if after[label] < LEAST}
    assert {label: one for label, one in small.items() if one[1] - one[0] < LEAST // 2} == {}


def test_the_answer_depends_on_no_order() -> None:
    several = [3, 3, 3, 20, 12, 20, 20, 12, 3, 12, 20, 20, 20, 20, 20, 3]  # with equal ways to hide
    counts = crossed(dict(zip(product("abcd", "efgh"), several, strict=True)))
    backwards = Counter(dict(reversed(list(counts.items()))))

    assert hidden(counts, LEAST) == hidden(backwards, LEAST)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("efg")), st.integers(1, 40), min_size=1
    )
)
def test_no_hidden_small_figure_can_be_reckoned(cells: dict[tuple[str, str], int]) -> None:
    counts = crossed(cells)

    secret = hidden(counts, LEAST)

    assert {label for label, count in counts.items() if count < LEAST} <= secret
    for label, (low, high) in reckoned(counts, secret).items():
        if counts[label] < LEAST:
            assert high - low >= LEAST // 2


def test_the_solver_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    hidden(crossed({("x", "y"): 3, ("x", "z"): 30, ("w", "y"): 40, ("w", "z"): 25}), LEAST)

    assert capfd.readouterr() == ("", "")


def test_who_lacks_the_solver_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(moves, "import_module", missing)

    with pytest.raises(MissingExtra, match=r"rednotice\[tables\]"):
        hidden(crossed({("x", "y"): 3, ("w", "z"): 25}), LEAST)


def test_a_move_that_the_solver_gets_wrong_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """What protects a figure is checked in whole numbers, whatever the solver says."""
    counts = crossed({("x", "y"): 3, ("x", "z"): 30, ("w", "y"): 40, ("w", "z"): 25})
    wrong = {(0, (("a", "x"), ("b", "y"))): 9}
    monkeypatch.setattr(moves.Moves, "_solved", lambda _: None)
    monkeypatch.setattr(moves.Moves, "_answer", lambda *_: wrong)

    with pytest.raises(Unprotected):
        hidden(counts, LEAST)
