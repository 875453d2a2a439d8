"""Hypothesis: records of every class are drawn, and `from_type` finds them without an import."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import CLASSES, each_class

from rednotice import (
    Case,
    Duration,
    InvalidRecord,
    Notice,
    PartialDate,
    SharedDocument,
    Subject,
    gate,
    to_dict,
)
from rednotice.testing import cases, records

KINDS = st.sampled_from(["red", "yellow"])


@attrs.resolve_types  # Hypothesis reads no hints that are texts off an attrs class
@attrs.frozen
class File:
    """Somebody else's class that holds a case."""

    case: Case
    opened: PartialDate
    lasts: Duration | None


@dataclasses.dataclass
class Pile:
    """And one that holds several."""

    cases: list[Case]
    either: Case | SharedDocument


@given(cases())
def test_a_case_is_drawn_that_the_schema_accepts(case: Case) -> None:
    """As the gate has it."""
    assert type(case) is Case
    assert gate.is_accepted(to_dict(case))


@given(st.data(), st.sampled_from(sorted(CLASSES)))
def test_a_record_of_each_class_is_drawn(data: st.DataObject, name: str) -> None:
    """Each accepted by the schema of its class."""
    record = data.draw(records(CLASSES[name]))

    assert type(record) is CLASSES[name]
    assert gate.is_accepted(to_dict(record), type(record))


@given(records(Notice, kind="red", issuing_state=st.sampled_from(["TJ", "RU"]), warrants=["w1"]))
def test_what_is_fixed_is_fixed(notice: Notice) -> None:
    """A value, or what a strategy gives; the rest is drawn."""
    assert notice.kind == "red"
    assert notice.issuing_state in {"TJ", "RU"}
    assert notice.warrants == ("w1",)


@given(cases(id="c-1", subjects=st.tuples(records(Subject, label="Person A")), notices=None))
def test_records_within_a_record_are_fixed(case: Case) -> None:
    """None leaves a member out."""
    assert case.id == "c-1"
    assert [subject.label for subject in case.subjects] == ["Person A"]
    assert case.notices == ()


@given(st.from_type(File), st.from_type(Pile), st.builds(File, lasts=st.none()))
def test_classes_that_hold_records_are_built(file: File, pile: Pile, short: File) -> None:
    """By the types of their members alone."""
    assert type(file.case) is type(short.case) is Case
    assert type(file.opened) is PartialDate
    assert all(type(case) is Case for case in pile.cases)
    assert type(pile.either) in {Case, SharedDocument}
    assert short.lasts is None


@given(st.builds(records(Notice, kind=KINDS).map, st.just(str)).flatmap(lambda texts: texts))
def test_a_record_that_is_drawn_shows_no_value(text: str) -> None:
    """What a failing test prints, others read."""
    assert text == "<Notice>" or text.startswith("<Notice ")


@pytest.mark.parametrize(
    "fixed",
    [{"kind": "redd"}, {"kynd": "red"}, {"kind": st.just(3)}],
    ids=["value", "name", "type"],
)
def test_what_a_record_does_not_take_is_told(fixed: dict[str, Any]) -> None:
    """By the record itself."""

    @given(records(Notice, **fixed))
    def draw(_notice: Notice) -> None:
        pytest.fail("a record was drawn")

    with pytest.raises(InvalidRecord, match="Notice"):
        draw()


@pytest.mark.parametrize("cls", [dict, int, object, "Case"], ids=str)
def test_a_class_that_is_no_record_class_is_a_type_error(cls: Any) -> None:
    """At once, and not when a test draws."""
    with pytest.raises(TypeError, match="only a record class"):
        records(cls)


@each_class
def test_every_record_class_is_registered(cls: type) -> None:
    """So that `from_type` gives records and no mere objects."""
    strategy = st.from_type(cls)

    assert not strategy.is_empty


FRESH = """
import sys
from hypothesis import given, settings, strategies as st
from rednotice import Case

@settings(max_examples=3, database=None)
@given(st.from_type(Case))
def check(case):
    assert type(case) is Case and case.subjects

assert "rednotice.testing" not in sys.modules or {early}
check()
"""


@pytest.mark.thorough
def test_from_type_needs_no_import_of_ours() -> None:
    """Hypothesis finds the strategies by the entry point of the package."""
    code = FRESH.format(early=True)
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)  # noqa: S603  # ours


def test_hypothesis_is_not_imported_by_us() -> None:
    """Whoever reads cases has no use for it."""
    code = (
        "import sys, rednotice; rednotice.check({'rednotice': '1.0', 'id': 'c', 'subjects': []});"
        "sys.exit('hypothesis' in sys.modules)"
    )

    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own program


@pytest.mark.thorough
@pytest.mark.parametrize("first", ["rednotice.testing", "hypothesis", "rednotice"])
def test_whichever_is_imported_first_the_strategies_are_there(first: str) -> None:
    """Hypothesis asks for our strategies while it is imported, perhaps by the strategies."""
    code = f"import {first}; from rednotice.testing import cases; cases().validate()"

    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)  # noqa: S603
