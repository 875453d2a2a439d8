"""JSON, one value or an array: read strictly, one item at a time, each fault at its place."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rednotice
from rednotice import formats
from rednotice.findings import Finding
from rednotice.formats.json import documents as ours
from rednotice.formats.json import places as json_places
from rednotice.formats.json import slips as json_slips
from rednotice.formats.json import text as json_text
from rednotice.formats.reading import DEEPEST, Broken

Read = Callable[[str, str | bytes], tuple[list[Any], list[tuple[str, int, int]]]]


def place_of(text: str | bytes) -> tuple[str, int, int] | None:
    """Rule, line and column of what is wrong with *text*, one JSON value; None if it is right."""
    try:
        made = json_text.document(text.encode() if isinstance(text, str) else text, None, 1)
    except Broken as broken:
        return (broken.fault.id, *broken.place)
    return ("RN002", *made.repeated[0][1]) if made.repeated else None


# What is no JSON


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        (" \n ", 2, 2),
        ("{", 1, 2),
        ('{"a": 1,}', 1, 9),
        ('{"a" 1}', 1, 6),
        ('{"a": 1 "b": 2}', 1, 9),
        ("{'a': 1}", 1, 2),
        ('{"a": tru}', 1, 7),
        ('{"a": 01}', 1, 8),
        ('{"a": 1.}', 1, 8),
        ('{"a": +1}', 1, 7),
        ('{"a": "x}', 1, 7),
        ('{"a": "x\ny"}', 1, 9),
        ('{\n  "a": "\\x"\n}', 2, 9),
        ('{"a": 1}\n{"b": 2}', 2, 1),
        ('{"a": 1} x', 1, 10),
        ('// note\n{"a": 1}', 1, 1),
        ('{"é": "ü", "😀": ?}', 1, 17),
    ],
)
def test_what_is_no_json_is_a_fault_at_its_place(
    read: Read, text: str, line: int, column: int
) -> None:
    """Columns count characters, and both from 1."""
    assert read("json", text) == ([], [("RN001", line, column)])


@pytest.mark.parametrize(
    ("number", "column"), [("NaN", 7), ("Infinity", 7), ("-Infinity", 7), ("9" * 5_000, 1)]
)
def test_a_number_that_no_parser_shares_is_a_fault(read: Read, number: str, column: int) -> None:
    """What is no number of JSON, and what is out of every range, is not read as something else."""
    assert read("json", f'{{"a": {number}}}') == ([], [("RN001", 1, column)])


@pytest.mark.parametrize(
    "number",
    [
        *("1e400", "-1e400", "0.1e-500", "1e-99999999999999999999", "0.1234567890123456789012"),
        *("9007199254740993.0", "1.00000000000000000001", "0.10000000000000001", "4.9e-324"),
        *("-12345678901234567.8e-5",),
    ],
)
def test_a_number_that_would_lose_a_digit_is_a_fault_at_its_place(read: Read, number: str) -> None:
    """It is not read as another number; texts and whole numbers before it are none of its kind."""
    text = f'{{"1.00000000000000000001": "1e400",\n "a": [1, 12345678901234567890, 0.5, {number}]}}'

    assert read("json", text) == ([], [("RN001", 2, 38)])
    assert read("json", f"[1, [{number}], 2]") == ([1, 2], [("RN001", 1, 6)])


@pytest.mark.parametrize(
    "number",
    [
        *("1e308", "-0", "9" * 40, "-" + "9" * 30, "1E5", "-0.0", "0e5", "0." + "0" * 40),
        *("0.30000000000000004", "5e-324", "1.7976931348623157e308", "1." + "0" * 40, "1e22"),
        "123456789012345.6",
    ],
)
def test_a_number_of_json_is_read(read: Read, number: str) -> None:
    """Whether it is within our bounds is asked by the gate."""
    assert read("json", f'{{"a": {number}}}') == ([{"a": json.loads(number)}], [])


@pytest.mark.parametrize("half", ["\\ud800", "\\udc00", "\\ud800x", "\\ud800\\u0041"])
def test_half_a_character_is_a_fault(read: Read, half: str) -> None:
    """A lone surrogate cannot be written as UTF-8, so that it could not be kept."""
    assert read("json", f'{{"a": "{half}"}}') == ([], [("RN001", 1, 8)])


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"a":\n "é"}'.encode("latin-1"), 2, 3),
        ('{"a": "é"}'.encode("utf-16"), 1, 1),
        ('{"a": "é"}'.encode("utf-16-le"), 1, 1),
        (' [{"a": 1}, 2]'.encode("utf-16-be"), 1, 1),
        ('[{"a": 1}, 2]'.encode("utf-16"), 1, 1),
        ('[{"a": 1}, 2]'.encode("utf-16-le"), 1, 1),
        ('[{"a": 1}, 2]'.encode("utf-32-le"), 1, 1),
        (b'{"a": "\xed\xa0\x80"}', 1, 8),
        (b'{"\xc3\xa9": "\xc3"}', 1, 8),
        (b'[\n{"a": "\xe9"}]', 2, 8),
        (b"[\n\xe9]", 2, 1),
        (b"[1, 2\xe9]", 1, 6),
        (b"[1]\xe9", 1, 4),
        (b'["\xc3', 1, 3),
    ],
)
def test_what_is_not_utf8_is_a_fault_at_its_place(
    read: Read, text: bytes, line: int, column: int
) -> None:
    """Latin-1 and UTF-16 are found where they begin to be so."""
    assert read("json", text)[1] == [("RN001", line, column)]


def test_a_mark_of_byte_order_is_passed_over(read: Read) -> None:
    """Some editors write one; it takes up no column."""
    for text in (b'{"a": 1}', b'[{"a": 1}]'):
        assert read("json", codecs.BOM_UTF8 + text) == ([{"a": 1}], [])
    assert read("json", codecs.BOM_UTF8 + b"{a}") == ([], [("RN001", 1, 2)])


def test_ends_of_lines_of_other_systems_are_lines(read: Read) -> None:
    """A carriage return before the end of a line takes up no line of its own."""
    assert read("json", '{\r\n"a": 1,\r\n"b" 2\r\n}') == ([], [("RN001", 3, 5)])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1,}', "Take out the comma before the closing bracket."),
        ("[[1, 2,]]", "Take out the comma before the closing bracket."),
        ('{"a": [1, 2}', "Close the bracket that opened last with ]."),
        ('{"a": 1 "b": 2}', "Put a comma between two members."),
        ("{“a”: 1}", 'Write straight quotation marks, like "this", in the place of curly ones.'),
        ('{"a": “x”}', 'Write straight quotation marks, like "this", in the place of curly ones.'),
        ('{"a"：1}', "Write an ordinary colon. This is a full-width colon."),
        ("a: 1\nb: 2\n", "It looks like YAML. Name the file .yaml."),
        ("---\na: 1\n", "It looks like YAML. Name the file .yaml."),
        ('{"a": "x"\n b: 2}', "Put a comma between two members."),
        (
            '{"a": "He "x" y"}',
            'Text follows a closing quotation mark. Write marks within a text as \\".',
        ),
        (
            '["He "x" y"]',
            'Text follows a closing quotation mark. Write marks within a text as \\".',
        ),
        (
            '{"He "x": 1}',
            'Text follows a closing quotation mark. Write marks within a text as \\".',
        ),
        ('{"a": [1 2]}', "Put a comma between two items."),
        ('{"a" 1}', "Put a colon between the name of the member and its value."),
        ('{"a"}', "Put a colon between the name of the member and its value."),
        ("{a: 1}", "Write the name of the member in double quotation marks."),
        ('{"a": 1', "The text ends within an object. Close it with }."),
        ('{"a": [', "The text ends within a list. Close it with ]."),
        ('{"a": ', "The text ends within an object. Close it with }."),
        ("""{"a": 'x'}""", 'Put texts in double quotation marks, like "this".'),
        ('{"a": x}', "Put a text in double quotation marks."),
        ('{"a": True}', "Write true or false in small letters, and leave out what is unknown."),
        ('{"a": nullx}', "Put a text in double quotation marks."),
        ('{"a": NaN}', "JSON has no NaN and no Infinity. Leave the member out."),
        ('{"a": 01}', "Write a number like 12, 0.5 or -1e3. Put it in quotes if it is text."),
        ('{"a": 1.2.3}', "Write a number like 12, 0.5 or -1e3. Put it in quotes if it is text."),
        ('{"a": 2021-06}', "Write a number like 12, 0.5 or -1e3. Put it in quotes if it is text."),
        ('{"a": -}', "Write a number like 12, 0.5 or -1e3. Put it in quotes if it is text."),
        ('{"a": .5}', "Write a number like 12, 0.5 or -1e3. Put it in quotes if it is text."),
        ('{"a": }', "A value is missing before the closing bracket. Add it."),
        ('{"a": [1, , 2]}', "A value is missing before the comma. Add it, or take the comma out."),
        (
            '{"a": 1} {}',
            "The text goes on after its value. Write several values as an array: [1, 2].",
        ),
        ('{"a": // x\n1}', "JSON has no comments. Take it out."),
        ('{"a": "x}', "A quotation mark opens here and is not closed. Close it."),
        ('{"a": "x\\', "A quotation mark opens here and is not closed. Close it."),
        ('{"a": "x\n"}', "A text must end on its line. Close it, or write a line break as \\n."),
        ('{"a": "x\ty"}', "A control character must be an escape. Write a tab as \\t."),
        ('{"a": "C:\\Users"}', "Write two backslashes for one."),
        ('{"a": ?}', "Write a value here: a text in double quotation marks, a number, a list."),
    ],
)
def test_what_is_wrong_with_json_is_said_in_words_of_our_own(text: str, said: str) -> None:
    """The same in every version of Python, and what to do about it."""
    with pytest.raises(Broken) as raised:
        json_text.parse(text.encode())

    assert raised.value.message == f"This is not JSON. {said}"


def test_no_text_ends_before_it_begins() -> None:
    """A value is due, and there is none."""
    with pytest.raises(Broken, match="A value is missing"):
        json_text.parse(b" ")


@given(
    st.lists(
        st.sampled_from(
            [*'{}[]:,"\\ \n0123-+.eEtrufalsn/', '"a"', "true", "null", "1.5", "\\u00e9"]
        ),
        max_size=12,
    ).map("".join)
)
def test_a_slip_is_found_if_and_only_if_there_is_one(text: str) -> None:
    """As Python's own parser has it, whose words are not ours."""
    try:
        json.loads(text, parse_constant=lambda _: 1 / 0)
        right = True
    except (ValueError, ZeroDivisionError):
        right = False

    assert (json_slips.explained(text) is None) == right


@pytest.mark.parametrize(
    ("name", "text"),
    [("json", b"{"), ("json", b"[{]"), ("jsonl", b"{"), ("yaml", b"a: [")],
)
def test_what_a_listener_raises_is_raised_alone(name: str, text: bytes) -> None:
    """Without our own exception before it, which is no affair of whoever reads the traceback."""

    def refuse(_finding: Finding) -> None:
        raise LookupError

    with pytest.raises(LookupError) as raised:
        list(formats.by_name(name).read(io.BytesIO(text), None, refuse))

    assert raised.value.__context__ is None


# What JSON says twice


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"a": 1, "a": 1}', 1, 10),
        ('{"a": 1,\n "b": 2,\n "a": 3}', 3, 2),
        ('{"a": 1, "\\u0061": 2}', 1, 10),
        ('{"\\u0061": 1, "a": 2}', 1, 15),
        ('{"x": "\\"a\\": 1", "a": 1, "a": 2}', 1, 27),
        ('{"a": {"a": {"b": 1, "c": 1, "b": 1}}}', 1, 30),
        ('{"a": {"b": 1}, "b": {"b": 1, "b": 2}}', 1, 31),
        ('{"a": [{"a": 1}, {"a": 1, "a": 2}]}', 1, 27),
        ('{"": 1, "": 2}', 1, 9),
        ('{"\\"": 1, "\\u0022": 2}', 1, 11),
        ('{"é": 1, "\\u00e9": 2}', 1, 10),
        ('{"a": "\\u0022", "a": 2}', 1, 17),
        ('[{"b": 1},\n {"a": 1, "a": 2}]', 2, 11),
    ],
)
def test_a_member_that_stands_twice_is_a_fault_at_the_second(
    read: Read, text: str, line: int, column: int
) -> None:
    """Also if one of the two is spelt with escapes; in an array the other items are carried."""
    values, faults = read("json", text)

    assert faults == [("RN002", line, column)]
    assert values == ([{"b": 1}] if text.startswith("[") else [])


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "\\"a\\": 1, \\"a\\": 2"}',
        '{"a": {"a": 1}, "b": {"a": 1}}',
        '{"a": "\\u0022a\\u0022", "b": "\\\\", "c": "\\\\\\""}',
        '{"a": ["a", "a"], "A": "a"}',
        '{"a": "{", "b": "}", "c": "[{\\"a\\":"}',
    ],
)
def test_what_only_looks_like_a_repeated_member_is_none(read: Read, text: str) -> None:
    """Texts may hold anything, and different objects the same members."""
    assert read("json", text) == ([json.loads(text)], [])


@pytest.mark.parametrize("name", ["json", "jsonl", "yaml"])
def test_a_member_that_stands_twice_is_to_be_kept_once(name: str) -> None:
    """The message says what to do, and not which member."""
    with pytest.raises(rednotice.Unreadable) as refused:
        rednotice.loads(b'{"a": 1, "a": 2}', format=name)

    message = "This member stands twice in its object. Keep one of the two."
    assert [finding.message for finding in refused.value.findings] == [message]


@pytest.mark.parametrize("name", ["json", "jsonl", "yaml"])
def test_a_member_that_stands_twice_hides_no_other_fault(name: str) -> None:
    """Its first value counts, and of what stands in the second nothing more is said."""
    text = (
        '{"rednotice":"1.0","id":"c-1","subjects":[{"label":1,"label":{"a":1,"a":2}}],'
        '"x":1,"sources":[{"title":"T"}],"sources":[{"title":"T","title":"U"}]}'
    )
    with pytest.raises(rednotice.Unreadable) as refused:
        rednotice.loads(text.encode(), format=name)

    found = [(finding.rule, finding.pointer) for finding in refused.value.findings]
    assert found == [
        ("RN002", "/subjects/0"),
        ("RN002", ""),
        ("RN006", "/subjects/0/label"),
        ("RN005", ""),
    ]
    assert all(finding.case == "c-1" for finding in refused.value.findings)


KEYS = st.sampled_from(["a", "b", '"', "\\", "é", "a\n", "u0022"])
PAIRS = st.recursive(
    st.sampled_from(["1", '"a"', '"\\u0022"', '"\\\\"', "null"]),
    lambda inner: st.lists(st.tuples(KEYS, st.booleans(), inner), max_size=3).map(
        lambda pairs: "{" + ",".join(f"{spelt(*pair)}:{pair[2]}" for pair in pairs) + "}"
    ),
    max_leaves=8,
)


def spelt(key: str, escaped: bool, _value: str) -> str:  # noqa: FBT001  # drawn as a pair
    letters = "".join(f"\\u{ord(char):04x}" for char in key)
    return f'"{letters}"' if escaped else json.dumps(key)


@given(PAIRS)
def test_a_repeated_member_is_found_if_and_only_if_there_is_one(text: str) -> None:
    """The quick way of looking for them misses none and suspects none."""
    repeated = False

    def look(pairs: list[tuple[str, Any]]) -> None:
        nonlocal repeated
        repeated |= len(dict(pairs)) < len(pairs)

    json.loads(text, object_pairs_hook=look)
    fault = place_of(text)

    assert (fault is not None) == repeated
    if fault is not None:
        rule, line, column = fault
        assert (rule, line) == ("RN002", 1)
        assert isinstance(json.JSONDecoder().raw_decode(text, column - 1)[0], str)


# What JSON says too much of


def nested(levels: int) -> str:
    return '{"a":' + "[" * (levels - 1) + "]" * (levels - 1) + "}"


@pytest.mark.parametrize("levels", [DEEPEST + 1, 500, 990, 10_000, 100_000])
def test_what_is_too_deep_is_a_fault_and_no_crash(read: Read, levels: int) -> None:
    """A hostile file is told of like any other."""
    assert read("json", nested(levels)) == ([], [("RN009", 1, 1)])
    assert read("json", f"[{nested(levels)}, 1]")[1][0] == ("RN009", 1, 2)
    assert read("json", '{"a":1,"a":' * levels + "1" + "}" * levels) == ([], [("RN009", 1, 1)])


@pytest.mark.parametrize("around", ['["]", X, "["]', '["", X, ""]', r'["\"]", X, "\"[\""]'])
def test_brackets_in_strings_hide_no_level(read: Read, around: str) -> None:
    """Levels are told by the brackets of lists and objects alone."""
    deep = "1"
    for _ in range(DEEPEST + 1):
        deep = around.replace("X", deep)

    assert read("json", f'{{"a": {deep}}}') == ([], [("RN009", 1, 1)])


def test_the_deepest_document_is_read(read: Read) -> None:
    """Brackets within texts are no levels."""
    deepest = nested(DEEPEST)

    assert read("json", deepest) == ([json.loads(deepest)], [])
    assert read("json", json.dumps({"a": "[{" * 200})) == ([{"a": "[{" * 200}], [])


def test_what_is_too_large_is_a_fault(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound is on a document."""
    monkeypatch.setattr(ours, "_CHUNK", 8)
    monkeypatch.setattr(ours, "LARGEST", 20)
    monkeypatch.setattr(json_text, "LARGEST", 20)

    assert read("json", json.dumps({"a": "x" * 20})) == ([], [("RN009", 1, 1)])
    assert read("json", '{"a": "xxxxxxxxxxx"}') == ([{"a": "x" * 11}], [])


def test_blank_lines_in_front_of_a_document_are_counted(read: Read) -> None:
    """They belong to the file, and not to the document."""
    assert read("json", '\n\n  {"a": }') == ([], [("RN001", 3, 9)])


# Where things stand


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), None, (1, 2)),
        (("a",), None, (1, 7)),
        (("a", 1), None, (2, 3)),
        (("a", 1, "é"), None, (2, 8)),
        ((), "a", (1, 3)),
        (("a", 1), "é", (2, 4)),
        (("b",), None, (3, 17)),
        ((), "b", (3, 3)),
        (("a", 7), None, (1, 7)),
        (("b", "c"), None, (3, 17)),
        ((), "c", (1, 2)),
    ],
)
def test_a_place_is_found_by_its_path(
    path: tuple[str | int, ...], key: str | None, place: tuple[int, int]
) -> None:
    """The value, or the key of a member; where there is none, what is nearest to it."""
    text = ' {"a":[0,\n  {"é":"[1, {"}],\n  "\\u0062"    : "}\\\\" }'.encode()

    assert json_places.locate(text, path, key) == place


# Writing


def written(objects: list[Any]) -> str:
    file = io.BytesIO()
    ours.write(iter(objects), file)
    return file.getvalue().decode()


def test_one_is_written_as_itself_and_several_as_an_array() -> None:
    """Laid out for people, with two spaces a level and a line at the end."""
    assert written([]) == "[]\n"
    assert written([{"a": [1, "é"]}]) == '{\n  "a": [\n    1,\n    "é"\n  ]\n}\n'
    assert written([{"a": 1}, {"b": 2}]) == '[\n{\n  "a": 1\n},\n{\n  "b": 2\n}\n]\n'


KEPT = ["123456789012345.1", "1e299", "12345e-290", "123456789012345e1", "0.1e5", "-0.000001e-99"]
LOST = ["1234567890.1234567890", "12345678901234567e1", "1e999", "1e-400", "1.00000000000000001e5"]


def many(numeral: str) -> bytes:
    """More than a MiB of numbers, and *numeral* as the last."""
    return f"[{'0.5,' * 300_000}{numeral}]".encode()


@pytest.mark.parametrize("numeral", KEPT)
def test_a_number_that_keeps_its_digits_is_read_among_many(numeral: str) -> None:
    """By the faster of two decoders."""
    assert json_text.parse(many(numeral))[-1] == json_text.parse(f"[{numeral}]".encode())[0]


@pytest.mark.parametrize("numeral", LOST)
def test_a_number_that_would_lose_digits_is_refused_among_many(numeral: str) -> None:
    """As it is where it stands alone."""
    alone = said(f"[{numeral}]".encode())

    assert said(many(numeral)) == alone
    assert alone


def said(text: bytes) -> str:
    """Why *text* is refused; empty if it is read."""
    try:
        json_text.parse(text)
    except Broken as broken:
        return broken.message
    return ""
