"""Generators of code make types of the published schema that take every example."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import corpus
import msgspec
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCHEMA = ROOT / "schemas" / "1.0" / "case.schema.json"
PAGE = ROOT / "docs" / "how-to" / "use-the-schema-without-python.md"
STRICT = ("--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--noEmit")
GO = [sys.executable, "-c", "import go; go.main()"]

Tool = Callable[..., subprocess.CompletedProcess[str]]
Told = Callable[..., None]
Generated = Callable[[str], Path]


@pytest.fixture
def cases(examples: list[Any]) -> list[Any]:
    return [one for one in examples if not corpus.is_shared(one)]


@pytest.fixture
def generated(tool: Tool, tmp_path: Path) -> Generated:
    """Runs the command of the page that makes the file of a name."""

    def make(name: str) -> Path:
        shutil.copy(SCHEMA, tmp_path)
        (line,) = re.findall(
            rf"^\S+ .*\b{re.escape(name)}\b.*$", PAGE.read_text("utf-8"), re.MULTILINE
        )
        program, *arguments = shlex.split(line)
        if program == "datamodel-codegen":
            done = subprocess.run(  # noqa: S603  # what the page says
                [sys.executable, "-m", "datamodel_code_generator", *arguments],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                check=False,
            )
        else:
            done = tool(program, *arguments, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return tmp_path / name

    return make


def imported(path: Path) -> Any:
    """The module in the file *path*."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # where its own types are looked for
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def models(generated: Generated) -> Iterator[Callable[[str], Any]]:
    """Imports the module that is generated under a name, and forgets it afterwards."""
    before = set(sys.modules)
    yield lambda name: imported(generated(name))
    for name in set(sys.modules) - before:
        del sys.modules[name]


def assert_compiles(tool: Tool, types: Path, cases: list[Any]) -> None:
    """A strict program assigns each case to the type, without a cast."""
    module = types.name.removesuffix(".ts").removesuffix(".d")
    lines = [f"export const c{at}: Case = {json.dumps(one)};" for at, one in enumerate(cases)]
    program = types.with_name("program.ts")
    program.write_text(f'import type {{ Case }} from "./{module}";\n' + "\n".join(lines), "utf-8")
    compiled = tool("tsc", *STRICT, program)
    assert compiled.returncode == 0, compiled.stdout


def test_json_schema_to_typescript_names_each_type_once(
    tool: Tool, generated: Generated, cases: list[Any], told: Told
) -> None:
    """None is numbered, and a strict program takes every example by them."""
    types = generated("case.d.ts")
    names = re.findall(r"^export (?:interface|type) (\w+)", types.read_text("utf-8"), re.MULTILINE)

    assert sorted(names) == sorted(["Case", *json.loads(SCHEMA.read_text("utf-8"))["$defs"]])
    assert_compiles(tool, types, cases)
    told("json-schema-to-typescript", Examples="all")


def test_quicktype_makes_types_for_typescript(
    tool: Tool, generated: Generated, cases: list[Any], told: Told
) -> None:
    """A strict program takes every example by them."""
    assert_compiles(tool, generated("case.ts"), cases)
    told("quicktype, TypeScript", Examples="all")


def test_quicktype_makes_classes_for_python(
    models: Callable[[str], Any], cases: list[Any], told: Told
) -> None:
    """They read every example and write it back equal."""
    made = models("case.py")

    assert [made.case_to_dict(made.case_from_dict(one)) for one in cases] == cases
    told("quicktype, Python", Examples="all")


def without_nulls(value: Any) -> Any:
    """*value* without the members that are null."""
    match value:
        case dict():
            return {name: without_nulls(part) for name, part in value.items() if part is not None}
        case list():
            return [without_nulls(part) for part in value]
    return value


def test_quicktype_makes_types_for_go(
    generated: Generated,
    cases: list[Any],
    told: Told,
    tmp_path: Path,
    pytestconfig: pytest.Config,
) -> None:
    """They read every example; a statement without a value is written back with null."""
    assert pytestconfig.cache is not None
    generated("case.go")
    shutil.copy(HERE / "main.go", tmp_path)
    (tmp_path / "go.mod").write_text("module partner\n", "utf-8")
    done = subprocess.run(  # noqa: S603  # what requirements/partners.txt pins
        [*GO, "run", "."],
        cwd=tmp_path,
        env={
            **os.environ,
            "GOPROXY": "off",
            "GOTOOLCHAIN": "local",
            "GOFLAGS": "-mod=mod",
            "HOME": str(tmp_path),
            "GOCACHE": str(pytestconfig.cache.mkdir("go")),
        },
        input="\n".join(map(json.dumps, cases)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written = [json.loads(line) for line in done.stdout.splitlines()]

    assert written != cases
    assert without_nulls(written) == cases
    told("quicktype, Go", Examples="all")


def test_datamodel_code_generator_makes_models_of_pydantic(
    models: Callable[[str], Any], cases: list[Any], told: Told
) -> None:
    """They read every example and write it back equal."""
    case = models("models.py").Case

    for one in cases:
        read = case.model_validate(one)
        assert read.model_dump(mode="json", by_alias=True, exclude_unset=True) == one
    told("datamodel-code-generator, pydantic", Examples="all")


def test_datamodel_code_generator_makes_structs_of_msgspec(
    models: Callable[[str], Any], cases: list[Any], told: Told
) -> None:
    """They read every example and write it back equal."""
    case = models("structs.py").Case

    assert [msgspec.to_builtins(msgspec.convert(one, case)) for one in cases] == cases
    told("datamodel-code-generator, msgspec", Examples="all")
