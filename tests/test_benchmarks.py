"""The benchmarks run, and compare readers of the same document."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import rednotice

ROOT = Path(__file__).parents[1]
COUNT = len([*(ROOT / "examples").glob("case-*.yaml")])  # so that each example is among them


@pytest.fixture(autouse=True)
def _beside_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """The benchmarks are found where they stand."""
    monkeypatch.syspath_prepend(str(ROOT))


@pytest.fixture
def peers() -> Any:
    """The peers of the benchmarks."""
    return import_module("benchmarks.peers")


@pytest.fixture
def text() -> bytes:
    """The case that is measured, as bytes."""
    written: bytes = import_module("benchmarks.samples").text()
    return written


@pytest.mark.thorough
def test_everything_is_measured() -> None:
    """One command runs through, with counts so small that only its own faults could stop it."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--tiny"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    for title in ("Distinct", "Loading", "Writing", "Checking", "Importing", "Commands", "Files"):
        assert f"\n{title}" in done.stdout


@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["clean", "three findings", "refused"])
def test_each_distinct_case_has_as_many_findings_as_its_kind_says(
    kind: str, tmp_path: Path
) -> None:
    """Cases that drifted from what the table calls them are told of before they are measured."""
    distinct = import_module("benchmarks.distinct")

    path = distinct.written(kind, tmp_path, count=COUNT)

    assert kind in distinct.KINDS
    assert len(path.read_bytes().splitlines()) == COUNT


@pytest.mark.thorough
def test_the_peers_read_what_is_in_the_document(peers: Any, text: bytes) -> None:
    """What pydantic has read is written as it was, so that it skipped no member."""
    adapter = peers.pydantic_adapter()

    written = adapter.dump_json(adapter.validate_json(text), exclude_unset=True)

    assert json.loads(written) == json.loads(text)
    assert peers.cattrs_loads()(text).notices
    assert peers.jsonschema_is_valid()(json.loads(text))
    assert peers.jsonschema_rs_is_valid()(json.loads(text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"kind":"red"', b'"kind":"rde"'),
        (b'"kind":"red"', b'"kind":"red","kidn":"red"'),
        (b'"rednotice":"1.0"', b'"rednotice":1'),
        (b'"id":"s1"', b'"id":"S1"'),
    ],
)
def test_pydantic_checks_what_the_gate_checks(
    peers: Any, text: bytes, before: bytes, after: bytes
) -> None:
    """A code, a member, a type and a pattern that are wrong are refused by both."""
    import pydantic

    assert before in text
    broken = text.replace(before, after, 1)

    with pytest.raises(rednotice.Unreadable):
        rednotice.loads(broken)
    with pytest.raises(pydantic.ValidationError):
        peers.pydantic_adapter().validate_json(broken)
