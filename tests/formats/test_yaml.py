"""YAML by JSON's grammar: what was typed stays what it is, and nothing beyond JSON gets in."""

from __future__ import annotations

import codecs
import io
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rednotice.findings import Finding
from rednotice.formats.reading import DEEPEST
from rednotice.formats.yaml import documents as ours
from rednotice.formats.yaml import stream
from rednotice.formats.yaml import text as yaml_text

Read = Callable[[str, str | bytes], tuple[list[Any], list[tuple[str, int, int]]]]


@pytest.fixture(name="engine", params=["C", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Either of PyYAML's parsers; which there is depends on how it was built."""
    name = str(request.param)
    loader = yaml.SafeLoader if name == "Python" else getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    monkeypatch.setattr(yaml_text, "_Loader", loader)
    yaml_text._composed.cache_clear()
    return name


every_engine = pytest.mark.usefixtures("engine")


# What a plain scalar is


@every_engine
@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("true", True), ("false", False), ("null", None), ("", None)),
        *(("0", 0), ("-1", -1), ("12", 12), ("-0", 0), ("1.50", 1.5), ("1e5", 100_000.0)),
        *(("2E-1", 0.2), ("-1.5e+3", -1500.0), ("2021", 2021), ("9007199254740993", 2**53 + 1)),
    ],
)
def test_a_plain_scalar_of_json_is_what_json_says(read: Read, text: str, value: Any) -> None:
    """Nothing else is a number, a truth value or nothing."""
    (found,), faults = read("yaml", f"a: {text}\n")

    assert faults == []
    assert found == {"a": value}
    assert type(found["a"]) is type(value)


@every_engine
@pytest.mark.parametrize(
    "text",
    [
        *("NO", "no", "yes", "on", "off", "y", "n", "True", "TRUE", "False", "Null", "NULL", "~"),
        *("2021-07-31", "2021-07-31T12:00:00Z", "2021-06", "0701", "00", "-01", "+1", "1.", ".5"),
        *("0x1F", "0o17", "017", "1_000", "12:30:45", "1e", "1e400x", ".inf", ".nan", "=", "<<"),
        *(
            "x y  z",
            "a:b",
            "a#b",
            "truer",
            "nullx",
            "1a",
            "-x",
            "1,5",
            "3/4",
            "12345678901234567890a",
        ),
    ],
)
def test_every_other_plain_scalar_is_the_text_that_was_typed(read: Read, text: str) -> None:
    """A country stays a country, a date a date, and a file number keeps its nought."""
    assert read("yaml", f"a: {text}\n") == ([{"a": text}], [])


@every_engine
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("'2021'", "2021"),
        ('"true"', "true"),
        ("'it''s'", "it's"),
        ('"\\u00e9\\t\\x41"', "é\tA"),
        ("|\n  1\n  2\n", "1\n2\n"),
        ("|-\n  null\n", "null"),
        (">\n  1\n  2\n", "1 2\n"),
        ('""', ""),
        ("one\n  two", "one two"),
    ],
)
def test_what_is_quoted_or_a_block_is_text(read: Read, text: str, value: str) -> None:
    """Quotation marks say so."""
    assert read("yaml", f"a: {text}") == ([{"a": value}], [])


@every_engine
@pytest.mark.parametrize(
    "text",
    [
        *("1e400", "-1e999", "12345678901234567890", "-" + "9" * 5_000, "0.1e-500"),
        *("0.1234567890123456789012", "9007199254740993.0", "0.10000000000000001", "4.9e-324"),
    ],
)
def test_a_number_that_no_parser_shares_is_a_fault(read: Read, text: str) -> None:
    """It is neither made a text nor infinity."""
    assert read("yaml", f"b: 1\na: {text}") == ([], [("RN001", 2, 4)])


@every_engine
def test_keys_are_texts_whatever_they_look_like(read: Read) -> None:
    """As in JSON."""
    assert read("yaml", "1: a\ntrue: b\n2021-07-31: c\n~: d\n'x y': e\n") == (
        [{"1": "a", "true": "b", "2021-07-31": "c", "~": "d", "x y": "e"}],
        [],
    )


# What goes beyond JSON


@every_engine
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: !!str 1", 1, 4),
        ("a: 1\nb: !x {c: 1}", 2, 4),
        ("!!map\na: 1", 1, 1),
        ("a: [1, ! 2]", 1, 8),
        ("!!python/object/apply:os.getcwd []", 1, 1),
        ("? [a]\n: b", 1, 3),
        ("? {a: 1}\n: b", 1, 3),
        ("{[a]: 1}", 1, 2),
        ("!!str a: 1", 1, 1),
        ("a: &x y\n*x : 1", 2, 1),
    ],
)
def test_tags_and_keys_that_are_no_text_are_faults(
    read: Read, text: str, line: int, column: int
) -> None:
    """Every case can be written in JSON as well."""
    assert read("yaml", text) == ([], [("RN010", line, column)])


@every_engine
def test_a_merge_key_is_a_key(read: Read) -> None:
    """It copies nothing in, and is then a member that nobody knows."""
    assert read("yaml", "a: &a {b: 1}\nc:\n  <<: *a\n  d: 2\n") == (
        [{"a": {"b": 1}, "c": {"<<": {"b": 1}, "d": 2}}],
        [],
    )


@every_engine
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1),
        ("{a: 1, a: 2}", 1, 8),
        ("x:\n- b: 1\n  b: 1\n", 3, 3),
        ("\"a\": 1\n'a': 2\n", 2, 1),
        ('"\\u0061": 1\na: 2\n', 2, 1),
        ("1: a\n'1': b\n", 2, 1),
        ("<<: {}\n<<: {}\n", 2, 1),
    ],
)
def test_a_member_that_stands_twice_is_a_fault_at_the_second(
    read: Read, text: str, line: int, column: int
) -> None:
    """However it is quoted."""
    assert read("yaml", text) == ([], [("RN002", line, column)])


# Anchors


@every_engine
def test_an_anchor_repeats_a_value(read: Read) -> None:
    """Of any kind, as often as it is named, and anew for another of its name."""
    text = "a: &x {b: [1]}\nc: *x\nd: &x 2\ne: [*x, *x]\nf: &y\ng: *y\n"

    assert read("yaml", text) == (
        [{"a": {"b": [1]}, "c": {"b": [1]}, "d": 2, "e": [2, 2], "f": None, "g": None}],
        [],
    )


@every_engine
@pytest.mark.parametrize("text", ["a: *x\n", "a: [1, *x]\nb: &x 1\n", "- &x [*x]\n", "&x {a: *x}"])
def test_an_anchor_stands_before_it_is_named(read: Read, text: str) -> None:
    """Nor is a value a part of itself."""
    values, faults = read("yaml", text)

    assert values == []
    assert [rule for rule, _, _ in faults] == ["RN001"]


@every_engine
def test_anchors_do_not_last_beyond_their_document(read: Read) -> None:
    """Each document is read by itself."""
    assert read("yaml", "a: &x 1\n---\nb: *x\n") == ([{"a": 1}], [("RN001", 3, 4)])


@every_engine
def test_what_anchors_repeat_has_a_bound(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts values, and the alias that exceeds it is the place."""
    monkeypatch.setattr(yaml_text, "MOST_REPEATED", 8)
    text = "a: &x [1, 2, 3]\nb: *x\nc: *x\n"

    assert read("yaml", text)[1] == []
    assert read("yaml", f"{text}d: *x\n") == ([], [("RN009", 4, 4)])


@every_engine
def test_a_billion_laughs_are_a_fault(read: Read) -> None:
    """Lists of lists of lists are counted before they are there."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 12):
        names = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{names}]")

    values, faults = read("yaml", "\n".join(lines))

    assert values == []
    assert [(rule, line) for rule, line, _ in faults] == [("RN009", 4)]


@every_engine
def test_anchors_do_not_go_deeper_than_a_document_may(read: Read) -> None:
    """Levels that an alias brings along count as if they were written there."""
    chain = ["a0: &a0 " + "[" * 60 + "]" * 60, "a1: &a1 " + "[" * 60 + "*a0" + "]" * 60]

    assert read("yaml", "\n".join(chain)) == ([], [("RN009", 2, 69)])
    assert read("yaml", "a: &a [[]]\nb: [*a]\n") == ([{"a": [[]], "b": [[[]]]}], [])


# Depth and size


@every_engine
@pytest.mark.parametrize("levels", [DEEPEST + 1, 500])
def test_what_is_too_deep_is_a_fault(read: Read, levels: int) -> None:
    """In flow and in block style alike, at the first level too many."""
    assert read("yaml", "[" * levels + "]" * levels) == ([], [("RN009", 1, DEEPEST + 1)])
    assert read("yaml", "- " * levels + "x") == ([], [("RN009", 1, 2 * DEEPEST + 1)])


@pytest.mark.parametrize("text", ["[" * 10_000, "- " * 10_000, '{"a":' * 10_000, "{" * 10_000])
def test_a_hostile_depth_is_a_fault_and_no_crash(read: Read, text: str) -> None:
    """The parser's own bound is one of ours."""
    values, faults = read("yaml", text)

    assert values == []
    assert [rule for rule, _, _ in faults] == ["RN009"]


@every_engine
def test_the_deepest_document_is_read(read: Read) -> None:
    """As deep as JSON's, and a text in it is no level."""
    (value,), faults = read("yaml", "a: " + "[" * (DEEPEST - 1) + "x" + "]" * (DEEPEST - 1))

    assert faults == []
    assert str(value).count("[") == DEEPEST - 1


LINES = st.sampled_from(
    (
        "---",
        "...",
        "--- a",
        "---a",
        " ---",
        "# c",
        "%YAML 1.2",
        "a: 1",
        "",
        "\ufeff",
        "--- # c",
        "\r",
    )
)


@given(st.lists(LINES, max_size=12), st.integers(1, 12), st.sampled_from(("\n", "\r\n")))
def test_documents_do_not_depend_on_the_parts_that_are_read(
    lines: list[str], size: int, end: str
) -> None:
    """A part ends where a line does, and a document may begin with any line."""
    text = end.join(lines).encode()
    whole = list(stream.texts(io.BytesIO(text)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream, "_PART", size)
        assert list(stream.texts(io.BytesIO(text))) == whole
    assert b"".join(part for _, part, _ in whole) == text.removeprefix(codecs.BOM_UTF8)


def test_a_document_that_is_too_large_is_told_of_and_passed_over(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not held in memory, and the next one is read."""
    monkeypatch.setattr(stream, "LARGEST", 20)

    assert read("yaml", "a: 1\n---\n" + "b: 1\n" * 20 + "---\nc: 1\n") == (
        [{"a": 1}, {"c": 1}],
        [("RN009", 2, 1)],
    )


# Several documents


@every_engine
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", []),
        ("\n\n", []),
        ("# nothing\n", []),
        ("---\n", []),
        ("---\n---\n# nothing\n---\n...\n", []),
        ("a: 1\n---\nb: 2\n", [{"a": 1}, {"b": 2}]),
        ("--- {a: 1}\n--- {b: 2}\n", [{"a": 1}, {"b": 2}]),
        ("---\na: 1\n...\n---\nb: 2\n...\n", [{"a": 1}, {"b": 2}]),
        ("a: 1\n...\nb: 2\n", [{"a": 1}, {"b": 2}]),
        ("a: 1\n... # end\n# next\n---\nb: 2\n", [{"a": 1}, {"b": 2}]),
        ("--- # first\na: 1\n--- \nb: 2", [{"a": 1}, {"b": 2}]),
        ("---\r\na: 1\r\n---\r\nb: 2\r\n", [{"a": 1}, {"b": 2}]),
        ("%YAML 1.2\n---\na: 1\n", [{"a": 1}]),
        ("# c\n%YAML 1.1\n# c\n---\na: 1\n...\n%YAML 1.1\n---\nb: 2\n", [{"a": 1}, {"b": 2}]),
        ("a: |\n  x\n  ---\n  y\n---\nb: 2\n", [{"a": "x\n---\ny\n"}, {"b": 2}]),
        ("a: |\n  x\n ...\nb: 2\n", None),
        ("a: '---'\nb: --- x\n---x: 1\n", [{"a": "---", "b": "--- x", "---x": 1}]),
        ("- 1\n- 2\n", [[1, 2]]),
        ("null\n--- ''\n--- x\n", [None, "", "x"]),
    ],
)
def test_several_documents_are_told_apart(read: Read, text: str, values: list[Any] | None) -> None:
    """A mark begins a line; comments and empty documents are no cases and no faults."""
    if values is None:
        assert [rule for rule, _, _ in read("yaml", text)[1]] == ["RN001"]
    else:
        assert read("yaml", text) == (values, [])


@every_engine
def test_a_broken_document_harms_no_other(read: Read) -> None:
    """The places are the file's."""
    text = "a: 1\n---\nb: [\n---\nc: 1\nc: 2\n---\nd: !x 1\n---\ne: 5\n"
    values, faults = read("yaml", text)

    assert values == [{"a": 1}, {"e": 5}]
    assert [(rule, line) for rule, line, _ in faults if rule != "RN001"] == [
        ("RN002", 6),
        ("RN010", 8),
    ]
    assert [rule for rule, _, _ in faults] == ["RN001", "RN002", "RN010"]


@every_engine
def test_a_mark_within_quotes_ends_the_document_all_the_same(read: Read) -> None:
    """So says the specification, and both halves are told of or carried as they are."""
    values, faults = read("yaml", 'a: "x\n--- y"\n')

    assert [rule for rule, _, _ in faults] == ["RN001"]
    assert values == ['y"']


# Texts that are broken


@every_engine
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\ta: 1", 1),
        ("a: 1\n\tb: 2", 2),
        ("a: [1, 2", 1),
        ("a: b: c", 1),
        ("a: 'x", 1),
        ('a: "\\q"', 1),
        ('a: "\\ud800"', 1),
        ('"\\udfff": 1', 1),
        ("a: @x", 1),
        ("a: `x", 1),
        ("- a\nb: 1", 2),
        ("a: 1\n b: 2", 2),
        ("%YAML 3.0\n---\na: 1", 1),
    ],
)
def test_what_is_no_yaml_is_a_fault_near_its_place(read: Read, text: str, line: int) -> None:
    """Where the parser stumbles, at the line or where the text ends."""
    values, faults = read("yaml", text)

    assert values == []
    assert [rule for rule, _, _ in faults] == ["RN001"]
    assert line <= faults[0][1] <= line + 1


@every_engine
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb: \x00", 2, 4),
        ('a: "\x07"', 1, 5),
        ('a: "\x7f"', 1, 5),
        ('a: "é\ufffe"', 1, 6),
        ('a: "x\x85y"', 1, 6),
        ("a: x\u2028b: y", 1, 5),
        ("# \u2029", 1, 3),
        ('"a": 1\n---\nb: \x1b', 3, 4),
    ],
)
def test_a_character_that_yaml_reads_as_something_else_is_a_fault(
    read: Read, text: str, line: int, column: int
) -> None:
    """Control characters, and ends of lines that no editor shows, are written as escapes."""
    assert read("yaml", text)[1] == [("RN001", line, column)]


@every_engine
def test_an_escape_may_stand_for_any_character(read: Read) -> None:
    """In double quotes."""
    text = r'a: "\x00\x07\x85\u2028\uFEFF\U0001F600\N\L\P"'

    assert read("yaml", text)[0] == [{"a": "\x00\x07\x85\u2028\ufeff\U0001f600\x85\u2028\u2029"}]


@every_engine
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb: é".encode("latin-1"), 2, 4),
        ("a: é".encode("utf-16"), 1, 1),
        ("a: é\n---\nb: 1\n".encode("utf-16-le"), 1, 1),
        ("a: é\n---\nb: 1\n".encode("utf-16-be"), 1, 1),
        ("a: é".encode("utf-32-be"), 1, 1),
        (b"a: 1\n---\nb: \xc3\xa9\xff", 3, 5),
    ],
)
def test_what_is_not_utf8_is_a_fault_at_its_place(
    read: Read, text: bytes, line: int, column: int
) -> None:
    """YAML would allow UTF-16; this reader takes one encoding in every format."""
    assert read("yaml", text)[1] == [("RN001", line, column)]


@every_engine
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "latin-1"])
def test_what_is_not_utf8_is_to_be_saved_as_utf8(encoding: str) -> None:
    """Nobody looks for a control character that no editor shows."""
    told: list[Finding] = []
    list(ours.read(io.BytesIO("a: é".encode(encoding)), None, told.append))

    assert [finding.message for finding in told] == ["The file is not in UTF-8. Save it as UTF-8."]


@every_engine
def test_a_mark_of_byte_order_is_passed_over(read: Read) -> None:
    """Some editors write one; it takes up no column."""
    assert read("yaml", codecs.BOM_UTF8 + b"a: 1\na: 2\n") == ([], [("RN002", 2, 1)])
    assert read("yaml", codecs.BOM_UTF8 + b"{a: 1, a: 2}") == ([], [("RN002", 1, 8)])


@every_engine
@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("a: 1\nb: He said: no\n", 2, 11, "Put a text that has a colon in it in quotes"),
        ("a: 1\n  b: 2\n", 2, 4, "align the line with the one above"),
        ('a: "x": y\n', 1, 7, "Put a text that has a colon in it in quotes"),
        ("a:\n\tb: 1\n", 2, 1, "Indent with spaces, not tabs"),
        ("a:\n  b: 1\n\tc: 1\n", 3, 1, "Indent with spaces, not tabs"),
        ("a: |\n\tx\n", 2, 1, "Indent with spaces, not tabs"),
        ('a: 1\nb: "x\nc: 2\n', 2, 4, "A quotation mark opens here and is not closed"),
        ("a: 1\nb: 'x\n\nc: 2\n", 2, 4, "A quotation mark opens here and is not closed"),
        ("b: 'x\n---\n", 1, 4, "A quotation mark opens here and is not closed"),
        ("a: 1\n----\nb: 2\n", 2, 1, "Write three dashes, ---, on a line between two cases"),
        ("a: 1\n—\nb: 2\n", 2, 1, "Write three dashes, ---, on a line between two cases"),
        ("a:\n-b: 1\n  c: 2\n", 2, 1, "Put a blank after the dash, which begins an item"),
        ("a:\n- b： 1\n  c: 2\n", 2, 4, "This is a full-width colon"),
        ("a: 1\nb:\u00a02\nc: 3\n", 2, 3, "Put an ordinary blank after the colon"),
        ("a: 1\nb： 2\nc: 3\n", 2, 2, "This is a full-width colon"),
        ("a: 1\nb = 2\nc: 3\n", 2, 3, "Put a colon and a blank after the name"),
        ("a:\n  b: 1\n \u3000c: 2\n", 3, 2, "A blank of another kind stands here"),
        ("a: 'it's'\n", 1, 8, "or put the whole text in double quotation marks"),
        ("a: ['it's']\n", 1, 9, "or put the whole text in double quotation marks"),
        ('a: "x\nb: "y"\n', 2, 5, "A quotation mark that opens in a line above closes here"),
        (
            'a: "x "y" z"\n',
            1,
            8,
            'Write marks within a text as \\", or put the whole text in single',
        ),
        ('a: {b: "x "y" z"}\n', 1, 12, 'Write marks within a text as \\", or put the whole'),
        ('a: ["x" "y"]\n', 1, 9, "Put a comma between items"),
        ("a: @x\n", 1, 4, "Put a text that begins with @, % or a backtick in quotes"),
        ("a: `x\n", 1, 4, "or a backtick"),
        ("a: 1\n%b: 2\n", 2, 3, "Put a text that begins with % in quotes"),
        ("a: *\n", 1, 5, "Put a text that begins with *"),
        ("a: ,x\n", 1, 4, "Put a text that begins with a comma"),
        ("a: [x] y\n", 1, 8, "Put a text that begins with a bracket"),
        ("a: > x\n", 1, 6, "Begin the text in the line after | or >"),
        ("a: ? x\n", 1, 4, "a question mark"),
        ("s:\n  a: 1\n b: 2\n", 3, 2, "Align the line with those that it belongs to"),
        ("s:\n- a: 1\n  b: 2\n c: 3\n", 4, 2, "Align the line with those that it belongs to"),
        ("s:\n  - a: 1\n - b: 2\n", 3, 2, "Align the dash"),
        ("a: 1\n- b\n", 2, 1, "Align the dash"),
        ("s: - a\n", 1, 4, "Begin a line with the dash"),
        ("a: 1\nb:2\nc: 3\n", 2, 1, "`name: value` or `- item`, with the space"),
        ("a: 1\nb\n", 2, 1, "`name: value` or `- item`, with the space"),
        (": a\n", 1, 1, "Write a name before the colon"),
        ("a: [1, 2\n", 1, 4, "A bracket opens here and is not closed"),
        ("a: {b: 1\n\n", 1, 4, "A bracket opens here and is not closed"),
        ("a: [x y: z: q]\n", 1, 11, "Put a comma between items"),
        ('{"a": 1,\n"b": 2\n"c": 3}\n', 3, 4, "Put a comma between items"),
        ('"id","x"\n"c1","y"\n', 1, 5, "Write lines of `name: value`"),
    ],
)
def test_a_common_slip_is_told_in_our_own_words(
    text: str, line: int, column: int, said: str
) -> None:
    """What to do, and where: not the end of the file for what was opened in its second line."""
    told: list[Finding] = []
    list(ours.read(io.BytesIO(text.encode()), None, told.append))

    assert [(one.rule, one.place) for one in told[:1]] == [("RN001", (line, column))]
    assert told[0].message.startswith("This is not YAML. ")
    assert said in told[0].message
    assert "expect" not in told[0].message


@every_engine
def test_a_backslash_in_double_quotation_marks_is_told_of(read: Read) -> None:
    """As in a path of Windows."""
    told: list[Finding] = []
    list(ours.read(io.BytesIO(b'a: "c:\\users"\n'), None, told.append))

    assert ["two backslashes" in one.message for one in told] == [True]
    assert read("yaml", "a: 'c:\\users'\n") == ([{"a": "c:\\users"}], [])


@every_engine
def test_a_slip_that_is_not_known_is_told_in_the_parsers_words() -> None:
    """Rather than in none."""
    told: list[Finding] = []
    list(ours.read(io.BytesIO(b"%YAML 3.0\n---\na: 1"), None, told.append))

    assert ["Found incompatible YAML document" in one.message for one in told] == [True]


@every_engine
@pytest.mark.parametrize("text", ["a: *Lastname\n", "&Lastname [*Lastname]\n", "a: !Lastname!x 1"])
def test_what_the_parser_quotes_is_left_out(engine: str, text: str) -> None:
    """Its own sentence is given, without the words of the text."""
    told: list[Any] = []
    list(ours.read(io.BytesIO(text.encode()), None, told.append))

    assert engine
    assert len(told) == 1
    assert "Lastname" not in f"{told[0]}{told[0]!r}"


# Where things stand


@every_engine
@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), None, (2, 1)),
        (("a",), None, (2, 4)),
        (("a", 1), None, (4, 3)),
        (("a", 1, "b c"), None, (4, 10)),
        (("a", 1), "b c", (4, 3)),
        (("d",), None, (5, 4)),
        (("d", "e", 0), None, (5, 9)),
        ((), "d", (5, 1)),
        (("f",), None, (6, 4)),
        (("f", 1, "b c"), None, (4, 10)),
        (("g", "h"), None, (7, 4)),
        ((), "nowhere", (2, 1)),
    ],
)
def test_a_place_is_found_by_its_path(
    path: tuple[str | int, ...], key: str | None, place: tuple[int, int]
) -> None:
    """The value with its anchor, or the key; of what an anchor repeats, where it was written."""
    text = "# c\na: &x\n- 1\n- 'b c': 2\nd: {e: [3]}\nf: *x\ng: null\n"

    assert yaml_text.locate(text.encode(), path, key) == place


# Writing


def written(objects: list[Any]) -> str:
    file = io.BytesIO()
    ours.write(iter(objects), file)
    return file.getvalue().decode()


def test_each_is_written_as_a_document() -> None:
    """In block style, in the given order, with a mark between two."""
    assert written([]) == ""
    assert written([{"b": 1, "a": ["é", True]}]) == "b: 1\na:\n- é\n- true\n"
    assert written([{"a": 1}, {"b": 2}]) == "a: 1\n---\nb: 2\n"


@pytest.mark.parametrize("text", ["NO", "2021-07-31", "0701", "1e5", "true", "~", "12:30", "", "1"])
def test_a_text_that_looks_like_something_else_is_quoted(text: str) -> None:
    """For this reader, or for one of YAML 1.1."""
    assert written([{"a": text}]) == f"a: '{text}'\n"


@pytest.mark.parametrize("text", ["public calls", "é 東京", "TJ", "2021-06?", "c-7k2m9q", "P1Y6M"])
def test_a_plain_text_stays_plain(text: str) -> None:
    """A case is read by people."""
    assert written([{"a": text}]) == f"a: {text}\n"


def test_what_stands_twice_is_written_twice() -> None:
    """No anchors are made up."""
    same = [{"b": 1}]

    assert written([{"a": same, "c": same}]) == "a:\n- b: 1\nc:\n- b: 1\n"


def test_a_document_of_too_many_values_is_a_fault_and_not_held(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each takes far more memory than its text; the next document is read as such."""
    monkeypatch.setattr(yaml_text, "MOST_VALUES", 5)

    assert read("yaml", "- 1\n" * 4 + "---\n" + "- 1\n" * 5 + "---\na: {b: 1}\n") == (
        [[1, 1, 1, 1], {"a": {"b": 1}}],
        [("RN009", 10, 3)],
    )


@pytest.mark.thorough
def test_values_take_little_memory() -> None:
    """Most hold no other, and are kept without what only a list or an object needs."""
    count = 20_000
    text = b"- 1\n" * count
    yaml_text.compose(text)  # what is loaded once is not counted

    tracemalloc.start()
    try:
        composed = yaml_text.compose(text)
        size = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()

    assert composed is not None
    assert size < 210 * count
