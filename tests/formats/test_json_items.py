"""Arrays of JSON: read alike in chunks of any size, and a broken item loses only itself."""

from __future__ import annotations

import io
import json
import re
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from rednotice.documents import Document, Path, TextDocument
from rednotice.findings import Finding
from rednotice.formats.json import documents as ours
from rednotice.formats.json import extent as json_extent
from rednotice.formats.json import items as json_items
from rednotice.formats.json import places as json_places
from rednotice.formats.json import text as json_text
from rednotice.formats.reading import DEEPEST, Broken

Read = Callable[[str, str | bytes], tuple[list[Any], list[tuple[str, int, int]]]]
Told = tuple[str, str, tuple[int, int] | None]

# What is read by seams and what by brackets must be the same: this one finds no seam.
NEVER = re.compile(rb"(?!)")


def read_in(
    text: bytes, chunk: int, *, seams: bool = True, largest: int = 2**26
) -> tuple[list[Document], list[Told]]:
    """The documents of *text*, read in chunks of some size, and what is told."""
    told: list[Finding] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ours, "_CHUNK", chunk)
        patch.setattr(ours, "LARGEST", largest)
        patch.setattr(json_text, "LARGEST", largest)
        if not seams:
            patch.setattr(json_items, "_GAP", NEVER)
        found = list(ours.read(io.BytesIO(text), None, told.append))
    return found, [(one.rule, one.message, one.place) for one in told]


def seen(found: tuple[list[Document], list[Told]]) -> tuple[list[Any], list[Told]]:
    """What can be compared of documents, and what is told."""
    documents, told = found
    return [(one.value, one.text, one.place(())) for one in documents], told


# What is wrong with an array, and what is read nevertheless


@pytest.mark.parametrize(
    ("text", "values", "places"),
    [
        ("[", [], [(1, 2)]),
        ("[ \n ", [], [(2, 2)]),
        ("[1", [1], [(1, 3)]),
        ("[1,", [1], [(1, 4)]),
        ('[{"a": 1}, {"b": 2}', [{"a": 1}, {"b": 2}], [(1, 20)]),
        ('[{"a": 1},\n\n  "x', [{"a": 1}], [(3, 3)]),
        ('[{"a": 1},\n{"b": 2', [{"a": 1}], [(2, 8)]),
        ('[{"a": 1},\n{"b": "\\', [{"a": 1}], [(2, 7)]),
    ],
)
def test_an_array_without_an_end_is_a_fault_where_it_breaks_off(
    read: Read, text: str, values: list[Any], places: list[tuple[int, int]]
) -> None:
    """Such as that of a file that was not written to its end."""
    assert read("json", text) == (values, [("RN001", *place) for place in places])


@pytest.mark.parametrize(
    ("text", "values", "place"),
    [
        ('[{"a": 1}\n {"b": 2}, 3]', [{"a": 1}, {"b": 2}, 3], (2, 2)),
        ("[[1][2]]", [[1], [2]], (1, 5)),
        ("[1 2, 3]", [3], (1, 4)),
        ('[1, "x" {"a": 1}, 3]', [1, 3], (1, 9)),
        ("[1,]", [1], (1, 4)),
        ("[,1]", [1], (1, 2)),
        ("[1, , 2]", [1, 2], (1, 5)),
    ],
)
def test_a_comma_too_few_or_too_many_is_a_fault_at_its_place(
    read: Read, text: str, values: list[Any], place: tuple[int, int]
) -> None:
    """Objects and lists are told apart without it, and carried."""
    assert read("json", text) == (values, [("RN001", *place)])


@pytest.mark.parametrize("text", ["[1,]", "[,1]", "[1, , 2]"])
def test_a_comma_too_many_is_to_be_taken_out(text: str) -> None:
    """Where no item stands."""
    _, told = read_in(text.encode(), 2**20)

    assert [message for _, message, _ in told] == [
        "This is not JSON. An item is missing here. Write one, or take out the comma."
    ]


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("", [True]),
        (" \n", [True]),
        ("[1,]", [True]),
        ("[1, , 2]", [True]),
        ('[{"a": 1} {"b": 2}]', [True]),
        ('[{"a": 1} x, {"b": 2}]', [True]),
        ("[1", [True]),
        ("[1] 2", [True]),
        ("[{]", [False]),
        ('[{"a": 1,}, x]', [False, False]),
        ('[{"a": 1, "a": 2},]', [True]),
        ("{", [False]),
    ],
)
def test_a_fault_between_items_is_about_none(text: str, outside: list[bool]) -> None:
    """No item is lost by it, and none is counted as refused."""
    told: list[Finding] = []
    list(ours.read(io.BytesIO(text.encode()), None, told.append))

    assert [finding.outside for finding in told] == outside


@pytest.mark.parametrize(
    ("text", "values", "place"),
    [
        ("[1]]", [1], (1, 4)),
        ("[1],", [1], (1, 4)),
        ("[1]\n[2]", [1], (2, 1)),
        ("[]x", [], (1, 3)),
        ("[1]\0\0", [1], (1, 4)),
        (b"[1]\n\xef\xbb\xbf", [1], (2, 1)),
    ],
)
def test_what_stands_behind_an_array_is_a_fault_at_its_place(
    read: Read, text: str | bytes, values: list[Any], place: tuple[int, int]
) -> None:
    """Once, whatever it is."""
    assert read("json", text) == (values, [("RN001", *place)])


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('[{"a": 1}}, {"b": 2}]', 10),
        ('[{"a": 1} x, {"b": 2}]', 11),
        ('[{"a": 1} "x, y" [1, 2], {"b": 2}]', 11),
        ('[{"a": 1}\0, {"b": 2}]', 10),
        (b'[{"a": 1}\xe9\xe9, {"b": 2}]', 10),
    ],
)
def test_what_stands_behind_an_item_is_a_fault_and_goes_to_the_comma(
    read: Read, text: str | bytes, column: int
) -> None:
    """The item itself is right, and so are those that follow."""
    assert read("json", text) == ([{"a": 1}, {"b": 2}], [("RN001", 1, column)])


def test_an_empty_array_is_no_case_and_no_fault(read: Read) -> None:
    """Nothing is what it holds."""
    assert read("json", " [ \n ] \n") == ([], [])


# One broken item


@pytest.mark.parametrize(
    ("item", "rule", "column"),
    [
        ("NaN", "RN001", 1),
        ("1e999", "RN001", 1),
        ('{"a":1,"a":1}', "RN002", 8),
        ('{"a": tru}', "RN001", 7),
        ('{"é": "ü", "😀": ?}', "RN001", 17),
        ('{"a": "\0"}', "RN001", 8),
        ('\ufeff{"a": 1}', "RN001", 1),
        ("[" * 101 + "]" * 101, "RN009", 1),
        ("[{" * 2_000 + "]" * 4_000, "RN001", 3),
        # brackets that do not match
        ('{"a": [{"b": 1}, {"c": 2}}', "RN001", 26),
        ('{"a": [1, {"b": [2}}', "RN001", 19),
        ('{"a": [1}', "RN001", 9),
        ('{"a": [1, 2}}', "RN001", 12),
        ('{"a": 1]}', "RN001", 8),
        ('{"a": [1]], "b": {}}', "RN001", 10),
        ('{"a": [}]}', "RN001", 8),
        ("}", "RN001", 1),
        # quotation marks that do not match
        ('{"a": "x, "b": "y"}', "RN001", 12),
        ('{"a": x", "b": "y"}', "RN001", 7),
        ('{"a": "x}', "RN001", 7),
        ('{"a": {"b": ["x]}}', "RN001", 14),
        ('{"a": "x\ny", "b": ["\n", "\n"]}', "RN001", 9),
    ],
)
def test_a_broken_item_loses_only_itself(read: Read, item: str, rule: str, column: int) -> None:
    """It is told of once, at its place, and those before and behind it are carried."""
    text = f'[{{"n": 1}},\n{{"n": 2}},\n{item},\n{{"n": [{{"m": 3}}]}}]'

    found = read("json", text)

    assert found == ([{"n": 1}, {"n": 2}, {"n": [{"m": 3}]}], [(rule, 3, column)])


NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False, width=32)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
OBJECTS = st.dictionaries(st.text(max_size=3), JSON, min_size=1, max_size=3)
CHUNKS = st.integers(1, 60)


@st.composite
def spelt(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> str:
    """A value as one of the ways of writing spells it."""
    return json.dumps(
        draw(values), ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 1]))
    )


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An object of which one character is wrong, and no bracket or quotation mark."""
    text = draw(spelt(OBJECTS))
    places = [at for at, char in enumerate(text) if char not in '"[]{}\\']
    at = draw(st.sampled_from(places))
    broken = text[:at] + draw(st.sampled_from(":,x?\0é")) + text[at + 1 :]
    assume(fault_of(broken) is not None)
    return broken


def fault_of(text: str) -> Broken | None:
    try:
        json_text.parse(text.encode())
    except Broken as broken:
        return broken
    return None


@given(
    items=st.lists(spelt(JSON), min_size=1, max_size=6),
    broken=damaged(),
    where=st.integers(0, 6),
    between=st.sampled_from([",", ", ", ",\n", " ,\r\n  "]),
    chunk=CHUNKS,
)
def test_wherever_a_broken_item_stands_the_others_are_carried(
    items: list[str], broken: str, where: int, between: str, chunk: int
) -> None:
    """And the fault is the one that would be found in the item alone."""
    front, behind = items[:where], items[where:]
    before = "[" + "".join(item + between for item in front)
    fault = fault_of(broken)
    assert fault is not None
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    finding = fault.finding(None, line, column)

    documents, told = read_in(f"[{between.join([*front, broken, *behind])}]".encode(), chunk)

    assert [json.dumps(one.value) for one in documents] == [
        json.dumps(json.loads(item)) for item in items
    ]
    assert told == [(finding.rule, finding.message, finding.place)]


# What cannot be told


@pytest.mark.parametrize(
    ("text", "values", "place"),
    [
        ('[{"n": 1}, {"a": {"b": 1}, {"c": 2}, {"d": 3}]', [{"n": 1}], (1, 28)),
        ('[{"n": 1}, {"b": 2 ]', [{"n": 1}], (1, 20)),
        ('[{"n": 1}, {"b": [2, {"c": 3}, {"d": 4}]', [{"n": 1}], (1, 41)),
        ('[{"n": 1}, {"a: [{"b": 2}, {"c": 3}]', [{"n": 1}], (1, 20)),
    ],
)
def test_a_lost_bracket_is_one_fault_that_says_what_was_not_read(
    text: str, values: list[Any], place: tuple[int, int]
) -> None:
    """What follows could be a part of the item, and is not taken for cases."""
    documents, told = read_in(text.encode(), 2**20)

    assert [one.value for one in documents] == values
    ((rule, message, at),) = told
    assert (rule, at) == ("RN001", place)
    assert message.endswith("so that nothing after its beginning was read as an item.")


def test_brackets_that_do_not_match_are_said_to_do_so() -> None:
    """A parser names only the first thing that it did not expect."""
    _, told = read_in(b'[{"a": [1, 2}, {"b": 3}]', 2**20)

    assert told == [
        (
            "RN001",
            (
                "This is not JSON. Close the bracket that opened last with ]."
                " The brackets of this item do not match."
            ),
            (1, 13),
        )
    ]


# Large and deep items


@pytest.mark.parametrize("chunk", [1, 7, 8, 1_000])
@pytest.mark.parametrize(
    "item",
    [
        json.dumps({"a": "x" * 20}),
        json.dumps({"a": [{"b": [[]] * 20}, "é\\" * 90]}, ensure_ascii=False),
        '{"a": ["' + "é" * 30 + '" tru}',
        '"' + "é}" * 30 + '"',
        "é" * 30,
    ],
)
def test_an_item_that_is_too_large_is_told_of_and_passed_over(item: str, chunk: int) -> None:
    """The bound is on an item, not on a file; what follows is read, and has its right place."""
    text = f'[{{"a": 1}}, {item}, {{"b": 2}}]'

    documents, told = read_in(text.encode(), chunk, largest=20)

    assert [(rule, place) for rule, _, place in told] == [("RN009", (1, 12))]
    assert [one.value for one in documents] == [{"a": 1}, {"b": 2}]
    assert documents[1].place(()) == (1, text.rindex('{"b"') + 1)


def test_an_item_that_is_too_large_and_has_no_end_says_both() -> None:
    """Nothing that follows was read."""
    _, told = read_in(b'[{"a": {"b": "' + b"x" * 50 + b'"}, {"b": 2', 8, largest=20)

    ((rule, message, place),) = told
    assert (rule, place) == ("RN009", (1, 2))
    assert "64 MiB" in message
    assert "The end of this item was not found" in message


def test_an_item_that_is_too_large_is_not_kept() -> None:
    """However large it is, no more of it is held than is read at a time."""
    text = b'[{"a": "' + b"x" * 2**22 + b'"}, {"b": 2}]'
    read_in(text, 2**14, largest=2**16)  # what is loaded once is not counted

    tracemalloc.start()
    try:
        documents, _ = read_in(text, 2**14, largest=2**16)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert [one.value for one in documents] == [{"b": 2}]
    assert peak < 2**21


@pytest.mark.parametrize(
    "item",
    [
        json.dumps([{"a": "x", "b": [1]}] * 3_000),
        json.dumps({"a": 'x\\"' * 20_000}),
        "[" * 20_000 + "]" * 20_000,
        '{"a": "' + "x\n" * 20_000 + '"',
    ],
)
def test_a_long_item_is_gone_through_once(monkeypatch: pytest.MonkeyPatch, item: str) -> None:
    """Reading on takes up where it stopped, so that the time grows with the length alone."""
    passed = 0

    def end(pattern: re.Pattern[bytes], text: bytes, at: int) -> int:
        nonlocal passed
        found = step(pattern, text, at)
        passed += found - at
        return found

    step = json_extent.end
    monkeypatch.setattr(json_extent, "end", end)
    monkeypatch.setattr(json_extent, "_FAR", 64)
    read_in(f"[{item}]".encode(), 64)

    assert passed <= 2 * len(item)


@pytest.mark.parametrize("levels", [DEEPEST + 1, 1_000, 100_000])
def test_an_item_that_is_too_deep_loses_only_itself(read: Read, levels: int) -> None:
    """Its brackets are counted, however many there are."""
    deep = "[" * levels + "]" * levels
    mixed = '{"a":[' * levels + "]}" * levels

    assert read("json", f"[1, {deep}, {mixed}, 2]") == (
        [1, 2],
        [("RN009", 1, 5), ("RN009", 1, 7 + 2 * levels)],
    )


@pytest.mark.parametrize("first", [{"a": 1}, {"a": "x" * 1_000}])
def test_an_array_is_not_held_in_memory(
    monkeypatch: pytest.MonkeyPatch, first: dict[str, Any]
) -> None:
    """The first item is there before the last was looked at, also if it is a long one."""
    monkeypatch.setattr(ours, "_CHUNK", 8)
    text = json.dumps(first).encode()
    file = io.BytesIO(b"[" + text + b', {"a": 1}' * 1_000 + b"]")
    items = ours.read(file, None, lambda _: None)

    assert next(items).value == first
    assert file.tell() < len(text) + 150


def test_a_long_item_is_held_once_when_it_is_parsed() -> None:
    """What was read of the file is let go of."""
    window = json_items.Window(io.BytesIO(b'["' + b"x" * 2**21 + b'", 1]'), 2**16)
    window.next()
    held: list[int] = []

    def document(text: bytes, _line: int, _column: int) -> Document:
        held.append(len(window.text))
        return TextDocument(None, text, json_places.locate, json_text.parse)

    long, _ = json_items.Items(window, document, 2**26, lambda *_: None)

    assert len(long.text) == 2**21 + 2
    assert held[0] < 2**21


# The same however it is read

BLANKS = st.text(" \n\t\r", max_size=3)


@given(items=st.lists(spelt(JSON), max_size=4), chunk=CHUNKS, blank=BLANKS, seams=st.booleans())
def test_an_array_holds_what_its_items_hold_one_by_one(
    items: list[str], chunk: int, blank: str, *, seams: bool
) -> None:
    """Wherever one chunk ends and the next begins, in a number, an escape or a letter of bytes."""
    between = f"{blank},{blank}"
    text = f"{blank}[{blank}{between.join(items)}{blank}]{blank}".encode()

    documents, told = read_in(text, chunk, seams=seams)

    assert [one.text.decode() for one in documents] == items
    assert [one.value for one in documents] == [json_text.parse(one.encode()) for one in items]
    assert told == []


@given(
    items=st.lists(OBJECTS, max_size=4),
    indent=st.sampled_from([None, 1]),
    chunk=CHUNKS,
    raw=st.booleans(),
)
def test_every_place_is_that_in_the_whole_text(
    items: list[Any], indent: int | None, chunk: int, *, raw: bool
) -> None:
    """Of every value and every key, in characters."""
    text = json.dumps(items, ensure_ascii=not raw, indent=indent).encode()

    documents, _ = read_in(text, chunk)

    for index, document in enumerate(documents):
        for path, key in paths(document.value):
            assert document.place(path, key) == json_places.locate(text, (index, *path), key)


def paths(value: Any, path: Path = ()) -> Iterator[tuple[Path, str | None]]:
    """Every path within *value*, and every key there."""
    yield path, None
    if isinstance(value, dict):
        for key, inner in value.items():
            yield path, key
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*path, index))


SNIPPETS = [
    *('{"Ulla": 1}', '{"a": "Ulla}, {"}', '{"é": "ü😀"}', "[1, [], {}]", '"Ulla\\\\"', "3"),
    *(
        ", ",
        ",\n",
        ",\r\n ",
        ",",
        ":",
        "[",
        "]",
        "{",
        "}",
        '"',
        "\\",
        "\n",
        " ",
        "\0",
        "x",
        "\ufeff",
    ),
]
BYTES = st.sampled_from([snippet.encode() for snippet in SNIPPETS] + [b"\xe9", b"\xc3", b"\xff"])


@given(
    head=st.sampled_from([b"[", b'[{"Ulla": 1},\n{"Ulla": 2},\n', b"", b'{"Ulla": [']),
    parts=st.lists(BYTES, max_size=12),
    chunk=CHUNKS,
    largest=st.sampled_from([5, 20, 2**26]),
    seams=st.booleans(),
    near=st.sampled_from([(128, 2**16), (3, 12), (1, 1)]),
)
# An item that has as many bytes as it may have, and is followed further before its end is known.
@example(head=b'[{""xa": 1} ,\r\n3, 4, 5]', parts=[], chunk=1, largest=10, seams=True, near=(4, 6))
# Half of a character before the end of a line, in an item that is not kept.
@example(head=b"[xxxxxxx\xc3\n, 2]", parts=[], chunk=1, largest=5, seams=True, near=(1, 1))
def test_anything_at_all_is_read_alike_in_chunks_of_any_size(  # noqa: PLR0913  # each is drawn
    head: bytes, parts: list[bytes], chunk: int, largest: int, near: tuple[int, int], *, seams: bool
) -> None:
    """By seams or brackets, with the same faults at the same places, which quote nothing."""
    text = head + b"".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_extent, "TAIL", near[0])
        patch.setattr(json_extent, "_FAR", near[1])

        found = seen(read_in(text, chunk, seams=seams, largest=largest))

        assert found == seen(read_in(text, 2**20, seams=False, largest=largest))
    assert not any("Ulla" in message for _, message, _ in found[1])


def test_items_that_are_alike_are_found_without_following_their_brackets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Which is what makes reading an array as fast as reading lines."""
    items = [{"a": count, "b": [{"a": "x"}]} for count in range(100)]
    followed = 0

    class Counted(json_extent.Extent):
        def __init__(self, at: int, *, whole: bool) -> None:
            nonlocal followed
            followed += 1
            super().__init__(at, whole=whole)

    monkeypatch.setattr(json_extent, "Extent", Counted)
    documents, _ = read_in(json.dumps(items).encode(), 2**20)

    assert [one.value for one in documents] == items
    assert followed == 2  # the first, before any seam, and the last, behind which is none
