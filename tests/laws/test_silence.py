"""Nothing that is printed, logged or raised quotes a value, and nothing makes a reader crash."""

from __future__ import annotations

import io
import json
import re
import traceback
from typing import Any

import pytest
from constructing import constructed, root
from hypothesis import given
from hypothesis import strategies as st
from mutations import mutated, places
from strategies import TOKENS, TRICKY, documents, examples

import rednotice
from rednotice import formats, gate
from rednotice.errors import InvalidRecord
from rednotice.findings import Finding
from rednotice.records import walk

FORMATS = st.sampled_from(["json", "jsonl", "yaml"])
DOCUMENTS = documents(TOKENS)


def texts_of(value: Any, name: str) -> bytes:
    file = io.BytesIO()
    formats.by_name(name).write([value, value], file)
    return file.getvalue()


def read(name: str, text: bytes) -> tuple[list[Any], list[Finding]]:
    faults: list[Finding] = []
    found = formats.by_name(name).read(io.BytesIO(text), "somewhere", faults.append)
    return [document.value for document in found], faults


def refusal(document: Any) -> Exception | None:
    """Why no record can be made by hand of *document*; None if one can."""
    try:
        constructed(root(document), document)
    except (InvalidRecord, TypeError) as error:
        return error
    return None


@given(DOCUMENTS)
def test_the_representation_of_a_record_shows_no_value(document: Any) -> None:
    """A record in a log or a traceback is its class and its opaque id."""
    case = gate.decode(document)

    for _, record in walk(case):
        assert "ZQ" not in repr(record)
        assert "ZQ" not in str(record)
    assert "ZQ" not in repr(case.subjects if isinstance(case, rednotice.Case) else case.people)


@given(DOCUMENTS)
def test_the_representation_of_a_date_shows_no_value(document: Any) -> None:
    """Dates and durations hide themselves, since whoever prints a list prints what is in it."""
    for _, record in walk(gate.decode(document)):
        for value in vars(record).values():
            if isinstance(value, rednotice.PartialDate | rednotice.Duration):
                assert str(value) not in repr(value)


@given(mutated(TOKENS, TOKENS).filter(lambda value: isinstance(value, dict)))
def test_a_constructor_names_the_field_and_quotes_nothing(document: Any) -> None:
    """What is raised says class, field and expectation, also in its whole traceback."""
    error = refusal(document)

    if error is not None:
        assert "ZQ" not in str(error)
        assert "ZQ" not in repr(error)
        assert "ZQ" not in "".join(traceback.format_exception(error))


@examples(3)
@given(DOCUMENTS, FORMATS, st.data())
def test_a_broken_text_is_a_fault_that_quotes_nothing(
    document: Any, name: str, data: st.DataObject
) -> None:
    """A text that is cut, or into which something was typed, is told of by its place alone."""
    text = texts_of(document, name)
    cut = data.draw(st.integers(0, len(text)))
    typed = data.draw(st.sampled_from(["", '"', "\\", "{", "]", "\n", "\x00", "é", *TRICKY]))
    lost = data.draw(st.integers(0, 3))
    encoding = data.draw(st.sampled_from(["utf-8", "latin-1"]))
    broken = text[:cut] + typed.encode(encoding, "replace") + text[cut + lost :]

    _, faults = read(name, broken)

    for finding in faults:
        assert "ZQ" not in f"{finding} {finding!r} {json.dumps(finding.as_dict())}"
        assert finding.rule in {"RN001", "RN002", "RN009", "RN010"}


@examples(3)
@given(FORMATS, st.binary(max_size=40) | st.text(max_size=40).map(str.encode))
def test_no_bytes_make_a_reader_crash(name: str, text: bytes) -> None:
    """Whatever a file holds, it gives documents and faults, and all places are within it."""
    values, faults = read(name, text)

    # Only an array says that there is nothing; lines and documents may be none, and say nothing.
    empty = re.fullmatch(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*\[[ \t\r\n]*\][ \t\r\n]*", text)
    assert values or faults or empty or name in {"jsonl", "yaml"}
    for finding in faults:
        line, column = finding.place or (0, 0)
        assert 1 <= line <= text.count(b"\n") + text.count(b"\r") + 2
        assert column >= 1


@examples(3)
@given(FORMATS, st.text('[]{},:"\\-&*!|>?#% \n\tabe019.\ufeff', max_size=30).map(str.encode))
def test_no_marks_make_a_reader_crash(name: str, text: bytes) -> None:
    """Nor do the marks that structure consists of, in whatever order."""
    for value in read(name, text)[0]:
        assert [part for _, part in places(value)]


@examples(2)
@given(mutated().filter(lambda value: not isinstance(value, list)))
def test_a_document_is_accepted_or_refused_and_nothing_else(document: Any) -> None:
    """`loads` gives a record or raises `Unreadable`, whatever the JSON says."""
    text = json.dumps(document)
    if gate.is_accepted(document):
        assert rednotice.loads(text, root(document)) == gate.decode(document)
        return
    with pytest.raises(rednotice.Unreadable):
        rednotice.loads(text, root(document) if isinstance(document, dict) else rednotice.Case)
