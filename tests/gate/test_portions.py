"""A large document is explained in portions, so that a limit holds before the work is done."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice import gate
from rednotice.documents import Path, PlainDocument
from rednotice.gate import opening, portions
from rednotice.gate.portions import Portions
from rednotice.gate.reasons import MOST, findings_of
from rednotice.model import Case

LEAVES = st.none() | st.integers(0, 9) | st.text("ab", max_size=3) | st.builds(list)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text("ab", max_size=2), inner),
    max_leaves=30,
)


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """What holds nothing else, with its path."""
    parts: Any = ()
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    if not parts or not value:
        yield path, value
    for name, part in parts:
        yield from leaves(part, (*path, name))


@given(JSON, st.integers(1, 20))
def test_everything_stands_in_one_portion(value: Any, size: int) -> None:
    """In the order of the document, and its path there is found again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portions, "MOST", size)
        cut = Portions(value)
        found = [(cut.path(list(path)), leaf) for portion in cut for path, leaf in leaves(portion)]

    assert found == list(leaves(value))


@given(JSON, st.integers(1, 20))
def test_no_portion_is_larger_than_it_may_be(value: Any, size: int) -> None:
    """But for one value that cannot be cut, and what it stands in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portions, "MOST", size)
        for portion in Portions(value):
            assert sum(1 for _ in leaves(portion)) <= size


def test_nothing_more_is_taken_of_what_is_settled() -> None:
    """Such as a long list where a text belongs; what stands behind it is taken."""
    value = {"a": [[1] * 2_000] * 50, "b": [[1] * 2_000] * 50}
    cut, taken = Portions(value), list[Path]()

    for portion in cut:
        taken.append(cut.path([next(iter(portion))]))
        cut.settle(("a",))

    assert taken.count(("a",)) == 1
    assert taken.count(("b",)) >= 100


def case(**members: Any) -> dict[str, Any]:
    """A case with more members, most of them wrong."""
    return {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}], **members}


def deep(levels: int) -> Any:
    """An object in an object, and so on."""
    inner: Any = None
    for _ in range(levels):
        inner = {"a": inner}
    return inner


HOSTILE: dict[str, Callable[[], Any]] = {
    "a list of wrong codes": lambda: case(notices=[{"kind": "rde"}] * 100_000),
    "a list of wrong types": lambda: case() | {"subjects": [1] * 200_000},
    "wrong dates": lambda: case(sources=[{"title": "T", "date": "2021-02-31"}] * 50_000),
    "unknown members": lambda: case(**{f"member {place}": place for place in range(100_000)}),
    "an unknown member that is long": lambda: case(zzz=[[1] * 1_000] * 300),
    "a text that is a list": lambda: case(summary=[[1] * 1_000] * 300),
    "unknown names of extensions": lambda: case(
        extensions={f"no domain {place}": deep(3) for place in range(10_000)}
    ),
    "lists in lists": lambda: case(notices=[{"kind": "red", "charges": [{"text": 1}] * 300}] * 300),
    "one wrong value behind many right ones": lambda: case(
        notices=[{"kind": "red", "charges": [{"text": "a"}]}] * 30_000 + [1]
    ),
}
# A list of faults, and a fault that is hard to reach; the others, in the thorough run.
QUICK = {"a list of wrong codes", "one wrong value behind many right ones"}
every_hostile = pytest.mark.parametrize(
    "name",
    [pytest.param(one, marks=() if one in QUICK else pytest.mark.thorough) for one in HOSTILE],
)


@pytest.mark.thorough
@every_hostile
def test_no_more_is_collected_than_a_small_multiple_of_what_is_told(name: str) -> None:
    """The limit is on the work and not on its result."""
    value = HOSTILE[name]()
    iter_errors = opening._validator(Case).iter_errors
    collected = 0

    def counted(portion: Any) -> Iterator[Any]:
        nonlocal collected
        errors = list(iter_errors(portion))
        collected += len(errors)
        return iter(errors)

    found = findings_of(counted, PlainDocument(value), Case)

    assert 0 < len(found) <= MOST + 1
    assert collected <= 3 * MOST
    assert found == gate.explain(PlainDocument(value))


MEASURED = """
import json, pathlib, resource, sys, time
from rednotice import gate
from rednotice.formats.json import text as json_text

def peak():
    status = pathlib.Path("/proc/self/status")
    if status.exists():  # where it is, it is exact; the other figure begins with the parent's
        line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

text = sys.stdin.buffer.read()
gate.explain(json_text.document(b'{"rednotice":"1.0"}', None, 1))
before, started = peak(), time.process_time()
found = gate.explain(json_text.document(text, None, 1))
places = [finding.place for finding in found]
print(json.dumps([len(found), time.process_time() - started, peak() - before]))
"""


@pytest.mark.thorough
@every_hostile
def test_a_refused_document_costs_twenty_times_its_size(name: str) -> None:
    """In memory; and a few seconds, on however slow a machine."""
    text = json.dumps(HOSTILE[name](), separators=(",", ":")).encode()

    done = subprocess.run(  # noqa: S603  # our own arguments
        [sys.executable, "-c", MEASURED], input=text, capture_output=True, check=True
    )
    told, seconds, memory = json.loads(done.stdout)

    assert 0 < told <= MOST + 1
    assert seconds < 5
    assert memory < 20 * len(text) + 30 * 2**20


def long_case(**members: Any) -> dict[str, Any]:
    """A case of our version with these members."""
    return {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "Editor A"}], **members}


@pytest.mark.thorough
@pytest.mark.parametrize("wrong", [0, 999, 1_000, 150_000, 299_999])
def test_one_wrong_item_among_many_right_ones_is_told_at_its_place(wrong: int) -> None:
    """The engine looks at halves until few items are left."""
    codes = [f"x-a:{number}" for number in range(300_000)]
    codes[wrong] = "cn"
    found = gate.explain(PlainDocument(long_case(pursued_by=codes)))

    assert [(one.rule, one.pointer) for one in found] == [("RN007", f"/pursued_by/{wrong}")]


def test_wrong_items_far_from_each_other_are_all_told() -> None:
    """In the order of the document."""
    codes = [f"x-a:{number}" for number in range(10_000)]
    codes[5], codes[9_990] = "cn", "tj"
    found = gate.explain(PlainDocument(long_case(pursued_by=codes)))

    assert [one.pointer for one in found] == ["/pursued_by/5", "/pursued_by/9990"]


def test_a_wrong_item_within_a_record_of_a_long_list_is_told() -> None:
    """The list in the list is looked at like the one around it."""
    notices: list[dict[str, Any]] = [{"kind": "red"} for _ in range(5_000)]
    notices[4_000]["circulated_to"] = [*(f"x-a:{number}" for number in range(3_000)), "tj"]
    found = gate.explain(PlainDocument(long_case(notices=notices)))

    assert [one.pointer for one in found] == ["/notices/4000/circulated_to/3000"]


def test_values_that_stand_twice_far_from_each_other_are_told() -> None:
    """The engine sees them in different portions."""
    codes = [f"x-a:{number}" for number in range(10_000)]
    codes[9_990] = "x-a:5"
    found = gate.explain(PlainDocument(long_case(pursued_by=codes)))

    assert [(one.rule, one.pointer) for one in found] == [("RN007", "/pursued_by/9990")]


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ({"pursued_by": ["a" * 100_000]}, ("RN007", "/pursued_by/0")),
        ({"notices": "a" * 100_000}, ("RN006", "/notices")),
        (
            {"outcomes": [{"kind": "arrested", "date": "2" * 100_000}]},
            ("RN007", "/outcomes/0/date"),
        ),
        ({"a" * 100_000: 1}, ("RN005", "")),
        ({"missing": {"a" * 100_000: "unknown"}}, ("RN005", "/missing")),
    ],
    ids=["a code", "a list", "a date", "a name", "a name of a map"],
)
def test_a_long_text_is_refused_like_a_short_one(
    members: dict[str, Any], told: tuple[str, str]
) -> None:
    """Its beginning stands for it, and the finding names the place of the whole."""
    (found,) = gate.explain(PlainDocument(long_case(**members)))

    assert (found.rule, found.pointer) == told


def test_a_long_text_that_is_right_is_no_fault_beside_one_that_is_wrong() -> None:
    """The beginning of a set of dates is no date."""
    outcomes = [
        {"kind": "arrested", "date": f"[{','.join(['2021'] * 5_000)}]"},
        {"kind": "arrested", "date": "x"},
    ]
    found = gate.explain(PlainDocument(long_case(outcomes=outcomes)))

    assert [one.pointer for one in found] == ["/outcomes/1/date"]
