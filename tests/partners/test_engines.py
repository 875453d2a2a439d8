"""The published schema means the same to a partner's engine as to the gate."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from rednotice import formats, gate

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas" / "1.0"
sys.path.insert(0, str(ROOT / "tests" / "laws"))

from mutations import Path as Place  # noqa: E402
from mutations import at, mutants, places  # noqa: E402  # stands among the laws

MOST = 1_000
OTHERS = (None, [], {}, "", "x", "NO", "2021-06", -1, 0.5, True, "x" * 5_000, "s1\n", "٣")

Verdicts = Callable[[str, list[Any]], dict[str, list[bool]]]


def examples() -> list[Any]:
    """The documents of all examples."""
    found = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        with path.open("rb") as file:
            found += [one.value for one in formats.by_name("yaml").read(file, None, print)]
    return found


def slipped(document: Any, path: Place, other: Any) -> Any:
    """*document* without its value at *path*, or with *other* there."""
    found = copy.deepcopy(document)
    if other is ...:
        del at(found, path[:-1])[path[-1]]
    else:
        at(found, path[:-1])[path[-1]] = other
    return found


def slips() -> list[Any]:
    """Every so many of all examples with a value taken out, made a list or exchanged."""
    every = [
        (document, path, other)
        for document in examples()
        for path, value in places(document)
        for other in (..., [value], *OTHERS)
        if path
    ]
    return [slipped(*one) for one in every[:: len(every) // MOST + 1]]


def survives(document: Any) -> bool:
    """Whether JavaScript, all of whose numbers are doubles, reads every number as it is written."""
    return bool(json.loads(json.dumps(document), parse_int=float) == document)


def schema_of(document: Any) -> str:
    return "shared" if isinstance(document, dict) and document.get("shared") is True else "case"


def assert_agreed(verdicts: Verdicts, documents: list[Any]) -> None:
    for name in ("case", "shared"):
        asked = [one for one in documents if schema_of(one) == name and survives(one)]
        ours = [gate.is_accepted(one) for one in asked]
        for engine, theirs in verdicts(name, asked).items():
            assert theirs == ours, engine


def test_every_engine_accepts_the_examples(verdicts: Verdicts) -> None:
    """What we show, a partner can read."""
    documents = examples()

    assert len(documents) > 10
    assert all(gate.is_accepted(document) for document in documents)
    assert_agreed(verdicts, documents)


def test_every_engine_gives_the_gates_verdict_on_slips_in_the_examples(verdicts: Verdicts) -> None:
    """A value taken out, or another in its place: every so many of all that there are."""
    documents = slips()
    accepted = sum(gate.is_accepted(one) for one in documents)

    assert 0 < accepted < len(documents)
    assert_agreed(verdicts, documents)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(documents=mutants())
def test_every_engine_gives_the_gates_verdict_on_whatever_comes(
    verdicts: Verdicts, documents: list[Any]
) -> None:
    """Documents that the model allows, each member as likely as another, after a slip or two."""
    assert_agreed(verdicts, documents)


@pytest.mark.parametrize("name", ["case", "shared"])
def test_ajv_compiles_the_schema_in_strict_mode(node: list[str], name: str) -> None:
    """Nothing in it is ignored, misspelt or ambiguous."""
    done = subprocess.run(  # noqa: S603  # what package-lock.json pins
        [*node, Path(__file__).with_name("strict.js"), SCHEMAS / f"{name}.schema.json"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_ten_lines_of_javascript_run_the_conformance_kit(node: list[str]) -> None:
    """Without any code of ours, every verdict is the one that the kit expects."""
    done = subprocess.run(  # noqa: S603  # what package-lock.json pins
        [*node, Path(__file__).with_name("conformance.js"), SCHEMAS],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
