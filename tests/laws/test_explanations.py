"""Whatever is refused is explained, at its place in each format, and no value is quoted."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from mutations import at, mutated, places
from strategies import TOKENS, Strategy, cases, examples

import rednotice
from rednotice import formats, gate
from rednotice.documents import Document, PlainDocument
from rednotice.findings import Finding
from rednotice.formats.yaml import documents as ours
from rednotice.gate import portions, reasons

LARGEST_OF_YAML = 10**18  # our reader takes no longer number, and so has nothing to explain
# With prose that cannot be taken for a word of ours, and slips that put it in any place.
REFUSED: Strategy = mutated(TOKENS, TOKENS).filter(
    lambda value: isinstance(value, dict) and not gate.is_accepted(value)
)


def in_yaml(value: Any) -> str:
    file = io.BytesIO()
    formats.by_name("yaml").write([value], file)
    return file.getvalue().decode()


def in_flow(value: Any) -> str:
    text: str = yaml.dump(
        value, Dumper=ours._Dumper, default_flow_style=True, width=30, sort_keys=False
    )
    return text


# Format, text, and which of the documents in it is the one.
Layout = tuple[str, Callable[[Any], str], int]
TEXTS: dict[str, Layout] = {
    "compact JSON": ("json", lambda value: json.dumps(value, separators=(",", ":")), 0),
    "laid out JSON": ("json", lambda value: json.dumps(value, indent=2, ensure_ascii=False), 0),
    "sparse JSON": (
        "json",
        lambda value: "\n " + json.dumps(value, separators=("\r\n , ", " :\t")),
        0,
    ),
    "an array": ("json", lambda value: f"[{{}},\n  {json.dumps(value)}, 1]", 1),
    "JSON Lines": ("jsonl", lambda value: f"\n{{}}\n {json.dumps(value)}\n[]\n", 1),
    "YAML": ("yaml", in_yaml, 0),
    "YAML, the second of two": (
        "yaml",
        lambda value: f"# first\n---\na: 1\n---\n{in_yaml(value)}",
        1,
    ),
    "YAML in flow style": ("yaml", in_flow, 0),
}
LAYOUTS = st.sampled_from(sorted(TEXTS))


def document_of(layout: str, value: Any) -> tuple[str, Document]:
    name, write, place = TEXTS[layout]
    text = write(value)
    faults: list[Finding] = []
    found = list(formats.by_name(name).read(io.BytesIO(text.encode()), None, faults.append))
    assert faults == []
    assert found[place].value == value
    return text, found[place]


def resolved(value: Any, pointer: str) -> Any:
    """What a JSON Pointer (RFC 6901) points at in *value*."""
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def offset(text: str, line: int, column: int) -> int:
    """How many characters stand before the place at *line* and *column*."""
    lines = text.split("\n")
    return sum(len(before) + 1 for before in lines[: line - 1]) + column - 1


def stands_in_json(text: str, where: int) -> Any:
    """The value, or the key, that begins at *where*."""
    return json.JSONDecoder().raw_decode(text, where)[0]


def stands_in_yaml(text: str, finding: Finding) -> tuple[int, int]:
    """Where PyYAML's own composer has the place of *finding*, in the last document of *text*."""
    node = list(yaml.compose_all(text, Loader=yaml.SafeLoader))[-1]
    for part in finding.path:
        if isinstance(part, int):
            node = node.value[part]
        else:
            node = next(value for key, value in node.value if key.value == part)
    if finding.key is not None:
        node = next(key for key, _ in node.value if key.value == finding.key)
    return node.start_mark.line + 1, node.start_mark.column + 1


@given(REFUSED)
def test_what_is_refused_is_explained(value: Any) -> None:
    """At least one finding says what to do, and its pointer leads to a value of the document."""
    _, document = document_of("compact JSON", value)
    found = gate.explain(document)

    assert found
    assert gate.admit(document) == found
    for finding in found:
        assert resolved(value, finding.pointer) == at(value, finding.path)
        assert finding.rule.startswith("RN0")
        assert finding.message


@given(cases())
def test_what_is_accepted_needs_no_explanation(value: Any) -> None:
    """There is nothing to say of a document that passes."""
    _, document = document_of("compact JSON", value)

    assert gate.explain(document) == []
    assert gate.admit(document) == gate.decode(value)


@examples(2)
@given(LAYOUTS, REFUSED)
def test_line_and_column_lead_to_the_place(layout: str, value: Any) -> None:
    """Where a finding says, the value of its pointer begins, or the key that is not known."""
    assume(all(abs(part) < LARGEST_OF_YAML for _, part in places(value) if type(part) is int))
    text, document = document_of(layout, value)

    for finding in gate.explain(document):
        assert finding.place is not None
        if TEXTS[layout][0] == "yaml":
            assert finding.place == stands_in_yaml(text, finding)
        else:
            wanted = at(value, finding.path) if finding.key is None else finding.key
            assert stands_in_json(text, offset(text, *finding.place)) == wanted


@examples(2)
@given(LAYOUTS, REFUSED)
def test_every_text_of_a_document_has_the_same_findings(layout: str, value: Any) -> None:
    """What is wrong does not depend on the format, and is told in the order of the document."""
    assume(all(abs(part) < LARGEST_OF_YAML for _, part in places(value) if type(part) is int))
    found = gate.explain(document_of(layout, value)[1])

    assert found == gate.explain(document_of("compact JSON", value)[1])
    assert [finding.place for finding in found] == sorted(finding.place for finding in found)


@examples(2)
@given(LAYOUTS, REFUSED)
def test_no_finding_quotes_a_value(layout: str, value: Any) -> None:
    """Neither texts nor keys of the document stand in what is printed, logged or exported."""
    assume(all(abs(part) < LARGEST_OF_YAML for _, part in places(value) if type(part) is int))
    for finding in gate.explain(document_of(layout, value)[1]):
        for said in (finding.message, str(finding), repr(finding), json.dumps(finding.as_dict())):
            assert "ZQ" not in said


@given(REFUSED)
def test_an_exception_quotes_no_value(value: Any) -> None:
    """What `loads` raises can be logged."""
    with pytest.raises(rednotice.Unreadable) as raised:
        rednotice.loads(json.dumps(value))

    assert "ZQ" not in str(raised.value)
    assert "ZQ" not in repr(raised.value)
    assert raised.value.findings


@examples(3)
@given(mutated(TOKENS, TOKENS), st.sampled_from([1, 2, 7, 30]), st.sampled_from([1, 3, 1_000]))
def test_a_document_in_portions_is_explained_like_a_whole_one(
    value: Any, size: int, told: int
) -> None:
    """However small they are; and the first faults are told if there are more than are told."""
    assume(isinstance(value, dict))
    document = PlainDocument(value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portions, "MOST", 10**9)
        whole = gate.explain(document)
        patch.setattr(portions, "MOST", size)
        patch.setattr(reasons, "MOST", told)
        found = gate.explain(document)

    assert found[:told] == whole[:told]
    assert [finding.rule for finding in found[told:]] == ["RN009"] * (len(whole) > told)
