"""What a case leaves to the default is the same as what it writes out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from strategies import cases, examples, objects

import rednotice
from rednotice import gate
from rednotice.documents import Path
from rednotice.insight.quotations import quote_of
from rednotice.insight.sources import is_coded_in_full, records_at, source_named, sources_of
from rednotice.insight.speakers import speaker_class
from rednotice.insight.stances import is_coerced
from rednotice.insight.view import View
from rednotice.insight.voices import is_one_voice
from rednotice.insight.whose_word import speakers_of
from rednotice.model import Attributed, Case, Incident, Notice, Outcome, Source, Statement
from rednotice.rules import questions

TODAY = dt.date(2027, 1, 1)
# No id that is drawn is like these, so that nothing points at them by chance.
FIRST = "first-source"
SECOND = "second-source"


@st.composite
def on_one_source(draw: st.DrawFn) -> Case:
    """A case with one source, some of whose records name it, another one, or none."""
    plain = draw(cases())
    # A release is asked what may stand in it, and a name of a source may not.
    plain.pop("release", None)
    for member, cls in {
        "notices": Notice,
        "incidents": Incident,
        "outcomes": Outcome,
        "statements": Statement,
    }.items():
        plain[member] = draw(st.lists(objects(cls), min_size=1, max_size=2))
    source = draw(objects(Source))
    source.pop("sources", None)
    source.pop("id", None)
    # A reason why the id is missing goes as soon as there is one, with what rules find in it.
    reasons = {name: why for name, why in source.pop("missing", {}).items() if name != "id"}
    source |= {"missing": reasons} if reasons else {}
    source |= draw(
        st.fixed_dictionaries(
            {"kind": st.sampled_from(["interview", "court_judgment", "ccf_decision", "letter"])},
            optional={
                "by": st.just(["s1"]),
                "coded_in_full": st.booleans(),
                "id": st.just(FIRST),
            },
        )
    )
    case = gate.decode({**plain, "sources": [source]})
    assert isinstance(case, Case)
    return case


def answers(case: Case, paths: list[Path]) -> dict[Path, Any]:
    """What can be known of each record at *paths*: its sources, its speakers, its quotation."""
    view = View(case, TODAY)
    found: dict[Path, Any] = {}
    for path in paths:
        records = records_at(view, path)
        names = sources_of(view, *records)
        speakers = speakers_of(view, *records)
        found[path] = (
            [
                source and rednotice.evolve(source, id="q")
                for source in (source_named(view, one) for one in names)
            ],
            is_one_voice(view, names),
            speakers,
            [speaker_class(view, one, records[0]) for one in speakers],
            is_coded_in_full(view, path),
        )
        if isinstance(records[0], Statement):
            found[path] += (quote_of(records[0]), is_coerced(records[0], view))
    return found


def claims(case: Case) -> list[Path]:
    """The places of all records of *case* but the sources themselves."""
    records = View(case, TODAY).records
    return [path for path, one in records if isinstance(one, Attributed) and path[0] != "sources"]


def found_by_rules(case: Case) -> list[tuple[str, Path]]:
    return [(rule.manual.id, path) for rule, path, _ in questions().asked(View(case, TODAY))]


@examples(0.5)
@given(on_one_source())
def test_writing_the_default_out_twice_changes_nothing(case: Case) -> None:
    """What is written out already stays as it is."""
    written = rednotice.with_sources_written(case)

    assert rednotice.with_sources_written(written) == written


@examples(0.5)
@given(on_one_source())
def test_what_can_be_known_is_the_same_when_the_default_is_written_out(case: Case) -> None:
    """On what each record rests, whose word it is, and how it is quoted."""
    paths = claims(case)

    assert answers(rednotice.with_sources_written(case), paths) == answers(case, paths)


@examples(0.5)
@given(on_one_source(), objects(Source))
def test_a_second_source_changes_nothing_for_records_that_were_there(
    case: Case, second: dict[str, Any]
) -> None:
    """That is what the default is written out for."""
    paths = claims(case)
    written = rednotice.with_sources_written(case)
    added = gate.decode(
        {
            **rednotice.to_dict(written),
            "sources": [
                *rednotice.to_dict(written)["sources"],
                {**second, "id": SECOND},
            ],
        }
    )
    assert isinstance(added, Case)

    assert answers(added, paths) == answers(case, paths)


@examples(0.5)
@given(on_one_source())
def test_rules_find_the_same_when_the_default_is_written_out(case: Case) -> None:
    """A case with one source is as good as one that names it everywhere."""
    assert found_by_rules(rednotice.with_sources_written(case)) == found_by_rules(case)


@examples(0.5)
@given(on_one_source())
def test_neither_reading_nor_writing_writes_a_default_out(case: Case) -> None:
    """A file that was typed without `sources` stays without them."""
    again = rednotice.loads(rednotice.dumps(case))

    assert [record.sources for record in again.incidents] == [
        record.sources for record in case.incidents
    ]
    assert again == case


@given(cases())
def test_a_case_without_one_source_has_no_default_to_write(plain: dict[str, Any]) -> None:
    """Nobody can tell on which of several sources a record rests."""
    plain.pop("sources", None)
    case = gate.decode(plain)
    assert isinstance(case, Case)

    assert rednotice.with_sources_written(case) == case
