"""Where values and members stand in a JSON text, found by going down to them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice import formats
from rednotice.documents import Path as At
from rednotice.formats.json import places as json_places
from rednotice.formats.json import text as json_text
from rednotice.formats.json.places import Places
from rednotice.formats.reading import Spot as Place
from rednotice.gate.reasons import MOST

ROOT = Path(__file__).parents[2]
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


class Plainly:
    """The places of a JSON text, all of them written down while its tokens are read one by one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(TOKEN.finditer(text))
        self._next = 0
        self._line, self._begins, self._at = 1, 0, 0
        self.values: dict[At, Place] = {}
        self.keys: dict[tuple[At, str], Place] = {}
        self.twice: list[tuple[At, Place]] = []
        self._value((), counts=True)

    def of(self, path: At, key: str | None) -> Place:
        """The place of the value at *path*, or of its *key*, or of what is nearest."""
        if key is not None and (path, key) in self.keys:
            return self.keys[path, key]
        return self.values[path] if path in self.values else self.of(path[:-1], None)

    def _take(self) -> tuple[str, Place]:
        token = self._tokens[self._next]
        self._next += 1
        for found in re.finditer("\n", self._text[self._at : token.start()]):
            self._line += 1
            self._begins = self._at + found.end()
        self._at = token.start()
        return token.group(), (self._line, self._at - self._begins + 1)

    def _value(self, path: At, *, counts: bool) -> None:
        taken, place = self._take()
        if counts:
            self.values[path] = place
        if taken == "{":
            self._members(path, counts=counts)
        elif taken == "[":
            self._items(path, counts=counts)

    def _members(self, path: At, *, counts: bool) -> None:
        met = set()
        while (taken := self._take())[0] != "}":
            if taken[0] == ",":
                continue
            key = json.loads(taken[0])
            first = key not in met
            met.add(key)
            if counts and first:
                self.keys[path, key] = taken[1]
            elif counts:
                self.twice.append((path, taken[1]))
            self._take()  # the colon
            self._value((*path, key), counts=counts and first)

    def _items(self, path: At, *, counts: bool) -> None:
        place = 0
        while self._tokens[self._next].group() != "]":
            if self._tokens[self._next].group() == ",":
                self._take()
                place += 1
            else:
                self._value((*path, place), counts=counts)
        self._take()


# Texts with members twice, escapes, and blanks wherever they may be.

NUMBERS = st.sampled_from(["0", "-1", "1.5e-3", "12345678901234567890", "-0.0", "9" * 6_000])
TEXTS = st.text('ab"\\/{}[],:\n\té😀\u2028', max_size=5)
KEYS = st.sampled_from(["a", "b", "", '"', "\\", "é", "😀", "a\n", "}"])
BLANKS = st.text(" \t\r\n", max_size=3)


@st.composite
def spelt(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """A text of JSON, its characters as they are or by their numbers."""
    return json.dumps(draw(texts), ensure_ascii=draw(st.booleans()))


@st.composite
def joined(draw: st.DrawFn, brackets: str, parts: st.SearchStrategy[str]) -> str:
    """A list or an object of *parts* with some blanks."""
    several = [f"{draw(BLANKS)}{part}{draw(BLANKS)}" for part in draw(st.lists(parts, max_size=4))]
    return f"{brackets[0]}{','.join(several) or draw(BLANKS)}{brackets[1]}"


@st.composite
def member(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """A member of an object."""
    return f"{draw(spelt(KEYS))}{draw(BLANKS)}:{draw(BLANKS)}{draw(inner)}"


SCALARS = st.sampled_from(["true", "false", "null"]) | NUMBERS | spelt(TEXTS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: joined("[]", inner) | joined("{}", member(inner)),
    max_leaves=12,
)
DOCUMENTS = st.builds("{}{}{}".format, BLANKS, VALUES, BLANKS)
BOUNDS = st.sampled_from([(1, 1, 1), (10, 3, 5), (2**12, 2**14, 2**10)])


@given(DOCUMENTS, st.randoms(use_true_random=False), BOUNDS)
def test_every_place_is_found_in_whatever_order(text: str, random: Any, bounds: Any) -> None:
    """Of values, of keys, and of what is not there, whatever is remembered of the text."""
    plainly = Plainly(text)
    wanted: list[tuple[At, str | None]] = [(path, None) for path in plainly.values]
    wanted += plainly.keys
    wanted += [((*path, extra), None) for path in plainly.values for extra in ("z", 9, -1)]
    wanted += [(path, "z") for path in plainly.values]
    random.shuffle(wanted)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_places, "_LONG", bounds[0])
        patch.setattr(json_places, "_BLOCK", bounds[1])
        patch.setattr(json_places, "_STEP", bounds[2])
        places = Places(text.encode())
        for path, key in wanted:
            assert places.of(path, key) == plainly.of(path, key)


@given(DOCUMENTS, st.integers(1, 3))
def test_of_members_that_stand_twice_the_first_so_many_are_told(text: str, most: int) -> None:
    """In the order of the text; what stands in the second of them is not looked at."""
    plainly = Plainly(text)
    paths = sorted({path for path, _ in plainly.twice}, key=lambda path: plainly.values[path])

    found = list(Places(text.encode()).twice(iter(paths), most))

    assert found == sorted(plainly.twice, key=lambda one: one[1])[:most]


def documents(files: str) -> Iterator[Any]:
    """The plain values of the documents in *files*."""
    for path in sorted(ROOT.glob(files)):
        with path.open("rb") as file:
            for document in formats.by_name("yaml").read(
                file, path.name, lambda finding: pytest.fail(str(finding))
            ):
                yield from document.value if isinstance(document.value, list) else [document.value]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "files",
    [
        "examples/article-*.yaml",
        pytest.param("examples/*.yaml", marks=pytest.mark.thorough),
        pytest.param("tests/suite/rules/*.yaml", marks=pytest.mark.thorough),
    ],
)
def test_every_place_of_a_document_is_found(files: str, indent: int | None) -> None:
    """Of all documents that we have."""
    count = 0
    for value in documents(files):
        text = json.dumps(value, indent=indent, ensure_ascii=False)
        plainly = Plainly(text)
        places = Places(text.encode())
        for path, place in plainly.values.items():
            assert places.of(path, None) == place
            count += 1
        for (path, key), place in plainly.keys.items():
            assert places.of(path, key) == place
    assert count > 500


# What it costs


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The length of each value that is passed over."""
    taken: list[int] = []
    value_at = json_places._value_at

    def passed(text: str, at: int) -> Any:
        value, end = value_at(text, at)
        taken.append(end - at)
        return value, end

    monkeypatch.setattr(json_places, "_value_at", passed)
    return taken


@pytest.mark.thorough
@pytest.mark.parametrize(
    "value",
    [
        {"notices": [{"kind": "rde"}] * 100_000},
        {"sources": [{"title": "x" * 2_000}] * 1_500},
        {f"unknown {number}": [number] for number in range(100_000)},
        {"extensions": {"org.example": [[["x" * 5_000] * 10] * 10] * 30}},
    ],
    ids=lambda value: next(iter(value)),
)
def test_a_thousand_places_of_a_long_text_cost_two_readings_of_it(
    value: dict[str, Any], steps: list[int]
) -> None:
    """What was passed over once is remembered, from whatever end places are asked for."""
    text = json.dumps(value)
    paths = list(Plainly(text).values) if len(text) < 2**20 else list(_paths(value))
    wanted = paths[-1000::-1][:500] + paths[-500:]
    places = Places(text.encode())

    for path in wanted:
        places.of(path, None)

    assert sum(steps) < 2 * len(text) + 1_000 * 4 * json_places._LONG
    assert len(steps) < 500_000


def _paths(value: Any) -> Iterator[At]:
    for name, part in value.items():
        yield (name,)
        if isinstance(part, list):
            yield from ((name, place) for place in range(len(part)))


@given(st.lists(SCALARS | st.just("[1,2]"), max_size=20), st.integers(1, 40), st.integers(1, 8))
def test_a_list_of_many_scalars_is_passed_over_in_runs(
    items: list[str], times: int, step: int
) -> None:
    """They are counted right, whatever stands between them."""
    text = f"[{','.join(items * times)}]"
    plainly, places = Plainly(text), Places(text.encode())

    for number in (*range(len(items) * times - 1, -1, -step), len(items) * times):
        assert places.of((number,), None) == plainly.of((number,), None)


def test_what_stands_behind_a_place_is_not_looked_at(steps: list[int]) -> None:
    """Nor is the value itself."""
    places = Places(b'{"a": 1, "b": [2, {"c": [3, 4]}, 5], "d": 6}')

    assert places.of(("b", 1, "c"), None) == (1, 25)
    assert steps == [1, 1]


def test_a_number_of_many_digits_is_passed_over() -> None:
    """Python refuses to make an integer of so many."""
    digits = "9" * 100_000

    assert Places(f'{{"a": {digits}, "b": -{digits}.{digits}, "c":\n1}}'.encode()).of(
        ("c",), None
    ) == (2, 1)


def test_a_text_can_be_asked_from_several_threads() -> None:
    """They share what is remembered."""
    text = json.dumps({"a": [{"b": place} for place in range(3_000)]}).encode()
    alone = Places(text)

    with ThreadPoolExecutor(8) as pool:
        found = list(
            pool.map(lambda place: json_places.locate(text, ("a", place, "b"), None), range(3_000))
        )

    assert found == [alone.of(("a", place, "b"), None) for place in range(3_000)]


def test_as_many_members_twice_are_placed_as_are_told() -> None:
    """A text may have millions of them."""
    text = b'{"a":1' + b',"a":1' * 10_000 + b"}"

    document = json_text.document(text, None, 1)

    assert len(document.repeated) == json_text.MOST_TWICE == MOST
