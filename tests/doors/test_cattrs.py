"""cattrs: records in whatever a converter structures go through the gate."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Generic, TypeVar

import attrs
import cattrs
import pytest
from cattrs.preconf import json as plain_json
from cattrs.preconf import orjson, pyyaml
from cattrs.strategies import include_subclasses
from hypothesis import given
from samples import CASE, FOUND, LOSSY, SHARED, as_text, class_of, each_example, told
from strategies import documents

from rednotice import (
    Case,
    Duration,
    Notice,
    PartialDate,
    SharedDocument,
    Unreadable,
    Warrant,
    converter,
    from_dict,
)

T = TypeVar("T")
RECORD = from_dict(CASE)
both = pytest.mark.parametrize("detailed", [True, False], ids=["detailed", "short"])


@attrs.frozen
class File:
    """Somebody else's class that holds a case."""

    case: Case
    opened: PartialDate | None = None
    lasts: Duration | None = None


def refusals(error: BaseException) -> list[Unreadable]:
    """The refusals of records within *error*."""
    if isinstance(error, BaseExceptionGroup):
        return [one for inner in error.exceptions for one in refusals(inner)]
    assert isinstance(error, Unreadable), repr(error)
    return [error]


def why_not(made: cattrs.Converter, value: Any, kind: Any) -> list[list[tuple[str, str]]]:
    """For each record that is refused, the rules and places."""
    with pytest.raises((Unreadable, cattrs.BaseValidationError)) as refused:
        made.structure(value, kind)
    return [told(error.findings) for error in refusals(refused.value)]


# A lossy dict


@both
def test_a_case_tells_what_would_be_lost(*, detailed: bool) -> None:
    """With our findings, however much cattrs tells."""
    made = converter(cattrs.Converter(detailed_validation=detailed))

    assert why_not(made, LOSSY, Case) == [FOUND]


@both
@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"case": LOSSY}, File),
        ([LOSSY], list[Case]),
        ([LOSSY], tuple[Case, ...]),
        ([LOSSY], Sequence[Case]),
        ({"one": LOSSY}, dict[str, Case]),
        ({"one": LOSSY}, Mapping[str, Case]),
        (LOSSY, Case | None),
        (LOSSY, Annotated[Case, "marked"]),
    ],
    ids=lambda kind: str(kind)[:30],
)
def test_a_case_within_another_value_tells_what_would_be_lost(
    value: Any, kind: Any, *, detailed: bool
) -> None:
    """The gate is asked wherever a record is expected."""
    made = converter(cattrs.Converter(detailed_validation=detailed))

    assert why_not(made, value, kind) == [FOUND]


@both
@pytest.mark.parametrize("value", [None, 3, "c-1", [CASE], [["id", "c-1"]], b"{}"])
def test_what_is_no_object_is_a_finding(value: Any, *, detailed: bool) -> None:
    """In a value that comes from outside, it is no mistake of the caller's."""
    made = converter(cattrs.Converter(detailed_validation=detailed))

    assert why_not(made, {"case": value}, File) == [[("RN006", "")]]


# There and back


@each_example
def test_every_example_comes_back_equal(value: Any) -> None:
    """Absent members are left out, so that what is written can be read."""
    made = converter()
    record = made.structure(value, class_of(value))

    assert type(record) is class_of(value)
    assert as_text(made.unstructure(record)) == as_text(value)


@given(documents())
def test_what_from_dict_takes_a_converter_takes(value: Any) -> None:
    """As the same record."""
    assert converter().structure(value, class_of(value)) == from_dict(value, class_of(value))


def test_a_class_that_holds_records_comes_back_equal() -> None:
    """Its own members are cattrs' affair; records, dates and durations are ours."""
    made = converter()
    whole = File(case=RECORD, opened=PartialDate("2026-03"), lasts=Duration("P3Y"))
    written = made.unstructure(whole)

    assert written == {"case": CASE, "opened": "2026-03", "lasts": "P3Y"}
    assert type(written["opened"]) is type(written["lasts"]) is str
    assert made.structure(written, File) == whole


def test_a_record_that_is_one_already_is_taken() -> None:
    """Also in a half-made value."""
    assert converter().structure({"case": RECORD}, File).case is RECORD


@pytest.mark.parametrize("day", ["June", 1877, 20.5, "2022-06-31"])
def test_a_wrong_date_is_told_without_it(day: Any) -> None:
    """Beside a case as within."""
    with pytest.raises(cattrs.ClassValidationError) as refused:
        converter().structure({"case": CASE, "opened": day}, File)

    (error,) = refused.value.exceptions
    assert str(day) not in str(error)
    assert str(error).startswith(("This must be", "Write the year", "There is no such day"))


@pytest.mark.parametrize("module", [plain_json, orjson, pyyaml], ids=lambda each: each.__name__)
def test_preconfigured_converters_write_and_read_records(module: Any) -> None:
    """JSON by the standard library and by orjson, and YAML."""
    made = converter(module.make_converter())
    whole = File(case=RECORD, opened=PartialDate("2026-03"))

    assert made.loads(made.dumps(whole), File) == whole
    assert made.loads(made.dumps([RECORD]), list[Case]) == [RECORD]


@pytest.mark.parametrize("module", [plain_json, orjson, pyyaml], ids=lambda each: each.__name__)
def test_preconfigured_converters_ask_the_gate(module: Any) -> None:
    """What their own classes would lose is told."""
    made = converter(module.make_converter())
    text = made.dumps({"case": LOSSY})

    with pytest.raises(cattrs.ClassValidationError) as refused:
        made.loads(text, File)

    assert [told(error.findings) for error in refusals(refused.value)] == [FOUND]


# Settings and strategies


@both
def test_extra_keys_are_forbidden_where_they_were(*, detailed: bool) -> None:
    """The base's setting holds for its classes; in a record they are forbidden anyway."""
    strict = converter(cattrs.Converter(forbid_extra_keys=True, detailed_validation=detailed))
    whole = {"case": CASE, "extra": 1}

    assert strict.structure({"case": CASE}, File) == converter().structure(whole, File)
    with pytest.raises((cattrs.ForbiddenExtraKeysError, cattrs.ClassValidationError)):
        strict.structure(whole, File)
    assert why_not(strict, {"case": LOSSY}, File) == [FOUND]


Documents = Case | SharedDocument


@pytest.mark.parametrize(
    ("value", "kind", "cls"),
    [
        (CASE, Documents, Case),
        (SHARED, Documents, SharedDocument),
        (SHARED, Documents | None, SharedDocument),
        (None, Documents | None, type(None)),
        (CASE, Case | None, Case),
        (None, Case | None, type(None)),
        ({"kind": "red"}, Notice | Warrant, Notice),
        ({"issuing_state": "TJ", "judicial": True}, Notice | Warrant, Warrant),
        ({"issuing_state": "TJ", "judicial": True}, Notice | Warrant | None, Warrant),
        (RECORD, Documents, Case),
        (Warrant(issuing_state="TJ"), Notice | Warrant, Warrant),
    ],
    ids=str,
)
def test_a_union_gives_the_class_that_takes_the_value(value: Any, kind: Any, cls: type) -> None:
    """None is taken where it is one of the union."""
    assert type(converter().structure(value, kind)) is cls


@both
@pytest.mark.parametrize("kind", [Documents, SharedDocument | Case, Documents | None], ids=str)
def test_a_union_tells_of_the_class_that_comes_nearest(kind: Any, *, detailed: bool) -> None:
    """One list of findings, which all speak of the same class."""
    made = converter(cattrs.Converter(detailed_validation=detailed))
    slip = CASE | {"outcmes": []}

    assert why_not(made, slip, kind) == [[("RN005", "")]]


@attrs.frozen
class Request:
    """What two kinds of requests have in common."""

    case: Case


@attrs.frozen
class Urgent(Request):
    """One of the kinds."""

    until: PartialDate


def test_subclasses_of_classes_that_hold_cases_are_found() -> None:
    """As cattrs finds them by their members."""
    made = converter()
    include_subclasses(Request, made)
    urgent = Urgent(case=RECORD, until=PartialDate("2026-03"))
    written = made.unstructure(urgent, unstructure_as=Request)

    assert made.structure(written, Request) == urgent
    assert made.structure({"case": CASE}, Request) == Request(RECORD)
    assert why_not(made, {"case": LOSSY}, Request) == [FOUND]


@attrs.frozen
class Box(Generic[T]):
    """A class of no certain content."""

    content: T


def test_a_generic_class_holds_cases() -> None:
    """The parameter says what is structured."""
    made = converter()

    assert made.structure({"content": CASE}, Box[Case]) == Box(RECORD)
    assert made.structure({"content": [CASE]}, Box[list[Case]]) == Box([RECORD])
    assert made.unstructure(Box([RECORD])) == {"content": [CASE]}
    assert why_not(made, {"content": LOSSY}, Box[Case]) == [FOUND]


def test_the_base_is_not_altered() -> None:
    """A copy is made, with the hooks that the base has."""
    base = cattrs.Converter()
    base.register_unstructure_hook(complex, str)
    made = converter(base)

    assert made is not base
    assert made.unstructure(1j) == "1j"
    assert made.unstructure(RECORD) == CASE
    assert base.unstructure(RECORD) != CASE


def test_a_hook_for_attrs_classes_in_the_base_does_not_take_records() -> None:
    """Else the base would lose what the gate refuses."""
    base = cattrs.Converter()

    def any_class(kind: Any) -> Callable[[Any, Any], Any]:
        return lambda _value, _cls: kind

    base.register_structure_hook_factory(attrs.has, any_class)

    assert converter(base).structure(CASE, Case) == RECORD


def test_cattrs_is_imported_when_it_is_asked_for() -> None:
    """Neither by the package nor by the name of its function."""
    code = (
        "import sys, rednotice; made = rednotice.converter; assert 'cattrs' not in sys.modules;"
        "made(); assert 'cattrs' in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own program
