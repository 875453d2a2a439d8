"""Generators of code make something of the published schema."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

CASE = Path(__file__).parents[2] / "schemas" / "1.0" / "case.schema.json"

Tool = Callable[..., subprocess.CompletedProcess[str]]


def test_json_schema_to_typescript_makes_types_that_compile(tool: Tool, tmp_path: Path) -> None:
    """TypeScript takes them under its strict rules."""
    types = tmp_path / "case.d.ts"

    made = tool("json2ts", CASE, types)
    assert made.returncode == 0, made.stderr
    names = re.findall(r"^export (?:interface|type) (\w+)", types.read_text("utf-8"), re.MULTILINE)
    assert sorted(names) == sorted(["Case", *json.loads(CASE.read_text("utf-8"))["$defs"]])

    compiled = tool("tsc", "--strict", "--noEmit", types)
    assert compiled.returncode == 0, compiled.stdout


@pytest.mark.parametrize("language", ["python", "typescript", "go"])
def test_quicktype_makes_types(tool: Tool, tmp_path: Path, language: str) -> None:
    """A file with a type for the case."""
    types = tmp_path / "case.txt"

    made = tool("quicktype", "--src-lang", "schema", "--lang", language, "--out", types, CASE)
    assert made.returncode == 0, made.stderr
    assert "Case" in types.read_text(encoding="utf-8")
