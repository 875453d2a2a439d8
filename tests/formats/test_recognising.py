"""The format of a text that comes without a file name."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice import formats
from rednotice.formats.recognising import recognised

LINE = '{"rednotice": "1.0", "id": "c-1"}'


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (LINE, "jsonl"),
        (f"\ufeff\n \n{LINE}\n{LINE}", "jsonl"),
        (f'{{"rednotice": "1.0", "subjects": [\n{LINE}\n', "json"),
        (f'{{"rednotice": "1.0", "subjects": [{{}}\n{LINE}\n', "jsonl"),
        ('{"a": {}\n,"b": 1}', "json"),
        ('{\n  "rednotice": "1.0"\n}', "json"),
        ('{"rednotice": "1.0",\n "id": "c-1"}', "json"),
        ("{}", "jsonl"),
        (f"[{LINE}]", "json"),
        ("[\n{}", "json"),
        ("[]", "json"),
        ("rednotice: '1.0'", "yaml"),
        ("---\n# a comment\nrednotice: '1.0'", "yaml"),
        ("{rednotice: '1.0', id: c-1}", "yaml"),
        ("[a, b]", "yaml"),
        ("", "yaml"),
        ('"text"', "yaml"),
    ],
)
def test_the_first_lines_tell(text: str, format: str) -> None:
    """JSON on one line is read as JSON Lines, which is the same."""
    assert recognised(io.BytesIO(text.encode())) == format


@pytest.mark.parametrize("text", [b"\x00\x00", b"\xff\xfe{\x00", b"caf\xe9: 1", b"\x1f\x8b"])
def test_what_is_not_utf_8_goes_to_a_reader_that_says_so(text: bytes) -> None:
    """The one that reads no further."""
    assert recognised(io.BytesIO(text)) == "json"


@given(st.lists(st.fixed_dictionaries({"rednotice": st.just("1.0"), "id": st.text()}), min_size=2))
@pytest.mark.parametrize("format", ["json", "jsonl", "yaml"])
def test_what_is_written_is_recognised(format: str, objects: list[dict[str, Any]]) -> None:
    """Whatever the texts in it are."""
    written = io.BytesIO()
    formats.by_name(format).write(objects, written)
    written.seek(0)

    assert recognised(written) == format


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.text())))
def test_a_single_object_is_recognised_however_it_is_indented(value: dict[str, Any]) -> None:
    """By JSON or, on one line, by JSON Lines."""
    for indent in (None, 0, 2):
        text = json.dumps(value, indent=indent).encode()
        expected = "json" if b"\n" in text else "jsonl"
        assert recognised(io.BytesIO(text)) == expected
