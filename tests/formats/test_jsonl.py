"""JSON Lines: one value a line, and a broken line harms no other."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from rednotice.findings import Finding
from rednotice.formats.json import text as json_text
from rednotice.formats.jsonl import layout
from rednotice.formats.jsonl import lines as ours

Read = Callable[[str, str | bytes], tuple[list[Any], list[tuple[str, int, int]]]]


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ('{"a": }', ("RN001", 3, 7)),
        ('{"a": 1}{"b": 2}', ("RN001", 3, 9)),
        ('{"a": 1, "a": 2}', ("RN002", 3, 10)),
        ('{"a": NaN}', ("RN001", 3, 7)),
        ("[" * 101 + "]" * 101, ("RN009", 3, 1)),
        ('{"a": "x', ("RN001", 3, 7)),
        ("a: 1", ("RN001", 3, 1)),
    ],
)
def test_a_broken_third_line_is_told_of_and_the_others_are_carried(
    read: Read, broken: str, fault: tuple[str, int, int]
) -> None:
    """Each line stands for itself."""
    text = f'{{"n": 1}}\n{{"n": 2}}\n{broken}\n{{"n": 4}}\n{{"n": 5}}\n'

    assert read("jsonl", text) == ([{"n": 1}, {"n": 2}, {"n": 4}, {"n": 5}], [fault])


def test_blank_lines_are_passed_over_and_counted(read: Read) -> None:
    """They mean nothing, but they are lines."""
    assert read("jsonl", '\n{"n": 1}\n \t\r\n\n{"n": }\n') == ([{"n": 1}], [("RN001", 5, 7)])


def test_the_last_line_may_go_without_an_end(read: Read) -> None:
    """Some writers leave it away."""
    assert read("jsonl", '{"n": 1}\n{"n": 2}') == ([{"n": 1}, {"n": 2}], [])


def test_an_empty_file_is_no_case_and_no_fault(read: Read) -> None:
    """Nothing is what it holds."""
    assert read("jsonl", "") == ([], [])
    assert read("jsonl", "\n\n") == ([], [])


def test_a_mark_of_byte_order_is_passed_over_in_front_alone(read: Read) -> None:
    """In any other place it is a character that JSON does not know there."""
    text = codecs.BOM_UTF8 + b'{"n": 1}\n'

    assert read("jsonl", text) == ([{"n": 1}], [])
    assert read("jsonl", text + text) == ([{"n": 1}], [("RN001", 2, 1)])


def test_ends_of_lines_of_other_systems_are_no_part_of_a_value(read: Read) -> None:
    """A carriage return before the end is a blank."""
    assert read("jsonl", '{"n": 1}\r\n{"n": 2}\r\n') == ([{"n": 1}, {"n": 2}], [])


def test_a_separator_of_unicode_ends_no_line(read: Read) -> None:
    """Only a line feed does; U+2028 and NEL may stand in a text."""
    line = json.dumps({"a": "x\u2028y\x85z"}, ensure_ascii=False)

    assert read("jsonl", f"{line}\n{line}\n") == ([json.loads(line)] * 2, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "latin-1"])
def test_what_is_not_utf8_is_to_be_saved_as_utf8(encoding: str) -> None:
    """Nobody looks for a bracket that is there."""
    told: list[Finding] = []
    list(ours.read(io.BytesIO('{"a": "é"}'.encode(encoding)), None, told.append))

    assert [finding.message for finding in told] == ["The file is not in UTF-8. Save it as UTF-8."]


@pytest.mark.parametrize(
    ("encoding", "places"),
    [("latin-1", [(1, 8), (2, 8)]), ("utf-16", [(1, 1), (2, 1), (3, 1)])],
)
def test_a_file_that_is_not_utf8_is_told_of_line_by_line(
    read: Read, encoding: str, places: list[tuple[int, int]]
) -> None:
    """It is not guessed what it may be."""
    values, faults = read("jsonl", '{"a": "é"}\n{"a": "é"}\n'.encode(encoding))

    assert values == []
    assert faults == [("RN001", *place) for place in places]


def test_a_line_that_is_too_large_is_told_of_and_passed_over(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not held in memory, and the next line is read as such."""
    monkeypatch.setattr(ours, "LARGEST", 16)
    monkeypatch.setattr(json_text, "LARGEST", 16)
    text = f'{{"n": 1}}\n{json.dumps({"a": "x" * 100})}\n{{"n": 3}}\n'

    assert read("jsonl", text) == ([{"n": 1}, {"n": 3}], [("RN009", 2, 1)])


def test_a_place_is_found_in_its_line() -> None:
    """Line and column are the file's."""
    file = io.BytesIO(b'{"n": 1}\n  {"n": [1, {"m": 2}]}\n')
    second = list(ours.read(file, None, lambda _: None))[1]

    assert second.place(("n", 1, "m")) == (2, 19)
    assert second.place((), "n") == (2, 4)


def test_each_is_written_as_a_line() -> None:
    """Without blanks, and with a line feed at the end of the last one too."""
    file = io.BytesIO()
    ours.write(iter([{"a": "é\n"}, {"b": [1, 2]}]), file)

    assert file.getvalue() == '{"a":"é\\n"}\n{"b":[1,2]}\n'.encode()


# JSON that is laid out in another way


def messages(text: str) -> list[str]:
    told: list[Finding] = []
    list(ours.read(io.BytesIO(text.encode()), None, told.append))
    return [finding.message for finding in told]


CASES: list[Any] = [{"n": 1, "a": [{"b": ["x"]}, {"c": {}}]}, {"n": 2, "a": []}]
LINES = [json.dumps(case) for case in CASES]


@pytest.mark.parametrize(
    "text",
    [
        ",\n".join(LINES) + "\n",
        ",\n".join(LINES) + ",\n",
        " , \r\n".join(LINES),
    ],
    ids=repr,
)
def test_commas_after_lines_are_told_once_and_no_case_is_lost(read: Read, text: str) -> None:
    """Somebody took the lines of an array."""
    assert read("jsonl", text) == (CASES, [("RN001", 1, 1)])
    assert [one.count("Take out the comma at the end of the line") for one in messages(text)] == [1]


@pytest.mark.parametrize(
    "text",
    [
        f"[\n{LINES[0]},\n{LINES[1]}\n]\n",
        f"[\n  {LINES[0]},\n  {LINES[1]}\n]\n",
        f"[{LINES[0]},\n {LINES[1]}]\n",
    ],
    ids=repr,
)
def test_an_array_over_several_lines_is_told_once_and_no_case_is_lost(
    read: Read, text: str
) -> None:
    """It needs another name, not other brackets."""
    assert read("jsonl", text) == (CASES, [("RN001", 1, 1)])
    assert [one.count("Name the file .json") for one in messages(text)] == [1]


@pytest.mark.parametrize("value", [CASES, CASES[0], {"n": 1}, [{"a": ["x"]}]], ids=repr)
@pytest.mark.parametrize("indent", [1, 4])
def test_a_case_over_several_lines_is_told_once(read: Read, value: Any, indent: int) -> None:
    """No part of it is taken for a case."""
    assert read("jsonl", json.dumps(value, indent=indent)) == ([], [("RN001", 1, 1)])


def test_a_case_that_begins_on_its_first_line_is_told_once(read: Read) -> None:
    """As somebody breaks lines by hand."""
    assert read("jsonl", '{"n": 1, "a": [\n {"b": 2}]\n}\n') == ([], [("RN001", 1, 1)])


def test_two_cases_over_several_lines_are_told_once(read: Read) -> None:
    """As some tools write them, one after another."""
    text = "\n".join(json.dumps(case, indent=2) for case in CASES)

    assert read("jsonl", text) == ([], [("RN001", 1, 1)])


def test_a_whole_line_after_a_case_over_several_lines_is_read(read: Read) -> None:
    text = f"{json.dumps(CASES[0], indent=2)}\n{LINES[1]}\n"

    assert read("jsonl", text) == ([CASES[1]], [("RN001", 1, 1)])


def test_a_broken_line_among_commas_is_told_of_as_such(read: Read) -> None:
    assert read("jsonl", f'{LINES[0]},\n{{"n": }},\n{LINES[1]}\n') == (
        CASES,
        [("RN001", 1, 1), ("RN001", 2, 7)],
    )


def test_broken_lines_in_a_row_are_not_all_listed(read: Read) -> None:
    """Such as those of a table. What can be read behind them is read."""
    text = "id,label\n" * 30 + '{"n": 1}\n' + "id,label\n"
    values, faults = read("jsonl", text)

    assert values == [{"n": 1}]
    assert [line for _, line, _ in faults] == [*range(1, 11), 32]
    assert "Mend these 10 lines first" in messages(text)[9]


def test_yaml_is_told_once() -> None:
    """Under the name of JSON Lines."""
    assert [one.count("Name the file .yaml") for one in messages("a: 1\nb:\n- c\nd: {e: 2}\n")] == [
        1
    ]


def test_after_many_broken_lines_no_more_is_read(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hostile file keeps nobody busy, and the report says that it was not read to its end."""
    monkeypatch.setattr(layout, "MOST_BROKEN", 20)
    monkeypatch.setattr(layout, "MOST_PASSED", 20)
    values, faults = read("jsonl", "id,label\n" * 30 + '{"n": 1}\n')

    assert values == []
    assert faults[10:] == [("RN009", 20, 1)]
    assert read("jsonl", "{\n" + "1\n" * 30 + '{"n": 1}\n') == (
        [],
        [("RN001", 1, 1), ("RN009", 21, 1)],
    )
