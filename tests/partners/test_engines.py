"""The published schema means the same to a partner's engine as to the gate."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus
import fastjsonschema
import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from rednotice import gate

SCHEMAS = Path(__file__).parents[2] / "schemas" / "1.0"
OF_PYTHON = ("jsonschema-rs", "jsonschema", "fastjsonschema")
OF_NODE = (
    *("ajv", "ajv, entry schema", "ajv, draft-07"),
    *("@cfworker/json-schema", "@hyperjump/json-schema"),
)
ALL = "all"
LINE_BREAK = "all but texts with a line break at the end"

Engine = Callable[[Any], bool]
Verdicts = Callable[[list[Any]], dict[str, list[bool]]]
Judged = dict[str, list[bool]]
Told = Callable[..., None]


def published(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))


def chosen(accepts: Callable[[Any], Engine], folder: str = "") -> Engine:
    """A choice between the schema of cases and that of shared documents, as a partner makes it."""
    case, shared = (accepts(published(f"{folder}{name}")) for name in ("case", "shared"))
    return lambda document: shared(document) if corpus.is_shared(document) else case(document)


def with_fastjsonschema(schema: Any) -> Engine:
    validate = fastjsonschema.compile(schema)

    def accepts(document: Any) -> bool:
        try:
            validate(document)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return accepts


@pytest.fixture(scope="module")
def engines() -> dict[str, Engine]:
    """Engines of Python, as their own documentation uses them."""
    return {
        "jsonschema-rs": chosen(lambda schema: jsonschema_rs.validator_for(schema).is_valid),
        "jsonschema": chosen(lambda schema: Draft202012Validator(schema).is_valid),
        "fastjsonschema": chosen(with_fastjsonschema, "draft-07/"),
    }


def judged(documents: list[Any], engines: dict[str, Engine], verdicts: Verdicts) -> Judged:
    """What each engine says of each document."""
    return verdicts(documents) | {
        name: list(map(accepts, documents)) for name, accepts in engines.items()
    }


@pytest.fixture(scope="module")
def of_examples(
    examples: list[Any], engines: dict[str, Engine], verdicts: Verdicts
) -> tuple[list[Any], Judged]:
    """The examples, and what each engine says of them."""
    return examples, judged(examples, engines, verdicts)


@pytest.fixture(scope="module")
def of_slips(engines: dict[str, Engine], verdicts: Verdicts) -> tuple[list[Any], Judged]:
    """5,000 documents that came of a slip, and what each engine says of them."""
    documents = corpus.slips_of_all_kinds()
    assert len(documents) == corpus.MOST
    return documents, judged(documents, engines, verdicts)


@pytest.fixture(scope="module")
def of_the_kit(engines: dict[str, Engine], verdicts: Verdicts) -> tuple[list[Any], Judged]:
    """The conformance kit, and what each engine says of its documents."""
    items = json.loads((SCHEMAS / "conformance" / "schema.json").read_text("utf-8"))["items"]
    return items, judged([item["document"] for item in items], engines, verdicts)


def ends_with_a_line_break(value: Any) -> bool:
    """Whether a text ends with a line break, where Python's `$` differs from JSON Schema's."""
    match value:
        case str():
            return value.endswith("\n")
        case list():
            return any(map(ends_with_a_line_break, value))
        case dict():
            return any(map(ends_with_a_line_break, [*value, *value.values()]))
    return False


def test_the_slips_are_worth_asking_about(of_slips: tuple[list[Any], Judged]) -> None:
    """Many do harm, and many do none."""
    accepted = sum(map(gate.is_accepted, of_slips[0]))

    assert 300 < accepted < len(of_slips[0]) - 3_000


@pytest.mark.parametrize("engine", [*OF_NODE, *OF_PYTHON])
def test_an_engine_gives_the_gates_verdict(
    of_examples: tuple[list[Any], Judged],
    of_slips: tuple[list[Any], Judged],
    engine: str,
    told: Told,
) -> None:
    """On all examples, which it accepts, and on 5,000 documents after a slip."""
    assert all(of_examples[1][engine])
    documents, said = of_slips
    differing = [
        one
        for one, accepts in zip(documents, said[engine], strict=True)
        if accepts != gate.is_accepted(one)
    ]

    assert all(map(ends_with_a_line_break, differing))
    told(engine, Examples=ALL, Altered=LINE_BREAK if differing else ALL)


@pytest.mark.parametrize("engine", [*OF_NODE, *OF_PYTHON])
def test_an_engine_gives_the_verdicts_of_the_conformance_kit(
    of_the_kit: tuple[list[Any], Judged], engine: str
) -> None:
    """Every member, both sides of every limit, every code."""
    items, said = of_the_kit
    wrong = [
        item["covers"]
        for item, accepts in zip(items, said[engine], strict=True)
        if accepts != item["valid"]
    ]

    assert wrong == []


def test_ten_lines_of_javascript_run_the_conformance_kit(node: list[str]) -> None:
    """Without any code of ours, every verdict is the one that the kit expects."""
    done = subprocess.run(  # noqa: S603  # what package-lock.json pins
        [*node, Path(__file__).with_name("conformance.js"), SCHEMAS],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
