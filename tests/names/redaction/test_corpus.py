"""Invented persons in texts, written in every way that is known, and texts without them."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import rednotice
from rednotice.names.redaction.misspelt import is_available
from rednotice.names.redaction.redactor import MARK, Redaction

CORPUS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("corpus.yaml").read_text("utf-8")
)
# Kinds in which a name stands as it is listed, or nearly so: of these nothing is ever left.
PLAIN = {"as_listed", "capitals", "order", "line_break", "initials", "hyphens", "several", "short"}
needs_rapidfuzz = pytest.mark.skipif(not is_available(), reason="rapidfuzz is not installed")
SCORED = [case for case in CORPUS if case["kind"] != "misspelt" or is_available()]


def redacted(case: dict[str, Any]) -> Redaction:
    return rednotice.redact(
        case["text"],
        case["names"],
        numbers=case.get("numbers", ()),
        births=case.get("births", ()),
    )


def left_in(case: dict[str, Any], text: str) -> list[str]:
    return [part for part in case["gone"] if part in text]


def lost_from(case: dict[str, Any], text: str) -> list[str]:
    return [part for part in case["stays"] if part not in text]


def test_the_corpus_is_wide() -> None:
    """A score over few cases, or over one script, would say little."""
    assert len(CORPUS) >= 150
    assert len({case["script"] for case in CORPUS}) >= 12
    assert all(all(part in case["text"] for part in case["gone"]) for case in CORPUS)
    assert all(all(part in case["text"] for part in case["stays"]) for case in CORPUS)


def test_nearly_all_cases_are_right_as_a_whole() -> None:
    """What must go is gone, and what must stay is there."""
    wrong = [
        (case["kind"], case["text"])
        for case in SCORED
        if left_in(case, (text := str(redacted(case)))) or lost_from(case, text)
    ]

    assert len(wrong) <= 0.05 * len(SCORED), wrong


@pytest.mark.parametrize("case", [case for case in CORPUS if case["kind"] in PLAIN], ids=str)
def test_of_a_name_as_it_is_listed_nothing_is_left(case: dict[str, Any]) -> None:
    """Apart from capitals, order and punctuation."""
    assert left_in(case, str(redacted(case))) == []


@needs_rapidfuzz
@pytest.mark.parametrize("case", [case for case in CORPUS if case["kind"] == "misspelt"], ids=str)
def test_a_slip_hides_no_name(case: dict[str, Any]) -> None:
    """A letter too many, too few, another, or two changed round."""
    assert left_in(case, str(redacted(case))) == []


@pytest.mark.parametrize("case", CORPUS, ids=str)
def test_the_rest_of_a_text_is_as_it_was(case: dict[str, Any]) -> None:
    """Between the places that were taken out, no sign differs."""
    found = redacted(case)

    rebuilt, done = "", 0
    for span in found.spans:
        rebuilt += case["text"][done : span.start] + MARK
        done = span.end
    assert rebuilt + case["text"][done:] == found.text


def docstrings() -> Iterator[str]:
    """What the modules of the standard library say of themselves, which names hardly anybody."""
    for path in sorted(Path(os.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                yield ast.get_docstring(node) or ""


@pytest.mark.thorough
def test_a_long_text_without_the_persons_stays_as_it_is() -> None:
    """100,000 words, and every name of the corpus."""
    names = sorted({name for case in CORPUS for name in case["names"]})
    # A developer of Python bears one of these names, and some words are names as well.
    redactor = rednotice.Redactor(
        [name for name in names if not name.startswith(("Андрей", "Can ", "May ", "Will "))]
    )
    text = "\n\n".join(docstrings())

    found = redactor.redact(text)

    assert len(text.split()) >= 100_000
    taken = [text[one.start : one.end] for one in found.spans if one.kind == "name"]
    assert taken == []
