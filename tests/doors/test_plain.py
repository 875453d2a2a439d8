"""Plain values: what a dict says goes through the gate, and comes back equal."""

from __future__ import annotations

import datetime as dt
import enum
import json
import re
from collections import ChainMap, OrderedDict, UserDict, UserList, deque
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType, SimpleNamespace
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mutations import mutated
from samples import (
    CASE,
    EXAMPLES,
    FOUND,
    LOSSY,
    SHARED,
    as_text,
    class_of,
    each_class,
    each_example,
    least,
    told,
)
from strategies import documents, examples

import rednotice
from rednotice import Case, Notice, PartialDate, SharedDocument, Unreadable, check, from_dict
from rednotice.gate.reasons import MOST
from rednotice.gate.values import MOST_VALUES
from rednotice.model import base
from rednotice.records.limits import LEVELS


def why_not(value: Any, cls: Any = Case) -> list[tuple[str, str]]:
    """The rules and places for which `from_dict` refuses *value*."""
    with pytest.raises(Unreadable) as refused:
        from_dict(value, cls)
    return told(refused.value.findings)


def extended(value: Any) -> dict[str, Any]:
    """A case with *value* in an extension."""
    return CASE | {"extensions": {"org.example": value}}


# A lossy dict


def test_from_dict_tells_what_would_be_lost() -> None:
    """A misspelt member and a text for yes or no, each with its place."""
    assert why_not(LOSSY) == FOUND


def test_check_tells_what_would_be_lost() -> None:
    """The case is refused, so that no rule is asked."""
    report = check(LOSSY)

    assert told(report) == FOUND
    assert (report.cases, report.refused) == (0, 1)


@pytest.mark.parametrize("format", ["json", "jsonl", "yaml"])
def test_loads_tells_what_would_be_lost(format: str) -> None:
    """As of the same values in a dict."""
    with pytest.raises(Unreadable) as refused:
        rednotice.loads(json.dumps(LOSSY), format=format)

    assert told(refused.value.findings) == FOUND


# There and back


@each_example
def test_what_from_dict_takes_to_dict_gives_back(value: Any) -> None:
    """Equal, and equal as JSON, where true is not 1."""
    assert as_text(rednotice.to_dict(from_dict(value, class_of(value)))) == as_text(value)


@each_example
def test_loads_gives_the_record_that_from_dict_gives(value: Any) -> None:
    """A text and its values are one record."""
    cls = class_of(value)

    assert rednotice.loads(json.dumps(value), cls) == from_dict(value, cls)


@each_class
def test_every_record_class_is_made_of_a_dict(cls: type) -> None:
    """Of the least that it can hold, from a dict and from a text."""
    value = least(cls)

    made = from_dict(value, cls)

    assert type(made) is cls
    assert rednotice.to_dict(made) == value
    assert rednotice.loads(json.dumps(value), cls) == made


@each_class
def test_no_record_class_is_made_of_nothing(cls: type) -> None:
    """An object without members says nothing."""
    assert [rule for rule, _ in why_not({}, cls)] in (["RN003"], ["RN004"], ["RN007"], ["RN008"])


@given(documents())
def test_a_dict_is_not_altered(value: Any) -> None:
    """Nor does the record share a list with it, or with what `to_dict` gives."""
    before = as_text(value)
    made = from_dict(value, class_of(value))
    rednotice.to_dict(made).clear()

    assert as_text(value) == before
    assert rednotice.to_dict(made) == value


@examples(3)
@given(mutated())
def test_from_dict_takes_what_loads_takes_and_nothing_else(value: Any) -> None:
    """With the same findings, but for advice on how to write a text."""
    shared = isinstance(value, dict) and value.get("shared") is True
    cls: Any = SharedDocument if shared else Case
    assume(isinstance(value, dict))
    try:
        read = rednotice.loads(json.dumps(value), cls)
    except Unreadable as error:
        findings = told(error.findings)
    else:
        assert from_dict(value, cls) == read
        return
    assert why_not(value, cls) == findings


# Which class


@pytest.mark.parametrize(
    ("value", "cls"), [(SHARED, Case), (CASE, SharedDocument)], ids=["shared", "case"]
)
def test_a_document_of_the_other_kind_is_one_finding(value: Any, cls: Any) -> None:
    """It says which kind is expected, and nothing of the members that do not fit."""
    with pytest.raises(Unreadable) as refused:
        rednotice.loads(json.dumps(value), cls)
    (found,) = refused.value.findings

    assert found.rule == "RN007"
    assert "hared" in found.message
    assert why_not(value, cls) == [("RN007", "")]


def test_loads_gives_the_class_that_is_asked_for() -> None:
    """By its place or by its name; a case if none is."""
    assert rednotice.loads('{"kind": "red"}', Notice) == Notice(kind="red")
    assert type(rednotice.loads(json.dumps(SHARED), cls=SharedDocument)) is SharedDocument
    assert type(rednotice.loads(json.dumps(CASE))) is Case


class Subclass(Notice):
    """No record, since nothing decorates it."""


@pytest.mark.parametrize("cls", [dict, str, int, object, base.Record, Subclass, "Case", 3])
def test_a_class_that_is_no_record_class_is_a_type_error(cls: Any) -> None:
    """It is the caller's mistake, and says nothing of the value."""
    with pytest.raises(TypeError, match=r"only a record class of the format"):
        from_dict(CASE, cls)
    with pytest.raises(TypeError, match=r"only a record class of the format"):
        rednotice.loads(json.dumps(CASE), cls)


@pytest.mark.parametrize("value", [None, "{}", b"{}", [CASE], 3, Case])
def test_what_is_no_dict_is_a_type_error(value: Any) -> None:
    """The message says what reads a text and a path."""
    with pytest.raises(TypeError, match=r"a text is read by loads\(\), a path by read\(\)"):
        from_dict(value)


# Values that JSON has no type for


class Word(enum.StrEnum):
    """A text that is more than a text."""

    RED = "red"


class Pair(NamedTuple):
    """A tuple with names."""

    one: int
    other: int


NOTICE = Notice(kind="red", issuing_state="TJ")


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (PartialDate("2021~"), "2021~"),
        (dt.date(2021, 6, 15), "2021-06-15"),
        (NOTICE, {"kind": "red", "issuing_state": "TJ"}),
        ((1, 2), [1, 2]),
        (Pair(1, 2), [1, 2]),
        (Word.RED, "red"),
        (OrderedDict(a=1), {"a": 1}),
        (UserDict(a=1), {"a": 1}),
        (ChainMap({"a": 1}), {"a": 1}),
        (MappingProxyType({"a": 1}), {"a": 1}),
        ({Word.RED: 1}, {"red": 1}),
        (from_dict(extended({"a": [1]})).extensions, {"org.example": {"a": [1]}}),
        (-0.0, 0),
        (2.0, 2),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_says_the_same_as_json_is_taken(value: Any, plain: Any) -> None:
    """Dates, records, mappings and tuples, wherever they stand."""
    made = from_dict(extended({"here": value}))

    assert as_text(rednotice.to_dict(made)) == as_text(extended({"here": plain}))


def test_records_and_dates_stand_where_the_model_has_them() -> None:
    """A dict may be half made."""
    event = {"kind": "protest", "date": dt.date(2021, 6, 1)}
    made = from_dict(CASE | {"notices": (NOTICE,), "events": [event]})

    assert made.notices == (NOTICE,)
    assert made.events[0].date == PartialDate("2021-06-01")


class Whole(int):
    """A number of another library, such as one of numpy's."""


def circle() -> Any:
    """A dict that holds itself."""
    whole: dict[str, Any] = {}
    whole["in"] = {"and": [whole]}
    return whole


def deep(levels: int, inner: Any = "x") -> Any:
    """A list in a list, and so on."""
    for _ in range(levels):
        inner = [inner]
    return inner


@pytest.mark.parametrize(
    ("value", "rule", "words"),
    [
        ({1}, "RN006", "a set has no order"),
        (frozenset("a"), "RN006", "a set has no order"),
        ({}.keys(), "RN006", "a set has no order"),
        (b"x", "RN006", "not bytes. Decode it"),
        (bytearray(b"x"), "RN006", "not bytes. Decode it"),
        (memoryview(b"x"), "RN006", "not bytes. Decode it"),
        (dt.datetime(2021, 6, 1, tzinfo=dt.UTC), "RN006", "2026-03-01 for a date"),
        (dt.time(12), "RN006", "2026-03-01 for a date"),
        (Decimal("1.5"), "RN006", "a list or a dict, as in JSON"),
        (Fraction(1, 3), "RN006", "a list or a dict, as in JSON"),
        (Whole(3), "RN006", "a list or a dict, as in JSON"),
        (1j, "RN006", "a list or a dict, as in JSON"),
        (range(3), "RN006", "a list or a dict, as in JSON"),
        (iter("ab"), "RN006", "a list or a dict, as in JSON"),
        (UserList("ab"), "RN006", "a list or a dict, as in JSON"),
        (deque("ab"), "RN006", "a list or a dict, as in JSON"),
        (SimpleNamespace(a=1), "RN006", "a list or a dict, as in JSON"),
        (object(), "RN006", "a list or a dict, as in JSON"),
        (Notice, "RN006", "a list or a dict, as in JSON"),
        (float("nan"), "RN006", "a finite number"),
        (float("-inf"), "RN006", "a finite number"),
        ("\ud800", "RN006", "half a character"),
        ({"\udfff": 1}, "RN006", "must be texts"),
        ({1: 2}, "RN006", "must be texts"),
        ({None: 2}, "RN006", "must be texts"),
        (circle(), "RN009", "no deeper than 100 levels"),
        (deep(LEVELS), "RN009", "no deeper than 100 levels"),
        (deep(1_000_000), "RN009", "no deeper than 100 levels"),
        (10**400, "RN006", "a finite number"),
        (-(10**5000), "RN006", "a finite number"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_json_cannot_say_is_refused_in_our_words(value: Any, rule: str, words: str) -> None:
    """One finding, at the last place whose name is ours, with the next step."""
    with pytest.raises(Unreadable) as refused:
        from_dict(extended(value))
    (found,) = refused.value.findings

    assert (found.rule, found.pointer) == (rule, "/extensions")
    assert words in found.message


def test_a_record_counts_with_all_its_levels() -> None:
    """No record is made that could be written and not be read again."""
    inner = from_dict(extended(deep(LEVELS - 2)))

    assert rednotice.loads(rednotice.dumps(inner)) == inner
    assert why_not(extended([inner])) == [("RN009", "/extensions")]


@pytest.mark.thorough
def test_a_part_that_is_held_many_times_does_not_fill_the_memory() -> None:
    """As an anchor of YAML that was read by another library: 2 to the power of 60 values."""
    part: Any = ["x"]
    for _ in range(60):
        part = [part, part]

    (found,) = check(extended(part))

    assert (found.rule, found.pointer) == ("RN009", "")
    assert f"{MOST_VALUES:,}" in found.message


def test_no_more_is_told_than_anybody_reads() -> None:
    """A hostile value has millions of faults."""
    found = list(check(extended([object()] * (MOST + 50))))

    assert len(found) == MOST + 1
    assert found[-1].rule == "RN009"


TOKEN = "ZQ0001QZ"  # noqa: S105  # unmistakable, and in no message


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ({TOKEN: {1}}, ""),
        ({TOKEN: [{1}]}, ""),
        ({"subjects": [{TOKEN: {TOKEN: {1}}}]}, "/subjects/0"),
        ({"subjects": {TOKEN: {1}}}, "/subjects"),
        ({"record": [{TOKEN: {1}}]}, "/record"),
        ({"missing": {TOKEN: {1}}}, "/missing"),
        ({"missing": {"notices": {1}}}, "/missing/notices"),
        ({"extensions": {TOKEN: {TOKEN: {1}}}}, "/extensions"),
        ({"id": {TOKEN: {1}}}, "/id"),
        ({"statements": [{"value": [TOKEN, {1}]}]}, "/statements/0/value"),
    ],
    ids=str,
)
def test_a_place_holds_no_name_that_is_not_ours(value: Any, place: str) -> None:
    """A key that nobody knows is a value."""
    (found,) = check(CASE | value)

    assert found.pointer == place
    assert TOKEN not in str(found) + repr(found)


@pytest.mark.parametrize("format", ["json", "yaml"])
@pytest.mark.parametrize(
    ("member", "place"),
    [("x", ""), ("subjects", "/subjects"), ("record", "/record"), ("extensions", "/extensions")],
)
def test_a_member_that_stands_twice_below_such_a_name_has_its_place(
    format: str, member: str, place: str
) -> None:
    """The name is not told there either."""
    value = {name: part for name, part in CASE.items() if name != member}
    text = json.dumps(value)[:-1] + f', "{member}": {{"{TOKEN}": {{"a": 1, "a": 2}}}}}}'
    with pytest.raises(Unreadable) as refused:
        rednotice.loads(text, format=format)

    assert ("RN002", place) in told(refused.value.findings)
    assert TOKEN not in str(refused.value)


@pytest.mark.parametrize("root", [dict, SharedDocument])
def test_faults_at_the_top_have_a_place(root: Any) -> None:
    """Whatever the value was to be."""
    cls = Case if root is dict else root

    assert why_not({"id": {1}, "shared": {2}, 3: 4}, cls)[0] == ("RN006", "/id")


HASHABLE = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), st.complex_numbers(), st.fractions()),
    *(
        st.decimals(allow_nan=False),
        st.text(),
        st.text("\ud800a"),
        st.binary(),
        st.dates(),
        st.datetimes(),
    ),
    *(st.times(), st.timedeltas(), st.uuids(), st.just(10**400), st.just(object()), st.just(Case)),
    st.sampled_from([PartialDate("2021"), NOTICE, Word.RED, Whole(3), ..., int, circle]),
)
ANYTHING = st.recursive(
    HASHABLE,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(HASHABLE, inner, max_size=3),
        st.frozensets(HASHABLE, max_size=3),
        st.lists(inner, max_size=3).map(iter),
        inner.map(lambda value: deep(99, value)),
    ),
    max_leaves=8,
)
MEMBERS = st.sampled_from(["id", "subjects", "notices", "extensions", "missing", "record", "x"])


@examples(5)
@given(st.dictionaries(MEMBERS | HASHABLE, ANYTHING, max_size=4), st.booleans())
def test_whatever_python_holds_is_taken_or_refused(value: dict[Any, Any], whole: bool) -> None:  # noqa: FBT001
    """Never with an error that is not ours; and what is taken is written and read again."""
    value = CASE | value if whole else value
    try:
        made = from_dict(value)
    except Unreadable as error:
        findings = told(error.findings)
    else:
        assert rednotice.loads(rednotice.dumps(made)) == made
        return
    assert findings
    assert told(check(value)) == findings


# Words


# Advice on how to write a text; of a value of Python it would be wrong.
OF_TEXTS = (
    *("quote", "dash", "bracket", "indent", "lines of", "line break", "column", "---", "a line"),
)


@examples(3)
@given(mutated())
def test_no_finding_on_a_dict_gives_advice_on_writing_a_text(value: Any) -> None:
    """There is nothing to put in quotes, and no line to write."""
    for finding in check(value if isinstance(value, dict) else {"subjects": value}):
        said = re.sub("`[^`]*`", "", finding.message)  # `quote` is a member
        assert [word for word in OF_TEXTS if word in said] == []
        assert (finding.file, finding.place) == (None, None)


def test_the_same_advice_is_given_on_a_text() -> None:
    """So that the law above is none of words that never occur."""
    slips = 'rednotice: "1.0"\nid: c-1\nsubjects: {label: 1985}\n'
    with pytest.raises(Unreadable, match="dash before each item"):
        rednotice.loads(slips, format="yaml")

    (found,) = check(CASE | {"subjects": {"label": 1985}})
    assert found.message == "This must be a list, even of one item."


def test_a_reference_that_was_not_followed_names_the_argument() -> None:
    """Who calls a function has no command line."""
    (found,) = (one for one in check(CASE | {"operations": ["shared:o1"]}) if one.rule == "RN013")

    assert "shared= in Python" in found.message


def test_a_double_of_a_dict_is_told_by_its_number() -> None:
    """There is no file and no line."""
    (found,) = (one for one in check([CASE, CASE | {"note": "x"}]) if one.rule == "RN012")

    assert found.message.startswith("Another case has this id, by case 1.")


def test_cases_alike_in_dicts_are_told_by_their_ids() -> None:
    """As of cases in files."""
    one = EXAMPLES["case-7f3k2w"]
    (found,) = (one for one in check([one, one | {"id": "c-2"}]) if one.rule == "RN014")

    assert found.message.endswith("case-7f3k2w, c-2") or "c-2" in found.message
    assert found.pointer == ""
