"""The search finds the best levels of all, in any order of the cases, or says what else to do."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from alikes import DATE, KIND, METHOD, OFFENCE, STATE, case, cases, least_k, least_l, read
from hypothesis import given
from hypothesis import strategies as st

from rednotice import from_dict
from rednotice.model import Case
from rednotice.policies.thresholds import Thresholds
from rednotice.projection.coarsening import coarsen
from rednotice.projection.lattice import Node, dimensions_of, levels_at, nodes
from rednotice.projection.meeting import meet
from rednotice.projection.projecting import project
from rednotice.projection.rows import row_of
from rednotice.projection.search import search
from rednotice.records import PARTNER, to_dict

THRESHOLDS = Thresholds(
    k=2,
    l=2,
    quasi=[STATE, OFFENCE, DATE],
    sensitive=[METHOD],
    coarsen={"offences": 2},
    drop=["countries", "offences", "notice_kinds"],
    dates=["year", "decade", "none"],
    leave_out=0.3,
)
# What is cut may be sensitive too, and a record may go with what is left out of it.
OTHERS = [
    THRESHOLDS,
    Thresholds(k=3, quasi=[STATE, KIND, DATE], drop=["notice_kinds", "countries"], leave_out=0.5),
    Thresholds(
        k=2,
        l=2,
        quasi=[STATE, KIND],
        sensitive=[OFFENCE],
        drop=["notice_kinds"],
        coarsen={"offences": 1, "notice_kinds": 1},
        leave_out=0.4,
        least_cases=3,
    ),
    Thresholds(k=2, quasi=[DATE], dates=["year", "decade"], sensitive=[METHOD], l=2),
]
SETS = st.lists(cases(), min_size=2, max_size=8)


@given(SETS, st.sampled_from(OTHERS))
def test_no_other_levels_lose_less(several: list[Case], thresholds: Thresholds) -> None:
    """The search finds what trying every level on the cases themselves finds."""
    found = search([row_of(one, thresholds) for one in several], thresholds)
    finest = levels_at(next(nodes(thresholds)), thresholds)
    fine = [to_dict(coarsen(one, finest)) for one in several]
    tried = [
        one for node in nodes(thresholds) if (one := exhausted(several, fine, thresholds, node))
    ]

    if not tried:
        assert found.refused
        return
    loss, node, left_out = min(tried)
    assert (found.levels, found.left_out) == (levels_at(node, thresholds), left_out)
    assert found.loss == pytest.approx(float(loss))


def exhausted(
    several: list[Case], fine: list[Any], thresholds: Thresholds, node: Node
) -> tuple[Fraction, Node, tuple[int, ...]] | None:
    """What is lost at *node* and which cases are left out; None if it does not do."""
    coarse = [to_dict(coarsen(one, levels_at(node, thresholds))) for one in several]
    quasi = [tuple(read(one, way) for way in thresholds.quasi) for one in coarse]
    gone = {
        at
        for at, one in enumerate(fine)
        if not any(quasi[at]) and any(read(one, way) for way in thresholds.quasi)
    }
    sizes = Counter(row for at, row in enumerate(quasi) if at not in gone)
    gone |= {at for at, row in enumerate(quasi) if sizes[row] < thresholds.k}
    kept = [at for at in range(len(several)) if at not in gone]
    for way in thresholds.sensitive if thresholds.l > 1 else ():
        if not any(read(coarse[at], way) for at in kept):
            continue
        for row in {quasi[at] for at in kept}:
            alike = [at for at in kept if quasi[at] == row]
            sets = {read(coarse[at], way) for at in alike} - {frozenset()}
            if sets and (len(sets) < thresholds.l or frozenset.intersection(*sets)):
                gone |= set(alike)
    left = len(several) - len(gone)
    if left < max(thresholds.least_cases, 1) or len(gone) > thresholds.leave_out * len(several):
        return None
    ways = [*thresholds.quasi, *thresholds.sensitive]
    loss = sum(lost(fine, coarse, way, gone, node, thresholds) for way in ways)
    return loss / (len(ways) * len(several)), node, tuple(sorted(gone))


def lost(  # noqa: PLR0913, PLR0917  # a test's own arithmetic
    fine: list[Any],
    coarse: list[Any],
    way: str,
    gone: set[int],
    node: Node,
    thresholds: Thresholds,
) -> Fraction:
    """What is lost of the member *way*: 1 for each case of which nothing is left."""
    values = {value for one in fine for value in read(one, way)}
    becomes = {value: made(value, way, node, thresholds) for value in values}
    others = Counter(becomes.values())
    total = Fraction(0)
    for at, one in enumerate(fine):
        cell = read(one, way)
        if at in gone:
            total += 1
            continue
        costs = [
            Fraction(others[becomes[value]] - 1, max(len(values) - 1, 1))
            if becomes[value] in read(coarse[at], way)
            else Fraction(1)
            for value in cell
        ]
        total += sum(costs, Fraction(0)) / max(len(costs), 1)
    return total


def made(value: Any, way: str, node: Node, thresholds: Thresholds) -> Any:
    """What *value* becomes, seen in a case that has nothing else; None if it is left out."""
    member = way.rpartition(".")[2]
    given = {
        "offence": lambda: case(value),
        "date": lambda: case(date=value),
        "kind": lambda: case(kind=value),
        "method": lambda: case(methods=(value,)),
        "issuing_state": lambda: case(state=value),
    }[member]()
    # A record that goes with another member is not this value's doing: so `kind` stays here.
    levels = levels_at(node, thresholds)
    if way.startswith("notices.") and member != "kind":
        levels = type(levels)(
            cuts=levels.cuts, dropped=levels.dropped - {"notice_kinds"}, dates=levels.dates
        )
    return next(iter(read(to_dict(coarsen(given, levels)), way)), None)


@given(SETS, st.randoms(use_true_random=False))
def test_the_order_of_cases_makes_no_difference(several: list[Case], chance: Any) -> None:
    """Neither to the levels nor to which cases stay, nor to what is reported."""
    order = chance.sample(range(len(several)), len(several))
    rows = [row_of(one, THRESHOLDS) for one in several]
    first = search(rows, THRESHOLDS)
    second = search([rows[at] for at in order], THRESHOLDS)

    assert first.levels == second.levels
    assert set(first.left_out) == {order[at] for at in second.left_out}
    assert (first.reached, first.loss, first.refused) == (
        *(second.reached, second.loss, second.refused),
    )


@given(SETS, st.sampled_from(OTHERS))
def test_what_is_reported_is_counted_again_from_the_cases(
    several: list[Case], thresholds: Thresholds
) -> None:
    """T19: k and l of the coarsened cases, by a group-by of their documents."""
    met = meet(several, thresholds)

    if met.refused:
        assert met.cases == ()
        return
    assert met.k == least_k([*met.cases], thresholds) >= thresholds.k
    assert met.l == least_l([*met.cases], thresholds)
    assert met.l is None or met.l >= thresholds.l
    assert len(met.cases) == len(several) - len(met.left_out)
    assert len(met.left_out) <= thresholds.leave_out * len(several)


def test_fine_cuts_are_taken_before_coarse_ones() -> None:
    """Bribery and embezzlement become corruption, and not an economic offence."""
    several = [case("bribery"), case("embezzlement"), case("fraud"), case("fraud")]
    met = meet(several, Thresholds(k=2, quasi=[OFFENCE], coarsen={"offences": 2}))

    assert met.levels.cuts == {"offences": 1}
    assert [one.notices[0].charges[0].offence for one in met.cases] == [
        *(("corruption",), ("corruption",), ("fraud",), ("fraud",)),
    ]


def test_a_case_that_stays_apart_is_left_out_if_that_loses_less() -> None:
    """One homicide among many thefts does not take the offence away from all."""
    several = [*[case("fraud")] * 9, case("homicide")]
    thresholds = Thresholds(k=2, quasi=[OFFENCE], drop=["offences"], leave_out=0.1)
    met = meet(several, thresholds)

    assert met.left_out == (9,)
    assert not met.levels.dropped


def test_a_fine_cut_is_taken_if_leaving_out_cases_loses_more() -> None:
    """Two kinds of corruption that occur once each, beside three offences that occur twice."""
    several = [case(one) for one in ("fraud", "homicide", "drugs") for _ in range(2)]
    apart = [case("bribery"), case("embezzlement")]
    thresholds = Thresholds(k=2, quasi=[OFFENCE], coarsen={"offences": 1}, leave_out=0.3)
    met = meet([*several, *apart], thresholds)

    assert (met.levels.cuts, met.left_out) == ({"offences": 1}, ())
    assert met.loss == 2 * 0.25 / 8  # each can no longer be told from one of the four others


def test_no_more_cases_are_left_out_than_the_share_allows() -> None:
    """A tenth of nine cases is less than one case."""
    several = [*[case("fraud", state="TJ")] * 8, case("homicide", state="TJ")]
    thresholds = Thresholds(k=2, quasi=[STATE, OFFENCE], drop=["offences"], leave_out=0.1)
    met = meet(several, thresholds)

    assert met.left_out == ()
    assert met.levels.dropped == {"offences"}


def test_a_case_of_which_nothing_is_left_is_not_released() -> None:
    """T30: what is left of the others is not made a companion of nothing."""
    several = [*[case("fraud", state="TJ", date=None)] * 4, *[case("fraud", state=None)] * 2]
    thresholds = Thresholds(
        k=2, quasi=[STATE, DATE], dates=["year", "none"], drop=["countries"], leave_out=0.4
    )
    found = search(
        [row_of(one, thresholds) for one in [*several, case(state=None, date="2018")]], thresholds
    )

    assert found.levels.dates == "year"
    assert found.left_out == (6,)

    none = Thresholds(k=2, quasi=[DATE], dates=["none"], leave_out=0.4)
    apart = Thresholds(k=2, quasi=[DATE], dates=["year", "none"], leave_out=0.4)
    years = [case(date=str(year)) for year in range(2001, 2011)]
    assert not meet(years, none).refused  # there was nothing to begin with
    assert meet(years, apart).refused  # nothing may be all that is left


def test_a_case_that_never_had_a_quasi_identifier_is_judged_like_any_other() -> None:
    """Nothing of it was suppressed."""
    without = case(state=None)
    met = meet([without, without, case(), case()], Thresholds(k=2, quasi=[STATE]))

    assert (met.k, met.left_out) == (2, ())


def test_what_takes_a_record_along_is_cut_last() -> None:
    """With the kind of a notice the state goes too, and with the state nothing else does."""
    several = [case(state=state, kind=kind) for state in ("TJ", "CN") for kind in ("red", "blue")]
    thresholds = Thresholds(k=2, quasi=[KIND, STATE], drop=["countries", "notice_kinds"])

    assert meet(several, thresholds).levels.dropped == {"countries"}


def test_the_first_dimension_by_name_is_cut_less_if_all_else_is_equal() -> None:
    """Either the offence or the state could go."""
    several = [case(one, state=state) for state in ("TJ", "CN") for one in ("fraud", "homicide")]
    thresholds = Thresholds(k=2, quasi=[OFFENCE, STATE], drop=["countries", "offences"])

    assert [one.kind for one in dimensions_of(thresholds)] == ["countries", "offences"]
    assert meet(several, thresholds).levels.dropped == {"offences"}


def test_a_sensitive_member_that_no_case_has_asks_for_nothing() -> None:
    """Nobody learns from it."""
    met = meet([case()] * 2, Thresholds(l=2, quasi=[STATE], sensitive=[METHOD]))

    assert (met.k, met.l, met.refused) == (2, None, "")


@pytest.mark.parametrize(
    ("several", "thresholds", "says"),
    [
        ([case()] * 4, Thresholds(least_cases=5), "there are 4 cases, and a release must have"),
        ([], Thresholds(), "there are 0 cases"),
        ([case()], Thresholds(k=2, quasi=[STATE]), "must have at least 2"),
        (
            [case(state=state) for state in ("TJ", "CN")],
            Thresholds(k=2, quasi=[STATE]),
            "one of at least 2 that are alike",
        ),
        (
            [case(methods=("threat",))] * 5,
            Thresholds(l=2, quasi=[STATE], sensitive=[METHOD]),
            "at least 2 different values of each sensitive member",
        ),
    ],
)
def test_a_refusal_says_what_can_be_released_instead(
    several: list[Case], thresholds: Thresholds, says: str
) -> None:
    """Tables, a wider set, or an audience without thresholds."""
    met = meet(several, thresholds)

    assert (met.cases, met.k, met.l) == ((), 0, None)
    assert says in met.refused
    assert "counts in tables can be published instead, or a release of more cases" in met.refused
    assert "counsel" in met.refused


def test_a_rare_value_of_an_unnamed_member_is_left_to_the_policy() -> None:
    """T34: thresholds count what they name; what no policy names does not leave at all."""
    tall = to_dict(case()) | {"subjects": [{"appearance": {"height_m": 2.05, "marks": "a star"}}]}

    left = to_dict(project(from_dict(tall), PARTNER))
    assert "2.05" not in str(left)
    assert "star" not in str(left)


def test_nobody_can_be_told_to_be_among_the_finer_of_two_boxes() -> None:
    """
    T25: at one set of levels for all, no released code stands for more than a narrower one beside
    it, unless a source was that vague itself.
    """
    codes = ("bribery", "embezzlement", "tax_customs", "fraud", "treason", "subversion")
    several = [case(one) for one in codes for _ in range(2)] + [case("illicit_enrichment")]
    met = meet(several, Thresholds(k=2, quasi=[OFFENCE], coarsen={"offences": 2}))
    left = {one.notices[0].charges[0].offence[0] for one in met.cases}

    assert met.levels.cuts == {"offences": 1}
    assert left == {"corruption", "tax_customs", "fraud", "state_security"}
