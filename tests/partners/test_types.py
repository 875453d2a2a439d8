"""A program in TypeScript takes every example by the published declarations."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
DECLARED = ROOT / "schemas" / "1.0" / "rednotice.d.ts"
STRICT = ("--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--noEmit")
RIGHT = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}

Tool = Callable[..., subprocess.CompletedProcess[str]]


def compiled(tool: Tool, folder: Path, documents: list[Any]) -> subprocess.CompletedProcess[str]:
    """What the compiler says of a program with *documents*."""
    shutil.copy(DECLARED, folder)
    lines = [
        f"export const d{at}: Document = {json.dumps(one)};" for at, one in enumerate(documents)
    ]
    program = folder / "program.ts"
    program.write_text('import type { Document } from "./rednotice";\n' + "\n".join(lines), "utf-8")
    return tool("tsc", *STRICT, program)


def test_a_strict_program_takes_all_examples(
    tool: Tool, tmp_path: Path, examples: list[Any], told: Callable[..., None]
) -> None:
    """As they stand, without a cast."""
    done = compiled(tool, tmp_path, examples)

    assert done.returncode == 0, done.stdout
    told("typescript", Examples="all")


def test_a_strict_program_refuses_each_slip(tool: Tool, tmp_path: Path) -> None:
    """A code, a member, a type that the format does not have; nothing is said of the right one."""
    slips = [
        {**RIGHT, "notices": [{"kind": "rot"}]},
        {**RIGHT, "notices": [{"issuing_state": "TJ"}]},
        {**RIGHT, "subjetcs": []},
        {**RIGHT, "notices": [{"kind": "red", "issuing_state": "Tajikistan"}]},
        {**RIGHT, "shared": False},
        {"id": "c-1", "subjects": []},
    ]
    done = compiled(tool, tmp_path, [RIGHT, *slips])
    refused = {int(line) for line in re.findall(r"program[.]ts[(]([0-9]+),", done.stdout)}

    # The first line imports the types, and the second holds what is right.
    assert refused == set(range(3, 3 + len(slips)))
