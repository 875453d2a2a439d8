"""Coarser cases: whole lists are cut together, and what says nothing any more goes."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from alikes import DATE, KIND, METHOD, OFFENCE, STATE, case, cases, read
from filled import filled
from hypothesis import given
from hypothesis import strategies as st

from rednotice import gate, testing
from rednotice.codelists.cuts import cut, height
from rednotice.model import (
    Capture,
    Case,
    Charge,
    Notice,
    Outcome,
    Source,
    Statement,
    Subject,
    Warrant,
)
from rednotice.policies.thresholds import Thresholds
from rednotice.projection.coarsening import coarsen
from rednotice.projection.lattice import levels_at, nodes
from rednotice.projection.levels import DATES, Levels, kind_of
from rednotice.projection.projecting import project
from rednotice.projection.rows import layout_of, row_of
from rednotice.projection.tables import Tables
from rednotice.records import PARTNER, PUBLIC, evolve, fields_of, to_dict, walk
from rednotice.records.essentials import Having, essentials_of
from rednotice.records.walk import record_classes

OF_ALL = Thresholds(
    quasi=[STATE, OFFENCE, DATE, KIND, "warrants.charges.offence", "statements.stance"],
    sensitive=[METHOD, "incidents.against", "proceedings.kind"],
    coarsen={"offences": 2, "incident_methods": 1, "notice_kinds": 1},
    drop=["countries", "offences", "notice_kinds"],
    dates=["year", "decade", "none"],
)
NODES = list(nodes(OF_ALL))


@cache
def whole() -> Case:
    """The filled case, projected for a partner."""
    found: Any = gate.decode(filled())
    return project(found, PARTNER)


def said(**members: Any) -> Case:
    """A case with one statement about its notice."""
    notice = Notice(id="n1", kind="red", issuing_state="TJ")
    statement = Statement(**members)
    return Case(
        rednotice="1.0",
        id="c-1",
        subjects=[Subject(id="s")],
        notices=[notice],
        statements=[statement],
    )


@given(cases(), st.sampled_from(NODES))
def test_rows_tell_what_becomes_of_the_cases(drawn: Case, node: Any) -> None:
    """The search sees of a case at each level what is in the coarsened case."""
    agrees(drawn, node)


@pytest.mark.thorough
@given(testing.cases(), st.sampled_from([PARTNER, PUBLIC]), st.sampled_from(NODES))
def test_rows_tell_what_becomes_of_any_case(drawn: Case, audience: Any, node: Any) -> None:
    """Also of one that has anything at all."""
    agrees(project(drawn, audience), node)


def agrees(projected: Case, node: Any) -> None:
    """Compare the row of *projected* at *node* with the document of the coarsened case."""
    row = row_of(projected, OF_ALL)
    seen = Tables({row: 1}, OF_ALL).seen(node)
    document = to_dict(coarsen(projected, levels_at(node, OF_ALL)))
    ways = [*OF_ALL.quasi, *OF_ALL.sensitive]

    assert [seen.cell(at, 0) for at in range(len(ways))] == [read(document, way) for way in ways]


def test_rows_tell_it_of_a_case_that_has_everything() -> None:
    """At every level."""
    projected = whole()
    row = row_of(projected, OF_ALL)
    tables = Tables({row: 1}, OF_ALL)
    ways = [*OF_ALL.quasi, *OF_ALL.sensitive]

    assert all(row)
    for node in NODES:
        document = to_dict(coarsen(projected, levels_at(node, OF_ALL)))
        seen = tables.seen(node)
        assert [seen.cell(at, 0) for at in range(len(ways))] == [read(document, w) for w in ways]


@given(st.one_of(cases(), st.builds(whole)), st.sampled_from(NODES))
def test_coarsening_twice_is_coarsening_once(projected: Case, node: Any) -> None:
    """The result is a case that the schema accepts."""
    levels = levels_at(node, OF_ALL)
    coarse = coarsen(projected, levels)

    assert coarsen(coarse, levels) == coarse
    assert gate.decode(to_dict(coarse)) == coarse


def test_without_levels_a_case_stays_as_it_is() -> None:
    assert coarsen(whole(), Levels()) == whole()


def test_no_code_and_no_date_finer_than_the_levels_is_left_anywhere() -> None:
    """In a case in which every member has a value, statements included."""
    levels = Levels(cuts={"offences": 2}, dropped={"countries"}, dates="decade")
    for _, record in walk(coarsen(whole(), levels)):
        cls: Any = type(record)
        for field in fields_of(cls):
            value = record.__dict__.get(field.name)
            for part in value if isinstance(value, tuple) else (value,):
                if part is not None and cls.__name__ not in {"Release", "RestsOn"}:
                    assert levels.treat(field.one, part) == part


def test_codes_are_cut_and_dates_shortened() -> None:
    coarse = coarsen(
        case("bribery", date="2021?"), Levels(cuts={"offences": 1}, dates="decade")
    ).notices[0]

    assert coarse.charges[0].offence == ("corruption",)
    assert coarse.history[0].date == "202X?"


def test_class_words_are_cut_with_their_list() -> None:
    """The relatives of the person become the person's side."""
    one = Outcome(kind="arrested", according_to=["class:counsel"])
    left = coarsen(evolve(case(), outcomes=[one]), Levels(cuts={"speakers": 1}))

    assert left.outcomes[0].according_to == (f"class:{cut('speakers', 'counsel', 1)}",)
    assert left.outcomes[0].according_to != one.according_to


def test_a_record_goes_with_its_essence() -> None:
    """A charge without an offence says nothing; the notice stays."""
    left = coarsen(case("fraud"), Levels(dropped={"offences"}))

    assert left.notices[0].charges == ()
    assert left.notices[0].issuing_state == "TJ"


def test_what_a_record_holds_goes_with_it() -> None:
    """A notice without its kind takes the offence and the year along."""
    assert coarsen(case("fraud"), Levels(dropped={"notice_kinds"})).notices == ()


def test_a_statement_about_a_member_that_is_left_out_goes() -> None:
    """It would tell that the member was there, and that somebody denies it."""
    denial = said(about="n1.issuing_state", stance="denies")

    assert coarsen(denial, Levels(dropped={"countries"})).statements == ()
    assert coarsen(denial, Levels(dropped={"offences"})).statements == denial.statements


def test_a_statement_about_a_record_that_goes_goes_too() -> None:
    denial = said(about="n1", stance="denies")

    assert coarsen(denial, Levels(dropped={"notice_kinds"})).statements == ()


def test_a_reference_to_a_record_that_goes_is_taken_out() -> None:
    """The notice stays, and names no warrant that is not there."""
    warrant = Warrant(id="w1", issuing_state="TJ")
    notice = Notice(kind="red", warrants=["w1"])
    left = coarsen(
        evolve(case(), warrants=[warrant], notices=[notice]), Levels(dropped={"countries"})
    )

    assert left.warrants == ()
    assert left.notices == (Notice(kind="red"),)


def test_a_time_of_day_goes_with_the_days() -> None:
    """It would tell the day that the date beside it no longer does."""
    source = Source(
        title="a page", capture=Capture(captured_at="2026-03-01T12:00:00Z", sha256="a" * 64)
    )
    left = coarsen(evolve(case(), sources=[source]), Levels(dates="year"))

    assert left.sources[0].capture == Capture(sha256="a" * 64)


def test_a_value_stays_as_long_as_one_record_that_holds_it() -> None:
    """One warrant has charges and goes with nothing; the other has a state alone."""
    thresholds = Thresholds(
        quasi=["warrants.issuing_state", OFFENCE], drop=["countries", "offences", "warrant_kinds"]
    )
    held = [
        Warrant(issuing_state="TJ", charges=[Charge(offence=["fraud"])]),
        Warrant(issuing_state="TJ"),
    ]
    row = row_of(evolve(case("fraud"), warrants=held[:1]), thresholds)
    alone = row_of(evolve(case("fraud"), warrants=held[1:]), thresholds)
    both = row_of(evolve(case("fraud"), warrants=held), thresholds)

    [(_, first)], [(_, second)], [(_, together)] = row[0], alone[0], both[0]
    assert first != second
    assert together == first & second


def test_what_a_statement_says_is_cut_like_its_field() -> None:
    """Also a list, in which equal values are one."""
    one = case("fraud")
    charge = evolve(one.notices[0].charges[0], id="ch1")
    statement = Statement(about="ch1.offence", stance="says", value=["bribery", "fraud"])
    notice = evolve(one.notices[0], charges=[charge])
    left = coarsen(
        evolve(one, notices=[notice], statements=[statement]), Levels(cuts={"offences": 2})
    )

    assert left.statements[0].value == ("economic",)


def test_nothing_says_why_a_member_is_missing_that_is_left_out() -> None:
    """Or else the cases that never had it could be told from the others."""
    gap = evolve(case(), notices=[Notice(kind="red", missing={"issuing_state": "unknown"})])

    assert coarsen(gap, Levels(dropped={"countries"})).notices[0].missing is None
    assert coarsen(gap, Levels(dropped={"offences"})).notices[0].missing is not None


def test_a_case_is_still_about_somebody() -> None:
    """Although nothing may be said of them."""
    kinds = {kind_of(field.one) for field in fields_of(Subject)} - {None, DATES}
    left = coarsen(case(), Levels(dropped=kinds, dates="none"))

    assert len(left.subjects) == 1


@pytest.mark.parametrize("cls", record_classes(Case))
def test_no_code_that_makes_a_record_loses_that_by_a_cut(cls: Any) -> None:
    """Rows count on it: only what is left out takes records along, and no cut does."""
    fields = {field.name: field for field in fields_of(cls)}
    for group in essentials_of(cls):
        for one in group:
            if isinstance(one, Having):
                assert height(kind_of(fields[one.member].one) or "") == 0


def test_rows_of_two_states_spelled_in_two_ways_are_one_secret() -> None:
    """An observer who sees both learns the state."""
    thresholds = Thresholds(quasi=[KIND], sensitive=[STATE])
    rows = {row_of(case(state=one), thresholds) for one in ("XK", "interpol-2018:913")}

    assert len(layout_of(thresholds).columns) == 2
    assert len(rows) == 1
