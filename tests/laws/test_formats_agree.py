"""One case in three formats is one case, whatever its texts look like."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from strategies import TEXTS, TRICKY, cases, objects

import rednotice
from rednotice import formats, gate
from rednotice.model import Case, SharedDocument, Subject

FORMATS = ("json", "jsonl", "yaml")
# Numbers with a point or an exponent, as JSON and YAML write them.
NUMERALS = st.from_regex(
    r"-?(?:0|[1-9][0-9]{0,18})(?:\.[0-9]{1,25}|(?:\.[0-9]{1,25})?[eE][+-]?[0-9]{1,3})",
    fullmatch=True,
) | st.floats(allow_nan=False, allow_infinity=False).map(repr)
every_format = pytest.mark.parametrize("name", FORMATS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("written")


def rewritten(values: list[Any], name: str) -> list[Any]:
    """*values* written in the format *name*, and what is read of that."""
    file = io.BytesIO()
    formats.by_name(name).write(values, file)
    return [
        document.value
        for document in formats.by_name(name).read(io.BytesIO(file.getvalue()), "", fail)
    ]


def fail(finding: rednotice.Finding) -> None:
    raise AssertionError(str(finding))


@every_format
@given(documents=st.lists(cases(), min_size=1, max_size=3))
def test_cases_read_back_equal_from_a_file(folder: Path, name: str, documents: list[Any]) -> None:
    """One case, or several, as each format has them."""
    written = [gate.decode(document) for document in documents]
    path = folder / f"cases.{name}"

    assert rednotice.write(written, path, plain_red=True) == len(written)
    assert list(rednotice.read(path)) == written


@every_format
@given(shared=objects(SharedDocument), document=cases())
def test_the_shared_document_goes_along(
    folder: Path, name: str, shared: Any, document: Any
) -> None:
    """It is written in front of its cases, and found there."""
    path, again = folder / f"with-shared.{name}", folder / f"again.{name}"
    rednotice.write([gate.decode(shared), gate.decode(document)], path, plain_red=True)

    rednotice.write(rednotice.read(path), again, plain_red=True)

    assert rednotice.read(again).shared == gate.decode(shared)
    assert list(rednotice.read(again)) == [gate.decode(document)]
    assert again.read_bytes() == path.read_bytes()


@every_format
@pytest.mark.parametrize("text", TRICKY, ids=ascii)
def test_a_text_that_looks_like_something_else_stays_a_text(name: str, text: str) -> None:
    """As a value and as a key, alone and beside others."""
    values = [{"a": text, "b": [text, text], text: {text: text}}]

    assert rewritten(values, name) == values


@every_format
@given(text=TEXTS)
def test_any_text_is_written_and_read_again(name: str, text: str) -> None:
    """Whatever characters it has: control characters, marks of order, ends of lines."""
    values = [{"a": text, text: [text]}]

    assert rewritten(values, name) == values


@given(st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)))
def test_what_we_write_as_yaml_another_reader_reads_alike(value: Any) -> None:
    """A text is quoted wherever YAML 1.1 would take it for anything else."""
    file = io.BytesIO()
    formats.by_name("yaml").write([value], file)

    assert yaml.safe_load(file.getvalue()) == value


@given(document=cases(st.text(st.characters(max_codepoint=0xD7FF), min_size=1, max_size=9)))
def test_json_is_yaml(document: Any) -> None:
    """
    What stands in a JSON file can be kept under the name of a YAML file.

    But for escapes of rare characters, which JSON writes in two halves and YAML does not know.
    """
    text = json.dumps(document).encode()
    read = formats.by_name("yaml").read(io.BytesIO(text), None, fail)

    assert [document.value for document in read] == [document]


@every_format
@given(numerals=st.lists(NUMERALS, min_size=1, max_size=3))
def test_a_number_is_kept_to_the_last_digit_or_refused(name: str, numerals: list[str]) -> None:
    """No digit is lost in silence; the first number of which one would be is told by its place."""
    text = f'{{"a": [{", ".join(numerals)}]}}'
    faults: list[rednotice.Finding] = []
    found = formats.by_name(name).read(io.BytesIO(text.encode()), None, faults.append)
    values = [value for document in found for value in document.value["a"]]

    assert bool(values) != bool(faults)
    for value, numeral in zip(values, numerals, strict=bool(values)):
        assert Decimal(repr(value)) == Decimal(numeral)
    for fault in faults:
        lost = [not is_kept(numeral) for numeral in numerals].index(True)
        assert fault.place == (1, 8 + sum(len(before) + 2 for before in numerals[:lost]))
        assert not any(len(numeral) > 2 and numeral in str(fault) for numeral in numerals)


def is_kept(numeral: str) -> bool:
    return Decimal(numeral) == Decimal(repr(float(numeral)))


@every_format
@given(document=cases())
def test_the_same_case_is_the_same_bytes_in_every_format(name: str, document: Any) -> None:
    """In whatever order its members were given."""
    one, other = io.BytesIO(), io.BytesIO()
    turned = dict(reversed(document.items()))
    for value, file in ((document, one), (turned, other)):
        case = gate.decode(value)
        formats.by_name(name).write([json.loads(rednotice.dumps(case))], file)

    assert one.getvalue() == other.getvalue()


@every_format
def test_no_case_at_all_is_written_and_read(folder: Path, name: str) -> None:
    """An empty data set is a data set."""
    path = folder / f"none.{name}"

    assert rednotice.write([], path) == 0
    assert list(rednotice.read(path)) == []


@every_format
def test_a_large_case_is_read_back(folder: Path, name: str) -> None:
    """Nothing is folded, cut or split on the way."""
    summary = "word " * 19_999 + "\U0001f600"
    case = Case(rednotice="1.0", id="c1", summary=summary, subjects=[Subject(label="A")])
    path = folder / f"large.{name}"
    rednotice.write(case, path, plain_red=True)

    assert list(rednotice.read(path)) == [case]
