"""
Measure whole processes: the time of imports and commands, and the memory for reading.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import samples
from benchmarks.timing import Row, rows_of

BARE = "python -c pass"
_IMPORTS = {
    BARE: "pass",
    "import rednotice": "import rednotice",
    "from rednotice import Case": "from rednotice import Case",
    "from rednotice import loads, check": "from rednotice import loads, check",
    "import attrs": "import attrs",
    "import jsonschema": "import jsonschema",
    "import pydantic": "import pydantic",
    "from pydantic import BaseModel": "from pydantic import BaseModel",
}
_COMMANDS = {
    BARE: ("-c", "pass"),
    "rednotice --help": ("-m", "rednotice", "--help"),
    "rednotice check examples/minimal.yaml": ("-m", "rednotice", "check", "examples/minimal.yaml"),
    "rednotice check examples": ("-m", "rednotice", "check", "examples"),
}


_LEAVING = {"copy", "release"}  # both of the same cases, which may go to partners


class Reading(NamedTuple):
    """
    The result of one process with one file: cases, findings, bytes, seconds and peak memory.
    """

    name: str
    cases: int
    findings: int
    size: int
    seconds: float
    peak: int


def imports(folder: Path, *, rounds: int) -> list[Row]:
    """
    Time fresh interpreters that import one thing each, in turns.
    """
    return _turns({name: ("-c", code) for name, code in _IMPORTS.items()}, folder, rounds)


def commands(folder: Path, *, rounds: int) -> list[Row]:
    """
    Time commands from start to end, in turns.
    """
    return _turns(_COMMANDS, folder, rounds)


def _turns(commands: dict[str, Sequence[str]], folder: Path, rounds: int) -> list[Row]:
    environment = _environment(folder)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for place in range(-1, rounds):
        for name, arguments in commands.items():
            started = time.perf_counter()
            _run(arguments, environment)
            if place >= 0:  # the first turn compiles the modules
                times[name].append(time.perf_counter() - started)
    return rows_of(times, BARE)


def _environment(folder: Path) -> dict[str, str]:
    """
    An environment that caches compiled modules in *folder*, the same for all processes.
    """
    environment = {
        key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
    }
    return environment | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def _run(arguments: Sequence[str], environment: dict[str, str]) -> str:
    done = subprocess.run(  # noqa: S603  # our own arguments
        [sys.executable, *arguments],
        cwd=samples.ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode in {0, 1}, done.stderr  # 1 means that a check found something
    return done.stdout


def reading(verb: str, suffix: str, count: int, folder: Path) -> Reading:
    """
    Read, check, copy or release (*verb*) *count* cases in one file, in a separate process.
    """
    path = folder / f"cases{suffix}"
    (samples.write_releasable if verb in _LEAVING else samples.write)(path, count)
    told = json.loads(_run(("-m", "benchmarks.reader", verb, str(path)), _environment(folder)))
    size = path.stat().st_size
    path.unlink()
    assert told["cases"] == count
    name = f"{verb} {count:,} cases, {suffix}"
    return Reading(name, count, told["findings"], size, told["seconds"], told["peak"])
